"""How late something is, in working days."""

from collections.abc import Set as AbstractSet
from datetime import date

from sakip_rules.tenggat.kalender import hari_kerja_antara


def terlambat(batas: date, pada: date, libur: AbstractSet[date]) -> int:
    """Working days after ``batas`` up to ``pada``; 0 in time (tafsir-0007)."""
    return hari_kerja_antara(batas, pada, hari_libur=libur)
