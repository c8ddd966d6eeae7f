"""A unit's year as it is measured: which indicators, which targets, what was entered when.

Read by pages and by services alike: both must see the same year.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

from sakip.organisasi.models import JenisPeriode, Periode
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import IsiPeriode, Ukuran
from sakip.pengukuran.models import KeadaanRealisasi, NilaiKomponen, Realisasi
from sakip.perencanaan.models import (
    CaraUkur,
    Frekuensi,
    IndikatorVersi,
    JenisDokumen,
    TargetVersi,
)

# Where two documents promise the same indicator for a year, the one nearest to the year speaks.
URUTAN_DOKUMEN = (
    JenisDokumen.RENJA,
    JenisDokumen.IKU,
    JenisDokumen.RENSTRA,
    JenisDokumen.RKPD,
    JenisDokumen.RPJMD,
    JenisDokumen.RPJPD,
)


@dataclass(frozen=True, slots=True)
class Kalender:
    """The periods of a year; the same for every instansi, so read once for each process."""

    setahun: Periode
    semester: tuple[Periode, ...]
    triwulan: tuple[Periode, ...]

    def periode(self, frekuensi: str) -> tuple[Periode, ...]:
        """What an indicator is measured in: four quarters, two semesters, or the year itself."""
        return {
            str(Frekuensi.TRIWULAN): self.triwulan,
            str(Frekuensi.SEMESTER): self.semester,
        }.get(frekuensi, (self.setahun,))

    def di_lembar(self, frekuensi: str, nomor: int) -> Periode | None:
        """The period that is due on the sheet of quarter ``nomor``; ``None``: not yet due."""
        banyak = len(self.periode(frekuensi))
        urutan, sisa = divmod(nomor * banyak, 4)
        return None if sisa else self.periode(frekuensi)[urutan - 1]

    @property
    def semua(self) -> tuple[Periode, ...]:
        return (self.setahun, *self.semester, *self.triwulan)


@lru_cache(maxsize=64)
def _kalender(tahun: int) -> Kalender:
    menurut: dict[str, list[Periode]] = {}
    for p in Periode.objects.filter(
        tahun=tahun, jenis__in=[JenisPeriode.TAHUN, JenisPeriode.SEMESTER, JenisPeriode.TRIWULAN]
    ).order_by("nomor"):
        menurut.setdefault(p.jenis, []).append(p)
    return Kalender(
        menurut[JenisPeriode.TAHUN][0],
        tuple(menurut[JenisPeriode.SEMESTER]),
        tuple(menurut[JenisPeriode.TRIWULAN]),
    )


def _ada(tahun: int) -> bool:
    return 2000 <= tahun <= 2060  # the years the calendar was laid for


@dataclass(slots=True)
class Butir:
    """One indicator in a unit's year."""

    versi: IndikatorVersi
    ukuran: Ukuran
    target: dict[int, TargetVersi] = field(default_factory=dict)
    target_tahun: TargetVersi | None = None
    realisasi: dict[int, Realisasi] = field(default_factory=dict)
    isi: dict[int, IsiPeriode] = field(default_factory=dict)

    @property
    def kode(self) -> str:
        return self.ukuran.kode

    @property
    def komposit(self) -> bool:
        """Reckoned from other indicators, never entered."""
        return self.versi.cara == CaraUkur.KOMPOSIT

    def target_untuk(self, periode_id: int) -> TargetVersi | None:
        """The period's own target (rencana aksi), else that of the year."""
        return self.target.get(periode_id, self.target_tahun)


@dataclass(slots=True)
class TahunUnit:
    """All that is measured of a unit in a year, by code of the indicator, in document order."""

    unit_id: int
    tahun: int
    kalender: Kalender
    butir: dict[str, Butir]

    @classmethod
    def muat(cls, unit_id: int, tahun: int, kode: str | None = None) -> Self:
        """Read it. Three queries.

        With ``kode`` only that indicator, what is reckoned from it, and the other parts of that.
        """
        kosong: dict[str, Butir] = {}
        if not _ada(tahun):
            return cls(unit_id, tahun, _kalender(2000), kosong)
        satu = cls(unit_id, tahun, _kalender(tahun), kosong)
        versi = _wording(unit_id, tahun)
        if kode is not None:
            versi = _terkait(versi, kode)
        satu.butir = {
            v.indikator.kode: Butir(v, ukuran(v)) for v in sorted(versi, key=lambda v: v.urutan)
        }
        satu._isi_target()
        satu._isi_realisasi()
        return satu

    def _isi_target(self) -> None:
        """Targets of the year and of its periods; what has none is not promised and falls away."""
        menurut_id = {b.versi.indikator_id: b for b in self.butir.values()}
        aksi: list[TargetVersi] = []
        for t in _target(self, menurut_id):
            b = menurut_id[t.indikator_id]
            if t.dokumen_versi.dokumen.jenis == JenisDokumen.RENAKSI:
                aksi.append(t)
            elif t.dokumen_versi_id == b.versi.dokumen_versi_id:
                b.target[t.periode_id] = t
        for b in self.butir.values():
            b.target_tahun = b.target.pop(self.kalender.setahun.pk, None)
        for t in aksi:
            # The plan of action spreads the year over its periods; the year itself is the plan's.
            if t.periode_id != self.kalender.setahun.pk:
                menurut_id[t.indikator_id].target[t.periode_id] = t
        self.butir = {k: b for k, b in self.butir.items() if b.target_tahun or b.target}

    def _isi_realisasi(self) -> None:
        menurut_id = {b.versi.indikator_id: b for b in self.butir.values()}
        for r in (
            Realisasi.objects.filter(
                indikator_id__in=menurut_id,
                unit_id=self.unit_id,
                periode_id__in=[p.pk for p in self.kalender.semua],
            )
            .exclude(keadaan=KeadaanRealisasi.DITARIK)
            .annotate(rincian=_komponen())
        ):
            b = menurut_id[r.indikator_id]
            b.realisasi[r.periode_id] = r
            isi = isi_periode(r, r.rincian)  # type: ignore[attr-defined]
            if isi is not None:
                b.isi[r.periode_id] = isi

    def baris(self, nomor: int) -> Iterator[tuple[Butir, Periode | None]]:
        """Indicators with the period that is due on the sheet of quarter ``nomor``."""
        for b in self.butir.values():
            yield b, self.kalender.di_lembar(b.versi.frekuensi, nomor)

    def terkait(self, kode: Iterable[str]) -> list[Butir]:
        """Composites that have one of these among their parts."""
        dicari = set(kode)
        return [
            b
            for b in self.butir.values()
            if b.komposit and dicari & {k for k, _bobot in b.ukuran.bobot}
        ]


