"""The supervisor alone: what it makes, what it refuses, and that it survives every kill."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from sakip.config.pesan import GalatProses
from sakip.config.tanam import Kluster
from sakip.config.tanam.identitas import kirim, proses_basisdata, tunggu
from sakip.config.tanam.pengguna import pengguna_basisdata
from sakip.config.tanam.soket import NAMA_SOKET, folder_soket


def tanya(kluster: Kluster, sql: str) -> object:
    with psycopg.connect(kluster.dsn(), autocommit=True) as koneksi:
        baris = koneksi.execute(sql).fetchone()  # type: ignore[arg-type]
    assert baris is not None
    return baris[0]


def isi(kluster: Kluster) -> None:
    with psycopg.connect(kluster.dsn(), autocommit=True) as koneksi:
        koneksi.execute("CREATE TABLE catatan AS SELECT 36.04 AS nilai")


def test_membuat_server_utf8_dengan_sandi_scram(kluster: Kluster) -> None:
    kluster.mulai()

    assert tanya(kluster, "SHOW server_encoding") == "UTF8"
    assert tanya(kluster, "SHOW password_encryption") == "scram-sha-256"
    assert str(
        tanya(kluster, "SELECT rolpassword FROM pg_authid WHERE rolname = current_user")
    ).startswith("SCRAM-SHA-256$")
    assert tanya(kluster, "SELECT lower('ÉGALITÉ')") == "égalité"


def test_sandi_salah_ditolak_juga_bagi_pemilik_folder(kluster: Kluster) -> None:
    kluster.mulai()

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(kluster.dsn(sandi="salah"))


def test_tidak_mendengarkan_di_jaringan(kluster: Kluster) -> None:
    kluster.mulai()

    assert tanya(kluster, "SHOW listen_addresses") == ""


def test_folder_data_dan_soket_tertutup_dan_folder_di_atasnya_tidak_diubah(
    kluster: Kluster, tempat: Path
) -> None:
    sebelum = stat.S_IMODE(tempat.stat().st_mode)

    kluster.mulai()

    for folder in (kluster.folder, kluster.data, kluster.soket):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(tempat.stat().st_mode) == sebelum


@pytest.mark.skipif(os.geteuid() != 0, reason="hanya root yang memakai akun sistem sendiri")
def test_bagi_root_server_berjalan_sebagai_akun_sendiri(kluster: Kluster) -> None:
    kluster.mulai()

    pengguna = pengguna_basisdata()
    assert pengguna is not None
    assert kluster.pid is not None
    assert Path(f"/proc/{kluster.pid}").stat().st_uid == pengguna.uid != 0


def test_berhenti_dengan_rapi_dan_data_tetap_ada(kluster: Kluster) -> None:
    kluster.mulai()
    isi(kluster)

    kluster.hentikan()

    assert not proses_basisdata(kluster.data)
    assert not (kluster.data / "postmaster.pid").exists()
    assert "database system is shut down" in kluster.log.read_text()
    kluster.mulai()
    assert str(tanya(kluster, "SELECT nilai FROM catatan")) == "36.04"


def test_pulih_setelah_postmaster_dibunuh(
    kluster: Kluster, buat_kluster: Callable[..., Kluster]
) -> None:
    kluster.mulai()
    isi(kluster)
    assert kluster.pid is not None
    kirim(kluster.pid, signal.SIGKILL)
    assert tunggu(lambda: not kluster.berjalan(), 5)

    penerus = buat_kluster()
    penerus.mulai()

    assert str(tanya(penerus, "SELECT nilai FROM catatan")) == "36.04"


def test_pulih_saat_induk_mati_dan_server_lama_masih_berjalan(
    kluster: Kluster, buat_kluster: Callable[..., Kluster]
) -> None:
    kluster.mulai()
    isi(kluster)
    lama = kluster.pid

    penerus = buat_kluster()
    penerus.mulai()

    assert penerus.pid != lama
    assert str(tanya(penerus, "SELECT nilai FROM catatan")) == "36.04"


def test_pulih_saat_backend_yatim_masih_bekerja(
    kluster: Kluster, buat_kluster: Callable[..., Kluster]
) -> None:
    """A backend busy inside one statement outlives its postmaster for a while."""
    kluster.mulai()
    isi(kluster)
    sibuk = subprocess.Popen(
        [sys.executable, "-c", _SIBUK, kluster.dsn()], stderr=subprocess.DEVNULL
    )
    assert tunggu(
        lambda: (
            tanya(kluster, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%LOOP%'") != 1
        ),
        10,
    )
    assert kluster.pid is not None
    kirim(kluster.pid, signal.SIGKILL)
    assert tunggu(lambda: not kluster.berjalan(), 5)

    penerus = buat_kluster()
    penerus.mulai()

    assert str(tanya(penerus, "SELECT nilai FROM catatan")) == "36.04"
    sibuk.wait(10)


_SIBUK = """
import psycopg, sys
with psycopg.connect(sys.argv[1]) as k:
    k.execute("DO $$ BEGIN LOOP PERFORM 1; END LOOP; END $$")
