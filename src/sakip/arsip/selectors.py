"""Reads of files: evidence and documents of a unit, and the public question "is this genuine?"."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from sakip.arsip.isi import SEMUA
from sakip.arsip.models import Bukti, DokumenTerbit, JenisTerbit, PeriksaTautan, Pindaian
from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.kaidah import KebijakanBukti
from sakip.organisasi.models import Sifat, SusunanUnit
from sakip.organisasi.selectors import UnitTampak

TAUTAN = "tautan"  # beside the groups of kinds: evidence that is a link


def _dalam_jangkauan(lingkup: Lingkup, tindakan: Tindakan) -> Q:
    """Rows with a ``unit`` on which the caller may do ``tindakan`` today."""
    syarat = Q(pk__in=())
    for jalur in lingkup.jalur_untuk(tindakan):
        syarat |= Q(unit__susunan__jalur__startswith=jalur)
    return syarat & Q(instansi_id=lingkup.instansi_id, unit__susunan__masa__contains=lingkup.pada)


def daftar_bukti(  # noqa: PLR0913 - what a list is narrowed by
    lingkup: Lingkup,
    unit: UnitTampak,
    tahun: int | None = None,
    *,
    ditarik: bool = False,
    cari: str = "",
    kelompok: str = "",
    batas: int | None = None,
) -> list[Bukti]:
    """Evidence of one unit, the newest first, without the bytes. One query.

    ``cari``: every word must occur in the title, the file's name or the link. ``kelompok``: a group
    of kinds, or "tautan". Links carry what the last look at them found (``periksa_*``).
    """
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    bukti = Bukti.objects.filter(instansi_id=lingkup.instansi_id, unit_id=unit.id)
    if tahun is not None:
        bukti = bukti.filter(tahun=tahun)
    if not ditarik:
        bukti = bukti.filter(ditarik=False)
    if kelompok == TAUTAN:
        bukti = bukti.filter(berkas=None)
    elif kelompok:
        bukti = bukti.filter(berkas__jenis__in=[j.mime for j in SEMUA if j.kelompok == kelompok])
    for kata in cari.split()[:8]:
        bukti = bukti.filter(
            Q(judul__icontains=kata) | Q(nama_berkas__icontains=kata) | Q(url__icontains=kata)
        )
    return list(_terperiksa(bukti).order_by("-id")[:batas])


def _terperiksa(bukti: QuerySet[Bukti]) -> QuerySet[Bukti]:
    """With the last look at each link, and without the bytes of files."""
    terakhir = PeriksaTautan.objects.filter(bukti=OuterRef("pk")).order_by("-id")
    return (
        bukti.select_related("berkas")
        .defer("berkas__isi")
        .annotate(
            periksa_keadaan=Subquery(terakhir.values("keadaan")[:1]),
            periksa_keterangan=Subquery(terakhir.values("keterangan")[:1]),
            periksa_pada=Subquery(terakhir.values("diperiksa_pada")[:1]),
        )
    )


def url_bukti(uuid: UUID) -> str:
    """Where a link leads, for the worker that looks at it. One query."""
    return Bukti.objects.values_list("url", flat=True).get(uuid=uuid)


def simpan_sampai(bukti: Bukti, kebijakan: KebijakanBukti) -> date | None:
    """The last day on which evidence must be kept; ``None``: for ever. No query."""
    lama = kebijakan.retensi.get(bukti.retensi)
    return None if lama is None else date(bukti.tahun + lama, 12, 31)


def bukti_menurut_uuid(lingkup: Lingkup, uuid: UUID) -> Bukti:
    """One piece of evidence with its bytes, or ``TidakDitemukan``. One query."""
    bukti = (
        Bukti.objects.filter(_dalam_jangkauan(lingkup, Tindakan.LIHAT_KINERJA), uuid=uuid)
        .select_related("berkas", "unit")
        .first()
    )
    if bukti is None:
        raise TidakDitemukan(_("Bukti itu tidak ada, atau bukan milik unit Anda."))
    return bukti


def daftar_dokumen(
    lingkup: Lingkup, unit: UnitTampak, tahun: int | None = None
) -> list[DokumenTerbit]:
    """Issued documents of one unit, the newest first, without the bytes. One query."""
    lingkup.wajib(Tindakan.LIHAT_DOKUMEN, unit.jalur)
    dokumen = DokumenTerbit.objects.filter(instansi_id=lingkup.instansi_id, unit_id=unit.id)
    if tahun is not None:
        dokumen = dokumen.filter(tahun=tahun)
    return list(
        dokumen.select_related("berkas", "pengganti")
        .defer("berkas__isi", "bahan", "pengganti__bahan")
        .order_by("-terbit_pada", "-id")
    )


def dokumen_menurut_uuid(lingkup: Lingkup, uuid: UUID) -> DokumenTerbit:
    """One issued document with its bytes, or ``TidakDitemukan``. One query."""
    dokumen = (
        DokumenTerbit.objects.filter(_dalam_jangkauan(lingkup, Tindakan.LIHAT_DOKUMEN), uuid=uuid)
        .select_related("berkas", "unit")
        .defer("bahan")
        .first()
    )
    if dokumen is None:
        raise TidakDitemukan(_("Dokumen itu tidak ada, atau bukan milik unit Anda."))
    return dokumen


def daftar_pindaian(lingkup: Lingkup, dokumen: DokumenTerbit) -> list[Pindaian]:
    """Matched scans of a document the caller was given, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_DOKUMEN)
    return list(
        Pindaian.objects.filter(instansi_id=lingkup.instansi_id, dokumen=dokumen)
        .select_related("berkas", "oleh")
        .defer("berkas__isi")
        .order_by("-id")
    )


