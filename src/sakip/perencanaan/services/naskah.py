"""What a whole konsep says, in one typed command."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class SimpulBaru:
    """A node. ``induk`` is the code of a node of this document, or ``unit:kode`` of one above it.

    ``sifat`` is empty where it is that of the document. ``pemilik`` is the slug of a unit and
    ``jabatan`` the code of a post that answer for it; ``tema`` are codes of themes; ``pagu`` pairs
    years with indicative rupiah.
    """

    kode: str
    jenis: str
    uraian: str
    induk: str | None = None
    nomenklatur: str = ""
    sumber: str = ""
    sifat: str = ""
    pemilik: str | None = None
    jabatan: str | None = None
    tema: tuple[str, ...] = ()
    pagu: tuple[tuple[int, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class TargetBaru:
    """A target as people write it (``83,50``, ``11/14``, ``70..80``, ``WTP``) for one period."""

    tahun: int
    teks: str
    periode: str = "tahun"


@dataclass(frozen=True, slots=True)
class IndikatorBaru:
    """An indicator as this document words it.

    ``pengampu`` is the code of a jabatan, ``pustaka`` that of the shared indicator it was taken
    from; ``pilahan`` are the keys its figures are broken down by.
    """

    kode: str
    nama: str
    arah: str
    jenis_nilai: str
    simpul: str
    satuan: str = ""
    agregasi: str = "terakhir"
    definisi: str = ""
    rumus: str = ""
    sumber_data: str = ""
    iku: bool = False
    pengampu: str | None = None
    frekuensi: str = "tahunan"
    cara: str = "manual"
    komponen: Mapping[str, Any] = field(default_factory=dict)
    jeda_data_tahun: int = 0
    baseline_tahun: int | None = None
    baseline_teks: str = ""
    pilahan: tuple[str, ...] = ()
    pustaka: str | None = None
    target: tuple[TargetBaru, ...] = ()


@dataclass(frozen=True, slots=True)
class RencanaBaru:
    """A document version whole. ``dukungan`` pairs the code of a node with that of an indicator.

    ``perubahan`` opens a new version beside one that was ditetapkan; without it such a document is
    left alone.
    """

    unit: str
    jenis: str
    judul: str
    tahun_mulai: int
    tahun_selesai: int
    simpul: tuple[SimpulBaru, ...]
    indikator: tuple[IndikatorBaru, ...] = ()
    dukungan: tuple[tuple[str, str], ...] = ()
    sifat: str = "asli"
    perubahan: bool = False
