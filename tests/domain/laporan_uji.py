"""A report to start from: a plan, one yearly figure of each promise, and the people who act."""

from typing import Any

from domain.lembar import baris, impor
from domain.pemeran import Dunia
from domain.rencana_uji import tata_rencana
from sakip.pelaporan import services
from sakip.pelaporan.models import LaporanKinerja

TAHUN = 2025  # the cast lives in November 2026


def tata_laporan(dunia: Dunia, *, angka: bool = True) -> LaporanKinerja:
    """Open the report of Dinas Anggrek on 2025; ``angka``: with one figure to report."""
    tata_rencana(dunia)
    if angka:
        impor(dunia, baris(kode_indikator="waktu", tahun=str(TAHUN)), siapa="gita")
    return services.buka_laporan(**dunia.dasar("ani"), unit="dinas-anggrek", tahun=TAHUN)


def isi(dunia: Dunia, siapa: str, laporan: LaporanKinerja, **ganti: Any) -> dict[str, Any]:
    """Arguments of an act on a report."""
    return {**dunia.dasar(siapa), "laporan": laporan.uuid, "versi": laporan.versi} | ganti


def sampai(dunia: Dunia, keadaan: str) -> LaporanKinerja:
    """A report that has come this far."""
    laporan = tata_laporan(dunia)
    for tujuan, siapa, layanan in (
        ("diajukan", "ani", services.ajukan_laporan),
        ("disetujui", "budi", services.setujui_laporan),
        ("disampaikan", "ani", services.sampaikan_laporan),
    ):
        laporan = layanan(**isi(dunia, siapa, laporan))
        if tujuan == keadaan:
            break
    return laporan
