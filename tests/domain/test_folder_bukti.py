"""What is looked for in a ZIP folder before it becomes evidence; nothing is ever unpacked."""

import zipfile

import pytest

from domain.berkas_uji import PDF_POLOS, XLSX, ooxml, png
from domain.folder_uji import (
    BERKAS,
    ODS_UJI,
    ODT_UJI,
    PROGRAM,
    bertumpuk,
    daftar_palsu,
    mengembang,
    odf,
    pintasan,
    terkunci,
    zip_uji,
)
from sakip.arsip import isi
from sakip.arsip.isi import JenisBerkas, halaman_rapi, kenali_bersebab, nomor_halaman

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.mark.parametrize(
    ("berkas", "jenis"),
    [
        (BERKAS, isi.ZIP),
        (ODT_UJI, isi.ODT),
        (ODS_UJI, isi.ODS),
        (zip_uji({"map/": b"", "map/a.pdf": PDF_POLOS}), isi.ZIP),
        (zip_uji({f"{n}.pdf": PDF_POLOS for n in range(200)}), isi.ZIP),
    ],
    ids=["isi-yang-diterima", "odt", "ods", "dengan-map", "tepat-dua-ratus"],
)
def test_folder_yang_baik_diterima(berkas: bytes, jenis: JenisBerkas) -> None:
    assert kenali_bersebab(berkas) == (jenis, "")


@pytest.mark.parametrize(
    ("berkas", "kata"),
    [
        (zip_uji({"map/": b""}), "ZIP ini kosong"),
        (zip_uji({f"{n}.pdf": PDF_POLOS for n in range(201)}), "201 berkas; paling banyak 200"),
        (zip_uji({"catatan.txt": b"halo"}), "“catatan.txt” bukan"),
        (zip_uji({"gambar.pdf": png()}), "“gambar.pdf” bukan"),
        (zip_uji({"pasang.exe": PROGRAM}), "program atau skrip"),
        (zip_uji({"surat.pdf": PROGRAM}), "program atau skrip"),
        (zip_uji({"jalan.bat": b"del *.*"}), "program atau skrip"),
        (zip_uji({"laman.html": b"<script>"}), "program atau skrip"),
        (zip_uji({"surat.pdf": b"#!/bin/sh\n"}), "program atau skrip"),
        (zip_uji({"dalam.zip": BERKAS}), "ZIP di dalam ZIP"),
        (zip_uji({"buku.xlsx": ooxml("xl/workbook.xml", {"xl/vbaProject.bin": "x"})}), "makro"),
        (zip_uji({"../../etc/a.pdf": PDF_POLOS}), "ke luar folder"),
        (zip_uji({"/etc/a.pdf": PDF_POLOS}), "ke luar folder"),
        (zip_uji({"C:/a.pdf": PDF_POLOS}), "ke luar folder"),
        (zip_uji({"..\\a.pdf": PDF_POLOS}), "ke luar folder"),
        (zip_uji({"a\u202efdp.pdf": PDF_POLOS}), "ke luar folder"),
        (pintasan(), "pintasan"),
        (terkunci(BERKAS), "dikunci kata sandi"),
        (mengembang(6), "mengembang terlalu besar"),
        (mengembang(101), "mengembang terlalu besar"),
        (bertumpuk(), "bertumpuk"),
        (daftar_palsu(), "terlalu banyak berkas"),
        (BERKAS[:-30], "rusak"),
        (b"PK\x03\x04rusak", "rusak"),
        (OLE, "Office lama atau yang dikunci kata sandi"),
        (PROGRAM, "program komputer"),
        (ooxml("xl/workbook.xml", {"xl/macrosheets/sheet1.xml": "x"}), "makro"),
        (ooxml("word/document.xml", {"word/activeX/a.bin": "x"}), "makro"),
        (ooxml("ppt/presentation.xml", {"ppt/media/a.exe": "MZ"}), "program atau skrip"),
        (ooxml("word/document.xml", {"word/embeddings/a.bin": "MZ\x90"}), "program atau skrip"),
        (odf(isi.ODT.mime, {"Basic/script-lc.xml": b"x"}), "makro"),
        (odf(isi.ODS.mime, {"META-INF/manifest.xml": b"<m:encryption-data/>"}), "kata sandi"),
    ],
)  # fmt: skip
def test_folder_yang_ditolak_menyebut_sebabnya(berkas: bytes, kata: str) -> None:
    jenis, sebab = kenali_bersebab(berkas)

    assert jenis is None
    assert kata in sebab


def test_makro_dikenali_dari_daftar_jenisnya() -> None:
    """A workbook may hide its macros under another name, but not from its own table of types."""
    buku = zip_uji(
        {
            "[Content_Types].xml": b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            "xl/workbook.xml": b"",
        }
    )

    assert "makro" in kenali_bersebab(buku)[1]


def test_yang_mengembang_tidak_pernah_dibuka(monkeypatch: pytest.MonkeyPatch) -> None:
    bom = mengembang(101)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_a, **_k: pytest.fail("dibuka"))

    assert "mengembang" in kenali_bersebab(bom)[1]


def test_ukuran_yang_dipalsukan_tidak_membuat_lebih_banyak_dibaca() -> None:
    """The list says 100 bytes, the member holds 20 MB: what is read stays what the list says."""
    palsu = bytearray(zip_uji({"buku.xlsx": XLSX + b"\0" * 20_000_000}, padat=True))
    letak = palsu.rfind(b"PK\x01\x02")
    palsu[letak + 24 : letak + 28] = (100).to_bytes(4, "little")

    assert kenali_bersebab(bytes(palsu))[0] is None


@pytest.mark.parametrize(
    ("ketikan", "rapi", "nomor"),
    [
        ("12", "hlm. 12", 12),
        ("Hal.12", "hlm. 12", 12),
        ("halaman  007", "hlm. 7", 7),
        ("hlm. 12-14, tabel 3", "hlm. 12–14, tabel 3", 12),
        ("hlm 3 s.d. 5", "hlm. 3–5", 3),
        ("p. 4 lampiran II", "hlm. 4, lampiran II", 4),
        ("hlm. 12", "hlm. 12", 12),
        ("hlm. 12–14, tabel 3", "hlm. 12–14, tabel 3", 12),
        ("tabel 3", "tabel 3", None),
        ("Sheet Rekap", "Sheet Rekap", None),
        ("0", "0", None),
        ("12345", "12345", None),
        ("3,5 juta", "3,5 juta", None),
        ("", "", None),
    ],
)
def test_halaman_dirapikan_dan_nomornya_terbaca(ketikan: str, rapi: str, nomor: int | None) -> None:
    assert halaman_rapi(ketikan) == rapi
    assert halaman_rapi(rapi) == rapi
    assert nomor_halaman(rapi) == nomor
