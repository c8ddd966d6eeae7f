"""Requests to change a target, what may be asked for, and the answers."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import DokumenVersi, IndikatorVersi, TargetVersi, UsulTarget


@dataclass(frozen=True, slots=True)
class TargetTahunan:
    """A yearly target of one version with the name of its indicator."""

    kode: str
    nama: str
    teks: str


def target_tahunan(
    lingkup: Lingkup, unit: UnitTampak, versi: DokumenVersi, tahun: int
) -> list[TargetTahunan]:
    """Yearly targets that a version sets, in the order of its indicators. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    teks = dict(
        TargetVersi.objects.filter(
            dokumen_versi=versi,
            unit_id=unit.id,
            periode__tahun=tahun,
            periode__jenis="tahun",
            ditarik=False,
        ).values_list("indikator_id", "teks")
    )
    return [
        TargetTahunan(kode, nama, teks[pk])
        for pk, kode, nama in IndikatorVersi.objects.filter(
            dokumen_versi=versi, indikator_id__in=teks
        )
        .order_by("urutan", "id")
        .values_list("indikator_id", "indikator__kode", "nama")
    ]


def daftar_usul(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[UsulTarget]:
    """Requests of a unit for a year, the newest first, each with the name of its indicator.

    Two queries.
    """
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    semua = list(
        UsulTarget.objects.filter(unit_id=unit.id, tahun=tahun)
        .select_related("indikator", "pengusul", "pemutus")
        .order_by("-id")
    )
    nama = dict(
        IndikatorVersi.objects.filter(indikator_id__in={u.indikator_id for u in semua})
        .order_by("dokumen_versi_id")
        .values_list("indikator_id", "nama")
    )
    for u in semua:
        u.nama_indikator = nama.get(u.indikator_id, u.indikator.kode)  # type: ignore[attr-defined]
    return semua


def usul_menurut_uuid(lingkup: Lingkup, unit: UnitTampak, uuid: UUID) -> UsulTarget:
    """One request of this unit, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    usul = UsulTarget.objects.filter(unit_id=unit.id, uuid=uuid).first()
    if usul is None:
        raise TidakDitemukan(_("Usul itu bukan usul unit ini."))
    return usul
