"""The same cast and the same write guard as in the domain tests."""

from datetime import date
from typing import Any

import pytest

from domain.latar import bahasa_indonesia, dunia, lain, pemeran, penjaga

__all__ = ["bahasa_indonesia", "dunia", "lain", "pemeran", "penjaga"]


@pytest.fixture
def hari_cerita(settings: Any) -> None:
    """The pages live on the day on which the cast lives."""
    settings.TANGGAL_CONTOH = date(2026, 11, 24)
