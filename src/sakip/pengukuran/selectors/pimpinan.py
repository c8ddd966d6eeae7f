"""What the head of the region reads: only figures that count, and plainly what does not yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import F

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisPeriode
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.gulung import Bagian, Gulungan, gulung_capaian
from sakip.pengukuran.models import (
    BERJALAN,
    SAH,
    CapaianMutakhir,
    Prioritas,
    RingkasanUnit,
    VersiSah,
    belum_sah,
)
from sakip.pengukuran.selectors.ringkasan import PeriodeBerangka, Ringkasan, ringkas
from sakip.pengukuran.selectors.tabel import dalam_jangkauan

PRIORITAS_BAWAAN = 5
TAHUN_TREN = 5
CALON_MAKS = 200


@dataclass(frozen=True, slots=True)
class PeriodeTahun(PeriodeBerangka):
    """A period with the day it ends."""

    selesai: date


@dataclass(frozen=True, slots=True)
class AngkaUnit:
    """One row of one unit as the head of the region reads it. ``belum``: see ``belum_sah``."""

    unit_id: int
    indikator_id: int
    kode: str
    nama: str
    satuan: str
    arah: str
    agregasi: str
    jenis_nilai: str
    skala: str
    frekuensi: str
    periode: PeriodeTahun
    target_teks: str
    realisasi_teks: str
    status: str
    kategori: str
    capaian: Decimal | None
    snapshot_uuid: UUID
    sifat: str
    belum: str
    nama_unit: str
    slug_unit: str

    @property
    def urut(self) -> tuple[date, int]:
        """Later periods last; the year after its own last quarter."""
        return self.periode.selesai, int(self.periode.jenis == "tahun")


@dataclass(frozen=True, slots=True)
class Kartu:
    """A priority: the newest period that counts, over all units that answer for the indicator.

    ``utama`` is the row that names it; ``gulungan`` says how many of its units count there and
    what they give together; ``menyusul`` is a later period that is on its way. ``alasan`` is why it
    was pinned; empty where it stands here by default.
    """

    utama: AngkaUnit
    semua: tuple[AngkaUnit, ...]
    gulungan: Gulungan | None
    kategori: str
    menyusul: PeriodeTahun | None
    alasan: str

    @property
    def tunggal(self) -> bool:
        return len(self.semua) == 1

    @property
    def capaian(self) -> Decimal | None:
        """What it comes to; ``None`` while no conclusion may be drawn."""
        return self.gulungan.capaian if self.gulungan else None


KOLOM_ANGKA = (
    "unit_id",
    "indikator_id",
    "indikator__kode",
    "indikator_versi__nama",
    "indikator_versi__satuan",
    "indikator_versi__arah",
    "indikator_versi__agregasi",
    "indikator_versi__jenis_nilai",
    "indikator_versi__skala",
    "indikator_versi__frekuensi",
)
KOLOM_PERIODE = (
    "periode_id",
    "tahun",
    "periode__jenis",
    "periode__nomor",
    "periode__selesai",
)
KOLOM_NILAI = (
    "target_teks",
    "realisasi_teks",
    "status",
    "kategori",
    "capaian",
    "snapshot_uuid",
    "sifat",
)
KOLOM_LETAK = ("keadaan", "sementara", "nama_unit", "unit__slug")


def versi_sah(lingkup: Lingkup) -> dict[int, int]:
    """The counter of what counts, by year: what the pages of the leader are kept by. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA)
    return dict(
        VersiSah.objects.filter(instansi_id=lingkup.instansi_id).values_list("tahun", "nomor")
    )


def ringkasan_tahun(lingkup: Lingkup, tahun: int) -> dict[PeriodeTahun, dict[int, Ringkasan]]:
    """Summaries of every period of a year by unit, in calendar order. One query."""
    hasil: dict[PeriodeTahun, dict[int, Ringkasan]] = {}
    for r in (
        RingkasanUnit.objects.filter(dalam_jangkauan(lingkup), periode__tahun=tahun, jumlah__gt=0)
        .select_related("periode")
        .order_by("periode__selesai", "-periode__mulai", "unit_id")
    ):
        p = r.periode
        periode = PeriodeTahun(p.pk, p.tahun, p.jenis, p.nomor, p.selesai)
        hasil.setdefault(periode, {})[r.unit_id] = ringkas(r)
    return hasil


