"""Looking ahead: what a share that is below its target still needs, and whether that can come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisPeriode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import dari_kinerja, jumlah_rasio, persen, proyeksi
from sakip.pengukuran.models import (
    CapaianMutakhir,
    KeadaanRealisasi,
    NilaiKomponen,
    Realisasi,
)
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.perencanaan.models import Agregasi, Arah, Frekuensi

PENUH = 100
KOMPONEN = ("pembilang", "penyebut")
# What is measured monthly is judged by the quarter.
BANYAK_PERIODE = {
    str(Frekuensi.BULANAN): 4,
    str(Frekuensi.TRIWULAN): 4,
    str(Frekuensi.SEMESTER): 2,
}


@dataclass(frozen=True, slots=True)
class Berjalan:
    """What the months after the last measured period brought: ``baik`` of ``datang`` cases."""

    baik: Decimal
    datang: Decimal
    bulan: date


@dataclass(frozen=True, slots=True)
class ProyeksiUnit:
    """A cumulative share on its way: ``perlu`` further cases, all in time, make ``jadi``.

    ``perlu`` is ``None`` where no number of them reaches the target. ``tiap_periode``: how many
    came in a period on average so far, ``sisa``: how many periods are left, ``sejak``: the day the
    measured periods end. ``snapshot`` explains the figure; ``berjalan`` is a running count, only
    where one was written down.
    """

    indikator_id: int
    snapshot: str
    kode: str
    nama: str
    kini: str
    persen: Decimal
    target: str
    perlu: int | None
    jadi: str
    jadi_persen: Decimal | None
    tiap_periode: Decimal
    sisa: int
    sejak: date
    berjalan: Berjalan | None = None

    @property
    def sulit(self) -> bool:
        """Whether more must come than came so far in the same time."""
        return self.perlu is None or self.perlu > self.tiap_periode * self.sisa


def proyeksi_unit(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[ProyeksiUnit]:
    """Every cumulative share of a unit that is below its target, looked ahead. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    return [p for _unit, p in _proyeksi([unit.id], tahun)]


def proyeksi_instansi(
    lingkup: Lingkup, unit: Iterable[UnitTampak], tahun: int
) -> list[tuple[UnitTampak, ProyeksiUnit]]:
    """The same over many units, those that need the most first. One query, however many."""
    menurut_id = {u.id: u for u in unit if lingkup.boleh(Tindakan.LIHAT_KINERJA, u.jalur)}
    semua = [(menurut_id[i], p) for i, p in _proyeksi(menurut_id, tahun)]
    # Stable: what needs as much stays in the order of the units.
    return sorted(semua, key=lambda x: (not x[1].sulit, -(x[1].perlu or 0)))


def _proyeksi(unit: Iterable[int], tahun: int) -> Iterator[tuple[int, ProyeksiUnit]]:
    for m in _di_bawah_target().filter(unit_id__in=list(unit), tahun=tahun):
        p = _satu(m, _per_periode(m.bagian))
        if p is not None and p.perlu != 0:
            yield m.unit_id, p


@cache
def _di_bawah_target() -> "QuerySet[Any]":
    """Yearly shares below their target, with their parts: what of the query never changes."""
    return (
        CapaianMutakhir.objects.filter(
            periode__jenis=JenisPeriode.TAHUN,
            indikator_versi__agregasi=Agregasi.RASIO_KUMULATIF,
            indikator_versi__arah=Arah.NAIK_BAIK,
            capaian__lt=PENUH,
        )
        .select_related("indikator", "indikator_versi", "snapshot__target")
        # Not the trace: it is as long as a page, and nobody reads it here.
        .only(
            "unit_id",
            "indikator__kode",
            "indikator_versi__nama",
            "indikator_versi__frekuensi",
            "snapshot_uuid",
            "snapshot__target__teks",
            "snapshot__target__nilai",
            "snapshot__target__penyebut",
        )
        .annotate(bagian=_bagian())
        .order_by("unit_id", "indikator_versi__urutan", "indikator_id")
    )


def _bagian() -> ArraySubquery:
    """Numerator and denominator of every period of a share, as exact text."""
    isi: QuerySet[Any] = (
        NilaiKomponen.objects.filter(
            realisasi__unit_id=OuterRef("unit_id"),
            realisasi__indikator_id=OuterRef("indikator_id"),
            realisasi__periode__tahun=OuterRef("tahun"),
            komponen__in=KOMPONEN,
            rincian=0,
            nilai__isnull=False,
        )
        .exclude(realisasi__keadaan=KeadaanRealisasi.DITARIK)
        .values(
            data=JSONObject(
                jenis="realisasi__periode__jenis",
                selesai="realisasi__periode__selesai",
                komponen="komponen",
                nilai=Cast("nilai", TextField()),
            )
        )
    )
    return ArraySubquery(isi)


