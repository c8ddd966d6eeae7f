"""Sentences for the operator's terminal, before Django exists.

The process parent must start quickly and therefore does not import Django. It reads the same
translation catalogue through the standard library: Indonesian unless ``SAKIP_BAHASA`` or the
locale of the terminal asks for English.
"""

import gettext
import os
from functools import lru_cache
from pathlib import Path

_KATALOG = Path(__file__).resolve().parents[1] / "terjemahan"


@lru_cache(maxsize=1)
def _terjemahan() -> gettext.NullTranslations:
    bahasa = os.environ.get("SAKIP_BAHASA") or os.environ.get("LC_ALL") or os.environ.get("LANG")
    if not (bahasa or "").lower().startswith("en"):
        return gettext.NullTranslations()
    return gettext.translation("django", _KATALOG, ["en"], fallback=True)


def _(pola: str) -> str:
    """Translate one sentence; its ``{nama}`` places are filled by the caller."""
    return _terjemahan().gettext(pola)


def gettext_noop(pola: str) -> str:
    """Mark a sentence that waits in a table; whoever shows it translates it with ``_``."""
    return pola


class GalatProses(Exception):
    """Something the operator must act on: what, where, why, what to do. Ends a command with 1."""
