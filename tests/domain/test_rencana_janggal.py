"""Workbooks as they should not be: refused or flagged by cell, and nothing is stored half."""

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from domain.buku_uji import MAU, buku, galat, isi_sel, pratinjau, simpan, tambah, tersimpan
from domain.naskah_uji import NASKAH, POHON, susun
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import IsianTidakSah
from sakip.perencanaan.services import SimpulBaru

RENTANG = replace(
    NASKAH, indikator=(replace(NASKAH.indikator[0], arah="rentang", target=()), NASKAH.indikator[1])
)


def _ditolak(dunia: Dunia, isi: bytes) -> list[str]:
    """The reasons for which a whole file is refused; nothing is left behind."""
    sebelum = hitung_baris()
    with pytest.raises(IsianTidakSah) as salah:
        pratinjau(dunia, isi)
    assert hitung_baris() == sebelum
    return [k.pesan for k in salah.value.kesalahan]


def _galat(dunia: Dunia, *ubah: Callable[[Any], object]) -> dict[str, str]:
    return galat(pratinjau(dunia, buku(dunia, NASKAH, *ubah)))


def test_sel_gabungan_ditolak_dan_disebut(dunia: Dunia) -> None:
    def gabung(satu: Any) -> None:
        satu["Simpul"].merge_cells("D3:D5")

    assert _ditolak(dunia, buku(dunia, NASKAH, gabung)) == [
        "Sel gabungan: Simpul!D3:D5. Pisahkan, lalu isi setiap selnya."
    ]


def test_rumus_tanpa_nilai_ditolak_dan_disebut(dunia: Dunia) -> None:
    isi = buku(dunia, NASKAH, isi_sel("Simpul", J3="=1+1", J4="=J3*2"))

    assert _ditolak(dunia, isi) == [
        "Rumus tanpa nilai tersimpan: Simpul!J3, Simpul!J4. Simpan dari Excel, atau tulis nilainya."
    ]


def test_rumus_bernilai_dibaca_nilainya_dan_dikatakan(dunia: Dunia) -> None:
    isi = _ganti_bagian(
        buku(dunia, NASKAH, isi_sel("Simpul", J4="=1+1")),
        "xl/worksheets/sheet2.xml",
        lambda x: x.replace(b"<v />", b"<v>2500000</v>").replace(b"<v/>", b"<v>2500000</v>"),
    )

    bets = pratinjau(dunia, isi)

    assert "Rumus dibaca menurut nilai tersimpannya: Simpul!J4." in bets.opsi["catatan"]
    assert bets.baris.get(nomor=1_000_004).isi["asal"]["pagu_2026"] == "2500000"


def test_baris_tersembunyi_dibaca_dan_disebut(dunia: Dunia) -> None:
    def sembunyikan(satu: Any) -> None:
        satu["Simpul"].row_dimensions[4].hidden = True

    bets = pratinjau(dunia, buku(dunia, NASKAH, sembunyikan))

    assert bets.ringkasan == {"baru": 8}
    assert "Baris tersembunyi ikut dibaca: Simpul!4." in bets.opsi["catatan"]


def test_templat_versi_lain_ditolak(dunia: Dunia) -> None:
    (pesan,) = _ditolak(dunia, buku(dunia, NASKAH, isi_sel("_sakip", B1="rencana-0")))

    assert "dari templat “rencana-0”, yang dibaca “rencana-1”" in pesan


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (isi_sel("Simpul", A1=None), "Kolom yang kurang di lembar Simpul: Kode"),
        (isi_sel("Simpul", B1="Level"), "Kolom yang kurang di lembar Simpul: Jenjang"),
        (isi_sel("Simpul", J1="Pagu 2099"), "Kolom yang tidak dikenal di lembar Simpul: pagu_2099"),
        (isi_sel("Indikator", D1="Nama"), "tertulis dua kali di lembar Indikator: nama"),
        (lambda b: b.remove(b["Indikator"]), "Lembar “Indikator” tidak ada"),
        (isi_sel("_sakip", B6="dua ribu"), "Penanda dokumen di buku kerja ini rusak"),
        (isi_sel("_sakip", B2="99.12"), "milik instansi lain (99.12)"),
    ],
    ids=["kurang", "ganti-nama", "asing", "kembar", "lembar", "penanda", "instansi"],
)
def test_kepala_yang_salah_ditolak(dunia: Dunia, ubah: Any, kata: str) -> None:
    assert kata in _ditolak(dunia, buku(dunia, NASKAH, ubah))[0]


