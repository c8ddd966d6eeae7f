"""Questions about figures that may be true and are still unlikely.

A rule here holds nothing up by itself: whoever answers for the figure answers the question, and the
checker reads both (``docs/algoritma/mutu-data.md``, tafsir-0213).
"""

from sakip_rules.mutu.aturan import KODE, AturanMutu, Syarat, aturan_mutu, periksa_pilihan
from sakip_rules.mutu.bahan import (
    AngkaDiperiksa,
    BahanMutu,
    BuktiDiperiksa,
    KaidahMutu,
    TemuanMutu,
    Titik,
)
from sakip_rules.mutu.periksa import KAIDAH_ANGKA, KAIDAH_LEMBAR, periksa_mutu

__all__ = [
    "KAIDAH_ANGKA",
    "KAIDAH_LEMBAR",
    "KODE",
    "AngkaDiperiksa",
    "AturanMutu",
    "BahanMutu",
    "BuktiDiperiksa",
    "KaidahMutu",
    "Syarat",
    "TemuanMutu",
    "Titik",
    "aturan_mutu",
    "periksa_mutu",
    "periksa_pilihan",
]
