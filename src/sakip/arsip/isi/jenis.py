"""The kinds of files we take, what their first bytes are, and how a name is tidied."""

import re
from dataclasses import dataclass
from enum import StrEnum

_PANJANG_NAMA = 200
_TAK_TAMPAK = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Kelompok(StrEnum):
    """Kinds as a policy speaks of them; the values stand in stored policies."""

    PDF = "pdf"
    GAMBAR = "gambar"
    KANTOR = "kantor"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class JenisBerkas:
    """A kind of file: its media type, the endings a name may have, what people call it."""

    mime: str
    akhiran: tuple[str, ...]
    sebutan: str
    kelompok: Kelompok


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
PDF = JenisBerkas("application/pdf", (".pdf",), "PDF", Kelompok.PDF)
PNG = JenisBerkas("image/png", (".png",), "PNG", Kelompok.GAMBAR)
JPG = JenisBerkas("image/jpeg", (".jpg", ".jpeg"), "JPG", Kelompok.GAMBAR)
WEBP = JenisBerkas("image/webp", (".webp",), "WebP", Kelompok.GAMBAR)
XLSX = JenisBerkas(f"{_OOXML}.spreadsheetml.sheet", (".xlsx",), "Excel", Kelompok.KANTOR)
DOCX = JenisBerkas(f"{_OOXML}.wordprocessingml.document", (".docx",), "Word", Kelompok.KANTOR)
PPTX = JenisBerkas(
    f"{_OOXML}.presentationml.presentation", (".pptx",), "PowerPoint", Kelompok.KANTOR
)
ODT = JenisBerkas(f"{_ODF}.text", (".odt",), "ODT", Kelompok.KANTOR)
ODS = JenisBerkas(f"{_ODF}.spreadsheet", (".ods",), "ODS", Kelompok.KANTOR)
ZIP = JenisBerkas("application/zip", (".zip",), "ZIP", Kelompok.ZIP)
SEMUA = (PDF, PNG, JPG, WEBP, XLSX, DOCX, PPTX, ODT, ODS, ZIP)
AWAL = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPG))
BANYAK_AWAL = 16  # bytes that tell a kind, where it is not a folder
AWAL_ZIP = b"PK\x03\x04"


def menurut_awal(isi: bytes) -> JenisBerkas | None:
    """The kind that the first bytes tell; folders (ZIP and what is made of it) are not told so."""
    if isi[:4] == b"RIFF" and isi[8:12] == b"WEBP":
        return WEBP
    return next((jenis for awal, jenis in AWAL if isi.startswith(awal)), None)


def jenis_menurut_mime(mime: str) -> JenisBerkas | None:
    """The kind that was stored under this media type."""
    return next((jenis for jenis in SEMUA if jenis.mime == mime), None)


def rapikan_nama(nama: str) -> str:
    """The bare name of an uploaded file: no folders, nothing invisible, not too long."""
    polos = _TAK_TAMPAK.sub("", re.split(r"[/\\]", nama)[-1]).strip()
    if len(polos) <= _PANJANG_NAMA:
        return polos
    depan, titik, akhiran = polos.rpartition(".")
    return f"{depan[: _PANJANG_NAMA - len(akhiran) - 1]}{titik}{akhiran}"
