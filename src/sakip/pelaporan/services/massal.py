"""Printing the drafts of many units: asked for in one act, done in the background one by one."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.services import simpan_berkas
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.dokumen.laporan import pdf_laporan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, Instansi, Sifat
from sakip.organisasi.services.unit import hanya_sistem
from sakip.pelaporan.models import CetakMassal, HasilCetak, LaporanKinerja
from sakip.pelaporan.selectors import susun_bahan_laporan

MIME_PDF = "application/pdf"


@layanan
def minta_cetak_massal(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, tahun: int
) -> CetakMassal:
    """Queue the drafts of every unit in reach; returns at once, the worker does the rest.

    One that is still running is not asked for twice.
    """
    from sakip.pelaporan.pekerjaan import cetak_satu  # noqa: PLC0415 - it calls this module

    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.daftar_unit(lingkup, Tindakan.CETAK_MASSAL, jenis=PERANGKAT_DAERAH)
    lingkup.wajib(Tindakan.CETAK_MASSAL)
    if HasilCetak.objects.filter(
        instansi=instansi, cetak__tahun=tahun, selesai_pada__isnull=True
    ).exists():
        raise IsianTidakSah(_("Pencetakan tahun %s masih berjalan. Tunggu sampai selesai.") % tahun)
    cetak = CetakMassal.objects.create(
        instansi=instansi, tahun=tahun, diminta_pada=saat, oleh_id=oleh.pengguna_id
    )
    hasil = HasilCetak.objects.bulk_create(
        HasilCetak(instansi=instansi, cetak=cetak, unit_id=u.id) for u in unit
    )
    for h in hasil:
        cetak_satu.defer(hasil=str(h.uuid), saat=saat.isoformat())
    return cetak


@layanan
def cetak_konsep(*, oleh: Pelaku, saat: datetime, hasil: UUID) -> HasilCetak:
    """Print one unit's draft; a unit without a report says so. Twice prints once."""
    hanya_sistem(oleh)
    baris = kunci(HasilCetak.objects.select_related("instansi", "cetak", "unit"), uuid=hasil)
    if baris.selesai_pada is not None:
        return baris
    lingkup = organisasi.lingkup_pelaku(oleh, baris.instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, baris.unit.slug, Tindakan.LIHAT_LAPORAN)
    laporan = (
        LaporanKinerja.objects.filter(unit_id=unit.id, tahun=baris.cetak.tahun)
        .order_by("-nomor")
        .first()
    )
    if laporan is None:
        # The draft of a report nobody opened yet: figures are there, words are not.
        sifat = Sifat.CONTOH if baris.instansi.contoh else Sifat.ASLI
        laporan = LaporanKinerja(
            instansi=baris.instansi, unit_id=unit.id, tahun=baris.cetak.tahun, sifat=sifat
        )
    bahan = susun_bahan_laporan(
        lingkup, laporan, unit, instansi=baris.instansi.nama, tanggal=lingkup.pada
    )
    if not any(i.realisasi for s in bahan.sasaran for i in s.indikator):
        baris.sebab = _("belum ada realisasi yang dapat dilaporkan")
    else:
        baris.berkas = simpan_berkas(
            instansi=baris.instansi, isi=pdf_laporan(bahan), jenis=MIME_PDF, saat=saat
        )
    baris.selesai_pada = saat
    baris.save(update_fields=["berkas", "sebab", "selesai_pada"])
    return baris
