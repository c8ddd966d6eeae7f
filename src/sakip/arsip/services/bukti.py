"""Evidence: uploaded or linked once, usable anywhere, withdrawn but never deleted."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.isi import SEMUA, rapikan_nama
from sakip.arsip.models import Bukti, Retensi
from sakip.arsip.services.berkas import periksa_berkas, simpan_berkas
from sakip.arsip.services.tautan import antrekan
from sakip.arsip.tautan import AlamatDitolak, baca_tautan
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.kaidah import BUKTI, kebijakan_bukti
from sakip.organisasi.models import Instansi, Sifat
from sakip.organisasi.services import naikkan_versi_data

PANJANG_JUDUL = 200
TAHUN = (2000, 2100)


@dataclass(frozen=True, slots=True)
class Keterangan:
    """What people say of a piece of evidence, beside the file or the link itself."""

    judul: str
    tahun: int
    tanggal: date | None
    berlaku_sampai: date | None
    retensi: str
    sifat: str


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
    berlaku_sampai: date | None = None,
    retensi: str = Retensi.KINERJA,
    sifat: str = Sifat.ASLI,
) -> Bukti:
    """Store evidence of a unit (by slug). The same file, year and title twice gives the first.

    ``tanggal`` is the date on the evidence itself; ``berlaku_sampai`` the last day on which it
    still proves anything. How large each kind may be is the policy ``bukti`` of the instansi.
    Faults come back all at once.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.UNGGAH_BUKTI)
    k = Keterangan(" ".join(judul.split()), tahun, tanggal, berlaku_sampai, retensi, sifat)
    nama = rapikan_nama(nama_berkas)
    batas = kebijakan_bukti(organisasi.kebijakan_berlaku(instansi.pk, BUKTI, lingkup.pada)).ukuran
    jenis, pesan = periksa_berkas(isi, nama, SEMUA, batas)
    salah = ({"berkas": pesan} if pesan else {}) | _salah(k, lingkup.pada)
    if jenis is None or salah:
        raise IsianTidakSah.dari(_("Bukti tidak disimpan."), salah)
    berkas = simpan_berkas(instansi=instansi, isi=isi, jenis=jenis.mime, saat=saat)
    ada = Bukti.objects.filter(
        unit_id=tempat.id, berkas=berkas, tahun=tahun, judul=k.judul, ditarik=False
    ).first()
    if ada is not None:
        return ada
    baru = Bukti(berkas=berkas, nama_berkas=nama)
    return _catat(baru, k, instansi, tempat.id, saat)


@layanan
def simpan_tautan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    judul: str,
    url: str,
    tahun: int,
    tanggal: date | None = None,
    berlaku_sampai: date | None = None,
    retensi: str = Retensi.KINERJA,
    sifat: str = Sifat.ASLI,
) -> Bukti:
    """Store a link as evidence. Whether it opens is looked at afterwards, by the worker.

    Only https to a public name. The same link, year and title twice gives the first.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.UNGGAH_BUKTI)
    k = Keterangan(" ".join(judul.split()), tahun, tanggal, berlaku_sampai, retensi, sifat)
    salah, alamat = _salah(k, lingkup.pada), ""
    try:
        alamat = baca_tautan(url).url
    except AlamatDitolak as sebab:
        salah = {"url": str(sebab)} | salah
    if salah:
        raise IsianTidakSah.dari(_("Tautan tidak disimpan."), salah)
    ada = Bukti.objects.filter(
        unit_id=tempat.id, url=alamat, tahun=tahun, judul=k.judul, ditarik=False
    ).first()
    if ada is not None:
        return ada
    bukti = _catat(Bukti(url=alamat), k, instansi, tempat.id, saat)
    antrekan(bukti, saat)
    return bukti


def _catat(b: Bukti, k: Keterangan, instansi: Instansi, unit_id: int, saat: datetime) -> Bukti:
    b.instansi, b.unit_id, b.diunggah_pada = instansi, unit_id, saat
    b.judul, b.tahun, b.tanggal, b.sifat = k.judul, k.tahun, k.tanggal, k.sifat
    b.berlaku_sampai, b.retensi = k.berlaku_sampai, k.retensi
    b.save(force_insert=True)
    naikkan_versi_data([(unit_id, k.tahun)])
    return b


def _salah(k: Keterangan, pada: date) -> dict[str, str]:
    awal, akhir = TAHUN
    salah = {}
    if not 0 < len(k.judul) <= PANJANG_JUDUL:
        salah["judul"] = _("Tulis judul bukti, paling panjang %s huruf.") % PANJANG_JUDUL
    if not awal <= k.tahun <= akhir:
        salah["tahun"] = _("Tahun %(tahun)s di luar %(awal)s–%(akhir)s.") % {
            "tahun": k.tahun,
            "awal": awal,
            "akhir": akhir,
        }
    if k.tanggal is not None and k.tanggal > pada:
        salah["tanggal"] = _("Tanggal bukti ada di masa depan. Periksa tanggalnya.")
    if k.tanggal and k.berlaku_sampai and k.berlaku_sampai < k.tanggal:
        salah["berlaku_sampai"] = _("Berlaku sampai mendahului tanggal buktinya.")
    if k.retensi not in Retensi.values:
        salah["retensi"] = _("Pilih: %s.") % ", ".join(str(r.label) for r in Retensi)
    return salah


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
