"""What a unit is held to in a year: indicators, yearly targets, targets by period."""

from dataclasses import dataclass, field

from sakip.organisasi.models import JenisPeriode
from sakip.perencanaan.models import (
    DokumenVersi,
    Indikator,
    IndikatorVersi,
    JenisDokumen,
    SimpulVersi,
    TargetVersi,
)
from sakip.perjanjian.models import (
    ButirPerjanjian,
    KeadaanAksi,
    KeadaanPerjanjian,
    PerjanjianKinerja,
    RencanaAksi,
)


@dataclass(frozen=True, slots=True)
class ButirBerlaku:
    """One indicator a unit is held to; ``target_periode`` by id of the period, often empty.

    ``sasaran`` is the wording of the node it belongs to; ``dalam_perjanjian``: it stands in the
    signed agreement (indicators of programmes are measured too, but not promised to the bupati).
    """

    indikator: Indikator
    indikator_versi: IndikatorVersi
    sasaran: str
    target_tahun: TargetVersi
    dalam_perjanjian: bool
    target_periode: dict[int, TargetVersi] = field(default_factory=dict)


def target_berlaku(unit_id: int, tahun: int) -> list[ButirBerlaku]:
    """Every indicator of the plan a unit's year rests on, in its order. Seven queries at most.

    The plan is the one the latest signed agreement was drawn from; without an agreement the latest
    Renja that was ditetapkan; without both the list is empty. Targets by period are those of the
    latest approved rencana aksi.
    """
    perjanjian = perjanjian_berlaku(unit_id, tahun)
    renja = None if perjanjian else renja_berlaku(unit_id, tahun)
    versi_id = perjanjian.dokumen_versi_id if perjanjian else renja.pk if renja else None
    if versi_id is None:
        return []
    janji = set(
        ButirPerjanjian.objects.filter(perjanjian=perjanjian).values_list("indikator_id", flat=True)
        if perjanjian
        else ()
    )
    tahunan = target_tahunan(versi_id, unit_id, tahun)
    uraian = dict(
        SimpulVersi.objects.filter(dokumen_versi_id=versi_id).values_list("simpul_id", "uraian")
    )
    berkala = _target_periode(unit_id, tahun)
    wording = (
        IndikatorVersi.objects.filter(
            dokumen_versi_id=versi_id, indikator_id__in=tahunan, indikator__ditarik=False
        )
        .select_related("indikator")
        .order_by("urutan", "indikator_id")
    )
    return [
        ButirBerlaku(
            indikator=w.indikator,
            indikator_versi=w,
            sasaran=uraian.get(w.simpul_id, "") if w.simpul_id else "",
            target_tahun=tahunan[w.indikator_id],
            dalam_perjanjian=w.indikator_id in janji,
            target_periode=berkala.get(w.indikator_id, {}),
        )
        for w in wording
    ]


def perjanjian_berlaku(unit_id: int, tahun: int) -> PerjanjianKinerja | None:
    """The latest agreement of a unit's year that both parties signed. One query."""
    return (
        PerjanjianKinerja.objects.filter(
            unit_id=unit_id, tahun=tahun, keadaan=KeadaanPerjanjian.DITANDATANGANI
        )
        .select_related("anggaran", "pihak_pertama__pegawai", "pihak_pertama__jabatan")
        .order_by("-nomor")
        .first()
    )


def renja_berlaku(unit_id: int, tahun: int) -> DokumenVersi | None:
    """The Renja of a unit for a year as it was last ditetapkan. One query."""
    return (
        DokumenVersi.objects.filter(
            dokumen__unit_id=unit_id,
            dokumen__jenis=JenisDokumen.RENJA,
            dokumen__tahun_mulai__lte=tahun,
            dokumen__tahun_selesai__gte=tahun,
            ditetapkan__isnull=False,
        )
        .select_related("dokumen")
        .order_by("-dokumen__tahun_mulai", "-nomor")
        .first()
    )


def target_tahunan(versi_id: int, unit_id: int, tahun: int) -> dict[int, TargetVersi]:
    """Targets of the year in one document version, by indicator. One query."""
    return {
        t.indikator_id: t
        for t in TargetVersi.objects.filter(
            unit_id=unit_id,
            dokumen_versi_id=versi_id,
            periode__tahun=tahun,
            periode__jenis=JenisPeriode.TAHUN,
            ditarik=False,
        )
    }


def _target_periode(unit_id: int, tahun: int) -> dict[int, dict[int, TargetVersi]]:
    """Targets of the latest approved rencana aksi, by indicator and period."""
    versi = (
        RencanaAksi.objects.filter(unit_id=unit_id, tahun=tahun, keadaan=KeadaanAksi.DISETUJUI)
        .order_by("-nomor")
        .values_list("dokumen_versi_id", flat=True)
        .first()
    )
    hasil: dict[int, dict[int, TargetVersi]] = {}
    if versi is not None:
        for t in TargetVersi.objects.filter(dokumen_versi_id=versi, unit_id=unit_id, ditarik=False):
            hasil.setdefault(t.indikator_id, {})[t.periode_id] = t
    return hasil
