"""What nearly every view begins with: who asks, in which government, about which unit."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypedDict

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sakip.akun.models import Pengguna
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.jam import saat_ini
from sakip.bersama.layanan import Pelaku
from sakip.kabar.selectors import masuk_berkabar
from sakip.organisasi import selectors
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak

P = ParamSpec("P")


class Dasar(TypedDict):
    """Who acts, when, in which government."""

    oleh: Pelaku
    saat: datetime
    instansi: Instansi


@dataclass(frozen=True, slots=True)
class Akses:
    """A signed-in caller inside one instansi. Three queries: session, account, instansi + peran."""

    pengguna: Pengguna
    instansi: Instansi
    lingkup: Lingkup
    saat: datetime
    # Changes with whatever the caller's inbox is derived from; "" where no page is shown.
    tanda_kabar: str = ""

    @property
    def oleh(self) -> Pelaku:
        return Pelaku(self.pengguna.pk)

    @property
    def dasar(self) -> Dasar:
        """What every service asks for."""
        return {"oleh": self.oleh, "saat": self.saat, "instansi": self.instansi}

    def alamat(self, nama: str, *isi: object) -> str:
        """Address of a page inside this instansi: ``alamat("pemda", 2026)``."""
        return reverse(f"web:{nama}", args=[self.instansi.kode, *isi])

    def unit(self, slug: str, tindakan: Tindakan) -> UnitTampak:
        """The unit at this address if the caller may do ``tindakan`` there. One query."""
        return selectors.unit_menurut_slug(self.lingkup, slug, tindakan)


def kunci_jangkauan(akses: Akses) -> tuple[Hashable, ...]:
    """What a fragment over many units depends on besides the data: where, when, whose reach."""
    return (
        akses.instansi.kode,
        akses.instansi.nama,
        akses.lingkup.pada,
        akses.lingkup.jalur_untuk(Tindakan.LIHAT_KINERJA),
    )


Tampilan = Callable[Concatenate[HttpRequest, Akses, P], HttpResponse]


def berizin(tindakan: Tindakan) -> Callable[[Tampilan[P]], Callable[..., HttpResponse]]:
    """Open a view only to people with a peran that allows ``tindakan`` somewhere in the instansi.

    The view itself narrows it to the unit (``Akses.unit``); the matrix test reads ``izin``.
    """

    def hias(tampilan: Tampilan[P]) -> Callable[..., HttpResponse]:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(tampilan)
        def berpintu(request: HttpRequest, kode: str, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                lanjut = request.get_full_path()
                if request.method == "POST":
                    # Back to where a page can be shown: a form that was sent is not sent again.
                    lanjut = reverse("web:beranda_instansi", args=[kode])
                return redirect_to_login(lanjut)
            pengguna = request.user
            assert isinstance(pengguna, Pengguna)  # noqa: S101 - seen to above
            saat = saat_ini()
            tanda = ""
            if request.method == "POST":
                instansi, lingkup = selectors.masuk_instansi(pengguna.pk, kode, saat)
            else:
                instansi, lingkup, tanda = masuk_berkabar(pengguna.pk, kode, saat)
            selectors.lingkup_wajib_anggota(lingkup)
            lingkup.wajib(tindakan)
            akses = Akses(pengguna, instansi, lingkup, saat, tanda)
            request.akses = akses  # type: ignore[attr-defined]
            with timezone.override(instansi.zona):
                return tampilan(request, akses, *args, **kwargs)

        berpintu.izin = tindakan  # type: ignore[attr-defined]
        return berpintu

    return hias
