"""Down from a unit: its sasaran, its posts, one indicator with its trend and its year's end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.gulung import Bagian, Gulungan, gulung_capaian
from sakip.pengukuran.models import BERJALAN, CapaianMutakhir
from sakip.pengukuran.selectors.pimpinan import (
    KOLOM_ANGKA,
    KOLOM_LETAK,
    KOLOM_NILAI,
    KOLOM_PERIODE,
    AngkaUnit,
    dari_kolom,
)
from sakip.pengukuran.selectors.rencana import rencana_berlaku
from sakip.pengukuran.selectors.tahun import Kalender, kalender_tahun
from sakip.perencanaan.models import IndikatorVersi, SimpulVersi

TAHUN_KALENDER = range(2000, 2061)  # the years the calendar was laid for


@dataclass(frozen=True, slots=True)
class Pos:
    """The post that answers for an indicator, and the unit it stands in."""

    uuid: str
    nama: str
    unit: str


@dataclass(frozen=True, slots=True)
class IndikatorUnit:
    """One promise of a unit's year: its newest row that counts, else its newest, else none.

    ``jatuh_tempo``: whether a figure could be there by now. ``menyusul``: a later row is on its
    way to being approved.
    """

    kode: str
    nama: str
    iku: bool
    simpul: tuple[int, int] | None
    pos: Pos | None
    angka: AngkaUnit | None
    jatuh_tempo: bool
    menyusul: AngkaUnit | None = None

    @property
    def sah(self) -> bool:
        """Whether it stands in no conclusion's way: it counts, or cannot be there yet."""
        if self.angka is None:
            return not self.jatuh_tempo
        return not self.angka.belum

    def bagian(self) -> Bagian:
        if self.angka is None:
            status = "belum_diisi" if self.jatuh_tempo else "belum_waktunya"
            return Bagian(self.nama, status, None, sah=self.sah)
        return Bagian(self.nama, self.angka.status, self.angka.capaian, sah=self.sah)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Indicators that belong together, and what they come to: a sasaran, or a post."""

    kunci: str
    judul: str
    keterangan: str
    indikator: tuple[IndikatorUnit, ...]
    gulungan: Gulungan
    kategori: str


@dataclass(slots=True)
class TelusurUnit:
    """A unit's year to go down into."""

    indikator: list[IndikatorUnit]
    sasaran: list[Kelompok] = field(default_factory=list)
    bagian: list[Kelompok] = field(default_factory=list)
    semua: Gulungan | None = None