def periode_terhitung(
    ringkasan: Mapping[PeriodeTahun, Mapping[int, Ringkasan]], pada: date
) -> PeriodeTahun | None:
    """The newest period that is over and in which something counts; else any such. No query.

    A year that runs may hold a figure that came early; it says nothing of the year yet.
    """
    ada = [p for p, isi in ringkasan.items() if any(r.terhitung for r in isi.values())]
    lewat = [p for p in ada if p.selesai < pada]
    return lewat[-1] if lewat else ada[-1] if ada else None


def tahun_terhitung(lingkup: Lingkup) -> list[int]:
    """Years in which something counts, the newest first. One query."""
    ada = RingkasanUnit.objects.filter(dalam_jangkauan(lingkup), terhitung__gt=0)
    return sorted(set(ada.values_list("periode__tahun", flat=True).order_by()), reverse=True)


def daftar_prioritas(lingkup: Lingkup, tahun: int) -> list[Prioritas]:
    """What was pinned for a year and not taken off again, in order. One query."""
    lingkup.wajib(Tindakan.LIHAT_RINGKASAN_PIMPINAN)
    return list(
        Prioritas.objects.filter(
            instansi_id=lingkup.instansi_id, tahun=tahun, dilepas_pada__isnull=True
        )
        .select_related("indikator__unit")
        .order_by("urutan")
    )


def calon_prioritas(lingkup: Lingkup, tahun: int) -> list[tuple[str, str]]:
    """What a planner can pin: (``unit/kode``, words), the IKU measured in that year.

    One query. The same code of many units is listed once, by the unit that stands highest.
    """
    lingkup.wajib(Tindakan.ATUR_PRIORITAS)
    baris = (
        CapaianMutakhir.objects.filter(
            dalam_jangkauan(lingkup), tahun=tahun, indikator_versi__iku=True
        )
        .order_by("unit__susunan__kedalaman", "unit__susunan__urutan", "indikator_versi__nama")
        .values_list(
            "unit__slug", "indikator__kode", "indikator_versi__nama", "unit__susunan__nama"
        )
    )
    hasil: dict[str, tuple[str, str]] = {}
    for slug, kode, nama, unit in baris:
        hasil.setdefault(kode, (f"{slug}/{kode}", f"{nama} · {unit}"))
    return list(hasil.values())[:CALON_MAKS]


def kode_bawaan(
    lingkup: Lingkup, tahun: int, pemda_id: int, periode: PeriodeTahun
) -> tuple[list[str], str]:
    """What stands first where nothing is pinned, and whose: ``pemda`` or ``unit``. Two queries.

    The IKU of the government furthest from their targets; where none of them counts, the IKU of
    its units in that period; where none is marked as IKU, any indicator.
    """
    semua = CapaianMutakhir.objects.filter(dalam_jangkauan(lingkup), SAH, tahun=tahun)
    sendiri = _kode(semua.filter(unit_id=pemda_id))
    if sendiri:
        return sendiri, "pemda"
    return _kode(semua.filter(periode_id=periode.periode_id)), "unit"


def _kode(baris: Any) -> list[str]:
    """At most five codes, IKU alone where there are any, the lowest capaian first."""
    urut = baris.order_by(
        F("indikator_versi__iku").desc(), F("capaian").asc(nulls_last=True), "indikator_id"
    ).values_list("indikator__kode", "indikator_versi__iku")[: PRIORITAS_BAWAAN * 40]
    daftar = list(urut)
    if any(iku for _kode, iku in daftar):
        daftar = [d for d in daftar if d[1]]
    return list(dict.fromkeys(kode for kode, _iku in daftar))[:PRIORITAS_BAWAAN]


