"""Reads of the indicator library: what is in it, who uses it, with which targets."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import (
    DokumenVersi,
    IndikatorVersi,
    JenisDokumen,
    PustakaIndikator,
    TargetVersi,
)


@dataclass(frozen=True, slots=True)
class PustakaTampak:
    """A shared indicator and the units in reach whose plans hold it."""

    pustaka: PustakaIndikator
    pemakai: tuple[UnitTampak, ...]


@dataclass(frozen=True, slots=True)
class PemakaiPustaka:
    """How one unit promises a shared indicator in a year: its wording, target, and where."""

    unit: UnitTampak
    wording: IndikatorVersi
    target: TargetVersi | None

    @property
    def versi(self) -> DokumenVersi:
        return self.wording.dokumen_versi


def _terakhir() -> Q:
    """Versions that no later one has replaced."""
    lanjut = DokumenVersi.objects.filter(
        dokumen_id=OuterRef("dokumen_versi__dokumen_id"), nomor__gt=OuterRef("dokumen_versi__nomor")
    )
    return ~Q(Exists(lanjut))


def daftar_pustaka(
    lingkup: Lingkup,
    *,
    cari: str = "",
    jenis_unit: str = "",
    jenis_nilai: str = "",
    ditarik: bool = False,
) -> list[PustakaTampak]:
    """Shared indicators by name, narrowed, with who uses them. Three queries.

    ``jenis_unit`` keeps those meant for that kind of unit and those meant for all.
    """
    lingkup.wajib(Tindakan.LIHAT_RENCANA)
    pustaka = PustakaIndikator.objects.filter(instansi_id=lingkup.instansi_id, ditarik=ditarik)
    for kata in cari.split()[:8]:
        pustaka = pustaka.filter(Q(nama__icontains=kata) | Q(kode__icontains=kata))
    if jenis_unit:
        pustaka = pustaka.filter(Q(jenis_unit=[]) | Q(jenis_unit__contains=[jenis_unit]))
    if jenis_nilai:
        pustaka = pustaka.filter(jenis_nilai=jenis_nilai)
    semua = list(pustaka.order_by("nama"))
    unit = {u.id: u for u in organisasi.daftar_unit(lingkup, Tindakan.LIHAT_RENCANA)}
    pemakai: dict[int, dict[int, UnitTampak]] = defaultdict(dict)
    for pustaka_id, unit_id in IndikatorVersi.objects.filter(
        _terakhir(), pustaka__in=semua
    ).values_list("pustaka_id", "indikator__unit_id"):
        if unit_id in unit:
            pemakai[pustaka_id][unit_id] = unit[unit_id]
    return [PustakaTampak(p, tuple(pemakai[p.pk].values())) for p in semua]


def pustaka_menurut_kode(lingkup: Lingkup, kode: str) -> PustakaIndikator:
    """One shared indicator, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA)
    satu = (
        PustakaIndikator.objects.filter(instansi_id=lingkup.instansi_id, kode=kode)
        .select_related("asal")
        .first()
    )
    if satu is None:
        raise TidakDitemukan(_("Tidak ada indikator pustaka “%s” di instansi ini.") % kode)
    return satu


def pemakai_pustaka(
    lingkup: Lingkup, pustaka: PustakaIndikator, tahun: int
) -> list[PemakaiPustaka]:
    """Who promises a shared indicator for a year, and how much: to be laid side by side.

    Of a unit the narrowest document of the year counts, its last version. Three queries.
    """
    lingkup.wajib(Tindakan.LIHAT_RENCANA)
    unit = {u.id: u for u in organisasi.daftar_unit(lingkup, Tindakan.LIHAT_RENCANA)}
    pilihan: dict[int, IndikatorVersi] = {}
    for w in (
        IndikatorVersi.objects.filter(
            _terakhir(),
            pustaka=pustaka,
            dokumen_versi__dokumen__tahun_mulai__lte=tahun,
            dokumen_versi__dokumen__tahun_selesai__gte=tahun,
        )
        .exclude(dokumen_versi__dokumen__jenis=JenisDokumen.RENAKSI)
        .select_related("indikator", "dokumen_versi__dokumen", "simpul")
        .order_by("id")
    ):
        ada = pilihan.get(w.indikator.unit_id)
        if w.indikator.unit_id in unit and (ada is None or _panjang(w) < _panjang(ada)):
            pilihan[w.indikator.unit_id] = w
    target = {
        (t.dokumen_versi_id, t.indikator_id): t
        for t in TargetVersi.objects.filter(
            dokumen_versi__in={w.dokumen_versi_id for w in pilihan.values()},
            indikator__in={w.indikator_id for w in pilihan.values()},
            periode__tahun=tahun,
            periode__jenis="tahun",
            ditarik=False,
        )
    }
    return [
        PemakaiPustaka(u, milik, target.get((milik.dokumen_versi_id, milik.indikator_id)))
        for pk, u in unit.items()
        if (milik := pilihan.get(pk)) is not None
    ]


def _panjang(w: IndikatorVersi) -> int:
    d = w.dokumen_versi.dokumen
    return int(d.tahun_selesai - d.tahun_mulai)


def wording_indikator(lingkup: Lingkup, uuid: UUID) -> tuple[UnitTampak, IndikatorVersi]:
    """An indicator as a plan words it, with its unit; ``TidakDitemukan`` outside the reach."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA)
    w = (
        IndikatorVersi.objects.filter(instansi_id=lingkup.instansi_id, uuid=uuid)
        .select_related("indikator")
        .first()
    )
    unit = {u.id: u for u in organisasi.daftar_unit(lingkup, Tindakan.LIHAT_RENCANA)}
    if w is None or w.indikator.unit_id not in unit:
        raise TidakDitemukan(_("Indikator itu tidak ada, atau di luar peran Anda."))
    return unit[w.indikator.unit_id], w
