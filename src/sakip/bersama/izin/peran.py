"""The parts people play and the acts that need leave."""

from enum import StrEnum

from django.utils.translation import gettext_lazy


class Peran(StrEnum):
    """The parts people play, each on a unit subtree and for a time (DESIGN §6)."""

    ADMIN_INSTANSI = "admin_instansi"
    PERENCANA_DAERAH = "perencana_daerah"
    KOORDINATOR_SAKIP = "koordinator_sakip"
    PENGELOLA_KEUANGAN = "pengelola_keuangan"
    EVALUATOR_PENANGGUNG_JAWAB = "evaluator_penanggung_jawab"
    EVALUATOR_PENGENDALI_MUTU = "evaluator_pengendali_mutu"
    EVALUATOR_PENGENDALI_TEKNIS = "evaluator_pengendali_teknis"
    EVALUATOR_KETUA = "evaluator_ketua"
    EVALUATOR_ANGGOTA = "evaluator_anggota"
    PIMPINAN_DAERAH = "pimpinan_daerah"
    SEKRETARIS_DAERAH = "sekretaris_daerah"
    PIMPINAN_UNIT = "pimpinan_unit"
    VERIFIKATOR_UNIT = "verifikator_unit"
    PENYUSUN_UNIT = "penyusun_unit"
    PENGAMPU_DATA = "pengampu_data"
    PEGAWAI = "pegawai"
    EVALUATOR_LUAR = "evaluator_luar"

    @property
    def sebutan(self) -> str:
        return str(SEBUTAN_PERAN[self])


SEBUTAN_PERAN = {
    Peran.ADMIN_INSTANSI: gettext_lazy("Admin instansi"),
    Peran.PERENCANA_DAERAH: gettext_lazy("Perencana daerah"),
    Peran.KOORDINATOR_SAKIP: gettext_lazy("Koordinator SAKIP"),
    Peran.PENGELOLA_KEUANGAN: gettext_lazy("Pengelola keuangan"),
    Peran.EVALUATOR_PENANGGUNG_JAWAB: gettext_lazy("Evaluator: penanggung jawab"),
    Peran.EVALUATOR_PENGENDALI_MUTU: gettext_lazy("Evaluator: pengendali mutu"),
    Peran.EVALUATOR_PENGENDALI_TEKNIS: gettext_lazy("Evaluator: pengendali teknis"),
    Peran.EVALUATOR_KETUA: gettext_lazy("Evaluator: ketua tim"),
    Peran.EVALUATOR_ANGGOTA: gettext_lazy("Evaluator: anggota"),
    Peran.PIMPINAN_DAERAH: gettext_lazy("Pimpinan daerah"),
    Peran.SEKRETARIS_DAERAH: gettext_lazy("Sekretaris daerah"),
    Peran.PIMPINAN_UNIT: gettext_lazy("Pimpinan unit"),
    Peran.VERIFIKATOR_UNIT: gettext_lazy("Verifikator unit"),
    Peran.PENYUSUN_UNIT: gettext_lazy("Penyusun unit"),
    Peran.PENGAMPU_DATA: gettext_lazy("Pengampu data"),
    Peran.PEGAWAI: gettext_lazy("Pegawai"),
    Peran.EVALUATOR_LUAR: gettext_lazy("Evaluator luar"),
}


