"""``sakip hitung capaian`` on 100.000 rows, beside a bare csv + Decimal loop, both as programs.

Run: ``python bench/hitung_capaian.py``. The reference reads the file, turns two cells of each row
into Decimal, divides once and writes the row: no statuses, no directions, no refusals. Memory is
the peak of the whole process; start-up is a file of one row.
"""

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

BANYAK: Final = 100_000
ULANG: Final = 3
BATAS_DETIK: Final = 2.0
BATAS_RASIO: Final = 3.0
BATAS_MULAI: Final = 0.3
RUJUKAN: Final = """
import csv, sys
from decimal import Decimal
with open(sys.argv[1], encoding="utf-8", newline="") as berkas:
    pembaca = csv.reader(berkas, delimiter=";")
    penulis = csv.writer(sys.stdout, delimiter=";", lineterminator="\\n")
    penulis.writerow([*next(pembaca), "capaian"])
    for baris in pembaca:
        target = Decimal(baris[4].replace(".", "").replace(",", "."))
        realisasi = Decimal(baris[5].replace(".", "").replace(",", "."))
        penulis.writerow([*baris, realisasi / target * 100])
"""


class Ukuran(NamedTuple):
    """Seconds and peak memory of one run of a program."""

    detik: float
    megabita: float


def _tulis_berkas(jalur: Path, banyak: int) -> None:
    acak = random.Random(36)  # noqa: S311 - a fixed seed makes runs comparable
    with jalur.open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas, delimiter=";")
        penulis.writerow(["unit", "indikator", "satuan", "arah", "target", "realisasi"])
        for nomor in range(banyak):
            penulis.writerow(
                [
                    f"Unit {nomor % 60}",
                    f"Indikator {nomor}",
                    "persen",
                    acak.choice(("naik_baik", "naik_baik", "turun_baik")),
                    _angka(acak.randint(100, 200_000)),
                    _angka(acak.randint(0, 250_000)),
                ]
            )


def _angka(sen: int) -> str:
    return f"{sen // 100:,}".replace(",", ".") + f",{sen % 100:02d}"


def _jalankan(perintah: list[str]) -> Ukuran:
    mulai = time.perf_counter()
    with subprocess.Popen(perintah, stdout=subprocess.DEVNULL) as proses:
        _, status, pakai = os.wait4(proses.pid, 0)
        detik = time.perf_counter() - mulai
        proses.returncode = os.waitstatus_to_exitcode(status)
    if proses.returncode != 0:
        raise SystemExit(f"gagal ({proses.returncode}): {' '.join(perintah)}")
    return Ukuran(detik, pakai.ru_maxrss / 1024)


def _terbaik(perintah: list[str]) -> Ukuran:
    return min(_jalankan(perintah) for _ in range(ULANG))


def main() -> None:
    """Print figures and references; exit 1 when a ceiling is passed."""
    kami = [sys.executable, "-m", "sakip.perintah", "hitung", "capaian"]
    with tempfile.TemporaryDirectory() as folder:
        panjang, pendek = Path(folder, "panjang.csv"), Path(folder, "pendek.csv")
        _tulis_berkas(panjang, BANYAK)
        _tulis_berkas(pendek, 1)
        rujukan = _terbaik([sys.executable, "-c", RUJUKAN, str(panjang)])
        semua = _terbaik([*kami, str(panjang)])
        mulai = _terbaik([*kami, str(pendek)])
    rasio = semua.detik / rujukan.detik
    print(f"hitung capaian {BANYAK} baris: {semua.detik:.2f} s (paling lama {BATAS_DETIK} s)")
    print(
        f"putaran csv + Decimal polos: {rujukan.detik:.2f} s; rasio {rasio:.2f} "
        f"(paling besar {BATAS_RASIO})"
    )
    print(f"ingatan: {semua.megabita:.0f} MB; berkas satu baris {mulai.megabita:.0f} MB")
    print(f"mulai sampai selesai, satu baris: {mulai.detik:.2f} s (paling lama {BATAS_MULAI} s)")
    if semua.detik > BATAS_DETIK or rasio > BATAS_RASIO or mulai.detik > BATAS_MULAI:
        raise SystemExit("melebihi batas")


if __name__ == "__main__":
    main()
