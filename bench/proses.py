"""How long it takes until people can work: a start, a recovery, a database for tests.

Run: ``python bench/proses.py``. Each figure stands beside a reference from the same run, so that a
slow machine shows as such. The installation is a temporary one without demo data.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

_AKAR = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(_AKAR / "src"), str(_AKAR / "tests"), str(_AKAR / "tests" / "proses")]

from induk_uji import Pemasangan  # noqa: E402 - the path is set above
from pemasangan.ukur import detik  # noqa: E402

from kluster_uji import ambil, lepas  # noqa: E402
from sakip.config.tanam.identitas import kirim, tunggu  # noqa: E402


def _baris(judul: str, kami: float, acuan: str, banding: float) -> None:
    print(
        f"{judul:<42} {kami:6.2f} s   acuan {acuan}: {banding:5.2f} s   rasio {kami / banding:.1f}"
    )


def _ukur_start(satu: Pemasangan) -> None:
    lingkungan = {**os.environ, "PYTHONPATH": str(_AKAR / "src"), "SAKIP_VAR": str(satu.ruang.var)}
    impor = detik(
        lambda: subprocess.run(
            [sys.executable, "-c", "import sakip.config.wsgi"], env=lingkungan, check=True
        )
    )
    acuan = "satu proses memuat program"
    _baris("start pertama (buat basis data, migrasi)", detik(satu.hidupkan), acuan, impor)
    satu.matikan()
    _baris("start kedua", detik(satu.hidupkan), acuan, impor)
    _baris("berhenti dengan rapi", detik(satu.matikan), acuan, impor)
    satu.hidupkan()
    satu.matikan(signal.SIGKILL)
    _baris("start setelah kill -9 induk", detik(satu.hidupkan), acuan, impor)
    for judul, pid in (("basis data", satu.pid_postmaster), ("web", lambda: satu.pid_anak()[0])):
        pulih = detik(lambda pid=pid: _bunuh_dan_tunggu(satu, pid))
        _baris(f"pulih setelah kill -9 {judul}", pulih, acuan, impor)


def _bunuh_dan_tunggu(satu: Pemasangan, pid: Callable[[], int]) -> None:
    """Until another process stands in its place and pages answer again."""
    lama = pid()
    kirim(lama, signal.SIGKILL)
    tunggu(lambda: _nomor(pid) not in (lama, None), 60.0)
    tunggu(satu.menjawab, 60.0)


def _nomor(pid: Callable[[], int]) -> int | None:
    try:
        return pid()
    except (OSError, IndexError):  # nobody is there just now
        return None


def _ukur_uji() -> None:
    peserta = ambil()
    nama = f"uji_{os.getpid()}_bench"
    try:
        templat = peserta.templat()
        salin = detik(lambda: peserta.salin(templat, nama))
        peserta.buang(nama)
        migrasi = detik(lambda: peserta.migrasikan(nama))
        _baris("basis data untuk satu proses uji", salin, "migrasi dari kosong", migrasi)
    finally:
        peserta.buang(nama)
        lepas(peserta)


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="sakip-bench-", dir="/tmp"))
    folder.chmod(0o755)
    satu = Pemasangan(folder)
    try:
        _ukur_start(satu)
    finally:
        satu.bersihkan()
        shutil.rmtree(folder)
    _ukur_uji()


if __name__ == "__main__":
    main()
