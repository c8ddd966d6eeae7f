"""What a file is, by its bytes; and which codes a scan holds."""

import pytest
from PIL import Image

from domain.berkas_uji import (
    DOCX,
    PDF_POLOS,
    XLSX,
    bahan_uji,
    folder,
    gambar,
    jpg,
    ooxml,
    pindai,
    png,
)
from sakip.arsip import isi
from sakip.arsip.isi import JenisBerkas, kenali, kode_dalam_pindaian, rapikan_nama
from sakip.dokumen.serah_terima import pdf_serah_terima

KODE = "K7QPM-R3XDB"


@pytest.mark.parametrize(
    ("berkas", "jenis"),
    [
        (PDF_POLOS, isi.PDF),
        (png(), isi.PNG),
        (jpg(), isi.JPG),
        (XLSX, isi.XLSX),
        (DOCX, isi.DOCX),
        (b"", None),
        (b"<html><script>alert(1)</script>", None),
        (b"MZ\x90\x00", None),
        (b"GIF89a", None),
        (b"\n%PDF-1.7", None),
        (folder(catatan_xml="x"), None),
        (b"PK\x03\x04rusak", None),
        (ooxml("xl/workbook.xml", {"xl/vbaProject.bin": "x"}), None),
        (ooxml("ppt/presentation.xml"), isi.PPTX),
        (gambar(Image.new("RGB", (8, 8)), "WEBP"), isi.WEBP),
    ],
    ids=[
        "pdf", "png", "jpg", "xlsx", "docx", "kosong", "html", "program", "gif", "pdf-bergeser",
        "zip-asing", "zip-rusak", "excel-bermakro", "powerpoint", "webp",
    ],
)  # fmt: skip
def test_jenis_menurut_isinya(berkas: bytes, jenis: JenisBerkas | None) -> None:
    assert kenali(berkas) == jenis


@pytest.mark.parametrize(
    ("nama", "rapi"),
    [
        ("bukti.pdf", "bukti.pdf"),
        ("../../etc/bukti.pdf", "bukti.pdf"),
        ("C:\\Dokumen\\bukti.pdf", "bukti.pdf"),
        ("bukti\u202efdp.exe", "buktifdp.exe"),
        ("ba\x00ris\r\n.pdf", "baris.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_nama_berkas_dirapikan(nama: str, rapi: str) -> None:
    assert rapikan_nama(nama) == rapi


@pytest.mark.parametrize(
    ("format", "jenis"), [("PDF", isi.PDF), ("PNG", isi.PNG), ("JPEG", isi.JPG)]
)
def test_qr_terbaca_pada_pindaian_miring_dan_kabur(format: str, jenis: JenisBerkas) -> None:
    pindaian = pindai(pdf_serah_terima(bahan_uji(KODE)), format=format)

    assert kode_dalam_pindaian(pindaian, jenis) == {KODE}


def test_kertas_putih_tanpa_qr() -> None:
    assert kode_dalam_pindaian(png(ukuran=(600, 800)), isi.PNG) == frozenset()


@pytest.mark.parametrize(
    ("berkas", "jenis"),
    [(PDF_POLOS, isi.PDF), (b"\x89PNG\r\n\x1a\nrusak", isi.PNG), (jpg()[:60], isi.JPG)],
    ids=["pdf-rusak", "png-rusak", "jpg-terpotong"],
)
def test_berkas_rusak_tidak_memuat_kode_dan_tidak_menjatuhkan(
    berkas: bytes, jenis: JenisBerkas
) -> None:
    assert kode_dalam_pindaian(berkas, jenis) == frozenset()


def test_gambar_raksasa_tidak_dibuka(monkeypatch: pytest.MonkeyPatch) -> None:
    besar = gambar(Image.new("1", (7_000, 7_000)), "PNG")
    monkeypatch.setattr(Image.Image, "convert", lambda *_a, **_k: pytest.fail("dibuka"))

    assert kode_dalam_pindaian(besar, isi.PNG) == frozenset()
