"""The door from evaluation pages and records to the scoring rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext_noop

from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.penilaian import (
    BarisTerisi,
    HasilPenilaian,
    JawabanSalah,
    KesalahanJawaban,
    Lembar,
    Simulasi,
    lembar_evaluasi,
    nilai_lembar,
    nilai_terisi,
    predikat,
    simulasi,
    skala_predikat,
)

__all__ = [
    "LEMBAR",
    "HasilPenilaian",
    "JawabanSalah",
    "KesalahanJawaban",
    "Lembar",
    "MasukanSalah",
    "PilihanLembar",
    "Simulasi",
    "jawaban_dari_formulir",
    "kaidah_tahun",
    "lembar_menurut_kode",
    "nilai_lembar",
    "nilai_tabel",
    "pita_predikat",
    "predikat_tahun",
    "simulasi",
]


@dataclass(frozen=True, slots=True)
class PilihanLembar:
    """A sheet that can be chosen: its short address, legal text and variant."""

    kode: str
    judul: str
    regulasi: str
    varian: str | None = None


LEMBAR = (
    PilihanLembar("88-2021", "PermenPANRB 88/2021", "permenpanrb-88-2021"),
    PilihanLembar(
        "12-2015",
        gettext_noop("PermenPANRB 12/2015, formulir unit kerja"),
        "permenpanrb-12-2015",
        "unit_kerja",
    ),
    PilihanLembar(
        "12-2015-naskah",
        gettext_noop("PermenPANRB 12/2015, bobot naskah"),
        "permenpanrb-12-2015",
        "naskah",
    ),
)


def lembar_menurut_kode(kode: str) -> tuple[PilihanLembar, Lembar] | None:
    """The sheet behind an address, or ``None`` for an address that is none."""
    for p in LEMBAR:
        if p.kode == kode:
            return p, lembar_evaluasi(p.regulasi, varian=p.varian)
    return None


def nilai_tabel(lembar: Lembar, baris: Iterable[tuple[int, str, str]]) -> HasilPenilaian:
    """Score an uploaded table of (line, kode, jawaban); ``JawabanSalah`` names every line."""
    return nilai_terisi(lembar, [BarisTerisi(*satu) for satu in baris])


@lru_cache(maxsize=1)
def daftar_predikat() -> tuple[str, ...]:
    """Codes of the scale, the best first: the same seven in every text we know."""
    kelas = lembar_evaluasi("permenpanrb-88-2021").predikat.kelas
    return tuple(k.kode for k in reversed(kelas))


def predikat_tahun(nilai: Decimal, tahun_evaluasi: int) -> str | None:
    """Predikat of a score in the year of its evaluation; ``None`` when no known rule covers it."""
    try:
        return predikat(nilai, pada=date(tahun_evaluasi, 12, 31)).kode
    except KaidahBelumBerlaku:
        return None


def kaidah_tahun(tahun_evaluasi: int) -> str | None:
    """Id of the text that ruled evaluations of a year; ``None`` where none or two of them did.

    Nobody tells the day of a recorded evaluation. Where the texts change within the year, as at
    the end of 2021, or their bands were not read (before 2015), nothing is concluded.
    """
    ada = set()
    for hari in (date(tahun_evaluasi, 1, 1), date(tahun_evaluasi, 12, 31)):
        try:
            ada.add(skala_predikat(pada=hari).regulasi)
        except KaidahBelumBerlaku:
            continue
    return ada.pop() if len(ada) == 1 else None


def pita_predikat(lembar: Lembar) -> list[dict[str, Any]]:
    """The bands of the scale that goes with a sheet, lowest first: to draw a score among them."""
    return [
        {
            "kode": k.kode,
            "sebutan": k.sebutan,
            "di_atas": k.batas_bawah,
            "sampai_dengan": k.batas_atas,
        }
        for k in lembar.predikat.kelas
    ]


def jawaban_dari_formulir(lembar: Lembar, isi: Mapping[str, str]) -> dict[str, str]:
    """Answers of a posted form (fields ``j-<kode>``), blanks left out."""
    return {k: v for k in lembar.kode_jawaban if (v := isi.get(f"j-{k}", "").strip())}
