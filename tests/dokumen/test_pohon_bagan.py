"""Where boxes stand, reckoned by hand; the drawing and the A3 sheets that are made of them."""

import io
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from sakip.dokumen.bahan import KepalaDokumen
from sakip.dokumen.pohon_bagan import Bagan, Butir, Ukuran, bagi_halaman, susun_bagan
from sakip.dokumen.pohon_pdf import LEBAR, TINGGI, Kelompok, pdf_pohon, ukuran_a3
from sakip.dokumen.pohon_svg import svg_pohon

# Boxes of one level line and one title line: 2 × 10 + 2 × 5 = 30 high.
U = Ukuran(lebar=100, celah=20, jarak=10, baris=10, tepi=5, huruf=5)
DAUN = tuple(Butir("Program", f"P{n}") for n in (1, 2, 3))
POHON = Butir("Sasaran", "S", anak=(Butir("Program", "A", anak=DAUN[:2]), DAUN[2]))
SVG = "{http://www.w3.org/2000/svg}"


def _letak(bagan: Bagan) -> dict[str, tuple[int, int, int]]:
    return {k.baris[-1][1]: (k.x, k.y, k.tinggi) for k in bagan.kotak}


def test_tiga_tingkat_dihitung_dengan_tangan() -> None:
    """Leaves at 0, 40, 80; A in the middle of the first two, S in the middle of A and P3."""
    bagan = susun_bagan(POHON, U)

    assert _letak(bagan) == {
        "P1": (240, 0, 30),
        "P2": (240, 40, 30),
        "A": (120, 20, 30),  # (0 + 70) / 2 − 15
        "P3": (120, 80, 30),
        "S": (0, 50, 30),  # (20 + 110) / 2 − 15
    }
    assert (bagan.lebar, bagan.tinggi) == (340, 110)
    assert [k.dari for k in bagan.kotak] == [None, (100, 65), (220, 35), (220, 35), (100, 65)]


def test_induk_yang_lebih_tinggi_menurunkan_anaknya() -> None:
    """A parent with three lines of indicators is 60 high: its only child moves to its middle."""
    induk = Butir("Sasaran", "S", indikator=("a", "b", "c"), anak=(Butir("Program", "P"),))

    bagan = susun_bagan(induk, U)

    assert [(k.y, k.tinggi) for k in bagan.kotak] == [(0, 60), (15, 30)]
    assert bagan.tinggi == 60


def test_teks_panjang_dipatahkan_pada_kata() -> None:
    """18 letters fit in a line: (100 − 10) / 5."""
    bagan = susun_bagan(Butir("Sasaran", "Meningkatnya mutu layanan publik"), U)

    assert bagan.kotak[0].baris == (
        ("jenis", "Sasaran"),
        ("judul", "Meningkatnya mutu"),
        ("judul", "layanan publik"),
    )
    assert bagan.kotak[0].tinggi == 40


def test_tidak_ada_dua_kotak_yang_bertindihan() -> None:
    acak = Butir(
        "Sasaran",
        "S",
        anak=tuple(
            Butir("Program", f"P{n}", ("indikator panjang sekali " * (n % 4),), anak=DAUN[: n % 3])
            for n in range(9)
        ),
    )

    kotak = susun_bagan(acak, U).kotak

    for n, a in enumerate(kotak):
        for b in kotak[n + 1 :]:
            assert a.x != b.x or a.y + a.tinggi <= b.y or b.y + b.tinggi <= a.y


def test_cabang_yang_tinggi_dipotong_di_antara_daun() -> None:
    """Five leaves take 190: on sheets of 110 three and two, the parent repeated as lanjutan."""
    cabang = Butir("Sasaran", "S", ("i",), anak=tuple(Butir("Program", f"P{n}") for n in range(5)))

    halaman = bagi_halaman(cabang, U, 110)

    assert [[k.baris[-1][1] for k in h.kotak[1:]] for h in halaman] == [
        ["P0", "P1", "P2"],
        ["P3", "P4"],
    ]
    assert [h.kotak[0].baris[0][1] for h in halaman] == ["Sasaran", "Sasaran (lanjutan)"]
    assert [("indikator", "• i") in h.kotak[0].baris for h in halaman] == [True, False]
    assert all(h.tinggi <= 110 for h in halaman)


def test_svg_utuh_dan_mudah_dibaca_mesin() -> None:
    isi = svg_pohon(POHON, "Pohon <2026>", "Kabupaten & kota", contoh="DATA CONTOH")

    akar = ET.fromstring(isi)  # noqa: S314 - our own text

    assert akar.find(f"{SVG}title").text == "Pohon <2026>"  # type: ignore[union-attr]
    assert akar.find(f"{SVG}desc").text == "Kabupaten & kota"  # type: ignore[union-attr]
    assert len(akar.findall(f".//{SVG}g/{SVG}rect")) == 5
    assert len(akar.findall(f".//{SVG}g/{SVG}path")) == 4
    teks = [t.text for t in akar.iter(f"{SVG}text")]
    assert {"P1", "P2", "P3", "A", "S"} <= set(teks)
    assert "DATA CONTOH" in isi


KEPALA = KepalaDokumen(
    instansi="Kabupaten Contoh",
    unit="Kabupaten Contoh",
    tahun=2026,
    tanggal=date(2026, 11, 24),
    contoh=True,
)


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    banyak = Butir(
        "Sasaran",
        "Meningkatnya akuntabilitas",
        anak=tuple(Butir("Program", f"Program nomor {n}") for n in range(40)),
    )
    kelompok = [
        Kelompok("Tujuan: Melayani", (POHON, banyak)),
        Kelompok("Tujuan: Membangun", (Butir("Sasaran", "Jalan mantap", ("Panjang: 12 km",)),)),
    ]
    return PdfReader(io.BytesIO(pdf_pohon(KEPALA, "RPJMD 2025–2029, murni, KONSEP", kelompok)))


def test_pdf_a3_tidur_berpenanda_dan_bernomor(pdf: PdfReader) -> None:
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in pdf.pages} == {(1191, 842)}
    teks = [" ".join(p.extract_text().split()) for p in pdf.pages]
    # Overview, one, three of the large branch (a leaf takes 39 of 660 points: 17, 17, 6), one.
    assert len(teks) == 6
    assert all("DATA CONTOH" in t and "RPJMD 2025–2029, murni, KONSEP" in t for t in teks)
    assert [f"Halaman {n} dari 6" in t for n, t in enumerate(teks, 1)] == [True] * 6
    assert "Sasaran: Jalan mantap" in teks[0]
    assert "lanjutan 1" in teks[3]
    assert "lanjutan 2" in teks[4]
    assert "Panjang: 12 km" in teks[5]
    penanda = [str(b.title) for b in pdf.outline if not isinstance(b, list)]
    assert penanda == ["Tujuan: Melayani", "Tujuan: Membangun"]


def test_pdf_memenuhi_pdf_a_2a_dan_pdf_ua_1(pdf: PdfReader) -> None:
    xmp = pdf.trailer["/Root"]["/Metadata"].get_object().get_data().decode()  # type: ignore[index]

    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_lembar_a3_memuat_pohon_setiap_dalamnya() -> None:
    cabang = Butir("Sub-kegiatan", "X")
    for dalam in range(1, 9):
        u = ukuran_a3(cabang)
        bagan = susun_bagan(cabang, u)
        assert bagan.lebar <= LEBAR, dalam
        assert bagan.tinggi <= TINGGI
        cabang = Butir("Kegiatan", f"Tingkat {dalam}", anak=(cabang,))
