"""Where in a paper a figure stands: "hlm. 12", typed in many ways and kept in one."""

import re

_SEBUTAN = r"(?:halaman|hlm|hal|page|pp|p)"
_ANGKA = re.compile(
    rf"^\s*(?:{_SEBUTAN}\b\.?\s*)?0*([1-9][0-9]{{0,3}})(?:\s*(?:-|–|—|s\.?\s?/?d\.?|sampai)\s*"
    r"0*([1-9][0-9]{0,3}))?(?![0-9]|[.,][0-9])\s*[,;:]?\s*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_RAPI = re.compile(r"^hlm\. ([1-9][0-9]{0,3})(?:–[1-9][0-9]{0,3})?(?:, |$)")


def halaman_rapi(teks: str) -> str:
    """Turn what was typed into one form: "12", "Hal.12" become "hlm. 12".

    "halaman 12-14, tabel 3" becomes "hlm. 12–14, tabel 3".
    What names no page ("Sheet Rekap", "tabel 3") stays as it was typed, without double spaces.
    """
    polos = " ".join(teks.split())
    cocok = _ANGKA.match(polos)
    if cocok is None:
        return polos
    awal, akhir, sisa = cocok.groups()
    rentang = f"hlm. {awal}–{akhir}" if akhir else f"hlm. {awal}"
    return f"{rentang}, {sisa}" if sisa else rentang


def nomor_halaman(teks: str) -> int | None:
    """The page that a tidied anchor opens; ``None`` where it names none."""
    cocok = _RAPI.match(teks)
    return int(cocok.group(1)) if cocok else None
