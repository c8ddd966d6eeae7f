"""Findings on one version of a plan: orphans, jumps, promises without a target.

Algorithm: ``docs/algoritma/pemeriksaan.md``.

Levels: PermenPANRB 89/2021 (penjenjangan kinerja) above, nomenclature of the budget below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from sakip_rules.kalimat import Kalimat, kalimat

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
BERANGGARAN: Final = frozenset({"program", "kegiatan", "subkegiatan"})


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
    """An indicator: its node, and target and baseline of one year as numbers, where they are."""

    kode: str
    nama: str
    simpul: str | None
    arah: str
    bertarget: bool
    target: Decimal | None = None
    baseline: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: a stable code, how heavy, about which node or indicator, and the sentence."""

    kode: str
    keparahan: Keparahan
    objek: str
    kalimat: Kalimat


def induk_sah(jenis: str, jenis_induk: str | None) -> bool:
    """Whether a node of this level may stand under that one (``None``: under nothing)."""
    return jenis_induk in JENJANG.get(jenis, ())


def periksa_pohon(
    simpul: Sequence[SimpulDiperiksa], indikator: Sequence[IndikatorDiperiksa]
) -> tuple[Temuan, ...]:
    """Every finding on one version, in the order of its nodes, then of its indicators. Exact."""
    return (*_simpul(simpul, indikator), *_indikator(simpul, indikator))


def _simpul(
    simpul: Sequence[SimpulDiperiksa], indikator: Sequence[IndikatorDiperiksa]
) -> Iterator[Temuan]:
    berindikator = {i.simpul for i in indikator}
    berinduk = {s.induk for s in simpul}
    for s in simpul:
        if not induk_sah(s.jenis, s.jenis_induk):
            yield _lompat(s)
        if s.jenis == "sasaran" and s.kode not in berindikator:
            yield Temuan(
                "sasaran_tanpa_indikator",
                Keparahan.WAJIB,
                s.kode,
                kalimat("Sasaran “{uraian}” belum mempunyai indikator.", uraian=s.uraian),
            )
        # What spends at the end of a branch; a program with sub-kegiatan is judged by these.
        ujung = s.jenis in BERANGGARAN and s.kode not in berinduk
        if ujung and not s.mendukung and s.kode not in berindikator:
            yield Temuan(
                "tanpa_dukungan",
                Keparahan.PERHATIAN,
                s.kode,
                kalimat(
                    "{kode} {uraian} tidak mendukung satu indikator pun.",
                    kode=s.kode,
                    uraian=s.uraian,
                ),
            )


def _lompat(s: SimpulDiperiksa) -> Temuan:
    if s.jenis_induk is None:
        isi = kalimat(
            "“{uraian}” ({jenis}) tidak berinduk.", uraian=s.uraian, jenis=_sebut(s.jenis)
        )
    else:
        isi = kalimat(
            "“{uraian}” ({jenis}) berada langsung di bawah {induk}: ada jenjang yang terlompati.",
            uraian=s.uraian,
            jenis=_sebut(s.jenis),
            induk=_sebut(s.jenis_induk),
        )
    return Temuan("lompat_jenjang", Keparahan.WAJIB, s.kode, isi)


def _sebut(jenis: str) -> str:
    return "sub-kegiatan" if jenis == "subkegiatan" else jenis


def _indikator(
    simpul: Sequence[SimpulDiperiksa], indikator: Sequence[IndikatorDiperiksa]
) -> Iterator[Temuan]:
    ada = {s.kode: s for s in simpul}
    for i in indikator:
        if i.simpul is None or not _bersasaran(i.simpul, ada):
            yield Temuan(
                "indikator_tanpa_sasaran",
                Keparahan.WAJIB,
                i.kode,
                kalimat("Indikator “{nama}” tidak mengukur sasaran atau tujuan.", nama=i.nama),
            )
        if not i.bertarget:
            yield Temuan(
                "indikator_tanpa_target",
                Keparahan.WAJIB,
                i.kode,
                kalimat("Indikator “{nama}” belum mempunyai target.", nama=i.nama),
            )
        elif _mundur(i):
            yield Temuan(
                "target_mundur",
                Keparahan.PERHATIAN,
                i.kode,
                kalimat("Target “{nama}” lebih buruk daripada keadaan awalnya.", nama=i.nama),
            )


def _bersasaran(kode: str, ada: dict[str, SimpulDiperiksa]) -> bool:
    """Whether a node is a sasaran or tujuan, or stands somewhere under one. Cycles end it."""
    dilalui: set[str] = set()
    kini: str | None = kode
    while kini is not None and kini in ada and kini not in dilalui:
        if ada[kini].jenis in {"sasaran", "tujuan"}:
            return True
        dilalui.add(kini)
        kini = ada[kini].induk
    return False


def _mundur(i: IndikatorDiperiksa) -> bool:
    """A target that asks for less than what is there already; ranges have no such direction."""
    if i.target is None or i.baseline is None:
        return False
    if i.arah == "naik_baik":
        return i.target < i.baseline
    return i.arah == "turun_baik" and i.target > i.baseline
