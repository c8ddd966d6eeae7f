"""Numbers, money and days in the words of an Indonesian document."""

from datetime import date
from decimal import Decimal

from sakip.dokumen.bahan import Nilai
from sakip.dokumen.kaidah import angka

KOSONG = "–"
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
)  # fmt: skip


def rupiah(nilai: Decimal | None) -> str:
    """``2.410.000.000``: whole rupiah, grouped; sen only where there are some."""
    if nilai is None:
        return KOSONG
    return angka(nilai, 0 if nilai == nilai.to_integral_value() else 2)


def persen(nilai: Decimal | None) -> str:
    """``98,41%``: two decimals, or a dash."""
    return KOSONG if nilai is None else f"{angka(nilai, 2)}%"


def sebut_nilai(nilai: Nilai | None, satuan: str) -> str:
    """``83,50 indeks``, ``35,00%``, ``86,25% (69/80)``: a value with its unit (tafsir-0302).

    Without a value the text is empty.
    """
    if nilai is None:
        return ""
    teks = nilai.teks
    if satuan and teks != KOSONG:
        teks = f"{teks}{satuan}" if satuan == "%" else f"{teks}\u00a0{satuan}"
    return f"{teks} ({nilai.asal})" if nilai.asal else teks


def tanggal(nilai: date) -> str:
    """``23 Januari 2026``."""
    return f"{nilai.day}\u00a0{BULAN[nilai.month - 1]}\u00a0{nilai.year}"


def hari(nilai: date) -> str:
    """``Jumat``."""
    return HARI[nilai.weekday()]


def tanggal_terbilang(nilai: date) -> str:
    """``tanggal tiga puluh satu bulan Agustus tahun dua ribu dua puluh enam``."""
    return (
        f"tanggal {terbilang(nilai.day)} bulan {BULAN[nilai.month - 1]} "
        f"tahun {terbilang(nilai.year)}"
    )


def terbilang(nilai: int) -> str:
    """A whole number below ten thousand in words."""
    if nilai < len(_SATUAN):
        return _SATUAN[nilai]
    for besar, kata, satu in ((1000, "ribu", "seribu"), (100, "ratus", "seratus")):
        if nilai >= besar:
            banyak, sisa = divmod(nilai, besar)
            depan = satu if banyak == 1 else f"{terbilang(banyak)} {kata}"
            return f"{depan} {terbilang(sisa)}" if sisa > 0 else depan
    if nilai < 20:
        return f"{_SATUAN[nilai - 10]} belas"
    puluh, sisa = divmod(nilai, 10)
    return f"{_SATUAN[puluh]} puluh {_SATUAN[sisa]}" if sisa > 0 else f"{_SATUAN[puluh]} puluh"
