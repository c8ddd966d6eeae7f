"""Reading an uploaded file: what it really is, its header, its rows. No database."""

import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from domain.lembar import baris, berkas_csv, berkas_xlsx
from sakip.bersama.galat import IsianTidakSah
from sakip.impor.tabel import baca_tabel

WAJIB = ("unit", "tahun")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20)


def _zip(**isi: bytes) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, teks in isi.items():
            arsip.writestr(nama.replace("__", "/").replace("_xml", ".xml"), teks)
    return keluar.getvalue()


def _xlsx_sel(*sel: tuple[str, Any]) -> bytes:
    buku = Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.append(["unit", "tahun"])
    for letak, nilai in sel:
        lembar[letak] = nilai
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _pesan(isi: bytes) -> str:
    with pytest.raises(IsianTidakSah) as galat:
        baca_tabel(isi, WAJIB)
    (salah,) = galat.value.kesalahan
    assert salah.letak == "berkas"
    assert galat.value.pesan == "Berkas tidak dapat dibaca."
    return salah.pesan


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "Berkas ini kosong"),
        (b" \r\n\r\n", "Berkas ini kosong"),
        (b"%PDF-1.7 ...", "Isi berkas ini PDF, bukan tabel"),
        (PNG, "Isi berkas ini PNG, bukan tabel"),
        (b"\xff\xd8\xff\xe0" + bytes(9), "Isi berkas ini JPEG, bukan tabel"),
        (XLS, "Isi berkas ini Excel 97–2003 (.xls), bukan tabel"),
        (b"\x1f\x8b\x08" + bytes(9), "Isi berkas ini gzip, bukan tabel"),
        (_zip(surat_txt=b"halo"), "Ini berkas zip, bukan lembar Excel"),
        (_zip(xl__workbook_xml=b"<bukan/>"), "Lembar Excel ini rusak"),
        (b"PK\x03\x04 terpotong", "Lembar Excel ini rusak"),
        (berkas_xlsx(baris())[:-400], "Lembar Excel ini rusak"),
        (b"unit,tahun\nDinas \x00,2025\n", "Isinya bukan teks"),
        ("unit,tahun\na,2025\nKédiri,2025\n".encode("latin-1"), "Baris 3 bukan teks UTF-8"),
        ("unit,tahun\na,2025\n".encode("utf-16"), "bukan teks UTF-8"),
        (b'unit,tahun\na,2025\n"b,2025\n', "Baris 3 rusak: tanda kutip tidak berpasangan"),
        (b'unit,tahun\n"a"b,2025\n', "Baris 2 rusak: tanda kutip tidak berpasangan"),
        (b"nama,tahun\na,2025\n", "Kolom yang kurang: unit. Kolom yang terbaca: nama, tahun"),
        (b"unit;tahun\n", "Tidak ada baris berisi"),
        (b"unit,tahun\n,\n , \n", "Tidak ada baris berisi"),
        (b"unit,tahun,Unit\na,2025,b\n", "Kolom ini tertulis dua kali: unit"),
    ],
    ids=[
        "kosong",
        "hanya-baris-kosong",
        "pdf",
        "png",
        "jpeg",
        "xls-lama",
        "gzip",
        "zip-biasa",
        "zip-pura-pura",
        "zip-terpotong",
        "xlsx-terpotong",
        "biner",
        "latin-1",
        "utf-16",
        "kutip-tak-tertutup",
        "huruf-sesudah-kutip",
        "kolom-kurang",
        "hanya-judul",
        "hanya-sel-kosong",
        "kolom-kembar",
    ],
)
def test_berkas_yang_bukan_tabel_ditolak_dengan_sebabnya(isi: bytes, kata: str) -> None:
    assert kata in _pesan(isi)


def test_berkas_terlalu_besar_ditolak(settings: Any) -> None:
    settings.UKURAN_IMPOR_MAKS = 1_000_000

    pesan = _pesan(b"unit,tahun\n" + b"a,2025\n" * 300_000)

    assert pesan == "Berkas ini 2 MB; paling besar 1 MB. Pecah menjadi beberapa berkas."


def test_terlalu_banyak_baris_ditolak(settings: Any) -> None:
    settings.BARIS_IMPOR_MAKS = 3

    assert "Lebih dari 3 baris berisi" in _pesan(b"unit,tahun\n" + b"a,2025\n" * 4)


def test_tepat_sebanyak_batas_diterima(settings: Any) -> None:
    settings.BARIS_IMPOR_MAKS = 3

    assert len(baca_tabel(b"unit,tahun\n" + b"a,2025\n" * 3, WAJIB)) == 3


