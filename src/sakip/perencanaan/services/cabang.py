"""Acts on branches of a konsep: each a pure change of what is stored, written by susun_rencana."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import PerpindahanTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan.models import DokumenVersi, Indikator, Simpul
from sakip.perencanaan.selectors import pohon_versi, versi_dokumen
from sakip.perencanaan.services.baris import selaraskan
from sakip.perencanaan.services.lampau import isi_pada
from sakip.perencanaan.services.naskah import RencanaBaru
from sakip.perencanaan.services.susun import (
    catat_susun,
    sudah_ditetapkan,
    susun_rencana,
    usang,
)
from sakip.perencanaan.services.ubahan import (
    Salinan,
    buang_cabang,
    gabungkan,
    klon_cabang,
    naskah_dari,
    pecahkan,
    pindahkan,
)


@dataclass(frozen=True, slots=True)
class Konsep:
    """Which konsep is changed: of which unit, which version, as it was when the caller saw it."""

    unit: str
    dokumen_versi: UUID
    versi: int


@layanan
def pindahkan_simpul(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    konsep: Konsep,
    simpul: str,
    induk: str | None,
    letak: int | None = None,
) -> DokumenVersi:
    """Put a branch under another parent, or elsewhere among its siblings (see ``pindahkan``)."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, konsep.unit, Tindakan.SUSUN_RENCANA)
    kerja = _Kerja(oleh, saat, instansi, konsep, lingkup, tempat)
    return kerja.ubah(lambda n: pindahkan(n, simpul, induk, letak))


@layanan
def pecah_simpul(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    konsep: Konsep,
    simpul: str,
    kode_baru: str,
    uraian: str,
    anak: tuple[str, ...] = (),
    indikator: tuple[str, ...] = (),
) -> DokumenVersi:
    """Split a node: chosen children and indicators go to a new sibling behind it."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, konsep.unit, Tindakan.SUSUN_RENCANA)
    kerja = _Kerja(oleh, saat, instansi, konsep, lingkup, tempat)
    return kerja.ubah(
        lambda n: pecahkan(
            n, simpul, kode_baru=kode_baru, uraian=uraian, anak=anak, indikator=indikator
        ),
    )


@layanan
def gabung_simpul(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    konsep: Konsep,
    simpul: str,
    dari: str,
) -> DokumenVersi:
    """Merge the node ``dari`` into ``simpul``, whose wording stays."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, konsep.unit, Tindakan.SUSUN_RENCANA)
    kerja = _Kerja(oleh, saat, instansi, konsep, lingkup, tempat)
    return kerja.ubah(lambda n: gabungkan(n, simpul, dari))


@layanan
def buang_simpul(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, konsep: Konsep, simpul: str
) -> DokumenVersi:
    """Take a branch with its indicators out of the konsep; other versions keep it."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, konsep.unit, Tindakan.SUSUN_RENCANA)
    kerja = _Kerja(oleh, saat, instansi, konsep, lingkup, tempat)
    return kerja.ubah(lambda n: buang_cabang(n, simpul))


@layanan
def klon_simpul(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    konsep: Konsep,
    asal_unit: str,
    asal_versi: UUID,
    simpul: str,
    induk: str | None,
) -> DokumenVersi:
    """Copy a branch of a version that the caller may read, also of another unit."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, konsep.unit, Tindakan.SUSUN_RENCANA)
    unit_asal = organisasi.unit_menurut_slug(lingkup, asal_unit, Tindakan.LIHAT_RENCANA)
    asal = _naskah(lingkup, unit_asal, versi_dokumen(lingkup, unit_asal, asal_versi))
    terpakai = frozenset[str]() if asal_unit == konsep.unit else _kode_unit(tempat.id)
    kerja = _Kerja(oleh, saat, instansi, konsep, lingkup, tempat)
    return kerja.ubah(lambda n: klon_cabang(n, Salinan(asal, simpul, induk, terpakai)))


def _kode_unit(unit_id: int) -> frozenset[str]:
    """Codes of nodes and indicators that the unit used in any document. Two queries."""
    return frozenset(
        (
            *Simpul.objects.filter(unit_id=unit_id).values_list("kode", flat=True),
            *Indikator.objects.filter(unit_id=unit_id).values_list("kode", flat=True),
        )
    )


@layanan
def urungkan_rencana(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, konsep: Konsep
) -> DokumenVersi:
    """Make the konsep say what it said before it was last written; once more does it again.

    The history of the database is where that is read, so that any act on a konsep can be undone.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, konsep.unit, Tindakan.SUSUN_RENCANA)
    baris = _Kerja(oleh, saat, instansi, konsep, lingkup, tempat).baris()
    if baris.versi == 1:
        raise PerpindahanTidakSah(_("Konsep ini baru dimulai; belum ada yang dapat diurungkan."))
    isi = isi_pada(baris, baris.versi - 1)
    baris.versi += 1
    baris.save(update_fields=["versi"])
    selaraskan(baris, isi)
    catat_susun(baris, baris, oleh, saat)
    d = baris.dokumen
    naikkan_versi_data([(d.unit_id, t) for t in range(d.tahun_mulai, d.tahun_selesai + 1)])
    return baris


@dataclass(frozen=True, slots=True)
class _Kerja:
    """An act on a konsep by somebody who may do it there."""

    oleh: Pelaku
    saat: datetime
    instansi: Instansi
    konsep: Konsep
    lingkup: Lingkup
    tempat: UnitTampak

    def baris(self) -> DokumenVersi:
        """The konsep as the caller saw it; who comes second waits here, and sees the first's."""
        Instansi.objects.select_for_update(no_key=True).get(pk=self.instansi.pk)
        baris = versi_dokumen(self.lingkup, self.tempat, self.konsep.dokumen_versi)
        if baris.ditetapkan is not None:
            raise sudah_ditetapkan(baris)
        if baris.versi != self.konsep.versi:
            raise usang(baris.dokumen, self.konsep.versi, baris)
        return baris

    def ubah(self, ubahan: Callable[[RencanaBaru], RencanaBaru]) -> DokumenVersi:
        """Write the konsep with this change."""
        baris = self.baris()
        return susun_rencana(
            oleh=self.oleh,
            saat=self.saat,
            instansi=self.instansi,
            isi=ubahan(_naskah(self.lingkup, self.tempat, baris)),
            versi=self.konsep.versi,
            dari=baris.uuid,
        )


def _naskah(lingkup: Lingkup, unit: UnitTampak, versi: DokumenVersi) -> RencanaBaru:
    return naskah_dari(unit.slug, pohon_versi(lingkup, unit, versi, versi.dokumen.tahun_selesai))
