"""Drawing up an agreement: everything comes from plan, budget and posts; nothing is typed."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum, SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, PenugasanJabatan, Sifat, UnitKerja
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import DokumenAnggaran, DokumenVersi
from sakip.perjanjian import selectors
from sakip.perjanjian.models import (
    AnggaranPerjanjian,
    ButirPerjanjian,
    KeadaanPerjanjian,
    PerjanjianKinerja,
    SebabPerjanjian,
)
from sakip.perjanjian.selectors import ALUR_PERJANJIAN, SumberPerjanjian
from sakip.perjanjian.services.catatan import buka, selesaikan, simpan


@layanan
def susun_perjanjian(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    sebab: str = SebabPerjanjian.AWAL,
    alasan: str = "",
) -> PerjanjianKinerja:
    """Draw up an agreement of a unit (by slug) from the plan and the budget in force.

    The first of a year is ``awal``; a later one names its ground (53/2014, Lamp. I) and a reason.
    ``mutasi`` renews the party and keeps every target of the agreement before it. Raises
    ``SyaratBelumTerpenuhi`` with all that is missing, ``PerpindahanTidakSah`` while one is open.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.SUSUN_PERJANJIAN)
    # Two at once would take one number: the unit's row is the gate.
    UnitKerja.objects.select_for_update().get(pk=tempat.id)
    _tolak_yang_terbuka(tempat, tahun)
    sebelumnya = selectors.perjanjian_berlaku(tempat.id, tahun)
    sumber = selectors.sumber_perjanjian(lingkup, tempat, tahun)
    _periksa(lingkup, tempat, tahun, sumber, sebelumnya, sebab, alasan)
    versi, anggaran, pertama, kedua = _sumber_lengkap(sumber)
    pk = PerjanjianKinerja.objects.create(
        instansi=instansi,
        unit_id=tempat.id,
        tahun=tahun,
        nomor=_nomor_baru(tempat.id, tahun),
        sebab=sebab,
        alasan=alasan.strip(),
        dokumen_versi=sebelumnya.dokumen_versi
        if sebelumnya and sebab == SebabPerjanjian.MUTASI
        else versi,
        anggaran=anggaran,
        pihak_pertama=pertama,
        pihak_kedua=kedua,
        sebelumnya=sebelumnya,
        sifat=Sifat.CONTOH if Sifat.CONTOH in {versi.dokumen.sifat, anggaran.sifat} else Sifat.ASLI,
    )
    _tulis_isi(pk, sumber)
    selesaikan(pk, tempat, dari="", tindakan="susun", oleh=oleh, saat=saat, alasan=pk.alasan)
    return pk


