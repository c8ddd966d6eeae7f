"""Reading the demo's own data files."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent / "data"


def baca(nama: str) -> dict[str, Any]:
    """One YAML file of the demo data."""
    isi = yaml.safe_load((FOLDER / nama).read_text(encoding="utf-8"))
    assert isinstance(isi, dict)  # noqa: S101 - our own file, checked by its tests
    return isi


def tanggal(teks: str | None) -> date | None:
    """An ISO day, or none."""
    return None if teks is None else date.fromisoformat(teks)


@cache
def _sumber() -> dict[str, dict[str, str | None]]:
    daftar: dict[str, dict[str, str | None]] = baca("sumber.yaml")["sumber"]
    return daftar


def sebut_sumber(kode: str) -> dict[str, str]:
    """A source as pages show it: title, and address or document."""
    s = _sumber()[kode]
    return {
        "kode": kode,
        "judul": s["judul"] or kode,
        "tautan": s.get("tautan") or "",
        "dokumen": s.get("dokumen") or "",
    }
