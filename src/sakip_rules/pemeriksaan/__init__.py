"""Checks that find and name what does not hang together, before a number is believed.

A plan that is complete on paper may still promise nothing: an indicator without a target, money
that moves no indicator (``docs/algoritma/pemeriksaan.md``). A cause that was copied from the
quarter before explains nothing (``docs/algoritma/kemiripan.md``). A share of more than its whole
may be a slip of the hand.
"""

from sakip_rules.pemeriksaan.angka import angka_janggal
from sakip_rules.pemeriksaan.kemiripan import BATAS_MIRIP, kemiripan, mirip, persen_mirip
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
    "BATAS_MIRIP",
    "JENJANG",
    "IndikatorDiperiksa",
    "Keparahan",
    "SimpulDiperiksa",
    "Temuan",
    "angka_janggal",
    "induk_sah",
    "kemiripan",
    "mirip",
    "periksa_pohon",
    "persen_mirip",
]
