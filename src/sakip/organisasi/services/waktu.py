"""Opening windows, extending them with a reason, naming substitutes, recording holidays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import IsianTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    HariLibur,
    Instansi,
    Jadwal,
    JenisJadwal,
    JenisPeriode,
    Pengganti,
    Periode,
    Perpanjangan,
    SusunanUnit,
)
from sakip.organisasi.services.kebijakan import naikkan_versi_data
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
    if baru:
        akar = SusunanUnit.objects.filter(induk__isnull=True).values_list("unit_id", flat=True)
        naikkan_versi_data([(u, selectors.TAHUN_SUSUNAN) for u in akar])
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
    alasan: str = "",
    versi: int | None = None,
) -> Jadwal:
    """Open a window of a kind for a period or year; the same one again moves its days.

    ``versi``: what the page showed (0: no window yet); another one by now is refused.
    """
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.ATUR_JADWAL)
    # A window is open for all units, so a peran on one of them is not enough.
    akar = selectors.akar(lingkup)
    lingkup.wajib(Tindakan.ATUR_JADWAL, akar.jalur)
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
        defaults={"mulai": mulai, "selesai": selesai, "dasar": dasar, "alasan": alasan},
    )
    if versi is not None and versi != (0 if baru else jadwal.versi):
        raise VersiUsang(
            _("Jadwal ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda."),
            milik_anda=versi,
            tersimpan=jadwal.versi,
        )
    if not baru and (jadwal.mulai, jadwal.selesai, jadwal.dasar) != (mulai, selesai, dasar):
        jadwal.mulai, jadwal.selesai, jadwal.dasar = mulai, selesai, dasar
        jadwal.alasan = alasan
        jadwal.versi += 1
        jadwal.save(update_fields=["mulai", "selesai", "dasar", "alasan", "versi"])
    elif not baru:
        return jadwal
    # The windows are everybody's: what is kept of any unit's board depends on them.
    naikkan_versi_data([(akar.id, selectors.TAHUN_SUSUNAN)])
    return jadwal


@dataclass(frozen=True, slots=True)
class JendelaBaru:
    """A window of measurement to be laid: its quarter and its days."""

    triwulan: int
    mulai: date
    selesai: date


@layanan
def susun_jadwal(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    tahun: int,
    daftar: Sequence[JendelaBaru],
    dasar: str,
) -> list[Jadwal]:
    """Lay a year's windows of measurement in one go, all or none; one that is there is refused."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.ATUR_JADWAL)
    if not daftar:
        raise IsianTidakSah(_("Semua jendela tahun ini sudah diatur."))
    hasil = []
    for j in daftar:
        try:
            satu = atur_jadwal(
                oleh=oleh,
                saat=saat,
                instansi=instansi,
                jenis=JenisJadwal.PENGUKURAN,
                tahun=tahun,
                periode=selectors.periode(tahun, JenisPeriode.TRIWULAN, j.triwulan),
                mulai=j.mulai,
                selesai=j.selesai,
                dasar=dasar,
                versi=0,
            )
        except IsianTidakSah as galat:
            # The year's form has four rows: a fault says in which.
            raise IsianTidakSah.dari(
                galat.pesan,
                {
                    k.letak if k.letak == "dasar" else f"{k.letak}.{j.triwulan}": k.pesan
                    for k in galat.kesalahan
                },
            ) from galat
        hasil.append(satu)
    return hasil


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
    nomor: str = "",
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
    izin = Perpanjangan.objects.create(
        instansi=instansi,
        jadwal=baris,
        unit_id=tempat.id,
        sampai=sampai,
        alasan=alasan,
        nomor=nomor.strip(),
        diberikan_pada=saat,
    )
    naikkan_versi_data([(tempat.id, baris.tahun)])
    return izin


@layanan
def perpanjang_banyak(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    jadwal: UUID,
    unit: Sequence[str],
    sampai: date,
    alasan: str,
    nomor: str = "",
) -> list[Perpanjangan]:
    """One letter for several units: each gets its leave, or none does."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.ATUR_JADWAL)
    if not unit:
        raise IsianTidakSah.dari(
            _("Izin perpanjangan tidak diberikan."), {"unit": _("Pilih sekurangnya satu unit.")}
        )
    return [
        beri_perpanjangan(
            oleh=oleh,
            saat=saat,
            instansi=instansi,
            jadwal=jadwal,
            unit=satu,
            sampai=sampai,
            alasan=alasan,
            nomor=nomor,
        )
        for satu in sorted(set(unit))  # one order for all: no deadlocks
    ]


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
