"""Scores of parts of a sheet, each exact and as a reader sees it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class NilaiSub:
    """Score of a sub-komponen: ``tepat`` exact, ``nilai`` rounded for a reader, and its answers.

    ``mentah`` is Σ of the answers' values on their own scales, ``tertinggi`` the most it could be.
    """

    kode: str
    nama: str
    jenis: str
    bobot: Decimal
    nilai: Decimal
    tepat: Fraction
    mentah: Fraction
    tertinggi: Fraction
    jawaban: tuple[tuple[str, str], ...]

    def ke_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "kode": self.kode,
            "nama": self.nama,
            "bobot": format(self.bobot, "f"),
            "nilai": format(self.nilai, "f"),
            "jawaban": dict(self.jawaban),
        }


@dataclass(frozen=True, slots=True)
class NilaiKomponen:
    """Score of a komponen. The total sums ``tepat``, never the rounded ``nilai``."""

    kode: str
    nama: str
    bobot: Decimal
    nilai: Decimal
    tepat: Fraction
    sub: tuple[NilaiSub, ...]

    def ke_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "kode": self.kode,
            "nama": self.nama,
            "bobot": format(self.bobot, "f"),
            "nilai": format(self.nilai, "f"),
            "sub": [sub.ke_data() for sub in self.sub],
        }
