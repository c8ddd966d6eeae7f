"""What a file is, told by its bytes and not by its name; and the QR codes in a scan. No query here.

Nothing is ever opened by the program it belongs to: a workbook is only looked at as a ZIP folder, a
picture and a page are drawn to look for codes, within limits of size and number.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from PIL import Image, UnidentifiedImageError

from sakip.arsip.kode import kode_dalam_alamat

HALAMAN_MAKS = 40  # pages of a scan that are looked at, from the last to the first
TITIK_MAKS = 40_000_000  # of a picture; an A4 page at 600 dpi has 35 million
SISI_MAKS = 3_500  # pixels of a drawn page, on its longer side
SKALA = (2, 4)  # 144 dpi first, 288 dpi where nothing was found
_PANJANG_NAMA = 200
_TAK_TAMPAK = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class JenisBerkas:
    """A kind of file: its media type, the endings a name may have, what people call it."""

    mime: str
    akhiran: tuple[str, ...]
    sebutan: str


PDF = JenisBerkas("application/pdf", (".pdf",), "PDF")
PNG = JenisBerkas("image/png", (".png",), "PNG")
JPG = JenisBerkas("image/jpeg", (".jpg", ".jpeg"), "JPG")
_OOXML = "application/vnd.openxmlformats-officedocument"
XLSX = JenisBerkas(f"{_OOXML}.spreadsheetml.sheet", (".xlsx",), "Excel")
DOCX = JenisBerkas(f"{_OOXML}.wordprocessingml.document", (".docx",), "Word")
SEMUA = (PDF, PNG, JPG, XLSX, DOCX)
_AWAL = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPG))
_ANGGOTA = (("xl/workbook.xml", XLSX), ("word/document.xml", DOCX))


def kenali(isi: bytes) -> JenisBerkas | None:
    """The kind of a file by its bytes; ``None``: none of those we take (macros included)."""
    for awal, jenis in _AWAL:
        if isi.startswith(awal):
            return jenis
    if isi.startswith(b"PK\x03\x04"):
        return _kenali_zip(isi)
    return None


def _kenali_zip(isi: bytes) -> JenisBerkas | None:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as folder:
            anggota = set(folder.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in anggota or any(n.endswith("vbaProject.bin") for n in anggota):
        return None
    return next((jenis for nama, jenis in _ANGGOTA if nama in anggota), None)


def rapikan_nama(nama: str) -> str:
    """The bare name of an uploaded file: no folders, nothing invisible, not too long."""
    polos = _TAK_TAMPAK.sub("", re.split(r"[/\\]", nama)[-1]).strip()
    if len(polos) <= _PANJANG_NAMA:
        return polos
    depan, titik, akhiran = polos.rpartition(".")
    return f"{depan[: _PANJANG_NAMA - len(akhiran) - 1]}{titik}{akhiran}"


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
