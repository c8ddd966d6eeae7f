"""The database of the tests, and what to do without a browser.

Tests run as the role ``aplikasi``, so that the rights of a real installation hold in them. A test
that needs more asks for the fixture ``pemilik``.
"""

import os
import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase

from kluster_uji import KlusterUji, ambil, lepas
from sakip.config import skema
from sakip.config.peran import Koneksi

PERAMBAN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def kluster_uji() -> Iterator[KlusterUji]:
    """The PostgreSQL that all test processes share."""
    peserta = ambil()
    yield peserta
    lepas(peserta)


@pytest.fixture(scope="session")
def basisdata_uji(kluster_uji: KlusterUji) -> Iterator[skema.Sasaran]:
    """This process's own copy of the migrated template."""
    nama = f"uji_{os.getpid()}_{os.environ.get('PYTEST_XDIST_WORKER', 'induk')}"
    yield kluster_uji.salin(kluster_uji.templat(), nama)
    kluster_uji.buang(nama)


@pytest.fixture(scope="session")
def django_db_setup(
    kluster_uji: KlusterUji,
    basisdata_uji: skema.Sasaran,
    django_db_blocker: pytest.Item,
) -> Iterator[None]:
    """Point Django at this process's database; replaces pytest-django's own fixture."""
    nama = basisdata_uji.admin.basisdata
    settings.DATABASES["default"].update(basisdata_uji.aplikasi.django())
    connections["default"].settings_dict.update(settings.DATABASES["default"])

    def salin_ulang(_uji: TransactionTestCase) -> None:
        # ``aplikasi`` may not TRUNCATE, and a flush would also lose the rows of the migrations:
        # after a test that really committed, the database is a new copy of the template.
        connections.close_all()
        kluster_uji.salin(kluster_uji.templat(), nama)

    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(TransactionTestCase, "_fixture_teardown", salin_ulang)
        yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections.close_all()


@pytest.fixture
def pemilik(basisdata_uji: skema.Sasaran) -> Iterator[Koneksi]:
    """A connection of the owner beside the test's own (sees only what was committed)."""
    with basisdata_uji.pemilik.hubungkan() as koneksi:
        yield koneksi


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the browser tests where there is no Chromium; on CI that is a failure."""
    peramban = [butir for butir in items if butir.get_closest_marker("browser")]
    if not peramban or any(shutil.which(nama) for nama in PERAMBAN):
        return
    if os.environ.get("CI") == "true":
        raise pytest.UsageError("Chromium tidak ada, padahal CI wajib menjalankan uji peramban.")
    items[:] = [butir for butir in items if butir not in set(peramban)]
    config.hook.pytest_deselected(items=peramban)
    config.stash[_TANPA_PERAMBAN] = len(peramban)


_TANPA_PERAMBAN = pytest.StashKey[int]()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say loudly what was left out."""
    if jumlah := config.stash.get(_TANPA_PERAMBAN, 0):
        terminalreporter.write_line(
            f"!!! {jumlah} UJI PERAMBAN TIDAK DIJALANKAN: Chromium tidak ditemukan. "
            "Pasang Chromium, lalu ulangi `make test`. !!!",
            red=True,
            bold=True,
        )
