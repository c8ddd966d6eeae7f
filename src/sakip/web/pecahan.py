"""Fragments of pages, kept by data version: nothing expires by time, nothing stale is shown.

A page is a small frame (the visitor's own: name, menu, form secrets) around one large fragment
(the figures, the same for everybody with the same reach). The fragment is kept as bytes, plain and
compressed; a request renders only the frame and puts the two together.
"""

import secrets
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final, TypeVar

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from markupsafe import Markup

T = TypeVar("T")
UKURAN_MAKS: Final = 64_000_000  # bytes of fragments that one process keeps
# Where the fragment goes in the frame; nobody outside this process can write it into a page.
TEMPAT: Final = f"<!--{secrets.token_hex(16)}-->"
_KEPALA_GZIP: Final = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"


@dataclass(frozen=True, slots=True)
class Pecahan:
    """A rendered fragment: its bytes, and the same as a stretch of a deflate stream."""

    isi: bytes
    mampat: bytes

    @property
    def ukuran(self) -> int:
        return len(self.isi) + len(self.mampat)


class Tembolok:
    """What this process keeps, by key; when it is full the longest unused goes first."""

    def __init__(self, ukuran_maks: int) -> None:
        self._isi: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._maks = ukuran_maks
        self._ukuran = 0
        self._kunci = Lock()

    def ambil(self, kunci: Hashable) -> Any:
        """What was kept under this key, or ``None``."""
        with self._kunci:
            ada = self._isi.get(kunci)
            if ada is None:
                return None
            self._isi.move_to_end(kunci)
            return ada[0]

    def simpan(self, kunci: Hashable, nilai: Any, ukuran: int) -> None:
        """Keep ``nilai``, which takes ``ukuran`` bytes; not when it alone would fill everything."""
        if ukuran > self._maks:
            return
        with self._kunci:
            self._ukuran -= self._isi.pop(kunci, (None, 0))[1]
            self._isi[kunci] = nilai, ukuran
            self._ukuran += ukuran
            while self._ukuran > self._maks:
                _kunci, (_nilai, lama) = self._isi.popitem(last=False)
                self._ukuran -= lama

    def kosongkan(self) -> None:
        """Forget everything."""
        with self._kunci:
            self._isi.clear()
            self._ukuran = 0


TEMBOLOK: Final = Tembolok(UKURAN_MAKS)


def ingat(kunci: tuple[Hashable, ...], buat: Callable[[], T], ukuran: int = 4_000) -> T:
    """What ``buat`` gave for the same ``kunci`` before; the key holds the data version.

    ``ukuran`` is about how many bytes it takes. Callers must not change what they get.
    """
    ada: T | None = TEMBOLOK.ambil(kunci)
    if ada is None:
        ada = buat()
        TEMBOLOK.simpan(kunci, ada, ukuran)
    return ada


def pecahan(
    lembar: str, kunci: tuple[Hashable, ...], isi: Callable[[], dict[str, object]]
) -> Pecahan:
    """Render ``lembar`` with ``isi()``, or give what was rendered for the same ``kunci``.

    ``kunci`` holds everything the fragment depends on, the data version first; the language is
    added here. A fragment must hold nothing personal: no token, no name of the visitor.
    """
    return pecahan_tertulis(
        (lembar, get_language(), *kunci),
        lambda: render_to_string(lembar, isi(), using="jinja2"),
    )


def pecahan_tertulis(kunci: tuple[Hashable, ...], tulis: Callable[[], str]) -> Pecahan:
    """The same for what no template writes; ``kunci`` holds the language too."""
    ada: Pecahan | None = TEMBOLOK.ambil(kunci)
    if ada is None:
        bita = tulis().encode()
        ada = Pecahan(bita, _mampatkan(bita, zlib.Z_FULL_FLUSH))
        TEMBOLOK.simpan(kunci, ada, ada.ukuran)
    return ada


def rangkai(
    kunci: tuple[Hashable, ...],
    tulis: Callable[[], str],
    bagian: Callable[[], Sequence[Pecahan]],
) -> Pecahan:
    """A fragment around others: ``tulis`` writes ``TEMPAT`` where they go, one after the other.

    What did not change among them is neither rendered nor compressed again. ``kunci`` holds the
    versions of all of them, and the language.
    """
    ada: Pecahan | None = TEMBOLOK.ambil(kunci)
    if ada is None:
        awal, _tempat, akhir = (b.encode() for b in tulis().partition(TEMPAT))
        isi = bagian()
        ada = Pecahan(
            b"".join((awal, *(b.isi for b in isi), akhir)),
            b"".join(
                (
                    _mampatkan(awal, zlib.Z_FULL_FLUSH),
                    *(b.mampat for b in isi),
                    _mampatkan(akhir, zlib.Z_FULL_FLUSH),
                )
            ),
        )
        TEMBOLOK.simpan(kunci, ada, ada.ukuran)
    return ada


def halaman(
    request: HttpRequest,
    lembar: str,
    konteks: dict[str, object],
    isi: Pecahan | None,
    status: int = 200,
) -> HttpResponse:
    """The page ``lembar`` with the fragment where it says ``{{ isi_pecahan }}``.

    Compressed for browsers that take it: the fragment was compressed once and is set between the
    compressed halves of the frame. Those are compressed apart from it, so that the length of an
    answer says nothing about secrets of the frame.
    """
    if isi is None:
        return HttpResponse(render_to_string(lembar, konteks | {"isi_pecahan": ""}, request))
    # Only a marker for our own bytes, rendered by our own autoescaping templates.
    teks = render_to_string(lembar, konteks | {"isi_pecahan": Markup(TEMPAT)}, request)  # noqa: S704
    awal, _tempat, akhir = (bagian.encode() for bagian in teks.partition(TEMPAT))
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        jawaban = HttpResponse(
            _gzip(awal, isi, akhir), status=status, headers={"Content-Encoding": "gzip"}
        )
    else:
        jawaban = HttpResponse(awal + isi.isi + akhir, status=status)
    patch_vary_headers(jawaban, ("Accept-Encoding",))
    return jawaban


def _mampatkan(bita: bytes, tutup: int) -> bytes:
    """A stretch of a raw deflate stream that ends on a byte and looks back no further than here."""
    pemampat = zlib.compressobj(level=3, wbits=-zlib.MAX_WBITS)
    return pemampat.compress(bita) + pemampat.flush(tutup)


def _gzip(awal: bytes, isi: Pecahan, akhir: bytes) -> bytes:
    """One gzip member (RFC 1952) of three stretches, with the checksum over all of them."""
    periksa = zlib.crc32(akhir, zlib.crc32(isi.isi, zlib.crc32(awal)))
    panjang = (len(awal) + len(isi.isi) + len(akhir)) & 0xFFFFFFFF
    return b"".join(
        (
            _KEPALA_GZIP,
            _mampatkan(awal, zlib.Z_FULL_FLUSH),
            isi.mampat,
            _mampatkan(akhir, zlib.Z_FINISH),
            periksa.to_bytes(4, "little"),
            panjang.to_bytes(4, "little"),
        )
    )
