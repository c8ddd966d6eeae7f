"""What the rules of data quality look at, and what they answer.

Algorithm: ``docs/algoritma/mutu-data.md``.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Generic, TypeVar

from sakip_rules.kalimat import Kalimat
from sakip_rules.pemeriksaan import Keparahan

Ambang = Mapping[str, Decimal]
PANJANG_SIDIK: Final = 24


@dataclass(frozen=True, slots=True)
class Titik:
    """One value of a series: of which period, how it was typed, how much (a share in per cent)."""

    periode: str
    teks: str
    nilai: Fraction


@dataclass(frozen=True, slots=True)
class BuktiDiperiksa:
    """A piece of evidence: the year it is about, and the day it bears, where it bears one."""

    judul: str
    tahun: int
    tanggal: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaDiperiksa:
    """A figure with what stands around it.

    ``kini`` is ``None`` for what is no number (a predicate). ``sebelum``: the values of the same
    kind of period before it, the oldest first; ``sepanjang_tahun``: this year's values and their
    targets up to this one. ``kumulatif``: typed as a level reached so far, so it cannot fall.
    """

    kode: str
    tahun: int
    kini: Titik | None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    target: Fraction | None = None
    capaian: Decimal | None = None
    kumulatif: bool = False
    jeda: int = 0
    sebelum: tuple[Titik, ...] = ()
    tahun_lalu: Titik | None = None
    sepanjang_tahun: tuple[tuple[Titik, Fraction | None], ...] = ()
    awal_tahun: bool = False
    bukti: tuple[BuktiDiperiksa, ...] = ()
    dilaporkan: date | None = None


@dataclass(frozen=True, slots=True)
class BahanMutu:
    """All figures of one sheet."""

    angka: tuple[AngkaDiperiksa, ...]


T = TypeVar("T", AngkaDiperiksa, BahanMutu)


@dataclass(frozen=True, slots=True, kw_only=True)
class KaidahMutu(Generic[T]):
    """One rule: ``gagal`` gives the sentences, with their numbers, of what is to be answered.

    ``lihat`` says what it looks at, ``lencana`` in a word or two what is odd, ``perbaikan`` what to
    do. Its thresholds, its weight and its grounds are data (``kebijakan-nasional/mutu_data.yaml``).
    """

    kode: str
    lihat: Kalimat
    lencana: Kalimat
    perbaikan: Kalimat
    gagal: Callable[[T, Ambang], tuple[Kalimat, ...]]

    @property
    def id(self) -> str:
        """The stable id of the rule."""
        return f"mutu.{self.kode}"


@dataclass(frozen=True, slots=True)
class TemuanMutu:
    """One finding on a figure (``objek``: its code; empty: the sheet as a whole)."""

    kaidah: KaidahMutu[Any]
    objek: str
    kalimat: Kalimat
    keparahan: Keparahan

    @property
    def sidik(self) -> str:
        """What an answer is tied to: another number, period or piece of evidence is another one."""
        isi = "\x1f".join([self.kaidah.id, self.objek, *(n for _k, n in self.kalimat.isian)])
        return hashlib.sha256(isi.encode()).hexdigest()[:PANJANG_SIDIK]
