"""Check codes: ten characters on paper that lead to one issued document. No query here.

Nine are drawn at random, the tenth is a check: one wrong character and two exchanged ones are told
apart from a code that does not exist. The alphabet has no 0, 1, I, L, O, which paper mixes up.
"""

import random
import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings

ABJAD = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31 characters, a prime: every slip changes the sum
PANJANG = 10
_TENGAH = PANJANG // 2
_ALAMAT = re.compile(r"/periksa/([0-9A-Za-z-]{10,12})/?$")

_undi: ContextVar[Callable[[Sequence[str]], str]] = ContextVar("undi", default=secrets.choice)


@contextmanager
def kode_dari_benih(benih: str) -> Iterator[None]:
    """Draw the codes of this block from a seed: the demo's papers are the same on every load.

    Never for real papers: who knows the seed knows the code.
    """
    tanda = _undi.set(random.Random(benih).choice)  # noqa: S311 - the demo's codes are no secret
    try:
        yield
    finally:
        _undi.reset(tanda)


def kode_baru() -> str:
    """A fresh code as it is printed: ``K7QPM-R3XDA``. 26 million million are possible."""
    acak = "".join(_undi.get()(ABJAD) for _n in range(PANJANG - 1))
    return _tulis(acak + _periksa(acak))


def rapikan_kode(teks: str) -> str | None:
    """A typed or scanned code in its printed form; ``None`` when it cannot be one."""
    inti = re.sub(r"[\s\-–—.]", "", teks).upper()
    if len(inti) != PANJANG or set(inti) - set(ABJAD) or _periksa(inti[:-1]) != inti[-1]:
        return None
    return _tulis(inti)


def alamat_periksa(kode: str) -> str:
    """The address in the QR code: where anybody can ask about the document."""
    return f"{settings.ALAMAT_PUBLIK}/periksa/{kode}/"


def kode_dalam_alamat(teks: str) -> str | None:
    """The code in what a QR code says; ``None`` for any other address.

    The host is not compared: an installation may move, and a code leads to one document anyway.
    """
    cocok = _ALAMAT.search(teks)
    return None if cocok is None else rapikan_kode(cocok[1])


def _tulis(inti: str) -> str:
    return f"{inti[:_TENGAH]}-{inti[_TENGAH:]}"


def _periksa(inti: str) -> str:
    jumlah = sum(n * ABJAD.index(huruf) for n, huruf in enumerate(inti, start=1))
    return ABJAD[jumlah % len(ABJAD)]
