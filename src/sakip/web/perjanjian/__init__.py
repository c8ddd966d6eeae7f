"""Agreements and plans of action: the year's list, one of each, the acts on them."""

from sakip.web.perjanjian.aksi import aksi, satu_aksi
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
from sakip.web.perjanjian.tindakan_aksi import (
    alihkan_aksi,
    kembalikan_aksi,
    setujui_aksi,
    susun_aksi,
    ubah_aksi,
    verifikasi_aksi,
)

__all__ = [
    "ajukan_perjanjian",
    "aksi",
    "alihkan_aksi",
    "catat_kertas",
    "kembalikan_aksi",
    "kembalikan_perjanjian",
    "perjanjian",
    "satu_aksi",
    "satu_perjanjian",
    "setujui_aksi",
    "susun_aksi",
    "susun_perjanjian",
    "tanda_tangan",
    "tandatangani_kedua",
    "tandatangani_pertama",
    "tarik_ulang_perjanjian",
    "telaah_perjanjian",
    "terbitkan_naskah",
    "ubah_aksi",
    "verifikasi_aksi",
]
