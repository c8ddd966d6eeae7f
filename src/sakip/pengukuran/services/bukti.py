"""Evidence behind a figure, with the page it stands on."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import BuktiRealisasi, KeadaanRealisasi, Realisasi
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.pengukuran.services.daftar_periksa import bukti_unit
from sakip.pengukuran.services.isi import wajib_pengampu

PANJANG_HALAMAN = 40


@layanan
def tautkan_bukti(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    realisasi: UUID,
    bukti: UUID,
    halaman: str = "",
) -> BuktiRealisasi:
    """Put evidence behind a figure until the figure is locked; twice only moves the page."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.ISI_PENGUKURAN)
    r = kunci(
        Realisasi.objects.filter(instansi=instansi, unit_id=tempat.id).select_related(
            "indikator", "periode"
        ),
        uuid=realisasi,
    )
    butir = TahunUnit.muat(tempat.id, r.periode.tahun, r.indikator.kode).butir.get(r.indikator.kode)
    if butir is None:
        raise TidakDitemukan(_("Indikator itu tidak dijanjikan unit ini."))
    wajib_pengampu(lingkup, tempat, butir)
    if r.keadaan == KeadaanRealisasi.TERKUNCI:
        raise PerpindahanTidakSah(_("Angka ini sudah terkunci, juga bukti di belakangnya."))
    if len(halaman) > PANJANG_HALAMAN:
        raise IsianTidakSah.dari(
            _("Bukti tidak ditautkan."),
            {"halaman": _("Paling panjang %s huruf.") % PANJANG_HALAMAN},
        )
    hasil, baru = BuktiRealisasi.objects.get_or_create(
        instansi=instansi,
        realisasi=r,
        bukti=bukti_unit(instansi, tempat, bukti),
        defaults={"halaman": halaman.strip()},
    )
    if not baru and hasil.halaman != halaman.strip():
        hasil.halaman = halaman.strip()
        hasil.save(update_fields=["halaman"])
    naikkan_versi_data([(tempat.id, r.periode.tahun)])
    return hasil