def _komponen() -> ArraySubquery:
    """Components of a measurement as exact text, so that one query brings both."""
    isi: QuerySet[Any] = NilaiKomponen.objects.filter(realisasi_id=OuterRef("pk")).values(
        data=JSONObject(
            komponen="komponen",
            rincian="rincian",
            nilai=Cast("nilai", TextField()),
            kode="kode",
            id="id",
        )
    )
    return ArraySubquery(isi)


def isi_periode(r: Realisasi, rincian: Sequence[Mapping[str, Any]]) -> IsiPeriode | None:
    """What was entered in one period, from the text of its components; ``None``: no value."""
    if not r.teks or not rincian:
        return None
    utama = {k["komponen"]: k for k in rincian if k["rincian"] == 0}
    angka = {k: Decimal(v["nilai"]) for k, v in utama.items() if v["nilai"] is not None}
    if "kode" in utama:
        return IsiPeriode(NilaiBaru(r.teks, kode=utama["kode"]["kode"]))
    if "pembilang" in angka and "penyebut" in angka:
        return IsiPeriode(NilaiBaru(r.teks, angka["pembilang"], angka["penyebut"]))
    if "nilai" not in angka:
        return None
    unsur = sorted((k["rincian"], Decimal(k["nilai"])) for k in rincian if k["komponen"] == "unsur")
    banyak = angka.get("responden")
    return IsiPeriode(
        NilaiBaru(r.teks, angka["nilai"]),
        tuple(n for _r, n in unsur),
        None if banyak is None else int(banyak),
    )


def ukuran(v: IndikatorVersi) -> Ukuran:
    """How an indicator is measured, as the rules take it."""
    bobot = v.komponen.get("bobot", {}) if v.cara == CaraUkur.KOMPOSIT else {}
    return Ukuran(
        kode=v.indikator.kode,
        jenis=v.jenis_nilai,
        agregasi=v.agregasi,
        frekuensi=v.frekuensi,
        cara=v.cara,
        skala=v.skala,
        bobot=tuple((k, Decimal(n)) for k, n in bobot.items()),
    )


def _berlaku(tahun: int) -> Q:
    """Documents that were ditetapkan and hold this year."""
    return Q(
        dokumen_versi__ditetapkan__isnull=False,
        dokumen_versi__dokumen__tahun_mulai__lte=tahun,
        dokumen_versi__dokumen__tahun_selesai__gte=tahun,
    )


def _wording(unit_id: int, tahun: int) -> list[IndikatorVersi]:
    """What the documents in force say of each indicator: the latest version, the nearest kind."""
    semua = list(
        IndikatorVersi.objects.filter(_berlaku(tahun), dokumen_versi__dokumen__unit_id=unit_id)
        .exclude(dokumen_versi__dokumen__jenis=JenisDokumen.RENAKSI)
        .select_related("indikator", "dokumen_versi__dokumen", "pengampu")
    )
    terakhir: dict[int, int] = {}
    for v in semua:
        d = v.dokumen_versi
        terakhir[d.dokumen_id] = max(terakhir.get(d.dokumen_id, 0), d.nomor)
    hasil: dict[int, IndikatorVersi] = {}
    for v in sorted(semua, key=_jauh, reverse=True):
        if v.dokumen_versi.nomor == terakhir[v.dokumen_versi.dokumen_id]:
            hasil[v.indikator_id] = v
    return list(hasil.values())


def _jauh(v: IndikatorVersi) -> tuple[int, int]:
    """Sorts the nearest to the year first; of two of a kind the one set later."""
    tetap = v.dokumen_versi.ditetapkan
    jenis = JenisDokumen(v.dokumen_versi.dokumen.jenis)
    return URUTAN_DOKUMEN.index(jenis), -tetap.toordinal() if tetap else 0


def _terkait(versi: Collection[IndikatorVersi], kode: str) -> list[IndikatorVersi]:
    perlu = {kode}
    for v in versi:
        bagian = set(v.komponen.get("bobot", {})) if v.cara == CaraUkur.KOMPOSIT else set()
        if kode in bagian or v.indikator.kode == kode:
            perlu |= bagian | {v.indikator.kode}
    return [v for v in versi if v.indikator.kode in perlu]


def _target(t: TahunUnit, menurut_id: Mapping[int, Butir]) -> Iterable[TargetVersi]:
    """Targets in force, the later document version after the earlier."""
    return (
        TargetVersi.objects.filter(
            _berlaku(t.tahun),
            indikator_id__in=menurut_id,
            unit_id=t.unit_id,
            periode_id__in=[p.pk for p in t.kalender.semua],
            ditarik=False,
        )
        .select_related("dokumen_versi__dokumen")
        .order_by("dokumen_versi__nomor")
    )
