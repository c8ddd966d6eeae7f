"""Reads of measurement: one unit's year, the pemda at a glance, the regency-wide table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import CapaianMutakhir, CapaianSnapshot, RingkasanUnit

TAHUN_TREN = 5  # how many years a trend shows, the chosen one included
URUTAN = {
    "unit": "unit__susunan__nama",
    "indikator": "indikator_versi__nama",
    "capaian": "capaian",
    "status": "status",
}


@dataclass(frozen=True, slots=True)
class Titik:
    """One year of a trend; ``capaian`` is ``None`` where there is no number."""

    tahun: int
    capaian: Decimal | None


@dataclass(frozen=True, slots=True)
class BarisKinerja:
    """One indicator of a unit in one period, with its trend."""

    mutakhir: CapaianMutakhir
    nama: str
    satuan: str
    arah: str
    snapshot_uuid: UUID
    capaian_tercetak: str
    rumus_tercetak: str
    catatan: str
    tren: tuple[Titik, ...]


def kinerja_unit(lingkup: Lingkup, unit: UnitTampak, periode: Periode) -> list[BarisKinerja]:
    """All indicators of a unit in one period, each with its trend of five years. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    baris = list(
        CapaianMutakhir.objects.filter(unit_id=unit.id, periode=periode)
        .select_related("indikator_versi", "snapshot__realisasi")
        .order_by("-indikator_versi__iku", "indikator_versi__nama", "id")
    )
    tahun = range(periode.tahun - TAHUN_TREN + 1, periode.tahun + 1)
    lalu: dict[tuple[int, int], Decimal | None] = {
        (i, t): c
        for i, t, c in CapaianMutakhir.objects.filter(
            unit_id=unit.id,
            periode__jenis=periode.jenis,
            periode__nomor=periode.nomor,
            tahun__in=tahun,
        ).values_list("indikator_id", "tahun", "capaian")
    }
    return [
        BarisKinerja(
            mutakhir=m,
            nama=m.indikator_versi.nama,
            satuan=m.indikator_versi.satuan,
            arah=m.indikator_versi.arah,
            snapshot_uuid=m.snapshot.uuid,
            capaian_tercetak=m.snapshot.realisasi.capaian_tercetak,
            rumus_tercetak=m.snapshot.realisasi.rumus_tercetak,
            catatan=m.snapshot.realisasi.catatan,
            tren=tuple(Titik(t, lalu.get((m.indikator_id, t))) for t in tahun),
        )
        for m in baris
    ]


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """A unit's period in a few numbers; the mean is over computed figures only."""

    unit_id: int
    jumlah: int
    terhitung: int
    tercapai: int
    belum_diisi: int
    jumlah_capaian: Decimal
    menurut_kategori: dict[str, int]

    @property
    def rata_rata(self) -> Decimal | None:
        """Unweighted mean of the computed capaian, exact as ``Decimal``; ``None`` without any."""
        return self.jumlah_capaian / self.terhitung if self.terhitung > 0 else None


def ringkasan_unit(
    lingkup: Lingkup, unit: Sequence[UnitTampak], periode: Periode
) -> dict[int, Ringkasan]:
    """Summaries of these units (those in the caller's reach), by unit id. One query."""
    boleh = [u.id for u in unit if lingkup.boleh(Tindakan.LIHAT_KINERJA, u.jalur)]
    return {
        r.unit_id: Ringkasan(
            unit_id=r.unit_id,
            jumlah=r.jumlah,
            terhitung=r.terhitung,
            tercapai=r.tercapai,
            belum_diisi=r.belum_diisi,
            jumlah_capaian=r.jumlah_capaian,
            menurut_kategori=r.menurut_kategori,
        )
        for r in RingkasanUnit.objects.filter(unit_id__in=boleh, periode=periode, jumlah__gt=0)
    }


def jumlahkan(ringkasan: Sequence[Ringkasan]) -> Ringkasan:
    """Add summaries: sums of sums, never a mean of means."""
    kategori: dict[str, int] = {}
    for r in ringkasan:
        for kode, n in r.menurut_kategori.items():
            kategori[kode] = kategori.get(kode, 0) + n
    return Ringkasan(
        unit_id=0,
        jumlah=sum(r.jumlah for r in ringkasan),
        terhitung=sum(r.terhitung for r in ringkasan),
        tercapai=sum(r.tercapai for r in ringkasan),
        belum_diisi=sum(r.belum_diisi for r in ringkasan),
        jumlah_capaian=sum((r.jumlah_capaian for r in ringkasan), Decimal(0)),
        menurut_kategori=kategori,
    )


