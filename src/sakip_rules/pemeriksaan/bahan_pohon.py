"""What the checks of a plan look at, and what they answer.

Algorithm: ``docs/algoritma/pemeriksaan.md``.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from sakip_rules.kalimat import Kalimat


class Keparahan(StrEnum):
    """How heavy a finding is: ``wajib`` keeps a plan from being laid down, ``perhatian`` warns."""

    WAJIB = "wajib"
    PERHATIAN = "perhatian"


@dataclass(frozen=True, slots=True)
class SimpulDiperiksa:
    """A node: its level, the level it stands under, and how many indicators it is said to move."""

    kode: str
    uraian: str
    jenis: str
    induk: str | None
    jenis_induk: str | None
    mendukung: int = 0


@dataclass(frozen=True, slots=True)
class IndikatorDiperiksa:
    """An indicator: its node, and target and baseline of one year as numbers, where they are.

    ``pengampu`` is the post that answers for its data; ``menjumlah``: amounts of its parts add up
    to it (a count, not a share or an index); ``dihitung``: reckoned from other indicators, so that
    nobody enters it and its data come from nowhere else.
    """

    kode: str
    nama: str
    simpul: str | None
    arah: str
    bertarget: bool
    target: Decimal | None = None
    baseline: Decimal | None = None
    pengampu: str | None = None
    berdefinisi: bool = False
    bersumber: bool = False
    satuan: str = ""
    menjumlah: bool = False
    dihitung: bool = False


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: a stable code, how heavy, about which node or indicator, and the sentence."""

    kode: str
    keparahan: Keparahan
    objek: str
    kalimat: Kalimat


@dataclass(frozen=True)
class BahanPohon:
    """One version of a plan, with what several rules ask of it."""

    simpul: Sequence[SimpulDiperiksa]
    indikator: Sequence[IndikatorDiperiksa]

    @cached_property
    def menurut_kode(self) -> dict[str, SimpulDiperiksa]:
        """Nodes by their code."""
        return {s.kode: s for s in self.simpul}

    @cached_property
    def berindikator(self) -> frozenset[str | None]:
        """Codes of nodes that have an indicator of their own."""
        return frozenset(i.simpul for i in self.indikator)

    @cached_property
    def berinduk(self) -> frozenset[str | None]:
        """Codes of nodes that have something below them."""
        return frozenset(s.induk for s in self.simpul)

    @cached_property
    def senama(self) -> dict[str, list[IndikatorDiperiksa]]:
        """Indicators by what they are called, whatever the letters and spaces."""
        hasil: dict[str, list[IndikatorDiperiksa]] = {}
        for i in self.indikator:
            hasil.setdefault(nama_banding(i.nama), []).append(i)
        return hasil

    def jenis(self, i: IndikatorDiperiksa) -> str | None:
        """The level of the node an indicator stands at; ``None`` where it stands at none."""
        s = self.menurut_kode.get(i.simpul) if i.simpul else None
        return s.jenis if s else None

    def bagian(self, i: IndikatorDiperiksa) -> list[IndikatorDiperiksa]:
        """The same count, in the same unit, at the nodes directly below that of ``i``."""
        if not i.menjumlah or i.simpul is None:
            return []
        return [
            x
            for x in self.senama[nama_banding(i.nama)]
            if x.menjumlah
            and x.satuan == i.satuan
            and x.simpul is not None
            and x.simpul in self.menurut_kode
            and self.menurut_kode[x.simpul].induk == i.simpul
        ]


def nama_banding(nama: str) -> str:
    """A name as it is compared: small letters, one space, no signs."""
    return " ".join(re.findall(r"\w+", nama.casefold()))


Jawaban = Iterator[tuple[str, Kalimat | None]]
NASKAH: Final = "PermenPANRB 89/2021"
BACAAN: Final = "tafsir-0016"


@dataclass(frozen=True, slots=True)
class KaidahPohon:
    """One rule: what it asks, how to mend what it finds, and on what ground it stands.

    ``uji`` gives each node or indicator that the rule applies to, with a sentence when it fails.
    ``dasar`` is a citation or the name of a reading (tafsir).
    """

    kode: str
    keparahan: Keparahan
    judul: Kalimat
    perbaikan: Kalimat
    dasar: str
    uji: Callable[[BahanPohon], Jawaban] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class HasilKaidah:
    """How one rule went: how many things it looked at, and what failed."""

    kaidah: KaidahPohon
    diperiksa: int
    temuan: tuple[Temuan, ...]

    @property
    def lulus(self) -> int:
        """How many things hold."""
        return self.diperiksa - len(self.temuan)


@dataclass(frozen=True, slots=True)
class HasilPohon:
    """All rules over one version; the rows explain the score of its health (tafsir-0016)."""

    menurut_kaidah: tuple[HasilKaidah, ...]
    temuan: tuple[Temuan, ...]
    kesehatan: Decimal | None
