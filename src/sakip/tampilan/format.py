"""Numbers, money, dates and durations as people read them, in Indonesian and in English.

Numbers stay ``Decimal`` to the last character and are rounded here, once, half up. Babel knows
dates; digits are grouped by ``Decimal``'s own formatting, which is some twenty times quicker and,
in the tests, says the same as Babel. A value that is missing is shown as a dash, never as zero;
*why* it is missing is for a badge to say (``penanda.py``).
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from babel.dates import format_date
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from markupsafe import Markup

KOSONG = "–"
_DESIMAL_JEJAK = 6
_TEPAT = Context(prec=400, rounding=ROUND_HALF_UP)
_TANDA_BACA = {
    "id": str.maketrans({",": ".", ".": ",", "-": "−"}),
    "en": str.maketrans({"-": "−"}),
}
_ZONA = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
_TANPA_NILAI = Markup('<span class="kosong">–</span>')
Angka = Decimal | int


def bahasa() -> str:
    """Return "id" or "en", after the active language; anything else reads Indonesian."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def bulatkan(nilai: Angka, desimal: int) -> Decimal:
    """Round half up, away from zero: 70,005 at two decimals is 70,01."""
    bulat = Decimal(nilai).quantize(_langkah(desimal), context=_TEPAT)
    return bulat.copy_abs() if bulat.is_zero() else bulat


@lru_cache(maxsize=64)
def _langkah(desimal: int) -> Decimal:
    return Decimal(1).scaleb(-desimal)


def angka(nilai: Angka | None, desimal: int | None = None) -> str:
    """``1.234,56``; without ``desimal`` every recorded digit is kept. ``None`` is a dash.

    A float is refused: it has already lost what it was.
    """
    if nilai is None:
        return KOSONG
    if type(nilai) is not Decimal:
        if type(nilai) is not int:
            pesan = f"angka harus Decimal atau int, bukan {type(nilai).__name__}"
            raise TypeError(pesan)
        nilai = Decimal(nilai)
    tepat = nilai if desimal is None else bulatkan(nilai, desimal)
    return format(tepat, ",f").translate(_TANDA_BACA[bahasa()])


def penulis_angka(desimal: int) -> Callable[[Angka | None], str]:
    """``angka`` with these decimals in the active language, for a table of hundreds of cells.

    Which language is active is asked once, here: that costs more than writing the number.
    """
    tanda_baca = _TANDA_BACA[bahasa()]

    def tulis(nilai: Angka | None) -> str:
        if nilai is None:
            return KOSONG
        if type(nilai) is not Decimal:
            return angka(nilai, desimal)
        return format(bulatkan(nilai, desimal), ",f").translate(tanda_baca)

    return tulis


def angka_rata(nilai: Angka | None, desimal: int = 2) -> Markup:
    """Digits as recorded, padded invisibly so that the commas of a column stand under each other.

    ``41`` in a column of two decimals keeps its meaning (nobody measured ,00) and its place.
    """
    if nilai is None:
        return _TANPA_NILAI
    eksponen = Decimal(nilai).as_tuple().exponent
    ada = max(0, -eksponen) if isinstance(eksponen, int) else 0
    ganjal = "0" * (desimal - ada)
    koma = "" if ada else ("," if bahasa() == "id" else ".")
    teks = angka(nilai)
    # Digits and punctuation only: there is nothing to escape, and a table has thousands of these.
    return Markup(f'{teks}<i aria-hidden="true">{koma}{ganjal}</i>' if ganjal else teks)  # noqa: S704


def persen(nilai: Angka | None, desimal: int | None = 2) -> str:
    """``95,83%``, written together as EYD writes it. ``nilai`` is already a percentage."""
    return KOSONG if nilai is None else angka(nilai, desimal) + "%"


def rupiah(nilai: Angka | None, desimal: int = 0) -> str:
    """``Rp2.410.000.000``: grouped, without a space, minus before the sign of the currency."""
    if nilai is None:
        return KOSONG
    teks = angka(nilai, desimal)
    return f"−Rp{teks[1:]}" if teks.startswith("−") else f"Rp{teks}"


def rupiah_ringkas(nilai: Angka | None, desimal: int = 2) -> str:
    """``Rp23,68 miliar``: the largest word that leaves a whole part; below a million in full."""
    if nilai is None:
        return KOSONG
    besar = abs(Decimal(nilai))
    for pangkat, kata in ((12, _("triliun")), (9, _("miliar")), (6, _("juta"))):
        if besar >= Decimal(10) ** pangkat:
            return f"{rupiah(Decimal(nilai).scaleb(-pangkat, _TEPAT), desimal)} {kata}"
    return rupiah(nilai)


