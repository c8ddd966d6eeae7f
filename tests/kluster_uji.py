"""One PostgreSQL for all test processes, and a database of its own for each of them.

The first process that needs a database starts the cluster, the last one to leave stops it; several
runs may overlap. A template database is migrated once per state of the migrations and copied, which
takes a fraction of a second. ``SAKIP_TEST_DATABASE_URL`` names another server (an administrator's
login on a throwaway one); ``SAKIP_UJI_BINER`` other programs for the cluster, for example Debian's.
"""

import contextlib
import fcntl
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from psycopg import sql

from sakip.config import peran, skema
from sakip.config.instalasi import sasaran_sendiri, sasaran_tanam
from sakip.config.rahasia import Rahasia, rahasia
from sakip.config.ruang import Ruang, ruang
from sakip.config.sambungan import Sambungan
from sakip.config.tanam import Biner, Kluster, biner_bawaan, biner_di
from sakip.config.tanam.identitas import Identitas, hidup, identitas, proses_basisdata
from sakip.config.tanam.pengguna import pengguna_basisdata

PROYEK = Path(__file__).resolve().parents[1]
_TEMPLAT_DISIMPAN = 6

# Tests may lose everything when the machine loses power: nothing waits for the disk.
_SETELAN = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "autovacuum": "off",
}


