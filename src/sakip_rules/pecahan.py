"""Exact fractions and the one place where they become decimals.

A ninth has no end in decimal notation. Rules therefore reckon with ``Fraction`` and hand out a
``Decimal`` of 34 significant digits; what is rounded for a reader is rounded from the fraction
itself, so that a figure is never rounded twice.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

DIGIT_BERARTI: Final = 34
"""Significant digits of a quotient without end: those of IEEE decimal128."""

_KONTEKS: Final = Context(prec=DIGIT_BERARTI, rounding=ROUND_HALF_EVEN)
_LUAS: Final = Context(prec=120)


def ke_desimal(pecahan: Fraction) -> Decimal:
    """Give the decimal of a fraction: exact when it ends within 34 digits, else its first 34."""
    return _KONTEKS.divide(Decimal(pecahan.numerator), Decimal(pecahan.denominator))


def bulatkan(pecahan: Fraction, desimal: int) -> Decimal:
    """Round an exact fraction half away from zero to that many decimals, and keep them all.

    Raises ``ValueError`` when ``desimal`` is negative.
    """
    if desimal < 0:
        raise ValueError(f"banyaknya desimal {desimal} kurang dari nol")
    satuan = abs(pecahan) * 10**desimal
    utuh = (2 * satuan.numerator + satuan.denominator) // (2 * satuan.denominator)
    bertanda = -utuh if pecahan < 0 else utuh
    return Decimal(bertanda).scaleb(-desimal, context=_LUAS)
