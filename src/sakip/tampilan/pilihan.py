"""What a visitor chose about the look: theme and row density, in cookies, so nothing flashes.

The choice is one POST (works without JavaScript) and comes back to the page it was made on.
"""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

TEMA: Final = ("sistem", "terang", "gelap")
KERAPATAN: Final = ("lega", "rapat")
_SETAHUN = 365 * 24 * 3600
_PILIHAN: Final = {"tema": TEMA, "kerapatan": KERAPATAN}


def _baca(request: HttpRequest | None, nama: str) -> str:
    """Return the cookie's value if it is one of ours, else the first choice."""
    sah = _PILIHAN[nama]
    nilai = "" if request is None else request.COOKIES.get(nama, "")
    return nilai if nilai in sah else sah[0]


def tema(request: HttpRequest | None) -> str:
    """Theme chosen by the visitor: ``sistem``, ``terang`` or ``gelap``."""
    return _baca(request, "tema")


def kerapatan(request: HttpRequest | None) -> str:
    """Row density chosen by the visitor: ``lega`` or ``rapat``."""
    return _baca(request, "kerapatan")


@require_POST
def atur(request: HttpRequest) -> HttpResponse:
    """Remember ``tema`` or ``kerapatan`` for a year and go back; unknown values change nothing."""
    kembali = request.POST.get("kembali", "/")
    aman = url_has_allowed_host_and_scheme(
        kembali, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    jawaban = HttpResponseRedirect(kembali if aman else "/")
    for nama, sah in _PILIHAN.items():
        nilai = request.POST.get(nama)
        if nilai in sah:
            # Not HttpOnly: the script switches the theme at once and keeps the same cookie.
            jawaban.set_cookie(
                nama, nilai, max_age=_SETAHUN, samesite="Lax", secure=request.is_secure()
            )
    return jawaban