def tahun_berisi(lingkup: Lingkup, unit_id: int | None = None) -> list[int]:
    """Years with figures, the newest first. One query over the summaries."""
    ada = RingkasanUnit.objects.filter(instansi_id=lingkup.instansi_id, jumlah__gt=0)
    if unit_id is not None:
        ada = ada.filter(unit_id=unit_id)
    return list(ada.order_by("-periode__tahun").values_list("periode__tahun", flat=True).distinct())


def periode_berisi(lingkup: Lingkup, tahun: int, unit_id: int | None = None) -> list[Periode]:
    """Periods of a year that have figures, in calendar order. One query."""
    ada = RingkasanUnit.objects.filter(
        instansi_id=lingkup.instansi_id, periode__tahun=tahun, jumlah__gt=0
    )
    if unit_id is not None:
        ada = ada.filter(unit_id=unit_id)
    return list(
        Periode.objects.filter(pk__in=ada.values("periode_id")).order_by("-selesai", "mulai")
    )


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the regency-wide table shows; everything of it stands in the address."""

    periode: Periode
    unit: str = ""
    status: str = ""
    kategori: str = ""
    cari: str = ""
    urut: str = "unit"


def tabel_kinerja(lingkup: Lingkup, saringan: Saringan) -> QuerySet[CapaianMutakhir]:
    """Rows of the regency-wide table in the caller's reach, sorted. One query a page."""
    baris = CapaianMutakhir.objects.filter(
        _dalam_jangkauan(lingkup),
        instansi_id=lingkup.instansi_id,
        periode=saringan.periode,
        unit__susunan__masa__contains=lingkup.pada,
    )
    if saringan.unit:
        baris = baris.filter(unit__slug=saringan.unit)
    if saringan.status:
        baris = baris.filter(status=saringan.status)
    if saringan.kategori:
        baris = baris.filter(kategori=saringan.kategori)
    if saringan.cari:
        baris = baris.filter(indikator_versi__nama__icontains=saringan.cari)
    nama = saringan.urut.lstrip("-")
    kolom = F(URUTAN.get(nama, URUTAN["unit"]))
    arah = (
        kolom.desc(nulls_last=True) if saringan.urut.startswith("-") else kolom.asc(nulls_last=True)
    )
    return (
        baris.select_related("indikator_versi", "snapshot")
        .annotate(nama_unit=F("unit__susunan__nama"), slug_unit=F("unit__slug"))
        .order_by(arah, "indikator_id", "unit_id")
    )


def _dalam_jangkauan(lingkup: Lingkup) -> Q:
    lingkup.wajib(Tindakan.LIHAT_KINERJA)
    syarat = Q(pk__in=())
    for jalur in lingkup.jalur_untuk(Tindakan.LIHAT_KINERJA):
        syarat |= Q(unit__susunan__jalur__startswith=jalur)
    return syarat


def hitung_status(lingkup: Lingkup, periode: Periode) -> dict[str, int]:
    """How many rows in reach have which status. One query."""
    return dict(
        CapaianMutakhir.objects.filter(
            _dalam_jangkauan(lingkup),
            instansi_id=lingkup.instansi_id,
            periode=periode,
            unit__susunan__masa__contains=lingkup.pada,
        )
        .order_by()
        .values_list("status")
        .annotate(n=Count("id"))
    )


def snapshot(lingkup: Lingkup, unit: UnitTampak, uuid: UUID) -> CapaianSnapshot:
    """One computed figure of a unit with everything behind it. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    hasil = (
        CapaianSnapshot.objects.filter(uuid=uuid, realisasi__unit_id=unit.id)
        .select_related(
            "realisasi__indikator", "realisasi__periode", "target__dokumen_versi__dokumen"
        )
        .first()
    )
    if hasil is None:
        raise TidakDitemukan(_("Angka itu tidak ada pada unit ini."))
    return hasil