@lru_cache(maxsize=4096)
def _tanggal(hari: date, pola: str, kode_bahasa: str) -> str:
    return format_date(hari, format=pola, locale=_locale(kode_bahasa))


def _locale(kode_bahasa: str) -> str:
    """English here is day-month-year: the office that reads it is in Indonesia."""
    return "en_GB" if kode_bahasa == "en" else "id"


def _hari(nilai: date | datetime) -> date:
    """Return the calendar day; a moment is first carried to the active zone."""
    if isinstance(nilai, datetime):
        return timezone.localtime(nilai).date()
    return nilai


def tanggal(nilai: date | datetime | None) -> str:
    """``26 Februari 2026``."""
    return KOSONG if nilai is None else _tanggal(_hari(nilai), "d MMMM y", bahasa())


def bulan(nilai: date | datetime | None) -> str:
    """``November 2026``."""
    return KOSONG if nilai is None else _tanggal(_hari(nilai), "MMMM y", bahasa())


def nama_bulan(nilai: date | datetime) -> str:
    """``November``, where the year stands beside it."""
    return _tanggal(_hari(nilai), "MMMM", bahasa())


def angka_polos(nilai: Decimal) -> str:
    """``1234,56`` as a field holds it: what is typed needs no points between thousands."""
    return format(nilai, "f").replace(".", ",")


def tanggal_hari(nilai: date | datetime | None) -> str:
    """``Kamis, 26 Februari 2026``."""
    return KOSONG if nilai is None else _tanggal(_hari(nilai), "EEEE, d MMMM y", bahasa())


def tanggal_pendek(nilai: date | datetime | None) -> str:
    """``26 Feb 2026``, for tables."""
    return KOSONG if nilai is None else _tanggal(_hari(nilai), "d MMM y", bahasa())


def tanggal_iso(teks: str) -> str:
    """``2022-01-01`` of a trace as ``1 Januari 2022``."""
    return tanggal(date.fromisoformat(teks))


def jam(nilai: datetime | time | None) -> str:
    """``14.02`` in Indonesian, ``14:02`` in English; a moment is read in the active zone."""
    if nilai is None:
        return KOSONG
    setempat = timezone.localtime(nilai) if isinstance(nilai, datetime) else nilai
    return setempat.strftime("%H.%M" if bahasa() == "id" else "%H:%M")


def sebutan_zona() -> str:
    """WIB, WITA or WIT after the active zone (that of the instansi); else the zone's own name."""
    nama = timezone.get_current_timezone_name()
    return _ZONA.get(nama, nama)


def waktu(nilai: datetime | None) -> str:
    """``26 Februari 2026 pukul 14.02 WIB``, in the active zone. A naive moment is refused."""
    if nilai is None:
        return KOSONG
    if timezone.is_naive(nilai):
        pesan = "saat tanpa zona waktu tidak dapat ditampilkan"
        raise ValueError(pesan)
    return _("%(tanggal)s pukul %(jam)s %(zona)s") % {
        "tanggal": tanggal(nilai),
        "jam": jam(nilai),
        "zona": sebutan_zona(),
    }


def durasi(nilai: timedelta) -> str:
    """Give the two largest units that are not zero: ``2 jam 5 menit``, ``3 hari``, ``40 detik``."""
    detik = int(abs(nilai).total_seconds())
    hari, sisa = divmod(detik, 86_400)
    jam_, sisa = divmod(sisa, 3_600)
    menit, detik = divmod(sisa, 60)
    bagian = [
        (hari, ngettext("%(n)s hari", "%(n)s hari", hari)),
        (jam_, ngettext("%(n)s jam", "%(n)s jam", jam_)),
        (menit, ngettext("%(n)s menit", "%(n)s menit", menit)),
        (detik, ngettext("%(n)s detik", "%(n)s detik", detik)),
    ]
    tampil = [pola % {"n": angka(n)} for n, pola in bagian if n != 0][:2]
    return " ".join(tampil) or ngettext("%(n)s detik", "%(n)s detik", 0) % {"n": 0}


def sisa_hari(hari: int) -> str:
    """Days until a deadline, in words: ``18 hari lagi``, ``hari ini``, ``lewat 3 hari``."""
    if hari == 0:
        return _("hari ini")
    if hari > 0:
        return ngettext("%(n)s hari lagi", "%(n)s hari lagi", hari) % {"n": angka(hari)}
    return ngettext("lewat %(n)s hari", "lewat %(n)s hari", -hari) % {"n": angka(-hari)}


