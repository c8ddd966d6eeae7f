"""Secrets of one installation: generated once, kept in a file for the owner alone."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from sakip.config.pesan import GalatProses, _


@dataclass(frozen=True, slots=True)
class Rahasia:
    """Passwords of the database roles, and Django's signing key."""

    admin: str
    pemilik: str
    aplikasi: str
    portal: str
    kunci_django: str


def rahasia(berkas: Path) -> Rahasia:
    """Read the secrets; generate them when the file is not there yet.

    Of several processes that find none at once, the first to be done decides; all get the same.
    """
    if (ada := baca_rahasia(berkas)) is not None:
        return ada
    baru = Rahasia(*(secrets.token_urlsafe(32) for _nama in Rahasia.__slots__))
    sementara = berkas.with_name(f".{berkas.name}.{os.getpid()}")
    pegangan = os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(pegangan, "w") as tujuan:
        json.dump(asdict(baru), tujuan, indent=2)
        tujuan.flush()
        os.fsync(tujuan.fileno())
    try:
        os.link(sementara, berkas)  # unlike a rename, never over what is there
    except FileExistsError:
        return rahasia(berkas)
    finally:
        sementara.unlink()
    return baru


def baca_rahasia(berkas: Path) -> Rahasia | None:
    """Read the secrets; ``None`` when there are none; refuses a file that others may read."""
    try:
        isi = berkas.read_text()
        izin = berkas.stat().st_mode & 0o077
    except FileNotFoundError:
        return None
    if izin:
        raise GalatProses(
            _(
                "Berkas rahasia {berkas} dapat dibaca pengguna lain. Jalankan: chmod 600 {berkas}"
            ).format(berkas=berkas)
        )
    try:
        return Rahasia(**json.loads(isi))
    except (ValueError, TypeError) as sebab:
        raise GalatProses(
            _(
                "Berkas rahasia {berkas} rusak ({sebab}). Kembalikan dari cadangan, atau hapus: "
                "sandi basis data dibuat ulang dan semua orang harus masuk lagi."
            ).format(berkas=berkas, sebab=sebab)
        ) from sebab
