"""A unit's year as it is measured: which indicators, which targets, what was entered when.

Read by pages and by services alike: both must see the same year.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, Self

from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.organisasi.models import JenisPeriode, Periode
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import IsiPeriode, Ukuran
from sakip.pengukuran.models import KeadaanRealisasi, Realisasi
from sakip.pengukuran.selectors.rencana import rencana_berlaku
from sakip.perencanaan.models import CaraUkur, Frekuensi, IndikatorVersi, TargetVersi

BANYAK_TRIWULAN = 4


@dataclass(frozen=True, slots=True)
class Kalender:
    """The periods of a year; the same for every instansi, so read once for each process."""

    setahun: Periode
    semester: tuple[Periode, ...]
    triwulan: tuple[Periode, ...]
    bulan: tuple[Periode, ...]

    def periode(self, frekuensi: str) -> tuple[Periode, ...]:
        """What an indicator is judged in: four quarters, two semesters, or the year itself.

        Months are counted together into their quarter, and judged there (tafsir-0212).
        """
        return {
            str(Frekuensi.BULANAN): self.triwulan,
            str(Frekuensi.TRIWULAN): self.triwulan,
            str(Frekuensi.SEMESTER): self.semester,
        }.get(frekuensi, (self.setahun,))

    def bulan_dari(self, triwulan: Periode) -> tuple[Periode, ...]:
        """The three months of a quarter."""
        return self.bulan[3 * triwulan.nomor - 3 : 3 * triwulan.nomor]

    def di_lembar(self, frekuensi: str, nomor: int) -> Periode | None:
        """The period that is due on the sheet of quarter ``nomor``; ``None``: not yet due."""
        banyak = len(self.periode(frekuensi))
        urutan, sisa = divmod(nomor * banyak, 4)
        return None if sisa else self.periode(frekuensi)[urutan - 1]

    @property
    def semua(self) -> tuple[Periode, ...]:
        return (self.setahun, *self.semester, *self.triwulan)


@lru_cache(maxsize=64)
def kalender_tahun(tahun: int) -> Kalender:
    """The periods of a year that the calendar was laid for. One query for each process."""
    menurut: dict[str, list[Periode]] = {}
    for p in Periode.objects.filter(tahun=tahun).order_by("nomor"):
        menurut.setdefault(p.jenis, []).append(p)
    return Kalender(
        menurut[JenisPeriode.TAHUN][0],
        tuple(menurut[JenisPeriode.SEMESTER]),
        tuple(menurut[JenisPeriode.TRIWULAN]),
        tuple(menurut[JenisPeriode.BULAN]),
    )


def tahun_ada(tahun: int) -> bool:
    """Whether the calendar was laid for that year."""
    return 2000 <= tahun <= 2060


def triwulan_tahun(tahun: int, nomor: int) -> Periode:
    """One quarter, or ``TidakDitemukan``. No query where this process has read the year."""
    if not tahun_ada(tahun) or not 1 <= nomor <= BANYAK_TRIWULAN:
        raise TidakDitemukan(_("Tidak ada triwulan %(n)s tahun %(t)s.") % {"n": nomor, "t": tahun})
    return kalender_tahun(tahun).triwulan[nomor - 1]


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

    @property
    def bulanan(self) -> bool:
        """Entered month by month, on the sheet of the quarter they make up."""
        return self.versi.frekuensi == Frekuensi.BULANAN and self.versi.cara == CaraUkur.MANUAL

    def isi_periode(self, periode_id: int, isi: IsiPeriode | None) -> None:
        """Let a period hold this from now on; ``None``: nothing."""
        if isi is None:
            self.isi.pop(periode_id, None)
        else:
            self.isi[periode_id] = isi

    def target_untuk(self, periode_id: int) -> TargetVersi | None:
        """The period's own target (rencana aksi), else that of the year."""
        return self.target.get(periode_id, self.target_tahun)


