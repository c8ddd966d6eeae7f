"""Proposals for a year's plan and how many of them were taken up."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import AsalUsulan, KeadaanUsulan, SimpulVersi, UsulanKegiatan


def daftar_usulan(
    lingkup: Lingkup, unit: Sequence[UnitTampak], tahun: int, *, keadaan: str = ""
) -> list[UsulanKegiatan]:
    """Proposals of these units for a year, priorities first, each with what takes it up.

    ``pemuat``, ``kode_pemuat`` and ``unit_pemuat`` stand on each row. One query.
    """
    for u in unit:
        lingkup.wajib(Tindakan.LIHAT_RENCANA, u.jalur)
    terakhir = SimpulVersi.objects.filter(simpul_id=OuterRef("simpul_id")).order_by(
        "-dokumen_versi_id"
    )
    usulan = (
        UsulanKegiatan.objects.filter(unit_id__in=[u.id for u in unit], tahun=tahun)
        .select_related("simpul__unit")
        .annotate(
            pemuat=Subquery(terakhir.values("uraian")[:1]),
            kode_pemuat=Subquery(terakhir.values("nomenklatur")[:1]),
        )
        .order_by("unit_id", F("prioritas").asc(nulls_last=True), "nomor")
    )
    return list(usulan.filter(keadaan=keadaan) if keadaan else usulan)


def usulan_menurut_uuid(lingkup: Lingkup, unit: UnitTampak, uuid: UUID) -> UsulanKegiatan:
    """One proposal of this unit, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    usulan = UsulanKegiatan.objects.filter(unit_id=unit.id, uuid=uuid).first()
    if usulan is None:
        raise TidakDitemukan(_("Usulan itu bukan usulan unit ini."))
    return usulan


@dataclass(frozen=True, slots=True)
class SerapanUsulan:
    """How many proposals that a unit ranked in its Musrenbang were taken into the plan."""

    masuk: int
    prioritas: int
    menunggu: int


def serapan_usulan(usulan: Sequence[UsulanKegiatan]) -> SerapanUsulan:
    """Count the priorities of a Musrenbang kecamatan; withdrawn ones do not count. No query."""
    prioritas = [
        u
        for u in usulan
        if u.asal == AsalUsulan.KECAMATAN
        and u.prioritas is not None
        and u.keadaan != KeadaanUsulan.DITARIK
    ]
    return SerapanUsulan(
        masuk=sum(u.keadaan == KeadaanUsulan.MASUK for u in prioritas),
        prioritas=len(prioritas),
        menunggu=sum(u.keadaan == KeadaanUsulan.DICATAT for u in usulan),
    )
