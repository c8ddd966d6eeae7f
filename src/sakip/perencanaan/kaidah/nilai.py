"""A value on its way from a cell to the columns that keep it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class NilaiBaru:
    """One target or realisasi: exactly one shape is filled; ``teks`` is how people wrote it.

    ``nilai`` with ``penyebut`` is a ratio (``nilai`` is its numerator).
    """

    teks: str
    nilai: Decimal | None = None
    penyebut: Decimal | None = None
    batas_bawah: Decimal | None = None
    batas_atas: Decimal | None = None
    kode: str | None = None

    def ke_data(self) -> dict[str, Any]:
        """Plain JSON: numbers as exact text."""
        return {
            "teks": self.teks,
            "nilai": _tulis(self.nilai),
            "penyebut": _tulis(self.penyebut),
            "batas_bawah": _tulis(self.batas_bawah),
            "batas_atas": _tulis(self.batas_atas),
            "kode": self.kode,
        }

    @classmethod
    def dari_data(cls, data: dict[str, Any] | None) -> "NilaiBaru | None":
        """Back from JSON; ``None`` stays ``None``."""
        if data is None:
            return None
        angka = ("nilai", "penyebut", "batas_bawah", "batas_atas")
        return cls(
            teks=data["teks"],
            kode=data["kode"],
            **{k: None if data[k] is None else Decimal(data[k]) for k in angka},
        )

    def setara(self, lain: "NilaiBaru | None") -> bool:
        """Equal in value, however written: 80 and 80,00 are the same."""
        return lain is not None and (
            self.nilai,
            self.penyebut,
            self.batas_bawah,
            self.batas_atas,
            self.kode,
        ) == (lain.nilai, lain.penyebut, lain.batas_bawah, lain.batas_atas, lain.kode)


def _tulis(n: Decimal | None) -> str | None:
    return None if n is None else format(n, "f")


def setara(kiri: NilaiBaru | None, kanan: NilaiBaru | None) -> bool:
    """Compare two values, each perhaps absent."""
    return kanan is None if kiri is None else kiri.setara(kanan)
