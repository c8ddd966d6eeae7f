"""What is wrapped around a table: lying ZIPs, macros, links, entities; and what is said of it."""

import io
import time
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles.numbers import FORMAT_PERCENTAGE

from sakip.bersama.galat import IsianTidakSah
from sakip.impor.buku import baca_buku
from sakip.impor.tabel import baca_tabel

WAJIB = ("unit", "tahun")
PEMBACA: tuple[Callable[[bytes], object], ...] = (baca_buku, lambda i: baca_tabel(i, WAJIB))
semua_pembaca = pytest.mark.parametrize("baca", PEMBACA, ids=["buku", "tabel"])


def _buku(*cara: Callable[[Any], object], baris: int = 1) -> bytes:
    buku = Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.append(["unit", "tahun"])
    for n in range(baris):
        lembar.append([f"u{n}", 2025])
    for satu in cara:
        satu(lembar)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _dengan(isi: bytes, nama: str, teks: bytes) -> bytes:
    """The same workbook with one part more, or with other bytes in one of its parts."""
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as asli,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru,
    ):
        for bagian in asli.infolist():
            if bagian.filename != nama:
                baru.writestr(bagian.filename, asli.read(bagian))
        baru.writestr(nama, teks)
    return keluar.getvalue()


def _sebab(baca: Callable[[bytes], object], isi: bytes) -> str:
    with pytest.raises(IsianTidakSah) as galat:
        baca(isi)
    return " ".join(k.pesan for k in galat.value.kesalahan)


@semua_pembaca
@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("xl/vbaProject.bin", "Berkas ini memuat makro"),
        ("xl/VBAPROJECT.BIN", "Berkas ini memuat makro"),
        ("xl/macrosheets/sheet1.xml", "Berkas ini memuat makro"),
        ("xl/externalLinks/externalLink1.xml", "mengambil isi dari berkas lain"),
        ("xl/connections.xml", "mengambil isi dari berkas lain"),
    ],
)
def test_makro_dan_tautan_ke_luar_ditolak(
    baca: Callable[[bytes], object], nama: str, kata: str
) -> None:
    assert kata in _sebab(baca, _dengan(_buku(), nama, b"<x/>"))


@semua_pembaca
@pytest.mark.parametrize("bagian", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_entitas_xml_tidak_pernah_dibentangkan(
    baca: Callable[[bytes], object], bagian: str
) -> None:
    lapis = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    bom = b'<!DOCTYPE x [<!ENTITY a0 "ha">' + lapis + b"]><x>&a11;</x>"
    mulai = time.monotonic()

    assert "deklarasi DTD" in _sebab(baca, _dengan(_buku(), bagian, bom))
    assert time.monotonic() - mulai < 2


def _berbohong(isi: bytes, nama: str, nyata: bytes, aku: bytes) -> bytes:
    """A part that unpacks to ``nyata``, while size and sum are those of ``aku``."""
    hasil = bytearray(_dengan(isi, nama, nyata))
    with zipfile.ZipFile(io.BytesIO(bytes(hasil))) as arsip:
        bagian = arsip.getinfo(nama)
    palsu = zlib.crc32(aku).to_bytes(4, "little"), len(aku).to_bytes(4, "little")
    letak = hasil.index(b"PK\x01\x02")
    while hasil[letak + 46 : letak + 46 + len(nama)] != nama.encode():
        letak = hasil.index(b"PK\x01\x02", letak + 4)
    for awal in (letak + 16, bagian.header_offset + 14):
        hasil[awal : awal + 4] = palsu[0]
        hasil[awal + 8 : awal + 12] = palsu[1]
    return bytes(hasil)


@semua_pembaca
def test_bagian_yang_lebih_besar_dari_pengakuannya_tidak_dibentangkan(
    baca: Callable[[bytes], object],
) -> None:
    """Sum and size fit the first bytes: Python's own reader would stop there and call it sound."""
    nyata = b"<x>" + b" " * 300_000_000 + b"</x>"
    bom = _berbohong(_buku(), "xl/theme/theme9.xml", nyata, nyata[:100])
    mulai = time.monotonic()

    assert len(bom) < 400_000
    assert "rusak" in _sebab(baca, bom)
    assert time.monotonic() - mulai < 2


@semua_pembaca
def test_terlalu_banyak_bagian_ditolak_sebelum_dibuka(baca: Callable[[bytes], object]) -> None:
    keluar = io.BytesIO(_buku())
    with zipfile.ZipFile(keluar, "a") as arsip:
        for n in range(2_001):
            arsip.writestr(f"xl/media/{n}", b"")

    assert "terlalu besar bila dibuka" in _sebab(baca, keluar.getvalue())


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"MZ\x90\x00" + bytes(60), "Isi berkas ini program (.exe), bukan tabel"),
        (b"\x7fELF" + bytes(60), "Isi berkas ini program, bukan tabel"),
    ],
)
def test_program_yang_dinamai_xlsx_ditolak(isi: bytes, kata: str) -> None:
    assert kata in _sebab(PEMBACA[1], isi)


def test_csv_yang_dinamai_xlsx_tetap_terbaca_sebagai_csv() -> None:
    assert [b.teks("unit") for b in baca_tabel(b"unit,tahun\na,2025\n", WAJIB)] == ["a"]


def test_dua_ratus_ribu_baris_kosong_bergaya_tidak_memberatkan() -> None:
    """Rows that were only coloured: 200.000 of them, each with a cell that holds nothing."""
    isi = _buku(baris=2)
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        lembar = arsip.read("xl/worksheets/sheet1.xml")
    kosong = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(4, 200_004))
    mulai = time.process_time()

    hasil = baca_tabel(
        _dengan(
            isi,
            "xl/worksheets/sheet1.xml",
            lembar.replace(b"</sheetData>", kosong + b"</sheetData>"),
        ),
        WAJIB,
    )

    assert [b.teks("unit") for b in hasil] == ["u0", "u1"]
    assert time.process_time() - mulai < 5


def test_tabel_menyebut_yang_tidak_terlihat() -> None:
    def sembunyi(lembar: Any) -> None:
        lembar.row_dimensions[2].hidden = True

    def persen(lembar: Any) -> None:
        lembar["B2"], lembar["B2"].number_format = 0.855, FORMAT_PERCENTAGE

    catatan: list[str] = []
    (satu,) = baca_tabel(_buku(sembunyi, persen), WAJIB, catatan)

    assert satu.teks("tahun") == "85.5"
    assert catatan == [
        "Baris tersembunyi ikut dibaca: Sheet!2.",
        "Sel berformat persen dibaca seperti tampaknya (85% menjadi 85): Sheet!B2.",
    ]


@pytest.mark.parametrize(
    ("cara", "kata"),
    [
        (lambda x: x.merge_cells("A2:A3"), "Sel gabungan: Sheet!A2:A3"),
        (lambda x: x.__setitem__("B2", "=1+1"), "Rumus tanpa nilai tersimpan: Sheet!B2"),
    ],
)
def test_tabel_menolak_yang_akan_hilang_diam_diam(cara: Callable[[Any], object], kata: str) -> None:
    assert kata in _sebab(PEMBACA[1], _buku(cara))
