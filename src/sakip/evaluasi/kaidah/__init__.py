"""The door from evaluation pages and records to the scoring rules."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sakip.evaluasi.kaidah.usulan import BATAS_USULAN, Usulan, daftar_usulan
from sakip_rules import tenggat
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.hasil import Dasar
from sakip_rules.penilaian import (
    BarisTerisi,
    HasilPenilaian,
    JawabanSalah,
    Juknis,
    KesalahanJawaban,
    Lembar,
    Simulasi,
    TidakBerlaku,
    lembar_evaluasi,
    nilai_lembar,
    nilai_terisi,
    predikat,
    simulasi,
    skala_predikat,
    terapkan_juknis,
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
    "Usulan",
    "berlaku_pada",
    "daftar_predikat",
    "daftar_usulan",
    "di_bawah_penuh",
    "jawaban_dari_formulir",
    "kaidah_tahun",
    "lembar_kerja",
    "lembar_menurut_kode",
    "nilai_jawaban",
    "nilai_lembar",
    "nilai_tabel",
    "periksa_jawaban",
    "periksa_juknis",
    "perlu_pernyataan",
    "pita_predikat",
    "predikat_tahun",
    "simulasi",
    "tenggat_tanggapan",
]

REGULASI_INTERNAL = "permenpanrb-88-2021"
"""The text by which a government evaluates its own units now."""


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


def lembar_kerja(
    regulasi: str, tahun_evaluasi: int, juknis: Sequence[Mapping[str, str]] = ()
) -> Lembar:
    """The sheet of an evaluation, without the criteria that its juknis takes out.

    ``juknis``: rows of ``kode``, ``alasan`` and ``dasar``. Raises ``MasukanSalah`` (unknown text or
    criterion, one twice, the last of its sub-komponen), ``KaidahBelumBerlaku`` before the text.
    """
    lembar = lembar_evaluasi(regulasi, pada=date(tahun_evaluasi, 1, 1))
    keluar = tuple(
        TidakBerlaku(satu["kode"], satu["alasan"], Dasar("juknis", satu["dasar"]))
        for satu in juknis
    )
    return terapkan_juknis(lembar, Juknis(tidak_berlaku=keluar)) if keluar else lembar


def berlaku_pada(regulasi: str, tahun_evaluasi: int) -> bool:
    """Whether a text has a sheet for the evaluations of a year."""
    try:
        lembar_kerja(regulasi, tahun_evaluasi)
    except KaidahBelumBerlaku:
        return False
    return True


def periksa_juknis(
    regulasi: str, tahun_evaluasi: int, juknis: Sequence[Mapping[str, str]]
) -> dict[str, str]:
    """What is wrong with criteria to be taken out, by ``<row>.<field>`` or ``juknis``."""
    salah = {
        f"{n}.{nama}": pesan
        for n, satu in enumerate(juknis)
        for nama, pesan in (
            ("alasan", _("Tulis mengapa kriteria ini tidak berlaku bagi unit ini.")),
            ("dasar", _("Sebutkan juknis yang menjadi dasarnya beserta letaknya.")),
        )
        if not satu[nama].strip()
    }
    if salah:
        return salah
    try:
        lembar_kerja(regulasi, tahun_evaluasi, juknis)
    except MasukanSalah as sebab:
        return {"juknis": _(sebab.kalimat.pola).format(**dict(sebab.kalimat.isian))}
    return {}


def periksa_jawaban(lembar: Lembar, kode: str, jawaban: str) -> dict[str, str]:
    """What is wrong with one answer; nothing when the sheet can score it."""
    isian = lembar.isian_menurut_kode.get(kode)
    if isian is None:
        return {"kode": _("Lembar ini tidak mempunyai sub-komponen “%s”.") % kode}
    pilihan = [p.kode for p in isian.pilihan]
    if jawaban not in pilihan:
        return {
            "jawaban": _("“%(isi)s” bukan jawaban untuk %(kode)s. Pilih: %(boleh)s.")
            % {"isi": jawaban, "kode": kode, "boleh": ", ".join(pilihan)}
        }
    return {}


def _lebih_tinggi(lembar: Lembar, kode: str, jawaban: str, batas: str | None) -> bool:
    urut = [p.kode for p in lembar.isian_menurut_kode[kode].pilihan]  # the best first
    return batas in urut and urut.index(jawaban) < urut.index(batas)


def perlu_pernyataan(lembar: Lembar, kode: str, jawaban: str) -> bool:
    """Whether no count of criteria reaches this answer: the evaluator states why (tafsir-0102)."""
    return _lebih_tinggi(lembar, kode, jawaban, lembar.tanpa_pernyataan)


def di_bawah_penuh(lembar: Lembar, kode: str, jawaban: str) -> bool:
    """Whether some criterion is not fulfilled, so that there is something to recommend."""
    return jawaban != BATAS_USULAN and not _lebih_tinggi(lembar, kode, jawaban, BATAS_USULAN)


def nilai_jawaban(lembar: Lembar, jawaban: Mapping[str, str]) -> HasilPenilaian | None:
    """The score of a sheet; ``None`` while an answer is missing: nothing is guessed."""
    if set(jawaban) != set(lembar.kode_jawaban):
        return None
    return nilai_lembar(lembar, jawaban)


def tenggat_tanggapan(disampaikan: date, hari_libur: AbstractSet[date]) -> date:
    """Last day to answer the provisional findings: five working days (tafsir-0012)."""
    return tenggat.tenggat_tanggapan(disampaikan, hari_libur=hari_libur).tanggal
