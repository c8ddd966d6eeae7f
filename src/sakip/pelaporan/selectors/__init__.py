"""Reads of performance reports."""

from sakip.pelaporan.selectors.alur import ALUR_LAPORAN
from sakip.pelaporan.selectors.bahan import susun_bahan_laporan
from sakip.pelaporan.selectors.lihat import (
    TERBUKA,
    AngkaBergeser,
    BagianTampak,
    Pencetakan,
    angka_bergeser,
    bagian_laporan,
    batas,
    berkas_pencetakan,
    daftar_laporan,
    konteks_ajukan,
    laporan_di_unit,
    pencetakan_terakhir,
    riwayat,
    susunan_bagian,
    syarat_ajukan,
    tahun_lalu,
)
from sakip.pelaporan.selectors.uang import serapan_unit

__all__ = [
    "ALUR_LAPORAN",
    "TERBUKA",
    "AngkaBergeser",
    "BagianTampak",
    "Pencetakan",
    "angka_bergeser",
    "bagian_laporan",
    "batas",
    "berkas_pencetakan",
    "daftar_laporan",
    "konteks_ajukan",
    "laporan_di_unit",
    "pencetakan_terakhir",
    "riwayat",
    "serapan_unit",
    "susun_bahan_laporan",
    "susunan_bagian",
    "syarat_ajukan",
    "tahun_lalu",
]
