"""Bringing a database to the program's schema: roles, migrations, rights; once, under a lock."""

import hashlib
import importlib.metadata
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import psycopg
from psycopg import sql

from sakip.config import peran
from sakip.config.pesan import GalatProses, _
from sakip.config.sambungan import Sambungan, TidakTerhubung

_SAKIP = Path(__file__).resolve().parents[1]
_PAKET = ("django", "django-allauth", "django-pghistory", "django-pgtrigger", "procrastinate")
_KUNCI_NASIHAT = 36_04_2014  # any fixed number; the same in every SAKIP
_SABAR_KUNCI = 300.0

Lapor = Callable[[str], None]


@lru_cache(maxsize=1)
def sidik_skema() -> str:
    """Fingerprint of everything the schema is made of; equal prints need no migration."""
    sidik = hashlib.sha256()
    for berkas in sorted([*_SAKIP.glob("*/migrations/*.py"), *_SAKIP.glob("config/sql/*.sql")]):
        sidik.update(berkas.relative_to(_SAKIP).as_posix().encode())
        sidik.update(berkas.read_bytes())
    for paket in _PAKET:
        sidik.update(f"{paket}={importlib.metadata.version(paket)}".encode())
    return sidik.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Sasaran:
    """One database to bring up, and everybody's way into it."""

    admin: Sambungan
    pemilik: Sambungan
    aplikasi: Sambungan
    portal: Sambungan | None
    peran_dibuat: bool
    """Whether we make the roles; ``False`` where an administrator made them."""

    @property
    def nama_peran(self) -> peran.NamaPeran:
        """What the roles are called here."""
        return peran.NamaPeran(
            self.pemilik.pengguna,
            self.aplikasi.pengguna,
            None if self.portal is None else self.portal.pengguna,
        )


def mutakhir(aplikasi: Sambungan) -> bool:
    """Whether the database stands at this program's schema and the application can sign in."""
    try:
        with aplikasi.hubungkan() as koneksi:
            return baca_catatan(koneksi).get("skema") == sidik_skema()
    except TidakTerhubung:
        return False


def migrasikan(sasaran: Sasaran, lapor: Lapor) -> bool:
    """Bring the database up; ``False`` when there was nothing to do. Raises ``GalatProses``."""
    if mutakhir(sasaran.aplikasi):
        return False
    buat_basisdata(sasaran)
    with sasaran.admin.hubungkan() as admin:
        peran.periksa_versi(admin)
        _tunggu_giliran(admin, lapor)
        if mutakhir(sasaran.aplikasi):  # somebody else did it while we waited
            return False
        if sasaran.peran_dibuat:
            peran.siapkan_peran(admin, sandi_peran_sasaran(sasaran))
        peran.siapkan_basisdata(admin, sasaran.nama_peran)
        lapor(_("Menyiapkan tabel basis data …"))
        kelola([], sasaran.pemilik, modul="sakip.config.migrasi", sebutan="migrate")
        with sasaran.pemilik.hubungkan() as pemilik:
            peran.berikan_hak(pemilik, sasaran.nama_peran)
        tulis_catatan(admin, skema=sidik_skema())
    return True


def kelola(
    argumen: list[str],
    sambungan: Sambungan,
    lingkungan: Mapping[str, str] | None = None,
    *,
    modul: str = "sakip.config",
    sebutan: str = "",
) -> None:
    """Run one management command as the role of ``sambungan``; its output is shown if it fails."""
    hasil = subprocess.run(
        [sys.executable, "-m", modul, *argumen],
        env={**os.environ, **(lingkungan or {}), "SAKIP_DB_URL": sambungan.dsn},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if hasil.returncode != 0:
        raise GalatProses(
            _("Langkah “{langkah}” gagal:\n{keluaran}").format(
                langkah=sebutan or argumen[0], keluaran="\n".join(hasil.stdout.splitlines()[-20:])
            )
        )


def baca_catatan(koneksi: peran.Koneksi) -> dict[str, str]:
    """What was done to this database, kept as its comment: which schema, which demo data.

    A copy made from a template or a backup does not inherit the comment, so it is looked at anew.
    """
    baris = koneksi.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
        " WHERE datname = current_database()"
    ).fetchone()
    try:
        isi = json.loads(baris[0]) if baris is not None and baris[0] else {}
    except ValueError:
        return {}
    return isi if isinstance(isi, dict) else {}


def tulis_catatan(admin: peran.Koneksi, **isi: str) -> None:
    """Add to the note; only the administrator may."""
    admin.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(
            sql.Identifier(admin.info.dbname),
            sql.Literal(json.dumps({**baca_catatan(admin), **isi})),
        )
    )


def buat_basisdata(sasaran: Sasaran) -> None:
    """Create the database when the server has none of that name; needs the right to."""
    nama = sasaran.admin.basisdata
    try:
        sasaran.admin.hubungkan().close()
    except TidakTerhubung as galat:
        if "does not exist" not in str(galat):
            raise
    else:
        return
    with sasaran.admin.dengan(dbname="postgres").hubungkan() as admin:
        peran.periksa_versi(admin)
        try:
            admin.execute(
                sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(
                    sql.Identifier(nama)
                )
            )
        except psycopg.errors.DuplicateDatabase:
            return
        except psycopg.errors.InsufficientPrivilege as sebab:
            raise GalatProses(
                _(
                    "Basis data {nama} belum ada dan pengguna {pengguna} tidak boleh membuatnya. "
                    "Minta pengelola server: CREATE DATABASE {nama} ENCODING 'UTF8';"
                ).format(nama=nama, pengguna=sasaran.admin.pengguna)
            ) from sebab


def _tunggu_giliran(admin: peran.Koneksi, lapor: Lapor) -> None:
    """Take the advisory lock; it is dropped with the connection, also when we are killed."""
    batas = time.monotonic() + _SABAR_KUNCI
    pertama = True
    while admin.execute("SELECT pg_try_advisory_lock(%s)", [_KUNCI_NASIHAT]).fetchone() != (True,):
        if pertama:
            lapor(_("Menunggu proses lain yang sedang menyiapkan basis data …"))
            pertama = False
        if time.monotonic() > batas:
            raise GalatProses(
                _(
                    "Proses lain masih menyiapkan basis data setelah {detik} detik. Periksa "
                    "proses itu, lalu ulangi."
                ).format(detik=int(_SABAR_KUNCI))
            )
        time.sleep(0.2)


def sandi_peran_sasaran(sasaran: Sasaran) -> dict[str, str]:
    """Role name to password, for ``siapkan_peran``."""
    semua = (sasaran.pemilik, sasaran.aplikasi, sasaran.portal)
    return {s.pengguna: s.isi["password"] for s in semua if s is not None}
