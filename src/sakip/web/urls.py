"""Addresses of the staff interface; they read like a sentence."""

from django.urls import path

from sakip.web import (
    alamat_pengukuran,
    bantuan,
    beranda,
    berjalan,
    crosscutting,
    dokumen,
    evaluasi,
    evaluasi_unit,
    impor,
    impor_rencana,
    kabar,
    kinerja,
    laporan,
    manfaat,
    nomenklatur,
    organisasi,
    papan,
    perjanjian,
    pimpinan,
    pohon,
    pohon_unduh,
    pustaka,
    rencana,
    rencana_anggaran,
    rencana_atur,
    rencana_beda,
    rencana_dokumen,
    rencana_dokumen_baru,
    rencana_komentar,
    rencana_konsep,
    rencana_periksa,
    rencana_reviu,
    rencana_selaras,
    rencana_usul,
    susunan,
    tabel,
    telusur,
    usulan,
    webhook,
)
from sakip.web.alamat_pengukuran import KINERJA, PEMDA, TAHUNAN

app_name = "web"
UNIT = PEMDA + "organisasi/<slug:slug>/"
IMPOR = PEMDA + "impor/"
RENCANA = TAHUNAN + "rencana/"
PERJANJIAN = TAHUNAN + "perjanjian/<int:nomor>/"
AKSI = TAHUNAN + "aksi/<int:nomor>/"

urlpatterns = [
    path("kaidah/", bantuan.daftar_kaidah, name="daftar_kaidah"),
    path("kaidah/<slug:id>/", bantuan.kaidah, name="kaidah"),
    path("bantuan/<slug:rak>/", bantuan.halaman, name="rak"),
    path("bantuan/<slug:rak>/<slug:nama>/", bantuan.halaman, name="halaman"),
    path("kerja/", beranda.beranda, name="beranda"),
    path(PEMDA, beranda.beranda_instansi, name="beranda_instansi"),
    path(PEMDA + "organisasi/", organisasi.organisasi, name="organisasi"),
    path(UNIT, organisasi.unit, name="unit"),
    path(UNIT + "tambah/", susunan.tambah_unit, name="tambah_unit"),
    path(UNIT + "ganti-nama/", susunan.ganti_nama, name="ganti_nama_unit"),
    path(UNIT + "pindah/", susunan.pindah_unit, name="pindah_unit"),
    path(UNIT + "gabung/", susunan.gabung_unit, name="gabung_unit"),
    path(UNIT + "pecah/", susunan.pecah_unit, name="pecah_unit"),
    path(UNIT + "tugaskan/<uuid:uuid>/", organisasi.tugaskan, name="tugaskan"),
    path(UNIT + "akhiri/<uuid:uuid>/", organisasi.akhiri, name="akhiri"),
    path(UNIT + "serah-terima/<uuid:uuid>/", organisasi.serah_terima, name="serah_terima"),
    path(PEMDA + "hasil-evaluasi/", evaluasi.hasil_evaluasi, name="hasil_evaluasi"),
    path(PEMDA + "hitung-lke/", evaluasi.hitung_lke, name="hitung_lke"),
    path(PEMDA + "hitung-lke/<slug:kode_lembar>/", evaluasi.hitung_lke, name="hitung_lke_lembar"),
    path(IMPOR, impor.daftar, name="daftar_impor"),
    path(IMPOR + "unggah/", impor.unggah, name="unggah_impor"),
    path(IMPOR + "templat/", impor.templat, name="templat_impor"),
    path(IMPOR + "<uuid:uuid>/", impor.lihat, name="impor"),
    path(IMPOR + "<uuid:uuid>/perbaiki/", impor.perbaiki, name="perbaiki_impor"),
    path(IMPOR + "<uuid:uuid>/petakan/", impor_rencana.petakan, name="petakan_impor"),
    path(IMPOR + "<uuid:uuid>/terapkan/", impor.terapkan, name="terapkan_impor"),
    path(IMPOR + "<uuid:uuid>/buang/", impor.buang, name="buang_impor"),
    path(IMPOR + "<uuid:uuid>/batalkan/", impor.batalkan, name="batalkan_impor"),
    path(KINERJA, kinerja.pemda, name="pemda"),
    path(KINERJA + "tabel/", tabel.tabel, name="tabel"),
    path(KINERJA + "tabel/excel/", tabel.tabel_xlsx, name="tabel_xlsx"),
]