def angka_indikator(
    lingkup: Lingkup, tahun: int, kode: Iterable[str]
) -> dict[str, list[AngkaUnit]]:
    """Every row of these indicators in a year, of all units in reach, by code. One query."""
    hasil: dict[str, list[AngkaUnit]] = {}
    for b in (
        CapaianMutakhir.objects.filter(
            dalam_jangkauan(lingkup), tahun=tahun, indikator__kode__in=list(kode)
        )
        .annotate(nama_unit=F("unit__susunan__nama"))
        .order_by("periode__selesai", "-periode__mulai", "unit_id")
        .values_list(*KOLOM_ANGKA, *KOLOM_PERIODE, *KOLOM_NILAI, *KOLOM_LETAK)
    ):
        satu = dari_kolom(b)
        hasil.setdefault(satu.kode, []).append(satu)
    return hasil


def dari_kolom(b: tuple[Any, ...]) -> AngkaUnit:
    """A row as the four groups of columns above give it. No query."""
    n, p = len(KOLOM_ANGKA), len(KOLOM_ANGKA) + len(KOLOM_PERIODE)
    *nilai, keadaan, sementara, nama_unit, slug = b[p:]
    letak = (belum_sah(keadaan, sementara), nama_unit, slug)
    return AngkaUnit(*(*b[:n], PeriodeTahun(*b[n:p]), *nilai, *letak))


def tren_tahunan(
    lingkup: Lingkup, indikator: Iterable[int], tahun: int
) -> dict[int, tuple[Decimal | None, ...]]:
    """Capaian of five years by indicator, of what counts; gaps are ``None``. One query."""
    hasil: dict[int, dict[int, Decimal | None]] = {}
    for i, t, c in CapaianMutakhir.objects.filter(
        dalam_jangkauan(lingkup),
        SAH,
        indikator_id__in=list(indikator),
        periode__jenis=JenisPeriode.TAHUN,
        tahun__range=(tahun - TAHUN_TREN + 1, tahun),
    ).values_list("indikator_id", "tahun", "capaian"):
        hasil.setdefault(i, {})[t] = c
    return {
        i: tuple(isi.get(t) for t in range(tahun - TAHUN_TREN + 1, tahun + 1))
        for i, isi in hasil.items()
    }


def kartu_prioritas(
    angka: Mapping[str, Sequence[AngkaUnit]], kode: Sequence[str], alasan: Mapping[str, str]
) -> list[Kartu]:
    """A card for each code that has any figure, in the order of the codes. No query."""
    return [_kartu(angka[k], alasan.get(k, "")) for k in kode if angka.get(k)]


def _kartu(baris: Sequence[AngkaUnit], alasan: str) -> Kartu:
    sah = [b for b in baris if not b.belum and b.status == "terhitung"]
    akhir = max((b.urut for b in sah), default=None)
    menurut_unit = {b.unit_id: b for b in baris}
    if akhir is None:
        # Nothing counts yet: its newest row names it, and no number is said.
        semua = tuple(menurut_unit.values())
        return Kartu(semua[-1], semua, None, "", None, alasan)
    kini = {b.unit_id: b for b in baris if b.urut == akhir}
    semua = tuple(kini.get(u, lain) for u, lain in menurut_unit.items())
    utama = next(b for b in sah if b.urut == akhir)
    gulungan = gulung_capaian(
        [
            Bagian(b.nama_unit, b.status, b.capaian, sah=not b.belum and b.urut == akhir)
            for b in semua
        ],
        kaidah=kaidah.kaidah_untuk(utama.periode.selesai, None),
    )
    nanti = [b.periode for b in baris if b.urut > akhir and b.belum not in {"", BERJALAN}]
    return Kartu(
        utama,
        semua,
        gulungan,
        kaidah.kategori(gulungan.capaian, utama.periode.selesai),
        nanti[0] if nanti else None,
        alasan,
    )


def kategori_rata(r: Ringkasan, pada: date) -> str:
    """Category of a unit's mean, only where all its figures are there and count. No query."""
    if not unit_lengkap(r) or r.rata_rata is None:
        return ""
    return kaidah.kategori(r.rata_rata, pada)


def unit_lengkap(r: Ringkasan) -> bool:
    """Whether a conclusion may be drawn on a unit's period (tafsir-0214)."""
    return r.terhitung > 0 and r.sementara == 0 and r.belum_diisi == 0
