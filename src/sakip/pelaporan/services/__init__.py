"""Acts on performance reports."""

from sakip.pelaporan.services.massal import cetak_konsep, minta_cetak_massal
from sakip.pelaporan.services.perjalanan import (
    ajukan_laporan,
    kembalikan_laporan,
    sampaikan_laporan,
    setujui_laporan,
)
from sakip.pelaporan.services.tulis import buka_laporan, tulis_bagian

__all__ = [
    "ajukan_laporan",
    "buka_laporan",
    "cetak_konsep",
    "kembalikan_laporan",
    "minta_cetak_massal",
    "sampaikan_laporan",
    "setujui_laporan",
    "tulis_bagian",
]
