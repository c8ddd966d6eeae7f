"""Results that several units owe each other: what was asked, of whom, and how it was answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import SusunanUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import (
    Crosscutting,
    KeadaanCrosscutting,
    RiwayatCrosscutting,
    SimpulVersi,
)

K = KeadaanCrosscutting


@dataclass(frozen=True, slots=True)
class UsulanLintas:
    """A proposal with the words of its nodes and the names of its parties."""

    baris: Crosscutting
    uraian: str
    jenis: str
    nama_unit: str
    nama_mitra: str
    uraian_penerima: str
    hari_terlambat: int  # calendar days since an answer was due; 0: none is overdue

    @property
    def luar(self) -> bool:
        """Whether an outside party was asked."""
        return self.baris.kepada_id is None

    @property
    def kunci_mitra(self) -> tuple[int, str]:
        """What tells one partner from another."""
        return (self.baris.kepada_id or 0, self.baris.pihak_luar.casefold())


@dataclass(frozen=True, slots=True)
class Jawaban:
    """How one proposal stands, as the checks of a plan ask."""

    tahun: int
    keadaan: str
    tenggat: date


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    """A node, whose it is, and the proposals for it by partner."""

    uraian: str
    jenis: str
    kode: str
    unit: str
    slug: str
    sel: Mapping[tuple[int, str], tuple[UsulanLintas, ...]]


@dataclass(frozen=True, slots=True)
class MatriksLintas:
    """Results down, partners across. ``mitra`` pairs a partner's key with its name, units first."""

    mitra: tuple[tuple[tuple[int, str], str], ...]
    baris: tuple[BarisMatriks, ...]
    usulan: tuple[UsulanLintas, ...]


def daftar_crosscutting(
    lingkup: Lingkup, unit: UnitTampak, tahun: int
) -> tuple[list[UsulanLintas], list[UsulanLintas]]:
    """What a unit asked of others, and what was asked of it, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    semua = _baca(
        _dasar(lingkup).filter(Q(unit_id=unit.id) | Q(kepada_id=unit.id), tahun=tahun), lingkup
    )
    return (
        [u for u in semua if u.baris.unit_id == unit.id],
        [u for u in semua if u.baris.kepada_id == unit.id],
    )


def crosscutting_menurut_uuid(lingkup: Lingkup, unit: UnitTampak, uuid: UUID) -> Crosscutting:
    """One proposal that this unit asked or was asked, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    baris = (
        Crosscutting.objects.filter(Q(unit_id=unit.id) | Q(kepada_id=unit.id), uuid=uuid)
        .select_related("unit", "kepada")
        .first()
    )
    if baris is None:
        raise TidakDitemukan(_("Usulan lintas unit itu bukan milik unit ini."))
    return baris


def riwayat_crosscutting(
    lingkup: Lingkup, unit: UnitTampak, tahun: int
) -> dict[int, list[RiwayatCrosscutting]]:
    """Acts on the proposals of a unit's year, by proposal, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    hasil: dict[int, list[RiwayatCrosscutting]] = {}
    for r in (
        RiwayatCrosscutting.objects.filter(
            Q(crosscutting__unit_id=unit.id) | Q(crosscutting__kepada_id=unit.id),
            crosscutting__tahun=tahun,
        )
        .select_related("oleh")
        .order_by("id")
    ):
        hasil.setdefault(r.crosscutting_id, []).append(r)
    return hasil


def jawaban_lintas(versi: Sequence[int]) -> dict[int, list[Jawaban]]:
    """How the proposals for the nodes of these versions stand, by node. One query."""
    hasil: dict[int, list[Jawaban]] = {}
    for simpul_id, tahun, keadaan, tenggat in (
        Crosscutting.objects.filter(
            simpul_id__in=SimpulVersi.objects.filter(dokumen_versi__in=versi).values("simpul_id")
        )
        .exclude(keadaan=K.DITARIK)
        .values_list("simpul_id", "tahun", "keadaan", "tenggat")
    ):
        hasil.setdefault(simpul_id, []).append(Jawaban(tahun, keadaan, tenggat))
    return hasil


def jawaban_tahun(semua: Iterable[Jawaban], tahun: int, pada: date) -> tuple[int, int, bool]:
    """Of a node's proposals for a year: how many, how many overdue, whether all refused.

    No query.
    """
    ada = [j for j in semua if j.tahun == tahun]
    return (
        len(ada),
        sum(j.keadaan == K.DIAJUKAN and j.tenggat < pada for j in ada),
        bool(ada) and all(j.keadaan == K.DITOLAK for j in ada),
    )


def simpul_dapat_diminta(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[SimpulVersi]:
    """Nodes of a unit's documents for a year, each as the newest one words it. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    semua = (
        SimpulVersi.objects.filter(
            simpul__unit_id=unit.id,
            dokumen_versi__dokumen__unit_id=unit.id,
            dokumen_versi__dokumen__tahun_mulai__lte=tahun,
            dokumen_versi__dokumen__tahun_selesai__gte=tahun,
        )
        .select_related("simpul")
        .order_by("simpul_id", "-dokumen_versi_id")
        .distinct("simpul_id")
    )
    return sorted(semua, key=lambda s: (s.dokumen_versi_id, s.urutan))


