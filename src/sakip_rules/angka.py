"""Reading and writing numbers as Indonesian (1.234,56) or English (1,234.56) text, never as float.

A text is one number or it is refused: "85,5" is eighty-five and a half, never a range, and "1.234"
is 1234 in the Indonesian format and 1,234 in the English one: the format is said or detected once
per file, never guessed per cell. A trailing % is allowed and changes nothing (85% is 85 per cent).
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat

DIGIT_TERBANYAK: Final = 24
"""Longest number read, in digits: a thousand times the state budget in sen, still exact inside."""

_TULIS: Final = Context(prec=120, rounding=ROUND_HALF_UP)


class FormatAngka(StrEnum):
    """How numbers are written: ``id`` 1.234,56 or ``en`` 1,234.56."""

    ID = "id"
    EN = "en"


_POLA: Final = {
    FormatAngka.ID: re.compile(r"[+-]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"),
    FormatAngka.EN: re.compile(r"[+-]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"),
}
_BENTUK: Final = {FormatAngka.ID: "1.234,56", FormatAngka.EN: "1,234.56"}
_TUKAR: Final = str.maketrans({",": ".", ".": ","})
_POLOS: Final = re.compile(r"[+-]?[0-9]+")
_TANGGAL: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9:.]+)?|[0-9]{2}:[0-9]{2}:[0-9.]+"
)
"""A day or an hour as a spreadsheet gives it for a cell that it took for a date."""


def bersihkan(teks: str) -> str:
    """Strip blanks, a trailing % and the typographic minus; the rest is the number itself."""
    inti = teks.strip().replace("\u2212", "-")
    return inti[:-1].rstrip() if inti.endswith("%") else inti


def baca_angka(teks: str, format: FormatAngka) -> Decimal:
    """Read one number written in ``format``; exact, sign kept, % dropped.

    Raises ``MasukanSalah`` (what was read, why it is no number, what to write instead).
    """
    inti = bersihkan(teks)
    if not _POLA[format].fullmatch(inti):
        raise _bukan_angka(teks, inti, format)
    if sum(huruf.isdigit() for huruf in inti) > DIGIT_TERBANYAK:
        raise MasukanSalah(
            kalimat(
                "Angka “{teks}” lebih panjang dari {banyak} digit; periksa satuannya.",
                teks=teks.strip(),
                banyak=DIGIT_TERBANYAK,
            )
        )
    return Decimal(_polos(inti, format))


def _polos(inti: str, format: FormatAngka) -> str:
    if format is FormatAngka.ID:
        return inti.replace(".", "").replace(",", ".")
    return inti.replace(",", "")


def _bukan_angka(teks: str, inti: str, format: FormatAngka) -> MasukanSalah:
    lain = FormatAngka.EN if format is FormatAngka.ID else FormatAngka.ID
    if inti == "":
        return MasukanSalah(kalimat("Angka kosong; tulis 0 bila memang nol."))
    if tanggal := _TANGGAL.fullmatch(inti):
        return MasukanSalah(
            kalimat(
                "Sel ini tanggal ({teks}), bukan angka. Ubah format selnya menjadi Umum (General) "
                "atau Teks, lalu tulis lagi angkanya.",
                teks=tanggal[1] or inti,
            )
        )
    if _POLA[lain].fullmatch(inti):
        return MasukanSalah(
            kalimat(
                "“{teks}” tertulis dalam format {lain} ({bentuk_lain}), sedangkan ini dibaca "
                "dalam format {format} ({bentuk}); samakan penulisannya atau pilih formatnya.",
                teks=teks.strip(),
                lain=lain.value,
                bentuk_lain=_BENTUK[lain],
                format=format.value,
                bentuk=_BENTUK[format],
            )
        )
    return MasukanSalah(
        kalimat(
            "“{teks}” bukan satu angka; tulis seperti {bentuk}, tanpa huruf dan satuan.",
            teks=teks.strip(),
            bentuk=_BENTUK[format],
        )
    )


@lru_cache(maxsize=32)
def _langkah(desimal: int) -> Decimal:
    return Decimal(1).scaleb(-desimal)


def tulis_angka(nilai: Decimal, format: FormatAngka, desimal: int | None = None) -> str:
    """Write a number for people: grouped, with ``desimal`` decimals (``None``: as many as it has).

    Rounds half away from zero, once, here and nowhere before. Never writes "-0".
    """
    if desimal is not None:
        nilai = nilai.quantize(_langkah(desimal), context=_TULIS)
    if nilai == 0:
        nilai = abs(nilai)
    inggris = f"{nilai:,f}"
    return inggris.translate(_TUKAR) if format is FormatAngka.ID else inggris


def bukti_format(teks: str) -> FormatAngka | None:
    """Tell which format a number can only have been written in; ``None``: both, or no number.

    "1.234,5", "85,5", "0,125" and "1.234.567" are Indonesian, "1,234.5", "85.5" English;
    "1.234", "1,234" and "85" prove nothing.
    """
    inti = bersihkan(teks)
    indonesia = _POLA[FormatAngka.ID].fullmatch(inti) is not None
    inggris = _POLA[FormatAngka.EN].fullmatch(inti) is not None
    if indonesia == inggris:
        return None
    return FormatAngka.ID if indonesia else FormatAngka.EN


def bermakna_ganda(teks: str) -> bool:
    """Say whether a number is valid in both formats with two meanings: "1.234", "1,234"."""
    inti = bersihkan(teks)
    return not _POLOS.fullmatch(inti) and all(pola.fullmatch(inti) for pola in _POLA.values())


def kenali_format(contoh: Iterable[str]) -> FormatAngka:
    """Detect the one format of a set of numbers; Indonesian when nothing proves otherwise.

    Raises ``MasukanSalah`` naming one number of each kind when the evidence conflicts.
    """
    bukti: dict[FormatAngka, str] = {}
    for teks in contoh:
        format = bukti_format(teks)
        if format is not None:
            bukti.setdefault(format, teks.strip())
            if len(bukti) == len(FormatAngka):
                raise MasukanSalah(
                    kalimat(
                        "Dua format angka tercampur: “{id}” dan “{en}”; samakan penulisannya, "
                        "atau sebutkan formatnya.",
                        id=bukti[FormatAngka.ID],
                        en=bukti[FormatAngka.EN],
                    )
                )
    return next(iter(bukti), FormatAngka.ID)
