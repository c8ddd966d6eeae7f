"""How a unit came to be what it is: its names and places in time, what it came from and went to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q
from django.db.models.expressions import RawSQL

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import (
    JenisUnit,
    PenugasanJabatan,
    SilsilahUnit,
    SusunanUnit,
    UnitKerja,
)
from sakip.organisasi.selectors.tampak import UnitTampak

# Offices inside a unit: they end with it. What serves the public on its own (kelurahan, UPTD,
# puskesmas) goes over to the successor.
BAGIAN_DALAM = (
    JenisUnit.SEKRETARIAT,
    JenisUnit.BIDANG,
    JenisUnit.SEKSI,
    JenisUnit.SUBBAGIAN,
    JenisUnit.BAGIAN,
    JenisUnit.ASISTEN,
)


@dataclass(frozen=True, slots=True)
class MasaUnit:
    """How a unit was called, and under whom it stood, from ``mulai`` to before ``sampai``."""

    nama: str
    induk: str
    mulai: date
    sampai: date | None
    dasar: str
    arsip: bool


@dataclass(frozen=True, slots=True)
class Kerabat:
    """A unit that this one came from or went to; ``nama`` as it was called at that time."""

    slug: str
    nama: str
    jenis: str
    tanggal: date
    dasar: str


@dataclass(frozen=True, slots=True)
class RiwayatUnit:
    """A unit through time. ``versi`` is what a change of it must name (optimistic lock)."""

    versi: int
    masa: tuple[MasaUnit, ...]
    pendahulu: tuple[Kerabat, ...]
    penerus: tuple[Kerabat, ...]


def riwayat_unit(lingkup: Lingkup, unit: UnitTampak) -> RiwayatUnit:
    """Names, places and lineage of a unit, the oldest first. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI, unit.jalur)
    nama = _nama_menurut_unit(unit)
    silsilah = list(
        SilsilahUnit.objects.filter(Q(dari_id=unit.id) | Q(ke_id=unit.id))
        .exclude(dari_id=F("ke_id"))
        .select_related("dari", "ke")
        .order_by("tanggal", "id")
    )
    return RiwayatUnit(
        versi=nama[unit.id][-1].unit.versi,
        masa=tuple(
            MasaUnit(
                s.nama,
                _nama_pada(nama, s.induk_id, s.masa.lower) if s.induk_id else "",
                s.masa.lower,
                s.masa.upper,
                s.dasar,
                s.arsip,
            )
            for s in nama[unit.id]
        ),
        pendahulu=tuple(_kerabat(s, s.dari, nama) for s in silsilah if s.ke_id == unit.id),
        penerus=tuple(_kerabat(s, s.ke, nama) for s in silsilah if s.dari_id == unit.id),
    )


def _nama_menurut_unit(unit: UnitTampak) -> dict[int, list[SusunanUnit]]:
    """Rows of the unit, of its parents and of its kin, by unit and time. One query."""
    milik = SusunanUnit.objects.filter(unit_id=unit.id)
    silsilah = SilsilahUnit.objects.filter(Q(dari_id=unit.id) | Q(ke_id=unit.id))
    hasil: dict[int, list[SusunanUnit]] = {}
    for s in (
        SusunanUnit.objects.filter(
            Q(unit_id=unit.id)
            | Q(unit_id__in=milik.values("induk_id"))
            | Q(unit_id__in=silsilah.values("dari_id"))
            | Q(unit_id__in=silsilah.values("ke_id"))
        )
        .select_related("unit")
        .order_by("masa")
    ):
        hasil.setdefault(s.unit_id, []).append(s)
    return hasil


def _nama_pada(nama: dict[int, list[SusunanUnit]], unit_id: int, pada: date) -> str:
    """The name in use on a day; before the first one, the first."""
    semua = nama[unit_id]
    cocok = [s for s in semua if s.masa.lower <= pada]
    return (cocok or semua)[-1 if cocok else 0].nama


def _kerabat(s: SilsilahUnit, kerabat: UnitKerja, nama: dict[int, list[SusunanUnit]]) -> Kerabat:
    return Kerabat(
        kerabat.slug, _nama_pada(nama, kerabat.pk, s.tanggal), s.jenis, s.tanggal, s.dasar
    )


@dataclass(frozen=True, slots=True)
class AkibatBubar:
    """What happens when a unit ends: what ends with it, what goes over, which posts fall vacant."""

    berakhir: tuple[str, ...]
    beralih: tuple[str, ...]
    pejabat: tuple[str, ...]


def akibat_bubar(lingkup: Lingkup, unit: UnitTampak) -> AkibatBubar:
    """What ending this unit today would do, before anybody decides. Two queries."""
    lingkup.wajib(Tindakan.SUSUN_UNIT, unit.jalur)
    bawah: Sequence[SusunanUnit] = list(
        SusunanUnit.objects.filter(
            instansi_id=lingkup.instansi_id,
            masa__contains=lingkup.pada,
            jalur__startswith=unit.jalur,
            arsip=False,
        )
        .exclude(unit_id=unit.id)
        .select_related("unit")
        .order_by("kedalaman", "urutan", "nama")
    )
    beralih = [s for s in bawah if s.induk_id == unit.id and s.unit.jenis not in BAGIAN_DALAM]
    jalur = tuple(s.jalur for s in beralih)
    berakhir = [s for s in bawah if not s.jalur.startswith(jalur)] if jalur else list(bawah)
    return AkibatBubar(
        berakhir=tuple(s.nama for s in berakhir),
        beralih=tuple(s.nama for s in beralih),
        pejabat=tuple(
            f"{p.jabatan.nama}: {p.pegawai.nama}"
            for p in PenugasanJabatan.objects.filter(
                jabatan__unit_id__in=[unit.id, *(s.unit_id for s in berakhir)],
                masa__contains=lingkup.pada,
            )
            .select_related("jabatan", "pegawai")
            .order_by("-jabatan__memimpin", "jabatan_id")
        ),
    )


SQL_PENDAHULU = """
SELECT min(s.dari_id)
FROM organisasi_silsilahunit s
WHERE s.ke_id = %s AND s.dari_id <> s.ke_id
HAVING count(DISTINCT s.dari_id) = 1
   AND (SELECT count(DISTINCT t.ke_id) FROM organisasi_silsilahunit t
        WHERE t.dari_id = min(s.dari_id) AND t.ke_id <> t.dari_id) = 1
   AND (SELECT min(lower(masa)) FROM organisasi_susunanunit WHERE unit_id = %s)
       = min(s.tanggal)
"""


def pendahulu_tunggal(unit: UnitTampak) -> RawSQL:
    """The id of the unit that this one simply replaced, as part of another query; else nothing.

    One came from one, so its series goes on here: of a merger or a split the parts measured
    something else. No query of its own.
    """
    return RawSQL(SQL_PENDAHULU, (unit.id, unit.id))  # noqa: S611 - a constant, values beside it