"""


def test_pid_basi_yang_kini_milik_proses_lain_tidak_mengganggu(
    kluster: Kluster, buat_kluster: Callable[..., Kluster]
) -> None:
    """PostgreSQL itself would refuse: the number in its file belongs to a living process."""
    kluster.mulai()
    isi(kluster)
    berkas = (kluster.data / "postmaster.pid").read_text().splitlines()
    kluster.hentikan()
    orang_lain = subprocess.Popen(["sleep", "60"])
    (kluster.data / "postmaster.pid").write_text("\n".join([str(orang_lain.pid), *berkas[1:]]))
    (kluster.soket / f"{NAMA_SOKET}.lock").write_text(f"{orang_lain.pid}\n")
    (kluster.soket / NAMA_SOKET).touch()

    penerus = buat_kluster()
    penerus.mulai()

    assert str(tanya(penerus, "SELECT nilai FROM catatan")) == "36.04"
    assert orang_lain.poll() is None
    orang_lain.kill()
    orang_lain.wait()


def test_pembuatan_yang_terputus_diulang_dari_awal(kluster: Kluster) -> None:
    setengah = kluster.folder / "data.dibuat"
    setengah.mkdir(parents=True)
    (setengah / "PG_VERSION").write_text("18\n")
    if (pengguna := pengguna_basisdata()) is not None:
        pengguna.miliki(kluster.folder, setengah)

    kluster.mulai()

    assert tanya(kluster, "SELECT 1") == 1
    assert not setengah.exists()


def test_data_versi_lain_ditolak_dengan_langkah_pemindahan(kluster: Kluster) -> None:
    kluster.mulai()
    kluster.hentikan()
    (kluster.data / "PG_VERSION").write_text("16\n")

    with pytest.raises(GalatProses) as galat:
        kluster.mulai()

    for kata in ("PostgreSQL 16", "PostgreSQL 18", "sakip cadangkan", "sakip pulihkan"):
        assert kata in str(galat.value)
    assert not proses_basisdata(kluster.data)


def test_jalur_soket_panjang_berpindah_ke_folder_sementara(
    tempat: Path, buat_kluster: Callable[..., Kluster], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    kluster = buat_kluster(tempat / ("panjang" * 12))

    kluster.mulai()

    assert tanya(kluster, "SELECT 1") == 1
    assert not kluster.soket.is_relative_to(kluster.folder)
    assert stat.S_IMODE(kluster.soket.stat().st_mode) == 0o700
    kluster.hentikan()
    kluster.soket.rmdir()


def test_jalur_soket_yang_di_mana_pun_terlalu_panjang_ditolak(
    tempat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr("tempfile.gettempdir", lambda: "/" + "x" * 100)

    with pytest.raises(GalatProses, match=r"terlalu panjang.*SAKIP_VAR"):
        folder_soket(tempat / ("panjang" * 12))


def test_folder_soket_milik_orang_lain_ditolak(
    tempat: Path, buat_kluster: Callable[..., Kluster]
) -> None:
    """Somebody may put a link at a guessable name in the shared temporary folder."""
    kluster = buat_kluster()
    kluster.folder.mkdir()
    (tempat / "umpan").mkdir()
    kluster.soket.symlink_to(tempat / "umpan")

    with pytest.raises(GalatProses, match="milik pengguna lain"):
        kluster.mulai()


def test_folder_yang_tidak_dapat_dibuat_disebut(
    tempat: Path, buat_kluster: Callable[..., Kluster]
) -> None:
    (tempat / "berkas").touch()
    kluster = buat_kluster(tempat / "berkas" / "kluster")

    with pytest.raises(GalatProses, match=r"tidak dapat dibuat"):
        kluster.mulai()


def test_sandi_pengelola_yang_hilang_disetel_ulang(
    kluster: Kluster, buat_kluster: Callable[..., Kluster]
) -> None:
    kluster.mulai()
    kluster.hentikan()
    penerus = buat_kluster()
    penerus.sandi_admin = "sandi-baru"

    penerus.setel_ulang_sandi()
    penerus.mulai()

    assert tanya(penerus, "SELECT 1") == 1
