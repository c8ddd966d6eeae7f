"""The section tree: what a document says, part by part, before anybody sets type.

Frozen and comparable; tests hold whole trees against goldens. ``cetak`` turns any tree into a PDF.
Text is text: no node holds markup, so nothing a user typed can be read as an instruction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sakip.dokumen.bahan import KepalaDokumen
from sakip.dokumen.data import ke_data


class Rata(StrEnum):
    """Where text stands in its column."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"


class GayaParagraf(StrEnum):
    """What a paragraph is for."""

    BIASA = "biasa"
    TENGAH = "tengah"
    TEBAL = "tebal"
    KECIL = "kecil"


@dataclass(frozen=True, slots=True)
class Paragraf:
    """Running text."""

    teks: str
    gaya: GayaParagraf = GayaParagraf.BIASA


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list, numbered or not."""

    butir: tuple[str, ...]
    bernomor: bool = False


@dataclass(frozen=True, slots=True)
class Isian:
    """Labels and their values: ``Nama : …``."""

    baris: tuple[tuple[str, str], ...]


SEMPIT = -1


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head, its share of the width, where text stands.

    ``lebar`` 0 is as wide as it needs, ``SEMPIT`` just wide enough for a number of a row.
    """

    judul: str
    lebar: int = 1
    rata: Rata = Rata.KIRI


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell; it may span ``baris`` rows. ``tiada`` marks the words for "no data"."""

    teks: str
    baris: int = 1
    kolom: int = 1
    tiada: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with a repeated head. A row below a spanning cell leaves that cell out."""

    keterangan: str
    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[Sel, ...], ...]
    kaki: tuple[tuple[Sel, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar: how long (thousandths of the axis), its mark, and what it says beside it.

    ``panjang`` ``None``: no figure, the words alone.
    """

    label: str
    teks: str
    panjang: int | None
    tanda: int | None = None
    kurang: bool = False


@dataclass(frozen=True, slots=True)
class Grafik:
    """Bars with a mark at the target. ``uraian`` says the same in words for screen readers."""

    keterangan: str
    uraian: str
    batang: tuple[Batang, ...]


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """One signature block."""

    sebagai: str
    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """Signatures side by side; a single one stands at the right."""

    tempat_tanggal: str
    kolom: tuple[PenandaTangan, ...]
    bawah: tuple[PenandaTangan, ...] = ()


@dataclass(frozen=True, slots=True)
class Catatan:
    """What is missing, said as such."""

    teks: str


@dataclass(frozen=True, slots=True)
class Kop:
    """The head of official paper."""

    baris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KepalaSurat:
    """Number, nature, annexes, subject; place and date; to whom."""

    baris: tuple[tuple[str, str], ...]
    tempat_tanggal: str
    kepada: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sampul:
    """A title page."""

    judul: str
    tahun: str
    unit: str
    instansi: str
    keterangan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """The table of contents."""

    judul: str


@dataclass(frozen=True, slots=True)
class Utuh:
    """Content that stays on one page: a closing sentence with its signatures."""

    isi: tuple["Simpul", ...]


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part with a heading (and a bookmark). ``nomor`` stands before the title."""

    kode: str
    judul: str
    isi: tuple["Simpul", ...]
    nomor: str = ""
    halaman_baru: bool = False
    tengah: bool = False


Simpul = (
    Paragraf
    | Daftar
    | Isian
    | Tabel
    | Grafik
    | TandaTangan
    | Catatan
    | Kop
    | KepalaSurat
    | Sampul
    | DaftarIsi
    | Utuh
    | Bagian
)


@dataclass(frozen=True, slots=True)
class Dokumen:
    """The root: what it is called, what runs along the top, and its parts.

    A ``buku`` has chapters, a letter (``buku`` false) only small headings.
    """

    judul: str
    kepala_berjalan: str
    kepala: KepalaDokumen
    isi: tuple[Simpul, ...]
    buku: bool = False

    def ke_data(self) -> dict[str, Any]:
        """Plain data in which every node says what it is."""
        data: dict[str, Any] = ke_data(self, tanda=True)
        return data


def telusuri(simpul: tuple[Simpul, ...]) -> Iterator[Simpul]:
    """Every node, from the top, in reading order."""
    for satu in simpul:
        yield satu
        if isinstance(satu, Bagian | Utuh):
            yield from telusuri(satu.isi)


_BUTIR = re.compile(r"(?:[-•–]|(?P<nomor>\d{1,2}[.)]))\s+(?P<isi>.+)")


def narasi(teks: str) -> tuple[Simpul, ...]:
    """Turn typed text into paragraphs and lists; what is neither stays as it was typed."""
    hasil: list[Simpul] = []
    for potongan in re.split(r"\n\s*\n", teks.replace("\r\n", "\n").strip()):
        baris = [b.strip() for b in potongan.splitlines() if b.strip()]
        cocok = [_BUTIR.fullmatch(b) for b in baris]
        awal = next((n for n, c in enumerate(cocok) if c is not None), len(baris))
        if awal < len(baris) and all(c is not None for c in cocok[awal:]):
            if awal > 0:
                hasil.append(Paragraf(" ".join(baris[:awal])))
            isi = [c for c in cocok[awal:] if c is not None]
            bernomor = all(c["nomor"] is not None for c in isi)
            hasil.append(Daftar(tuple(c["isi"] for c in isi), bernomor=bernomor))
        elif baris:
            hasil.append(Paragraf(" ".join(baris)))
    return tuple(hasil)
