"""Acts on performance reports."""

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
    "kembalikan_laporan",
    "sampaikan_laporan",
    "setujui_laporan",
    "tulis_bagian",
]
