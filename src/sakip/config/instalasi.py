"""One installation with its database server running, whichever server that is."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sakip.config import peran, skema
from sakip.config.anak import Catatan
from sakip.config.basisdata import (
    NAMA_BASISDATA,
    sambungan_sendiri,
    sambungan_tanam,
    sandi_peran,
)
from sakip.config.kunci import Kunci, pegang, pemegang
from sakip.config.pesan import GalatProses, _
from sakip.config.rahasia import Rahasia, rahasia
from sakip.config.ruang import Ruang, ruang
from sakip.config.sambungan import Sambungan, TidakTerhubung
from sakip.config.tanam import Biner, Kluster, biner_bawaan
from sakip.config.tanam.inisialisasi import ADMIN
from sakip.config.tanam.pengguna import pengguna_basisdata


@dataclass(slots=True)
class Instalasi:
    """Folders, secrets and the ways into the database. ``kluster`` is ``None`` on an own server."""

    ruang: Ruang
    rahasia: Rahasia
    sasaran: skema.Sasaran
    kluster: Kluster | None

    def mulai(self) -> None:
        """Start the embedded server, or see that the own one answers and is new enough."""
        if self.kluster is None:
            with contextlib.suppress(_BelumAda), _tanpa_basisdata(self.sasaran.admin) as koneksi:
                peran.periksa_versi(koneksi)
            return
        self.kluster.mulai()
        try:
            self.sasaran.admin.dengan(dbname="postgres").hubungkan().close()
        except TidakTerhubung as galat:
            if not galat.sandi_salah:
                raise
            # The secrets were lost and made anew: the owner of the data may set the password.
            self.kluster.hentikan()
            self.kluster.setel_ulang_sandi()
            self.kluster.mulai()

    def hentikan(self) -> None:
        """Stop the embedded server cleanly; an own server is not ours to stop."""
        if self.kluster is not None:
            self.kluster.hentikan()

    def migrasikan(self, lapor: skema.Lapor) -> bool:
        """Bring the schema up (see ``skema.migrasikan``)."""
        return skema.migrasikan(self.sasaran, lapor)

    def lingkungan(self) -> dict[str, str]:
        """What web and worker need to know: the application's way in, and the signing key."""
        return {
            "SAKIP_DB_URL": self.sasaran.aplikasi.dsn,
            "SAKIP_VAR": str(self.ruang.var),
            "SAKIP_KUNCI_DJANGO": self.rahasia.kunci_django,
            "SAKIP_STATIK": str(self.ruang.statik),
        }


class _BelumAda(Exception):
    """The own server answers, but has no database of that name yet."""


@contextlib.contextmanager
def _tanpa_basisdata(admin: Sambungan) -> Iterator[peran.Koneksi]:
    try:
        koneksi = admin.hubungkan()
    except TidakTerhubung as galat:
        if "does not exist" in str(galat):
            raise _BelumAda from galat
        raise
    with koneksi:
        yield koneksi


def instalasi(tempat: Ruang | None = None, biner: Biner | None = None) -> Instalasi:
    """Describe the installation that the environment names; starts nothing."""
    tempat = tempat or ruang()
    tempat.buat()
    isi = rahasia(tempat.rahasia)
    if alamat := os.environ.get("DATABASE_URL"):
        admin = Sambungan.dari_teks(alamat, "DATABASE_URL")
        return Instalasi(tempat, isi, _sasaran_sendiri(admin, isi), None)
    pengguna = pengguna_basisdata()
    if pengguna is not None and (tempat.var / "data" / "PG_VERSION").exists():
        # Root keeps its database elsewhere and would begin with an empty one.
        raise GalatProses(
            _(
                "Data di {folder} dibuat oleh pengguna biasa. Jalankan sebagai pengguna itu, "
                "bukan sebagai root."
            ).format(folder=tempat.var)
        )
    kluster = Kluster(
        folder=tempat.kluster,
        biner=biner or biner_bawaan(None if pengguna is None else tempat.kluster.parent),
        sandi_admin=isi.admin,
        pengguna=pengguna,
        log=tempat.log / "postgres.log",
    )
    return Instalasi(tempat, isi, sasaran_tanam(tempat.kluster, isi), kluster)


def sasaran_tanam(folder: Path, isi: Rahasia, nama: str = NAMA_BASISDATA) -> skema.Sasaran:
    """A database of the embedded server; roles are ours to make."""
    pemilik = sambungan_tanam(folder, peran.PEMILIK, isi).dengan(dbname=nama)
    return skema.Sasaran(
        admin=pemilik.dengan(user=ADMIN, password=isi.admin),
        pemilik=pemilik,
        aplikasi=sambungan_tanam(folder, peran.APLIKASI, isi).dengan(dbname=nama),
        portal=sambungan_tanam(folder, peran.PORTAL, isi).dengan(dbname=nama),
        peran_dibuat=True,
    )


def sasaran_sendiri(admin: Sambungan, isi: Rahasia) -> skema.Sasaran:
    """A database of the user's server where ``sakip migrate`` makes the roles."""
    nama = (peran.PEMILIK, peran.APLIKASI, peran.PORTAL)
    pemilik, aplikasi, portal = (
        admin.dengan(user=satu, password=sandi_peran(satu, isi)) for satu in nama
    )
    return skema.Sasaran(admin, pemilik, aplikasi, portal, peran_dibuat=True)


def _sasaran_sendiri(admin: Sambungan, isi: Rahasia) -> skema.Sasaran:
    if "SAKIP_DB_APLIKASI_URL" not in os.environ:
        return sasaran_sendiri(admin, isi)
    portal = "SAKIP_DB_PORTAL_URL" in os.environ
    return skema.Sasaran(
        admin=admin,
        pemilik=admin,
        aplikasi=sambungan_sendiri(admin, peran.APLIKASI, isi),
        portal=sambungan_sendiri(admin, peran.PORTAL, isi) if portal else None,
        peran_dibuat=False,
    )


@contextlib.contextmanager
def terkunci(perintah: str) -> Iterator[tuple[Instalasi, Kunci]]:
    """Hold the installation alone, cleaned of what a killed parent left; the server not started."""
    tempat = ruang()
    tempat.buat()
    with pegang(tempat.kunci, perintah) as kunci:
        Catatan(tempat.catatan_proses).bersihkan_sisa()
        satu = instalasi(tempat)
        try:
            yield satu, kunci
        finally:
            satu.hentikan()


@contextlib.contextmanager
def dipakai(perintah: str) -> Iterator[Instalasi]:
    """Hold the installation alone, with its server running, for one command."""
    with terkunci(perintah) as (satu, _kunci):
        satu.mulai()
        yield satu


@contextlib.contextmanager
def dipakai_bersama(perintah: str) -> Iterator[Instalasi]:
    """The installation for a command that also works beside a running parent (backup, health)."""
    tempat = ruang()
    if (siapa := pemegang(tempat.kunci)) is not None and siapa.alamat:
        yield instalasi(tempat)
        return
    with dipakai(perintah) as satu:
        yield satu
