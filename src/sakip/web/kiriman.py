"""What every posted form brings along: the version of the record that its sender saw."""

import re

from django.http import HttpRequest
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah

VERSI = re.compile(r"[0-9]{1,9}")


def tidak_lengkap() -> IsianTidakSah:
    """The refusal (422) of a form that lacks what no sender types."""
    return IsianTidakSah(_("Formulir ini tidak lengkap. Muat ulang halaman, lalu ulangi."))


def versi_kiriman(request: HttpRequest) -> int:
    """The version in the field ``versi``. Raises ``IsianTidakSah`` without a whole number there."""
    return baca_versi(request.POST.get("versi", ""))


def baca_versi(teks: str) -> int:
    """A version from a field of another name; 0 is a record that was not there yet."""
    if not VERSI.fullmatch(teks):
        raise tidak_lengkap()
    return int(teks)
