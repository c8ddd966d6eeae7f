"""The tree of the government as a file: Excel, a drawing, or A3 paper."""

from django.http import HttpRequest, HttpResponse

from sakip.bersama.izin import Tindakan
from sakip.web.akses import Akses, berizin


@berizin(Tindakan.LIHAT_RENCANA)
def unduh_pohon(request: HttpRequest, akses: Akses, tahun: int, bentuk: str) -> HttpResponse:
    """The tree, or the branch ``?akar=``, in one of the three forms."""
    return HttpResponse("")