# kabar: the inbox, preferences, and whom outside is told
KABAR = PEMDA + "kabar/"
urlpatterns += [
    path("kabar/sahkan/<str:tanda>/", kabar.sahkan, name="sahkan_surel"),
    path("kabar/hentikan/<str:tanda>/", kabar.hentikan, name="hentikan_ringkasan"),
    path(KABAR, kabar.kabar, name="kabar"),
    path(KABAR + "jumlah/", kabar.jumlah, name="jumlah_kabar"),
    path(KABAR + "atur/", kabar.atur, name="atur_kabar"),
    path(PEMDA + "webhook/", webhook.webhook, name="webhook"),
    path(PEMDA + "webhook/<uuid:uuid>/", webhook.ubah, name="ubah_webhook"),
]

# nomenklatur: the national list
NOMENKLATUR = PEMDA + "nomenklatur/"
urlpatterns += [
    path(NOMENKLATUR, nomenklatur.daftar, name="nomenklatur"),
    path(NOMENKLATUR + "cari/", nomenklatur.cari, name="cari_nomenklatur"),
]

# pustaka: indicators that units share
PUSTAKA = PEMDA + "pustaka/"
urlpatterns += [
    path(PUSTAKA, pustaka.daftar, name="pustaka"),
    path(PUSTAKA + "baru/", pustaka.ubah, name="pustaka_baru"),
    path(PUSTAKA + "indikator/<slug:pustaka>/", pustaka.satu, name="pustaka_satu"),
    path(PUSTAKA + "indikator/<slug:pustaka>/ubah/", pustaka.ubah, name="pustaka_ubah"),
    path(PUSTAKA + "indikator/<slug:pustaka>/tarik/", pustaka.tarik, name="pustaka_tarik"),
    path(RENCANA + "pustaka/<slug:pustaka>/", pustaka.pakai, name="pakai_pustaka"),
]

# rencana in Excel
urlpatterns += [
    path(RENCANA + "excel/", impor_rencana.rencana_excel, name="rencana_excel"),
    path(RENCANA + "excel/templat/", impor_rencana.templat_rencana, name="templat_rencana"),
]

# rencana: the plan, the tree, the budget
urlpatterns += [
    path(RENCANA, rencana.rencana, name="rencana"),
    path(RENCANA + "beda/", rencana.beda_rencana, name="beda_rencana"),
    path(RENCANA + "beda/pdf/", rencana_beda.beda_rencana_pdf, name="beda_rencana_pdf"),
    path(RENCANA + "periksa/", rencana_periksa.periksa_rencana, name="periksa_rencana"),
    path(RENCANA + "<uuid:versi>/simpul/", rencana_konsep.simpul_rencana, name="simpul_rencana"),
    path(
        RENCANA + "<uuid:versi>/indikator/",
        rencana_konsep.indikator_rencana,
        name="indikator_rencana",
    ),
    path(RENCANA + "<uuid:versi>/atur/", rencana_atur.atur_simpul, name="atur_simpul"),
    path(RENCANA + "<uuid:versi>/pindah/", rencana_atur.pindah_simpul, name="pindah_simpul"),
    path(RENCANA + "<uuid:versi>/pecah/", rencana_atur.pecah_simpul, name="pecah_simpul"),
    path(RENCANA + "<uuid:versi>/gabung/", rencana_atur.gabung_simpul, name="gabung_simpul"),
    path(RENCANA + "<uuid:versi>/buang/", rencana_atur.buang_simpul, name="buang_simpul"),
    path(RENCANA + "<uuid:versi>/klon/", rencana_atur.klon_simpul, name="klon_simpul"),
    path(
        RENCANA + "<uuid:versi>/urungkan/", rencana_atur.urungkan_rencana, name="urungkan_rencana"
    ),
    path(
        RENCANA + "<uuid:versi>/komentar/", rencana_komentar.komentar_simpul, name="komentar_simpul"
    ),
    path(
        RENCANA + "<uuid:versi>/komentar/<uuid:komentar>/selesai/",
        rencana_komentar.selesaikan_komentar,
        name="selesaikan_komentar",
    ),
    path(RENCANA + "<uuid:versi>/tetapkan/", rencana.tetapkan_rencana, name="tetapkan_rencana"),
    path(TAHUNAN + "anggaran/", rencana_anggaran.anggaran, name="anggaran"),
    path(RENCANA + "selaras/", rencana_selaras.selaras_rencana, name="selaras_rencana"),
    path(TAHUNAN + "usulan/", usulan.usulan, name="usulan"),
    path(TAHUNAN + "usulan/<uuid:uuid>/putuskan/", usulan.putuskan_usulan, name="putuskan_usulan"),
    path(TAHUNAN + "usulan/<uuid:uuid>/tarik/", usulan.tarik_usulan, name="tarik_usulan"),
    path(TAHUNAN + "usul-target/", rencana_usul.usul_target, name="usul_target"),
    path(
        TAHUNAN + "usul-target/<uuid:uuid>/putuskan/",
        rencana_usul.putuskan_target,
        name="putuskan_target",
    ),
]

