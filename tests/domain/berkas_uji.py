"""Files of every kind, a document that is issued, and scans of its paper."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
from PIL import Image, ImageFilter

from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.arsip.kode import alamat_periksa, kode_baru
from sakip.arsip.models import DokumenTerbit, JenisTerbit
from sakip.arsip.services import terbitkan_dokumen
from sakip.dokumen.bahan import BahanSerahTerima, KepalaDokumen, Pihak
from sakip.dokumen.serah_terima import pdf_serah_terima
from sakip.organisasi.models import Sifat

PDF_POLOS = b"%PDF-1.7\n%%EOF\n"


def png(warna: str = "white", ukuran: tuple[int, int] = (8, 8)) -> bytes:
    """A picture of one colour."""
    return gambar(Image.new("RGB", ukuran, warna), "PNG")


def jpg() -> bytes:
    """A small photograph of nothing."""
    return gambar(Image.new("RGB", (8, 8), "gray"), "JPEG")


def gambar(satu: Image.Image, format: str) -> bytes:
    """A picture as a file."""
    keluaran = io.BytesIO()
    satu.save(keluaran, format)
    return keluaran.getvalue()


def folder(**anggota: str) -> bytes:
    """A ZIP folder; ``xl__workbook_xml`` becomes ``xl/workbook.xml``."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as satu:
        for nama, isi in anggota.items():
            satu.writestr(nama.replace("__", "/").replace("_xml", ".xml"), isi)
    return keluaran.getvalue()


def ooxml(anggota: str, tambahan: Mapping[str, str] | None = None) -> bytes:
    """A workbook or a letter, as far as its folder shows."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as satu:
        for nama, isi in {"[Content_Types].xml": "", anggota: "", **(tambahan or {})}.items():
            satu.writestr(nama, isi)
    return keluaran.getvalue()


XLSX = ooxml("xl/workbook.xml")
DOCX = ooxml("word/document.xml")


def bahan_uji(kode: str, *, contoh: bool = True, unit: str = "Dinas Anggrek") -> BahanSerahTerima:
    """The smallest document there is."""
    pihak = Pihak(nama="Budi Contoh", jabatan=f"Kepala {unit}")
    return BahanSerahTerima(
        kepala=KepalaDokumen(
            instansi="Kabupaten Contoh",
            unit=unit,
            tahun=2026,
            tanggal=date(2026, 8, 31),
            contoh=contoh,
            kode_periksa=kode,
            alamat_periksa=alamat_periksa(kode),
        ),
        jabatan=pihak.jabatan,
        menyerahkan=pihak,
        menerima=replace(pihak, nama="Citra Contoh"),
    )


def terbitkan(dunia: Dunia, unit: str = "dinas-anggrek", **ganti: Any) -> DokumenTerbit:
    """Issue it for a unit, as a service would within its own act."""
    kode = ganti.pop("kode_periksa", None) or kode_baru()
    sifat = ganti.get("sifat", Sifat.CONTOH)
    bahan = bahan_uji(kode, contoh=sifat == Sifat.CONTOH)
    isi: dict[str, Any] = {
        "instansi": dunia.instansi,
        "unit_id": dunia.tampak(unit).id,
        "jenis": JenisTerbit.SERAH_TERIMA,
        "tahun": 2026,
        "judul": "Berita Acara Serah Terima Kinerja Kepala Dinas Anggrek",
        "bahan": bahan.ke_data(),
        "pdf": pdf_serah_terima(bahan),
        "kode_periksa": kode,
        "tanggal": date(2026, 8, 31),
        "saat": SAAT,
        "sifat": sifat,
    }
    with menulis_langsung(dunia.sistem):
        return terbitkan_dokumen(**isi | ganti)


def pindai(pdf: bytes, *, format: str = "PDF", skala: float = 1.6, kabur: float = 0.6) -> bytes:
    """Scan a printed document: its pages as grey pictures, a little crooked and out of focus."""
    dokumen = pypdfium2.PdfDocument(pdf)
    lembar = [
        halaman.render(scale=skala)
        .to_pil()
        .convert("L")
        .rotate(1.2, fillcolor=255)
        .filter(ImageFilter.GaussianBlur(kabur))
        for halaman in dokumen
    ]
    if format != "PDF":
        return gambar(lembar[-1], format)
    keluaran = io.BytesIO()
    lembar[0].save(keluaran, "PDF", save_all=True, append_images=lembar[1:])
    return keluaran.getvalue()
