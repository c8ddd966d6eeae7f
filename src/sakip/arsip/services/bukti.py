"""Evidence: uploaded once, usable anywhere, withdrawn but never deleted."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.isi import SEMUA, rapikan_nama
from sakip.arsip.models import Bukti
from sakip.arsip.services.berkas import periksa_berkas, simpan_berkas
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Sifat
from sakip.organisasi.services import naikkan_versi_data

PANJANG_JUDUL = 200
TAHUN = (2000, 2100)


@layanan
def simpan_bukti(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    judul: str,
    nama_berkas: str,
    isi: bytes,
    tahun: int,
    tanggal: date | None = None,
    sifat: str = Sifat.ASLI,
) -> Bukti:
    """Store evidence of a unit (by slug). The same file, year and title twice gives the first.

    ``tanggal`` is the date on the evidence itself. Faults come back all at once.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.UNGGAH_BUKTI)
    judul, nama = " ".join(judul.split()), rapikan_nama(nama_berkas)
    jenis, pesan = periksa_berkas(isi, nama, SEMUA)
    salah = {"berkas": pesan} | _salah(judul, tahun, tanggal, lingkup.pada)
    salah = {letak: teks for letak, teks in salah.items() if teks}
    if jenis is None or salah:
        raise IsianTidakSah.dari(_("Bukti tidak disimpan."), salah)
    berkas = simpan_berkas(instansi=instansi, isi=isi, jenis=jenis.mime, saat=saat)
    ada = Bukti.objects.filter(
        unit_id=tempat.id, berkas=berkas, tahun=tahun, judul=judul, ditarik=False
    ).first()
    if ada is not None:
        return ada
    bukti = Bukti.objects.create(
        instansi=instansi,
        unit_id=tempat.id,
        berkas=berkas,
        judul=judul,
        nama_berkas=nama,
        tahun=tahun,
        tanggal=tanggal,
        diunggah_pada=saat,
        sifat=sifat,
    )
    naikkan_versi_data([(tempat.id, tahun)])
    return bukti


def _salah(judul: str, tahun: int, tanggal: date | None, pada: date) -> dict[str, str]:
    awal, akhir = TAHUN
    return {
        "judul": ""
        if 0 < len(judul) <= PANJANG_JUDUL
        else _("Tulis judul bukti, paling panjang %s huruf.") % PANJANG_JUDUL,
        "tahun": ""
        if awal <= tahun <= akhir
        else _("Tahun %(tahun)s di luar %(awal)s–%(akhir)s.")
        % {"tahun": tahun, "awal": awal, "akhir": akhir},
        "tanggal": _("Tanggal bukti ada di masa depan. Periksa tanggalnya.")
        if tanggal is not None and tanggal > pada
        else "",
    }


@layanan
def tarik_bukti(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, bukti: UUID, versi: int
) -> Bukti:
    """Withdraw evidence: it can no longer be chosen; where it was used it still stands."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    baris = kunci(
        Bukti.objects.filter(instansi=instansi).select_related("unit"), uuid=bukti, versi=versi
    )
    organisasi.unit_menurut_slug(lingkup, baris.unit.slug, Tindakan.UNGGAH_BUKTI)
    if baris.ditarik:
        return baris
    baris.ditarik = True
    baris.versi += 1
    baris.save(update_fields=["ditarik", "versi"])
    naikkan_versi_data([(baris.unit_id, baris.tahun)])
    return baris