def test_dua_ratus_ribu_baris_kosong_dilewati_dengan_cepat(dunia: Dunia) -> None:
    kosong = b"".join(
        b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>' % (n, n)
        for n in range(9, 200_009)
    )
    isi = _ganti_bagian(
        buku(dunia, NASKAH, isi_sel("_sakip", B9="")),
        "xl/worksheets/sheet2.xml",
        lambda x: x.replace(b"</sheetData>", kosong + b"</sheetData>"),
    )
    tracemalloc.start()
    mulai = time.perf_counter()
    bets = pratinjau(dunia, isi)
    lama = time.perf_counter() - mulai
    _kini, puncak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert bets.ringkasan == {"baru": 8}
    assert puncak < 100_000_000, puncak
    assert lama < 20, lama  # tracemalloc makes it several times slower


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (date(2026, 11, 14), "Sel ini berisi tanggal (2026-11-14)"),
        ("12/05/2026", "Sel ini berisi tanggal (12/05/2026)"),
        ("12 - 15", "Untuk rentang tulis “12..15” dan arah “rentang”"),
        ("12 s/d 15", "Untuk rentang tulis “12..15”"),
        ("banyak", "banyak"),
        ("1/0", "Penyebut"),
    ],
    ids=["tanggal-excel", "tanggal-teks", "strip", "s/d", "kata", "nol"],
)
def test_target_yang_bukan_angka_disebut_selnya(dunia: Dunia, nilai: Any, kata: str) -> None:
    salah = _galat(dunia, isi_sel("Indikator", S2=nilai))

    assert set(salah) == {"Indikator!S2"}
    assert kata in salah["Indikator!S2"]


@pytest.mark.parametrize("teks", ["12 - 15", "12–15", "12 s/d 15", "12..15"])
def test_strip_dibaca_rentang_hanya_bila_arahnya_rentang(dunia: Dunia, teks: str) -> None:
    isi = buku(dunia, RENTANG, isi_sel("Indikator", S2=teks))

    assert galat(pratinjau(dunia, isi)) == {}


def test_kode_kembar_disebut_di_kedua_selnya(dunia: Dunia) -> None:
    salah = _galat(dunia, isi_sel("Simpul", A3="t1"), isi_sel("Indikator", A3="ikm"))

    assert salah["Simpul!A2"] == salah["Simpul!A3"] == "Kode “t1” tertulis dua kali."
    assert salah["Indikator!A2"] == salah["Indikator!A3"] == "Kode “ikm” tertulis dua kali."


def test_lingkaran_induk_disebut(dunia: Dunia) -> None:
    salah = _galat(
        dunia,
        tambah(
            "Simpul",
            {"kode": "a", "jenjang": "sasaran", "induk": "c", "uraian": "A"},
            {"kode": "b", "jenjang": "sasaran", "induk": "a", "uraian": "B"},
            {"kode": "c", "jenjang": "sasaran", "induk": "b", "uraian": "C"},
        ),
    )

    assert salah == {
        "Simpul!C8": "Lingkaran induk: a → c → b → a.",
        "Simpul!C9": "Lingkaran induk: b → a → c → b.",
        "Simpul!C10": "Lingkaran induk: c → b → a → c.",
    }


def test_simpul_di_bawah_anaknya_sendiri_dan_dirinya_disebut(dunia: Dunia) -> None:
    salah = _galat(dunia, isi_sel("Simpul", C2="s1"))
    assert salah["Simpul!C2"] == "Lingkaran induk: t1 → s1 → t1."

    salah = _galat(dunia, isi_sel("Simpul", C3="s1"))
    assert salah["Simpul!C3"] == "Simpul tidak dapat menjadi induknya sendiri."


def test_induk_instansi_lain_tidak_ditemukan(dunia: Dunia, lain: Dunia) -> None:
    asing = replace(NASKAH, unit="dinas-lain")
    susun(lain, "eko", unit="dinas-lain", simpul=asing.simpul, indikator=(), dukungan=())

    salah = _galat(dunia, isi_sel("Simpul", C2="dinas-lain:s1"))

    assert salah == {
        "Simpul!C2": "Induk “dinas-lain:s1” tidak ada, atau berada di bawah dokumen ini sendiri."
    }


def test_induk_di_dokumen_lain_seinstansi_diterima(dunia: Dunia) -> None:
    pemda = SimpulBaru("v", "visi", "Visi")
    induk = (pemda, SimpulBaru("pd", "tujuan", "T", "v"), SimpulBaru("ps", "sasaran", "S", "pd"))
    susun(
        dunia, "gita", unit="kabupaten-contoh", jenis="rpjmd", simpul=induk, indikator=(),
        dukungan=(),
    )  # fmt: skip

    assert _galat(dunia, isi_sel("Simpul", C2="kabupaten-contoh:ps")) == {}


