"""The contract of a service: every write goes through one of these doors.

``@layanan`` gives an act one transaction, an author for the history triggers, and the mark that the
write guard looks for. What the decorator cannot know (peran, unit, state) the service checks
itself, through ``Lingkup.wajib`` and ``sakip.alur``; a health test sees to it that each one does.
"""

import functools
import inspect
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ParamSpec, TypeVar
from uuid import uuid4

from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan, VersiUsang

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", bound=models.Model)

_layanan_berjalan: ContextVar[str | None] = ContextVar("layanan_berjalan", default=None)
DAFTAR_LAYANAN: dict[str, Callable[..., Any]] = {}


@dataclass(frozen=True, slots=True)
class Pelaku:
    """Who acts. ``sistem`` is the program itself (first installation, generators)."""

    pengguna_id: int
    sistem: bool = False


def layanan_berjalan() -> str | None:
    """Name of the service that is running now, or ``None``."""
    return _layanan_berjalan.get()


@contextmanager
def _pintu(nama: str, oleh: Pelaku) -> Iterator[None]:
    if _layanan_berjalan.get() is not None:
        # Part of a larger act: history names that act, once for the whole transaction.
        with transaction.atomic():
            yield
        return
    tanda = _layanan_berjalan.set(nama)
    try:
        with transaction.atomic():
            _sebut_pelaku(nama, oleh)
            yield
    finally:
        _layanan_berjalan.reset(tanda)


def _sebut_pelaku(nama: str, oleh: Pelaku) -> None:
    """Tell the history triggers, for the rest of this transaction, who acts and by which service.

    ``pghistory.context`` would put the same two variables in front of every single statement, and
    two commands in one are what the server cannot prepare.
    """
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT set_config('pghistory.context_id', %s, true),"
            " set_config('pghistory.context_metadata', %s, true)",
            [str(uuid4()), json.dumps({"pengguna": oleh.pengguna_id, "tindakan": nama})],
        )


def layanan(fungsi: Callable[P, T]) -> Callable[P, T]:
    """Make ``fungsi`` a service. It must be keyword-only and take ``oleh`` and ``saat``."""
    tanda_tangan = inspect.signature(fungsi)
    app = fungsi.__module__.removeprefix("sakip.").split(".")[0]
    nama = f"{app}.{fungsi.__name__}"
    jenis = {p.kind for p in tanda_tangan.parameters.values()}
    if jenis != {inspect.Parameter.KEYWORD_ONLY} or not {"oleh", "saat"} <= set(
        tanda_tangan.parameters
    ):
        raise TypeError(f"{nama}: layanan menerima argumen bernama saja, termasuk oleh dan saat")

    @functools.wraps(fungsi)
    def berpintu(*args: P.args, **kwargs: P.kwargs) -> T:
        oleh, saat = kwargs["oleh"], kwargs["saat"]
        if not isinstance(oleh, Pelaku):
            raise TypeError(f"{nama}: oleh harus Pelaku")
        if not isinstance(saat, datetime) or saat.tzinfo is None:
            raise TypeError(f"{nama}: saat harus waktu dengan zona")
        with _pintu(nama, oleh):
            return fungsi(*args, **kwargs)

    DAFTAR_LAYANAN[nama] = berpintu
    return berpintu


def kunci(himpunan: models.QuerySet[M], *, uuid: Any, versi: int | None = None) -> M:
    """Lock one row for writing; refuse when it is gone or newer than what the caller saw.

    One query. ``versi=None`` is for acts that no reader can race (an actor's own new row).
    """
    baris = himpunan.select_for_update(of=("self",)).filter(uuid=uuid).first()
    if baris is None:
        raise TidakDitemukan(_("Data itu tidak ada di instansi ini. Muat ulang daftarnya."))
    tersimpan = getattr(baris, "versi", None)
    if versi is not None and tersimpan != versi:
        raise VersiUsang(
            _(
                "Data ini sudah diubah orang lain sejak Anda membukanya "
                "(versi Anda %(anda)s, tersimpan %(kini)s). Muat ulang, lalu ulangi perubahan Anda."
            )
            % {"anda": versi, "kini": tersimpan},
            milik_anda=versi,
            tersimpan=tersimpan,
        )
    return baris
