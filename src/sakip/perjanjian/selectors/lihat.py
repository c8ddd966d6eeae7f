"""Reading agreements: of a unit's year, one with its lines, those that wait, those that differ."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sakip.alur.mesin import Konteks
from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PenugasanJabatan, SifatPenugasan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import DokumenAnggaran, RincianAnggaran, TingkatRincian
from sakip.perjanjian import kaidah
from sakip.perjanjian.kaidah import SelisihAnggaran
from sakip.perjanjian.models import (
    AnggaranPerjanjian,
    ButirPerjanjian,
    KeadaanPerjanjian,
    PerjanjianKinerja,
    RiwayatPerjanjian,
    SebabPerjanjian,
)
from sakip.perjanjian.selectors.alur import KonteksPerjanjian
from sakip.perjanjian.selectors.berlaku import perjanjian_berlaku
from sakip.perjanjian.selectors.sumber import anggaran_berlaku, program_anggaran

LENGKAP = (
    "unit",
    "anggaran",
    "dokumen_versi__dokumen",
    "dokumen",
    "sebelumnya",
    "pihak_pertama__pegawai",
    "pihak_pertama__jabatan",
    "pihak_kedua__pegawai",
    "pihak_kedua__jabatan",
)


def _lengkap(himpunan: QuerySet[PerjanjianKinerja]) -> QuerySet[PerjanjianKinerja]:
    return himpunan.select_related(*LENGKAP).defer("dokumen__bahan")


def daftar_perjanjian(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[PerjanjianKinerja]:
    """Agreements of a unit's year, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur)
    return list(
        _lengkap(
            PerjanjianKinerja.objects.filter(
                instansi_id=lingkup.instansi_id, unit_id=unit.id, tahun=tahun
            )
        ).order_by("-nomor")
    )


def satu_perjanjian(
    lingkup: Lingkup, unit: UnitTampak, tahun: int, nomor: int
) -> PerjanjianKinerja:
    """One agreement, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur)
    pk = _lengkap(
        PerjanjianKinerja.objects.filter(
            instansi_id=lingkup.instansi_id, unit_id=unit.id, tahun=tahun, nomor=nomor
        )
    ).first()
    if pk is None:
        raise TidakDitemukan(
            _("Tidak ada perjanjian kinerja nomor %(nomor)s tahun %(tahun)s di unit ini.")
            % {"nomor": nomor, "tahun": tahun}
        )
    return pk


@dataclass(frozen=True, slots=True)
class IsiPerjanjian:
    """The lines of an agreement: promises under their sasaran, programs and their sum."""

    sasaran: tuple[tuple[str, tuple[ButirPerjanjian, ...]], ...]
    program: tuple[AnggaranPerjanjian, ...]


def isi_perjanjian(lingkup: Lingkup, pk: PerjanjianKinerja) -> IsiPerjanjian:
    """The lines of an agreement the caller was given. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN)
    menurut_simpul: dict[int, list[ButirPerjanjian]] = defaultdict(list)
    for b in pk.butir.select_related("indikator", "indikator_versi", "target").order_by("urutan"):
        menurut_simpul[b.simpul_id].append(b)
    return IsiPerjanjian(
        tuple((butir[0].sasaran, tuple(butir)) for butir in menurut_simpul.values()),
        tuple(pk.anggaran_program.order_by("kode")),
    )


def riwayat_perjanjian(lingkup: Lingkup, pk: PerjanjianKinerja) -> list[RiwayatPerjanjian]:
    """Acts on an agreement the caller was given, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN)
    return list(pk.riwayat.select_related("oleh").order_by("id"))


def selisih_dari_anggaran(
    lingkup: Lingkup, pk: PerjanjianKinerja, anggaran: DokumenAnggaran | None = None
) -> tuple[SelisihAnggaran, ...]:
    """Programs that differ from the budget in force (looked up when not given). Three queries."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN)
    berlaku = anggaran or anggaran_berlaku(pk.unit_id, pk.tahun)
    if berlaku is None:
        return ()
    return kaidah.selisih_program(
        pk.anggaran_program.values_list("kode", "nama", "rupiah"),
        ((r.kode, r.nama, r.rupiah) for r in program_anggaran(berlaku)),
    )


def konteks_perjanjian(lingkup: Lingkup, pk: PerjanjianKinerja) -> Konteks:
    """What the conditions of its acts look at. Five queries."""
    pelaku = frozenset(
        pk.riwayat.filter(tindakan__in=("susun", "ajukan", "tarik_ulang")).values_list(
            "oleh_id", flat=True
        )
    )
    return {
        "perjanjian": KonteksPerjanjian(
            pk, selisih_dari_anggaran(lingkup, pk), pelaku, pk.butir.exists()
        ),
        "pelaku": pelaku,
    }


def _di_jalur(jalur: tuple[str, ...]) -> Q:
    syarat = Q(pk__in=())
    for awalan in jalur:
        syarat |= Q(unit__susunan__jalur__startswith=awalan)
    return syarat


def _dalam_jangkauan(lingkup: Lingkup, tindakan: Tindakan) -> Q:
    return _di_jalur(lingkup.jalur_untuk(tindakan)) & Q(
        instansi_id=lingkup.instansi_id, unit__susunan__masa__contains=lingkup.pada
    )


def menunggu_tanda_tangan(lingkup: Lingkup, tahun: int) -> list[PerjanjianKinerja]:
    """Agreements the first party signed and the caller may sign as the second. One query."""
    lingkup.wajib(Tindakan.TANDATANGANI_KEDUA)
    return list(
        _lengkap(
            PerjanjianKinerja.objects.filter(
                _dalam_jangkauan(lingkup, Tindakan.TANDATANGANI_KEDUA),
                tahun=tahun,
                keadaan=KeadaanPerjanjian.DITANDATANGANI_PERTAMA,
            )
        ).order_by("tanggal_pertama", "id")
    )


