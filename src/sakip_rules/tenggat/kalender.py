"""Days, working days, months and zones: what deadlines are counted with. Pure, and without a clock.

Holidays are an input (``hari_libur``): they are decreed year by year and differ between regions.
Weekdays are numbered like ``date.weekday()``: Monday is 0, Sunday is 6.
"""

import calendar
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat

SABTU_MINGGU: frozenset[int] = frozenset({5, 6})
_SEMINGGU = frozenset(range(7))
# The longest run of days off that is still a calendar and not a mistake in the list of holidays.
_LIBUR_TERPANJANG = 60


class Zona(StrEnum):
    """The three zones of Indonesia. None of them has daylight saving time."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def info(self) -> ZoneInfo:
        """Give the tz database's zone for this abbreviation."""
        return ZoneInfo(_NAMA_ZONA[self])


_NAMA_ZONA = {
    Zona.WIB: "Asia/Jakarta",
    Zona.WITA: "Asia/Makassar",
    Zona.WIT: "Asia/Jayapura",
}


class BilaLibur(StrEnum):
    """What happens to a deadline that falls on a day off (tafsir-0003)."""

    TETAP = "tetap"
    MUNDUR = "mundur_ke_hari_kerja_berikut"
    MAJU = "maju_ke_hari_kerja_sebelumnya"


class AkhirPekan(StrEnum):
    """Which days of the week offices rest (tafsir-0007)."""

    SABTU_MINGGU = "sabtu_minggu"
    MINGGU = "minggu"

    @property
    def hari(self) -> frozenset[int]:
        """Give the numbers of those days, Monday being 0."""
        return SABTU_MINGGU if self is AkhirPekan.SABTU_MINGGU else frozenset({6})


class BilaTanggalTiada(StrEnum):
    """What "one month after 31 January" means (tafsir-0004)."""

    HARI_TERAKHIR_BULAN = "hari_terakhir_bulan"
    HARI_PERTAMA_BULAN_BERIKUT = "hari_pertama_bulan_berikut"


def hari_kerja(
    tanggal: date,
    *,
    hari_libur: AbstractSet[date],
    akhir_pekan: AbstractSet[int] = SABTU_MINGGU,
) -> bool:
    """Say whether offices work on that day: neither weekend nor holiday (tafsir-0007)."""
    return tanggal.weekday() not in akhir_pekan and tanggal not in hari_libur


def geser_hari_libur(
    tanggal: date,
    cara: BilaLibur,
    *,
    hari_libur: AbstractSet[date],
    akhir_pekan: AbstractSet[int] = SABTU_MINGGU,
) -> date:
    """Move a date off weekends and holidays the chosen way; a working day stays (tafsir-0003).

    Raises ``MasukanSalah`` when no working day is found within sixty days.
    """
    if cara is BilaLibur.TETAP:
        return tanggal
    langkah = timedelta(days=1 if cara is BilaLibur.MUNDUR else -1)
    _tolak_pekan_tanpa_kerja(akhir_pekan)
    for _ in range(_LIBUR_TERPANJANG):
        if hari_kerja(tanggal, hari_libur=hari_libur, akhir_pekan=akhir_pekan):
            return tanggal
        tanggal += langkah
    raise MasukanSalah(
        kalimat(
            "Tidak ada hari kerja dalam {hari} hari di sekitar {tanggal}; "
            "periksa daftar hari libur.",
            hari=_LIBUR_TERPANJANG,
            tanggal=tanggal.isoformat(),
        )
    )


def tambah_hari_kerja(
    mulai: date,
    banyak: int,
    *,
    hari_libur: AbstractSet[date],
    akhir_pekan: AbstractSet[int] = SABTU_MINGGU,
) -> date:
    """Give the ``banyak``-th working day after ``mulai``, itself not counted (tafsir-0007).

    Raises ``MasukanSalah`` when ``banyak`` is below one.
    """
    if banyak < 1:
        raise MasukanSalah(
            kalimat("Banyaknya hari kerja harus 1 atau lebih, bukan {banyak}.", banyak=banyak)
        )
    tanggal = mulai
    for _ in range(banyak):
        tanggal = geser_hari_libur(
            tanggal + timedelta(days=1),
            BilaLibur.MUNDUR,
            hari_libur=hari_libur,
            akhir_pekan=akhir_pekan,
        )
    return tanggal


def hari_kerja_antara(
    mulai: date,
    sampai: date,
    *,
    hari_libur: AbstractSet[date],
    akhir_pekan: AbstractSet[int] = SABTU_MINGGU,
) -> int:
    """Count the working days after ``mulai`` up to and including ``sampai``; 0 when not later.

    With a deadline and the day of handing in this is "terlambat n hari kerja" (tafsir-0007).
    """
    return sum(
        hari_kerja(mulai + timedelta(days=n), hari_libur=hari_libur, akhir_pekan=akhir_pekan)
        for n in range(1, (sampai - mulai).days + 1)
    )


def tambah_bulan(
    mulai: date,
    bulan: int,
    *,
    bila_tiada: BilaTanggalTiada = BilaTanggalTiada.HARI_TERAKHIR_BULAN,
) -> date:
    """Give the same day ``bulan`` calendar months later; tafsir-0004 on the 29th to the 31st."""
    tahun, nomor = divmod(mulai.year * 12 + mulai.month - 1 + bulan, 12)
    panjang = calendar.monthrange(tahun, nomor + 1)[1]
    if mulai.day <= panjang:
        return date(tahun, nomor + 1, mulai.day)
    akhir_bulan = date(tahun, nomor + 1, panjang)
    if bila_tiada is BilaTanggalTiada.HARI_TERAKHIR_BULAN:
        return akhir_bulan
    return akhir_bulan + timedelta(days=1)


def batas_waktu(tanggal: date, zona: Zona) -> datetime:
    """Give the last microsecond of that day in that zone, zone-aware (tafsir-0006).

    On time is ``saat <= batas_waktu(...)``; Python and PostgreSQL both count microseconds.
    """
    return datetime.combine(tanggal, time.max, tzinfo=zona.info)


def tepat_waktu(saat: datetime, tanggal: date, zona: Zona) -> bool:
    """Say whether an aware moment still lies within the deadline's day in that zone.

    Raises ``MasukanSalah`` for a moment without zone: it would mean another day elsewhere.
    """
    if saat.utcoffset() is None:
        raise MasukanSalah(
            kalimat("Saat {saat} tidak mempunyai zona waktu.", saat=saat.isoformat())
        )
    return saat <= batas_waktu(tanggal, zona)


def _tolak_pekan_tanpa_kerja(akhir_pekan: AbstractSet[int]) -> None:
    if akhir_pekan >= _SEMINGGU:
        raise MasukanSalah(kalimat("Akhir pekan tidak boleh mencakup ketujuh hari."))