@dataclass(frozen=True, slots=True)
class CatatanBerjalan:
    """The running count of a share: the months written down, and the present month's version."""

    nama: str
    bulan: tuple[tuple[date, str], ...]
    versi: int
    kini_teks: str


def catatan_berjalan(
    lingkup: Lingkup, unit: UnitTampak, tahun: int, kode: str
) -> CatatanBerjalan | None:
    """What the months brought to one cumulative share; ``None``: it is none. Four queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    b = TahunUnit.muat(unit.id, tahun, kode).butir.get(kode)
    if b is None or not _dapat_diproyeksikan(b):
        return None
    bulanan = list(
        Realisasi.objects.filter(
            unit_id=unit.id,
            indikator_id=b.versi.indikator_id,
            periode__tahun=tahun,
            periode__jenis=JenisPeriode.BULAN,
        )
        .select_related("periode")
        .order_by("periode__selesai")
    )
    kini = next((r for r in bulanan if lingkup.pada <= r.periode.selesai), None)
    return CatatanBerjalan(
        nama=b.versi.nama,
        bulan=tuple((r.periode.selesai, r.teks) for r in bulanan),
        versi=kini.versi if kini else 0,
        kini_teks=kini.teks if kini else "",
    )


def _dapat_diproyeksikan(b: Butir) -> bool:
    return b.versi.agregasi == Agregasi.RASIO_KUMULATIF and b.versi.arah == Arah.NAIK_BAIK


PerPeriode = dict[str, dict[date, NilaiBaru]]  # by kind of period and its last day


def _per_periode(baris: Iterable[Mapping[str, str]]) -> PerPeriode:
    """What ``_bagian`` gave, by kind of period and last day; a period with one half is left out."""
    isi: dict[tuple[str, date], dict[str, Decimal]] = {}
    for b in baris:
        kunci = b["jenis"], date.fromisoformat(b["selesai"])
        isi.setdefault(kunci, {})[b["komponen"]] = Decimal(b["nilai"])
    hasil: PerPeriode = {}
    for (jenis, selesai), komponen in isi.items():
        if len(komponen) == len(KOMPONEN):
            rasio = NilaiBaru("", komponen["pembilang"], komponen["penyebut"])
            hasil.setdefault(jenis, {})[selesai] = rasio
    return hasil


def _satu(m: CapaianMutakhir, bagian: PerPeriode) -> ProyeksiUnit | None:
    versi, target = m.indikator_versi, m.snapshot.target
    terisi = bagian.get(versi.frekuensi, {})
    if target is None or not terisi or versi.frekuensi not in BANYAK_PERIODE:
        return None
    jumlah = jumlah_rasio(terisi.values())
    kini = dari_kinerja(jumlah)
    p = proyeksi(kini, NilaiBaru(target.teks, target.nilai, target.penyebut))
    persen_kini = persen(kini)
    if p is None or persen_kini is None:
        return None
    jadi = dari_kinerja(p.jadi) if p.jadi else None
    sejak = max(terisi)
    return ProyeksiUnit(
        indikator_id=m.indikator_id,
        snapshot=str(m.snapshot_uuid),
        kode=m.indikator.kode,
        nama=versi.nama,
        kini=kini.teks,
        persen=persen_kini,
        target=target.teks,
        perlu=p.perlu,
        jadi=jadi.teks if jadi else "",
        jadi_persen=persen(jadi),
        tiap_periode=jumlah.penyebut / len(terisi),
        sisa=BANYAK_PERIODE[versi.frekuensi] - len(terisi),
        sejak=sejak,
        berjalan=_berjalan(bagian.get(JenisPeriode.BULAN, {}), sejak),
    )


def _berjalan(bulanan: dict[date, NilaiBaru], sejak: date) -> Berjalan | None:
    """What the months after the measured periods brought."""
    lanjut = {hari: rasio for hari, rasio in bulanan.items() if hari > sejak}
    if not lanjut:
        return None
    jumlah = jumlah_rasio(lanjut.values())
    return Berjalan(baik=jumlah.pembilang, datang=jumlah.penyebut, bulan=max(lanjut))
