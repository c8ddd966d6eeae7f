"""The same cast and the same write guard as in the domain tests."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from jelajah import Tempat, isi_tempat, klien

from domain.latar import bahasa_indonesia, dunia, lain, pemeran, penjaga
from domain.pemeran import Dunia

__all__ = ["bahasa_indonesia", "dunia", "lain", "pemeran", "penjaga"]


@pytest.fixture
def hari_cerita(settings: Any) -> None:
    """The pages live on the day on which the cast lives."""
    settings.TANGGAL_CONTOH = date(2026, 11, 24)


@pytest.fixture
def tempat(dunia: Dunia) -> Tempat:
    """Dinas Anggrek with something of every kind in it."""
    return isi_tempat(dunia, "dinas-anggrek", "ani")


@pytest.fixture
def admin(dunia: Dunia) -> Client:
    """The browser of the one who keeps the accounts of the whole government."""
    return klien(dunia, "admin")
