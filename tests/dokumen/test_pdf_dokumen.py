"""The PDF: it builds, is the same every time, says what the tree says, and keeps the standards."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from dokumen import bahan_uji
from sakip.dokumen.bahan import ButirLhe
from sakip.dokumen.cetak import cetak, peringatan
from sakip.dokumen.laporan import pdf_laporan, pohon_laporan
from sakip.dokumen.lhe import pdf_lhe, pohon_lhe
from sakip.dokumen.perjanjian import pdf_perjanjian, pohon_perjanjian
from sakip.dokumen.pohon import Dokumen, Paragraf
from sakip.dokumen.serah_terima import pdf_serah_terima, pohon_serah_terima

PDF: dict[str, Callable[[], bytes]] = {
    "perjanjian": lambda: pdf_perjanjian(bahan_uji.perjanjian()),
    "perjanjian_bupati": lambda: pdf_perjanjian(bahan_uji.perjanjian_bupati()),
    "laporan": lambda: pdf_laporan(bahan_uji.laporan()),
    "lhe": lambda: pdf_lhe(bahan_uji.lhe()),
    "serah_terima": lambda: pdf_serah_terima(bahan_uji.serah_terima()),
}
HALAMAN = {"perjanjian": 2, "perjanjian_bupati": 2, "laporan": 11, "lhe": 2, "serah_terima": 2}


@cache
def _isi(nama: str) -> bytes:
    return PDF[nama]()


def _baca(isi: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(isi))


def _teks(isi: bytes) -> list[str]:
    return [" ".join(h.extract_text().split()) for h in _baca(isi).pages]


@pytest.mark.parametrize("nama", PDF)
def test_pdf_sama_setiap_kali_dicetak(nama: str) -> None:
    assert PDF[nama]() == _isi(nama)


@pytest.mark.parametrize("nama", PDF)
def test_pdf_memenuhi_pdf_a_2a_dan_pdf_ua_1(nama: str) -> None:
    baca = _baca(_isi(nama))
    xmp = baca.trailer["/Root"]["/Metadata"].get_object().get_data().decode()  # type: ignore[index]
    akar = baca.trailer["/Root"]

    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert akar["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert akar["/Lang"] == "id-ID"  # type: ignore[index]


@pytest.mark.parametrize("nama", PDF)
def test_banyak_halaman_dan_nomornya(nama: str) -> None:
    teks = _teks(_isi(nama))

    assert len(teks) == HALAMAN[nama]
    assert [f"Halaman {n} dari {len(teks)}" in t for n, t in enumerate(teks, 1)] == [True] * len(
        teks
    )


@pytest.mark.parametrize("nama", PDF)
def test_setiap_halaman_bertanda_contoh_dan_kode_periksa(nama: str) -> None:
    kode = {
        "perjanjian": "K7QPM-R3XDB",
        "perjanjian_bupati": "K7QPM-R3XDB",
        "laporan": "W4TNE-6HZB9",
        "lhe": "HJ5CV-8YTGA",
        "serah_terima": "N3SAX-PQ9U6",
    }[nama]

    teks = _teks(_isi(nama))

    assert [t for t in teks if "DATA CONTOH – bukan kinerja sebenarnya" not in t] == []
    assert [t for t in teks if f"Kode periksa {kode}" not in t] == []
    assert "Dokumen contoh" in teks[-1]


def test_dokumen_sungguhan_tidak_bertanda_contoh() -> None:
    bahan = bahan_uji.perjanjian()

    teks = _teks(pdf_perjanjian(replace(bahan, kepala=replace(bahan.kepala, contoh=False))))

    assert (
        "contoh"
        not in " ".join(teks).replace("Wawan Contoh", "").replace("Rahmi Contoh", "").casefold()
    )
    assert "Pindai untuk memeriksa keaslian" in teks[-1]


def test_konsep_bertanda_di_setiap_halaman_dan_tanpa_qr() -> None:
    bahan = bahan_uji.perjanjian()
    konsep = replace(bahan, kepala=replace(bahan.kepala, kode_periksa="", alamat_periksa=""))

    isi = pdf_perjanjian(konsep)

    assert [t for t in _teks(isi) if "KONSEP – belum diterbitkan" not in t] == []
    assert zxingcpp.read_barcodes(_gambar(isi)) == []


def _gambar(isi: bytes) -> "object":
    dokumen = pypdfium2.PdfDocument(isi)
    return dokumen[len(dokumen) - 1].render(scale=2).to_pil()


@pytest.mark.parametrize("nama", PDF)
def test_qr_di_halaman_terakhir_menuju_halaman_periksa(nama: str) -> None:
    (qr,) = zxingcpp.read_barcodes(_gambar(_isi(nama)))

    kode = _teks(_isi(nama))[-1].partition("Kode periksa ")[2][:11]
    assert qr.text == f"https://sakip.example/periksa/{kode}/"


@pytest.mark.parametrize(
    ("nama", "judul"),
    [
        ("perjanjian", "Perjanjian Kinerja Tahun 2026 Kecamatan Baros"),
        ("laporan", "Laporan Kinerja Kecamatan Baros Tahun 2026"),
        ("lhe", "Laporan Hasil Evaluasi AKIP Kecamatan Baros Tahun 2025"),
        ("serah_terima", "Berita Acara Serah Terima Kinerja Camat Baros"),
    ],
)
def test_keterangan_berkas(nama: str, judul: str) -> None:
    info = _baca(_isi(nama)).metadata

    assert info is not None
    assert info.title == judul
    assert "Kecamatan Baros" in (info.author or "")


def test_tanggal_berkas_adalah_tanggal_dokumen() -> None:
    info = _baca(_isi("perjanjian")).metadata

    assert info is not None
    assert info.creation_date is not None
    assert info.creation_date.date() == date(2026, 1, 23)


def test_penanda_buku_mengikuti_bab_dan_bagian() -> None:
    garis = _baca(_isi("laporan")).outline
    judul = [satu.title for satu in garis if not isinstance(satu, list)]

    assert judul == [
        "Ikhtisar",
        "Bab I Pendahuluan",
        "Bab II Perencanaan kinerja",
        "Bab III Akuntabilitas kinerja",
        "Bab IV Penutup",
        "Lampiran",
    ]


def test_tulisan_pemakai_dicetak_apa_adanya() -> None:
    teks = " ".join(_teks(_isi("laporan")))

    assert "#let x = 1, $y$, *bintang*, _garis_, <label> dan @acuan apa adanya." in teks


@pytest.mark.parametrize(
    "jahat",
    ["#panic()", '#read("/etc/passwd")', "```\n#include", "\\u{0}", "]#sys.inputs[", "<script>"],
)
def test_tulisan_jahat_tetap_tulisan(jahat: str) -> None:
    dasar = pohon_perjanjian(bahan_uji.perjanjian())

    isi = cetak(replace(dasar, isi=(*dasar.isi, Paragraf(f"awal {jahat} akhir"))))

    assert "".join(f"awal {jahat} akhir".split()) in "".join(_teks(isi)[-1].split())


@pytest.mark.parametrize(
    "pohon",
    [
        pohon_perjanjian(bahan_uji.perjanjian()),
        pohon_laporan(bahan_uji.laporan()),
        pohon_lhe(bahan_uji.lhe()),
        pohon_serah_terima(bahan_uji.serah_terima()),
    ],
    ids=["perjanjian", "laporan", "lhe", "serah_terima"],
)
def test_tanpa_peringatan_penyusun_huruf(pohon: Dokumen) -> None:
    assert peringatan(pohon) == ()


def test_kepala_tabel_panjang_diulang_di_setiap_halaman() -> None:
    bahan = bahan_uji.lhe()
    banyak = tuple(
        ButirLhe(komponen=f"Komponen {n}", uraian=f"Catatan nomor {n} dari enam puluh.")
        for n in range(60)
    )

    teks = _teks(pdf_lhe(replace(bahan, catatan=banyak)))

    berisi = [t for t in teks if "dari enam puluh" in t]
    assert len(berisi) >= 2
    assert [t for t in berisi if "No Komponen Catatan" not in t] == []


def test_sel_yang_menjangkau_puluhan_baris_tetap_tercetak() -> None:
    bahan = bahan_uji.lhe()
    banyak = tuple(ButirLhe(komponen="Satu", uraian=f"Catatan {n}.") for n in range(90))

    teks = " ".join(_teks(pdf_lhe(replace(bahan, catatan=banyak))))

    assert "Catatan 0." in teks
    assert "Catatan 89." in teks


def test_tabel_dan_grafik_yang_tinggi_tidak_keluar_dari_kertas() -> None:
    isi = pdf_laporan(bahan_uji.laporan_besar())

    lembar = [halaman.get_textpage() for halaman in pypdfium2.PdfDocument(isi)]
    terbawah = [min(t.get_charbox(n)[1] for n in range(t.count_chars())) for t in lembar]

    # The foot stands 40 points above the edge; nothing may be lower.
    assert [satu for satu in terbawah if satu < 25] == []
    teks = " ".join(_teks(isi))
    assert [n for n in range(1, 13) if f"rekomendasi pengawasan nomor {n} tepat" not in teks] == []
    assert [n for n in range(1, 26) if f"urusan nomor {n} Laporan" not in teks] == []


@pytest.mark.parametrize("nama", ["laporan", "perjanjian"])
def test_gambar_bermakna_punya_uraian(nama: str) -> None:
    mentah = _baca(_isi(nama))
    uraian = [
        str(benda["/Alt"])
        for n in range(1, len(mentah.xref[0]) + 1)
        if isinstance(benda := mentah.get_object(n), dict) and benda.get("/S") == "/Figure"
    ]

    assert len(uraian) >= 1
    assert any(u.startswith("Kode QR ke halaman periksa dokumen") for u in uraian)
