"""The mail server this installation was told of; without one nothing is sent."""

import os
from pathlib import Path
from typing import Any

from sakip.config.pesan import GalatProses, _

KEAMANAN = {"starttls": (True, False), "tls": (False, True), "tanpa": (False, False)}
PORT = {"starttls": 587, "tls": 465, "tanpa": 25}


def surel() -> dict[str, Any]:
    """Django's ``EMAIL_*`` settings from the environment; raises ``GalatProses`` naming a fault."""
    keamanan = os.environ.get("SAKIP_SMTP_KEAMANAN", "starttls").lower()
    if keamanan not in KEAMANAN:
        raise GalatProses(
            _("SAKIP_SMTP_KEAMANAN harus salah satu dari: {pilihan}.").format(
                pilihan=", ".join(KEAMANAN)
            )
        )
    starttls, tls = KEAMANAN[keamanan]
    port = os.environ.get("SAKIP_SMTP_PORT", str(PORT[keamanan]))
    if not port.isdecimal():
        raise GalatProses(_("SAKIP_SMTP_PORT harus angka: {port}.").format(port=port))
    return {
        "EMAIL_HOST": os.environ.get("SAKIP_SMTP_HOST", ""),
        "EMAIL_PORT": int(port),
        "EMAIL_USE_TLS": starttls,
        "EMAIL_USE_SSL": tls,
        "EMAIL_HOST_USER": os.environ.get("SAKIP_SMTP_PENGGUNA", ""),
        "EMAIL_HOST_PASSWORD": _sandi(),
        "DEFAULT_FROM_EMAIL": os.environ.get("SAKIP_SMTP_PENGIRIM", "sakip@localhost"),
    }


def _sandi() -> str:
    """The password, from a file that others cannot read: it stands in no list of processes."""
    nama = os.environ.get("SAKIP_SMTP_SANDI_BERKAS", "")
    if not nama:
        return ""
    berkas = Path(nama)
    try:
        if berkas.stat().st_mode & 0o077:
            raise GalatProses(
                _(
                    "Berkas rahasia {berkas} dapat dibaca pengguna lain. "
                    "Jalankan: chmod 600 {berkas}"
                ).format(berkas=berkas)
            )
        return berkas.read_text().strip()
    except OSError as sebab:
        raise GalatProses(
            _("Sandi server surel tidak dapat dibaca dari {berkas} ({sebab}).").format(
                berkas=berkas, sebab=sebab.strerror
            )
        ) from sebab
