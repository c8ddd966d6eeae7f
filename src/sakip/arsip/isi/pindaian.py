"""The QR codes in a scan: its pages are drawn, within limits of size and number."""

import io
from collections.abc import Iterator

import pypdfium2
import zxingcpp
from PIL import Image, UnidentifiedImageError

from sakip.arsip.isi.jenis import PDF, JenisBerkas
from sakip.arsip.kode import kode_dalam_alamat

HALAMAN_MAKS = 40  # pages of a scan that are looked at, from the last to the first
TITIK_MAKS = 40_000_000  # of a picture; an A4 page at 600 dpi has 35 million
SISI_MAKS = 3_500  # pixels of a drawn page, on its longer side
SKALA = (2, 4)  # 144 dpi first, 288 dpi where nothing was found


def kode_dalam_pindaian(isi: bytes, jenis: JenisBerkas) -> frozenset[str]:
    """Check codes in the QR codes of a scan: a PDF from its last page on, or one picture.

    Stops at the first page that has one. An unreadable file gives none.
    """
    for gambar in _gambar(isi, jenis):
        kode = {kode_dalam_alamat(satu.text) for satu in zxingcpp.read_barcodes(gambar)} - {None}
        if kode:
            return frozenset(satu for satu in kode if satu is not None)
    return frozenset()


def _gambar(isi: bytes, jenis: JenisBerkas) -> Iterator[Image.Image]:
    try:
        yield from _halaman(isi) if jenis is PDF else _foto(isi)
    except (pypdfium2.PdfiumError, UnidentifiedImageError, OSError, ValueError, SyntaxError):
        # A torn or hostile file holds no code that could be read.
        return


def _halaman(isi: bytes) -> Iterator[Image.Image]:
    dokumen = pypdfium2.PdfDocument(isi)
    try:
        urutan = list(reversed(range(len(dokumen))))[:HALAMAN_MAKS]
        for skala in SKALA:
            for nomor in urutan:
                halaman = dokumen[nomor]
                batas = SISI_MAKS / max(1, *halaman.get_size())
                yield halaman.render(scale=min(skala, batas)).to_pil()
    finally:
        dokumen.close()


def _foto(isi: bytes) -> Iterator[Image.Image]:
    with Image.open(io.BytesIO(isi), formats=("PNG", "JPEG")) as gambar:
        lebar, tinggi = gambar.size
        if lebar * tinggi > TITIK_MAKS:
            return
        yield gambar.convert("L")
