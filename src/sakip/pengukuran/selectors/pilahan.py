"""Breakdowns of figures as pages show them, and the categories a dimension has here."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisUnit, SusunanUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.pilahan import (
    DESA,
    KECAMATAN,
    SEBUTAN,
    TETAP,
    TIDAK_DIKETAHUI,
    Selisih,
    komponen_pilahan,
    selisih_pilahan,
)
from sakip.pengukuran.models import (
    CapaianSnapshot,
    NilaiKomponen,
    ObjekPeriksa,
    PilahanAngka,
)
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.perencanaan.models import IndikatorVersi


@dataclass(frozen=True, slots=True)
class PilahanTampak:
    """One dimension of a figure: categories by code, stored parts, and what does not add up."""

    dimensi: str
    sebutan: str
    komponen: tuple[str, ...]
    kategori: Mapping[str, str]
    bagian: Mapping[str, Mapping[str, Decimal]]
    selisih: tuple[Selisih, ...]
    penjelasan: str
    versi: int

    @property
    def terjawab(self) -> bool:
        """Its parts make the whole, or somebody said why not; nothing entered is no fault."""
        return self.versi == 0 or not self.selisih or bool(self.penjelasan)


def kategori_pilahan(instansi_id: int, unit_id: int, dimensi: str) -> dict[str, str]:
    """Categories of a dimension with *tidak diketahui* last; none for an unknown one.

    At most one query: kecamatan are the government's units, desa the objects the unit inspects.
    """
    isi: Iterable[tuple[str, object]] = TETAP.get(dimensi, ())
    if dimensi == KECAMATAN:
        isi = (
            SusunanUnit.objects.filter(
                instansi_id=instansi_id,
                unit__jenis=JenisUnit.KECAMATAN,
                arsip=False,
                masa__endswith=None,
            )
            .order_by("nama")
            .values_list("unit__slug", "nama")
        )
    elif dimensi == DESA:
        nama = (
            ObjekPeriksa.objects.filter(instansi_id=instansi_id, indikator__unit_id=unit_id)
            .order_by("nama")
            .values_list("nama", flat=True)
            .distinct()
        )
        isi = [(n[:60], n) for n in nama]
    hasil = {kode: str(sebutan) for kode, sebutan in isi}
    return {**hasil, TIDAK_DIKETAHUI: _("tidak diketahui")} if hasil else {}


def pilahan_angka(
    lingkup: Lingkup,
    unit: UnitTampak,
    versi: IndikatorVersi,
    nilai: NilaiBaru | None,
    realisasi_id: int | None,
) -> list[PilahanTampak]:
    """Every dimension an indicator is broken down by, with what was entered. Some three queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    ada = _tersimpan([] if realisasi_id is None else [realisasi_id])
    hasil = []
    for dimensi in versi.pilahan:
        kategori = kategori_pilahan(lingkup.instansi_id, unit.id, dimensi)
        komponen = komponen_pilahan(versi.jenis_nilai)
        if not kategori or not komponen:
            continue
        p = ada.get((realisasi_id, dimensi))
        bagian = _bagian(p)
        # A category that is gone since keeps what was entered under it.
        asing = {k: k for k in bagian if k not in kategori}
        hasil.append(
            PilahanTampak(
                dimensi=dimensi,
                sebutan=str(SEBUTAN[dimensi]),
                komponen=komponen,
                kategori={**asing, **kategori},
                bagian=bagian,
                selisih=selisih_pilahan(nilai, bagian) if p and nilai else (),
                penjelasan=p.penjelasan if p else "",
                versi=p.versi if p else 0,
            )
        )
    return hasil


def pilahan_snapshot(
    lingkup: Lingkup, unit: UnitTampak, s: CapaianSnapshot, versi: IndikatorVersi
) -> list[PilahanTampak]:
    """What was entered of the figure behind a snapshot, by dimension. Some four queries.

    None where nothing is broken down at all.
    """
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    if not versi.pilahan:
        return []
    isi = dict(
        NilaiKomponen.objects.filter(realisasi_id=s.realisasi_id, rincian=0).values_list(
            "komponen", "nilai"
        )
    )
    utama = isi.get("nilai", isi.get("pembilang"))
    nilai = None if utama is None else NilaiBaru(s.realisasi.teks, utama, isi.get("penyebut"))
    semua = pilahan_angka(lingkup, unit, versi, nilai, s.realisasi_id)
    return [p for p in semua if p.bagian]


def pilahan_janggal(t: TahunUnit, periode: Collection[int]) -> dict[str, list[str]]:
    """Dimensions whose parts do not make the figure and were not answered for, by indicator.

    None or one query: only where something is broken down at all.
    """
    dipilah = {b.kode: b for b in t.butir.values() if b.versi.pilahan}
    pasangan = {
        r.pk: (b, b.isi.get(p))
        for b in dipilah.values()
        for p in periode
        if (r := b.realisasi.get(p)) is not None
    }
    hasil: dict[str, list[str]] = {}
    for (_id, dimensi), p in _tersimpan(pasangan).items():
        b, isi = pasangan[p.realisasi_id]
        if isi and not p.penjelasan and selisih_pilahan(isi.nilai, _bagian(p)):
            hasil.setdefault(b.kode, []).append(str(SEBUTAN.get(dimensi, dimensi)))
    return hasil


def _tersimpan(realisasi_id: Collection[int]) -> dict[tuple[int | None, str], PilahanAngka]:
    """Breakdowns with their parts. Two queries, none without figures."""
    if not realisasi_id:
        return {}
    return {
        (p.realisasi_id, p.dimensi): p
        for p in PilahanAngka.objects.filter(realisasi_id__in=realisasi_id).prefetch_related(
            "bagian"
        )
    }


def _bagian(p: PilahanAngka | None) -> dict[str, dict[str, Decimal]]:
    hasil: dict[str, dict[str, Decimal]] = {}
    for b in p.bagian.all() if p else ():
        hasil.setdefault(b.kategori, {})[b.komponen] = b.nilai
    return hasil
