"""What the benchmarks share: a clock, a count of statements, a visitor, and bare references."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

PEMANASAN = 3


@dataclass(slots=True)
class Kueri:
    """Statements that were sent so far."""

    banyak: int = 0


@contextmanager
def kueri() -> Iterator[Kueri]:
    """Count the statements of this process's own connection."""
    from django.db import connection

    hasil = Kueri()

    def hitung(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        hasil.banyak += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(hitung):
        yield hasil


def detik(kerja: Callable[[], object]) -> float:
    """Seconds of one run."""
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def tengah(kerja: Callable[[], object], ulang: int) -> float:
    """Median seconds of some runs."""
    return median(detik(kerja) for _ in range(ulang))


def ukur(kerja: Callable[[], object], ulang: int) -> tuple[float, int]:
    """Median milliseconds of a warmed-up run, and how many statements one takes."""
    for _ in range(PEMANASAN):
        kerja()
    with kueri() as satu:
        kerja()
    return tengah(kerja, ulang) * 1000, satu.banyak


def pengunjung(akun: str) -> Any:
    """Django's test client, signed in."""
    from django.test import Client

    from sakip.akun.models import Pengguna

    klien = Client(headers={"host": "127.0.0.1"})
    klien.force_login(
        Pengguna.objects.get(nama_pengguna=akun),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return klien


def satu_update() -> None:
    """The reference of a save: one bare UPDATE of one row, committed."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(
            "UPDATE organisasi_versidata SET nomor = nomor + 1 WHERE id ="
            " (SELECT min(id) FROM organisasi_versidata)"
        )


def halaman_kosong() -> bytes:
    """The reference of a document: an empty page set by the same Typst."""
    import typst

    return typst.compile(b"x", format="pdf", ignore_system_fonts=True)
