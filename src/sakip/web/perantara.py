"""Middleware: the content policy, and service errors turned into pages."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation

from sakip.bersama.galat import GalatLayanan
from sakip.web.galat import cara_salah, halaman_galat

Berikut = Callable[[HttpRequest], HttpResponseBase]
KEBIJAKAN = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class KebijakanIsi:
    """Only our own scripts, styles and forms; no page of ours inside a frame or kept anywhere."""

    def __init__(self, berikut: Berikut) -> None:
        self.berikut = berikut

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        jawaban = self.berikut(request)
        jawaban.headers.setdefault("Content-Security-Policy", KEBIJAKAN)
        # Office computers are shared: after signing out, Back must not show what was there before.
        jawaban.headers.setdefault("Cache-Control", "private, no-store")
        jawaban.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return jawaban


class GalatMenjadiHalaman:
    """A service or selector refuses; the visitor reads why, with the right status."""

    def __init__(self, berikut: Berikut) -> None:
        self.berikut = berikut

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        jawaban = self.berikut(request)
        if jawaban.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return cara_salah(request, jawaban)
        return jawaban

    def process_view(self, request: HttpRequest, *_tampilan: object) -> None:
        """Refuse text with a NUL: nobody types it, and PostgreSQL cannot hold it."""
        for kiriman in (request.GET, request.POST):
            if any("\0" in isi for _nama, semua in kiriman.lists() for isi in semua):
                raise BadRequest("NUL")

    def process_exception(self, request: HttpRequest, galat: Exception) -> HttpResponse | None:
        if isinstance(galat, GalatLayanan):
            return halaman_galat(request, galat)
        return None


class BahasaPilihan:
    """Indonesian, unless the visitor chose otherwise.

    The language of the browser is not asked: office computers are often set to English by chance,
    and their users would find an official form in a language they did not choose.
    """

    def __init__(self, berikut: Berikut) -> None:
        self.berikut = berikut

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        pilihan = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        bahasa = pilihan if pilihan in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(bahasa):
            request.LANGUAGE_CODE = bahasa
            jawaban = self.berikut(request)
        jawaban.headers.setdefault("Content-Language", bahasa)
        return jawaban
