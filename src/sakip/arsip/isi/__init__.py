"""What a file is, told by its bytes and not by its name; and the QR codes in a scan. No query here.

Nothing is ever opened by the program it belongs to: a workbook is only looked at as a ZIP folder, a
picture and a page are drawn to look for codes, within limits of size and number.
"""

from sakip.arsip.isi.folder import kenali, kenali_bersebab
from sakip.arsip.isi.halaman import halaman_rapi, nomor_halaman
from sakip.arsip.isi.jenis import (
    DOCX,
    JPG,
    ODS,
    ODT,
    PDF,
    PNG,
    PPTX,
    SEMUA,
    WEBP,
    XLSX,
    ZIP,
    JenisBerkas,
    Kelompok,
    jenis_menurut_mime,
    rapikan_nama,
)
from sakip.arsip.isi.pindaian import kode_dalam_pindaian

__all__ = [
    "DOCX",
    "JPG",
    "ODS",
    "ODT",
    "PDF",
    "PNG",
    "PPTX",
    "SEMUA",
    "WEBP",
    "XLSX",
    "ZIP",
    "JenisBerkas",
    "Kelompok",
    "halaman_rapi",
    "jenis_menurut_mime",
    "kenali",
    "kenali_bersebab",
    "kode_dalam_pindaian",
    "nomor_halaman",
    "rapikan_nama",
]
