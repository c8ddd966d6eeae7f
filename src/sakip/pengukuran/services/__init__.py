"""Acts of measurement: the quarterly sheet and its figures; tables come in by ``impor``."""

from sakip.pengukuran.services.arahan import (
    jawab_arahan,
    perbarui_arahan,
    tulis_arahan,
    tutup_arahan,
)
from sakip.pengukuran.services.awal import catat_realisasi_awal
from sakip.pengukuran.services.berjalan import catat_berjalan
from sakip.pengukuran.services.bersaing import AngkaBersaing
from sakip.pengukuran.services.bukti import lepas_bukti, tautkan_bukti
from sakip.pengukuran.services.buku_pengukuran import (
    ImporPengukuran,
    IsianBuku,
    terapkan_buku_pengukuran,
)
from sakip.pengukuran.services.catat_serapan import IsianSerapan, catat_serapan
from sakip.pengukuran.services.daftar_periksa import (
    IsianUji,
    UjiBaru,
    atur_daftar_periksa,
    catat_uji,
)
from sakip.pengukuran.services.eskalasi import eskalasikan
from sakip.pengukuran.services.impor import ImporKinerja
from sakip.pengukuran.services.isi import (
    ALASAN_KOSONG,
    HasilIsi,
    IsianSel,
    isi_realisasi,
    isi_survei,
)
from sakip.pengukuran.services.komentar import komentari_angka, selesaikan_komentar_angka
from sakip.pengukuran.services.lembar import AlamatLembar, buka_lembar
from sakip.pengukuran.services.massal import HasilMassal, buka_kunci_banyak, kunci_banyak
from sakip.pengukuran.services.mutu import jawab_temuan
from sakip.pengukuran.services.pemeriksaan import tandai_angka, tandai_tanpa_peringatan
from sakip.pengukuran.services.pilahan import isi_pilahan, sebut_selisih
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
    "AngkaBersaing",
    "HasilIsi",
    "HasilMassal",
    "ImporKinerja",
    "ImporPengukuran",
    "IsianBuku",
    "IsianSel",
    "IsianSerapan",
    "IsianUji",
    "UjiBaru",
    "ajukan_pengukuran",
    "atur_daftar_periksa",
    "buka_kunci_banyak",
    "buka_kunci_pengukuran",
    "buka_lembar",
    "catat_berjalan",
    "catat_realisasi_awal",
    "catat_serapan",
    "catat_uji",
    "eskalasikan",
    "isi_pilahan",
    "isi_realisasi",
    "isi_survei",
    "jawab_arahan",
    "jawab_temuan",
    "kembalikan_pengukuran",
    "komentari_angka",
    "kunci_banyak",
    "kunci_pengukuran",
    "lepas_bukti",
    "lepas_prioritas",
    "naikkan_versi_sah",
    "perbarui_arahan",
    "sebut_selisih",
    "selesaikan_komentar_angka",
    "sematkan_prioritas",
    "setujui_pengukuran",
    "tandai_angka",
    "tandai_tanpa_peringatan",
    "tautkan_bukti",
    "telaah_pengukuran",
    "terapkan_buku_pengukuran",
    "tulis_arahan",
    "tutup_arahan",
    "verifikasi_pengukuran",
]
