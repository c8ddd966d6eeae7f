"""What the checks of a plan look at, and what they answer.

Algorithm: ``docs/algoritma/pemeriksaan.md``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from sakip_rules.kalimat import Kalimat
from sakip_rules.pemeriksaan.jenjang import BERANGGARAN


class Keparahan(StrEnum):
    """How heavy a finding is: ``wajib`` keeps a plan from being laid down, ``perhatian`` warns."""

    WAJIB = "wajib"
    PERHATIAN = "perhatian"


@dataclass(frozen=True, slots=True)
class SimpulDiperiksa:
    """A node: its level, the level it stands under, and how many indicators it is said to move.

    Of what other units or outside parties were asked to carry of it: how many proposals there are
    (``usulan_lintas``), how many wait past the day an answer was due (``lintas_terlambat``), and
    whether all who were asked refused (``lintas_ditolak``).
    """

    kode: str
    uraian: str
    jenis: str
    induk: str | None
    jenis_induk: str | None
    mendukung: int = 0
    usulan_lintas: int = 0
    lintas_terlambat: int = 0
    lintas_ditolak: bool = False


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
    def berprogram(self) -> bool:
        """Whether the document goes down to what is budgeted."""
        return any(s.jenis in BERANGGARAN for s in self.simpul)

    def senama(self, i: IndikatorDiperiksa) -> list[IndikatorDiperiksa]:
        """Indicators that are called like this one, itself among them."""
        return self._menurut_nama[nama_banding(i.nama)]

    @cached_property
    def _menurut_nama(self) -> dict[str, list[IndikatorDiperiksa]]:
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
            for x in self.senama(i)
            if x.menjumlah
            and x.satuan == i.satuan
            and x.simpul is not None
            and x.simpul in self.menurut_kode
            and self.menurut_kode[x.simpul].induk == i.simpul
        ]


def nama_banding(nama: str) -> str:
    """A name as it is compared: small letters, one space, no signs."""
    return " ".join(re.findall(r"\w+", nama.casefold()))


T = TypeVar("T", SimpulDiperiksa, IndikatorDiperiksa)
NASKAH: Final = "PermenPANRB 89/2021"
BACAAN: Final = "tafsir-0016"


def selalu(_bahan: BahanPohon, _objek: object) -> bool:
    """A rule that looks at every node, or at every indicator."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class KaidahPohon(Generic[T]):
    """One rule about nodes or about indicators.

    ``berlaku`` says which it looks at; ``gagal`` gives the sentence of what does not hold. A rule
    with ``kata`` judges words. ``judul`` says what should be, ``lencana`` in a word or two what is
    wrong, ``perbaikan`` how to mend it; ``dasar`` is a citation or the name of a reading (tafsir).
    """

    kode: str
    keparahan: Keparahan
    judul: Kalimat
    lencana: Kalimat
    perbaikan: Kalimat
    dasar: str
    gagal: Callable[[BahanPohon, T], Kalimat | None]
    berlaku: Callable[[BahanPohon, T], bool] = selalu
    kata: bool = False


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: the rule that failed, the code of the node or indicator, and the sentence."""

    kaidah: KaidahPohon[Any]
    objek: str
    kalimat: Kalimat

    @property
    def kode(self) -> str:
        """The stable code of the rule."""
        return self.kaidah.kode

    @property
    def keparahan(self) -> Keparahan:
        """How heavy it is."""
        return self.kaidah.keparahan


@dataclass(frozen=True, slots=True)
class HasilKaidah:
    """How one rule went: how many things it looked at, and what failed."""

    kaidah: KaidahPohon[Any]
    diperiksa: int
    temuan: tuple[Temuan, ...]

    @property
    def lulus(self) -> int:
        """How many things hold."""
        return self.diperiksa - len(self.temuan)


@dataclass(frozen=True, slots=True)
class HasilPohon:
    """All rules over one version, those about nodes and those about indicators.

    ``temuan_simpul`` and ``temuan_indikator`` stand in the order of their objects; ``kesehatan``
    is explained by the rows of the rules (tafsir-0016).
    """

    simpul: tuple[HasilKaidah, ...]
    indikator: tuple[HasilKaidah, ...]
    temuan_simpul: tuple[Temuan, ...]
    temuan_indikator: tuple[Temuan, ...]
    kesehatan: Decimal | None

    @property
    def temuan(self) -> tuple[Temuan, ...]:
        """Everything that was found, nodes first."""
        return (*self.temuan_simpul, *self.temuan_indikator)
