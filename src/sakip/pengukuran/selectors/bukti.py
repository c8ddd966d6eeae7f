"""Where evidence of a unit is used in its measuring, and whether it still held then."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from sakip.arsip.models import PeriksaTautan
from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import BuktiRealisasi, HasilUji, Realisasi
from sakip.perencanaan.models import IndikatorVersi


@dataclass(frozen=True, slots=True)
class Pemakaian:
    """One place where a piece of evidence stands; ``lembar``: on which sheet to look."""

    bukti_id: int
    nama: str
    rincian: str
    halaman: str = ""
    tahun: int | None = None
    lembar: int | None = None
    kedaluwarsa: bool = False


def _kedaluwarsa(berlaku_sampai: date | None, periode: Periode) -> bool:
    """Whether evidence ended before the period that it proves did. No query."""
    return berlaku_sampai is not None and berlaku_sampai < periode.selesai


def bukti_terbaca() -> QuerySet[BuktiRealisasi]:
    """Evidence behind figures as pages show it: kind of file, last look at a link, no bytes."""
    terakhir = PeriksaTautan.objects.filter(bukti=OuterRef("bukti_id")).order_by("-id")
    return (
        BuktiRealisasi.objects.select_related("bukti__berkas")
        .defer("bukti__berkas__isi")
        .annotate(periksa_keadaan=Subquery(terakhir.values("keadaan")[:1]))
    )


def _nama(indikator: str) -> Subquery:
    """The latest wording of an indicator."""
    versi = IndikatorVersi.objects.filter(indikator_id=OuterRef(indikator))
    return Subquery(versi.order_by("-dokumen_versi_id").values("nama")[:1])


def pemakaian_bukti(
    lingkup: Lingkup, unit: UnitTampak, bukti: Collection[int]
) -> dict[int, list[Pemakaian]]:
    """Figures and checklist tests behind which evidence stands, by its id. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    hasil: dict[int, list[Pemakaian]] = {}
    for satu in (*_angka(unit, bukti), *_uji(unit, bukti)):
        hasil.setdefault(satu.bukti_id, []).append(satu)
    return hasil


def _angka(unit: UnitTampak, bukti: Collection[int]) -> list[Pemakaian]:
    return [
        Pemakaian(
            b.bukti_id,
            b.nama or b.realisasi.indikator.kode,
            _sebut_periode(b.realisasi.periode),
            b.halaman,
            b.realisasi.periode.tahun,
            b.realisasi.lembar.periode.nomor if b.realisasi.lembar else None,
            _kedaluwarsa(b.bukti.berlaku_sampai, b.realisasi.periode),
        )
        for b in BuktiRealisasi.objects.filter(bukti_id__in=bukti, realisasi__unit_id=unit.id)
        .select_related(
            "bukti", "realisasi__indikator", "realisasi__periode", "realisasi__lembar__periode"
        )
        .annotate(nama=_nama("realisasi__indikator_id"))
        .order_by("realisasi__periode__selesai", "id")
    ]


def _uji(unit: UnitTampak, bukti: Collection[int]) -> list[Pemakaian]:
    return [
        Pemakaian(h.bukti_id or 0, h.uji.nama, h.objek.nama)
        for h in HasilUji.objects.filter(bukti_id__in=bukti, uji__indikator__unit_id=unit.id)
        .select_related("uji", "objek")
        .order_by("uji__urutan", "objek__urutan")
    ]


def _sebut_periode(p: Periode) -> str:
    """A period in a few words: "triwulan III 2026"."""
    jenis = {"triwulan": _("triwulan"), "semester": _("semester")}.get(p.jenis)
    return f"{jenis} {('', 'I', 'II', 'III', 'IV')[p.nomor]} {p.tahun}" if jenis else str(p.tahun)


def angka_bukti(lingkup: Lingkup, unit: UnitTampak, realisasi: UUID) -> Realisasi:
    """The figure that evidence is being chosen for. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    r = (
        Realisasi.objects.filter(unit_id=unit.id, uuid=realisasi)
        .select_related("periode", "indikator", "lembar__periode")
        .annotate(nama=_nama("indikator_id"))
        .first()
    )
    if r is None:
        raise TidakDitemukan(_("Angka itu tidak ada pada unit ini."))
    return r
