"""Commands that run an installation: demo, serve, migrate, cadangkan, pulihkan, periksa."""

import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from sakip.config.pesan import GalatProses, _
from sakip.perintah.pengurai import Pengurai


def lapor(pesan: str) -> None:
    """Say what is going on, at once also when standard output is a file."""
    print(pesan, flush=True)


def dijaga(kerja: Callable[[], int]) -> int:
    """Run ``kerja``; a fault that the operator can mend is printed alone, without a traceback."""
    try:
        return kerja()
    except GalatProses as galat:
        print(_("Gagal: {sebab}").format(sebab=galat), file=sys.stderr, flush=True)
        return 1


def demo(argv: Sequence[str]) -> int:
    """``sakip demo``: everything, with the demo's data, on a day of the demo."""
    pengurai = _pengurai_layanan(
        "sakip demo",
        "Siapkan dan jalankan SAKIP dengan data contoh: basis data, web, dan pekerja.",
        "Contoh: sakip demo --port 8001 --tanggal 2026-02-10\n"
        "        make demo PORT=8001 TANGGAL=2026-02-10\n"
        "        make demo RESET=1",
    )
    pengurai.add_argument(
        "--reset", action="store_true", help="hapus data pemasangan ini dan mulai dari awal"
    )
    pengurai.add_argument(
        "--tanggal",
        type=_hari_contoh,
        help="hari tempat contoh berlangsung, 2026-01-05 atau sesudahnya (bawaan: 2026-11-24, "
        "atau hari contoh yang sudah ada)",
    )
    pilihan = pengurai.parse_args(argv)

    def kerja() -> int:
        from sakip.config.contoh import Contoh
        from sakip.config.proses import Pilihan, jalankan

        port = _port(pilihan.port)
        if pilihan.reset:
            _reset()
        return jalankan(Pilihan(port=port, contoh=Contoh(pilihan.tanggal)), lapor)

    return dijaga(kerja)


def serve(argv: Sequence[str]) -> int:
    """``sakip serve``: everything, with the user's own data."""
    pengurai = _pengurai_layanan(
        "sakip serve",
        "Jalankan SAKIP: basis data, web, dan pekerja, sampai dihentikan (Ctrl-C).",
        "Server PostgreSQL sendiri (15 atau lebih baru): DATABASE_URL=postgresql://…",
    )
    pilihan = pengurai.parse_args(argv)

    def kerja() -> int:
        from sakip.config.proses import Pilihan, jalankan

        return jalankan(Pilihan(port=_port(pilihan.port)), lapor)

    return dijaga(kerja)


def migrate(argv: Sequence[str]) -> int:
    """``sakip migrate``: roles, tables and rights, without starting web or worker."""
    Pengurai(
        "sakip migrate",
        uraian="Buat atau perbarui peran, tabel, dan hak di basis data. Aman diulang.",
    ).parse_args(argv)

    def kerja() -> int:
        from sakip.config.instalasi import dipakai

        with dipakai("sakip migrate") as satu:
            berubah = satu.migrasikan(lapor)
        lapor(_("Basis data diperbarui.") if berubah else _("Basis data sudah mutakhir."))
        return 0

    return dijaga(kerja)


def cadangkan(argv: Sequence[str]) -> int:
    """``sakip cadangkan FILE``: database and uploaded files into one file."""
    pengurai = Pengurai(
        "sakip cadangkan",
        uraian="Simpan basis data dan semua berkas ke satu berkas cadangan. "
        "Boleh selagi SAKIP berjalan.",
        contoh="Contoh: sakip cadangkan cadangan-2026-11-24.tar",
    )
    pengurai.add_argument("berkas", type=Path, help="berkas cadangan yang dibuat (.tar)")
    pilihan = pengurai.parse_args(argv)

    def kerja() -> int:
        from sakip.config.cadangan import buat_cadangan
        from sakip.config.instalasi import dipakai_bersama

        with dipakai_bersama("sakip cadangkan") as satu:
            lapor(buat_cadangan(satu, pilihan.berkas))
        return 0

    return dijaga(kerja)


def pulihkan(argv: Sequence[str]) -> int:
    """``sakip pulihkan FILE``: put a backup in the place of the present data."""
    pengurai = Pengurai(
        "sakip pulihkan",
        uraian="Ganti isi basis data dan berkas dengan isi cadangan. SAKIP harus berhenti. "
        "Data yang sekarang tidak dihapus; namanya diganti.",
        contoh="Contoh: sakip pulihkan cadangan-2026-11-24.tar",
    )
    pengurai.add_argument("berkas", type=Path, help="berkas dari `sakip cadangkan`")
    pilihan = pengurai.parse_args(argv)

    def kerja() -> int:
        from sakip.config.cadangan import pulihkan_cadangan
        from sakip.config.instalasi import dipakai

        with dipakai("sakip pulihkan") as satu:
            lapor(pulihkan_cadangan(satu, pilihan.berkas, lapor))
        return 0

    return dijaga(kerja)


def periksa(argv: Sequence[str]) -> int:
    """``sakip periksa``: is everything as it should be? Exit code 1 if not."""
    Pengurai(
        "sakip periksa",
        uraian="Periksa pemasangan: basis data, peran, susunan tabel, berkas, ruang simpan.",
    ).parse_args(argv)

    def kerja() -> int:
        from sakip.config.kesehatan import periksa_kesehatan

        laporan = periksa_kesehatan()
        for butir in laporan:
            lapor(str(butir))
        return 0 if all(butir.baik for butir in laporan) else 1

    return dijaga(kerja)


def _pengurai_layanan(prog: str, uraian: str, contoh: str) -> Pengurai:
    pengurai = Pengurai(prog, uraian=uraian, contoh=contoh)
    pengurai.add_argument(
        "--port", default=os.environ.get("PORT") or "8000", help="port web (bawaan: 8000)"
    )
    return pengurai


def _hari_contoh(teks: str) -> date:
    from sakip.config.contoh import HARI_PERTAMA, hari_dalam_kata

    try:
        hari = date.fromisoformat(teks)
    except ValueError:
        raise ArgumentTypeError(
            f"“{teks}” bukan tanggal; tulis seperti 2026-11-24 (tahun-bulan-hari)"
        ) from None
    if hari < HARI_PERTAMA:
        raise ArgumentTypeError(
            f"cerita contoh mulai pada {hari_dalam_kata(HARI_PERTAMA)}; sebut hari sesudahnya"
        )
    return hari


def _port(teks: str) -> int:
    if not teks.isdecimal() or not 1 <= int(teks) <= 65535:
        raise GalatProses(
            _("Port “{teks}” bukan angka 1 sampai 65535. Contoh: make demo PORT=8001").format(
                teks=teks
            )
        )
    return int(teks)


def _reset() -> None:
    from sakip.config.instalasi import terkunci

    with terkunci("sakip demo --reset") as (satu, _kunci):
        if satu.kluster is None:
            raise GalatProses(
                _(
                    "RESET=1 hanya menghapus basis data bawaan; DATABASE_URL menunjuk server "
                    "Anda sendiri. Kosongkan basis data itu dengan alat server Anda."
                )
            )
        satu.kluster.pulihkan_sisa()
        satu.ruang.hapus()
    lapor(_("Data lama dihapus; mulai dari awal."))
