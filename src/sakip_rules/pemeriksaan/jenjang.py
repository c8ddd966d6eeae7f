"""Levels of a tree of performance and where each may stand (PermenPANRB 89/2021)."""

from typing import Final

JENJANG: Final[dict[str, frozenset[str | None]]] = {
    "visi": frozenset({None}),
    "tujuan": frozenset({None, "visi", "sasaran"}),
    "sasaran": frozenset({"tujuan", "sasaran"}),
    "program": frozenset({"sasaran"}),
    "kegiatan": frozenset({"program"}),
    "subkegiatan": frozenset({"kegiatan"}),
}
"""Under which level each may stand; ``None``: at the top of its document.

A tujuan of a unit stands under a sasaran of the government that it serves.
"""
HASIL: Final = frozenset({"tujuan", "sasaran"})
BERANGGARAN: Final = frozenset({"program", "kegiatan", "subkegiatan"})


def induk_sah(jenis: str, jenis_induk: str | None) -> bool:
    """Whether a node of this level may stand under that one (``None``: under nothing)."""
    return jenis_induk in JENJANG.get(jenis, ())


def sebut_jenjang(jenis: str) -> str:
    """A level as it is written in a sentence."""
    return "sub-kegiatan" if jenis == "subkegiatan" else jenis
