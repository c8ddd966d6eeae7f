"""What every computation returns: a status, a number or none, and the way it was reached."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sakip_rules.kalimat import Kalimat


class Status(StrEnum):
    """Why there is a number, or why there is none. Zero is a number; these four are not."""

    TERHITUNG = "terhitung"
    BELUM_DIISI = "belum_diisi"
    BELUM_WAKTUNYA = "belum_waktunya"
    TIDAK_DINILAI = "tidak_dinilai"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"


@dataclass(frozen=True, slots=True)
class Dasar:
    """One citation: the legal text's id, the place in it, and the page where it was read."""

    regulasi: str
    letak: str
    halaman: int | None = None


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step of a computation: a sentence, and the number it ended in (``None``: no number)."""

    uraian: Kalimat
    nilai: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Jejak:
    """The explanation of one result: which rule and version, on what authority, from what, how."""

    kaidah: str
    versi: date
    dasar: tuple[Dasar, ...]
    masukan: tuple[tuple[str, str], ...]
    langkah: tuple[Langkah, ...]
    tafsir: tuple[str, ...] = ()
    anak: tuple["Jejak", ...] = ()

    def ke_data(self) -> dict[str, Any]:
        """Plain data for JSON: numbers as text, sentences with pattern and filling apart."""
        return {
            "kaidah": self.kaidah,
            "versi": self.versi.isoformat(),
            "dasar": [
                {"regulasi": d.regulasi, "letak": d.letak, "halaman": d.halaman} for d in self.dasar
            ],
            "masukan": dict(self.masukan),
            "langkah": [
                {
                    "pola": langkah.uraian.pola,
                    "isian": dict(langkah.uraian.isian),
                    "uraian": str(langkah.uraian),
                    "nilai": None if langkah.nilai is None else format(langkah.nilai, "f"),
                }
                for langkah in self.langkah
            ],
            "tafsir": list(self.tafsir),
            "anak": [anak.ke_data() for anak in self.anak],
        }


@dataclass(frozen=True, slots=True)
class Hasil:
    """A result. ``nilai`` is ``None`` exactly when ``status`` is not ``terhitung``."""

    status: Status
    nilai: Decimal | None
    jejak: Jejak

    def __post_init__(self) -> None:
        """Refuse the two combinations that would mix up "no number" and "zero"."""
        if (self.nilai is None) == (self.status is Status.TERHITUNG):
            raise ValueError(f"status {self.status} tidak cocok dengan nilai {self.nilai!r}")
