"""Addresses that may be linked. Pure: no network, no query."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

PANJANG_TAUTAN = 500
PORT = 443
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_AKHIR_DALAM = frozenset(
    {
        "alt", "arpa", "corp", "example", "home", "internal", "intranet", "invalid", "lan",
        "local", "localdomain", "localhost", "onion", "private", "test",
    }
)  # fmt: skip


class AlamatDitolak(ValueError):
    """An address that is not taken; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Tautan:
    """An address in its one form: ``https://nama/jalur``; the name in ASCII, no port, no user."""

    nama: str
    sasaran: str
    pecahan: str = ""

    @property
    def url(self) -> str:
        return f"https://{self.nama}{self.sasaran}{self.pecahan}"


def baca_tautan(teks: str, dari: Tautan | None = None) -> Tautan:
    """An address as it was typed, or as a redirect of ``dari`` names it. Raises ``AlamatDitolak``.

    Only https to a public name: no user, no password, no port, no IP address in any writing.
    """
    polos = teks.strip()
    if not polos:
        raise AlamatDitolak(_("Tulis alamatnya, mis. https://contoh.go.id/berkas."))
    if len(polos) > PANJANG_TAUTAN and dari is None:
        raise AlamatDitolak(_("Alamat paling panjang %s huruf.") % PANJANG_TAUTAN)
    # Browsers and parsers disagree on these: no address that people copy has any.
    if any(h.isspace() or not h.isprintable() or h in '\\"<>^`{|}' for h in polos):
        raise AlamatDitolak(_("Alamat ini memuat spasi atau tanda yang tidak wajar. Salin ulang."))
    try:
        bagian = urlsplit(urljoin(dari.url, polos) if dari else polos)
        port = bagian.port
    except ValueError:
        raise AlamatDitolak(_("Alamat ini tidak terbaca. Salin ulang dari peramban.")) from None
    if bagian.scheme != "https":
        raise AlamatDitolak(_("Alamat harus diawali https://."))
    if "@" in bagian.netloc:
        raise AlamatDitolak(_("Alamat tidak boleh memuat nama pengguna atau kata sandi."))
    if port not in {None, PORT} or bagian.netloc.endswith(":"):
        raise AlamatDitolak(_("Alamat tidak boleh menyebut nomor port."))
    return Tautan(_nama(bagian.hostname or ""), _sasaran(bagian), _pecahan(bagian))


def _nama(host: str) -> str:
    """The name in ASCII; never an address in numbers, never a name that only works inside."""
    if not host:
        raise AlamatDitolak(_("Alamat ini tidak menyebut nama situs."))
    try:
        # Full-width digits and dots become plain ones here, before they are judged.
        nama = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise AlamatDitolak(_("Nama situs ini tidak terbaca. Salin ulang dari peramban.")) from None
    label = nama.split(".")
    akhir = label[-1]
    if ":" in nama or akhir.isdigit() or re.fullmatch(r"0x[0-9a-f]*", akhir):
        raise AlamatDitolak(_("Alamat harus memakai nama situs, bukan angka IP."))
    if len(label) < 2 or akhir in _AKHIR_DALAM:
        raise AlamatDitolak(_("Nama situs ini hanya dikenal di jaringan sendiri."))
    if len(nama) > 253 or not all(_LABEL.fullmatch(satu) for satu in label):
        raise AlamatDitolak(_("Nama situs ini tidak terbaca. Salin ulang dari peramban."))
    return nama


def _sasaran(bagian: SplitResult) -> str:
    jalur = iri_to_uri(bagian.path) or "/"
    return f"{jalur}?{iri_to_uri(bagian.query)}" if bagian.query else str(jalur)


def _pecahan(bagian: SplitResult) -> str:
    return f"#{iri_to_uri(bagian.fragment)}" if bagian.fragment else ""
