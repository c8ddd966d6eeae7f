"""The ways outward: a letter by SMTP, an event by HTTPS. No database.

Only addresses of the public internet are turned to, whatever a name leads to by now: the name is
resolved once, looked at, and the connection made to that very number. Redirects are not followed.
"""

import http.client
import json
import socket
import ssl
from dataclasses import dataclass
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils.translation import gettext as _

from sakip.bersama import jaringan
from sakip.kabar.tautan import tanda_webhook

SABAR = 15  # seconds
TETAP = 500  # replies from here on are final (RFC 5321, 4.2.1)


def surel_siap() -> bool:
    """Whether this installation was told of a mail server."""
    return bool(settings.EMAIL_HOST)


@dataclass(frozen=True, slots=True)
class Hasil:
    """How an attempt ended. ``sebab`` is empty when it went well."""

    sebab: str = ""
    ditolak: bool = False
    status: int | None = None


def kirim_surel(  # noqa: PLR0913
    *, uuid: UUID, kepada: str, judul: str, teks: str, html: str, hentikan: str
) -> Hasil:
    """Hand one letter to the mail server."""
    kepala = {"Message-ID": f"<{uuid}@{urlsplit(settings.ALAMAT_PUBLIK).hostname or 'sakip'}>"}
    if hentikan:
        kepala |= {
            "List-Unsubscribe": f"<{hentikan}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    surat = EmailMultiAlternatives(
        judul,
        teks,
        settings.DEFAULT_FROM_EMAIL,
        [kepada],
        headers={"Auto-Submitted": "auto-generated", **kepala},
        connection=get_connection(settings.EMAIL_BACKEND),
    )
    surat.attach_alternative(html, "text/html")
    try:
        surat.send()
    except SMTPRecipientsRefused as sebab:
        kode, kata = next(iter(sebab.recipients.values()))
        return Hasil(f"{kode} {_kata(kata)}", ditolak=kode >= TETAP)
    except SMTPSenderRefused as sebab:
        return Hasil(f"{sebab.smtp_code} {_kata(sebab.smtp_error)}")
    except (SMTPException, OSError) as sebab:
        return Hasil(f"{type(sebab).__name__}: {sebab}"[:200])
    return Hasil()


def _kata(kata: bytes | str) -> str:
    """What a mail server said, in one line."""
    teks = kata.decode("utf-8", "replace") if isinstance(kata, bytes) else kata
    return " ".join(teks.split())[:150]


class _Tetap(http.client.HTTPSConnection):
    """A connection to one number, with the certificate of the name it was found under."""

    def __init__(self, host: str, port: int, ip: str) -> None:
        super().__init__(host, port, timeout=SABAR, context=ssl.create_default_context())
        self._ip = ip

    def connect(self) -> None:
        soket = socket.create_connection((self._ip, self.port), SABAR)
        self.sock = ssl.create_default_context().wrap_socket(soket, server_hostname=self.host)


def sambungan(host: str, port: int, ip: str) -> http.client.HTTPConnection:
    """The connection that ``antar`` speaks through."""
    return _Tetap(host, port, ip)


def antar(  # noqa: PLR0913
    *, uuid: UUID, alamat: str, peristiwa: str, isi: dict[str, Any], rahasia: str, detik: int
) -> Hasil:
    """Post one signed event. Only 2xx is a yes; the answer itself is not read."""
    bagian = urlsplit(alamat)
    host, port = bagian.hostname or "", bagian.port or 443
    badan = json.dumps({"id": str(uuid), **isi}, ensure_ascii=False, sort_keys=True).encode()
    kepala = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "SAKIP-webhook/1",
        "X-SAKIP-Id": str(uuid),
        "X-SAKIP-Peristiwa": peristiwa,
        "X-SAKIP-Tanda": tanda_webhook(rahasia, detik, badan),
    }
    try:
        nomor = {str(a[4][0]) for a in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        if not nomor or not all(jaringan.alamat_umum(n) for n in nomor):
            return Hasil(_("Nama itu menuju jaringan dalam; tidak dikirim."))
        koneksi = sambungan(host, port, min(nomor))
        try:
            jalan = f"{bagian.path or '/'}{f'?{bagian.query}' if bagian.query else ''}"
            koneksi.request("POST", jalan, badan, kepala)
            status = koneksi.getresponse().status
        finally:
            koneksi.close()
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as sebab:
        return Hasil(f"{type(sebab).__name__}: {sebab}"[:200])
    return Hasil("" if 200 <= status < 300 else _("Dijawab %s.") % status, status=status)