@dataclass(frozen=True, slots=True)
class DokumenPublik:
    """What anybody may know of an issued document: that it is, whose, and whether it still holds.

    ``pengganti_kode`` leads to the version that replaced it; without one it is current.
    """

    kode: str
    judul: str
    jenis: str
    instansi: str
    zona: str
    unit: str
    tahun: int
    nomor: int
    tanggal: date
    terbit_pada: datetime
    sha256: str
    contoh: bool
    pengganti_kode: str | None
    pengganti_tanggal: date | None

    @property
    def berlaku(self) -> bool:
        return self.pengganti_kode is None


def _publik(dokumen: QuerySet[DokumenTerbit]) -> DokumenPublik | None:
    """The unit is named as it was called on the day of the document. One query."""
    nama = SusunanUnit.objects.filter(
        unit_id=OuterRef("unit_id"), masa__contains=OuterRef("tanggal")
    ).values("nama")
    satu = (
        dokumen.annotate(nama_unit=Subquery(nama[:1]))
        .select_related("instansi", "berkas", "pengganti")
        .defer("berkas__isi", "bahan", "pengganti__bahan")
        .first()
    )
    if satu is None:
        return None
    return DokumenPublik(
        kode=satu.kode_periksa,
        judul=satu.judul,
        jenis=str(JenisTerbit(satu.jenis).label),
        instansi=satu.instansi.nama,
        zona=satu.instansi.zona,
        unit=satu.nama_unit or "",
        tahun=satu.tahun,
        nomor=satu.nomor,
        tanggal=satu.tanggal,
        terbit_pada=satu.terbit_pada,
        sha256=satu.berkas.sha256,
        contoh=satu.sifat == Sifat.CONTOH,
        pengganti_kode=satu.pengganti.kode_periksa if satu.pengganti else None,
        pengganti_tanggal=satu.pengganti.tanggal if satu.pengganti else None,
    )


def dokumen_publik(kode: str) -> DokumenPublik | None:
    """The document with this check code, for anybody. One query."""
    return _publik(DokumenTerbit.objects.filter(kode_periksa=kode))


def dokumen_bersidik(sha256: str) -> DokumenPublik | None:
    """The document whose file has exactly these bytes, for anybody. One query."""
    return _publik(DokumenTerbit.objects.filter(berkas__sha256=sha256).order_by("-id"))


def pindaian_bersidik(sha256: str) -> DokumenPublik | None:
    """The document of which a file with these bytes is a matched scan, for anybody. One query."""
    return _publik(DokumenTerbit.objects.filter(pindaian__berkas__sha256=sha256).order_by("-id"))
