"""Rounding for people: display only, once, by a cited rule."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.capaian.kebijakan import CaraBulat, Pembulatan

_BULAT: Final = {
    CaraBulat.SETENGAH_KE_ATAS: Context(
        prec=2000, rounding=ROUND_HALF_UP, traps=[InvalidOperation]
    ),
    CaraBulat.DIPOTONG: Context(prec=2000, rounding=ROUND_DOWN, traps=[InvalidOperation]),
}


def bulatkan(nilai: Decimal, pembulatan: Pembulatan) -> Decimal:
    """Shorten an unrounded number for display (rule ``capaian.pembulatan``).

    Never feed the result back into a computation. Half goes away from zero; ``dipotong`` drops.
    """
    return _BULAT[pembulatan.cara].quantize(nilai, _langkah(pembulatan.desimal))


@lru_cache(maxsize=32)
def _langkah(desimal: int) -> Decimal:
    return Decimal(1).scaleb(-desimal)


DESIMAL_JEJAK: Final = 6
"""Decimals shown inside an explanation; the number itself stays unrounded."""


def tulis_ringkas(nilai: Decimal) -> str:
    """Write a number inside an explanation: all its decimals when few, else six."""
    pendek = bulatkan(nilai, Pembulatan(DESIMAL_JEJAK))
    return tulis_angka(nilai if pendek == nilai else pendek, FormatAngka.ID)
