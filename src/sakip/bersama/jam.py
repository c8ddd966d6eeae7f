"""The clock of the fronts, pages and commands: the only place where the moment is read.

The demo lives on a chosen day (``SAKIP_TANGGAL``): its date is the demo's, the time of day the real
one, so that the order of events stays true.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

WIB = ZoneInfo("Asia/Jakarta")


def saat_ini() -> datetime:
    """The aware moment that acts and pages of this request count from."""
    kini = timezone.now()
    tanggal: date | None = settings.TANGGAL_CONTOH
    if tanggal is None:
        return kini
    jam: time = kini.astimezone(WIB).time()
    return datetime.combine(tanggal, jam, WIB)
