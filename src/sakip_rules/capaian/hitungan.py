"""Exact arithmetic of this package: fractions of two Decimals, and one division at the end."""

from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, Inexact, InvalidOperation
from typing import Final, TypeAlias

from sakip_rules.capaian.nilai import Ordinal, Rasio

Pecahan: TypeAlias = tuple[Decimal, Decimal]
"""Numerator and positive denominator."""

NOL: Final = Decimal(0)
SATU: Final = Decimal(1)

EKSAK: Final = Context(prec=2000, traps=[Inexact, InvalidOperation, DivisionByZero])
"""Sums and products: a result that did not fit exactly would raise, never round."""

BAGI: Final = Context(prec=34, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero])
"""The one division: 34 digits (decimal128), far beyond any figure that is printed."""


def pecahan(nilai: Decimal | Rasio | Ordinal) -> Pecahan:
    """Write a value as a fraction; a ratio keeps its parts, a predicate counts as its rank."""
    if isinstance(nilai, Decimal):
        return nilai, SATU
    if isinstance(nilai, Ordinal):
        return nilai.skor, SATU
    return EKSAK.multiply(nilai.pembilang, nilai.pengali), nilai.penyebut


def bagi(hasil: Pecahan) -> Decimal:
    """Divide at last."""
    return BAGI.divide(hasil[0], hasil[1])


def banding(kiri: Pecahan, kanan: Pecahan) -> int:
    """Compare exactly: -1, 0 or 1. Cross-multiplied, so 11/14 equals 11/14 and nothing near it."""
    a = EKSAK.multiply(kiri[0], kanan[1])
    b = EKSAK.multiply(kanan[0], kiri[1])
    return (a > b) - (a < b)


def tambah(kiri: Pecahan, kanan: Pecahan) -> Pecahan:
    """Add two fractions exactly."""
    if kiri[1] == kanan[1]:
        return EKSAK.add(kiri[0], kanan[0]), kiri[1]
    atas = EKSAK.add(EKSAK.multiply(kiri[0], kanan[1]), EKSAK.multiply(kanan[0], kiri[1]))
    return atas, EKSAK.multiply(kiri[1], kanan[1])


def kali(kiri: Pecahan, faktor: Decimal) -> Pecahan:
    """Multiply a fraction by a number exactly."""
    return EKSAK.multiply(kiri[0], faktor), kiri[1]


def sebut_sama(
    target: Decimal | Rasio | Ordinal, realisasi: Decimal | Rasio | Ordinal
) -> tuple[Decimal, Decimal]:
    """Give both numerators over their common denominator (no denominator may be zero)."""
    if isinstance(target, Decimal) and isinstance(realisasi, Decimal):
        return target, realisasi
    t, r = pecahan(target), pecahan(realisasi)
    return EKSAK.multiply(t[0], r[1]), EKSAK.multiply(r[0], t[1])
