"""Counting deaths, and cleaning up after a killed parent without touching anybody else."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sakip.config.anak import Anak, Catatan
from sakip.config.kunci import pegang, pemegang
from sakip.config.pesan import GalatProses
from sakip.config.rahasia import baca_rahasia, rahasia
from sakip.config.tanam.identitas import identitas, kirim, tunggu

TIDUR = [sys.executable, "-c", "import time; time.sleep(300)"]
# A leader that starts a follower of its own in its group, tells its number, and sleeps.
_KODE_PEMIMPIN = """
import subprocess, sys, time
p = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"])
print(p.pid, flush=True)
time.sleep(300)
"""
PEMIMPIN = [sys.executable, "-c", _KODE_PEMIMPIN]


@pytest.fixture
def anak(tmp_path: Path) -> Iterator[Anak]:
    satu = Anak("tidur", TIDUR, tmp_path / "tidur.log", 5.0)
    yield satu
    satu.hentikan()


def mulai(anak: Anak, catatan: Catatan) -> int:
    anak.mulai({**os.environ, **catatan.lingkungan()})
    assert anak.proses is not None
    catatan.tulis([anak])
    return anak.proses.pid


def mati(pid: int) -> bool:
    return identitas(pid) is None


def test_jeda_bertambah_tiap_kematian(anak: Anak) -> None:
    jeda = [anak.catat_kematian(float(detik)) for detik in range(4)]

    assert jeda == [0.5, 1.0, 2.0, 4.0]


def test_kematian_lama_tidak_dihitung(anak: Anak) -> None:
    jeda = [anak.catat_kematian(float(menit * 61)) for menit in range(8)]

    assert jeda == [0.5] * 8


def test_menyerah_dengan_lantang_bila_terus_mati(anak: Anak) -> None:
    anak.log.write_text("ModuleNotFoundError: tiada\n")
    for detik in range(4):
        anak.catat_kematian(float(detik))

    with pytest.raises(GalatProses) as galat:
        anak.catat_kematian(4.0)

    for kata in ("tidur", "5 kali", "ModuleNotFoundError: tiada", str(anak.log)):
        assert kata in str(galat.value)


def test_sisa_induk_yang_dibunuh_dihentikan(anak: Anak, tmp_path: Path) -> None:
    berkas = tmp_path / "proses.json"
    pid = mulai(anak, Catatan(berkas))

    jumlah = Catatan(berkas).bersihkan_sisa()

    assert jumlah == 1
    assert mati(pid)
    assert not berkas.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="tanda proses hanya terbaca di Linux")
def test_pengikut_yang_pemimpinnya_sudah_mati_juga_dihentikan(tmp_path: Path) -> None:
    berkas, log = tmp_path / "proses.json", tmp_path / "pemimpin.log"
    anak = Anak("pemimpin", PEMIMPIN, log)
    pemimpin = mulai(anak, Catatan(berkas))
    assert tunggu(lambda: log.read_text().strip().isdigit(), 20)
    pengikut = int(log.read_text())
    kirim(pemimpin, signal.SIGKILL)
    assert tunggu(lambda: not anak.berjalan(), 5)
    assert not mati(pengikut)

    Catatan(berkas).bersihkan_sisa()

    assert mati(pengikut)


def test_nomor_yang_kini_milik_orang_lain_dibiarkan(tmp_path: Path) -> None:
    orang_lain = subprocess.Popen(TIDUR)
    berkas = tmp_path / "proses.json"
    berkas.write_text(
        json.dumps({"tanda": "x", "proses": [{"pid": orang_lain.pid, "mulai": "dahulu"}]})
    )

    jumlah = Catatan(berkas).bersihkan_sisa()

    assert jumlah == 0
    assert orang_lain.poll() is None
    orang_lain.kill()
    orang_lain.wait()


@pytest.mark.parametrize("isi", ["", "{", "[]", '{"tanda": "x"}', '{"proses": [1]}'])
def test_catatan_yang_rusak_tidak_menghalangi_start(tmp_path: Path, isi: str) -> None:
    berkas = tmp_path / "proses.json"
    berkas.write_text(isi)

    assert Catatan(berkas).bersihkan_sisa() == 0


def test_log_yang_besar_diputar(anak: Anak) -> None:
    anak.log.write_bytes(b"x" * 5_000_001)

    mulai(anak, Catatan(anak.log.with_name("proses.json")))

    assert anak.log.with_suffix(".log.1").stat().st_size == 5_000_001


def test_kunci_menyebut_pemegangnya(tmp_path: Path) -> None:
    jalur = tmp_path / "kunci"
    with pegang(jalur, "sakip pulihkan"):
        siapa = pemegang(jalur)
        with pytest.raises(GalatProses, match=f"sakip pulihkan.*kill {os.getpid()}"):
            pegang(jalur, "sakip serve").__enter__()

    assert siapa is not None
    assert siapa.pid == os.getpid()
    assert pemegang(jalur) is None


def test_kunci_lepas_saat_pemegangnya_dibunuh(tmp_path: Path) -> None:
    jalur = tmp_path / "kunci"
    kode = (
        "import sys, time; from pathlib import Path; from sakip.config.kunci import pegang\n"
        "with pegang(Path(sys.argv[1]), 'sakip serve'):\n    print('siap', flush=True)\n"
        "    time.sleep(300)"
    )
    src = str(Path(__file__).resolve().parents[2] / "src")
    proses = subprocess.Popen(
        [sys.executable, "-c", kode, str(jalur)],
        env={**os.environ, "PYTHONPATH": src},
        stdout=subprocess.PIPE,
    )
    assert proses.stdout is not None
    assert proses.stdout.readline() == b"siap\n"
    proses.kill()
    proses.communicate()

    with pegang(jalur, "sakip serve"):
        siapa = pemegang(jalur)

    assert siapa is not None
    assert siapa.pid == os.getpid()


def test_rahasia_dibuat_sekali_dan_hanya_untuk_pemiliknya(tmp_path: Path) -> None:
    berkas = tmp_path / "rahasia.json"

    pertama = rahasia(berkas)

    assert rahasia(berkas) == pertama
    assert berkas.stat().st_mode & 0o777 == 0o600
    assert len({pertama.admin, pertama.pemilik, pertama.aplikasi, pertama.portal}) == 4


def test_rahasia_yang_terbaca_orang_lain_ditolak(tmp_path: Path) -> None:
    berkas = tmp_path / "rahasia.json"
    rahasia(berkas)
    berkas.chmod(0o644)

    with pytest.raises(GalatProses, match="chmod 600"):
        baca_rahasia(berkas)


@pytest.mark.parametrize("isi", ["", "{}", "[]", '{"admin": "x"}'])
def test_rahasia_yang_rusak_disebut(tmp_path: Path, isi: str) -> None:
    berkas = tmp_path / "rahasia.json"
    berkas.touch(mode=0o600)
    berkas.write_text(isi)

    with pytest.raises(GalatProses, match="rusak"):
        baca_rahasia(berkas)
