"""Addresses of the measurement: the board and its windows, the sheet, its evidence and checks."""

from django.urls import path

from sakip.web import bukti, jadwal, papan_ukur, pengukuran

PEMDA = "kerja/<wilayah:kode>/"
KINERJA = PEMDA + "<tahun:tahun>/"
TAHUNAN = KINERJA + "<slug:slug>/"

# papan pengukuran and jadwal: before the addresses of units, which have the same shape
PAPAN_UKUR = KINERJA + "papan/pengukuran/"
JADWAL = KINERJA + "jadwal/"
_PAPAN = [
    path(PAPAN_UKUR, papan_ukur.papan_pengukuran, name="papan_pengukuran"),
    path(
        PAPAN_UKUR + "unduh/<slug:bentuk>/",
        papan_ukur.papan_pengukuran_unduh,
        name="papan_pengukuran_unduh",
    ),
    path(PAPAN_UKUR + "kunci/", papan_ukur.kunci_massal, name="kunci_massal"),
    path(PAPAN_UKUR + "buka-kunci/", papan_ukur.buka_kunci_massal, name="buka_kunci_massal"),
    path(PAPAN_UKUR + "teruskan/", papan_ukur.eskalasi_pengukuran, name="eskalasi_pengukuran"),
    path(JADWAL, jadwal.jadwal, name="jadwal"),
    path(JADWAL + "susun/", jadwal.susun_jadwal, name="susun_jadwal"),
    path(JADWAL + "izin/", jadwal.beri_perpanjangan, name="beri_perpanjangan"),
    path(JADWAL + "kebijakan/", jadwal.kebijakan_pengukuran, name="kebijakan_pengukuran"),
    path(JADWAL + "<slug:jenis>/<int:nomor>/", jadwal.atur_jadwal, name="atur_jadwal"),
]

# pengukuran: the quarterly sheet, its checklist and evidence
PENGUKURAN = TAHUNAN + "pengukuran/"
LEMBAR = PENGUKURAN + "triwulan-<int:triwulan>/"
SEL = LEMBAR + "sel/<slug:indikator>/"
_LEMBAR = [
    path(PENGUKURAN, pengukuran.pengukuran, name="pengukuran"),
    path(LEMBAR, pengukuran.lembar_pengukuran, name="lembar_pengukuran"),
    path(LEMBAR + "isi/<slug:indikator>/", pengukuran.isi_sel, name="isi_sel"),
    path(PENGUKURAN + "kisi/", pengukuran.kisi_pengukuran, name="kisi_pengukuran"),
    path(SEL, pengukuran.sel_pengukuran, name="sel_pengukuran"),
    path(SEL + "pilahan/", pengukuran.pilahan_pengukuran, name="pilahan_pengukuran"),
    path(SEL + "komentar/", pengukuran.komentar_pengukuran, name="komentar_pengukuran"),
    path(
        SEL + "komentar/<uuid:komentar>/selesai/",
        pengukuran.selesai_komentar_pengukuran,
        name="selesai_komentar_pengukuran",
    ),
    path(LEMBAR + "bukti/", pengukuran.bukti_pengukuran, name="bukti_pengukuran"),
    path(LEMBAR + "bukti/pilih/", pengukuran.pilih_bukti, name="pilih_bukti"),
    path(LEMBAR + "bukti/lepas/", pengukuran.lepas_bukti, name="lepas_bukti"),
    path(TAHUNAN + "bukti/", bukti.pustaka_bukti, name="bukti"),
    path(TAHUNAN + "bukti/<uuid:uuid>/tarik/", bukti.tarik_bukti, name="tarik_bukti"),
    path(TAHUNAN + "bukti/<uuid:uuid>/periksa/", bukti.periksa_tautan, name="periksa_tautan"),
    path(
        LEMBAR + "daftar-periksa/<slug:indikator>/",
        pengukuran.daftar_periksa,
        name="daftar_periksa",
    ),
    path(LEMBAR + "jawab/", pengukuran.jawab_temuan, name="jawab_temuan"),
    path(LEMBAR + "tandai/", pengukuran.tandai_angka, name="tandai_angka"),
    path(PEMDA + "periksa-pengukuran/", pengukuran.periksa_pengukuran, name="periksa_pengukuran"),
    path(KINERJA + "penyebab/triwulan-<int:triwulan>/", pengukuran.sebab_pemda, name="sebab_pemda"),
    path(LEMBAR + "anggaran/", pengukuran.uang_pengukuran, name="uang_pengukuran"),
    path(LEMBAR + "arahan/", pengukuran.tulis_arahan, name="tulis_arahan"),
    path(LEMBAR + "arahan/<uuid:arahan>/jawab/", pengukuran.jawab_arahan, name="jawab_arahan"),
    path(LEMBAR + "arahan/<uuid:arahan>/tutup/", pengukuran.tutup_arahan, name="tutup_arahan"),
    path(
        LEMBAR + "arahan/<uuid:arahan>/perbarui/",
        pengukuran.perbarui_arahan,
        name="perbarui_arahan",
    ),
    path(LEMBAR + "excel/", pengukuran.unggah_buku_pengukuran, name="unggah_buku_pengukuran"),
    path(LEMBAR + "excel/buku.xlsx", pengukuran.buku_pengukuran, name="buku_pengukuran"),
    path(LEMBAR + "ajukan/", pengukuran.ajukan_pengukuran, name="ajukan_pengukuran"),
    path(LEMBAR + "verifikasi/", pengukuran.verifikasi_pengukuran, name="verifikasi_pengukuran"),
    path(LEMBAR + "setujui/", pengukuran.setujui_pengukuran, name="setujui_pengukuran"),
    path(LEMBAR + "telaah/", pengukuran.telaah_pengukuran, name="telaah_pengukuran"),
    path(LEMBAR + "kunci/", pengukuran.kunci_pengukuran, name="kunci_pengukuran"),
    path(LEMBAR + "buka-kunci/", pengukuran.buka_kunci_pengukuran, name="buka_kunci_pengukuran"),
    path(LEMBAR + "kembalikan/", pengukuran.kembalikan_pengukuran, name="kembalikan_pengukuran"),
]

ALAMAT = [*_PAPAN, *_LEMBAR]
