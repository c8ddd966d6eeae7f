"""Words and links that the pages of agreements share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.urls import NoReverseMatch
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.organisasi.selectors import UnitTampak
from sakip.perjanjian.kaidah import SelisihAnggaran
from sakip.perjanjian.models import KeadaanPerjanjian as K
from sakip.perjanjian.models import PerjanjianKinerja, SebabPerjanjian
from sakip.tampilan.format import rupiah
from sakip.web.akses import Akses


@dataclass(frozen=True, slots=True)
class Kurang:
    """What is missing for an act, and where it can be met."""

    pesan: str
    url: str | None


def kurang(
    akses: Akses, unit: UnitTampak, tahun: int, syarat: Iterable[SyaratBelum]
) -> list[Kurang]:
    """Unmet conditions, each with its link where the place has a page."""
    return [Kurang(s.pesan, _tautan(akses, unit, tahun, s.sasaran)) for s in syarat]


def _tautan(akses: Akses, unit: UnitTampak, tahun: int, sasaran: str | None) -> str | None:
    isi = {
        "anggaran": (tahun, unit.slug),
        "rencana": (tahun, unit.slug),
        "perjanjian": (tahun, unit.slug),
        "unit": (unit.slug,),
        "organisasi": (),
    }
    if sasaran in {None, "selisih"}:
        return "#selisih" if sasaran else None
    try:
        return akses.alamat(str(sasaran), *isi[str(sasaran)])
    except (KeyError, NoReverseMatch):
        return None


def sebut_keadaan(pk: PerjanjianKinerja) -> str:
    """What an agreement waits for, or since when it counts: the finding of its page."""
    tahun = {"tahun": pk.tahun}
    if pk.keadaan == K.DITANDATANGANI:
        return _masa(pk)
    if pk.keadaan == K.DITELAAH and pk.di_atas_kertas:
        return _("Perjanjian kinerja %(tahun)s menunggu pindaian kertasnya") % tahun
    if pk.keadaan in {K.DITELAAH, K.DITANDATANGANI_PERTAMA}:
        pihak = pk.pihak_pertama if pk.keadaan == K.DITELAAH else pk.pihak_kedua
        return _("Perjanjian kinerja %(tahun)s menunggu tanda tangan %(nama)s") % {
            "tahun": pk.tahun,
            "nama": pihak.pegawai.nama,
        }
    return {
        K.KONSEP: _("Perjanjian kinerja %(tahun)s belum diajukan"),
        K.DIAJUKAN: _("Perjanjian kinerja %(tahun)s menunggu telaah Bagian Organisasi"),
        K.DIKEMBALIKAN: _("Perjanjian kinerja %(tahun)s dikembalikan untuk diperbaiki"),
    }[K(pk.keadaan)] % tahun


def _masa(pk: PerjanjianKinerja) -> str:
    assert pk.berlaku is not None  # noqa: S101 - set by the second signature
    awal, akhir = pk.berlaku.lower, pk.berlaku.upper - timedelta(days=1)
    if (akhir.month, akhir.day) == (12, 31):
        return _("Perjanjian kinerja %(tahun)s berlaku sejak %(awal)s") % {
            "tahun": pk.tahun,
            "awal": date_format(awal, "j F Y"),
        }
    return _("Perjanjian kinerja %(tahun)s berlaku %(awal)s–%(akhir)s") % {
        "tahun": pk.tahun,
        "awal": date_format(awal, "j F"),
        "akhir": date_format(akhir, "j F Y"),
    }


def sebut_sebab(pk: PerjanjianKinerja) -> str:
    """Why there is this agreement."""
    return str(SebabPerjanjian(pk.sebab).label)


def alasan_selisih(selisih: Sequence[SelisihAnggaran]) -> str:
    """The difference as a reason for sending back: ready to be sent as it is."""
    return "\n".join(
        _("%(kode)s: perjanjian %(janji)s, DPA %(pagu)s.")
        % {"kode": s.kode, "janji": _rupiah(s.perjanjian), "pagu": _rupiah(s.anggaran)}
        for s in selisih
    )


def alasan_perubahan(selisih: Sequence[SelisihAnggaran], dokumen: str) -> str:
    """The difference as the reason of a revision, as it will stand on paper."""
    return _("anggaran program %(kode)s berubah dengan %(dokumen)s") % {
        "kode": ", ".join(s.kode for s in selisih),
        "dokumen": dokumen,
    }


def _rupiah(n: Decimal | None) -> str:
    return _("tidak ada") if n is None else rupiah(n)


MAKNA = {
    K.KONSEP: "perlu_tindakan",
    K.DIAJUKAN: "sementara",
    K.DIKEMBALIKAN: "perlu_tindakan",
    K.DITELAAH: "sementara",
    K.DITANDATANGANI_PERTAMA: "sementara",
    K.DITANDATANGANI: "selesai",
}
