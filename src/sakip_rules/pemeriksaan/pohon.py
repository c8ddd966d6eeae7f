"""Findings on one version of a plan, and how healthy its tree is.

Algorithm: ``docs/algoritma/pemeriksaan.md``. Rules: ``kaidah_simpul``, ``kaidah_indikator``.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from sakip_rules.pemeriksaan.bahan_pohon import (
    BahanPohon,
    HasilKaidah,
    HasilPohon,
    IndikatorDiperiksa,
    KaidahPohon,
    Keparahan,
    SimpulDiperiksa,
    Temuan,
)
from sakip_rules.pemeriksaan.kaidah_indikator import KAIDAH_INDIKATOR
from sakip_rules.pemeriksaan.kaidah_simpul import KAIDAH_SIMPUL

KAIDAH_POHON: Final[tuple[KaidahPohon, ...]] = (*KAIDAH_SIMPUL, *KAIDAH_INDIKATOR)
KAIDAH_KATA: Final = frozenset({"kata_kegiatan", "keluaran_di_hasil", "hasil_di_keluaran"})
BOBOT: Final = {Keparahan.WAJIB: 2, Keparahan.PERHATIAN: 1}
"""How much one thing counts in the score (tafsir-0016)."""
PERSERATUS: Final = Decimal("0.01")


def periksa_pohon(
    simpul: Sequence[SimpulDiperiksa],
    indikator: Sequence[IndikatorDiperiksa],
    *,
    kata: bool = True,
) -> HasilPohon:
    """Every rule over one version: findings in the order of nodes, then of indicators. Exact.

    Without ``kata`` no sentence is judged by its words (switch ``perencanaan.periksa_kata``).
    """
    bahan = BahanPohon(tuple(simpul), tuple(indikator))
    hasil = tuple(_jalankan(k, bahan) for k in KAIDAH_POHON if kata or k.kode not in KAIDAH_KATA)
    urutan = {s.kode: n for n, s in enumerate(simpul)}
    urutan_indikator = {i.kode: n for n, i in enumerate(indikator)}
    temuan = (
        *sorted(_semua(hasil, KAIDAH_SIMPUL), key=lambda t: urutan[t.objek]),
        *sorted(_semua(hasil, KAIDAH_INDIKATOR), key=lambda t: urutan_indikator[t.objek]),
    )
    return HasilPohon(hasil, temuan, kesehatan(hasil))


def kesehatan(hasil: Iterable[HasilKaidah]) -> Decimal | None:
    """Weighted share of what holds, 0 to 100 in two decimals; ``None``: nothing was looked at.

    100 × Σ weight × passed / Σ weight × looked at, rounded half up (tafsir-0016).
    """
    lulus = diperiksa = 0
    for h in hasil:
        bobot = BOBOT[h.kaidah.keparahan]
        lulus += bobot * h.lulus
        diperiksa += bobot * h.diperiksa
    if diperiksa == 0:
        return None
    nilai = Fraction(100 * lulus, diperiksa)
    return (Decimal(nilai.numerator) / nilai.denominator).quantize(PERSERATUS, ROUND_HALF_UP)


def _jalankan(kaidah: KaidahPohon, bahan: BahanPohon) -> HasilKaidah:
    jawaban = list(kaidah.uji(bahan))
    return HasilKaidah(
        kaidah,
        len(jawaban),
        tuple(
            Temuan(kaidah.kode, kaidah.keparahan, objek, kalimat)
            for objek, kalimat in jawaban
            if kalimat is not None
        ),
    )


def _semua(hasil: Iterable[HasilKaidah], milik: Sequence[KaidahPohon]) -> list[Temuan]:
    return [t for h in hasil if h.kaidah in milik for t in h.temuan]
