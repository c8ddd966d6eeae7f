"""Addresses that may be linked, and IP addresses that may be asked. Pure: no network, no query."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import SplitResult, urljoin, urlsplit

from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

PANJANG_TAUTAN = 500
PORT = 443
# IANA's special-purpose addresses, and what is no single host: none of them is the open internet.
TERTUTUP_4 = tuple(
    IPv4Network(blok)
    for blok in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
# Only 2000::/3 is handed out to hosts. That leaves out ::1, ::, IPv4 in any dress (mapped,
# compatible, NAT64), unique local, link-local, site-local and multicast at once.
UMUM_6 = IPv6Network("2000::/3")
TERTUTUP_6 = tuple(
    IPv6Network(blok)
    for blok in (
        "2001::/23",  # Teredo, ORCHID, benchmarking and other protocol blocks
        "2001:db8::/32",
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
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


def umum(alamat: str) -> bool:
    """Whether an IP address belongs to the open internet. What cannot be read does not."""
    try:
        empat = IPv4Address(alamat)
    except AddressValueError:
        return _umum_6(alamat)
    return not any(empat in blok for blok in TERTUTUP_4)


def _umum_6(alamat: str) -> bool:
    try:
        enam = IPv6Address(alamat)
    except AddressValueError:
        return False
    return enam.scope_id is None and enam in UMUM_6 and not any(enam in blok for blok in TERTUTUP_6)


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
