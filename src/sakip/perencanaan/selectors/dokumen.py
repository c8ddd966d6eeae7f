"""Documents of a unit, their versions, and which of them is in force."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.lookups import IsNull
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import (
    DokumenPerencanaan,
    DokumenVersi,
    JenisDokumen,
    RiwayatRencana,
    SimpulVersi,
)

# Documents that promise something for a year; a decree on IKU only names indicators.
BERJANJI = (JenisDokumen.RENJA, JenisDokumen.RKPD, JenisDokumen.RENSTRA, JenisDokumen.RPJMD)


@dataclass(frozen=True, slots=True)
class DokumenTampak:
    """A document with its versions, the newest first."""

    dokumen: DokumenPerencanaan
    versi: tuple[DokumenVersi, ...]

    @property
    def berlaku(self) -> DokumenVersi | None:
        """The latest version that was ditetapkan."""
        return next((v for v in self.versi if v.ditetapkan is not None), None)


def daftar_dokumen(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[DokumenTampak]:
    """Documents of a unit that hold for a year, the narrowest span first. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    return dokumen_tahun({unit.id}, tahun)


def dokumen_tahun(unit: Collection[int], tahun: int) -> list[DokumenTampak]:
    """The same of several units, for selectors that asked for leave themselves. One query."""
    semua: dict[int, list[DokumenVersi]] = {}
    for v in (
        DokumenVersi.objects.filter(
            dokumen__unit_id__in=unit,
            dokumen__tahun_mulai__lte=tahun,
            dokumen__tahun_selesai__gte=tahun,
        )
        .exclude(dokumen__jenis=JenisDokumen.RENAKSI)
        .select_related("dokumen")
        .order_by(F("dokumen__tahun_selesai") - F("dokumen__tahun_mulai"), "dokumen_id", "-nomor")
    ):
        semua.setdefault(v.dokumen_id, []).append(v)
    return [DokumenTampak(v[0].dokumen, tuple(v)) for v in semua.values()]


def versi_berpohon(unit: Collection[int], tahun: int, pada: date) -> list[DokumenVersi]:
    """The version whose tree speaks for each of these units in a year. One query.

    The one in force as known on ``pada`` (the narrowest document, of that the latest); a unit that
    has none is shown by its newest konsep, which every page marks as such. A version without nodes
    (a table of published figures) has no tree. For selectors that asked for leave themselves.
    """
    return list(
        DokumenVersi.objects.filter(
            Q(ditetapkan=None) | Q(ditetapkan__lte=pada),
            Exists(SimpulVersi.objects.filter(dokumen_versi=OuterRef("pk"))),
            dokumen__unit_id__in=unit,
            dokumen__jenis__in=BERJANJI,
            dokumen__tahun_mulai__lte=tahun,
            dokumen__tahun_selesai__gte=tahun,
        )
        .select_related("dokumen")
        .order_by(
            "dokumen__unit_id",
            IsNull(F("ditetapkan"), True),  # in force before konsep
            F("dokumen__tahun_selesai") - F("dokumen__tahun_mulai"),
            "-nomor",
        )
        .distinct("dokumen__unit_id")
    )


def versi_dokumen(lingkup: Lingkup, unit: UnitTampak, uuid: UUID) -> DokumenVersi:
    """One version of a document of this unit, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    versi = (
        DokumenVersi.objects.filter(dokumen__unit_id=unit.id, uuid=uuid)
        .exclude(dokumen__jenis=JenisDokumen.RENAKSI)
        .select_related("dokumen")
        .first()
    )
    if versi is None:
        raise TidakDitemukan(_("Dokumen itu bukan dokumen unit ini."))
    return versi


def versi_berlaku(
    lingkup: Lingkup, unit: UnitTampak, tahun: int, pada: date | None = None
) -> DokumenVersi | None:
    """The version that says what is promised for a year, as known on ``pada`` (default: today).

    Of the documents ditetapkan the one with the narrowest span (a Renja before the Renstra), and of
    that the latest version. One query.
    """
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    return (
        DokumenVersi.objects.filter(
            dokumen__unit_id=unit.id,
            dokumen__jenis__in=BERJANJI,
            dokumen__tahun_mulai__lte=tahun,
            dokumen__tahun_selesai__gte=tahun,
            ditetapkan__lte=pada or lingkup.pada,
        )
        .select_related("dokumen")
        .order_by(F("dokumen__tahun_selesai") - F("dokumen__tahun_mulai"), "-nomor")
        .first()
    )


def riwayat_versi(lingkup: Lingkup, unit: UnitTampak, versi: DokumenVersi) -> list[RiwayatRencana]:
    """Acts on a version, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    return list(versi.riwayat.select_related("oleh").order_by("id"))
