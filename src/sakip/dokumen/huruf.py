"""Which characters the fonts can set. PDF/A refuses a page with one that they cannot.

People paste from everywhere: an emoji in a narrative must not stop a report in February. What has
no shape here is printed as ``□``, so that the reader sees that something stood there; what never
had a shape (controls, joiners, marks of direction) goes without trace. A test sets every character
of the list once, so the list is true for the fonts inside the pinned Typst.
"""

import unicodedata
from functools import cache
from typing import Any

TANDA_GANTI = "□"
# First and last of each stretch: Latin, Greek, Cyrillic, some Arabic, punctuation, numbers, arrows,
# mathematics, frames and ticks.
_RENTANG = (
    (0x0020, 0x007E), (0x00A0, 0x00AC), (0x00AE, 0x0377), (0x0384, 0x038A), (0x038E, 0x03A1),
    (0x03A3, 0x04FF), (0x060C, 0x060C), (0x061B, 0x061B), (0x061F, 0x061F), (0x0621, 0x063A),
    (0x0640, 0x0655), (0x0660, 0x066D), (0x1E00, 0x1EFF), (0x2000, 0x200A), (0x2010, 0x2027),
    (0x202F, 0x2040), (0x2044, 0x2052), (0x2054, 0x205F), (0x2070, 0x2071), (0x2074, 0x208E),
    (0x2090, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x211E), (0x2122, 0x2122), (0x2126, 0x2151),
    (0x2153, 0x2184), (0x2190, 0x23FF), (0x2460, 0x257F), (0x25A0, 0x2606), (0x2609, 0x262F),
    (0x2701, 0x2704), (0x2706, 0x2709), (0x270C, 0x2714), (0x2717, 0x2726), (0x2798, 0x27AF),
)  # fmt: skip
_TAK_BERBENTUK = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_SPASI = {"\t": " ", "\u2028": " ", "\u2029": " ", "\n": "\n"}
_PEMILIH_BENTUK = range(0xFE00, 0xFE10)


@cache
def huruf_tersedia() -> frozenset[str]:
    """Every character that can be printed as it is."""
    return frozenset(chr(n) for awal, akhir in _RENTANG for n in range(awal, akhir + 1))


def tercetak(teks: str) -> str:
    """The text as it can be printed; most texts come back unchanged."""
    bersih = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n"))
    ada = huruf_tersedia()
    if ada.issuperset(bersih):
        return bersih
    return "".join(satu if satu in ada else _ganti(satu) for satu in bersih)


def _ganti(satu: str) -> str:
    if satu in _SPASI:
        return _SPASI[satu]
    if unicodedata.category(satu) in _TAK_BERBENTUK or ord(satu) in _PEMILIH_BENTUK:
        return ""
    return TANDA_GANTI


def semua_tercetak(data: Any) -> Any:
    """The same for every text inside plain data; keys stay."""
    if isinstance(data, str):
        return tercetak(data)
    if isinstance(data, list):
        return [semua_tercetak(satu) for satu in data]
    if isinstance(data, dict):
        return {kunci: semua_tercetak(nilai) for kunci, nilai in data.items()}
    return data
