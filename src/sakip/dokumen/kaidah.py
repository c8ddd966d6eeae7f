"""The door to the rules: how a document is structured, and how a number is written."""

from datetime import date
from decimal import Decimal

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.regulasi import Kaidah
from sakip_rules.susunan_dokumen import (
    Analisis,
    BagianSusunan,
    Keharusan,
    SusunanDokumen,
    TingkatDokumen,
    bagian_kurang,
    susunan_dokumen,
)

PK_PEMDA = "dokumen.perjanjian_kinerja.pemerintah_daerah"
PK_PERANGKAT_DAERAH = "dokumen.perjanjian_kinerja.perangkat_daerah"
LAPORAN = "dokumen.laporan_kinerja"
LHE_SURAT = "dokumen.laporan_hasil_evaluasi.surat"
SERAH_TERIMA = "dokumen.serah_terima_kinerja"

__all__ = [
    "LAPORAN",
    "LHE_SURAT",
    "PK_PEMDA",
    "PK_PERANGKAT_DAERAH",
    "SERAH_TERIMA",
    "Analisis",
    "BagianSusunan",
    "Kaidah",
    "Keharusan",
    "SusunanDokumen",
    "TingkatDokumen",
    "angka",
    "bagian_kurang",
    "susunan",
]


def susunan(id: str, pada: date) -> SusunanDokumen:
    """The structure in force on a day."""
    return susunan_dokumen(id, pada).isi


def angka(nilai: Decimal, desimal: int | None = None) -> str:
    """``1.234,56``; with ``desimal`` rounded half away from zero, once, here."""
    return tulis_angka(nilai, FormatAngka.ID, desimal)
