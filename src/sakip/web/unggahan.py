"""The door for what is sent: too large is refused by its declared length, before it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve

from sakip.web.galat import tanpa_panjang, terlalu_besar

TERPANJANG = 18  # digits of a length that are read
Berikut = Callable[[HttpRequest], HttpResponseBase]


class PintuUnggahan:
    """Refuse a body that is longer than its page takes, or that hides its length.

    Nothing is read of it: no memory is filled and no file is spooled. What is let in can be no
    longer than it says, for the server reads exactly ``Content-Length`` bytes.
    """

    def __init__(self, berikut: Berikut) -> None:
        self.berikut = berikut

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "chunked" in request.headers.get("Transfer-Encoding", "").lower():
            return tanpa_panjang(request)
        panjang = _panjang(request)
        if panjang > settings.UKURAN_KIRIMAN_MAKS and panjang > (maks := _batas(request)):
            return terlalu_besar(request, maks)
        return self.berikut(request)


def _panjang(request: HttpRequest) -> int:
    teks = request.META.get("CONTENT_LENGTH") or ""
    # More digits than any length has are all equally too long; nobody has to read them out.
    return int(teks[:TERPANJANG]) if teks.isdecimal() else 0


def _batas(request: HttpRequest) -> int:
    """The limit of the page that the form was sent to."""
    batas: dict[str, int] = settings.UKURAN_KIRIMAN_RUTE
    try:
        nama = resolve(request.path_info).view_name
    except Resolver404:
        nama = ""
    return batas.get(nama, settings.UKURAN_KIRIMAN_MAKS)
