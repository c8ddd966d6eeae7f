"""Agreements and plans of action: the year's list, one of each, the acts on them."""

from sakip.web.perjanjian.halaman import perjanjian, satu_perjanjian
from sakip.web.perjanjian.tanda_tangan import tanda_tangan
from sakip.web.perjanjian.tindakan import (
    ajukan_perjanjian,
    catat_kertas,
    kembalikan_perjanjian,
    susun_perjanjian,
    tandatangani_kedua,
    tandatangani_pertama,
    tarik_ulang_perjanjian,
    telaah_perjanjian,
    terbitkan_naskah,
)

__all__ = [
    "ajukan_perjanjian",
    "catat_kertas",
    "kembalikan_perjanjian",
    "perjanjian",
    "satu_perjanjian",
    "susun_perjanjian",
    "tanda_tangan",
    "tandatangani_kedua",
    "tandatangani_pertama",
    "tarik_ulang_perjanjian",
    "telaah_perjanjian",
    "terbitkan_naskah",
]
