"""Remarks on a cell of a sheet, filled or empty: written, and called settled."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import KomentarAngka
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.pengukuran.services.lembar import AlamatLembar, periode_triwulan

TERPANJANG = 2000


@layanan
def komentari_angka(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    indikator: str,
    isi: str,
) -> KomentarAngka:
    """Remark on the cell of an indicator in the quarter of a sheet, whatever the sheet's state."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.KOMENTARI_PENGUKURAN)
    periode = periode_triwulan(alamat.tahun, alamat.triwulan)
    butir = TahunUnit.muat(unit.id, alamat.tahun, indikator).butir.get(indikator)
    if butir is None:
        raise TidakDitemukan(
            _("Indikator itu tidak dijanjikan unit ini pada tahun %s.") % alamat.tahun
        )
    teks = isi.strip()
    if not teks:
        raise IsianTidakSah.dari(_("Komentar tidak disimpan."), {"isi": _("Tulis komentarnya.")})
    if len(teks) > TERPANJANG:
        raise IsianTidakSah.dari(
            _("Komentar tidak disimpan."),
            {"isi": _("Komentar paling panjang %s huruf.") % TERPANJANG},
        )
    hasil = KomentarAngka.objects.create(
        instansi=instansi,
        unit_id=unit.id,
        indikator_id=butir.versi.indikator_id,
        periode=periode,
        isi=teks,
        penulis_id=oleh.pengguna_id,
        dibuat_pada=saat,
    )
    naikkan_versi_data([(unit.id, alamat.tahun)])
    return hasil


@layanan
def selesaikan_komentar_angka(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    komentar: UUID,
    versi: int,
) -> KomentarAngka:
    """Call a remark settled."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.KOMENTARI_PENGUKURAN)
    milik = KomentarAngka.objects.filter(unit_id=tempat.id).select_related("periode")
    baris = kunci(milik, uuid=komentar)
    if baris.selesai_pada is not None:
        raise PerpindahanTidakSah(_("Komentar ini sudah diselesaikan."))
    kunci(milik, uuid=komentar, versi=versi)
    baris.selesai_oleh_id, baris.selesai_pada = oleh.pengguna_id, saat
    baris.versi += 1
    baris.save(update_fields=["selesai_oleh", "selesai_pada", "versi"])
    naikkan_versi_data([(tempat.id, baris.periode.tahun)])
    return baris
