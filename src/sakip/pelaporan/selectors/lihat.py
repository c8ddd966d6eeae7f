"""Reading a report: its parts, what is missing, how alike to last year's, and whether stale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.dokumen.bahan import BahanLaporan
from sakip.dokumen.kata import sebut_nilai
from sakip.organisasi.models import JenisPeriode, JenisUnit
from sakip.organisasi.selectors import UnitTampak, hari_libur
from sakip.pelaporan import kaidah
from sakip.pelaporan.models import (
    BagianLaporan,
    CetakMassal,
    HasilCetak,
    KeadaanLaporan,
    LaporanKinerja,
    RiwayatLaporan,
)
from sakip.pelaporan.selectors.alur import ALUR_LAPORAN
from sakip.pelaporan.selectors.bahan import susun_bahan_laporan
from sakip.pengukuran.models import CapaianMutakhir, KeadaanRealisasi
from sakip.perencanaan.models import JenisSimpul, SimpulVersi
from sakip.perjanjian.selectors import target_berlaku

TERBUKA = (KeadaanLaporan.KONSEP, KeadaanLaporan.DIKEMBALIKAN)
BERES = (
    KeadaanRealisasi.DISETUJUI,
    KeadaanRealisasi.DITELAAH,
    KeadaanRealisasi.TERKUNCI,
    KeadaanRealisasi.TERCATAT,
)


@dataclass(frozen=True, slots=True)
class BagianTampak:
    """A part in which the unit writes: its place in the structure and what stands there now."""

    kode: str
    judul: str
    bab: str
    letak: str
    wajib: bool
    isi: BagianLaporan | None

    @property
    def mirip(self) -> bool:
        """Taken over from last year, and not answered for."""
        return (
            self.isi is not None
            and kaidah.mirip_sekali(self.isi.kemiripan)
            and not self.isi.tanggapan_kemiripan.strip()
        )


def daftar_laporan(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[LaporanKinerja]:
    """Reports of a unit on a year, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_LAPORAN, unit.jalur)
    return list(
        LaporanKinerja.objects.filter(unit_id=unit.id, tahun=tahun)
        .select_related("dokumen")
        .order_by("-nomor")
    )


def laporan_di_unit(lingkup: Lingkup, unit: UnitTampak, tahun: int, nomor: int) -> LaporanKinerja:
    """One report, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_LAPORAN, unit.jalur)
    laporan = (
        LaporanKinerja.objects.filter(unit_id=unit.id, tahun=tahun, nomor=nomor)
        .select_related("dokumen")
        .first()
    )
    if laporan is None:
        raise TidakDitemukan(_("Laporan kinerja itu tidak ada pada unit ini."))
    return laporan


def batas(unit: UnitTampak, tahun: int) -> date:
    """Last day to hand in (PermenPANRB 53/2014, Lamp. II huruf D). One query."""
    libur = hari_libur(date(tahun + 1, 1, 1), date(tahun + 1, 6, 30))
    return kaidah.batas_laporan(tahun, pemda=unit.jenis == JenisUnit.PEMDA, hari_libur=libur)


def susunan_bagian(
    lingkup: Lingkup, unit: UnitTampak, laporan: LaporanKinerja, pada: date
) -> list[BagianTampak]:
    """Every part in which the unit writes, in the order of the document. About nine queries."""
    lingkup.wajib(Tindakan.LIHAT_LAPORAN, unit.jalur)
    isi = {b.kode: b for b in laporan.bagian.all()}
    pemda = unit.jenis == JenisUnit.PEMDA
    hasil = [
        BagianTampak(
            kode=b.kode,
            judul=b.judul,
            bab=b.kode.split(".")[0],
            letak=b.letak,
            wajib=b.keharusan is kaidah.Keharusan.WAJIB,
            isi=isi.get(b.kode),
        )
        for b in kaidah.bagian_narasi(pada, pemda=pemda)
    ]
    analisis = [
        BagianTampak(
            kode=f"sasaran.{simpul}.{kode}",
            judul=f"{uraian}: {nama}",
            bab="bab_3",
            letak="",
            wajib=False,
            isi=isi.get(f"sasaran.{simpul}.{kode}"),
        )
        for simpul, uraian in _sasaran(unit.id, laporan.tahun)
        for kode, nama in kaidah.kode_analisis(pada, pemda=pemda)
    ]
    sebelum = [b for b in hasil if b.bab < "bab_3" or b.bab == "ikhtisar"]
    return [*sebelum, *analisis, *(b for b in hasil if b not in sebelum)]


def _sasaran(unit_id: int, tahun: int) -> list[tuple[str, str]]:
    butir = target_berlaku(unit_id, tahun)
    versi = {b.indikator_versi.dokumen_versi_id for b in butir}
    return list(
        SimpulVersi.objects.filter(
            dokumen_versi_id__in=versi,
            jenis=JenisSimpul.SASARAN,
            simpul_id__in={b.indikator_versi.simpul_id for b in butir},
        )
        .order_by("urutan")
        .values_list("simpul__kode", "uraian")
    )


def konteks_ajukan(unit_id: int, laporan: LaporanKinerja) -> dict[str, Any]:
    """What the conditions of handing a report up look at. Two queries."""
    mirip = [
        b.kode
        for b in laporan.bagian.all()
        if kaidah.mirip_sekali(b.kemiripan) and not b.tanggapan_kemiripan.strip()
    ]
    angka = list(
        CapaianMutakhir.objects.filter(unit_id=unit_id, tahun=laporan.tahun).select_related(
            "indikator_versi", "periode"
        )
    )
    belum = {
        m.indikator_versi.nama
        for m in angka
        if m.realisasi_teks and m.keadaan not in BERES and m.periode.jenis != JenisPeriode.TAHUN
    }
    return {
        "mirip": _sebut_bagian(laporan, mirip) if mirip else [],
        "belum_disetujui": sorted(belum),
        "banyak_angka": sum(bool(m.realisasi_teks) for m in angka),
        "pelaku": set(),
    }


def _sebut_bagian(laporan: LaporanKinerja, kode: Sequence[str]) -> list[str]:
    """What people call these parts: the chapter's heading, or the sasaran with its analysis."""
    pada = date(laporan.tahun + 1, 1, 1)
    pemda = laporan.unit.jenis == JenisUnit.PEMDA
    judul = {b.kode: b.judul for b in kaidah.bagian_narasi(pada, pemda=pemda)} | {
        f"sasaran.{simpul}.{analisis}": f"{uraian}: {nama}"
        for simpul, uraian in _sasaran(laporan.unit_id, laporan.tahun)
        for analisis, nama in kaidah.kode_analisis(pada, pemda=pemda)
    }
    return [judul.get(k, k) for k in kode]


