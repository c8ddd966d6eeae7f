"""What holds once a window of measurement has closed, and how late a sheet is by then."""

from collections.abc import Set as AbstractSet
from datetime import date

from sakip.organisasi import selectors as organisasi
from sakip.organisasi.kaidah import JENDELA, SesudahTutup, sesudah_tutup
from sakip.pengukuran.kaidah.waktu import terlambat


def terkunci_sesudah_tutup(instansi_id: int, pada: date) -> bool:
    """Whether the policy refuses entry after a window, instead of marking it late. One query."""
    pilihan = organisasi.kebijakan_berlaku(instansi_id, JENDELA, pada)
    return sesudah_tutup(pilihan) is SesudahTutup.KUNCI


def hari_terlambat(selesai: date | None, pada: date, libur: AbstractSet[date]) -> int:
    """Working days by which a sheet would be late if it were handed in today; 0 in time.

    They count from the window itself, whatever leave there is for more days (tafsir-0019).
    """
    return 0 if selesai is None or pada <= selesai else terlambat(selesai, pada, libur)
