"""Quiet hours: when a message waits, and until when. No database."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SABTU = 5


@dataclass(frozen=True, slots=True)
class JamHening:
    """From ``mulai`` to ``selesai`` nothing is sent; the same time twice: no such hours.

    ``hari_libur``: nothing on Saturday, Sunday and public holidays either.
    """

    mulai: time = time(18)
    selesai: time = time(7)
    hari_libur: bool = True


def hening(lokal: datetime, jam: JamHening, libur: AbstractSet[date]) -> bool:
    """Whether a message must wait at this moment of the clock of the instansi."""
    if jam.hari_libur and (lokal.weekday() >= SABTU or lokal.date() in libur):
        return True
    kini = lokal.time()
    if jam.mulai <= jam.selesai:
        return jam.mulai <= kini < jam.selesai
    return kini >= jam.mulai or kini < jam.selesai


def akhir_hening(lokal: datetime, jam: JamHening, libur: AbstractSet[date]) -> datetime:
    """The first moment from ``lokal`` on at which a message may go; ``lokal`` itself if it may."""
    while hening(lokal, jam, libur):
        hari = lokal.date()
        batas = [datetime.combine(hari, jam.selesai, lokal.tzinfo)]
        batas.append(datetime.combine(hari + timedelta(days=1), time(), lokal.tzinfo))
        lokal = min(b for b in batas if b > lokal)
    return lokal
