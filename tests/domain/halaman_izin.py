"""The page that says who may do what, printed from the table that decides it.

Write it anew with::

    PYTHONPATH=src:tests python tests/domain/halaman_izin.py
"""

import os
from pathlib import Path
from typing import Final

HALAMAN: Final = Path(__file__).parents[2] / "docs" / "izin.md"
PEMBUKA: Final = """# Izin: siapa boleh apa

Halaman ini dicetak dari satu tabel (`src/sakip/bersama/izin/`) yang juga dipakai program untuk
memutuskan; jangan disunting dengan tangan. Peran berlaku pada satu unit beserta semua unit di
bawahnya, dan hanya selama masanya. Yang tidak ada di tabel ini tidak boleh dilakukan siapa pun.
"""


def tulis() -> str:
    """Give the whole page; Django must be ready."""
    from django.utils import translation  # noqa: PLC0415 - the settings come first

    from sakip.bersama.izin import IZIN, Peran  # noqa: PLC0415 - the settings come first

    with translation.override("id"):
        menurut_tindakan = [
            f"| {izin.uraian} | `{tindakan.value}` | {_sebut(izin.peran, set(Peran))} |"
            for tindakan, izin in IZIN.items()
        ]
        menurut_peran = [
            f"| {peran.sebutan} | "
            + "; ".join(izin.uraian for izin in IZIN.values() if peran in izin.peran)
            + " |"
            for peran in Peran
        ]
    return "\n".join(
        [
            PEMBUKA,
            "## Menurut tindakan\n",
            "| tindakan | kode | peran |",
            "|---|---|---|",
            *menurut_tindakan,
            "\n## Menurut peran\n",
            "| peran | boleh |",
            "|---|---|",
            *menurut_peran,
            "",
        ]
    )


def _sebut(peran: frozenset[object], semua: set[object]) -> str:
    if peran == semua:
        return "semua peran"
    return ", ".join(sorted(p.sebutan for p in peran))  # type: ignore[attr-defined]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")
    import django

    django.setup()
    HALAMAN.write_text(tulis(), encoding="utf-8")