def matriks_crosscutting(
    lingkup: Lingkup, tahun: int, *, keadaan: str = "", unit: str = ""
) -> MatriksLintas:
    """Proposals of all units in reach for a year as a matrix. One query.

    ``keadaan`` is a state, or ``terlambat``; empty: all but what was withdrawn. ``unit`` is the
    slug of one that asks or is asked.
    """
    jangkauan = Q(pk__in=())
    for jalur in lingkup.jalur_untuk(Tindakan.LIHAT_RENCANA):
        jangkauan |= Q(jalur_unit__startswith=jalur) | Q(jalur_mitra__startswith=jalur)
    pilihan = _dasar(lingkup).filter(jangkauan, tahun=tahun)
    if keadaan == "terlambat":
        pilihan = pilihan.filter(keadaan=K.DIAJUKAN, tenggat__lt=lingkup.pada)
    elif keadaan:
        pilihan = pilihan.filter(keadaan=keadaan)
    else:
        pilihan = pilihan.exclude(keadaan=K.DITARIK)
    if unit:
        pilihan = pilihan.filter(Q(unit__slug=unit) | Q(kepada__slug=unit))
    return susun_matriks(_baca(pilihan, lingkup))


def susun_matriks(usulan: Iterable[UsulanLintas]) -> MatriksLintas:
    """Sort proposals into rows by unit and node, and columns by partner. No query."""
    semua = sorted(usulan, key=lambda u: (u.nama_unit, u.baris.simpul.kode, u.baris.pk))
    mitra = {u.kunci_mitra: u.nama_mitra for u in semua}
    baris: dict[int, dict[tuple[int, str], tuple[UsulanLintas, ...]]] = {}
    wakil: dict[int, UsulanLintas] = {}
    for u in semua:
        wakil.setdefault(u.baris.simpul_id, u)
        sel = baris.setdefault(u.baris.simpul_id, {})
        sel[u.kunci_mitra] = (*sel.get(u.kunci_mitra, ()), u)
    return MatriksLintas(
        mitra=tuple(sorted(mitra.items(), key=lambda m: (m[0][0] == 0, m[1].casefold()))),
        baris=tuple(
            BarisMatriks(
                u.uraian, u.jenis, u.baris.simpul.kode, u.nama_unit, u.baris.unit.slug, baris[pk]
            )
            for pk, u in wakil.items()
        ),
        usulan=tuple(semua),
    )


def _dasar(lingkup: Lingkup) -> QuerySet[Crosscutting]:
    """Proposals of the government with the words of their nodes and the names of their units."""
    susunan = SusunanUnit.objects.filter(masa__contains=lingkup.pada)
    kata = SimpulVersi.objects.order_by("-dokumen_versi_id")
    milik, mitra = (susunan.filter(unit_id=OuterRef(k)) for k in ("unit_id", "kepada_id"))
    simpul = kata.filter(simpul_id=OuterRef("simpul_id"))
    penerima = kata.filter(simpul_id=OuterRef("simpul_penerima_id"))
    return Crosscutting.objects.filter(instansi_id=lingkup.instansi_id).annotate(
        nama_unit=Subquery(milik.values("nama")[:1]),
        jalur_unit=Subquery(milik.values("jalur")[:1]),
        nama_mitra=Subquery(mitra.values("nama")[:1]),
        jalur_mitra=Subquery(mitra.values("jalur")[:1]),
        uraian_simpul=Subquery(simpul.values("uraian")[:1]),
        jenis_simpul=Subquery(simpul.values("jenis")[:1]),
        uraian_penerima=Subquery(penerima.values("uraian")[:1]),
    )


def _baca(pilihan: QuerySet[Crosscutting], lingkup: Lingkup) -> list[UsulanLintas]:
    return [
        UsulanLintas(
            baris=b,
            uraian=b.uraian_simpul or b.simpul.kode,  # type: ignore[attr-defined]
            jenis=b.jenis_simpul or "",  # type: ignore[attr-defined]
            nama_unit=b.nama_unit or b.unit.slug,  # type: ignore[attr-defined]
            nama_mitra=b.pihak_luar or b.nama_mitra or b.kepada.slug,  # type: ignore[attr-defined,union-attr]
            uraian_penerima=b.uraian_penerima or "",  # type: ignore[attr-defined]
            hari_terlambat=hari_terlambat(b, lingkup.pada),
        )
        for b in pilihan.select_related(
            "unit", "kepada", "simpul", "simpul_penerima", "pengusul", "pemutus"
        ).order_by("-id")
    ]


def hari_terlambat(b: Crosscutting, pada: date) -> int:
    """Calendar days since an answer was due; 0 when it is not, or was given."""
    return max((pada - b.tenggat).days, 0) if b.keadaan == K.DIAJUKAN else 0
