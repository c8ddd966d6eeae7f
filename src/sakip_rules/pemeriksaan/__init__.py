"""Checks that find and name what does not hang together, before a number is believed.

A plan that is complete on paper may still promise nothing: an indicator without a target, money
that moves no indicator (``docs/algoritma/pemeriksaan.md``). A cause that was copied from the
quarter before explains nothing (``docs/algoritma/kemiripan.md``).
"""

from sakip_rules.pemeriksaan.bahan_pohon import (
    HasilKaidah,
    HasilPohon,
    IndikatorDiperiksa,
    KaidahPohon,
    Keparahan,
    SimpulDiperiksa,
    Temuan,
    nama_banding,
)
from sakip_rules.pemeriksaan.jenjang import JENJANG, induk_sah
from sakip_rules.pemeriksaan.kaidah_indikator import KAIDAH_INDIKATOR
from sakip_rules.pemeriksaan.kaidah_simpul import KAIDAH_SIMPUL
from sakip_rules.pemeriksaan.kemiripan import BATAS_MIRIP, kemiripan, mirip, persen_mirip
from sakip_rules.pemeriksaan.pohon import BOBOT, periksa_pohon

__all__ = [
    "BATAS_MIRIP",
    "BOBOT",
    "JENJANG",
    "KAIDAH_INDIKATOR",
    "KAIDAH_SIMPUL",
    "HasilKaidah",
    "HasilPohon",
    "IndikatorDiperiksa",
    "KaidahPohon",
    "Keparahan",
    "SimpulDiperiksa",
    "Temuan",
    "induk_sah",
    "kemiripan",
    "mirip",
    "nama_banding",
    "periksa_pohon",
    "persen_mirip",
]
