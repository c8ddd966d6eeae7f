"""Checklists: laying objects and tests, and recording what an object passed, with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.models import Bukti
from sakip.bersama.galat import IsianTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import HasilUji, ObjekPeriksa, Uji
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.pengukuran.services.isi import wajib_pengampu
from sakip.perencanaan.models import Indikator

PANJANG_CATATAN = 200


@dataclass(frozen=True, slots=True)
class UjiBaru:
    """One test: when it is due in words, the quarter from which it counts, and its legal basis."""

    kode: str
    nama: str
    jatuh_tempo: str
    mulai: Periode
    dasar: str = ""


@dataclass(frozen=True, slots=True)
class IsianUji:
    """One cell of a checklist. Passed without evidence is a claim, and counts for nothing."""

    objek: UUID
    uji: UUID
    terpenuhi: bool
    bukti: UUID | None = None
    catatan: str = ""


@layanan
def atur_daftar_periksa(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    indikator: str,
    objek: Sequence[str],
    uji: Sequence[UjiBaru],
) -> int:
    """Lay the objects and tests of a checklist; what is there stays. How many rows were new."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.SUSUN_RENCANA)
    i = _indikator(tempat, indikator)
    ada = set(ObjekPeriksa.objects.filter(indikator=i).values_list("nama", flat=True))
    baru = ObjekPeriksa.objects.bulk_create(
        ObjekPeriksa(instansi=instansi, indikator=i, nama=nama, urutan=n)
        for n, nama in enumerate(dict.fromkeys(objek), 1)
        if nama not in ada
    )
    kode = set(Uji.objects.filter(indikator=i).values_list("kode", flat=True))
    tambahan = Uji.objects.bulk_create(
        Uji(
            instansi=instansi,
            indikator=i,
            kode=u.kode,
            nama=u.nama,
            jatuh_tempo=u.jatuh_tempo,
            mulai=u.mulai,
            dasar=u.dasar,
            urutan=n,
        )
        for n, u in enumerate(uji, 1)
        if u.kode not in kode
    )
    return len(baru) + len(tambahan)


def _indikator(unit: UnitTampak, kode: str) -> Indikator:
    i = Indikator.objects.filter(unit_id=unit.id, kode=kode, ditarik=False).first()
    if i is None:
        raise TidakDitemukan(_("Tidak ada indikator “%s” pada unit ini.") % kode)
    return i


@layanan
def catat_uji(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    indikator: str,
    isian: IsianUji,
    versi: int,
) -> HasilUji:
    """Record one cell of a checklist; ``versi`` is what the person saw (0: nothing yet).

    It counts from the day on which the evidence is there, whatever day stands on the paper: what
    comes after a window cannot change what was counted in it.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.ISI_PENGUKURAN)
    uji, objek = _sel(tempat, indikator, isian)
    butir = TahunUnit.muat(tempat.id, uji.mulai.tahun, indikator).butir.get(indikator)
    if butir is None:
        raise TidakDitemukan(_("Indikator itu tidak dijanjikan unit ini."))
    wajib_pengampu(lingkup, tempat, butir)
    bukti = _bukti(instansi, tempat, isian)
    ada = HasilUji.objects.select_for_update().filter(uji=uji, objek=objek).first()
    kini = ada.versi if ada else 0
    if kini != versi:
        raise VersiUsang(
            _("Sel ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu ulangi."),
            milik_anda=versi,
            tersimpan=kini,
        )
    hasil = ada or HasilUji(instansi=instansi, uji=uji, objek=objek)
    lama = (hasil.terpenuhi, hasil.bukti_id) if ada else None
    hasil.terpenuhi, hasil.bukti = isian.terpenuhi, bukti
    hasil.catatan = isian.catatan.strip()
    if lama != (hasil.terpenuhi, hasil.bukti_id):
        hasil.tanggal = lingkup.pada
    hasil.versi = kini + 1
    hasil.save()
    naikkan_versi_data([(tempat.id, uji.mulai.tahun)])
    return hasil


def _sel(unit: UnitTampak, indikator: str, isian: IsianUji) -> tuple[Uji, ObjekPeriksa]:
    """The test and the object, both of this indicator of this unit. Two queries."""
    milik = {"indikator__unit_id": unit.id, "indikator__kode": indikator}
    uji = Uji.objects.filter(**milik, uuid=isian.uji).select_related("mulai").first()
    objek = ObjekPeriksa.objects.filter(**milik, uuid=isian.objek).first()
    if uji is None or objek is None:
        raise TidakDitemukan(_("Sel itu tidak ada pada daftar periksa ini."))
    return uji, objek


def _bukti(instansi: Instansi, unit: UnitTampak, isian: IsianUji) -> Bukti | None:
    salah = {}
    if len(isian.catatan) > PANJANG_CATATAN:
        salah["catatan"] = _("Paling panjang %s huruf.") % PANJANG_CATATAN
    if isian.bukti is not None and not isian.terpenuhi:
        salah["terpenuhi"] = _("Bukti hanya untuk uji yang terpenuhi.")
    if salah:
        raise IsianTidakSah.dari(_("Uji tidak dicatat."), salah)
    if isian.bukti is None:
        return None
    return bukti_unit(instansi, unit, isian.bukti)


def bukti_unit(instansi: Instansi, unit: UnitTampak, uuid: UUID) -> Bukti:
    """Evidence of this unit that may be used, or ``TidakDitemukan``. One query."""
    bukti = Bukti.objects.filter(
        instansi=instansi, unit_id=unit.id, uuid=uuid, ditarik=False
    ).first()
    if bukti is None:
        raise TidakDitemukan(_("Bukti itu tidak ada pada unit ini, atau sudah ditarik."))
    return bukti
