"""What sign-in does our way: nobody signs up by himself, accounts come from the admin."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

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
