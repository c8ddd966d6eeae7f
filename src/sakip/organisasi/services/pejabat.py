"""Posts, people, and who holds which post when."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    Jabatan,
    Pegawai,
    PenugasanJabatan,
    SifatPenugasan,
)
from sakip.organisasi.services.kebijakan import naikkan_versi_data

TAHUN_AWAL = 1945  # no post of this state was held before it


@layanan
def tambah_jabatan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    kode: str,
    nama: str,
    memimpin: bool = False,
    sifat: str = "asli",
) -> Jabatan:
    """Add a post to a unit (by slug); the same code twice returns the one that is there."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    tempat = selectors.unit_menurut_slug(lingkup, unit, Tindakan.TUGASKAN_PEJABAT)
    jabatan, _baru = Jabatan.objects.get_or_create(
        instansi=instansi,
        kode=kode,
        defaults={"unit_id": tempat.id, "nama": nama, "memimpin": memimpin, "sifat": sifat},
    )
    if jabatan.unit_id != tempat.id:
        raise IsianTidakSah.dari(
            _("Jabatan tidak ditambahkan: kodenya sudah dipakai di unit lain."),
            {"kode": _("Pilih kode lain.")},
        )
    return jabatan


@layanan
def catat_pegawai(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    kode: str,
    nama: str,
    nip: str = "",
    pengguna_id: int | None = None,
) -> Pegawai:
    """Record a person; the same code twice returns the one that is there."""
    selectors.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.TUGASKAN_PEJABAT)
    pegawai, _baru = Pegawai.objects.get_or_create(
        instansi=instansi,
        kode=kode,
        defaults={"nama": nama, "nip": nip, "pengguna_id": pengguna_id},
    )
    return pegawai


@layanan
def tugaskan_pejabat(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    jabatan: UUID,
    pegawai: UUID,
    sifat: str,
    mulai: date,
    selesai: date | None,
    dasar: str,
) -> PenugasanJabatan:
    """Give a post to a person from ``mulai`` to ``selesai`` inclusive (``None``: open).

    The database allows one holder a day, whether definitif, Plt. or Plh.; the refusal names who
    holds the post and until when.
    """
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    pos = kunci(Jabatan.objects.filter(instansi=instansi).select_related("unit"), uuid=jabatan)
    selectors.unit_menurut_slug(lingkup, pos.unit.slug, Tindakan.TUGASKAN_PEJABAT)
    orang = kunci(Pegawai.objects.filter(instansi=instansi), uuid=pegawai)
    if sifat not in SifatPenugasan.values:
        raise IsianTidakSah.dari(
            _("Penugasan tidak disimpan."),
            {"sifat": _("Pilih: %s.") % ", ".join(SifatPenugasan.values)},
        )
    masa = masa_penugasan(mulai, selesai)
    bentrok = (
        PenugasanJabatan.objects.filter(jabatan=pos, masa__overlap=masa)
        .select_related("pegawai")
        .first()
    )
    if bentrok is not None:
        raise _jabatan_terisi(bentrok)
    naikkan_versi_data([(pos.unit_id, selectors.TAHUN_SUSUNAN)])
    return PenugasanJabatan.objects.create(
        instansi=instansi, jabatan=pos, pegawai=orang, sifat=sifat, masa=masa, dasar=dasar
    )


def masa_penugasan(mulai: date, selesai: date | None) -> DateRange:
    """The half-open range that is stored; ``selesai`` belongs to it, ``None`` leaves it open."""
    pesan = None
    if mulai.year < TAHUN_AWAL:
        pesan = _("Tanggal mulai mendahului Republik; periksa tahunnya.")
        raise IsianTidakSah.dari(_("Masa penugasan tidak dapat disimpan."), {"mulai": pesan})
    if selesai is not None and selesai < mulai:
        pesan = _("Tanggal selesai mendahului tanggal mulai.")
    elif selesai == date.max:
        pesan = _("Kosongkan tanggal selesai bila belum ditentukan.")
    if pesan is not None:
        raise IsianTidakSah.dari(_("Masa penugasan tidak dapat disimpan."), {"selesai": pesan})
    return DateRange(mulai, None if selesai is None else selesai + timedelta(days=1))


def _jabatan_terisi(bentrok: PenugasanJabatan) -> IsianTidakSah:
    sampai = bentrok.masa.upper
    return IsianTidakSah.dari(
        _("Jabatan ini sudah terisi pada masa itu."),
        {
            "mulai": _(
                "%(nama)s (%(sifat)s) memegangnya sejak %(mulai)s %(sampai)s. "
                "Akhiri dahulu penugasan itu, atau pilih tanggal lain."
            )
            % {
                "nama": bentrok.pegawai.nama,
                "sifat": bentrok.get_sifat_display(),
                "mulai": date_format(bentrok.masa.lower, "j F Y"),
                "sampai": _("tanpa tanggal akhir")
                if sampai is None
                else _("sampai %s") % date_format(sampai - timedelta(days=1), "j F Y"),
            }
        },
    )


@layanan
def akhiri_penugasan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    penugasan: UUID,
    versi: int,
    selesai: date,
) -> PenugasanJabatan:
    """Let a holding end on ``selesai`` (inclusive); stale or already ended ones are refused."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    baris = kunci(
        PenugasanJabatan.objects.filter(instansi=instansi).select_related("jabatan__unit"),
        uuid=penugasan,
        versi=versi,
    )
    selectors.unit_menurut_slug(lingkup, baris.jabatan.unit.slug, Tindakan.TUGASKAN_PEJABAT)
    akhir = None if baris.masa.upper is None else baris.masa.upper - timedelta(days=1)
    if akhir is not None and akhir <= selesai:
        raise IsianTidakSah.dari(
            _("Penugasan tidak diubah."),
            {"selesai": _("Penugasan ini sudah berakhir pada %s.") % date_format(akhir, "j F Y")},
        )
    baris.masa = masa_penugasan(baris.masa.lower, selesai)
    baris.versi += 1
    baris.save(update_fields=["masa", "versi"])
    naikkan_versi_data([(baris.jabatan.unit_id, selectors.TAHUN_SUSUNAN)])
    return baris