def telusur_unit(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> TelusurUnit:
    """A unit's year by sasaran and by post. At most six queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    if tahun not in TAHUN_KALENDER:
        raise TidakDitemukan(_("Tahun %s di luar kalender.") % tahun)
    kalender = kalender_tahun(tahun)
    daftar = _indikator(unit, kalender, lingkup.pada)
    hasil = TelusurUnit(daftar)
    if not daftar:
        return hasil
    akhir = kalender.setahun.selesai
    nama = _nama_simpul({i.simpul for i in daftar if i.simpul})
    hasil.semua = _gulung(daftar, akhir)
    hasil.sasaran = [
        _kelompok(str(kunci), *nama.get(kunci, (_("Tanpa sasaran tercatat"), "")), isi, akhir)
        for kunci, isi in _menurut(daftar, lambda i: i.simpul or (0, 0)).items()
    ]
    hasil.bagian = [
        _kelompok(
            pos.uuid if pos else "",
            pos.nama if pos else _("Tanpa penanggung jawab tercatat"),
            pos.unit if pos else "",
            isi,
            akhir,
        )
        for pos, isi in _menurut(daftar, lambda i: i.pos).items()
    ]
    return hasil


def _menurut(daftar: Iterable[IndikatorUnit], kunci: Any) -> dict[Any, list[IndikatorUnit]]:
    hasil: dict[Any, list[IndikatorUnit]] = {}
    for i in daftar:
        hasil.setdefault(kunci(i), []).append(i)
    return hasil


def _kelompok(
    kunci: str, judul: str, keterangan: str, isi: Sequence[IndikatorUnit], akhir: date
) -> Kelompok:
    g = _gulung(isi, akhir)
    return Kelompok(kunci, judul, keterangan, tuple(isi), g, kaidah.kategori(g.capaian, akhir))


def _gulung(isi: Sequence[IndikatorUnit], akhir: date) -> Gulungan:
    return gulung_capaian([i.bagian() for i in isi], kaidah=kaidah.kaidah_untuk(akhir, None))


KOLOM_RENCANA = (
    "indikator_versi__iku",
    "indikator_versi__simpul_id",
    "indikator_versi__dokumen_versi_id",
    "indikator_versi__pengampu__uuid",
    "indikator_versi__pengampu__nama",
)


def _indikator(unit: UnitTampak, kalender: Kalender, pada: date) -> list[IndikatorUnit]:
    """What was promised and what was measured, each once, in the order of the document."""
    baris = _baris(unit, kalender.setahun.tahun)
    janji = {v.indikator.kode: v for v in _janji(unit, kalender)}
    urutan = [*janji, *(k for k in baris if k not in janji)]
    hasil = []
    for kode in urutan:
        semua = baris.get(kode, [])
        sah = [a for a, _r in semua if not a.belum]
        angka = sah[-1] if sah else semua[-1][0] if semua else None
        nanti = [
            a for a, _r in semua if angka and a.urut > angka.urut and a.belum not in {"", BERJALAN}
        ]
        letak = _letak_janji(janji[kode]) if kode in janji else _letak_baris(semua[-1][1])
        frekuensi = janji[kode].frekuensi if kode in janji else semua[-1][0].frekuensi
        hasil.append(
            IndikatorUnit(
                kode,
                janji[kode].nama if kode in janji else semua[-1][0].nama,
                *letak,
                angka,
                jatuh_tempo=any(p.selesai < pada for p in kalender.periode(frekuensi)),
                menyusul=nanti[0] if nanti else None,
            )
        )
    return hasil


def _janji(unit: UnitTampak, kalender: Kalender) -> Sequence[IndikatorVersi]:
    rencana, ditarik = rencana_berlaku(unit.id, kalender.setahun)
    bertarget = {t.indikator_id for t in rencana.target if t.periode_id == kalender.setahun.pk}
    return [
        v
        for v in rencana.indikator
        if v.indikator_id not in ditarik and v.indikator_id in bertarget
    ]


def _baris(unit: UnitTampak, tahun: int) -> dict[str, list[tuple[AngkaUnit, tuple[Any, ...]]]]:
    """Rows of a unit's year by code, the latest period last. One query."""
    hasil: dict[str, list[tuple[AngkaUnit, tuple[Any, ...]]]] = {}
    n = len(KOLOM_RENCANA)
    for b in (
        CapaianMutakhir.objects.filter(unit_id=unit.id, tahun=tahun)
        .annotate(nama_unit=F("unit__kode"))
        .order_by("periode__selesai", "-periode__mulai", "indikator_versi__urutan", "indikator_id")
        .values_list(*KOLOM_RENCANA, *KOLOM_ANGKA, *KOLOM_PERIODE, *KOLOM_NILAI, *KOLOM_LETAK)
    ):
        angka = dari_kolom(b[n:])
        hasil.setdefault(angka.kode, []).append((angka, b[:n]))
    return hasil


def _letak_janji(v: IndikatorVersi) -> tuple[bool, tuple[int, int] | None, Pos | None]:
    pos = Pos(str(v.pengampu.uuid), v.pengampu.nama, "") if v.pengampu else None
    return v.iku, (v.dokumen_versi_id, v.simpul_id) if v.simpul_id else None, pos


def _letak_baris(r: tuple[Any, ...]) -> tuple[bool, tuple[int, int] | None, Pos | None]:
    iku, simpul, dokumen, uuid, nama = r
    return iku, (dokumen, simpul) if simpul else None, Pos(str(uuid), nama, "") if uuid else None


def _nama_simpul(kunci: Iterable[tuple[int, int]]) -> Mapping[tuple[int, int], tuple[str, str]]:
    """What the nodes of these (version, node) say, and their kind. One query."""
    daftar = set(kunci)
    return {
        (v.dokumen_versi_id, v.simpul_id): (v.uraian, str(v.get_jenis_display()))
        for v in SimpulVersi.objects.filter(
            dokumen_versi_id__in={d for d, _s in daftar}, simpul_id__in={s for _d, s in daftar}
        ).only("dokumen_versi_id", "simpul_id", "uraian", "jenis")
    }


def kelompok_pos(telusur: TelusurUnit, kunci: str) -> Kelompok:
    """The group of one post (empty: those without any), or ``TidakDitemukan``. No query."""
    satu = next((k for k in telusur.bagian if k.kunci == kunci), None)
    if satu is None:
        raise TidakDitemukan(_("Bagian itu tidak mengampu indikator unit ini."))
    return satu
