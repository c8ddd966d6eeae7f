"""Columns of a plan's workbook, how their headings are written, and whose they may be elsewhere."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from django.utils.translation import gettext_lazy

SIMPUL, INDIKATOR, DATAR = "Simpul", "Indikator", "Datar"
LEMBAR = (SIMPUL, INDIKATOR)
KOLOM: Mapping[str, tuple[str, ...]] = {
    SIMPUL: (
        "kode",
        "jenjang",
        "induk",
        "uraian",
        "nomenklatur",
        "pemilik",
        "jabatan",
        "tema",
        "mendukung",
    ),
    INDIKATOR: (
        "kode",
        "simpul",
        "nama",
        "satuan",
        "arah",
        "jenis_nilai",
        "agregasi",
        "frekuensi",
        "cara",
        "iku",
        "pengampu",
        "definisi",
        "rumus",
        "sumber_data",
        "pilahan",
        "pustaka",
        "baseline_tahun",
        "baseline",
    ),
    # A foreign table has one sheet: a row is a node, with an indicator of it where it names one.
    DATAR: (
        "kode",
        "uraian",
        "jenjang",
        "induk",
        "indikator",
        "satuan",
        "arah",
        "jenis_nilai",
        "baseline",
    ),
}
BERTAHUN: Mapping[str, tuple[str, ...]] = {
    SIMPUL: ("pagu",),
    INDIKATOR: ("target",),
    DATAR: ("target", "pagu"),
}
WAJIB: Mapping[str, tuple[str, ...]] = {
    SIMPUL: ("kode", "jenjang", "uraian"),
    INDIKATOR: ("kode", "simpul", "nama", "arah", "jenis_nilai"),
    DATAR: ("uraian",),
}
# How other systems and hand-made tables head the same columns.
SINONIM: Mapping[str, tuple[str, ...]] = {
    "kode": ("kode rekening", "kode program", "kode sub kegiatan", "no", "nomor", "kode urusan"),
    "uraian": (
        "nama",
        "program kegiatan sub kegiatan",
        "urusan program kegiatan sub kegiatan",
        "uraian program",
        "nomenklatur",
        "tujuan sasaran program kegiatan",
        "bidang urusan program outcome kegiatan sub kegiatan output",
    ),
    "jenjang": ("jenis", "level", "tingkat", "jenis simpul"),
    "induk": ("parent", "di bawah", "kode induk", "atasan"),
    "indikator": (
        "indikator kinerja",
        "nama indikator",
        "indikator outcome output",
        "tolok ukur kinerja",
        "tolok ukur",
    ),
    "satuan": ("unit", "satuan target"),
    "baseline": ("kondisi awal", "keadaan awal", "data awal", "capaian awal", "baseline 2024"),
    "target": ("target kinerja", "target tahun", "t"),
    "pagu": ("pagu indikatif", "anggaran", "rp", "pagu rp", "pagu tahun", "dana", "kebutuhan dana"),
}
SERUPA = 720  # how like a heading must be to be suggested, of a thousand
BUKAN_HURUF = re.compile(r"[^a-z0-9]+")
NAMA = {
    "kode": gettext_lazy("Kode"),
    "uraian": gettext_lazy("Uraian"),
    "jenjang": gettext_lazy("Jenjang"),
    "induk": gettext_lazy("Induk"),
    "indikator": gettext_lazy("Indikator"),
    "satuan": gettext_lazy("Satuan"),
    "arah": gettext_lazy("Arah"),
    "jenis_nilai": gettext_lazy("Jenis nilai"),
    "baseline": gettext_lazy("Keadaan awal"),
    "target": gettext_lazy("Target"),
    "pagu": gettext_lazy("Pagu"),
}


def kolom_lembar(lembar: str, tahun: Iterable[int]) -> tuple[str, ...]:
    """All columns of a sheet for a document of these years."""
    semua = tuple(tahun)
    return (*KOLOM[lembar], *(f"{k}_{t}" for k in BERTAHUN[lembar] for t in semua))


def judul(kolom: str) -> str:
    """A column's heading as the workbook writes it."""
    return kolom.replace("_", " ").capitalize()


def kunci(judul_kolom: str) -> str:
    """The column that a heading of our own workbook names."""
    return judul_kolom.strip().lower().replace(" ", "_")


def sebut(kolom: str) -> str:
    """A column as a page names it: "Target 2026"."""
    pokok, _garis, tahun = kolom.rpartition("_")
    if tahun.isdecimal():
        return f"{NAMA.get(pokok, judul(pokok))} {tahun}"
    return str(NAMA.get(kolom, judul(kolom)))


def usulkan_peta(judul_asing: Sequence[str], tahun: Iterable[int]) -> dict[str, str]:
    """Which foreign heading is probably which column: equal, a synonym, or very much alike.

    A heading is given to one column only, the surest first.
    """
    calon: list[tuple[int, str, str]] = []
    for kolom in kolom_lembar(DATAR, tahun):
        for asing in judul_asing:
            nilai = _mirip(kolom, asing)
            if nilai >= SERUPA:
                calon.append((nilai, kolom, asing))
    peta: dict[str, str] = {}
    terpakai: set[str] = set()
    for _nilai, kolom, asing in sorted(calon, key=lambda c: -c[0]):
        if kolom not in peta and asing not in terpakai:
            peta[kolom] = asing
            terpakai.add(asing)
    return peta


def _mirip(kolom: str, asing: str) -> int:
    """How like a heading is to a column, of a thousand; a synonym is surer than a likeness."""
    kata = _polos(asing)
    pokok, _garis, tahun = kolom.rpartition("_")
    if tahun.isdecimal():
        if tahun not in kata.split():
            return 0
        kata = " ".join(k for k in kata.split() if k != tahun)
    else:
        pokok = kolom
        if re.search(r"\b20[0-9]{2}\b", kata) and kolom != "baseline":
            return 0
    nama = (_polos(pokok), *(_polos(s) for s in SINONIM.get(pokok, ())))
    if kata in nama:
        return 1000 - nama.index(kata)
    return max(int(SequenceMatcher(None, kata, n).ratio() * 900) for n in nama)


def _polos(teks: str) -> str:
    return BUKAN_HURUF.sub(" ", teks.lower()).strip()
