"""What a juknis (the internal guideline of an instansi) may change, as named switches.

The law's own default is the empty ``Juknis()``: one answer per sub-komponen, every criterion
applies. A juknis that departs from it is cited; what it changes appears in the trace. See
tafsir-0103 (averaged criteria) and tafsir-0104 (criteria that do not apply).
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Dasar
from sakip_rules.kalimat import kalimat, pola_kalimat
from sakip_rules.penilaian.lembar import (
    Butir,
    Lembar,
    Pilihan,
    Rumus,
    SubKomponen,
    TidakBerlaku,
)


class CaraNilai(StrEnum):
    """How a sub-komponen is scored.

    ``menurut_regulasi``: as the law's sheet is written. ``rata_rata_kriteria``: every criterion
    gets an answer AA..E of its own, and the mean counts. ``rata_rata_ya_tidak``: every criterion
    is met or not, and the share counts.
    """

    MENURUT_REGULASI = "menurut_regulasi"
    RATA_RATA_KRITERIA = "rata_rata_kriteria"
    RATA_RATA_YA_TIDAK = "rata_rata_ya_tidak"


_YA_TIDAK = (
    Pilihan("ya", Decimal(1), pola_kalimat("Terpenuhi")),
    Pilihan("tidak", Decimal(0), pola_kalimat("Belum terpenuhi")),
)


@dataclass(frozen=True, slots=True)
class Juknis:
    """The switches of one guideline. ``dasar`` is its citation, required where it departs."""

    cara: CaraNilai = CaraNilai.MENURUT_REGULASI
    tidak_berlaku: tuple[TidakBerlaku, ...] = ()
    dasar: Dasar | None = None

    def __post_init__(self) -> None:
        """Refuse a departure from the law's sheet without a citation."""
        if self.cara is not CaraNilai.MENURUT_REGULASI and self.dasar is None:
            raise MasukanSalah(
                kalimat(
                    "Cara {cara} menyimpang dari lembar regulasi; sebut dasarnya.", cara=self.cara
                )
            )


@lru_cache(maxsize=64)
def terapkan_juknis(lembar: Lembar, juknis: Juknis) -> Lembar:
    """Give the sheet as the guideline has it: its own answers needed, its own denominators.

    The weights of sub-komponen stay as the law sets them. Raises ``MasukanSalah`` when a criterion
    is unknown, excluded twice, or the last one of its sub-komponen (its weight would be orphaned).
    """
    keluar = {satu.kode for satu in juknis.tidak_berlaku}
    _periksa_kode(lembar, juknis)
    komponen = tuple(
        replace(satu, sub=tuple(_ubah_sub(sub, keluar, juknis.cara) for sub in satu.sub))
        for satu in lembar.komponen
    )
    return replace(
        lembar,
        komponen=komponen,
        kontrol=tuple(
            aturan for aturan in lembar.kontrol if not keluar & {aturan.butir, *aturan.acuan}
        ),
        dasar=lembar.dasar if juknis.dasar is None else (*lembar.dasar, juknis.dasar),
        dikecualikan=juknis.tidak_berlaku,
    )


def _periksa_kode(lembar: Lembar, juknis: Juknis) -> None:
    ada = {butir.kode for sub in lembar.daftar_sub for butir in sub.butir}
    terlihat: set[str] = set()
    for satu in juknis.tidak_berlaku:
        if satu.kode not in ada:
            raise MasukanSalah(
                kalimat(
                    "Kriteria “{kode}” tidak ada di {judul}.", kode=satu.kode, judul=lembar.judul
                )
            )
        if satu.kode in terlihat:
            raise MasukanSalah(kalimat("Kriteria {kode} dikecualikan dua kali.", kode=satu.kode))
        terlihat.add(satu.kode)


def _ubah_sub(sub: SubKomponen, keluar: set[str], cara: CaraNilai) -> SubKomponen:
    butir = tuple(satu for satu in sub.butir if satu.kode not in keluar)
    if not butir:
        raise MasukanSalah(
            kalimat(
                "Semua kriteria {kode} dikecualikan, padahal bobotnya {bobot} tetap dinilai; "
                "sisakan sedikitnya satu.",
                kode=sub.kode,
                bobot=sub.bobot,
            )
        )
    if cara is CaraNilai.MENURUT_REGULASI or sub.rumus is not Rumus.SATU_JAWABAN:
        return replace(sub, butir=butir)
    pilihan = sub.pilihan if cara is CaraNilai.RATA_RATA_KRITERIA else _YA_TIDAK
    return replace(
        sub,
        rumus=Rumus.RATA_RATA_BUTIR,
        butir=tuple(Butir(satu.kode, satu.uraian, pilihan) for satu in butir),
        pilihan=(),
    )
