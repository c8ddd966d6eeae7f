"""The whole program under its parent: two at once, every kill, and a clean end."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from induk_uji import SABAR, Pemasangan, port_bebas
from malam_uji import Malam

from sakip.config.tanam.identitas import identitas, kirim, proses_basisdata, tunggu


@pytest.fixture(scope="module")
def pemasangan() -> Iterator[Pemasangan]:
    """One installation for the whole file: making it takes as long as all its tests."""
    folder = Path(tempfile.mkdtemp(prefix="sakip-induk-", dir="/tmp"))
    folder.chmod(0o755)
    satu = Pemasangan(folder)
    yield satu
    satu.bersihkan()
    shutil.rmtree(folder)


@pytest.fixture
def berjalan(pemasangan: Pemasangan) -> Pemasangan:
    """The installation with its parent running and answering."""
    if pemasangan.selesai():
        pemasangan.hidupkan()
    assert tunggu(pemasangan.menjawab, SABAR, 0.1)
    return pemasangan


@pytest.fixture
def berhenti(pemasangan: Pemasangan) -> Pemasangan:
    """The installation with nothing running."""
    if not pemasangan.selesai():
        pemasangan.matikan()
    return pemasangan


def hidup(pid: int) -> bool:
    return identitas(pid) is not None


def test_start_kedua_menyebut_alamat_yang_pertama(berjalan: Pemasangan) -> None:
    kedua = berjalan.sakip("serve", "--port", str(port_bebas()))

    assert kedua.returncode == 1
    assert f"sudah berjalan di http://127.0.0.1:{berjalan.port}/" in kedua.stderr
    assert berjalan.proses is not None
    assert f"kill {berjalan.proses.pid}" in kedua.stderr
    assert berjalan.menjawab()


def test_reset_ditolak_selagi_berjalan(berjalan: Pemasangan) -> None:
    hasil = berjalan.sakip("demo", "--reset", "--port", str(port_bebas()))

    assert hasil.returncode == 1
    assert "sudah berjalan di" in hasil.stderr
    assert berjalan.menjawab()


def test_periksa_selagi_berjalan(berjalan: Pemasangan) -> None:
    # The worker starts after the web answers, so that both do not load at once.
    assert tunggu(lambda: berjalan.sakip("periksa").returncode == 0, SABAR, 0.5)

    hasil = berjalan.sakip("periksa")

    for kata in (
        "Basis data: baik",
        "Susunan tabel: baik",
        "Riwayat: baik",
        "Web: baik",
        "Pekerja: baik",
    ):
        assert kata in hasil.stdout


def test_web_yang_dibunuh_dijalankan_lagi(berjalan: Pemasangan) -> None:
    lama = berjalan.pid_anak()[0]

    kirim(lama, signal.SIGKILL)

    assert tunggu(lambda: berjalan.pid_anak()[:1] not in ([], [lama]), SABAR)
    assert tunggu(berjalan.menjawab, SABAR, 0.1)
    assert berjalan.tertulis("Proses web berhenti sendiri")


def test_pekerja_yang_dibunuh_dijalankan_lagi(berjalan: Pemasangan) -> None:
    lama = berjalan.pid_anak()[1]

    kirim(lama, signal.SIGKILL)

    assert tunggu(
        lambda: len(anak := berjalan.pid_anak()) == 2 and anak[1] != lama and hidup(anak[1]), SABAR
    )
    assert berjalan.tertulis("Proses pekerja berhenti sendiri")


def test_basis_data_yang_dibunuh_dipulihkan(berjalan: Pemasangan) -> None:
    lama = berjalan.pid_postmaster()

    kirim(lama, signal.SIGKILL)

    assert tunggu(
        lambda: (
            (berjalan.ruang.data / "postmaster.pid").exists() and berjalan.pid_postmaster() != lama
        ),
        SABAR,
    )
    assert tunggu(berjalan.menjawab, SABAR, 0.1)
    assert berjalan.tertulis("Basis data berhenti sendiri")


def test_induk_yang_dibunuh_dibersihkan_start_berikutnya(berjalan: Pemasangan) -> None:
    yatim = [*berjalan.pid_anak(), berjalan.pid_postmaster()]
    orang_lain = subprocess.Popen(["sleep", "300"])
    assert berjalan.proses is not None
    berjalan.matikan(signal.SIGKILL)
    assert all(hidup(pid) for pid in yatim)

    berjalan.hidupkan()

    assert tunggu(berjalan.menjawab, SABAR, 0.1)
    assert not any(hidup(pid) for pid in yatim)
    assert orang_lain.poll() is None
    orang_lain.kill()
    orang_lain.wait()


def test_simpanan_yang_diakui_bertahan_ketika_web_dan_basis_data_dibunuh(
    berjalan: Pemasangan,
) -> None:
    """Twelve people save figures while first the web, then the database is killed (-9).

    What was answered with yes is in the history that triggers write, and nothing is there twice.
    """
    data = Path(__file__).with_name("malam_data.py")
    malam = Malam(berjalan.port, json.loads(berjalan.skrip(data, "3", "4", "3")))
    hasil = malam.jalankan(
        jeda=0.2,
        detik=SABAR,
        cukup=90,
        gangguan=[
            (20, lambda: kirim(berjalan.pid_anak()[0], signal.SIGKILL)),
            (50, lambda: kirim(berjalan.pid_postmaster(), signal.SIGKILL)),
        ],
    )
    assert tunggu(berjalan.menjawab, SABAR, 0.1)
    tersimpan = json.loads(berjalan.skrip(data, "tersimpan"))

    # People went on saving after both, and both were felt.
    assert len(hasil.detik) >= 90
    assert hasil.putus + sum(hasil.lain.values()) > 0
    assert malam.bandingkan(tersimpan) == ([], [])


def test_ctrl_c_menghentikan_web_pekerja_lalu_basis_data(berjalan: Pemasangan) -> None:
    anak = berjalan.pid_anak()
    log = berjalan.ruang.log / "postgres.log"
    sebelum = len(log.read_text())

    kode = berjalan.matikan(signal.SIGINT)

    assert kode == 0
    assert berjalan.tertulis("berhenti dengan rapi")
    assert not any(hidup(pid) for pid in anak)
    assert not proses_basisdata(berjalan.ruang.data)
    akhir = log.read_text()[sebelum:]
    assert "database system is shut down" in akhir
    # Whoever is still connected when the database stops would be cut off with these words.
    assert "terminating connection due to administrator command" not in akhir


def test_port_yang_dipakai_disebut_beserta_jalan_keluarnya(berhenti: Pemasangan) -> None:
    with socket.socket() as penghuni:
        penghuni.bind(("127.0.0.1", 0))
        penghuni.listen()
        port = penghuni.getsockname()[1]

        hasil = berhenti.sakip("serve", "--port", str(port))

    assert hasil.returncode == 1
    assert f"Port {port} tidak dapat dipakai" in hasil.stderr
    assert f"PORT={port + 1}" in hasil.stderr


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1"])
def test_port_yang_bukan_port_ditolak(pemasangan: Pemasangan, port: str) -> None:
    hasil = pemasangan.sakip("serve", f"--port={port}")

    assert hasil.returncode == 1
    assert f"Port “{port}” bukan angka 1 sampai 65535" in hasil.stderr


def test_data_versi_lain_menghentikan_start(berhenti: Pemasangan) -> None:
    versi = berhenti.ruang.data / "PG_VERSION"
    asli = versi.read_text()
    versi.write_text("16\n")
    try:
        hasil = berhenti.sakip("serve", "--port", str(port_bebas()))
    finally:
        versi.write_text(asli)

    assert hasil.returncode == 1
    assert "PostgreSQL 16" in hasil.stderr
    assert "sakip pulihkan" in hasil.stderr


def test_rahasia_yang_hilang_dibuat_ulang_dan_data_tetap(berhenti: Pemasangan) -> None:
    berhenti.ruang.rahasia.unlink()

    hasil = berhenti.sakip("migrate")

    assert hasil.returncode == 0, hasil.stderr
    assert berhenti.ruang.rahasia.stat().st_mode & 0o077 == 0


def test_folder_yang_tidak_dapat_ditulisi_disebut(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()

    hasil = Pemasangan(tmp_path / "berkas").sakip("serve")

    assert hasil.returncode == 1
    assert "tidak dapat ditulisi" in hasil.stderr
    assert "SAKIP_VAR" in hasil.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root menulis ke mana saja")
def test_folder_tanpa_hak_tulis_disebut(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    hasil = Pemasangan(tmp_path).sakip("serve")

    assert hasil.returncode == 1
    assert "tidak dapat ditulisi" in hasil.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="hanya root menyimpan basis data di tempat lain")
def test_root_tidak_memulai_basis_data_kosong_di_samping_data_pengguna(tmp_path: Path) -> None:
    data = tmp_path / "var" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("18\n")

    hasil = Pemasangan(tmp_path).sakip("serve", "--port", str(port_bebas()))

    assert hasil.returncode == 1
    assert "dibuat oleh pengguna biasa" in hasil.stderr
