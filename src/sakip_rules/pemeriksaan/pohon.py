"""Findings on one version of a plan, and how healthy its tree is.

Algorithm: ``docs/algoritma/pemeriksaan.md``. Rules: ``kaidah_simpul``, ``kaidah_indikator``.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip_rules.pecahan import bulatkan
from sakip_rules.pemeriksaan.bahan_pohon import (
    BahanPohon,
    HasilKaidah,
    HasilPohon,
    IndikatorDiperiksa,
    KaidahPohon,
    Keparahan,
    SimpulDiperiksa,
    T,
    Temuan,
)
from sakip_rules.pemeriksaan.kaidah_indikator import KAIDAH_INDIKATOR
from sakip_rules.pemeriksaan.kaidah_simpul import KAIDAH_SIMPUL

BOBOT: Final = {Keparahan.WAJIB: 2, Keparahan.PERHATIAN: 1}
"""How much one thing counts in the score (tafsir-0016)."""


def periksa_pohon(
    simpul: Sequence[SimpulDiperiksa],
    indikator: Sequence[IndikatorDiperiksa],
    *,
    kata: bool = True,
) -> HasilPohon:
    """Every rule over one version of a plan. Exact.

    Without ``kata`` no sentence is judged by its words (switch ``perencanaan.periksa_kata``).
    """
    bahan = BahanPohon(tuple(simpul), tuple(indikator))
    di_simpul = _jalankan(KAIDAH_SIMPUL, bahan, bahan.simpul, kata=kata)
    di_indikator = _jalankan(KAIDAH_INDIKATOR, bahan, bahan.indikator, kata=kata)
    return HasilPohon(
        di_simpul,
        di_indikator,
        _berurutan(di_simpul, bahan.simpul),
        _berurutan(di_indikator, bahan.indikator),
        kesehatan((*di_simpul, *di_indikator)),
    )


def kesehatan(hasil: Iterable[HasilKaidah]) -> Decimal | None:
    """Weighted share of what holds, 0 to 100 in two decimals; ``None``: nothing was looked at.

    100 × Σ weight × passed / Σ weight × looked at, rounded half up (tafsir-0016).
    """
    lulus = diperiksa = 0
    for h in hasil:
        bobot = BOBOT[h.kaidah.keparahan]
        lulus += bobot * h.lulus
        diperiksa += bobot * h.diperiksa
    return bulatkan(Fraction(100 * lulus, diperiksa), 2) if diperiksa else None


def _jalankan(
    kaidah: Iterable[KaidahPohon[T]], bahan: BahanPohon, objek: Sequence[T], *, kata: bool
) -> tuple[HasilKaidah, ...]:
    return tuple(_satu(k, bahan, objek) for k in kaidah if kata or not k.kata)


def _satu(kaidah: KaidahPohon[T], bahan: BahanPohon, objek: Sequence[T]) -> HasilKaidah:
    diperiksa = [o for o in objek if kaidah.berlaku(bahan, o)]
    gagal = ((o.kode, kaidah.gagal(bahan, o)) for o in diperiksa)
    temuan = tuple(Temuan(kaidah, kode, sebab) for kode, sebab in gagal if sebab is not None)
    return HasilKaidah(kaidah, len(diperiksa), temuan)


def _berurutan(hasil: Iterable[HasilKaidah], objek: Sequence[T]) -> tuple[Temuan, ...]:
    urutan = {o.kode: n for n, o in enumerate(objek)}
    return tuple(sorted((t for h in hasil for t in h.temuan), key=lambda t: urutan[t.objek]))