# Components as exact text, so that one statement brings both. Written out: saving one figure waits
# for it, and putting it together took Django longer than the server takes to answer.
SQL_REALISASI = """
SELECT r.*, (
    SELECT jsonb_agg(jsonb_build_object(
               'komponen', k.komponen, 'rincian', k.rincian, 'nilai', k.nilai::text, 'kode', k.kode,
               'id', k.id
           ))::text
      FROM pengukuran_nilaikomponen k WHERE k.realisasi_id = r.id) AS rincian
  FROM pengukuran_realisasi r
 WHERE r.indikator_id = ANY(%(indikator)s) AND r.unit_id = %(unit)s
   AND r.periode_id = ANY(%(periode)s) AND r.keadaan <> %(ditarik)s
"""


@dataclass(slots=True)
class TahunUnit:
    """All that is measured of a unit in a year, by code of the indicator, in document order."""

    unit_id: int
    tahun: int
    kalender: Kalender
    butir: dict[str, Butir]
    aksi: bool = False  # an approved rencana aksi stands behind the targets

    @classmethod
    def muat(cls, unit_id: int, tahun: int, kode: str | None = None) -> Self:
        """Read it. Two queries, four when this process has not read the plan yet.

        With ``kode`` only that indicator, what is reckoned from it, and the other parts of that.
        """
        kosong: dict[str, Butir] = {}
        if not tahun_ada(tahun):
            return cls(unit_id, tahun, kalender_tahun(2000), kosong)
        satu = cls(unit_id, tahun, kalender_tahun(tahun), kosong)
        rencana, ditarik = rencana_berlaku(unit_id, satu.kalender.setahun)
        versi = [v for v in rencana.indikator if v.indikator_id not in ditarik]
        if kode is not None:
            versi = _terkait(versi, kode)
        satu.aksi = rencana.aksi
        satu.butir = {v.indikator.kode: Butir(v, _ukuran(v)) for v in versi}
        satu._isi_target(rencana.target)
        satu._isi_realisasi()
        return satu

    def _isi_target(self, target: Iterable[TargetVersi]) -> None:
        """Targets of the year and of its periods; what has none for the year is not promised."""
        menurut_id = {b.versi.indikator_id: b for b in self.butir.values()}
        for t in target:
            b = menurut_id.get(t.indikator_id)
            if b is None:
                continue
            if t.dokumen_versi_id == b.versi.dokumen_versi_id:
                b.target_tahun = t
            elif t.periode_id != self.kalender.setahun.pk:
                b.target[t.periode_id] = t
        self.butir = {k: b for k, b in self.butir.items() if b.target_tahun}

    def _isi_realisasi(self) -> None:
        menurut_id = {b.versi.indikator_id: b for b in self.butir.values()}
        # Months of other indicators are a running count (``catat_berjalan``), on no sheet.
        bulan = [p.pk for p in self.kalender.bulan] if self._berbulan() else []
        baris: Iterable[Any] = Realisasi.objects.raw(
            SQL_REALISASI,
            {
                "indikator": list(menurut_id),
                "unit": self.unit_id,
                "periode": [p.pk for p in self.kalender.semua] + bulan,
                "ditarik": KeadaanRealisasi.DITARIK.value,
            },
        )
        for r in baris:
            b = menurut_id[r.indikator_id]
            if r.periode_id in bulan and not b.bulanan:
                continue
            b.realisasi[r.periode_id] = r
            r.rincian = json.loads(r.rincian or "[]")
            isi = _isi_periode(r, r.rincian)
            if isi is not None:
                b.isi[r.periode_id] = isi

    def _berbulan(self) -> bool:
        return any(b.bulanan for b in self.butir.values())

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


def _isi_periode(r: Realisasi, rincian: Sequence[Mapping[str, Any]]) -> IsiPeriode | None:
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


def _ukuran(v: IndikatorVersi) -> Ukuran:
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


def _terkait(versi: Sequence[IndikatorVersi], kode: str) -> list[IndikatorVersi]:
    perlu = {kode}
    for v in versi:
        bagian = set(v.komponen.get("bobot", {})) if v.cara == CaraUkur.KOMPOSIT else set()
        if kode in bagian or v.indikator.kode == kode:
            perlu |= bagian | {v.indikator.kode}
    return [v for v in versi if v.indikator.kode in perlu]
