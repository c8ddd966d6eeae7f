"""Sentences that can be translated after they were built.

The kernel has no gettext. It keeps the Indonesian pattern and what fills it apart, so that a front
can translate the pattern and fill it again (``babel`` extracts the first argument of ``kalimat``).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kalimat:
    """An Indonesian sentence: ``pola`` with ``{nama}`` places, and what stands in them."""

    pola: str
    isian: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.pola.format(**dict(self.isian))


def pola_kalimat(pola: str) -> str:
    """Mark a pattern that waits in a table for ``kalimat``, so that ``babel`` finds it there."""
    return pola


def kalimat(pola: str, **isian: object) -> Kalimat:
    """Build a sentence; every value is written down as text at once, so it cannot change later."""
    return Kalimat(pola, tuple((nama, str(nilai)) for nama, nilai in isian.items()))