@dataclass(frozen=True, slots=True)
class PerluPerubahan:
    """A unit whose agreement is no longer that of its budget: what differs, and until when."""

    unit: UnitTampak
    perjanjian: PerjanjianKinerja
    anggaran: DokumenAnggaran
    selisih: tuple[SelisihAnggaran, ...]
    tenggat: date


def perlu_perubahan(
    lingkup: Lingkup, tahun: int, unit: UnitTampak | None = None
) -> list[PerluPerubahan]:
    """Units whose signed agreement differs from the budget in force (all, or one). Six queries."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur if unit else None)
    tempat = {
        u.id: u
        for u in ([unit] if unit else organisasi.daftar_unit(lingkup, Tindakan.LIHAT_PERJANJIAN))
    }
    berlaku = _terbaru(tempat, tahun)
    anggaran = {
        a.unit_id: a
        for a in DokumenAnggaran.objects.filter(
            unit_id__in=berlaku, tahun=tahun, ditarik=False
        ).order_by("nomor")
    }
    beda = {u: pk for u, pk in berlaku.items() if u in anggaran}
    janji, pagu = _program(beda, anggaran)
    selisih = {
        u: s
        for u, pk in beda.items()
        if (s := kaidah.selisih_program(janji[pk.pk], pagu[anggaran[u].pk]))
    }
    libur = _libur([anggaran[u].disahkan for u in selisih])
    hasil = [
        PerluPerubahan(
            tempat[u],
            berlaku[u],
            anggaran[u],
            s,
            kaidah.tenggat_penandatanganan(anggaran[u].tahap, anggaran[u].disahkan, libur),
        )
        for u, s in selisih.items()
    ]
    return sorted(hasil, key=lambda h: (h.tenggat, h.unit.nama))


def _libur(disahkan: list[date]) -> frozenset[date]:
    if not disahkan:
        return frozenset()
    return organisasi.hari_libur(min(disahkan), kaidah.rentang_libur(max(disahkan))[1])


Baris = dict[int, list[tuple[str, str, Decimal]]]


def _terbaru(tempat: dict[int, UnitTampak], tahun: int) -> dict[int, PerjanjianKinerja]:
    return {
        pk.unit_id: pk
        for pk in PerjanjianKinerja.objects.filter(
            unit_id__in=tempat, tahun=tahun, keadaan=KeadaanPerjanjian.DITANDATANGANI
        ).order_by("nomor")
    }


def _program(
    perjanjian: dict[int, PerjanjianKinerja], anggaran: dict[int, DokumenAnggaran]
) -> tuple[Baris, Baris]:
    janji: Baris = defaultdict(list)
    for pk_id, kode, nama, rupiah in AnggaranPerjanjian.objects.filter(
        perjanjian__in=[p.pk for p in perjanjian.values()]
    ).values_list("perjanjian_id", "kode", "nama", "rupiah"):
        janji[pk_id].append((kode, nama, rupiah))
    pagu: Baris = defaultdict(list)
    for a_id, kode, nama, rupiah in RincianAnggaran.objects.filter(
        anggaran__in=[anggaran[u].pk for u in perjanjian], tingkat=TingkatRincian.PROGRAM
    ).values_list("anggaran_id", "kode", "nama", "rupiah"):
        pagu[a_id].append((kode, nama, rupiah))
    return janji, pagu


# Grounds for which there is a day: the year's first DPA, and a changed budget (tafsir-0012).
_BERTENGGAT = frozenset({SebabPerjanjian.AWAL, SebabPerjanjian.ANGGARAN})


def tenggat_perjanjian(pk: PerjanjianKinerja) -> date | None:
    """Last day to sign an agreement; ``None``: nothing names one for its ground. Two queries.

    The first of a year counts from the first DPA, also when a pergeseran came in between.
    """
    if pk.sebab not in _BERTENGGAT:
        return None
    anggaran = _anggaran_jangkar(pk)
    return kaidah.tenggat_penandatanganan(
        anggaran.tahap, anggaran.disahkan, _libur([anggaran.disahkan])
    )


def _anggaran_jangkar(pk: PerjanjianKinerja) -> DokumenAnggaran:
    if pk.sebab != SebabPerjanjian.AWAL or pk.anggaran.nomor == 1:
        return pk.anggaran
    pertama = DokumenAnggaran.objects.filter(unit_id=pk.unit_id, tahun=pk.tahun, ditarik=False)
    return pertama.order_by("nomor").first() or pk.anggaran


def hari_terlambat(pk: PerjanjianKinerja, tenggat: date | None, pada: date) -> int:
    """Working days past the deadline: until it was signed, or until ``pada``. One query at most."""
    sampai = pk.tanggal_kedua or pada
    if tenggat is None or sampai <= tenggat:
        return 0
    return kaidah.hari_terlambat(tenggat, sampai, organisasi.hari_libur(tenggat, sampai))


def tawaran_mutasi(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> PenugasanJabatan | None:
    """The definitive head who is not the first party of the agreement in force. Two queries.

    A Plt. is no reason for a new agreement (tafsir-0020).
    """
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur)
    pk = perjanjian_berlaku(unit.id, tahun)
    kini = organisasi.pejabat_pemimpin(unit.id, lingkup.pada)
    if pk is None or kini is None or kini.sifat != SifatPenugasan.DEFINITIF:
        return None
    return kini if kini.pegawai_id != pk.pihak_pertama.pegawai_id else None