@dataclass(slots=True)
class KlusterUji:
    """The server that this process takes part in."""

    ruang: Ruang
    rahasia: Rahasia
    kluster: Kluster | None
    admin: Sambungan

    def sasaran(self, nama: str) -> skema.Sasaran:
        """All ways into one database."""
        if self.kluster is None:
            return sasaran_sendiri(self.admin.dengan(dbname=nama), self.rahasia)
        return sasaran_tanam(self.ruang.kluster, self.rahasia, nama)

    def templat(self) -> str:
        """Name of the migrated template; made now if these migrations have none."""
        return self.siapkan_templat(f"templat_{skema.sidik_skema()}", self.migrasikan)

    def siapkan_templat(self, nama: str, isi: Callable[[str], None]) -> str:
        """Name of a template that ``isi(database)`` filled once; others wait while it is made."""
        nama = nama[:60]
        with self.gembok(), self.admin.hubungkan() as admin:
            if not _ada(admin, nama):
                sementara = f"{nama[:55]}_baru"
                _buang(admin, sementara)
                try:
                    isi(sementara)
                except BaseException:
                    _buang(admin, sementara)
                    raise
                _sql(admin, "ALTER DATABASE {} ALLOW_CONNECTIONS false", sementara)
                _sql(admin, "ALTER DATABASE {} RENAME TO {}", sementara, nama)
        return nama

    def salin(self, templat: str, nama: str) -> skema.Sasaran:
        """A fresh copy of a template; replaces an older copy of that name."""
        with self.admin.hubungkan() as admin:
            _buang(admin, nama)
            _sql(admin, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", nama, templat)
        sasaran = self.sasaran(nama)
        # Rights on the database itself are not part of a copy.
        with sasaran.admin.hubungkan() as admin:
            peran.berikan_hak_basisdata(admin, sasaran.nama_peran)
        return sasaran

    def buang(self, nama: str) -> None:
        """Drop a database, disconnecting whoever is left."""
        with self.admin.hubungkan() as admin:
            _buang(admin, nama)

    def migrasikan(self, nama: str) -> None:
        """Fill a database from nothing, as an installation does."""
        skema.migrasikan(self.sasaran(nama), lambda _pesan: None)

    @contextlib.contextmanager
    def gembok(self) -> Iterator[None]:
        """One process at a time: starting, stopping, making templates."""
        with _gembok(self.ruang):
            yield


def ambil() -> KlusterUji:
    """Take part: start the server if nobody has, register this process, drop dead ones' data."""
    alamat = os.environ.get("SAKIP_TEST_DATABASE_URL")
    biner = os.environ.get("SAKIP_UJI_BINER")
    nama = "uji" if biner is None else "uji-" + re.sub(r"\W+", "-", biner).strip("-")
    tempat = ruang(PROYEK / "var" / nama)
    tempat.buat()
    (tempat.var / "pemakai").mkdir(exist_ok=True)
    with _gembok(tempat):
        isi = rahasia(tempat.rahasia)
        if alamat is not None:
            kluster, admin = None, Sambungan.dari_teks(alamat, "SAKIP_TEST_DATABASE_URL")
        else:
            kluster = _kluster(tempat, isi, biner)
            admin = sasaran_tanam(tempat.kluster, isi, "postgres").admin
            _nyalakan(kluster, admin)
        peserta = KlusterUji(tempat, isi, kluster, admin)
        pemakai = _pemakai_hidup(tempat)
        _buang_sisa(admin, pemakai)
        if not pemakai:
            # Only now: a template that someone copies from is not to go because others were made.
            _buang_templat_lama(admin)
        saya = identitas(os.getpid())
        assert saya is not None
        (tempat.var / "pemakai" / str(saya.pid)).write_text(json.dumps(asdict(saya)))
    return peserta


def lepas(peserta: KlusterUji) -> None:
    """Leave; whoever is the last stops the server."""
    with peserta.gembok():
        (peserta.ruang.var / "pemakai" / str(os.getpid())).unlink(missing_ok=True)
        if peserta.kluster is not None and not _pemakai_hidup(peserta.ruang):
            peserta.kluster.pulihkan_sisa()


def _kluster(tempat: Ruang, isi: Rahasia, biner: str | None) -> Kluster:
    pengguna = pengguna_basisdata()
    program: Biner = (
        biner_bawaan(None if pengguna is None else tempat.kluster.parent)
        if biner is None
        else biner_di(biner)
    )
    return Kluster(
        folder=tempat.kluster,
        biner=program,
        sandi_admin=isi.admin,
        pengguna=pengguna,
        log=tempat.log / "postgres.log",
        setelan=_SETELAN,
    )


def _nyalakan(kluster: Kluster, admin: Sambungan) -> None:
    """Use the running server, or start it; data of another version or torn data are made anew."""
    if proses_basisdata(kluster.data):
        with contextlib.suppress(skema.TidakTerhubung):
            admin.hubungkan().close()
            return
        kluster.pulihkan_sisa()
    try:
        kluster.mulai()
        admin.hubungkan().close()
    except skema.GalatProses:
        kluster.hentikan()
        kluster.hapus()
        kluster.mulai()


def _pemakai_hidup(tempat: Ruang) -> set[int]:
    sisa = set()
    for berkas in (tempat.var / "pemakai").iterdir():
        siapa = Identitas(**json.loads(berkas.read_text()))
        if hidup(siapa):
            sisa.add(siapa.pid)
        else:
            berkas.unlink()
    return sisa


def _buang_sisa(admin: Sambungan, pemakai: set[int]) -> None:
    """Drop databases of processes that died without leaving."""
    with admin.hubungkan() as koneksi:
        baris = koneksi.execute("SELECT datname FROM pg_database WHERE datname ~ '^uji_[0-9]+_'")
        for (nama,) in baris.fetchall():
            if int(nama.split("_")[1]) not in pemakai:
                _buang(koneksi, nama)


def _buang_templat_lama(admin: Sambungan) -> None:
    with admin.hubungkan() as koneksi:
        baris = koneksi.execute(
            "SELECT datname FROM pg_database WHERE datname ~ '^templat_' ORDER BY oid DESC"
        )
        for (nama,) in baris.fetchall()[_TEMPLAT_DISIMPAN:]:
            _buang(koneksi, nama)


def _ada(admin: peran.Koneksi, nama: str) -> bool:
    baris = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [nama]).fetchone()
    return baris is not None


def _buang(admin: peran.Koneksi, nama: str) -> None:
    _sql(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", nama)


def _sql(admin: peran.Koneksi, pola: str, *nama: str) -> None:
    admin.execute(sql.SQL(pola).format(*map(sql.Identifier, nama)))


@contextlib.contextmanager
def _gembok(tempat: Ruang) -> Iterator[None]:
    with (tempat.var / "gembok").open("a") as berkas:
        fcntl.flock(berkas, fcntl.LOCK_EX)
        yield
