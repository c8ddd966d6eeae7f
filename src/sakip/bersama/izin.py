"""Who may do what, where: one typed table.

It is the only source: services and selectors ask it, ``docs/izin.md`` is printed from it, and the
matrix test walks every route against it. An act that is not in the table is allowed to nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from sakip.bersama.galat import TidakBerizin


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
    AJUKAN_PENGUKURAN = "ajukan_pengukuran"
    VERIFIKASI_PENGUKURAN = "verifikasi_pengukuran"
    SETUJUI_PENGUKURAN = "setujui_pengukuran"
    TELAAH_PENGUKURAN = "telaah_pengukuran"
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


@dataclass(frozen=True, slots=True)
class Izin:
    """One row of the table: what it means in words, and who has it (on their own subtree)."""

    uraian: str
    peran: frozenset[Peran]


_SEMUA = frozenset(Peran)
_PUSAT = frozenset({Peran.ADMIN_INSTANSI, Peran.PERENCANA_DAERAH, Peran.KOORDINATOR_SAKIP})

IZIN: dict[Tindakan, Izin] = {
    Tindakan.LIHAT_KINERJA: Izin(gettext_noop("melihat target, realisasi dan capaian"), _SEMUA),
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
        gettext_noop("melihat impor"), _PUSAT | {Peran.PENYUSUN_UNIT, Peran.PENGELOLA_KEUANGAN}
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


@dataclass(frozen=True, slots=True)
class Kewenangan:
    """One peran of the caller: on the subtree below ``jalur`` (``"1.14."``)."""

    peran: Peran
    unit_id: int
    jalur: str


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What the caller may see and do in one instansi on one day. Every selector asks for one."""

    pengguna_id: int
    instansi_id: int
    pada: date
    kewenangan: tuple[Kewenangan, ...]
    sistem: bool = False

    def jalur_untuk(self, tindakan: Tindakan) -> tuple[str, ...]:
        """Path prefixes on which ``tindakan`` is allowed, without those that others contain."""
        if self.sistem:
            return ("",)
        jalur = {k.jalur for k in self.kewenangan if k.peran in IZIN[tindakan].peran}
        return tuple(sorted(j for j in jalur if not _tercakup(j, jalur - {j})))

    def boleh(self, tindakan: Tindakan, jalur: str | None = None) -> bool:
        """Whether the act is allowed on the unit at ``jalur`` (``None``: anywhere at all)."""
        semua = self.jalur_untuk(tindakan)
        return bool(semua) if jalur is None else _tercakup(jalur, semua)

    def wajib(self, tindakan: Tindakan, jalur: str | None = None) -> None:
        """Raise ``TidakBerizin`` unless allowed, saying what is missing."""
        if self.boleh(tindakan, jalur):
            return
        uraian = _(IZIN[tindakan].uraian)
        if self.boleh(tindakan):
            raise TidakBerizin(
                _("Peran Anda tidak mencakup unit ini, jadi Anda tidak dapat %(uraian)s di sini.")
                % {"uraian": uraian}
            )
        raise TidakBerizin(
            _("Untuk %(uraian)s diperlukan peran %(peran)s. Mintalah kepada admin instansi Anda.")
            % {"uraian": uraian, "peran": _sebutan(IZIN[tindakan].peran)}
        )


def _tercakup(jalur: str, awalan: Iterable[str]) -> bool:
    return any(jalur.startswith(a) for a in awalan)


def _sebutan(peran: Iterable[Peran]) -> str:
    return ", ".join(sorted(p.sebutan for p in peran))