@layanan
def tarik_ulang_perjanjian(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, perjanjian: UUID, versi: int
) -> PerjanjianKinerja:
    """Draw the lines and parties of an open agreement again from what is in force today."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    pk, tempat = buka(lingkup, instansi, perjanjian, versi)
    dari = pk.keadaan
    ALUR_PERJANJIAN.pindah(
        keadaan=dari, tindakan="tarik_ulang", lingkup=lingkup, jalur=tempat.jalur
    )
    sumber = selectors.sumber_perjanjian(lingkup, tempat, pk.tahun)
    if sumber.belum:
        raise SyaratBelumTerpenuhi(sumber.belum)
    rencana, anggaran, pertama, kedua = _sumber_lengkap(sumber)
    simpan(
        pk,
        anggaran=anggaran,
        pihak_pertama=pertama,
        pihak_kedua=kedua,
        dokumen_versi=pk.dokumen_versi if pk.sebab == SebabPerjanjian.MUTASI else rencana,
    )
    pk.butir.all().delete()
    pk.anggaran_program.all().delete()
    _tulis_isi(pk, sumber)
    selesaikan(pk, tempat, dari=dari, tindakan="tarik_ulang", oleh=oleh, saat=saat)
    return pk


def _tolak_yang_terbuka(tempat: UnitTampak, tahun: int) -> None:
    terbuka = (
        PerjanjianKinerja.objects.filter(unit_id=tempat.id, tahun=tahun)
        .exclude(keadaan=KeadaanPerjanjian.DITANDATANGANI)
        .first()
    )
    if terbuka is not None:
        raise PerpindahanTidakSah(
            _(
                "Perjanjian kinerja nomor %(nomor)s tahun %(tahun)s masih %(keadaan)s. Lanjutkan "
                "yang itu sampai ditandatangani sebelum menyusun yang baru."
            )
            % {
                "nomor": terbuka.nomor,
                "tahun": tahun,
                "keadaan": ALUR_PERJANJIAN.sebut(terbuka.keadaan),
            }
        )


def _periksa(  # noqa: PLR0913, PLR0917
    lingkup: Lingkup,
    tempat: UnitTampak,
    tahun: int,
    sumber: SumberPerjanjian,
    sebelumnya: PerjanjianKinerja | None,
    sebab: str,
    alasan: str,
) -> None:
    """Raise for a ground that is none, then for all that the sources lack."""
    salah = {}
    if sebab not in SebabPerjanjian.values:
        salah["sebab"] = _("Pilih: %s.") % ", ".join(SebabPerjanjian.values)
    elif (sebab == SebabPerjanjian.AWAL) != (sebelumnya is None):
        salah["sebab"] = (
            _("Perjanjian tahun ini sudah ditandatangani. Pilih sebab perubahannya.")
            if sebelumnya
            else _("Belum ada perjanjian yang dapat diubah. Susun perjanjian awal tahun dahulu.")
        )
    elif sebab != SebabPerjanjian.AWAL and not alasan.strip():
        salah["alasan"] = _("Tulis alasannya; ia tercetak pada perjanjian perubahan.")
    if salah:
        raise IsianTidakSah.dari(_("Perjanjian kinerja tidak disusun."), salah)
    belum = list(sumber.belum)
    if sebab == SebabPerjanjian.MUTASI and selectors.tawaran_mutasi(lingkup, tempat, tahun) is None:
        belum.append(
            SyaratBelum(
                "bukan_mutasi",
                _(
                    "Pejabat definitif %(unit)s masih Pihak Pertama perjanjian yang berlaku; tidak "
                    "ada pergantian yang perlu diperbarui."
                )
                % {"unit": tempat.nama},
            )
        )
    if belum:
        raise SyaratBelumTerpenuhi(tuple(belum))


def _sumber_lengkap(
    sumber: SumberPerjanjian,
) -> tuple[DokumenVersi, DokumenAnggaran, PenugasanJabatan, PenugasanJabatan]:
    """The four sources; whatever is missing was refused before, with a sentence each."""
    assert sumber.versi is not None  # noqa: S101
    assert sumber.anggaran is not None  # noqa: S101
    assert sumber.pertama is not None  # noqa: S101
    assert sumber.kedua is not None  # noqa: S101
    return sumber.versi, sumber.anggaran, sumber.pertama, sumber.kedua


def _nomor_baru(unit_id: int, tahun: int) -> int:
    terakhir = PerjanjianKinerja.objects.filter(unit_id=unit_id, tahun=tahun)
    return (terakhir.aggregate(n=Max("nomor"))["n"] or 0) + 1


def _tulis_isi(pk: PerjanjianKinerja, sumber: SumberPerjanjian) -> None:
    """Freeze the promises and the programs as they stand now."""
    mutasi = pk.sebab == SebabPerjanjian.MUTASI and pk.sebelumnya is not None
    ButirPerjanjian.objects.bulk_create(_butir_lama(pk) if mutasi else _butir_baru(pk, sumber))
    AnggaranPerjanjian.objects.bulk_create(_baris_anggaran(pk, pk.anggaran))


def _butir_baru(pk: PerjanjianKinerja, sumber: SumberPerjanjian) -> Iterable[ButirPerjanjian]:
    for urutan, j in enumerate(sumber.janji, start=1):
        yield ButirPerjanjian(
            instansi_id=pk.instansi_id,
            perjanjian=pk,
            urutan=urutan,
            simpul_id=j.simpul_id,
            sasaran=j.sasaran,
            indikator=j.wording.indikator,
            indikator_versi=j.wording,
            target=j.target,
        )


def _butir_lama(pk: PerjanjianKinerja) -> Iterable[ButirPerjanjian]:
    """A mutasi renews the party, not the target: the promises of the agreement before it."""
    for lama in ButirPerjanjian.objects.filter(perjanjian=pk.sebelumnya).order_by("urutan"):
        yield ButirPerjanjian(
            instansi_id=pk.instansi_id,
            perjanjian=pk,
            urutan=lama.urutan,
            simpul_id=lama.simpul_id,
            sasaran=lama.sasaran,
            indikator_id=lama.indikator_id,
            indikator_versi_id=lama.indikator_versi_id,
            target_id=lama.target_id,
        )


def _baris_anggaran(
    pk: PerjanjianKinerja, anggaran: DokumenAnggaran
) -> Iterable[AnggaranPerjanjian]:
    for r in selectors.program_anggaran(anggaran):
        yield AnggaranPerjanjian(
            instansi_id=pk.instansi_id,
            perjanjian=pk,
            kode=r.kode,
            nama=r.nama,
            rupiah=r.rupiah,
            keterangan=r.sumber_dana,
        )
