"""Which database this process uses, and as which role; read by the settings.

A running parent (``sakip demo``, ``sakip serve``) or the tests hand their children one ready
connection in ``SAKIP_DB_URL``. A management command started by hand finds the same one by itself:
on the server of ``DATABASE_URL``, else on the embedded one of this installation.
"""

import os
import secrets
from pathlib import Path
from typing import Any

from sakip.config.peran import APLIKASI, PEMILIK, PORTAL
from sakip.config.pesan import GalatProses, _
from sakip.config.rahasia import Rahasia, baca_rahasia
from sakip.config.ruang import ruang
from sakip.config.sambungan import Sambungan
from sakip.config.tanam.soket import PORT, folder_soket

NAMA_BASISDATA = "sakip"


def databases() -> dict[str, dict[str, Any]]:
    """Django's ``DATABASES``. Never fails: what is missing is said when somebody connects."""
    try:
        return {"default": sambungan(os.environ.get("SAKIP_DB_PERAN", APLIKASI)).django()}
    except GalatProses as sebab:
        return {
            "default": {
                "ENGINE": "sakip.config.postgresql",
                "NAME": NAMA_BASISDATA,
                "OPTIONS": {"belum_siap": str(sebab)},
            }
        }


def sambungan(peran: str) -> Sambungan:
    """The connection of this process for a role; raises ``GalatProses`` naming what is missing."""
    if siap := os.environ.get("SAKIP_DB_URL"):
        return Sambungan.dari_teks(siap, "SAKIP_DB_URL")
    tempat = ruang()
    isi = baca_rahasia(tempat.rahasia)
    if alamat := os.environ.get("DATABASE_URL"):
        return sambungan_sendiri(Sambungan.dari_teks(alamat, "DATABASE_URL"), peran, isi)
    if isi is None:
        raise GalatProses(
            _(
                "Basis data belum ada: tidak ada SAKIP_DB_URL, tidak ada DATABASE_URL, dan folder "
                "{folder} belum berisi pemasangan. Jalankan `make demo` atau `sakip serve`, "
                "atau sebut server PostgreSQL Anda dengan DATABASE_URL."
            ).format(folder=tempat.var)
        )
    return sambungan_tanam(tempat.kluster, peran, isi)


def sambungan_tanam(kluster: Path, peran: str, isi: Rahasia) -> Sambungan:
    """A role's way into the embedded server."""
    return Sambungan(
        {
            "host": str(folder_soket(kluster)),
            "port": str(PORT),
            "dbname": NAMA_BASISDATA,
            "user": peran,
            "password": sandi_peran(peran, isi),
        }
    )


def sambungan_sendiri(admin: Sambungan, peran: str, isi: Rahasia | None) -> Sambungan:
    """A role's way into the user's own server.

    Where an administrator made the roles, ``SAKIP_DB_APLIKASI_URL`` and ``SAKIP_DB_PORTAL_URL``
    name them and ``DATABASE_URL`` is the owner's; else ``sakip migrate`` made them.
    """
    if peran == PEMILIK and "SAKIP_DB_APLIKASI_URL" in os.environ:
        return admin
    nama = f"SAKIP_DB_{peran.upper()}_URL"
    if alamat := os.environ.get(nama):
        return Sambungan.dari_teks(alamat, nama)
    if isi is None:
        raise GalatProses(
            _(
                "Peran {peran} belum dibuat di server DATABASE_URL. Jalankan `sakip migrate` dulu "
                "(atau sebut {nama})."
            ).format(peran=peran, nama=nama)
        )
    return admin.dengan(user=peran, password=sandi_peran(peran, isi))


def sandi_peran(peran: str, isi: Rahasia) -> str:
    """The generated password of one of the three roles."""
    return {PEMILIK: isi.pemilik, APLIKASI: isi.aplikasi, PORTAL: isi.portal}[peran]


def kunci_rahasia() -> str:
    """Django's signing key: from the parent, else of this installation, else one for this process.

    Without an installation nothing lasts that was signed, so a key for one process is enough.
    """
    if kunci := os.environ.get("SAKIP_KUNCI_DJANGO"):
        return kunci
    isi = baca_rahasia(ruang().rahasia)
    return secrets.token_urlsafe(32) if isi is None else isi.kunci_django


def folder_var() -> Path:
    """The folder of this installation's own files."""
    return ruang().var
