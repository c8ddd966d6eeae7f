"""What sign-in does our way: nobody signs up by himself, accounts come from the admin."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.views import password_reset
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.akun.models import Pengguna


class AdaptorAkun(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes every door of allauth that would create an account."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def get_user_search_fields(self) -> list[str]:
        return ["nama_pengguna", "nama"]

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Names are given by the admin and never made up."""


def nama_tampilan(pengguna: Pengguna) -> str:
    """How a person is addressed on screen."""
    return pengguna.nama


def tanpa_surel(request: HttpRequest, sisa: str = "") -> HttpResponse:  # noqa: ARG001
    """Stand where allauth would take, show or confirm an e-mail address."""
    raise Http404(_("Akun SAKIP tidak memakai alamat surel."))


@require_safe
def lupa_sandi(request: HttpRequest) -> HttpResponse:
    """Say whom to ask for a new password; nothing is sent to anybody."""
    jawaban: HttpResponse = password_reset(request)
    return jawaban
