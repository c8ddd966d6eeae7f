"""One cell at a time: choices, numbers, targets, each fault with the column it stands in."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.impor.tabel import Baris, Sel
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import (
    Agregasi,
    Arah,
    CaraUkur,
    Frekuensi,
    JenisNilai,
    JenisSimpul,
)

Salah = Callable[[str, str], None]
PILIHAN = {
    "jenjang": JenisSimpul,
    "arah": Arah,
    "jenis_nilai": JenisNilai,
    "agregasi": Agregasi,
    "frekuensi": Frekuensi,
    "cara": CaraUkur,
}
BUKAN_HURUF = re.compile(r"[^a-z0-9]+")
# Every way a choice may be written: its code, its words, without regard to case and signs.
SEBUTAN: Mapping[str, Mapping[str, str]] = {
    kolom: {
        BUKAN_HURUF.sub("", str(kata).lower()): nilai
        for nilai, label in pilihan.choices
        for kata in (nilai, label)
    }
    for kolom, pilihan in PILIHAN.items()
}
TANGGAL_EXCEL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+)?")
TANGGAL_TEKS = re.compile(r"[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}")
RENTANG = re.compile(r"(-?[0-9][0-9.,]*)\s*(?:-|–|s/d|s\.d\.)\s*([0-9][0-9.,]*)")
ANGKA_EN = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
YA = {"ya", "y", "x", "v", "1", "iku", "true"}
TIDAK = {"", "tidak", "t", "0", "bukan", "false"}


def pilih(b: Baris, kolom: str, salah: Salah) -> str:
    """A choice of a list; empty when nothing is written."""
    teks = b.teks(kolom)
    if not teks:
        return ""
    nilai = SEBUTAN[kolom].get(BUKAN_HURUF.sub("", teks.lower()))
    if nilai is None:
        salah(
            kolom,
            _("“%(ada)s” tidak dikenal. Pilih: %(boleh)s.")
            % {"ada": teks, "boleh": ", ".join(PILIHAN[kolom].values)},
        )
        return ""
    return nilai


def ya(b: Baris, kolom: str, salah: Salah) -> bool:
    """A yes or no; nothing is no."""
    teks = b.teks(kolom).lower()
    if teks not in YA | TIDAK:
        salah(kolom, _("Tulis ya atau tidak."))
    return teks in YA


def tahun(b: Baris, kolom: str, salah: Salah) -> int | None:
    """A year, or nothing."""
    teks = b.teks(kolom)
    if not teks:
        return None
    if not re.fullmatch(r"20[0-6][0-9]", teks):
        salah(kolom, _("“%s” bukan tahun.") % teks)
        return None
    return int(teks)


def daftar(b: Baris, kolom: str) -> tuple[str, ...]:
    """Codes that stand in one cell, parted by ; or a comma."""
    return tuple(dict.fromkeys(x.strip() for x in re.split(r"[;,\n]", b.teks(kolom)) if x.strip()))


def tulis(sel: Sel, format_angka: str = "id") -> str:
    """A value as people write it here: a number of the sheet gets its comma."""
    if sel.angka is not None:
        return kaidah.tulis_nilai(sel.angka)
    if format_angka == "en" and ANGKA_EN.fullmatch(sel.teks):
        return kaidah.tulis_nilai(Decimal(sel.teks.replace(",", "")))
    return sel.teks


def target(  # noqa: PLR0913
    sel: Sel, kolom: str, *, arah: str, jenis: str, format_angka: str, salah: Salah
) -> str:
    """A target's text as ``susun_rencana`` takes it; empty where its fault was told.

    "12 - 15" is a range where the indicator is one, else it is asked what was meant.
    """
    teks = tulis(sel, format_angka)
    if TANGGAL_EXCEL.fullmatch(teks) or TANGGAL_TEKS.fullmatch(teks):
        salah(
            kolom,
            _(
                "Sel ini berisi tanggal (%s). Excel mengubah “11/14” menjadi tanggal: bentuk sel "
                "sebagai teks, lalu tulis lagi nilainya."
            )
            % teks.partition("T")[0],
        )
        return ""
    rentang = RENTANG.fullmatch(teks)
    if rentang:
        baku = f"{rentang[1]}..{rentang[2]}"
        if arah != Arah.RENTANG:
            salah(
                kolom,
                _("“%(ada)s” bukan satu angka. Untuk rentang tulis “%(baku)s” dan arah “rentang”.")
                % {"ada": teks, "baku": baku},
            )
            return ""
        teks = baku
    try:
        kaidah.baca_target(teks, jenis=jenis, arah=arah)
    except kaidah.MasukanSalah as sebab:
        salah(kolom, kaidah.terjemah(sebab.kalimat))
        return ""
    return teks
