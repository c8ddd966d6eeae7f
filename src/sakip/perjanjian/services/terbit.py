"""Issuing the document of an agreement, and the time for which an agreement is in force."""

from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange

from sakip.arsip.kode import alamat_periksa, kode_baru
from sakip.arsip.models import DokumenTerbit, JenisTerbit
from sakip.arsip.services import terbitkan_dokumen
from sakip.bersama.izin import Lingkup
from sakip.dokumen.perjanjian import judul_perjanjian, pdf_perjanjian
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.perjanjian.models import PerjanjianKinerja
from sakip.perjanjian.selectors import naskah_perjanjian


def terbitkan(  # noqa: PLR0913
    lingkup: Lingkup,
    pk: PerjanjianKinerja,
    tempat: UnitTampak,
    *,
    instansi: Instansi,
    tanggal: date,
    saat: datetime,
) -> DokumenTerbit:
    """Print and issue the agreement as it stands; a paper of it issued before is replaced.

    The document of the agreement before this one is replaced only when this one is in force.
    """
    kode = kode_baru()
    bahan = naskah_perjanjian(
        lingkup,
        pk,
        tempat,
        instansi=instansi.nama,
        tanggal=tanggal,
        kode_periksa=kode,
        alamat_periksa=alamat_periksa(kode),
    )
    dokumen = terbitkan_dokumen(
        instansi=instansi,
        unit_id=pk.unit_id,
        jenis=JenisTerbit.PERJANJIAN,
        tahun=pk.tahun,
        judul=f"{judul_perjanjian(bahan)} {tempat.nama}",
        bahan=bahan.ke_data(),
        pdf=pdf_perjanjian(bahan),
        kode_periksa=kode,
        tanggal=tanggal,
        saat=saat,
        sifat=pk.sifat,
        gantikan=False,
    )
    _gantikan(pk.dokumen_id, dokumen)
    pk.dokumen = dokumen
    pk.save(update_fields=["dokumen"])
    return dokumen


def nyatakan_berlaku(pk: PerjanjianKinerja) -> None:
    """Set from when to when: the first of a year from 1 January, a later one from its signing.

    The agreement before it ends the day before and keeps its document, marked as replaced.
    """
    assert pk.tanggal_kedua is not None  # noqa: S101 - called by the act that sets it
    lama = pk.sebelumnya
    awal = date(pk.tahun, 1, 1) if lama is None else pk.tanggal_kedua
    pk.berlaku = DateRange(awal, date(pk.tahun + 1, 1, 1))
    pk.save(update_fields=["berlaku"])
    if lama is not None and lama.berlaku is not None:
        lama.berlaku = DateRange(lama.berlaku.lower, awal)
        lama.versi += 1
        lama.save(update_fields=["berlaku", "versi"])
        if pk.dokumen is not None:
            _gantikan(lama.dokumen_id, pk.dokumen)


def _gantikan(lama: int | None, baru: DokumenTerbit) -> None:
    if lama is not None:
        DokumenTerbit.objects.filter(pk=lama).update(pengganti=baru)