# dokumen rencana: all of them in the order of law
DOKUMEN = TAHUNAN + "dokumen-rencana/"
urlpatterns += [
    path(DOKUMEN, rencana_dokumen.dokumen_rencana, name="dokumen_rencana"),
    path(DOKUMEN + "mulai/", rencana_dokumen_baru.mulai_dokumen, name="mulai_dokumen"),
    path(DOKUMEN + "<uuid:versi>/salin/", rencana_dokumen_baru.salin_dokumen, name="salin_dokumen"),
    path(
        DOKUMEN + "<uuid:versi>/perubahan/", rencana_dokumen.buka_perubahan, name="buka_perubahan"
    ),
    path(DOKUMEN + "<uuid:versi>/reviu/", rencana_reviu.reviu_rencana, name="reviu_rencana"),
]

# lintas unit: what units ask of each other
LINTAS = TAHUNAN + "crosscutting/"
urlpatterns += [
    path(KINERJA + "crosscutting/", crosscutting.matriks_crosscutting, name="matriks_crosscutting"),
    path(
        KINERJA + "crosscutting/excel/",
        crosscutting.unduh_matriks_crosscutting,
        name="unduh_matriks_crosscutting",
    ),
    path(LINTAS, crosscutting.crosscutting, name="crosscutting"),
    path(LINTAS + "<uuid:uuid>/tarik/", crosscutting.tarik_crosscutting, name="tarik_crosscutting"),
    path(LINTAS + "<uuid:uuid>/jawab/", crosscutting.jawab_crosscutting, name="jawab_crosscutting"),
    path(LINTAS + "<uuid:uuid>/catat/", crosscutting.catat_crosscutting, name="catat_crosscutting"),
]

# pohon: the tree of all units as one
POHON = KINERJA + "pohon/"
urlpatterns += [
    path(POHON, pohon.pohon, name="pohon"),
    path(POHON + "utuh/", pohon.pohon_utuh, name="pohon_utuh"),
    path(POHON + "cabang/<uuid:uuid>/", pohon.cabang_pohon, name="cabang_pohon"),
    path(POHON + "unduh/<slug:bentuk>/", pohon_unduh.unduh_pohon, name="unduh_pohon"),
]

