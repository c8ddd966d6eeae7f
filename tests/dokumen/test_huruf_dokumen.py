"""What people paste never stops a document: it is printed, or a mark stands in its place."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dokumen import bahan_uji
from sakip.dokumen.cetak import cetak, peringatan
from sakip.dokumen.huruf import TANDA_GANTI, huruf_tersedia, tercetak
from sakip.dokumen.perjanjian import pohon_perjanjian
from sakip.dokumen.pohon import Dokumen, Paragraf


def _dengan(*teks: str) -> Dokumen:
    dasar = pohon_perjanjian(bahan_uji.perjanjian())
    return replace(dasar, isi=tuple(Paragraf(satu) for satu in teks))


def test_setiap_huruf_dalam_daftar_memang_dapat_dicetak() -> None:
    huruf = sorted(huruf_tersedia())

    assert (
        peringatan(_dengan(*(" ".join(huruf[n : n + 40]) for n in range(0, len(huruf), 40)))) == ()
    )


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Selesai 100%", "Selesai 100%"),
        ("m² CO₂ ≥ 90 → naik ✓ “kutip” – 1⁄2", "m² CO₂ ≥ 90 → naik ✓ “kutip” – 1⁄2"),
        ("✅ selesai", "□ selesai"),
        ("👨‍👩‍👧 keluarga", "□□□ keluarga"),
        ("❤️ Baros", "□ Baros"),
        ("中文", "□□"),
        ("\ue000", "□"),
        ("a\x00b\x07c\ufeffd\u200be\u202ef", "abcdef"),
        ("a\tb\u2028c", "a b c"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("cafe\u0301", "café"),
        ("\ud83d", ""),
    ],
    ids=[
        "biasa", "lambang", "emoji", "emoji-gabungan", "pemilih-bentuk", "han", "pribadi",
        "kendali", "spasi", "baris", "gabungan", "setengah-pasangan",
    ],
)  # fmt: skip
def test_teks_menjadi_tercetak(teks: str, hasil: str) -> None:
    assert tercetak(teks) == hasil


@pytest.mark.parametrize(
    "teks", ["✅", "\x00", "\ufeff", "\ue000", "中", "\ud83d", "السلام", "🇮🇩", "﷽"]
)
def test_dokumen_tetap_tercetak(teks: str) -> None:
    isi = cetak(_dengan(f"awal {teks} akhir"))

    assert "awal" in PdfReader(io.BytesIO(isi)).pages[0].extract_text()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_tulisan_apa_pun_tidak_menghentikan_dokumen(teks: str) -> None:
    assert cetak(_dengan(f"awal {teks} akhir")).startswith(b"%PDF-")


def test_judul_pun_dibersihkan() -> None:
    isi = cetak(replace(_dengan("x"), judul="Laporan ✅"))

    info = PdfReader(io.BytesIO(isi)).metadata
    assert info is not None
    assert info.title == f"Laporan {TANDA_GANTI}"
