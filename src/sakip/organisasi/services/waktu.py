"""Opening windows, extending them with a reason, naming substitutes, recording holidays."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import IsianTidakSah, TidakDitemukan
from sakip.bersama.izin import Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    HariLibur,
    Instansi,
    Jadwal,
    JenisJadwal,
    Pengganti,
    Periode,
    Perpanjangan,
)
from sakip.organisasi.services.pejabat import masa_penugasan
from sakip.organisasi.services.unit import hanya_sistem


@layanan
def catat_libur(
    *,
    oleh: Pelaku,
    saat: datetime,  # noqa: ARG001 - every service takes it
    daftar: Sequence[tuple[date, str, str]],
) -> int:
    """Record holidays (day, name, source); days that are there stay. Returns how many were new."""
    hanya_sistem(oleh)
    ada = set(
        HariLibur.objects.filter(tanggal__in=[t for t, _n, _s in daftar]).values_list(
            "tanggal", flat=True
        )
    )
    baru = [
        HariLibur(tanggal=t, nama=nama, sumber=sumber) for t, nama, sumber in daftar if t not in ada
    ]
    HariLibur.objects.bulk_create(baru)
    return len(baru)


@layanan
def atur_jadwal(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    jenis: str,
    tahun: int,
    periode: Periode | None,
    mulai: date,
    selesai: date,
    dasar: str,
) -> Jadwal:
    """Open a window of a kind for a period or year; the same one again moves its days."""
    selectors.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.ATUR_JADWAL)
    salah = {}
    if jenis not in JenisJadwal.values:
        salah["jenis"] = _("Pilih: %s.") % ", ".join(JenisJadwal.values)
    if (jenis == JenisJadwal.PENGUKURAN) != (periode is not None):
        salah["periode"] = _("Jadwal pengukuran memerlukan periode; jadwal lain tidak.")
    if selesai < mulai:
        salah["selesai"] = _("Hari terakhir mendahului hari pertama.")
    if not dasar.strip():
        salah["dasar"] = _("Sebutkan surat atau keputusan yang menjadi dasarnya.")
    if salah:
        raise IsianTidakSah.dari(_("Jadwal tidak disimpan."), salah)
    jadwal, baru = Jadwal.objects.select_for_update().get_or_create(
        instansi=instansi,
        jenis=jenis,
        tahun=tahun,
        periode=periode,
        defaults={"mulai": mulai, "selesai": selesai, "dasar": dasar},
    )
    if not baru and (jadwal.mulai, jadwal.selesai, jadwal.dasar) != (mulai, selesai, dasar):
        jadwal.mulai, jadwal.selesai, jadwal.dasar = mulai, selesai, dasar
        jadwal.versi += 1
        jadwal.save(update_fields=["mulai", "selesai", "dasar", "versi"])
    return jadwal


@layanan
def beri_perpanjangan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    jadwal: UUID,
    unit: str,
    sampai: date,
    alasan: str,
) -> Perpanjangan:
    """Let one unit act until ``sampai`` although the window closes before. Kept for ever."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    tempat = selectors.unit_menurut_slug(lingkup, unit, Tindakan.ATUR_JADWAL)
    baris = kunci(Jadwal.objects.filter(instansi=instansi), uuid=jadwal)
    salah = {}
    if sampai <= baris.selesai:
        salah["sampai"] = _("Jadwalnya sendiri sudah sampai %s.") % date_format(
            baris.selesai, "j F Y"
        )
    if not alasan.strip():
        salah["alasan"] = _("Tulis alasannya; ia disimpan dan terlihat evaluator.")
    if salah:
        raise IsianTidakSah.dari(_("Izin perpanjangan tidak diberikan."), salah)
    return Perpanjangan.objects.create(
        instansi=instansi,
        jadwal=baris,
        unit_id=tempat.id,
        sampai=sampai,
        alasan=alasan,
        diberikan_pada=saat,
    )


@layanan
def tunjuk_pengganti(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    peran: Peran,
    pengguna_id: int,
    mulai: date,
    selesai: date,
    dasar: str,
) -> Pengganti:
    """Name who acts for a peran of a unit where its holder may not check the own work."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    tempat = selectors.unit_menurut_slug(lingkup, unit, Tindakan.TUNJUK_PENGGANTI)
    if not Pengguna.objects.filter(pk=pengguna_id, sistem=False).exists():
        raise TidakDitemukan(_("Akun itu tidak ada."))
    if not dasar.strip():
        raise IsianTidakSah.dari(
            _("Pengganti tidak ditunjuk."), {"dasar": _("Sebutkan nomor surat tugasnya.")}
        )
    try:
        with transaction.atomic():
            return Pengganti.objects.create(
                instansi=instansi,
                unit_id=tempat.id,
                peran=peran,
                pengguna_id=pengguna_id,
                masa=masa_penugasan(mulai, selesai),
                dasar=dasar,
            )
    except IntegrityError as sebab:
        raise IsianTidakSah.dari(
            _("Pengganti tidak ditunjuk."),
            {"mulai": _("Sudah ada pengganti untuk peran itu pada masa yang sama.")},
        ) from sebab
