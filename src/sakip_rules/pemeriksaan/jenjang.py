"""Levels of a tree of performance and where each may stand (PermenPANRB 89/2021)."""

from typing import Final

JENJANG: Final[dict[str, frozenset[str | None]]] = {
    "visi": frozenset({None}),
    "misi": frozenset({None, "visi"}),
    "tujuan": frozenset({None, "visi", "misi", "sasaran", "csf"}),
    "sasaran": frozenset({"tujuan", "sasaran", "csf"}),
    "csf": frozenset({"tujuan", "sasaran"}),
    "strategi": frozenset({"tujuan", "sasaran"}),
    "arah": frozenset({"strategi", "sasaran"}),
    "program": frozenset({"sasaran", "csf"}),
    "kegiatan": frozenset({"program"}),
    "subkegiatan": frozenset({"kegiatan"}),
    "keluaran": frozenset({"sasaran", "csf", "kegiatan", "subkegiatan", "keluaran"}),
    "individu": frozenset({"sasaran", "subkegiatan", "keluaran", "individu"}),
}
"""Under which level each may stand; ``None``: at the top of its document.

A tujuan of a unit stands under a sasaran of the government that it serves, or under the factor
(CSF) that the sasaran hangs on; a sasaran under a sasaran is an intermediate outcome.
"""
HASIL: Final = frozenset({"tujuan", "sasaran"})
BERANGGARAN: Final = frozenset({"program", "kegiatan", "subkegiatan"})


def induk_sah(jenis: str, jenis_induk: str | None) -> bool:
    """Whether a node of this level may stand under that one (``None``: under nothing)."""
    return jenis_induk in JENJANG.get(jenis, ())


def sebut_jenjang(jenis: str) -> str:
    """A level as it is written in a sentence."""
    return {"subkegiatan": "sub-kegiatan", "csf": "CSF", "arah": "arah kebijakan"}.get(jenis, jenis)