def terlambat(hari_kerja: int) -> str:
    """``terlambat 4 hari kerja``: late by working days, counted by the rule, worded here."""
    return ngettext("terlambat %(n)s hari kerja", "terlambat %(n)s hari kerja", hari_kerja) % {
        "n": angka(hari_kerja)
    }


def ukuran_berkas(bita: int) -> str:
    """``1,4 MB`` in powers of ten, as file managers show it."""
    for pangkat, satuan in ((9, "GB"), (6, "MB"), (3, "kB")):
        if bita >= 10**pangkat:
            return f"{angka(Decimal(bita).scaleb(-pangkat), 1)} {satuan}"
    return f"{angka(bita)} B"


_KODE_KATA = re.compile(r"[a-z]+(_[a-z]+)+")  # naik_baik, belum_diisi: codes that are words
_BERKOMA = re.compile(r"\d[\d.]*,\d+")
_PECAHAN = re.compile(r"-?\d+\.\d+")


def angka_jejak(teks: str) -> str:
    """Write a value of a trace as people do: "83.50" → ``83,50``; other words pass through.

    The kernel writes exact numbers with a point, and those inside its sentences with a comma; each
    is read for what it is. More than six decimals are cut, not rounded, and the cut is shown:
    ``100,766226…``.
    """
    if _KODE_KATA.fullmatch(teks):
        return _(teks.replace("_", " "))
    if not _PECAHAN.fullmatch(teks):
        # What is not in the catalogue (names, codes) comes back as it is.
        return teks if not teks or bahasa() == "id" else _BERKOMA.sub(_tukar_tanda, _(teks))
    utuh, _titik, pecahan = teks.partition(".")
    sisa = "…" if len(pecahan) > _DESIMAL_JEJAK else ""
    return angka(Decimal(f"{utuh}.{pecahan[:_DESIMAL_JEJAK]}")) + sisa


def _tukar_tanda(cocok: re.Match[str]) -> str:
    return cocok[0].translate(_TANDA_BACA["id"])


def pisah_masukan(
    masukan: Mapping[str, str],
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Facts and policies of a trace, each with its name as words.

    A policy is keyed by its rule (``capaian.batas_atas``); a fact by its own name or code.
    """
    fakta, kebijakan = [], []
    for kunci, nilai in masukan.items():
        kaidah, titik, nama = kunci.rpartition(".")
        if titik and kaidah[:1].isalpha():
            kebijakan.append((_(nama.replace("_", " ")), nilai))
        else:
            fakta.append((_(kunci.replace("_", " ")), nilai))
    return fakta, kebijakan


def isi_kalimat(pola: str, isian: Mapping[str, str] | None = None) -> str:
    """Translate a sentence of the kernel (pattern and filling apart) and fill it.

    Codes ("7.01") look like numbers but are names: a filling called ``kode…`` is left alone, unless
    it is a code made of words (``tidak_dapat_dihitung``).
    """
    if not pola:
        return ""
    isi = {
        nama: nilai
        if nama.startswith("kode") and not _KODE_KATA.fullmatch(nilai)
        else angka_jejak(nilai)
        for nama, nilai in (isian or {}).items()
    }
    return _(pola).format(**isi)


_NILAI_TEKS = re.compile(r"[-−+]?[\d.,]+(?:(?:/|\.\.)[-−+]?[\d.,]+)?")
_TUKAR_PEMISAH = str.maketrans(".,", ",.")


def penulis_teks() -> Callable[[str], str]:
    """``teks_nilai`` for a table of hundreds of cells; the language is asked for once."""
    return teks_nilai if bahasa() == "en" else str


def teks_nilai(teks: str) -> str:
    """A stored value (``5,1``, ``11/14``, ``10..20``, ``WTP``) as this language writes it.

    Values are kept in the Indonesian format; only numbers change, words and codes stay.
    """
    if bahasa() != "en" or not _NILAI_TEKS.fullmatch(teks):
        return teks
    return "..".join(bagian.translate(_TUKAR_PEMISAH) for bagian in teks.split(".."))


def nilai_bersatuan(teks: str, satuan: str) -> str:
    """A stored value with its unit: 83,50 nilai, 90,00%; a ratio (11/14) carries none."""
    if not satuan or "/" in teks:
        return teks_nilai(teks)
    return f"{teks_nilai(teks)}{'' if satuan == '%' else ' '}{satuan}"
