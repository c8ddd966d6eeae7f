"""Words that the tests of a changing structure share."""

from datetime import date
from typing import Any, Final

from domain.pemeran import Dunia
from sakip.organisasi.models import SusunanUnit, UnitKerja
from sakip.organisasi.services import UnitBaru

JULI: Final = date(2026, 7, 1)
PERDA: Final = "Perda 5/2026, 15 Juni 2026"


def baru(slug: str, jenis: str = "dinas", **isi: Any) -> UnitBaru:
    """A unit that begins in July below the government."""
    lengkap: dict[str, Any] = {"nama": slug.replace("-", " ").title(), "kode": f"99.11.{slug}"}
    return UnitBaru(slug=slug, jenis=jenis, induk="kabupaten-contoh", mulai=JULI, **(lengkap | isi))


def versi(dunia: Dunia, slug: str) -> int:
    return UnitKerja.objects.values_list("versi", flat=True).get(pk=dunia.unit[slug])


def masa(dunia: Dunia, slug: str) -> list[tuple[str, date, date | None]]:
    """Name, first day and day after the last of each row of a unit, the oldest first."""
    return [
        (s.nama, s.masa.lower, s.masa.upper)
        for s in SusunanUnit.objects.filter(unit_id=dunia.unit[slug]).order_by("masa")
    ]


def letak(unit_id: int, pada: date) -> tuple[str, int, bool]:
    """Path, depth and whether archived, on a day."""
    s = SusunanUnit.objects.get(unit_id=unit_id, masa__contains=pada)
    return s.jalur, s.kedalaman, s.arsip
