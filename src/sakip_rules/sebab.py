"""The kind ``golongan_sebab``: what a cause under target is counted as (tafsir-0021).

PermenPANRB 53/2014 asks for causes and gives no classes; without classes nobody can count them.
The codes are stored with the figures, so a code is never renamed or taken out.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.regulasi import Isi, Jenis, daftarkan, muat_regulasi
from sakip_rules.regulasi.medan import daftar, peta, teks

ID_SEBAB: Final = "pengukuran.sebab"
ID_FAKTOR: Final = "pengukuran.faktor"


class SyaratFaktor(StrEnum):
    """Whether a figure that meets its target must say what made it so."""

    WAJIB = "wajib"
    BOLEH_KOSONG = "boleh_kosong"


@dataclass(frozen=True, slots=True)
class GolonganSebab:
    """One class of causes: its code, its word, and in a sentence what belongs there."""

    kode: str
    sebutan: str
    arti: str


def golongan_sebab(pada: date) -> tuple[GolonganSebab, ...]:
    """The classes in force on a day, in the order in which they are offered.

    Raises ``KaidahBelumBerlaku`` for a day before there were any.
    """
    return muat_regulasi().kaidah(ID_SEBAB, pada, GOLONGAN_SEBAB).isi


def syarat_faktor(pada: date, pilihan: SyaratFaktor | None = None) -> SyaratFaktor:
    """The instansi's choice, else the default of the switch in force on a day."""
    return pilihan or SyaratFaktor(muat_regulasi().kaidah(ID_FAKTOR, pada, SAKELAR).isi.bawaan)


def _bangun(_kepala: Isi, versi: Isi) -> tuple[GolonganSebab, ...]:
    semua = tuple(GolonganSebab(g["kode"], g["sebutan"], g["arti"]) for g in versi["golongan"])
    for n, (isi, satu) in enumerate(zip(versi["golongan"], semua, strict=True)):
        if satu.kode in {g.kode for g in semua[:n]}:
            raise isi.di("kode").galat("golongan {kode} tertulis dua kali.", kode=satu.kode)
    return semua


GOLONGAN_SEBAB: Final = daftarkan(
    Jenis(
        "golongan_sebab",
        versi={
            "golongan": daftar(
                peta({"kode": teks(r"[a-z0-9_]+"), "sebutan": teks(), "arti": teks()}),
                paling_sedikit=2,
            )
        },
        bangun=_bangun,
    )
)
