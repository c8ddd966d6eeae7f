"""Fixtures that domain and web tests share: the cast, and the write guard around every test."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.utils import translation

from domain.pemeran import Dunia, bangun_dunia, bangun_dunia_lain
from sakip.bersama.penjaga import penjaga_tulis


@pytest.fixture(autouse=True)
def penjaga() -> Iterator[None]:
    """No SQL write outside a service, in any test."""
    with connection.execute_wrapper(penjaga_tulis):
        yield


@pytest.fixture(autouse=True)
def bahasa_indonesia() -> Iterator[None]:
    with translation.override("id"):
        yield


@pytest.fixture(scope="session")
def pemeran(django_db_setup: None, django_db_blocker: Any) -> None:  # noqa: ARG001
    """Lay the cast once for all tests of this process; each test then works in a transaction."""
    with django_db_blocker.unblock():
        bangun_dunia()
        bangun_dunia_lain()


@pytest.fixture
def dunia(pemeran: None, db: None) -> Dunia:  # noqa: ARG001 - the cast lives in the database
    """Kabupaten Contoh."""
    return bangun_dunia()


@pytest.fixture
def lain(pemeran: None, db: None) -> Dunia:  # noqa: ARG001 - the cast lives in the database
    """Kabupaten Lain, another government in the same installation."""
    return bangun_dunia_lain()
