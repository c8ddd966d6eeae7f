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
    Tindakan.LIHAT_IMPOR: Izin(gettext_noop("melihat impor"), _PUSAT | {Peran.PENYUSUN_UNIT}),
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
