"""Quiet hours by hand-made days, on the clock of Jakarta. 24 November 2026 is a Tuesday."""

from datetime import UTC, date, datetime, time

import pytest

from sakip.bersama.jam import WIB
from sakip.kabar.kaidah import JamHening, akhir_hening, hening

BIASA = JamHening()  # 18.00 to 07.00, weekends and holidays
NATAL = frozenset({date(2026, 12, 25)})  # a Friday


def _wib(bulan: int, hari: int, jam: int, menit: int = 0) -> datetime:
    return datetime(2026, bulan, hari, jam, menit, tzinfo=WIB)


@pytest.mark.parametrize(
    ("kini", "sampai"),
    [
        (_wib(11, 24, 17, 59), _wib(11, 24, 17, 59)),
        (_wib(11, 24, 18, 0), _wib(11, 25, 7, 0)),
        (_wib(11, 25, 0, 0), _wib(11, 25, 7, 0)),
        (_wib(11, 25, 6, 59), _wib(11, 25, 7, 0)),
        (_wib(11, 25, 7, 0), _wib(11, 25, 7, 0)),
        # Friday evening waits for Monday; so does Sunday noon.
        (_wib(11, 27, 18, 0), _wib(11, 30, 7, 0)),
        (_wib(11, 29, 12, 0), _wib(11, 30, 7, 0)),
        # Christmas on a Friday: Thursday evening waits for Monday.
        (_wib(12, 24, 18, 30), _wib(12, 28, 7, 0)),
        (_wib(12, 24, 17, 30), _wib(12, 24, 17, 30)),
    ],
    ids=lambda x: f"{x:%a %d %H.%M}",
)
def test_menunggu_sampai_jam_kerja_berikutnya(kini: datetime, sampai: datetime) -> None:
    assert akhir_hening(kini, BIASA, NATAL) == sampai
    assert hening(kini, BIASA, NATAL) == (sampai > kini)


@pytest.mark.parametrize(
    ("jam", "kini", "sampai"),
    [
        # Quiet at noon, not at night.
        (JamHening(time(12), time(13)), _wib(11, 24, 12, 30), _wib(11, 24, 13, 0)),
        (JamHening(time(12), time(13)), _wib(11, 24, 23, 0), _wib(11, 24, 23, 0)),
        # The same time twice: no quiet hours, yet quiet days.
        (JamHening(time(0), time(0)), _wib(11, 24, 2, 0), _wib(11, 24, 2, 0)),
        (JamHening(time(0), time(0)), _wib(11, 28, 2, 0), _wib(11, 30, 0, 0)),
        # No quiet days: Saturday at ten goes, Saturday night waits for Sunday morning.
        (JamHening(hari_libur=False), _wib(11, 28, 10, 0), _wib(11, 28, 10, 0)),
        (JamHening(hari_libur=False), _wib(11, 28, 21, 0), _wib(11, 29, 7, 0)),
    ],
)
def test_jam_pilihan_sendiri(jam: JamHening, kini: datetime, sampai: datetime) -> None:
    assert akhir_hening(kini, jam, NATAL) == sampai


def test_yang_dihitung_adalah_jam_setempat() -> None:
    """11.30 UTC is 18.30 in Jakarta: quiet there, though nobody's clock in UTC says so."""
    saat = datetime(2026, 11, 24, 11, 30, tzinfo=UTC)

    assert hening(saat.astimezone(WIB), BIASA, frozenset())
    assert akhir_hening(saat.astimezone(WIB), BIASA, frozenset()) == datetime(
        2026, 11, 25, 0, 0, tzinfo=UTC
    )
