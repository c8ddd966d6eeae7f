"""Spans of days. The kernel has no clock: every date comes in as an argument."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Masa:
    """A span of whole days, both ends inside; ``sampai`` ``None`` means: no end is known.

    Raises ``ValueError`` when it would end before it begins.
    """

    mulai: date
    sampai: date | None

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        if self.sampai is not None and self.sampai < self.mulai:
            raise ValueError(f"masa berakhir {self.sampai} sebelum mulai {self.mulai}")

    def memuat(self, tanggal: date) -> bool:
        """Say whether the day lies inside, ends included."""
        return self.mulai <= tanggal and (self.sampai is None or tanggal <= self.sampai)

    def bertumpuk(self, lain: "Masa") -> bool:
        """Say whether the two spans share at least one day."""
        mulai = max(self.mulai, lain.mulai)
        return self.memuat(mulai) and lain.memuat(mulai)

    def hari_sesudah(self) -> date | None:
        """Give the first day after the span, ``None`` when it has no end."""
        return None if self.sampai is None else self.sampai + timedelta(days=1)


def tahun_kalender(tahun: int) -> Masa:
    """Span one calendar year, which is also the budget year (1 January to 31 December)."""
    return Masa(date(tahun, 1, 1), date(tahun, 12, 31))
