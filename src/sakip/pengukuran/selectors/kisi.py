"""A unit's year as a grid: indicators with their periods, and what may be typed today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisPeriode, Periode, kode_periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.kaidah.periode import IsiPeriode
from sakip.pengukuran.models import (
    CapaianMutakhir,
    KeadaanLembar,
    KeadaanRealisasi,
    Realisasi,
)
from sakip.pengukuran.selectors.lembar import ANGKA_BEBAS, dapat_disunting, hak_isi
from sakip.pengukuran.selectors.setahun import Setahun, baca_setahun
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit, kalender_tahun, tahun_ada
from sakip.pengukuran.selectors.tampak import TriwulanTampak
from sakip.perencanaan.models import CaraUkur

LEBAR = {JenisPeriode.SEMESTER: 2, JenisPeriode.TAHUN: 4}


@dataclass(slots=True)
class SelKisi:
    """One cell: a period of an indicator, on the sheet of quarter ``triwulan``.

    ``lalu`` and ``tahun_lalu`` are the texts of the period before and of the same one a year ago.
    Where nothing may be typed today ``alasan`` says why.
    """

    butir: Butir
    periode: Periode
    triwulan: int
    lebar: int
    realisasi: Realisasi | None
    isi: IsiPeriode | None
    target: str
    mutakhir: CapaianMutakhir | None = None
    lalu: str = ""
    tahun_lalu: str = ""
    alasan: str = ""
    komentar: int | None = None
    bulan: int = 0
    bagian: list["SelKisi"] = field(default_factory=list)

    @property
    def kunci(self) -> str:
        """Its name in forms: indicator, sheet, month (0: the sheet's own period)."""
        return f"{self.butir.kode}~{self.triwulan}~{self.bulan}"

    @property
    def boleh(self) -> bool:
        return not self.alasan

    @property
    def versi(self) -> int:
        return self.realisasi.versi if self.realisasi else 0

    @property
    def teks(self) -> str:
        """What was entered; of an index, what was reckoned."""
        if self.butir.komposit:
            return self.mutakhir.realisasi_teks if self.mutakhir else ""
        return self.isi.nilai.teks if self.isi else ""


@dataclass(frozen=True, slots=True)
class BarisKisi:
    """One indicator of the grid; ``setahun`` is the year that its periods make so far."""

    butir: Butir
    sel: tuple[SelKisi, ...]
    setahun: CapaianMutakhir | None


@dataclass(frozen=True, slots=True)
class KisiTampak:
    """The grid of a year, and the four sheets it is made of."""

    triwulan: tuple[TriwulanTampak, ...]
    baris: tuple[BarisKisi, ...]

    @property
    def berisi(self) -> int:
        """Cells that may be typed today."""
        return sum(s.boleh for b in self.baris for s in (*b.sel, *_bagian(b)))


def _bagian(b: BarisKisi) -> list[SelKisi]:
    return [m for s in b.sel for m in s.bagian]


def kisi_tahun(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> KisiTampak:
    """The year of a unit. Four queries, one more for a pengampu data."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    t = TahunUnit.muat(unit.id, tahun)
    if t.tahun != t.kalender.setahun.tahun:
        raise TidakDitemukan(_("Tahun %s di luar jangkauan.") % tahun)
    penyusun = _Penyusun(lingkup, unit, t)
    baris = tuple(penyusun.baris(b) for b in t.butir.values())
    return KisiTampak(tuple(penyusun.setahun.triwulan.values()), baris)


class _Penyusun:
    def __init__(self, lingkup: Lingkup, unit: UnitTampak, t: TahunUnit) -> None:
        self.t = t
        self.setahun: Setahun = baca_setahun(lingkup.instansi_id, unit.id, t.kalender)
        self.capaian, self.tahun_lalu = _capaian(t)
        self.tertutup = {n: _sebab(lingkup, unit, s) for n, s in self.setahun.triwulan.items()}
        self.milik = hak_isi(lingkup, unit, t.butir.values())
        self.terbuka = [n for n, sebab in self.tertutup.items() if not sebab]

    def baris(self, b: Butir) -> BarisKisi:
        deret = (self.t.kalender.setahun,) if b.komposit else self.deret(b)
        sel = tuple(self.sel(b, p) for p in deret)
        for kiri, kanan in pairwise(sel):
            kanan.lalu = kiri.teks
        setahun = self.capaian.get((b.versi.indikator_id, self.t.kalender.setahun.pk))
        return BarisKisi(b, sel, setahun)

    def deret(self, b: Butir) -> tuple[Periode, ...]:
        return self.t.kalender.periode(b.versi.frekuensi)

    def sel(self, b: Butir, p: Periode) -> SelKisi:
        r = b.realisasi.get(p.pk)
        n = self._lembar(p, r)
        target = b.target_untuk(p.pk)
        i = b.versi.indikator_id
        hasil = SelKisi(
            butir=b,
            periode=p,
            triwulan=n,
            lebar=LEBAR.get(JenisPeriode(p.jenis), 1),
            realisasi=r,
            isi=b.isi.get(p.pk),
            target=target.teks if target else "",
            mutakhir=self.capaian.get((i, p.pk)),
            tahun_lalu=self.tahun_lalu.get((i, kode_periode(p.jenis, p.nomor)), ""),
            komentar=self.setahun.komentar.get(n, {}).get(i),
        )
        hasil.alasan = self._alasan(b, r, n)
        if b.bulanan:
            hasil.bagian = [self._bulan(hasil, m) for m in self.t.kalender.bulan_dari(p)]
            hasil.alasan = hasil.alasan or _("Dihitung dari bulannya.")
        return hasil

    def _bulan(self, induk: SelKisi, p: Periode) -> SelKisi:
        b = induk.butir
        r = b.realisasi.get(p.pk)
        return SelKisi(
            butir=b,
            periode=p,
            triwulan=induk.triwulan,
            lebar=1,
            realisasi=r,
            isi=b.isi.get(p.pk),
            target="",
            alasan=induk.alasan or self._alasan(b, r, induk.triwulan),
            bulan=p.nomor,
        )

    def _lembar(self, p: Periode, r: Realisasi | None) -> int:
        """The quarter on whose sheet a period stands; a year that came early, on an earlier one."""
        if p.jenis == JenisPeriode.TRIWULAN:
            return p.nomor
        if p.jenis == JenisPeriode.SEMESTER:
            return 2 * p.nomor
        if r is not None and r.lembar_id is not None:
            return self.setahun.nomor.get(r.lembar_id, 4)
        return max(self.terbuka, default=4)

    def _alasan(self, b: Butir, r: Realisasi | None, n: int) -> str:
        """Why a cell takes nothing today; empty where it does."""
        if b.komposit:
            return _("Dihitung dari indikator lain.")
        if sebab := self.tertutup[n]:
            return sebab
        if b.kode not in self.milik:
            return _("Angka ini diampu jabatan lain.")
        if b.versi.cara == CaraUkur.SURVEI:
            return _("Diisi pada lembar triwulan, dari sembilan unsur survei.")
        if r is not None and r.keadaan not in ANGKA_BEBAS:
            return _("Angka ini %s, jadi tidak dapat diubah.") % KeadaanRealisasi(r.keadaan).label
        return ""


def _sebab(lingkup: Lingkup, unit: UnitTampak, s: TriwulanTampak) -> str:
    """Why nothing on a sheet may be typed today; empty where it may."""
    boleh, alasan = dapat_disunting(lingkup, unit, s.lembar, s.hari)
    if boleh:
        return ""
    if alasan:
        return alasan
    keadaan = s.lembar.keadaan if s.lembar else KeadaanLembar.KONSEP
    if keadaan == KeadaanLembar.KONSEP:
        return _("Anda tidak mengisi pengukuran unit ini.")
    return _("Lembarnya %s.") % KeadaanLembar(keadaan).label


Menurut = Mapping[tuple[int, int], CapaianMutakhir]


def _capaian(t: TahunUnit) -> tuple[Menurut, dict[tuple[int, str], str]]:
    """Capaian of this year by period, and last year's figures by the name of theirs. One query."""
    dulu = {
        p.pk: kode_periode(p.jenis, p.nomor)
        for p in (kalender_tahun(t.tahun - 1).semua if tahun_ada(t.tahun - 1) else ())
    }
    kini: dict[tuple[int, int], CapaianMutakhir] = {}
    lalu: dict[tuple[int, str], str] = {}
    for m in CapaianMutakhir.objects.filter(
        unit_id=t.unit_id, periode_id__in=[*(p.pk for p in t.kalender.semua), *dulu]
    ):
        if m.periode_id in dulu:
            lalu[m.indikator_id, dulu[m.periode_id]] = m.realisasi_teks
        else:
            kini[m.indikator_id, m.periode_id] = m
    return kini, lalu
