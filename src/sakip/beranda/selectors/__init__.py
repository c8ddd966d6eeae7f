"""Reads across all stages: what was done, the six stations of a year, the board of all units."""

from sakip.beranda.selectors.janji import JanjiDilihat, janji_dilihat
from sakip.beranda.selectors.jejak import Jejak, JejakTahun, jejak_tahun
from sakip.beranda.selectors.seri import susun_seri
from sakip.beranda.selectors.stasiun import (
    BahanStasiun,
    Stasiun,
    enam_stasiun,
    jumlah_stasiun,
    stasiun_banyak,
    susun_bahan,
)

__all__ = [
    "BahanStasiun",
    "JanjiDilihat",
    "Jejak",
    "JejakTahun",
    "Stasiun",
    "enam_stasiun",
    "janji_dilihat",
    "jejak_tahun",
    "jumlah_stasiun",
    "stasiun_banyak",
    "susun_bahan",
    "susun_seri",
]
