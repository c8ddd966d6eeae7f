"""Measurement: the year's quarters, the sheet of one, its acts and its checklists."""

from sakip.web.pengukuran.antrean import periksa_pengukuran
from sakip.web.pengukuran.arahan import (
    jawab_arahan,
    perbarui_arahan,
    tulis_arahan,
    tutup_arahan,
)
from sakip.web.pengukuran.bukti import bukti_pengukuran, lepas_bukti, pilih_bukti
from sakip.web.pengukuran.buku import buku_pengukuran, unggah_buku_pengukuran
from sakip.web.pengukuran.halaman import lembar_pengukuran, pengukuran
from sakip.web.pengukuran.isian import isi_sel
from sakip.web.pengukuran.kisi import kisi_pengukuran
from sakip.web.pengukuran.mutu import jawab_temuan
from sakip.web.pengukuran.periksa import daftar_periksa
from sakip.web.pengukuran.sebab import sebab_pemda
from sakip.web.pengukuran.sel import (
    komentar_pengukuran,
    pilahan_pengukuran,
    sel_pengukuran,
    selesai_komentar_pengukuran,
)
from sakip.web.pengukuran.tindakan import (
    ajukan_pengukuran,
    buka_kunci_pengukuran,
    kembalikan_pengukuran,
    kunci_pengukuran,
    setujui_pengukuran,
    tandai_angka,
    telaah_pengukuran,
    verifikasi_pengukuran,
)
from sakip.web.pengukuran.uang import uang_pengukuran

__all__ = [
    "ajukan_pengukuran",
    "buka_kunci_pengukuran",
    "bukti_pengukuran",
    "buku_pengukuran",
    "daftar_periksa",
    "isi_sel",
    "jawab_arahan",
    "jawab_temuan",
    "kembalikan_pengukuran",
    "kisi_pengukuran",
    "komentar_pengukuran",
    "kunci_pengukuran",
    "lembar_pengukuran",
    "lepas_bukti",
    "pengukuran",
    "perbarui_arahan",
    "periksa_pengukuran",
    "pilahan_pengukuran",
    "pilih_bukti",
    "sebab_pemda",
    "sel_pengukuran",
    "selesai_komentar_pengukuran",
    "setujui_pengukuran",
    "tandai_angka",
    "telaah_pengukuran",
    "tulis_arahan",
    "tutup_arahan",
    "uang_pengukuran",
    "unggah_buku_pengukuran",
    "verifikasi_pengukuran",
]
