"""The demo on a real address, and its people already signed in."""

import threading
from collections.abc import Iterator
from datetime import date
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created
from halaman import peramban
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker
from situs import Situs, akun_dua_instansi

from sakip.bersama.penjaga import penjaga_tulis
from sakip.web.pecahan import TEMBOLOK


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Diam(WSGIRequestHandler):
    def log_message(self, *_isi: object) -> None:
        """Say nothing: the tests speak."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium for the tests of a file; it ends with them, and its event loop with it."""
    with peramban() as satu:
        yield satu


@pytest.fixture(scope="module")
def situs(contoh: date, django_db_blocker: DjangoDbBlocker) -> Iterator[Situs]:
    """The staff interface with the demo's data, as its users meet it.

    The real WSGI application on 127.0.0.1, on a copy of the demo of its own, as the role
    ``aplikasi`` and behind the write guard; on the day the demo lives on.
    """
    with pytest.MonkeyPatch.context() as tambal, django_db_blocker.unblock():
        tambal.setattr(settings, "TANGGAL_CONTOH", contoh)
        tambal.setattr(settings, "CONTOH", True)
        # Playwright keeps an event loop in this thread; the database calls beside it are ours.
        tambal.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        # Fragments are keyed by data version, and two copies of the demo have the same versions.
        TEMBOLOK.kosongkan()
        connection_created.connect(_jaga)
        akun_dua_instansi(contoh)
        server = make_server("127.0.0.1", 0, get_wsgi_application(), _Server, _Diam)
        utas = threading.Thread(target=server.serve_forever, daemon=True)
        utas.start()
        yield Situs(f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        utas.join()
        server.server_close()
        connection_created.disconnect(_jaga)


def _jaga(connection: Any, **_isi: Any) -> None:
    """Each request has a thread and so a connection of its own: put the guard on each."""
    if penjaga_tulis not in connection.execute_wrappers:
        connection.execute_wrappers.append(penjaga_tulis)
