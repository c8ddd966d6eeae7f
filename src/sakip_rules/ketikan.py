"""What people type or paste into a cell for a figure, and why it is none: one sentence each.

Spreadsheets leave their own marks in what is copied from them: errors, dashes, dates that once were
fractions (5/6 becomes 05-Jun), powers of ten. Each is named for what it is, so that whoever pasted
it knows what to write instead. What passes here still has to be read as a number.
"""

import re
from typing import Final

from sakip_rules.angka import bermakna_ganda, bersihkan
from sakip_rules.kalimat import Kalimat, kalimat

_KOSONG: Final = frozenset(
    {"-", "--", "–", "—", "n/a", "na", "n.a.", "null", "none", "nihil", "kosong", "belum ada"}
)
_TAK_HINGGA: Final = frozenset({"∞", "+∞", "-∞", "inf", "+inf", "-inf", "infinity", "nan"})
_GALAT: Final = re.compile(r"#[A-Z0-9/]+[!?]?", re.IGNORECASE)
_BULAN: Final = (
    "jan|feb|mar|apr|mei|may|jun|jul|agu|agt|aug|sep|okt|oct|nov|des|dec"
    "|januari|februari|maret|april|juni|juli|agustus|september|oktober|november|desember"
)
_TANGGAL: Final = re.compile(
    r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}(?:[ T][0-9:.]+)?"
    rf"|[0-9]{{1,2}}[-/ ](?:{_BULAN})(?:[-/ ][0-9]{{2,4}})?"
    rf"|(?:{_BULAN})[-/ ][0-9]{{1,4}}",
    re.IGNORECASE,
)
_RIBUAN: Final = re.compile(r"[+-]?[0-9]{1,3}(?:[.][0-9]{3}){2,}")
_ILMIAH: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_SERIAL: Final = re.compile(r"[34567][0-9]{4}")
SERIAL_AWAL: Final = 36_526
"""1 January 2000 as spreadsheets count days."""
SERIAL_AKHIR: Final = 73_050
"""31 December 2099."""


def bukan_ketikan_angka(teks: str, *, pecahan: bool = False) -> Kalimat | None:
    """Say what a typed or pasted text is, when it is something else than one clear number.

    ``pecahan``: a share is expected, so that a day's number stands for a fraction that a
    spreadsheet took for a date. ``None``: nothing odd, or empty; reading may still refuse it.
    """
    inti = teks.strip()
    if not inti:
        return None
    if (tanda := _tanda_kosong(inti)) is not None:
        return tanda
    if _TANGGAL.fullmatch(inti) and not _RIBUAN.fullmatch(inti):
        return kalimat(
            "“{teks}” tampak seperti tanggal. Excel mengubah pecahan seperti 5/6 menjadi tanggal: "
            "atur selnya sebagai teks, lalu tulis lagi.",
            teks=inti,
        )
    if pecahan and _SERIAL.fullmatch(inti) and SERIAL_AWAL <= int(inti) <= SERIAL_AKHIR:
        return kalimat(
            "“{teks}” tampak seperti nomor tanggal Excel, bukan pecahan. Tulis pembilang dan "
            "penyebutnya, seperti 25/30.",
            teks=inti,
        )
    if _ILMIAH.fullmatch(inti):
        return kalimat(
            "“{teks}” tertulis dengan pangkat sepuluh; tulis angkanya utuh, seperti 1200000.",
            teks=inti,
        )
    return _ganda(inti)


def _tanda_kosong(inti: str) -> Kalimat | None:
    kecil = inti.lower()
    if kecil in _TAK_HINGGA:
        return kalimat(
            "“{teks}” bukan angka yang dapat dihitung; periksa rumus di lembar kerja Anda.",
            teks=inti,
        )
    if _GALAT.fullmatch(inti):
        return kalimat(
            "“{teks}” adalah galat rumus dari lembar kerja; perbaiki di sana, lalu salin lagi.",
            teks=inti,
        )
    if kecil in _KOSONG:
        return kalimat(
            "“{teks}” bukan angka. Bila belum ada, kosongkan sel dan pilih alasannya; bila memang "
            "nol, tulis 0.",
            teks=inti,
        )
    return None


def _ganda(inti: str) -> Kalimat | None:
    """A point before three digits: a thousand here, one elsewhere. The writer says which."""
    for bagian in inti.split("/"):
        angka = bersihkan(bagian)
        if "." in angka and bermakna_ganda(angka):
            polos, koma = angka.replace(".", ""), angka.replace(".", ",")
            return kalimat(
                "“{teks}” berarti {ribuan} atau {satuan}? Tulis {ribuan} atau {satuan}.",
                teks=angka,
                ribuan=polos,
                satuan=koma,
            )
    return None
