"""Measurement: the year's quarters, the sheet of one, its acts and its checklists."""

from sakip.web.pengukuran.buku import buku_pengukuran, unggah_buku_pengukuran
from sakip.web.pengukuran.halaman import lembar_pengukuran, pengukuran
from sakip.web.pengukuran.isian import isi_sel
from sakip.web.pengukuran.periksa import daftar_periksa
from sakip.web.pengukuran.tindakan import (
    ajukan_pengukuran,
    buka_kunci_pengukuran,
    bukti_pengukuran,
    kembalikan_pengukuran,
    kunci_pengukuran,
    setujui_pengukuran,
    telaah_pengukuran,
    verifikasi_pengukuran,
)

__all__ = [
    "ajukan_pengukuran",
    "buka_kunci_pengukuran",
    "bukti_pengukuran",
    "buku_pengukuran",
    "daftar_periksa",
    "isi_sel",
    "kembalikan_pengukuran",
    "kunci_pengukuran",
    "lembar_pengukuran",
    "pengukuran",
    "setujui_pengukuran",
    "telaah_pengukuran",
    "unggah_buku_pengukuran",
    "verifikasi_pengukuran",
]
