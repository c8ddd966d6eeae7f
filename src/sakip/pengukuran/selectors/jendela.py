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


def hari_terlambat(
    selesai: date | None, batas: date | None, pada: date, libur: AbstractSet[date]
) -> int:
    """Working days late today of a sheet that was not handed in; 0 in time.

    Leave for more days (``batas``) keeps a sheet from being late while it runs; after it the days
    count from the window itself, as they do when the sheet is handed in (tafsir-0019).
    """
    if selesai is None or batas is None or pada <= batas:
        return 0
    return terlambat(selesai, pada, libur)
