"""What every public view begins with: a transaction that the database itself keeps read-only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.bersama.jam import saat_ini
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """A visit to the pages of one government on one day."""

    instansi: Instansi
    pada: date


Halaman = Callable[Concatenate[HttpRequest, Kunjungan, P], HttpResponse]


def publik(tampilan: Halaman[P]) -> Callable[..., HttpResponse]:
    """Open a page of one government to everybody; whatever it does, it cannot write."""

    @require_safe
    @wraps(tampilan)
    def berpintu(request: HttpRequest, kode: str, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            with connection.cursor() as kursor:
                kursor.execute("SET TRANSACTION READ ONLY")
            instansi = organisasi.instansi_menurut_kode(kode)
            pada = organisasi.tanggal_di(instansi, saat_ini())
            request.publik = {  # type: ignore[attr-defined]
                "instansi": instansi,
                "menu": _menu(request, instansi),
            }
            with timezone.override(instansi.zona):
                jawaban = tampilan(request, Kunjungan(instansi, pada), *args, **kwargs)
        return jawaban

    return berpintu


def _menu(request: HttpRequest, instansi: Instansi) -> list[dict[str, Any]]:
    butir = [
        (_("Janji dan hasil"), reverse("portal:instansi", args=[instansi.kode])),
        (_("Dari belajar ke hasil"), reverse("portal:kapasitas", args=[instansi.kode])),
    ]
    return [{"judul": j, "url": u, "aktif": u == request.path} for j, u in butir]