@pytest.mark.parametrize(
    ("lembar", "sel", "nilai", "kata"),
    [
        ("Simpul", "C3", "t", "Induk “t” tidak ada"),
        ("Simpul", "B3", "anu", "“anu” tidak dikenal. Pilih:"),
        ("Simpul", "D3", None, "Wajib diisi"),
        ("Simpul", "F3", "hantu", "Unit pemilik “hantu” tidak ada"),
        ("Simpul", "G3", "hantu", "Jabatan pemilik “hantu” tidak ada"),
        ("Simpul", "H3", "cuaca", "Tema “cuaca” tidak dikenal"),
        ("Simpul", "I3", "hantu", "Indikator “hantu” tidak ada"),
        ("Simpul", "J3", "-5", "negatif"),
        ("Simpul", "J3", "banyak", "banyak"),
        ("Indikator", "B2", "hantu", "Simpul “hantu” tidak ada"),
        ("Indikator", "C2", None, "Wajib diisi"),
        ("Indikator", "J2", "mungkin", "Tulis ya atau tidak"),
        ("Indikator", "K2", "hantu", "Jabatan pengampu “hantu” tidak ada"),
        ("Indikator", "P2", "hantu", "Indikator pustaka “hantu” tidak ada"),
        ("Indikator", "Q2", "kemarin", "bukan tahun"),
        ("Indikator", "R2", "x" * 61, "Paling panjang 60"),
        ("Indikator", "S2", "WTP", "WTP"),
    ],
)
def test_setiap_kesalahan_menyebut_selnya(
    dunia: Dunia, lembar: str, sel: str, nilai: Any, kata: str
) -> None:
    salah = _galat(dunia, isi_sel(lembar, **{sel: nilai}))

    assert kata in salah[f"{lembar}!{sel}"], salah


def test_jenjang_yang_tidak_boleh_di_sana_disebut_pada_induknya(dunia: Dunia) -> None:
    salah = _galat(dunia, isi_sel("Simpul", B3="program"))

    assert "Program tidak dapat berada langsung di bawah Tujuan" in salah["Simpul!C3"]


def test_makro_ditolak(dunia: Dunia) -> None:
    isi = io.BytesIO(buku(dunia, NASKAH))
    with zipfile.ZipFile(isi, "a") as arsip:
        arsip.writestr("xl/vbaProject.bin", b"makro")

    assert "memuat makro" in _ditolak(dunia, isi.getvalue())[0]


def test_berkas_terlalu_besar_ditolak(dunia: Dunia) -> None:
    assert "paling besar 10 MB" in _ditolak(dunia, b"PK\x03\x04" + bytes(10_000_001))[0]


def test_zip_yang_meledak_ditolak(dunia: Dunia) -> None:
    isi = io.BytesIO(buku(dunia, NASKAH))
    with zipfile.ZipFile(isi, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/worksheets/sheet9.xml", bytes(210_000_000))

    assert "terlalu besar bila dibuka" in _ditolak(dunia, isi.getvalue())[0]


def test_sel_yang_sangat_jauh_ditolak(dunia: Dunia) -> None:
    isi = buku(dunia, NASKAH, isi_sel("Simpul", XFD1048576="x"))

    assert "terlalu luas" in _ditolak(dunia, isi)[0]


@pytest.mark.parametrize("isi", [b"", b"%PDF-1.7", b"PK\x03\x04 terpotong"])
def test_yang_bukan_buku_kerja_ditolak(dunia: Dunia, isi: bytes) -> None:
    assert _ditolak(dunia, isi)


def test_tabel_asing_tanpa_dokumennya_ditolak(dunia: Dunia) -> None:
    satu = Workbook()
    satu.active.append(["Kode", "Uraian"])  # type: ignore[union-attr]

    assert "bukan buku kerja templat SAKIP" in _ditolak(dunia, simpan(satu))[0]


def test_semua_kesalahan_disebut_sekaligus_dan_tidak_ada_yang_tersimpan(dunia: Dunia) -> None:
    susun(dunia)
    lama = tersimpan(dunia)

    bets = pratinjau(
        dunia,
        buku(
            dunia,
            lama,
            isi_sel("Simpul", B3="anu", C4="x", D5=None),
            isi_sel("Indikator", E2="?", S3="banyak"),
        ),
        mau=MAU,
    )

    assert set(galat(bets)) == {
        "Simpul!B3", "Simpul!C4", "Simpul!D5", "Indikator!E2", "Indikator!S3",
    }  # fmt: skip
    assert tersimpan(dunia) == lama
    assert len(lama.simpul) == len(POHON)


def _ganti_bagian(isi: bytes, bagian: str, ganti: Callable[[bytes], bytes]) -> bytes:
    """Another text for one part of a workbook, as other programs write it."""
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as lama,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru,
    ):
        for nama in lama.namelist():
            satu = lama.read(nama)
            baru.writestr(nama, ganti(satu) if nama == bagian else satu)
    return keluar.getvalue()