class Tindakan(StrEnum):
    """Every act that needs leave. Values are stable: they stand in the history."""

    LIHAT_KINERJA = "lihat_kinerja"
    LIHAT_RINGKASAN_PIMPINAN = "lihat_ringkasan_pimpinan"
    ATUR_PRIORITAS = "atur_prioritas"
    LIHAT_ORGANISASI = "lihat_organisasi"
    UNDUH_KINERJA = "unduh_kinerja"
    LIHAT_HASIL_EVALUASI = "lihat_hasil_evaluasi"
    HITUNG_LKE = "hitung_lke"
    LIHAT_RIWAYAT = "lihat_riwayat"
    IMPOR_KINERJA = "impor_kinerja"
    CATAT_ANGKA_TERBIT = "catat_angka_terbit"
    LIHAT_IMPOR = "lihat_impor"
    TUGASKAN_PEJABAT = "tugaskan_pejabat"
    SUSUN_UNIT = "susun_unit"
    TETAPKAN_KEBIJAKAN = "tetapkan_kebijakan"
    CATAT_HASIL_EVALUASI = "catat_hasil_evaluasi"
    KELOLA_AKUN = "kelola_akun"
    KELOLA_WEBHOOK = "kelola_webhook"
    ATUR_JADWAL = "atur_jadwal"
    TUNJUK_PENGGANTI = "tunjuk_pengganti"
    LIHAT_DOKUMEN = "lihat_dokumen"
    UNGGAH_BUKTI = "unggah_bukti"
    UNGGAH_PINDAIAN = "unggah_pindaian"
    LIHAT_RENCANA = "lihat_rencana"
    SUSUN_RENCANA = "susun_rencana"
    TETAPKAN_RENCANA = "tetapkan_rencana"
    USULKAN_TARGET = "usulkan_target"
    PUTUSKAN_TARGET = "putuskan_target"
    KOMENTARI_RENCANA = "komentari_rencana"
    REVIU_RENCANA = "reviu_rencana"
    USULKAN_CROSSCUTTING = "usulkan_crosscutting"
    JAWAB_CROSSCUTTING = "jawab_crosscutting"
    CATAT_CROSSCUTTING_LUAR = "catat_crosscutting_luar"
    CATAT_USULAN = "catat_usulan"
    PUTUSKAN_USULAN = "putuskan_usulan"
    KELOLA_PUSTAKA = "kelola_pustaka"
    IMPOR_NOMENKLATUR = "impor_nomenklatur"
    IMPOR_RENCANA = "impor_rencana"
    IMPOR_ANGGARAN = "impor_anggaran"
    LIHAT_PERJANJIAN = "lihat_perjanjian"
    SUSUN_PERJANJIAN = "susun_perjanjian"
    TELAAH_PERJANJIAN = "telaah_perjanjian"
    TANDATANGANI_PERTAMA = "tandatangani_pertama"
    TANDATANGANI_KEDUA = "tandatangani_kedua"
    SUSUN_AKSI = "susun_aksi"
    VERIFIKASI_AKSI = "verifikasi_aksi"
    SETUJUI_AKSI = "setujui_aksi"
    ISI_PENGUKURAN = "isi_pengukuran"
    KOMENTARI_PENGUKURAN = "komentari_pengukuran"
    AJUKAN_PENGUKURAN = "ajukan_pengukuran"
    VERIFIKASI_PENGUKURAN = "verifikasi_pengukuran"
    SETUJUI_PENGUKURAN = "setujui_pengukuran"
    TELAAH_PENGUKURAN = "telaah_pengukuran"
    TULIS_ARAHAN = "tulis_arahan"
    JAWAB_ARAHAN = "jawab_arahan"
    CATAT_SERAPAN = "catat_serapan"
    LIHAT_LAPORAN = "lihat_laporan"
    SUSUN_LAPORAN = "susun_laporan"
    SETUJUI_LAPORAN = "setujui_laporan"
    SAMPAIKAN_LAPORAN = "sampaikan_laporan"
    CETAK_MASSAL = "cetak_massal"
    LIHAT_EVALUASI = "lihat_evaluasi"
    BUKA_EVALUASI = "buka_evaluasi"
    ISI_MANDIRI = "isi_mandiri"
    TERBITKAN_SURAT_TUGAS = "terbitkan_surat_tugas"
    NILAI_EVALUASI = "nilai_evaluasi"
    SAMPAIKAN_NASKAH = "sampaikan_naskah"
    TANGGAPI_NASKAH = "tanggapi_naskah"
    PANEL_EVALUASI = "panel_evaluasi"
    TERBITKAN_LHE = "terbitkan_lhe"
    RENCANAKAN_TINDAK_LANJUT = "rencanakan_tindak_lanjut"
    PERIKSA_TINDAK_LANJUT = "periksa_tindak_lanjut"
    TERBITKAN_SERAH_TERIMA = "terbitkan_serah_terima"
    LIHAT_MANFAAT = "lihat_manfaat"
    CATAT_KAPASITAS = "catat_kapasitas"
    CATAT_INOVASI = "catat_inovasi"
    CATAT_KEPUTUSAN = "catat_keputusan"
