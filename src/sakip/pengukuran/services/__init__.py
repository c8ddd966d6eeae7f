"""Acts of measurement: the quarterly sheet and its figures; tables come in by ``impor``."""

from sakip.pengukuran.services.awal import catat_realisasi_awal
from sakip.pengukuran.services.berjalan import catat_berjalan
from sakip.pengukuran.services.bukti import tautkan_bukti
from sakip.pengukuran.services.daftar_periksa import (
    IsianUji,
    UjiBaru,
    atur_daftar_periksa,
    catat_uji,
)
from sakip.pengukuran.services.impor import ImporKinerja
from sakip.pengukuran.services.isi import (
    ALASAN_KOSONG,
    HasilIsi,
    IsianSel,
    isi_realisasi,
    isi_survei,
)
from sakip.pengukuran.services.lembar import AlamatLembar, buka_lembar
from sakip.pengukuran.services.prioritas import lepas_prioritas, sematkan_prioritas
from sakip.pengukuran.services.proyeksi import naikkan_versi_sah
from sakip.pengukuran.services.tindakan import (
    ajukan_pengukuran,
    buka_kunci_pengukuran,
    kembalikan_pengukuran,
    kunci_pengukuran,
    setujui_pengukuran,
    telaah_pengukuran,
    verifikasi_pengukuran,
)

__all__ = [
    "ALASAN_KOSONG",
    "AlamatLembar",
    "HasilIsi",
    "ImporKinerja",
    "IsianSel",
    "IsianUji",
    "UjiBaru",
    "ajukan_pengukuran",
    "atur_daftar_periksa",
    "buka_kunci_pengukuran",
    "buka_lembar",
    "catat_berjalan",
    "catat_realisasi_awal",
    "catat_uji",
    "isi_realisasi",
    "isi_survei",
    "kembalikan_pengukuran",
    "kunci_pengukuran",
    "lepas_prioritas",
    "naikkan_versi_sah",
    "sematkan_prioritas",
    "setujui_pengukuran",
    "tautkan_bukti",
    "telaah_pengukuran",
    "verifikasi_pengukuran",
]
