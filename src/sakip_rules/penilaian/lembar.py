"""The evaluation sheet as values: komponen, sub-komponen, questions, choices and their weights.

A sheet is built by the loader (``baca_lembar``) from the law's data, or derived from such a sheet
by a juknis (``juknis``). It never changes afterwards and is compared by identity, so that tables
computed from it can be cached beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Dasar
from sakip_rules.kalimat import kalimat
from sakip_rules.penilaian.kontrol import AturanKontrol
from sakip_rules.penilaian.skala import Kelas, SkalaInterval
from sakip_rules.regulasi import VerifikasiKaidah


class Rumus(StrEnum):
    """How the answers of a sub-komponen become its score.

    ``satu_jawaban``: weight × value of its one answer / highest value (88/2021).
    ``rata_rata_butir``: weight × mean of (value / highest value) over its questions (12/2015 A–D).
    ``poin_sebanding``: weight × Σ points / Σ highest points (12/2015 E); when the highest points
    add up to the weight, this is the plain sum of the points.
    """

    SATU_JAWABAN = "satu_jawaban"
    RATA_RATA_BUTIR = "rata_rata_butir"
    POIN_SEBANDING = "poin_sebanding"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One possible answer: its code, its value on the scale of its question, and its meaning."""

    kode: str
    nilai: Decimal
    uraian: str


@dataclass(frozen=True, slots=True)
class Butir:
    """One criterion or question. ``pilihan`` is empty when it is not answered on its own."""

    kode: str
    uraian: str
    pilihan: tuple[Pilihan, ...] = ()


@dataclass(frozen=True, slots=True)
class SubKomponen:
    """A sub-komponen. ``pilihan`` (best first) is empty when its questions are answered instead."""

    kode: str
    nama: str
    jenis: str
    bobot: Decimal
    rumus: Rumus
    butir: tuple[Butir, ...]
    pilihan: tuple[Pilihan, ...] = ()


@dataclass(frozen=True, slots=True)
class Komponen:
    """A komponen; its weight is exactly the sum of its sub-komponen."""

    kode: str
    nama: str
    bobot: Decimal
    sub: tuple[SubKomponen, ...]


@dataclass(frozen=True, slots=True)
class AmbangJawaban:
    """Which answer a percentage of fulfilled criteria gives; ``pernyataan``: only by statement."""

    kelas: Kelas
    pernyataan: bool


@dataclass(frozen=True, slots=True)
class TidakBerlaku:
    """A criterion that a juknis takes out of the denominator, with its reason and its citation."""

    kode: str
    alasan: str
    dasar: Dasar

    def __post_init__(self) -> None:
        """Refuse an exclusion that gives no reason."""
        if not self.alasan.strip():
            raise MasukanSalah(
                kalimat(
                    "Kriteria {kode} dikecualikan tanpa alasan; tulis alasannya.", kode=self.kode
                )
            )


@dataclass(frozen=True, slots=True)
class Isian:
    """One answer that a filled sheet needs: code, question, the choices (best first), its place."""

    kode: str
    uraian: str
    pilihan: tuple[Pilihan, ...]
    komponen: Komponen
    sub: SubKomponen


@dataclass(frozen=True, eq=False)
class Lembar:
    """One evaluation sheet of one legal text, version and variant, weights adding up to 100.

    ``skala`` is the AA..E scale of 88/2021 (empty where each question has its own choices).
    ``tanpa_pernyataan``: the highest answer that fulfilling criteria alone can reach (``None``:
    every answer). ``desimal``: places of the published score, rounded once, half up.
    ``objek_banyak``: a question may be answered once per object (each sasaran), then averaged.
    """

    id: str
    kaidah: str
    regulasi: str
    versi: date
    varian: str | None
    judul: str
    skala: tuple[Pilihan, ...]
    komponen: tuple[Komponen, ...]
    ambang: tuple[AmbangJawaban, ...]
    tanpa_pernyataan: str | None
    kontrol: tuple[AturanKontrol, ...]
    predikat: SkalaInterval
    desimal: int
    objek_banyak: bool
    dasar: tuple[Dasar, ...]
    tafsir: tuple[str, ...]
    verifikasi: VerifikasiKaidah | None
    dikecualikan: tuple[TidakBerlaku, ...] = ()

    @cached_property
    def isian(self) -> tuple[Isian, ...]:
        """Every answer a filled sheet needs, in the order of the sheet."""
        return tuple(
            satu
            for komponen in self.komponen
            for sub in komponen.sub
            for satu in _isian(komponen, sub)
        )

    @cached_property
    def kode_jawaban(self) -> tuple[str, ...]:
        """Ordered codes a filled sheet needs: 1.a … 4.c, or one per question."""
        return tuple(satu.kode for satu in self.isian)

    @cached_property
    def isian_menurut_kode(self) -> Mapping[str, Isian]:
        """The needed answers by their code."""
        return {satu.kode: satu for satu in self.isian}

    @cached_property
    def daftar_sub(self) -> tuple[SubKomponen, ...]:
        """All sub-komponen in the order of the sheet."""
        return tuple(sub for komponen in self.komponen for sub in komponen.sub)

    def sub(self, kode: str) -> SubKomponen:
        """Find a sub-komponen. Raises ``MasukanSalah`` for a code the sheet does not have."""
        for sub in self.daftar_sub:
            if sub.kode == kode:
                return sub
        raise MasukanSalah(
            kalimat(
                "Sub-komponen “{kode}” tidak ada di {judul}; yang ada: {ada}.",
                kode=kode,
                judul=self.judul,
                ada=", ".join(sub.kode for sub in self.daftar_sub),
            )
        )


def _isian(komponen: Komponen, sub: SubKomponen) -> tuple[Isian, ...]:
    if sub.rumus is Rumus.SATU_JAWABAN:
        return (Isian(sub.kode, sub.nama, sub.pilihan, komponen, sub),)
    return tuple(
        Isian(butir.kode, butir.uraian, butir.pilihan, komponen, sub) for butir in sub.butir
    )
