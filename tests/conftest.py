"""The database of the tests, and what to do without a browser.

Tests run as the role ``aplikasi``, so that the rights of a real installation hold in them. A test
that needs more asks for the fixture ``pemilik``.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from kluster_uji import KlusterUji, ambil, lepas
from sakip.config import skema
from sakip.config.contoh import isi_contoh, tanggal_bawaan
from sakip.config.peran import Koneksi

PERAMBAN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def kluster_uji() -> Iterator[KlusterUji]:
    """The PostgreSQL that all test processes share."""
    peserta = ambil()
    yield peserta
    lepas(peserta)


@dataclass
class Pangkalan:
    """Which copy this process's tests use just now, and of which template."""

    kluster: KlusterUji
    templat: str
    nama: str

    def salin(self) -> skema.Sasaran:
        """Make the copy anew."""
        return self.kluster.salin(self.templat, self.nama)

    def tunjuk(self) -> None:
        """Point Django at the copy."""
        connections.close_all()
        sambungan = self.kluster.sasaran(self.nama).aplikasi.django()
        # Threads of a live server must not keep a connection to an older copy.
        sambungan["CONN_MAX_AGE"] = 0
        settings.DATABASES["default"].update(sambungan)
        connections["default"].settings_dict.update(settings.DATABASES["default"])


def _nama_salinan(akhiran: str) -> str:
    return f"uji_{os.getpid()}_{os.environ.get('PYTEST_XDIST_WORKER', 'induk')}{akhiran}"


@pytest.fixture(scope="session")
def pangkalan(kluster_uji: KlusterUji) -> Iterator[Pangkalan]:
    """This process's own copy of the migrated template."""
    satu = Pangkalan(kluster_uji, kluster_uji.templat(), _nama_salinan(""))
    satu.salin()
    yield satu
    kluster_uji.buang(satu.nama)