# perjanjian: agreement and plan of action
urlpatterns += [
    path(KINERJA + "tanda-tangan/", perjanjian.tanda_tangan, name="tanda_tangan"),
    path(TAHUNAN + "perjanjian/", perjanjian.perjanjian, name="perjanjian"),
    path(TAHUNAN + "perjanjian/susun/", perjanjian.susun_perjanjian, name="susun_perjanjian"),
    path(PERJANJIAN, perjanjian.satu_perjanjian, name="satu_perjanjian"),
    path(PERJANJIAN + "ajukan/", perjanjian.ajukan_perjanjian, name="ajukan_perjanjian"),
    path(
        PERJANJIAN + "tarik-ulang/",
        perjanjian.tarik_ulang_perjanjian,
        name="tarik_ulang_perjanjian",
    ),
    path(PERJANJIAN + "telaah/", perjanjian.telaah_perjanjian, name="telaah_perjanjian"),
    path(
        PERJANJIAN + "kembalikan/", perjanjian.kembalikan_perjanjian, name="kembalikan_perjanjian"
    ),
    path(
        PERJANJIAN + "tanda-tangan-pertama/",
        perjanjian.tandatangani_pertama,
        name="tandatangani_pertama",
    ),
    path(
        PERJANJIAN + "tanda-tangan-kedua/", perjanjian.tandatangani_kedua, name="tandatangani_kedua"
    ),
    path(PERJANJIAN + "naskah/", perjanjian.terbitkan_naskah, name="terbitkan_naskah"),
    path(PERJANJIAN + "kertas/", perjanjian.catat_kertas, name="catat_kertas"),
    path(TAHUNAN + "aksi/", perjanjian.aksi, name="aksi"),
    path(TAHUNAN + "aksi/susun/", perjanjian.susun_aksi, name="susun_aksi"),
    path(AKSI, perjanjian.satu_aksi, name="satu_aksi"),
    path(AKSI + "ubah/", perjanjian.ubah_aksi, name="ubah_aksi"),
    path(AKSI + "verifikasi/", perjanjian.verifikasi_aksi, name="verifikasi_aksi"),
    path(AKSI + "setujui/", perjanjian.setujui_aksi, name="setujui_aksi"),
    path(AKSI + "alihkan/", perjanjian.alihkan_aksi, name="alihkan_aksi"),
    path(AKSI + "kembalikan/", perjanjian.kembalikan_aksi, name="kembalikan_aksi"),
]

# pengukuran: the board and its windows (before the addresses of units), the quarterly sheet
urlpatterns += alamat_pengukuran.ALAMAT

# laporan: the performance report
LAPORAN = TAHUNAN + "laporan/"
urlpatterns += [
    path(KINERJA + "cetak-laporan/", laporan.cetak_massal, name="cetak_massal"),
    path(KINERJA + "cetak-laporan/zip/", laporan.unduh_cetakan, name="unduh_cetakan"),
    path(LAPORAN, laporan.laporan, name="laporan"),
    path(LAPORAN + "pratinjau/", laporan.pratinjau_laporan, name="pratinjau_laporan"),
    path(LAPORAN + "bagian/<str:kode_bagian>/", laporan.bagian_laporan, name="bagian_laporan"),
    path(LAPORAN + "<slug:tindakan>/", laporan.tindak_laporan, name="tindak_laporan"),
]

