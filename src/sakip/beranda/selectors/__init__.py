"""Reads across all stages: what was done, the six stations of a year, the board of all units."""

from sakip.beranda.selectors.jejak import Jejak, JejakTahun, jejak_tahun
from sakip.beranda.selectors.seri import susun_seri
from sakip.beranda.selectors.stasiun import BahanStasiun, Stasiun, enam_stasiun, susun_bahan

__all__ = [
    "BahanStasiun",
    "Jejak",
    "JejakTahun",
    "Stasiun",
    "enam_stasiun",
    "jejak_tahun",
    "susun_bahan",
    "susun_seri",
]
