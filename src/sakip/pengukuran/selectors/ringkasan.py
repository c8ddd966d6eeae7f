"""Units and periods in a few numbers, read from the summaries that every write keeps true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal, Inexact

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Q, Subquery, When

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import Periode, kode_periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import RingkasanUnit
from sakip.pengukuran.selectors.tabel import dalam_jangkauan

# Exact sums: the usual 28 digits would round.
_TEPAT = Context(prec=200, traps=[Inexact])


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """A unit's period in a few numbers; the mean is over computed figures that count only.

    ``sementara`` figures are computed but not yet approved, or more is to come into them.
    """

    unit_id: int
    jumlah: int
    terhitung: int
    tercapai: int
    belum_diisi: int
    jumlah_capaian: Decimal
    menurut_kategori: dict[str, int]
    sementara: int = 0
    menurut_keadaan: dict[str, int] = field(default_factory=dict)

    @property
    def rata_rata(self) -> Decimal | None:
        """Unweighted mean of the computed capaian, exact as ``Decimal``; ``None`` without any."""
        return self.jumlah_capaian / self.terhitung if self.terhitung > 0 else None


@dataclass(frozen=True, slots=True)
class PeriodeBerangka:
    """A period that has figures."""

    periode_id: int
    tahun: int
    jenis: str
    nomor: int

    @property
    def kode(self) -> str:
        """See ``kode_periode``."""
        return kode_periode(self.jenis, self.nomor)


@dataclass(frozen=True, slots=True)
class RingkasanPeriode(PeriodeBerangka):
    """The same with its summary."""

    ringkasan: Ringkasan


@dataclass(frozen=True, slots=True)
class Terbaru:
    """The newest period with figures: its year, all years that have some, summaries by unit id."""

    tahun: int
    kode: str
    tahun_ada: tuple[int, ...]
    ringkasan: dict[int, Ringkasan]


def ringkasan_terbaru(lingkup: Lingkup) -> Terbaru | None:
    """The newest period over all units in reach; ``None`` without any figure. One query.

    One that is over and in which something counts comes first: a year that runs may hold a figure
    that came early, and drafts say nothing yet.
    """
    berisi = RingkasanUnit.objects.filter(dalam_jangkauan(lingkup), jumlah__gt=0)
    lewat = Q(terhitung__gt=0, periode__selesai__lt=lingkup.pada)
    # A year before its own last quarter, which ends on the same day.
    terbaru = (
        berisi.annotate(lewat=Case(When(lewat, then=1), default=0))
        .order_by("-lewat", "-periode__selesai", "periode__mulai")
        .values("periode_id")[:1]
    )
    baris = list(
        berisi.filter(periode_id=Subquery(terbaru))
        .select_related("periode")
        .annotate(tahun_ada=ArraySubquery(berisi.order_by().values("periode__tahun").distinct()))
    )
    if not baris:
        return None
    return Terbaru(
        tahun=baris[0].periode.tahun,
        kode=kode_periode(baris[0].periode.jenis, baris[0].periode.nomor),
        tahun_ada=tuple(sorted(baris[0].tahun_ada)),
        ringkasan={r.unit_id: ringkas(r) for r in baris},
    )


def ringkasan_unit(
    lingkup: Lingkup, unit: Sequence[UnitTampak], periode_id: int
) -> dict[int, Ringkasan]:
    """Summaries of these units (those in the caller's reach), by unit id. One query."""
    boleh = [u.id for u in unit if lingkup.boleh(Tindakan.LIHAT_KINERJA, u.jalur)]
    return {
        r.unit_id: ringkas(r)
        for r in RingkasanUnit.objects.filter(
            unit_id__in=boleh, periode_id=periode_id, jumlah__gt=0
        )
    }


def jumlahkan(ringkasan: Sequence[Ringkasan]) -> Ringkasan:
    """Add summaries: sums of sums, never a mean of means."""
    return Ringkasan(
        unit_id=0,
        jumlah=sum(r.jumlah for r in ringkasan),
        terhitung=sum(r.terhitung for r in ringkasan),
        tercapai=sum(r.tercapai for r in ringkasan),
        belum_diisi=sum(r.belum_diisi for r in ringkasan),
        jumlah_capaian=_jumlah_tepat(r.jumlah_capaian for r in ringkasan),
        menurut_kategori=_jumlah_menurut(r.menurut_kategori for r in ringkasan),
        sementara=sum(r.sementara for r in ringkasan),
        menurut_keadaan=_jumlah_menurut(r.menurut_keadaan for r in ringkasan),
    )


def _jumlah_menurut(daftar: Iterable[dict[str, int]]) -> dict[str, int]:
    jumlah: dict[str, int] = {}
    for satu in daftar:
        for kode, n in satu.items():
            jumlah[kode] = jumlah.get(kode, 0) + n
    return jumlah


def _jumlah_tepat(daftar: Iterable[Decimal]) -> Decimal:
    """An exact sum: the usual 28 digits would round figures that the kernel gives in 34."""
    jumlah = Decimal(0)
    for satu in daftar:
        jumlah = _TEPAT.add(jumlah, satu)
    return jumlah


def periode_unit(lingkup: Lingkup, unit: UnitTampak) -> list[RingkasanPeriode]:
    """Every period of a unit that has figures, with its summary, in calendar order. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    return [
        _berperiode(r)
        for r in RingkasanUnit.objects.filter(unit_id=unit.id, jumlah__gt=0)
        .select_related("periode")
        .order_by("periode__selesai", "-periode__mulai")
    ]


def periode_instansi(lingkup: Lingkup) -> list[PeriodeBerangka]:
    """Periods with figures in the caller's reach, in calendar order. One query."""
    berisi = RingkasanUnit.objects.filter(dalam_jangkauan(lingkup), jumlah__gt=0)
    return [
        PeriodeBerangka(*p)
        for p in Periode.objects.filter(pk__in=berisi.values("periode_id"))
        .order_by("selesai", "-mulai")
        .values_list("pk", "tahun", "jenis", "nomor")
    ]


def _berperiode(r: RingkasanUnit) -> RingkasanPeriode:
    p = r.periode
    return RingkasanPeriode(p.pk, p.tahun, p.jenis, p.nomor, ringkas(r))


def ringkas(r: RingkasanUnit) -> Ringkasan:
    return Ringkasan(
        unit_id=r.unit_id,
        jumlah=r.jumlah,
        terhitung=r.terhitung,
        tercapai=r.tercapai,
        belum_diisi=r.belum_diisi,
        jumlah_capaian=r.jumlah_capaian,
        menurut_kategori=r.menurut_kategori,
        sementara=r.sementara,
        menurut_keadaan=r.menurut_keadaan,
    )
