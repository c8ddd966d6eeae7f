"""Posts, people, and who holds which post."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import Instansi, Jabatan, Pegawai, PenugasanJabatan, PenugasanPeran
from sakip.organisasi.selectors.tampak import UnitTampak


@dataclass(frozen=True, slots=True)
class JabatanTampak:
    """A post with all who held it, the newest first."""

    jabatan: Jabatan
    penugasan: tuple[PenugasanJabatan, ...]

    def kini(self, pada: date) -> PenugasanJabatan | None:
        return next((p for p in self.penugasan if pada in p.masa), None)


def daftar_jabatan(lingkup: Lingkup, unit: UnitTampak) -> list[JabatanTampak]:
    """Posts of one unit with their holders. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI, unit.jalur)
    daftar = Jabatan.objects.filter(unit_id=unit.id).order_by("-memimpin", "nama")
    penugasan = (
        PenugasanJabatan.objects.filter(jabatan__unit_id=unit.id)
        .select_related("pegawai")
        .order_by("-masa")
    )
    menurut_jabatan: dict[int, list[PenugasanJabatan]] = {}
    for p in penugasan:
        menurut_jabatan.setdefault(p.jabatan_id, []).append(p)
    return [JabatanTampak(j, tuple(menurut_jabatan.get(j.pk, ()))) for j in daftar]


def jabatan_di_unit(lingkup: Lingkup, unit: UnitTampak, uuid: UUID) -> Jabatan:
    """A post of this unit, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI, unit.jalur)
    jabatan = Jabatan.objects.filter(unit_id=unit.id, uuid=uuid).first()
    if jabatan is None:
        raise TidakDitemukan(_("Jabatan itu bukan jabatan unit ini."))
    return jabatan


def penugasan_di_unit(lingkup: Lingkup, unit: UnitTampak, uuid: UUID) -> PenugasanJabatan:
    """A holding of a post of this unit, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI, unit.jalur)
    penugasan = PenugasanJabatan.objects.filter(jabatan__unit_id=unit.id, uuid=uuid).first()
    if penugasan is None:
        raise TidakDitemukan(_("Penugasan itu bukan penugasan di unit ini."))
    return penugasan


def daftar_pegawai(lingkup: Lingkup) -> QuerySet[Pegawai]:
    """People who can be assigned to a post. One query when read."""
    lingkup.wajib(Tindakan.TUGASKAN_PEJABAT)
    return Pegawai.objects.filter(instansi_id=lingkup.instansi_id).order_by("nama")


def punya_peran(pengguna_id: int, instansi: Instansi, peran: str, unit: str, mulai: str) -> bool:
    """Whether an account was given this peran on this unit from that day. One query."""
    return PenugasanPeran.objects.filter(
        instansi=instansi,
        pengguna_id=pengguna_id,
        peran=peran,
        unit__slug=unit,
        masa__startswith=mulai,
    ).exists()


def pernah_ditugaskan(jabatan: Jabatan, pegawai: Pegawai, mulai: date) -> bool:
    """Whether a person was given this post from that day. One query."""
    return PenugasanJabatan.objects.filter(
        jabatan=jabatan, pegawai=pegawai, masa__startswith=mulai
    ).exists()