@pytest.fixture(scope="session")
def django_db_setup(pangkalan: Pangkalan, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Point Django at this process's database; replaces pytest-django's own fixture."""

    def salin_ulang(_uji: TransactionTestCase) -> None:
        # ``aplikasi`` may not TRUNCATE, and a flush would also lose the rows of the migrations:
        # after a test that really committed, the database is a new copy of the template.
        connections.close_all()
        pangkalan.salin()

    with django_db_blocker.unblock():
        pangkalan.tunjuk()
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(TransactionTestCase, "_fixture_teardown", salin_ulang)
        yield
    with django_db_blocker.unblock():
        connections.close_all()


@pytest.fixture(scope="module")
def contoh(pada_contoh: "PadaContoh") -> Iterator[date]:
    """The demo's data for all tests of a module; gives the day the demo lives on.

    Use as ``pytestmark = pytest.mark.usefixtures("contoh")``: a fixture of the module comes before
    the transaction of each test. The demo is loaded once per state of the program, then copied. A
    module that lives on another day of the story has a ``contoh`` of its own from ``pada_contoh``.
    """
    with pada_contoh(tanggal_bawaan()) as tanggal:
        yield tanggal


PadaContoh = Callable[[date], AbstractContextManager[date]]


@pytest.fixture(scope="session")
def pada_contoh(
    pangkalan: Pangkalan,
    django_db_setup: None,  # noqa: ARG001 - must come first
    django_db_blocker: DjangoDbBlocker,
) -> PadaContoh:
    """A way to point the tests at the demo of a day, and back again."""

    @contextmanager
    def buka(tanggal: date) -> Iterator[date]:
        with django_db_blocker.unblock():
            semula = replace(pangkalan)
            pangkalan.templat = _templat_contoh(pangkalan, tanggal)
            pangkalan.nama = _nama_salinan("_contoh")
            pangkalan.salin()
            pangkalan.tunjuk()
        yield tanggal
        with django_db_blocker.unblock():
            connections.close_all()
            pangkalan.kluster.buang(pangkalan.nama)
            pangkalan.templat, pangkalan.nama = semula.templat, semula.nama
            pangkalan.tunjuk()

    return buka


def _templat_contoh(pangkalan: Pangkalan, tanggal: date) -> str:
    """Name of the template that holds the demo of that day; made now if there is none."""
    bawaan, sidik = tanggal_bawaan(), f"{tanggal:%y%m%d}{_sidik_program()}"
    isi = partial(_isi_contoh, pangkalan)
    if tanggal > bawaan:
        # The year up to the usual day is not played again: other tests need that template too.
        isi = partial(_lanjutkan_contoh, pangkalan, _templat_contoh(pangkalan, bawaan), bawaan)
    return pangkalan.kluster.siapkan_templat(
        f"templat_contoh_{skema.sidik_skema()[:20]}_{sidik[:20]}", partial(isi, tanggal)
    )


# These show what was done or start the program; the year is played without them.
_TAK_BERPERAN = {"web", "portal", "tampilan", "terjemahan", "perintah", "config"}


@cache
def _sidik_program() -> str:
    """Fingerprint of all that the played year is made of: rules, services, documents, the story."""
    sidik, src = hashlib.sha256(), Path(skema.__file__).parents[2]
    for berkas in sorted(src.rglob("*.*")):
        jalur = berkas.relative_to(src)
        if berkas.is_file() and berkas.suffix != ".pyc" and jalur.parts[1] not in _TAK_BERPERAN:
            sidik.update(jalur.as_posix().encode())
            sidik.update(berkas.read_bytes())
    return sidik.hexdigest()


def _isi_contoh(pangkalan: Pangkalan, tanggal: date, nama: str) -> None:
    """Faster than migrating again: the demo goes into a copy of the migrated template."""
    sasaran = pangkalan.kluster.salin(pangkalan.templat, nama)
    isi_contoh(sasaran.aplikasi, tanggal, {})


def _lanjutkan_contoh(
    pangkalan: Pangkalan, templat: str, sejak: date, tanggal: date, nama: str
) -> None:
    """Play on from an earlier day of the demo."""
    sasaran = pangkalan.kluster.salin(templat, nama)
    isi_contoh(sasaran.aplikasi, tanggal, {}, sejak)


@pytest.fixture(autouse=True)
def tanpa_sisa_pecahan() -> None:
    """Forget fragments of pages: a rolled back test leaves data versions that were used already."""
    if (pecahan := sys.modules.get("sakip.web.pecahan")) is not None:
        pecahan.TEMBOLOK.kosongkan()
    if (rencana := sys.modules.get("sakip.pengukuran.selectors.rencana")) is not None:
        rencana.INGATAN.kosongkan()
    if (mutu := sys.modules.get("sakip.pengukuran.selectors.mutu_baca")) is not None:
        mutu.INGATAN.kosongkan()


@pytest.fixture
def pemilik(pangkalan: Pangkalan) -> Iterator[Koneksi]:
    """A connection of the owner beside the test's own (sees only what was committed)."""
    with pangkalan.kluster.sasaran(pangkalan.nama).pemilik.hubungkan() as koneksi:
        yield koneksi


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long files first; without Chromium no browser tests, which on CI is a failure.

    A worker takes a whole file at a time: a long one that began last would keep one core waiting.
    """
    panjang = {b.path for b in items if b.get_closest_marker("lama")}
    items.sort(key=lambda b: b.path not in panjang)
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
    """Say loudly what was left out, and what the heaviest pages weigh on the line."""
    if jumlah := config.stash.get(_TANPA_PERAMBAN, 0):
        terminalreporter.write_line(
            f"!!! {jumlah} UJI PERAMBAN TIDAK DIJALANKAN: Chromium tidak ditemukan. "
            "Pasang Chromium, lalu ulangi `make test`. !!!",
            red=True,
            bold=True,
        )
    lulus = terminalreporter.stats.get("passed", [])
    berat = [
        nilai for uji in lulus for nama, nilai in uji.user_properties if nama == "berat_halaman"
    ]
    if berat:
        terminalreporter.write_line(
            f"Berat {len(berat)} halaman pertama kali dibuka: "
            + ", ".join(f"{nama} {n / 1000:.0f} kB" for n, nama in sorted(berat, reverse=True)[:5])
            + ", …"
        )