def syarat_ajukan(lingkup: Lingkup, laporan: LaporanKinerja) -> list[SyaratBelum]:
    """What still stands in the way of handing it up. Two queries."""
    t = ALUR_LAPORAN.cari(laporan.keadaan, "ajukan")
    konteks = konteks_ajukan(laporan.unit_id, laporan)
    return [b for s in t.syarat if (b := s(lingkup, konteks)) is not None]


def riwayat(lingkup: Lingkup, unit: UnitTampak, laporan: LaporanKinerja) -> list[RiwayatLaporan]:
    """Acts on a report, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_LAPORAN, unit.jalur)
    return list(laporan.riwayat.select_related("oleh").order_by("-id"))


@dataclass(frozen=True, slots=True)
class AngkaBergeser:
    """A figure of a report that is no longer what it was when the report was handed in."""

    nama: str
    dahulu: str
    kini: str


def angka_bergeser(
    lingkup: Lingkup, unit: UnitTampak, laporan: LaporanKinerja, instansi: str
) -> list[AngkaBergeser]:
    """Figures that moved since: the report keeps its own, and is stale where this is not empty."""
    if laporan.dokumen is None:
        return []
    lama = BahanLaporan.dari_data(laporan.dokumen.bahan)
    baru = susun_bahan_laporan(
        lingkup, laporan, unit, instansi=instansi, tanggal=lama.kepala.tanggal
    )
    dahulu, kini = _angka(lama), _angka(baru)
    return [
        AngkaBergeser(nama, isi, kini.get(nama, ""))
        for nama, isi in dahulu.items()
        if kini.get(nama, "") != isi
    ]


def _angka(bahan: BahanLaporan) -> Mapping[str, str]:
    return {i.nama: sebut_nilai(i.realisasi, "") for s in bahan.sasaran for i in s.indikator}


def tahun_lalu(laporan: LaporanKinerja, kode: str) -> BagianLaporan | None:
    """The same part of last year's report, as it was handed in or last written. One query."""
    return (
        BagianLaporan.objects.filter(
            laporan__unit_id=laporan.unit_id, laporan__tahun=laporan.tahun - 1, kode=kode
        )
        .order_by("-laporan__nomor")
        .first()
    )


def bagian_laporan(
    lingkup: Lingkup, unit: UnitTampak, laporan: LaporanKinerja, kode: str, pada: date
) -> BagianTampak:
    """One part by its code, or ``TidakDitemukan``."""
    for b in susunan_bagian(lingkup, unit, laporan, pada):
        if b.kode == kode:
            return b
    raise TidakDitemukan(_("Bagian itu tidak ada dalam susunan laporan."))


@dataclass(frozen=True, slots=True)
class Pencetakan:
    """A mass printing and how far it is."""

    cetak: CetakMassal
    hasil: tuple[HasilCetak, ...]

    @property
    def selesai(self) -> int:
        return sum(h.selesai_pada is not None for h in self.hasil)

    @property
    def berjalan(self) -> bool:
        return self.selesai < len(self.hasil)


def pencetakan_terakhir(lingkup: Lingkup, tahun: int) -> Pencetakan | None:
    """The latest mass printing of a year's reports. Two queries."""
    lingkup.wajib(Tindakan.CETAK_MASSAL)
    cetak = (
        CetakMassal.objects.filter(instansi_id=lingkup.instansi_id, tahun=tahun)
        .order_by("-id")
        .first()
    )
    if cetak is None:
        return None
    hasil = (
        cetak.hasil.filter(unit__susunan__masa__contains=lingkup.pada)
        .annotate(nama_unit=F("unit__susunan__nama"), jalur_unit=F("unit__susunan__jalur"))
        .select_related("unit")
        .order_by("nama_unit")
    )
    return Pencetakan(
        cetak, tuple(h for h in hasil if lingkup.boleh(Tindakan.CETAK_MASSAL, h.jalur_unit))
    )


def berkas_pencetakan(lingkup: Lingkup, tahun: int) -> list[tuple[str, bytes]]:
    """Names and bytes of the finished drafts, for one archive. Two queries and one a file."""
    ada = pencetakan_terakhir(lingkup, tahun)
    if ada is None:
        return []
    return [
        (f"laporan-kinerja-{h.unit.slug}-{tahun}.pdf", bytes(h.berkas.isi))
        for h in ada.hasil
        if h.berkas is not None
    ]
