"""Acts of measurement: the quarterly sheet and its figures; tables come in by ``impor``."""

from sakip.pengukuran.services.impor import ImporKinerja
from sakip.pengukuran.services.isi import (
    ALASAN_KOSONG,
    HasilIsi,
    IsianSel,
    isi_realisasi,
    isi_survei,
)
from sakip.pengukuran.services.lembar import buka_lembar

__all__ = [
    "ALASAN_KOSONG",
    "HasilIsi",
    "ImporKinerja",
    "IsianSel",
    "buka_lembar",
    "isi_realisasi",
    "isi_survei",
]
