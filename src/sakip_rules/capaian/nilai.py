"""Kinds of values a target or a realisasi can be. None is a float, and none stands for "empty"."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat

SERATUS: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rasio:
    """A share kept as its two parts: 11 of 14 desa, never 78,57.

    ``pengali`` turns the share into the unit it is spoken of in: 100 for per cent, 100000 for
    deaths per 100.000 births. ``penyebut`` 0 means that there was nothing to measure.
    """

    pembilang: Decimal
    penyebut: Decimal
    pengali: Decimal = SERATUS

    def __post_init__(self) -> None:
        """Refuse what no count can be."""
        if self.penyebut < 0 or self.pengali <= 0:
            raise MasukanSalah(
                kalimat(
                    "Rasio {pembilang}/{penyebut} tidak sah; penyebut tidak boleh negatif.",
                    pembilang=self.pembilang,
                    penyebut=self.penyebut,
                )
            )


@dataclass(frozen=True, slots=True)
class Rentang:
    """A target range, both ends inside."""

    bawah: Decimal
    atas: Decimal

    def __post_init__(self) -> None:
        """Refuse a range written the wrong way round."""
        if self.bawah > self.atas:
            raise MasukanSalah(
                kalimat(
                    "Rentang {bawah}..{atas} terbalik; tulis batas bawah lebih dahulu.",
                    bawah=self.bawah,
                    atas=self.atas,
                )
            )


@dataclass(frozen=True, slots=True)
class Skala:
    """An ordered scale of predicates, from worst to best; ``tingkat`` holds (kode, sebutan)."""

    id: str
    nama: str
    tingkat: tuple[tuple[str, str], ...]

    def skor(self, kode: str) -> int:
        """Rank of a code, 1 for the worst. Raises ``MasukanSalah`` for a code it does not have."""
        for urutan, (ada, _) in enumerate(self.tingkat, start=1):
            if ada == kode:
                return urutan
        raise MasukanSalah(
            kalimat(
                "“{kode}” tidak ada pada skala {skala}; yang ada: {ada}.",
                kode=kode,
                skala=self.nama,
                ada=", ".join(k for k, _ in self.tingkat),
            )
        )


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One predicate on a scale: WTP, BB, Tercapai."""

    kode: str
    skala: Skala

    def __post_init__(self) -> None:
        """Refuse a code the scale does not have."""
        self.skala.skor(self.kode)

    @property
    def skor(self) -> Decimal:
        """Rank on the scale, 1 for the worst."""
        return Decimal(self.skala.skor(self.kode))


@dataclass(frozen=True, slots=True)
class YaTidak:
    """Done or not done; there is nothing between and nothing beyond."""

    ya: bool


NilaiKinerja: TypeAlias = Decimal | Rasio | Rentang | Ordinal | YaTidak


def tulis_nilai(nilai: NilaiKinerja | None) -> str:
    """Write a value as people read it (Indonesian format), for explanations."""
    match nilai:
        case None:
            return "kosong"
        case Rasio():
            return f"{_id(nilai.pembilang)}/{_id(nilai.penyebut)}"
        case Rentang():
            return f"{_id(nilai.bawah)}..{_id(nilai.atas)}"
        case Ordinal():
            return nilai.kode
        case YaTidak():
            return "ya" if nilai.ya else "tidak"
        case _:
            return _id(nilai)


def _id(nilai: Decimal) -> str:
    return tulis_angka(nilai, FormatAngka.ID)
