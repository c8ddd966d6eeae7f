"""Words that give away at which level a sentence belongs (tafsir-0016: our own lists, short)."""

from typing import Final

from sakip_rules.pemeriksaan.bahan_pohon import nama_banding

KATA_KEGIATAN: Final = frozenset(
    {
        "dilaksanakannya",
        "melaksanakan",
        "membangun",
        "mengadakan",
        "menyediakan",
        "menyelenggarakan",
        "menyusun",
        "pelaksanaan",
        "penyediaan",
        "penyelenggaraan",
        "penyusunan",
        "terlaksana",
        "terlaksananya",
        "terselenggara",
        "terselenggaranya",
        "tersedianya",
        "tersusunnya",
    }
)
"""First words of a sentence that says what is done, not what becomes of it."""
KATA_HITUNGAN: Final = frozenset({"banyaknya", "jumlah"})
KATA_KELUARAN: Final = frozenset(
    {
        "berkas",
        "bimtek",
        "dokumen",
        "kegiatan",
        "laporan",
        "paket",
        "pelatihan",
        "peserta",
        "rapat",
        "sosialisasi",
    }
)
"""Things that are handed over or held: counting them measures an output."""
KATA_HASIL: Final = frozenset({"angka", "indeks", "nilai", "predikat", "prevalensi", "tingkat"})
"""First words of a measure of what became of people or of an office."""


def kata_kegiatan(uraian: str) -> str | None:
    """The word that begins a sentence of an activity; ``None``: it does not begin with one."""
    awal = nama_banding(uraian).partition(" ")[0]
    return awal if awal in KATA_KEGIATAN else None


def kata_keluaran(nama: str) -> str | None:
    """The thing that is counted when a name counts outputs ("Jumlah dokumen …")."""
    awal, *lain = nama_banding(nama).split() or [""]
    if awal not in KATA_HITUNGAN:
        return None
    return next((k for k in lain if k in KATA_KELUARAN), None)


def kata_hasil(nama: str) -> str | None:
    """The first word of a measure of outcome ("Indeks …"); ``None``: it is none."""
    awal = nama_banding(nama).partition(" ")[0]
    return awal if awal in KATA_HASIL else None
