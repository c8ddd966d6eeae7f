"""Reads of measurement: one unit's year, the pemda at a glance; the large table in ``tabel``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak, pendahulu_tunggal
from sakip.pengukuran import kaidah
from sakip.pengukuran.models import (
    BuktiRealisasi,
    CapaianMutakhir,
    CapaianSnapshot,
    belum_sah,
)
from sakip.pengukuran.selectors.alur import ALUR_LEMBAR, TindakanTampak, tindakan_lembar
from sakip.pengukuran.selectors.antrean import Antre, antrean
from sakip.pengukuran.selectors.arahan import peran_menulis
from sakip.pengukuran.selectors.bukti import (
    Pemakaian,
    angka_bukti,
    bukti_terbaca,
    pemakaian_bukti,
)
from sakip.pengukuran.selectors.daftar_periksa import (
    DaftarPeriksa,
    Hitungan,
    SelUji,
    daftar_periksa,
    hitung_periksa,
)
from sakip.pengukuran.selectors.kisi import BarisKisi, KisiTampak, SelKisi, kisi_tahun
from sakip.pengukuran.selectors.komentar import komentar_angka
from sakip.pengukuran.selectors.lembar import (
    baris_satu,
    baris_terisi,
    empat_triwulan,
    isi_temuan,
    lembar_unit,
    sel_lembar,
)
from sakip.pengukuran.selectors.papan import BarisPapan, Ditunggu, SelPapan, papan_pengukuran
from sakip.pengukuran.selectors.pilahan import PilahanTampak, pilahan_angka, pilahan_snapshot
from sakip.pengukuran.selectors.pimpinan import (
    AngkaUnit,
    Kartu,
    PeriodeTahun,
    angka_indikator,
    calon_prioritas,
    daftar_prioritas,
    kartu_prioritas,
    kategori_rata,
    kode_bawaan,
    periode_terhitung,
    ringkasan_tahun,
    tahun_terhitung,
    tren_tahunan,
    unit_lengkap,
    versi_sah,
)
from sakip.pengukuran.selectors.proyeksi import (
    CatatanBerjalan,
    ProyeksiUnit,
    catatan_berjalan,
    proyeksi_instansi,
    proyeksi_unit,
)
from sakip.pengukuran.selectors.ringkasan import (
    PeriodeBerangka,
    Ringkasan,
    RingkasanPeriode,
    Terbaru,
    jumlahkan,
    periode_instansi,
    periode_unit,
    ringkasan_terbaru,
    ringkasan_unit,
)
from sakip.pengukuran.selectors.sebab import GolonganTerhitung, SebabTriwulan, sebab_triwulan
from sakip.pengukuran.selectors.tabel import (
    Saringan,
    jumlah_menurut_unit,
    potong_tabel,
    tabel_kinerja,
)
from sakip.pengukuran.selectors.tampak import (
    Baris,
    Hari,
    Kejadian,
    LembarTampak,
    TriwulanTampak,
)
from sakip.pengukuran.selectors.telusur import (
    IndikatorUnit,
    Kelompok,
    TelusurUnit,
    kelompok_pos,
    telusur_unit,
)
from sakip.pengukuran.selectors.tren import (
    TitikTren,
    TrenIndikator,
    proyeksi_banyak,
    tren_indikator,
)
from sakip.pengukuran.selectors.uang import (
    BarisUang,
    UangBerkinerja,
    UangTriwulan,
    halangan_serapan,
    uang_berkinerja,
    uang_triwulan,
)
from sakip.perencanaan.models import IndikatorVersi

__all__ = [
    "ALUR_LEMBAR",
    "AngkaUnit",
    "Antre",
    "Baris",
    "BarisKinerja",
    "BarisKisi",
    "BarisPapan",
    "BarisUang",
    "CatatanBerjalan",
    "DaftarPeriksa",
    "Ditunggu",
    "GolonganTerhitung",
    "Hari",
    "Hitungan",
    "IndikatorUnit",
    "Kartu",
    "Kejadian",
    "Kelompok",
    "KisiTampak",
    "LembarTampak",
    "Pemakaian",
    "PeriodeBerangka",
    "PeriodeTahun",
    "PilahanTampak",
    "ProyeksiUnit",
    "Ringkasan",
    "RingkasanIku",
    "RingkasanPeriode",
    "Saringan",
    "SebabTriwulan",
    "SelKisi",
    "SelPapan",
    "SelUji",
    "TelusurUnit",
    "Terbaru",
    "TindakanTampak",
    "TitikTren",
    "TrenIndikator",
    "TriwulanTampak",
    "UangBerkinerja",
    "UangTriwulan",
    "angka_bukti",
    "angka_indikator",
    "antrean",
    "baris_satu",
    "baris_terisi",
    "bukti_angka",
    "calon_prioritas",
    "catatan_berjalan",
    "daftar_periksa",
    "daftar_prioritas",
    "empat_triwulan",
    "halangan_serapan",
    "hitung_periksa",
    "isi_temuan",
    "jumlah_menurut_unit",
    "jumlahkan",
    "kartu_prioritas",
    "kategori_rata",
    "kategori_snapshot",
    "kelompok_pos",
    "kinerja_unit",
    "kisi_tahun",
    "kode_bawaan",
    "komentar_angka",
    "lembar_unit",
    "papan_pengukuran",
    "pemakaian_bukti",
    "peran_menulis",
    "periode_instansi",
    "periode_terhitung",
    "periode_unit",
    "pilahan_angka",
    "pilahan_snapshot",
    "pilih_periode",
    "potong_tabel",
    "proyeksi_banyak",
    "proyeksi_instansi",
    "proyeksi_unit",
    "ringkasan_iku",
    "ringkasan_tahun",
    "ringkasan_terbaru",
    "ringkasan_unit",
    "sebab_triwulan",
    "sel_lembar",
    "snapshot",
    "tabel_kinerja",
    "tahun_terhitung",
    "telusur_unit",
    "tindakan_lembar",
    "tren_indikator",
    "tren_tahunan",
    "uang_berkinerja",
    "uang_triwulan",
    "unit_lengkap",
    "versi_sah",
    "wording",
]
TAHUN_TREN = 5  # how many years a trend shows, the chosen one included
P = TypeVar("P", bound=PeriodeBerangka)


@dataclass(frozen=True, slots=True)
class BarisKinerja:
    """One indicator of a unit in one period, with its trend: the capaian of ``TAHUN_TREN`` years.

    Plain values, no rows of the models: a page has hundreds.
    """

    indikator_id: int
    nama: str
    satuan: str
    arah: str
    target_teks: str
    realisasi_teks: str
    status: str
    kategori: str
    capaian: Decimal | None
    snapshot_uuid: UUID
    capaian_tercetak: str
    rumus_tercetak: str
    sifat: str
    iku: bool
    keadaan: str
    sementara: bool
    tren: tuple[Decimal | None, ...]

    @property
    def belum(self) -> str:
        """See ``belum_sah``."""
        return belum_sah(self.keadaan, self.sementara)


@dataclass(frozen=True, slots=True)
class RingkasanIku:
    """The IKU of a unit in one period: how many were met, beside their unweighted mean."""

    terhitung: int
    tercapai: int
    rata_rata: Decimal


def pilih_periode(daftar: Sequence[P], tahun: int, kode: str) -> P | None:
    """The period asked for; without asking (``""``) the longest that ends last: the whole year."""
    cocok = [p for p in daftar if p.tahun == tahun and kode in {"", p.kode}]
    return cocok[-1] if cocok else None


KOLOM_KINERJA = (
    "indikator_id",
    "indikator_versi__nama",
    "indikator_versi__satuan",
    "indikator_versi__arah",
    "target_teks",
    "realisasi_teks",
    "status",
    "kategori",
    "capaian",
    "snapshot_uuid",
    "capaian_tercetak",
    "rumus_tercetak",
    "sifat",
    "indikator_versi__iku",
    "keadaan",
    "sementara",
)


def kinerja_unit(
    lingkup: Lingkup, unit: UnitTampak, periode: RingkasanPeriode
) -> list[BarisKinerja]:
    """All indicators of a unit in one period, each with its trend of five years. Two queries.

    Where the unit replaced another, the trend begins with what that one measured by the same code.
    """
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    baris: Iterable[tuple[Any, ...]] = (
        CapaianMutakhir.objects.filter(unit_id=unit.id, periode_id=periode.periode_id)
        .order_by("-indikator_versi__iku", "indikator_versi__nama", "id")
        .values_list(*KOLOM_KINERJA)
    )
    awal = periode.tahun - TAHUN_TREN + 1
    lalu = _tren(unit, periode, awal)
    kosong = (None,) * TAHUN_TREN
    return [BarisKinerja(*(*b, lalu.get(b[0], kosong))) for b in baris]


def ringkasan_iku(baris: Sequence[BarisKinerja]) -> RingkasanIku | None:
    """How the IKU alone stand; ``None`` where none counts yet, or there is nothing else."""
    capaian = [b.capaian for b in baris if b.iku and b.capaian is not None and not b.belum]
    if not capaian or all(b.iku for b in baris):
        return None
    return RingkasanIku(
        terhitung=len(capaian),
        tercapai=sum(kaidah.tercapai(c) is True for c in capaian),
        rata_rata=sum(capaian, Decimal(0)) / len(capaian),
    )


def _tren(
    unit: UnitTampak, periode: RingkasanPeriode, awal: int
) -> dict[int, tuple[Decimal | None, ...]]:
    """Capaian of the same period in the years from ``awal`` on, by indicator; gaps are ``None``."""
    ada = (
        CapaianMutakhir.objects.filter(
            Q(unit_id=unit.id) | Q(unit_id__in=pendahulu_tunggal(unit)),
            periode__jenis=periode.jenis,
            periode__nomor=periode.nomor,
            periode__tahun__range=(awal, periode.tahun),
        )
        .order_by()
        .values_list("unit_id", "indikator_id", "indikator__kode")
        .annotate(semua_tahun=ArrayAgg("tahun"), semua_capaian=ArrayAgg("capaian"))
    )
    lama: dict[str, dict[int, Decimal | None]] = {}
    sendiri: list[tuple[int, str, dict[int, Decimal | None]]] = []
    for unit_id, indikator, kode, tahun, capaian in ada:
        menurut_tahun = dict(zip(tahun, capaian, strict=True))
        if unit_id == unit.id:
            sendiri.append((indikator, kode, menurut_tahun))
        else:
            lama[kode] = menurut_tahun
    return {
        indikator: tuple(
            (lama.get(kode, {}) | milik).get(t) for t in range(awal, awal + TAHUN_TREN)
        )
        for indikator, kode, milik in sendiri
    }


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


def bukti_angka(lingkup: Lingkup, unit: UnitTampak, s: CapaianSnapshot) -> list[BuktiRealisasi]:
    """Evidence behind a figure; behind a year's, that of all its periods. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    p = s.realisasi.periode
    return list(
        bukti_terbaca()
        .filter(
            realisasi__unit_id=unit.id,
            realisasi__indikator_id=s.realisasi.indikator_id,
            realisasi__periode__mulai__gte=p.mulai,
            realisasi__periode__selesai__lte=p.selesai,
        )
        .select_related("realisasi__periode", "realisasi__lembar__periode")
        .order_by("realisasi__periode__selesai", "id")
    )


def wording(s: CapaianSnapshot) -> IndikatorVersi:
    """What the document of the target says of the indicator; else its latest wording. One query."""
    semua = IndikatorVersi.objects.filter(indikator_id=s.realisasi.indikator_id)
    daftar = list(semua.order_by("-dokumen_versi_id"))
    # A plan of action sets targets without wordings of its own: the plan's then speaks.
    dokumen = s.target.dokumen_versi_id if s.target else None
    return next((v for v in daftar if v.dokumen_versi_id == dokumen), daftar[0])


def kategori_snapshot(s: CapaianSnapshot) -> str:
    """Category of one computed figure, as the rule of its period says. No query."""
    return kaidah.kategori(s.nilai, s.realisasi.periode.selesai)
