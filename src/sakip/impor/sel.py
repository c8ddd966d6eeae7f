"""One cell of a table: its text without what cannot be seen, and its number. No database."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell: its text, and its number when the sheet itself stored a number."""

    teks: str
    angka: Decimal | None = None


KOSONG = Sel("")


def bersih(teks: str) -> str:
    """A text without what cannot be seen: control signs, and those that turn the reading."""
    if teks.isprintable():
        return teks.strip()
    return "".join(
        h for h in teks if h == "\n" or unicodedata.category(h) not in {"Cc", "Cf"}
    ).strip()


def sel(nilai: Any) -> Sel:
    """A value of a sheet as a cell of ours."""
    if isinstance(nilai, bool):
        return Sel("ya" if nilai else "tidak")
    if isinstance(nilai, int | float):
        # The shortest text that reads back to the same double is what the person typed.
        teks = format(Decimal(repr(nilai)), "f").removesuffix(".0")
        return Sel(teks, Decimal(teks))
    if isinstance(nilai, date | datetime):
        return Sel(nilai.isoformat())
    return Sel(bersih(str(nilai)))
