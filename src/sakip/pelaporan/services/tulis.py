"""Opening a report and writing its parts."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.pelaporan import kaidah, selectors
from sakip.pelaporan.models import BagianLaporan, LaporanKinerja
from sakip.pelaporan.services.catatan import terkunci, tugaskan

PANJANG_MAKS = 20_000


@layanan
def buka_laporan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    sifat: str = "asli",
) -> LaporanKinerja:
    """Open the report of a unit on a year; twice gives the one that is there.

    A year that is not over cannot be reported on yet.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.SUSUN_LAPORAN)
    if tahun >= lingkup.pada.year:
        raise IsianTidakSah.dari(
            _("Laporan belum dapat dibuka."),
            {"tahun": _("Tahun %s belum selesai; laporannya disusun sesudah 31 Desember.") % tahun},
        )
    laporan, baru = LaporanKinerja.objects.get_or_create(
        instansi=instansi, unit_id=tempat.id, tahun=tahun, nomor=1, defaults={"sifat": sifat}
    )
    if baru:
        tugaskan(laporan, tempat, saat=saat, zona=instansi.zona)
        naikkan_versi_data([(tempat.id, tahun)])
    return laporan


@layanan
def tulis_bagian(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    laporan: UUID,
    kode: str,
    teks: str,
    versi: int,
    tanggapan: str = "",
) -> BagianLaporan:
    """Write one part; ``versi`` is that of the part as it was seen, 0 for one not yet written.

    Compares it with last year's text; what is nearly the same needs ``tanggapan`` before the report
    can be handed up.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    baris, unit = terkunci(instansi, lingkup, laporan, None, Tindakan.SUSUN_LAPORAN)
    selectors.ALUR_LAPORAN.pindah(
        keadaan=baris.keadaan, tindakan="tulis", lingkup=lingkup, jalur=unit.jalur
    )
    selectors.bagian_laporan(lingkup, unit, baris, kode, lingkup.pada)
    if len(teks) > PANJANG_MAKS:
        raise IsianTidakSah.dari(
            _("Bagian tidak disimpan."),
            {"teks": _("Paling banyak %s huruf; pindahkan rincian ke lampiran.") % PANJANG_MAKS},
        )
    bagian = BagianLaporan.objects.filter(laporan=baris, kode=kode).first()
    if (bagian.versi if bagian else 0) != versi:
        raise VersiUsang(
            _("Bagian ini sudah ditulis orang lain sejak Anda membukanya. Bandingkan dahulu."),
            milik_anda=versi,
            tersimpan=bagian.versi if bagian else 0,
        )
    lalu = selectors.tahun_lalu(baris, kode)
    bagian = bagian or BagianLaporan(instansi=instansi, laporan=baris, kode=kode, versi=0)
    bagian.teks = teks.replace("\r\n", "\n").strip()
    bagian.penulis_id = oleh.pengguna_id
    bagian.ditulis_pada = saat
    bagian.kemiripan = kaidah.persen_mirip(bagian.teks, lalu.teks) if lalu else None
    bagian.tanggapan_kemiripan = tanggapan.strip()
    bagian.versi += 1
    bagian.save()
    return bagian
