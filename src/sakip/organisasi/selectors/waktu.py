"""Windows, free days and substitutes: what services and pages ask about time."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from sakip.akun.models import Pengguna
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.organisasi.models import (
    HariLibur,
    Jadwal,
    Pengganti,
    PenugasanJabatan,
    PenugasanPeran,
    Periode,
    Perpanjangan,
)


def hari_libur(mulai: date, selesai: date) -> frozenset[date]:
    """Public holidays and joint leave between two days, both included. One query."""
    return frozenset(
        HariLibur.objects.filter(tanggal__range=(mulai, selesai)).values_list("tanggal", flat=True)
    )


@dataclass(frozen=True, slots=True)
class Jendela:
    """A window as one unit has it: its last day, and the last day an extension gives, if any."""

    jadwal: Jadwal
    perpanjangan: Perpanjangan | None

    @property
    def batas(self) -> date:
        """Last day on which the unit may act."""
        return self.perpanjangan.sampai if self.perpanjangan else self.jadwal.selesai

    def terbuka(self, pada: date) -> bool:
        return self.jadwal.mulai <= pada <= self.batas


def jendela(
    instansi_id: int, jenis: str, *, tahun: int, unit_id: int, periode: Periode | None = None
) -> Jendela | None:
    """The window of this kind for a unit, with its latest extension; ``None`` when none was set.

    Two queries.
    """
    jadwal = Jadwal.objects.filter(
        instansi_id=instansi_id, jenis=jenis, tahun=tahun, periode=periode
    ).first()
    if jadwal is None:
        return None
    lanjut = Perpanjangan.objects.filter(jadwal=jadwal, unit_id=unit_id).order_by("-sampai").first()
    return Jendela(jadwal, lanjut)


def daftar_jadwal(lingkup: Lingkup, tahun: int) -> list[Jadwal]:
    """Windows of a year, in the order they open. One query."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI)
    return list(
        Jadwal.objects.filter(instansi_id=lingkup.instansi_id, tahun=tahun)
        .select_related("periode")
        .order_by("mulai", "jenis")
    )


def daftar_perpanjangan(lingkup: Lingkup, tahun: int) -> list[Perpanjangan]:
    """Leave that was given for windows of a year, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI)
    return list(
        Perpanjangan.objects.filter(instansi_id=lingkup.instansi_id, jadwal__tahun=tahun)
        .select_related("jadwal__periode", "unit")
        .order_by("-diberikan_pada", "-id")
    )


@dataclass(frozen=True, slots=True)
class RiwayatJadwal:
    """One state that a window had: its days, why, since when, by whom."""

    jadwal_id: int
    mulai: date
    selesai: date
    dasar: str
    alasan: str
    saat: datetime
    oleh: str


def riwayat_jadwal(lingkup: Lingkup, tahun: int) -> list[RiwayatJadwal]:
    """Every state that the windows of a year had, the newest first. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI)
    peristiwa = Jadwal.pgh_event_model.objects  # type: ignore[attr-defined]
    baris = list(
        peristiwa.filter(instansi_id=lingkup.instansi_id, tahun=tahun)
        .order_by("-pgh_id")
        .values_list(
            "pgh_obj_id",
            "mulai",
            "selesai",
            "dasar",
            "alasan",
            "pgh_created_at",
            "pgh_context__metadata__pengguna",
        )
    )
    nama = dict(Pengguna.objects.filter(pk__in={b[-1] for b in baris}).values_list("pk", "nama"))
    return [
        RiwayatJadwal(jadwal, mulai, selesai, dasar, alasan, saat, nama.get(orang, ""))
        for jadwal, mulai, selesai, dasar, alasan, saat, orang in baris
    ]


def pemegang_peran(unit_id: int, peran: Peran, pada: date) -> frozenset[int]:
    """Accounts that hold this peran on exactly this unit on a day. One query."""
    return frozenset(
        PenugasanPeran.objects.filter(
            unit_id=unit_id, peran=peran, masa__contains=pada
        ).values_list("pengguna_id", flat=True)
    )


def pengganti(unit_id: int, peran: Peran, pada: date) -> Pengganti | None:
    """Who was named to stand in for this peran of a unit on a day. One query."""
    return Pengganti.objects.filter(unit_id=unit_id, peran=peran, masa__contains=pada).first()


def pejabat_pemimpin(unit_id: int, pada: date) -> PenugasanJabatan | None:
    """Who leads a unit on a day, definitif or acting; ``None``: the post is empty. One query."""
    return (
        PenugasanJabatan.objects.filter(
            Q(jabatan__memimpin=True), jabatan__unit_id=unit_id, masa__contains=pada
        )
        .select_related("jabatan", "pegawai")
        .first()
    )


def jabatan_pengguna(instansi_id: int, pengguna_id: int, pada: date) -> frozenset[int]:
    """Ids of the posts that the person behind an account holds on a day. One query."""
    return frozenset(
        PenugasanJabatan.objects.filter(
            instansi_id=instansi_id, pegawai__pengguna_id=pengguna_id, masa__contains=pada
        ).values_list("jabatan_id", flat=True)
    )
