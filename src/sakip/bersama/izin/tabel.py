"""The table itself: each act in words, and who has it on their own subtree."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop

from sakip.bersama.izin.peran import Peran, Tindakan


@dataclass(frozen=True, slots=True)
class Izin:
    """One row of the table: what it means in words, and who has it (on their own subtree)."""

    uraian: str
    peran: frozenset[Peran]


_SEMUA = frozenset(Peran)
_PUSAT = frozenset({Peran.ADMIN_INSTANSI, Peran.PERENCANA_DAERAH, Peran.KOORDINATOR_SAKIP})

IZIN: dict[Tindakan, Izin] = {
    Tindakan.LIHAT_KINERJA: Izin(gettext_noop("melihat target, realisasi dan capaian"), _SEMUA),
    Tindakan.LIHAT_RINGKASAN_PIMPINAN: Izin(
        gettext_noop("membaca ringkasan pimpinan"),
        frozenset(
            {
                Peran.PIMPINAN_DAERAH,
                Peran.SEKRETARIS_DAERAH,
                Peran.PERENCANA_DAERAH,
                Peran.KOORDINATOR_SAKIP,
                Peran.PENGELOLA_KEUANGAN,
            }
        ),
    ),
    Tindakan.ATUR_PRIORITAS: Izin(
        gettext_noop("menyematkan dan melepas prioritas pimpinan"),
        frozenset({Peran.PERENCANA_DAERAH, Peran.KOORDINATOR_SAKIP}),
    ),
    Tindakan.LIHAT_ORGANISASI: Izin(gettext_noop("melihat susunan unit dan pejabat"), _SEMUA),
    Tindakan.UNDUH_KINERJA: Izin(gettext_noop("mengunduh tabel kinerja"), _SEMUA),
    Tindakan.LIHAT_HASIL_EVALUASI: Izin(
        gettext_noop("melihat hasil evaluasi yang tercatat"), _SEMUA
    ),
    Tindakan.HITUNG_LKE: Izin(gettext_noop("menghitung lembar kerja evaluasi"), _SEMUA),
    Tindakan.LIHAT_RIWAYAT: Izin(
        gettext_noop("melihat siapa mengubah apa"),
        _PUSAT
        | {
            Peran.EVALUATOR_PENANGGUNG_JAWAB,
            Peran.EVALUATOR_PENGENDALI_MUTU,
            Peran.EVALUATOR_PENGENDALI_TEKNIS,
            Peran.EVALUATOR_KETUA,
            Peran.EVALUATOR_ANGGOTA,
            Peran.PIMPINAN_UNIT,
            Peran.VERIFIKATOR_UNIT,
        },
    ),
    Tindakan.IMPOR_KINERJA: Izin(
        gettext_noop("mengimpor, menerapkan dan membatalkan impor kinerja"),
        _PUSAT | {Peran.PENYUSUN_UNIT},
    ),
    Tindakan.CATAT_ANGKA_TERBIT: Izin(
        gettext_noop("mencatat angka yang sudah terbit tanpa verifikasi unit"), _PUSAT
    ),
    Tindakan.LIHAT_IMPOR: Izin(
        gettext_noop("melihat impor"),
        _PUSAT | {Peran.PENYUSUN_UNIT, Peran.PENGAMPU_DATA, Peran.PENGELOLA_KEUANGAN},
    ),
    Tindakan.TUGASKAN_PEJABAT: Izin(
        gettext_noop("menugaskan pejabat dan mengakhiri penugasan"),
        frozenset({Peran.ADMIN_INSTANSI}),
    ),
    Tindakan.SUSUN_UNIT: Izin(
        gettext_noop("menyusun unit kerja"), frozenset({Peran.ADMIN_INSTANSI})
    ),
    Tindakan.TETAPKAN_KEBIJAKAN: Izin(
        gettext_noop("menetapkan kebijakan penghitungan"),
        frozenset({Peran.ADMIN_INSTANSI, Peran.KOORDINATOR_SAKIP}),
    ),
    Tindakan.CATAT_HASIL_EVALUASI: Izin(
        gettext_noop("mencatat hasil evaluasi dari luar"), frozenset({Peran.KOORDINATOR_SAKIP})
    ),
    Tindakan.KELOLA_AKUN: Izin(
        gettext_noop("mengelola akun dan peran"), frozenset({Peran.ADMIN_INSTANSI})
    ),
    Tindakan.KELOLA_WEBHOOK: Izin(
        gettext_noop("mendaftarkan webhook dan melihat antarannya"),
        frozenset({Peran.ADMIN_INSTANSI}),
    ),
    Tindakan.ATUR_JADWAL: Izin(
        gettext_noop("membuka dan menutup jadwal, dan memberi izin perpanjangan"),
        frozenset({Peran.ADMIN_INSTANSI, Peran.KOORDINATOR_SAKIP}),
    ),
    Tindakan.TUNJUK_PENGGANTI: Izin(
        gettext_noop("menunjuk pengganti bagi pejabat yang sudah bertindak sebagai pemeriksa"),
        frozenset({Peran.ADMIN_INSTANSI, Peran.KOORDINATOR_SAKIP}),
    ),
    Tindakan.LIHAT_DOKUMEN: Izin(gettext_noop("melihat dan mengunduh dokumen yang terbit"), _SEMUA),
    Tindakan.UNGGAH_BUKTI: Izin(
        gettext_noop("mengunggah bukti"),
        frozenset({Peran.PENGAMPU_DATA, Peran.PENYUSUN_UNIT, Peran.KOORDINATOR_SAKIP}),
    ),
    Tindakan.UNGGAH_PINDAIAN: Izin(
        gettext_noop("mengunggah pindaian dokumen yang ditandatangani di atas kertas"),
        frozenset({Peran.PENYUSUN_UNIT, Peran.KOORDINATOR_SAKIP}),
    ),
    Tindakan.LIHAT_RENCANA: Izin(
        gettext_noop("melihat dokumen perencanaan, pohon kinerja dan anggaran"), _SEMUA
    ),
    Tindakan.SUSUN_RENCANA: Izin(
        gettext_noop("menyusun dokumen perencanaan dan pohon kinerja"),
        frozenset({Peran.PERENCANA_DAERAH, Peran.PENYUSUN_UNIT}),
    ),
    Tindakan.TETAPKAN_RENCANA: Izin(
        gettext_noop("mencatat penetapan dokumen perencanaan"), frozenset({Peran.PERENCANA_DAERAH})
    ),
    Tindakan.USULKAN_TARGET: Izin(
        gettext_noop("mengusulkan perubahan target"), frozenset({Peran.PIMPINAN_UNIT})
    ),
    Tindakan.PUTUSKAN_TARGET: Izin(
        gettext_noop("memutuskan usulan perubahan target"), frozenset({Peran.PERENCANA_DAERAH})
    ),
    Tindakan.KOMENTARI_RENCANA: Izin(
        gettext_noop("menulis komentar pada pohon kinerja dan menyelesaikannya"),
        _SEMUA - {Peran.EVALUATOR_LUAR},
    ),
    Tindakan.REVIU_RENCANA: Izin(
        gettext_noop("mencatat reviu Inspektorat atas dokumen perencanaan"),
        frozenset(
            {
                Peran.EVALUATOR_PENANGGUNG_JAWAB,
                Peran.EVALUATOR_PENGENDALI_TEKNIS,
                Peran.EVALUATOR_KETUA,
            }
        ),
    ),
    Tindakan.USULKAN_CROSSCUTTING: Izin(
        gettext_noop("mengusulkan crosscutting kepada unit atau pihak lain"),
        frozenset({Peran.PERENCANA_DAERAH, Peran.PENYUSUN_UNIT}),
    ),
    Tindakan.JAWAB_CROSSCUTTING: Izin(
        gettext_noop("menerima atau menolak usulan crosscutting"),
        frozenset({Peran.PIMPINAN_UNIT}),
    ),
    Tindakan.CATAT_CROSSCUTTING_LUAR: Izin(
        gettext_noop("mencatat jawaban pihak luar atas usulan crosscutting"),
        frozenset({Peran.PERENCANA_DAERAH}),
    ),
    Tindakan.CATAT_USULAN: Izin(
        gettext_noop("mencatat usulan Musrenbang, pokir dan kewajiban, dan menariknya"),
        frozenset({Peran.PERENCANA_DAERAH, Peran.PENYUSUN_UNIT}),
    ),
    Tindakan.PUTUSKAN_USULAN: Izin(
        gettext_noop("memutuskan usulan yang masuk rencana"), frozenset({Peran.PERENCANA_DAERAH})
    ),
    Tindakan.KELOLA_PUSTAKA: Izin(
        gettext_noop("mengelola pustaka indikator"),
        frozenset({Peran.PERENCANA_DAERAH, Peran.KOORDINATOR_SAKIP}),
    ),
    Tindakan.IMPOR_NOMENKLATUR: Izin(
        gettext_noop("memuat daftar nomenklatur"),
        frozenset({Peran.ADMIN_INSTANSI, Peran.PERENCANA_DAERAH}),
    ),
    Tindakan.IMPOR_RENCANA: Izin(
        gettext_noop("memuat dokumen perencanaan dari Excel"),
        frozenset({Peran.PERENCANA_DAERAH, Peran.PENYUSUN_UNIT}),
    ),
    Tindakan.IMPOR_ANGGARAN: Izin(
        gettext_noop("memuat DPA, pergeseran, DPPA dan realisasi anggaran"),
        frozenset({Peran.PENGELOLA_KEUANGAN}),
    ),
    Tindakan.LIHAT_PERJANJIAN: Izin(
        gettext_noop("melihat perjanjian kinerja dan rencana aksi"), _SEMUA
    ),
    Tindakan.SUSUN_PERJANJIAN: Izin(
        gettext_noop("menyusun dan mengajukan perjanjian kinerja"), frozenset({Peran.PENYUSUN_UNIT})
    ),
    Tindakan.TELAAH_PERJANJIAN: Izin(
        gettext_noop("menelaah perjanjian kinerja"), frozenset({Peran.KOORDINATOR_SAKIP})
    ),
    Tindakan.TANDATANGANI_PERTAMA: Izin(
        gettext_noop("menandatangani perjanjian kinerja sebagai Pihak Pertama"),
        frozenset({Peran.PIMPINAN_UNIT}),
    ),
    Tindakan.TANDATANGANI_KEDUA: Izin(
        gettext_noop("menandatangani perjanjian kinerja sebagai Pihak Kedua"),
        frozenset({Peran.PIMPINAN_DAERAH}),
    ),
    Tindakan.SUSUN_AKSI: Izin(
        gettext_noop("menyusun dan mengajukan rencana aksi"), frozenset({Peran.PENYUSUN_UNIT})
    ),
    Tindakan.VERIFIKASI_AKSI: Izin(
        gettext_noop("memverifikasi rencana aksi"), frozenset({Peran.VERIFIKATOR_UNIT})
    ),
    Tindakan.SETUJUI_AKSI: Izin(
        gettext_noop("menyetujui rencana aksi"), frozenset({Peran.PIMPINAN_UNIT})
    ),
    Tindakan.ISI_PENGUKURAN: Izin(
        gettext_noop("mengisi realisasi dan daftar periksa"),
        frozenset({Peran.PENGAMPU_DATA, Peran.PENYUSUN_UNIT}),
    ),
    Tindakan.KOMENTARI_PENGUKURAN: Izin(
        gettext_noop("menulis komentar pada angka pengukuran dan menyelesaikannya"),
        _SEMUA - {Peran.EVALUATOR_LUAR},
    ),
    Tindakan.AJUKAN_PENGUKURAN: Izin(
        gettext_noop("mengajukan pengukuran"), frozenset({Peran.PENYUSUN_UNIT})
    ),
    Tindakan.VERIFIKASI_PENGUKURAN: Izin(
        gettext_noop("memverifikasi pengukuran"), frozenset({Peran.VERIFIKATOR_UNIT})
    ),
    Tindakan.SETUJUI_PENGUKURAN: Izin(
        gettext_noop("menyetujui pengukuran"), frozenset({Peran.PIMPINAN_UNIT})
    ),
    Tindakan.TELAAH_PENGUKURAN: Izin(
        gettext_noop("menelaah dan mengunci pengukuran"), frozenset({Peran.KOORDINATOR_SAKIP})
    ),
    Tindakan.TULIS_ARAHAN: Izin(
        gettext_noop("menulis arahan atas pengukuran, menutup dan memperbaruinya"),
        frozenset(
            {
                Peran.PIMPINAN_UNIT,
                Peran.KOORDINATOR_SAKIP,
                Peran.SEKRETARIS_DAERAH,
                Peran.PIMPINAN_DAERAH,
            }
        ),
    ),
    Tindakan.JAWAB_ARAHAN: Izin(
        gettext_noop("menjawab arahan atasan"), frozenset({Peran.PENYUSUN_UNIT})
    ),
    Tindakan.CATAT_SERAPAN: Izin(
        gettext_noop("mencatat realisasi anggaran"), frozenset({Peran.PENGELOLA_KEUANGAN})
    ),
    Tindakan.LIHAT_LAPORAN: Izin(gettext_noop("melihat laporan kinerja"), _SEMUA),
    Tindakan.SUSUN_LAPORAN: Izin(
        gettext_noop("menyusun dan mengajukan laporan kinerja"), frozenset({Peran.PENYUSUN_UNIT})
    ),
    Tindakan.SETUJUI_LAPORAN: Izin(
        gettext_noop("menyetujui laporan kinerja"), frozenset({Peran.PIMPINAN_UNIT})
    ),
    Tindakan.SAMPAIKAN_LAPORAN: Izin(
        gettext_noop("menyampaikan laporan kinerja"), frozenset({Peran.PENYUSUN_UNIT})
    ),
    Tindakan.CETAK_MASSAL: Izin(
        gettext_noop("mencetak konsep laporan kinerja banyak unit sekaligus"),
        frozenset({Peran.KOORDINATOR_SAKIP, Peran.PERENCANA_DAERAH}),
    ),
    Tindakan.LIHAT_EVALUASI: Izin(gettext_noop("melihat evaluasi, LHE dan rekomendasinya"), _SEMUA),
    Tindakan.BUKA_EVALUASI: Izin(
        gettext_noop("membuka evaluasi atas kinerja unit"),
        frozenset({Peran.KOORDINATOR_SAKIP, Peran.EVALUATOR_PENANGGUNG_JAWAB}),
    ),
    Tindakan.ISI_MANDIRI: Izin(
        gettext_noop("mengisi dan mengajukan evaluasi mandiri"), frozenset({Peran.PENYUSUN_UNIT})
    ),
    Tindakan.TERBITKAN_SURAT_TUGAS: Izin(
        gettext_noop("menerbitkan surat tugas evaluasi"),
        frozenset({Peran.EVALUATOR_PENANGGUNG_JAWAB}),
    ),
    Tindakan.NILAI_EVALUASI: Izin(
        gettext_noop("menilai lembar kerja evaluasi"),
        frozenset(
            {Peran.EVALUATOR_ANGGOTA, Peran.EVALUATOR_KETUA, Peran.EVALUATOR_PENGENDALI_TEKNIS}
        ),
    ),
    Tindakan.SAMPAIKAN_NASKAH: Izin(
        gettext_noop("menyampaikan naskah hasil sementara"), frozenset({Peran.EVALUATOR_KETUA})
    ),
    Tindakan.TANGGAPI_NASKAH: Izin(
        gettext_noop("menanggapi naskah hasil sementara"), frozenset({Peran.PIMPINAN_UNIT})
    ),
    Tindakan.PANEL_EVALUASI: Izin(
        gettext_noop("memutuskan nilai dalam panel"), frozenset({Peran.EVALUATOR_PENGENDALI_MUTU})
    ),
    Tindakan.TERBITKAN_LHE: Izin(
        gettext_noop("menerbitkan LHE"), frozenset({Peran.EVALUATOR_PENANGGUNG_JAWAB})
    ),
    Tindakan.RENCANAKAN_TINDAK_LANJUT: Izin(
        gettext_noop("merencanakan tindak lanjut dan menyampaikan buktinya"),
        frozenset({Peran.PENYUSUN_UNIT, Peran.PIMPINAN_UNIT}),
    ),
    Tindakan.PERIKSA_TINDAK_LANJUT: Izin(
        gettext_noop("memeriksa bukti tindak lanjut"),
        frozenset({Peran.EVALUATOR_KETUA, Peran.EVALUATOR_ANGGOTA}),
    ),
    Tindakan.TERBITKAN_SERAH_TERIMA: Izin(
        gettext_noop("menerbitkan berita acara serah terima kinerja"),
        frozenset({Peran.PIMPINAN_UNIT, Peran.PENYUSUN_UNIT, Peran.KOORDINATOR_SAKIP}),
    ),
    Tindakan.LIHAT_MANFAAT: Izin(
        gettext_noop("melihat catatan kapasitas, inovasi dan keputusan anggaran"), _SEMUA
    ),
    Tindakan.CATAT_KAPASITAS: Izin(
        gettext_noop("mencatat program kapasitas"), frozenset({Peran.KOORDINATOR_SAKIP})
    ),
    Tindakan.CATAT_INOVASI: Izin(
        # The public reads it at once, so whoever answers for the unit puts it there.
        gettext_noop("mencatat inovasi"),
        frozenset({Peran.PIMPINAN_UNIT}),
    ),
    Tindakan.CATAT_KEPUTUSAN: Izin(
        gettext_noop("mencatat keputusan anggaran"),
        frozenset({Peran.PIMPINAN_DAERAH, Peran.PERENCANA_DAERAH, Peran.KOORDINATOR_SAKIP}),
    ),
}
