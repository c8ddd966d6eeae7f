"""How alike two texts are, as an exact fraction (docs/algoritma/kemiripan.md).

Ratcliff and Obershelp: the longest common stretch, then the same to its left and to its right;
twice the letters found, over the letters of both. The standard library finds the stretches, its own
quotient (binary floating point) is not used.
"""

from collections import Counter
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Final

from sakip_rules.pecahan import bulatkan

BATAS_MIRIP: Final = Fraction(9, 10)
"""From here on a text counts as taken over from the earlier one."""


def kemiripan(kiri: str, kanan: str) -> Fraction:
    """Give 0 (nothing in common) to 1 (the same); case and white space do not count.

    The order of the texts does not matter. Two empty texts are the same.
    """
    satu, dua = _rata(kiri), _rata(kanan)
    if satu == dua:
        return Fraction(1)
    jumlah = len(satu) + len(dua)
    # The stretches found may depend on which text is searched in which; the larger find is taken.
    kena = max(_huruf_sama(satu, dua), _huruf_sama(dua, satu))
    return Fraction(2 * kena, jumlah)


def mirip(kiri: str, kanan: str, batas: Fraction = BATAS_MIRIP) -> bool:
    """Say whether two texts are at least ``batas`` alike; an empty text is like none.

    Looks at lengths and letters first, so that unlike texts cost next to nothing.
    """
    satu, dua = _rata(kiri), _rata(kanan)
    if not satu or not dua:
        return False
    jumlah = len(satu) + len(dua)
    if Fraction(2 * min(len(satu), len(dua)), jumlah) < batas:
        return False
    if Fraction(2 * (Counter(satu) & Counter(dua)).total(), jumlah) < batas:
        return False
    return kemiripan(satu, dua) >= batas


def persen_mirip(kiri: str, kanan: str) -> int:
    """Give the likeness in whole per cent, half away from zero, for a sentence to a person."""
    return int(bulatkan(kemiripan(kiri, kanan) * 100, 0))


def _rata(teks: str) -> str:
    return " ".join(teks.casefold().split())


def _huruf_sama(satu: str, dua: str) -> int:
    pencari = SequenceMatcher(None, satu, dua, autojunk=False)
    return sum(potongan.size for potongan in pencari.get_matching_blocks())