def test_zip_yang_mengaku_terlalu_besar_tidak_dibuka(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sakip.impor.bungkus.TERBUKA_MAKS", 10_000)
    bom = _zip(xl__workbook_xml=b"<x/>", xl__worksheets__sheet1_xml=b" " * 20_000)

    assert len(bom) < 1_000
    assert "terlalu besar bila dibuka" in _pesan(bom)


def test_sel_di_ujung_lembar_tidak_menghabiskan_memori() -> None:
    jauh = _xlsx_sel(("A2", "a"), ("B2", 2025), ("XFD1048576", "x"))

    assert len(jauh) < 20_000
    assert "terlalu luas" in _pesan(jauh)


@pytest.mark.parametrize("digit", [12, 5_000])
def test_nomor_baris_sepanjang_apa_pun_dijawab(digit: int) -> None:
    """Python itself refuses to read a number of more than 4,300 digits."""
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_xlsx_sel(("A2", "a"), ("B7", "x")))) as asli,
        zipfile.ZipFile(keluar, "w") as palsu,
    ):
        for bagian in asli.infolist():
            isi = asli.read(bagian).replace(b'"B7"', b'"B' + b"9" * digit + b'"')
            palsu.writestr(bagian.filename, isi)

    assert "terlalu luas" in _pesan(keluar.getvalue())


def test_lembar_bersandi_ditolak() -> None:
    asli = bytearray(berkas_xlsx(baris()))
    direktori = asli.index(b"PK\x01\x02")
    asli[6] |= 1  # the flag "encrypted" of the first member, in both its headers
    asli[direktori + 8] |= 1

    assert "rusak" in _pesan(bytes(asli))


def test_lembar_yang_bukan_xml_ditolak() -> None:
    bohong = _zip(xl__workbook_xml=b"<x/>", xl__lembar=b"x<sheetData><row r='9'/>")

    assert "rusak" in _pesan(bohong)


def test_ukuran_bohong_di_dalam_zip_ketahuan() -> None:
    asli = berkas_xlsx(baris())
    arsip = zipfile.ZipFile(io.BytesIO(asli))
    besar = arsip.getinfo("xl/worksheets/sheet1.xml").file_size
    # The declared size stands in the local header and in the directory, little-endian.
    bohong = asli.replace(besar.to_bytes(4, "little"), (besar // 2).to_bytes(4, "little"))

    assert "rusak" in _pesan(bohong)


@pytest.mark.parametrize("pemisah", [",", ";"])
def test_csv_berkoma_dan_bertitik_koma_terbaca_sama(pemisah: str) -> None:
    (satu,) = baca_tabel(berkas_csv(baris(target="85,5"), pemisah=pemisah), WAJIB)

    assert (satu.nomor, satu.teks("target"), satu.teks("unit")) == (2, "85,5", "dinas-anggrek")


def test_koma_desimal_tanpa_kutip_tidak_menggeser_kolom_diam_diam() -> None:
    isi = b"unit,tahun,target,realisasi\na,2024,80,76\na,2025,85,5,90\n"

    pesan = _pesan(isi)

    assert "Baris 3 berisi 5 sel, sedangkan judulnya 4 kolom" in pesan
    assert "tanda kutip" in pesan


def test_sel_kosong_di_kanan_judul_tidak_apa_apa() -> None:
    (satu,) = baca_tabel(b"unit,tahun\na,2025,,\n", WAJIB)

    assert satu.teks("tahun") == "2025"


def test_bom_utf8_dan_judul_berhuruf_besar_terbaca() -> None:
    (satu,) = baca_tabel(b"\xef\xbb\xbfUnit,Kode Indikator,TAHUN\na,k,2025\n", WAJIB)

    assert (satu.teks("unit"), satu.teks("kode_indikator"), satu.teks("tahun")) == (
        "a",
        "k",
        "2025",
    )


def test_baris_kosong_dilewati_dan_nomor_tetap_nomor_lembar() -> None:
    hasil = baca_tabel(b"unit,tahun\na,2024\n\n,\nb,2025\n", WAJIB)

    assert [b.nomor for b in hasil] == [2, 5]


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (76.15, "76.15"),
        (0.1, "0.1"),
        (80, "80"),
        (80.0, "80"),
        (-2.5, "-2.5"),
        (1e-7, "0.0000001"),
        (1e15, "1000000000000000"),
        (1e30, "1" + "0" * 30),
        (123456789.12, "123456789.12"),
    ],
    ids=str,
)
def test_angka_excel_dibaca_persis_seperti_diketik(nilai: float, teks: str) -> None:
    (satu,) = baca_tabel(_xlsx_sel(("A2", "a"), ("B2", nilai)), WAJIB)

    assert satu.teks("tahun") == teks
    assert satu.sel["tahun"].angka == Decimal(teks)


@pytest.mark.parametrize(
    ("nilai", "teks"), [(True, "ya"), (False, "tidak"), (" 85,5 ", "85,5"), ("007", "007")]
)
def test_sel_excel_bukan_angka_tetap_teks(nilai: Any, teks: str) -> None:
    (satu,) = baca_tabel(_xlsx_sel(("A2", "a"), ("B2", nilai)), WAJIB)

    assert (satu.teks("tahun"), satu.sel["tahun"].angka) == (teks, None)
