"""Which database a process uses, and what is said when there is none or the wrong one."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import psycopg
import pytest
from django.db.utils import ConnectionHandler, OperationalError
from induk_uji import Pemasangan
from psycopg import sql

from sakip.config import basisdata
from sakip.config.peran import APLIKASI, PEMILIK, Koneksi, periksa_versi
from sakip.config.pesan import GalatProses
from sakip.config.rahasia import rahasia
from sakip.config.ruang import ruang
from sakip.config.sambungan import Sambungan, TidakTerhubung
from sakip.config.tanam import Kluster


@pytest.fixture(autouse=True)
def lingkungan_bersih(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for nama in ("SAKIP_DB_URL", "SAKIP_DB_PERAN", "DATABASE_URL", "SAKIP_DB_APLIKASI_URL"):
        monkeypatch.delenv(nama, raising=False)
    monkeypatch.setenv("SAKIP_VAR", str(tmp_path / "var"))


def test_induk_memberi_sambungan_jadi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAKIP_DB_URL", "postgresql://aplikasi:s@/sakip?host=/run/x&port=5432")

    satu = basisdata.databases()["default"]

    assert (satu["USER"], satu["HOST"], satu["NAME"]) == ("aplikasi", "/run/x", "sakip")


def test_tanpa_apa_pun_pengaturan_tetap_terbaca_dan_sambungan_menyebut_yang_kurang() -> None:
    pengaturan = basisdata.databases()

    with pytest.raises(OperationalError) as galat:
        ConnectionHandler(pengaturan)["default"].connect()

    for kata in ("SAKIP_DB_URL", "DATABASE_URL", "make demo"):
        assert kata in str(galat.value)


def test_perintah_yang_dijalankan_sendiri_menemukan_basis_data_pemasangan() -> None:
    tempat = ruang()
    tempat.buat()
    isi = rahasia(tempat.rahasia)

    satu = basisdata.sambungan(APLIKASI)

    assert satu.isi["password"] == isi.aplikasi
    assert satu.isi["user"] == "aplikasi"


def test_peran_lain_dapat_diminta(monkeypatch: pytest.MonkeyPatch) -> None:
    tempat = ruang()
    tempat.buat()
    isi = rahasia(tempat.rahasia)
    monkeypatch.setenv("SAKIP_DB_PERAN", PEMILIK)

    assert basisdata.databases()["default"]["PASSWORD"] == isi.pemilik


def test_server_sendiri_sebelum_migrate_menyebut_langkahnya(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://pengelola:s@db.contoh/sakip")

    with pytest.raises(GalatProses, match="sakip migrate"):
        basisdata.sambungan(APLIKASI)


@pytest.mark.parametrize(
    ("alamat", "kata"),
    [
        ("bukan alamat", "DATABASE_URL tidak terbaca"),
        ("postgresql://a:b@contoh", "tidak menyebut nama basis data"),
        ("postgresql://a:b@contoh:port/x?salah=1", "DATABASE_URL tidak terbaca"),
    ],
)
def test_alamat_yang_salah_disebut_beserta_contoh(alamat: str, kata: str) -> None:
    with pytest.raises(GalatProses, match=kata) as galat:
        Sambungan.dari_teks(alamat, "DATABASE_URL")

    assert "postgresql://pengguna:sandi@127.0.0.1:5432/sakip" in str(galat.value)


def test_sandi_tidak_pernah_ada_dalam_pesan() -> None:
    satu = Sambungan.dari_teks("postgresql://a:rahasiasekali@127.0.0.1:1/x", "DATABASE_URL")

    with pytest.raises(TidakTerhubung) as galat:
        satu.hubungkan()

    assert "rahasiasekali" not in str(galat.value)
    assert "x (a@127.0.0.1:1)" in str(galat.value)


def test_server_yang_tidak_terjangkau_menghentikan_start_dengan_pesan(tmp_path: Path) -> None:
    satu = Pemasangan(tmp_path)

    hasil = satu.sakip("serve", DATABASE_URL="postgresql://a:rahasiasekali@127.0.0.1:1/sakip")

    assert hasil.returncode == 1
    assert "tidak dapat dihubungi" in hasil.stderr
    assert "Traceback" not in hasil.stderr
    assert "rahasiasekali" not in hasil.stderr


def test_server_yang_terlalu_lama_ditolak() -> None:
    palsu = cast("Koneksi", SimpleNamespace(info=SimpleNamespace(server_version=140_012)))

    with pytest.raises(GalatProses, match=r"versi 14; SAKIP memerlukan versi 15"):
        periksa_versi(palsu)


def test_server_versi_15_diterima() -> None:
    periksa_versi(cast("Koneksi", SimpleNamespace(info=SimpleNamespace(server_version=150_000))))


@pytest.fixture
def server_sendiri(buat_kluster: Callable[..., Kluster]) -> Kluster:
    """A server such as a data centre gives: a login that may make roles, but is no superuser."""
    kluster = buat_kluster()
    kluster.mulai()
    with psycopg.connect(kluster.dsn(), autocommit=True) as admin:
        admin.execute("CREATE ROLE pengelola LOGIN PASSWORD 's' CREATEROLE CREATEDB")
        admin.execute("CREATE ROLE pemakai LOGIN PASSWORD 's'")
        admin.execute("CREATE DATABASE kosong OWNER pemakai")
    return kluster


def alamat(kluster: Kluster, pengguna: str, nama: str) -> str:
    return kluster.dsn(nama, pengguna=pengguna, sandi="s")


def test_server_sendiri_disiapkan_tanpa_superuser(server_sendiri: Kluster, tmp_path: Path) -> None:
    satu = Pemasangan(tmp_path)
    url = alamat(server_sendiri, "pengelola", "akuntabilitas")

    pertama = satu.sakip("migrate", DATABASE_URL=url)
    kedua = satu.sakip("migrate", DATABASE_URL=url)
    sehat = satu.sakip("periksa", DATABASE_URL=url)

    assert pertama.returncode == 0, pertama.stderr
    assert "Basis data diperbarui" in pertama.stdout
    assert "sudah mutakhir" in kedua.stdout
    assert sehat.returncode == 0, sehat.stdout


def test_pengguna_tanpa_hak_membuat_peran_diberi_tahu_jalannya(
    server_sendiri: Kluster, tmp_path: Path
) -> None:
    hasil = Pemasangan(tmp_path).sakip(
        "migrate", DATABASE_URL=alamat(server_sendiri, "pemakai", "kosong")
    )

    assert hasil.returncode == 1
    assert "CREATEROLE" in hasil.stderr
    assert "SAKIP_DB_APLIKASI_URL" in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_basis_data_yang_tidak_boleh_dibuat_disebut(
    server_sendiri: Kluster, tmp_path: Path
) -> None:
    hasil = Pemasangan(tmp_path).sakip(
        "migrate", DATABASE_URL=alamat(server_sendiri, "pemakai", "tiada")
    )

    assert hasil.returncode == 1
    assert "CREATE DATABASE tiada" in hasil.stderr


def test_basis_data_milik_orang_lain_disebut_perintah_perbaikannya(
    server_sendiri: Kluster, tmp_path: Path
) -> None:
    hasil = Pemasangan(tmp_path).sakip(
        "migrate", DATABASE_URL=alamat(server_sendiri, "pengelola", "kosong")
    )

    assert hasil.returncode == 1
    assert "ALTER DATABASE kosong OWNER TO pengelola" in hasil.stderr


def test_peran_buatan_pengelola_dengan_nama_lain_dipakai(
    server_sendiri: Kluster, tmp_path: Path
) -> None:
    with psycopg.connect(server_sendiri.dsn(), autocommit=True) as admin:
        for peran in ("kab_pemilik", "kab_aplikasi", "kab_portal"):
            admin.execute(
                sql.SQL("CREATE ROLE {} LOGIN PASSWORD 's'").format(sql.Identifier(peran))
            )
        admin.execute("CREATE DATABASE kab OWNER kab_pemilik")
    with psycopg.connect(server_sendiri.dsn("kab"), autocommit=True) as admin:
        admin.execute("ALTER SCHEMA public OWNER TO kab_pemilik")
    satu = Pemasangan(tmp_path)
    satu.lingkungan = {
        "DATABASE_URL": alamat(server_sendiri, "kab_pemilik", "kab"),
        "SAKIP_DB_APLIKASI_URL": alamat(server_sendiri, "kab_aplikasi", "kab"),
        "SAKIP_DB_PORTAL_URL": alamat(server_sendiri, "kab_portal", "kab"),
    }

    hasil = satu.sakip("migrate")
    sehat = satu.sakip("periksa")

    assert hasil.returncode == 0, hasil.stderr
    assert sehat.returncode == 0, sehat.stdout
    assert "kab_aplikasi@" in sehat.stdout
    with (
        psycopg.connect(alamat(server_sendiri, "kab_aplikasi", "kab")) as koneksi,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        koneksi.execute("DELETE FROM organisasi_instansievent")


def test_reset_tidak_menyentuh_server_sendiri(server_sendiri: Kluster, tmp_path: Path) -> None:
    hasil = Pemasangan(tmp_path).sakip(
        "demo", "--reset", DATABASE_URL=alamat(server_sendiri, "pemakai", "kosong")
    )

    assert hasil.returncode == 1
    assert "RESET=1 hanya menghapus basis data bawaan" in hasil.stderr
    with psycopg.connect(server_sendiri.dsn(), autocommit=True) as admin:
        ada = admin.execute(
            sql.SQL("SELECT count(*) FROM pg_database WHERE datname = 'kosong'")
        ).fetchone()
    assert ada == (1,)
