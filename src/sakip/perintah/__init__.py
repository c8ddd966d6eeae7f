"""The program ``sakip``: finds the command asked for and imports that one alone.

Each command is a function ``(argv) -> exit code`` named in ``DAFTAR`` as ``module:function`` and
imported only when it is called, so that ``hitung`` and ``regulasi`` never load Django and start
in a fraction of a second. A command with two words (``hitung capaian``) is listed with both.
Each function reads its own arguments with ``sakip.perintah.pengurai.Pengurai`` and prints its own
``--help``. Exit codes: 0 done, 1 done but something in the data failed, 2 asked wrongly or
unreadable input, 130 interrupted.

Argparse with Indonesian words was chosen over Typer by measurement: importing Typer costs 100 ms,
argparse 10 ms, and the whole start-up may take 300.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Perintah:
    """One command: its words, where its function is, and a line for the list."""

    nama: tuple[str, ...]
    tujuan: str
    ringkasan: str


DAFTAR: Final = (
    Perintah(
        ("demo",),
        "sakip.perintah.proses:demo",
        "siapkan dan jalankan SAKIP dengan data contoh",
    ),
    Perintah(("serve",), "sakip.perintah.proses:serve", "jalankan basis data, web, dan pekerja"),
    Perintah(("migrate",), "sakip.perintah.proses:migrate", "perbarui susunan basis data"),
    Perintah(("cadangkan",), "sakip.perintah.proses:cadangkan", "simpan cadangan ke satu berkas"),
    Perintah(("pulihkan",), "sakip.perintah.proses:pulihkan", "pulihkan dari berkas cadangan"),
    Perintah(("periksa",), "sakip.perintah.proses:periksa", "periksa apakah semuanya siap"),
    Perintah(
        ("dirikan",),
        "sakip.perintah.data:dirikan",
        "dirikan pemerintah daerah dan admin pertamanya",
    ),
    Perintah(("import",), "sakip.perintah.data:impor", "periksa dan terapkan tabel kinerja"),
    Perintah(
        ("data-uji",),
        "sakip.perintah.data_uji:data_uji",
        "bangkitkan satu kabupaten contoh untuk mengukur kecepatan",
    ),
    Perintah(
        ("hitung", "capaian"),
        "sakip.perintah.hitung:capaian",
        "capaian tiap baris berkas CSV",
    ),
    Perintah(
        ("hitung", "predikat"),
        "sakip.perintah.hitung_penilaian:predikat",
        "predikat dari nilai evaluasi",
    ),
    Perintah(
        ("hitung", "evaluasi"),
        "sakip.perintah.hitung_penilaian:evaluasi",
        "nilai dan predikat lembar kerja evaluasi",
    ),
    Perintah(
        ("regulasi", "daftar"), "sakip.perintah.regulasi:daftar", "daftar peraturan dan kaidahnya"
    ),
    Perintah(
        ("regulasi", "periksa"), "sakip.perintah.regulasi:periksa", "periksa semua berkas kaidah"
    ),
    Perintah(
        ("regulasi", "tampilkan"),
        "sakip.perintah.regulasi:tampilkan",
        "tampilkan satu peraturan atau kaidah pada suatu tanggal",
    ),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in ``argv`` (default: the process's own) and give its exit code."""
    kata = list(sys.argv[1:] if argv is None else argv)
    try:
        return _jalankan(kata)
    except BrokenPipeError:
        # The reader of a pipe (head, less) left; do not fail again while closing our end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _jalankan(kata: list[str]) -> int:
    if not kata or kata[0] in ("-h", "--help", "bantuan"):
        print(_bantuan(DAFTAR))
        return 0 if kata else 2
    if kata[0] in ("-V", "--version", "--versi"):
        return _versi()
    for perintah in DAFTAR:
        panjang = len(perintah.nama)
        if tuple(kata[:panjang]) == perintah.nama:
            return _panggil(perintah, kata[panjang:])
    return _tidak_dikenal(kata)


def _panggil(perintah: Perintah, argv: list[str]) -> int:
    from importlib import import_module

    modul, fungsi = perintah.tujuan.split(":")
    hasil: int = getattr(import_module(modul), fungsi)(argv)
    return hasil


def _versi() -> int:
    from importlib.metadata import version

    print(f"sakip {version('sakip')}")
    return 0


def _bantuan(daftar: Sequence[Perintah]) -> str:
    lebar = max(len(" ".join(p.nama)) for p in daftar)
    baris = [f"  {' '.join(p.nama):<{lebar}}  {p.ringkasan}" for p in daftar]
    return "\n".join(
        [
            "Pemakaian: sakip PERINTAH [pilihan]",
            "",
            "SAKIP: akuntabilitas kinerja instansi pemerintah, dari janji sampai evaluasi.",
            "",
            "Perintah:",
            *baris,
            "",
            "Bantuan tiap perintah: sakip PERINTAH --help",
        ]
    )


def _tidak_dikenal(kata: list[str]) -> int:
    kelompok = [p for p in DAFTAR if len(p.nama) > 1 and p.nama[0] == kata[0]]
    if kelompok and (len(kata) == 1 or kata[1] in ("-h", "--help")):
        print(_bantuan(kelompok))
        return 2 if len(kata) == 1 else 0
    from difflib import get_close_matches

    if kelompok:
        dicari, nama = kata[1], [p.nama[1] for p in kelompok]
    else:
        dicari, nama = kata[0], sorted({p.nama[0] for p in DAFTAR})
    mirip = get_close_matches(dicari, nama, n=1)
    saran = f" Maksud Anda “{mirip[0]}”?" if mirip else ""
    print(
        f"sakip: perintah “{' '.join(kata[:2]) if kelompok else kata[0]}” tidak dikenal.{saran} "
        f"Yang ada: {', '.join(nama)}.",
        file=sys.stderr,
    )
    return 2
