"""Spans of days: both ends inside."""

from datetime import date

import pytest

from sakip_rules.waktu import Masa, tahun_kalender

MASA = Masa(date(2022, 1, 1), date(2022, 12, 31))
TERBUKA = Masa(date(2022, 1, 1), None)


@pytest.mark.parametrize(
    ("tanggal", "di_dalam"),
    [
        (date(2021, 12, 31), False),
        (date(2022, 1, 1), True),
        (date(2022, 12, 31), True),
        (date(2023, 1, 1), False),
    ],
)
def test_kedua_ujung_termasuk(tanggal: date, di_dalam: bool) -> None:
    assert MASA.memuat(tanggal) is di_dalam


def test_tanpa_akhir_memuat_semua_sesudahnya() -> None:
    assert TERBUKA.memuat(date(9999, 12, 31))
    assert TERBUKA.hari_sesudah() is None
    assert MASA.hari_sesudah() == date(2023, 1, 1)


@pytest.mark.parametrize(
    ("lain", "tumpuk"),
    [
        (Masa(date(2022, 12, 31), None), True),
        (Masa(date(2023, 1, 1), None), False),
        (Masa(date(2021, 1, 1), date(2021, 12, 31)), False),
        (Masa(date(2021, 1, 1), date(2022, 1, 1)), True),
    ],
)
def test_bertumpuk(lain: Masa, tumpuk: bool) -> None:
    assert MASA.bertumpuk(lain) is lain.bertumpuk(MASA) is tumpuk


def test_berakhir_sebelum_mulai_ditolak() -> None:
    with pytest.raises(ValueError, match="sebelum mulai"):
        Masa(date(2022, 1, 2), date(2022, 1, 1))


def test_tahun_kalender() -> None:
    assert tahun_kalender(2026) == Masa(date(2026, 1, 1), date(2026, 12, 31))
