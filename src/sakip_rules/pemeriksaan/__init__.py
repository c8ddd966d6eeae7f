"""Checks of a tree of performance: what does not hang together, said before a number is entered.

A plan that is complete on paper may still promise nothing: an indicator without a target, money
that moves no indicator. Algorithm: ``docs/algoritma/pemeriksaan.md``.
"""

from sakip_rules.pemeriksaan.pohon import (
    JENJANG,
    IndikatorDiperiksa,
    Keparahan,
    SimpulDiperiksa,
    Temuan,
    induk_sah,
    periksa_pohon,
)

__all__ = [
    "JENJANG",
    "IndikatorDiperiksa",
    "Keparahan",
    "SimpulDiperiksa",
    "Temuan",
    "induk_sah",
    "periksa_pohon",
]