# evaluasi: the team's work, the LHE, recommendations
EVALUASI = TAHUNAN + "evaluasi/"
REKOMENDASI = EVALUASI + "rekomendasi/<uuid:uuid>/"
urlpatterns += [
    path(KINERJA + "evaluasi/", evaluasi_unit.daftar, name="evaluasi"),
    path(KINERJA + "evaluasi/buka/", evaluasi_unit.buka_semua_evaluasi, name="buka_semua_evaluasi"),
    path(EVALUASI, evaluasi_unit.evaluasi_unit, name="evaluasi_unit"),
    path(EVALUASI + "buka/", evaluasi_unit.buka_evaluasi, name="buka_evaluasi"),
    path(EVALUASI + "ajukan/", evaluasi_unit.ajukan_mandiri, name="ajukan_mandiri"),
    path(
        EVALUASI + "surat-tugas/",
        evaluasi_unit.terbitkan_surat_tugas,
        name="terbitkan_surat_tugas",
    ),
    path(
        EVALUASI + "tidak-berlaku/",
        evaluasi_unit.tetapkan_tidak_berlaku,
        name="tetapkan_tidak_berlaku",
    ),
    path(EVALUASI + "naskah/", evaluasi_unit.sampaikan_naskah, name="sampaikan_naskah"),
    path(EVALUASI + "tanggapan/", evaluasi_unit.tanggapi_naskah, name="tanggapi_naskah"),
    path(EVALUASI + "panel/", evaluasi_unit.panelkan, name="panelkan"),
    path(EVALUASI + "lke/<slug:tingkat>/", evaluasi_unit.lke, name="lke"),
    path(
        EVALUASI + "lke/<slug:tingkat>/selesai/",
        evaluasi_unit.selesaikan_lembar,
        name="selesaikan_lembar",
    ),
    path(
        EVALUASI + "mengapa/<slug:tingkat>/",
        evaluasi_unit.mengapa_evaluasi,
        name="mengapa_evaluasi",
    ),
    path(EVALUASI + "lhe/", evaluasi_unit.lhe, name="lhe"),
    path(EVALUASI + "lhe/rancangan/", evaluasi_unit.rancangan_lhe, name="rancangan_lhe"),
    path(EVALUASI + "rekomendasi/", evaluasi_unit.rekomendasi, name="rekomendasi"),
    path(REKOMENDASI, evaluasi_unit.tindak_lanjut, name="tindak_lanjut"),
    path(REKOMENDASI + "ubah/", evaluasi_unit.ubah_rekomendasi, name="ubah_rekomendasi"),
    path(REKOMENDASI + "rencana/", evaluasi_unit.rencanakan, name="rencanakan_tindak_lanjut"),
    path(REKOMENDASI + "bukti/", evaluasi_unit.sampaikan_bukti, name="sampaikan_bukti"),
    path(
        REKOMENDASI + "periksa/", evaluasi_unit.periksa_tindak_lanjut, name="periksa_tindak_lanjut"
    ),
]

# papan: all units at a glance; manfaat: what was learnt, tried and decided
urlpatterns += [
    path(PEMDA + "kapasitas/", manfaat.kapasitas, name="kapasitas"),
    path(KINERJA + "papan/", papan.papan, name="papan"),
    path(KINERJA + "usulan/", usulan.usulan_pemda, name="usulan_pemda"),
    path(KINERJA + "kesehatan-pohon/", rencana_periksa.kesehatan_pohon, name="kesehatan_pohon"),
    path(KINERJA + "keputusan/", manfaat.keputusan, name="keputusan"),
    path(TAHUNAN + "manfaat/", manfaat.manfaat, name="manfaat"),
]

# pimpinan: what the head of the region reads, and the way down from it
urlpatterns += [
    path(KINERJA + "pimpinan/", pimpinan.pimpinan, name="pimpinan"),
    path(KINERJA + "pimpinan/prioritas/", pimpinan.prioritas, name="prioritas"),
    path(
        KINERJA + "pimpinan/prioritas/<uuid:uuid>/lepas/",
        pimpinan.lepas_prioritas,
        name="lepas_prioritas",
    ),
    path(TAHUNAN + "telusur/", telusur.telusur, name="telusur"),
    path(TAHUNAN + "telusur/<slug:indikator>/", telusur.indikator, name="telusur_indikator"),
]

# dokumen: issued files, evidence, and the public check
urlpatterns += [
    path("periksa/", dokumen.periksa, name="periksa"),
    path("periksa/<slug:kode>/", dokumen.periksa_kode, name="periksa_kode"),
    path(PEMDA + "dokumen/<uuid:uuid>/", dokumen.unduh_dokumen, name="unduh_dokumen"),
    path(PEMDA + "bukti/<uuid:uuid>/", dokumen.unduh_bukti, name="unduh_bukti"),
    path(PEMDA + "bukti/<uuid:uuid>/lihat/", dokumen.lihat_bukti, name="lihat_bukti"),
]

# a unit's year: last, because any word may be a unit's address
urlpatterns += [
    path(TAHUNAN, kinerja.unit_tahun, name="unit_tahun"),
    path(TAHUNAN + "mengapa/<uuid:uuid>/", kinerja.mengapa, name="mengapa"),
    path(TAHUNAN + "berjalan/<slug:indikator>/", berjalan.berjalan, name="berjalan"),
]
