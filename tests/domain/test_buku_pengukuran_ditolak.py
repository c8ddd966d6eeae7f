"""Workbooks that are refused whole, each with its reason, and nothing stored."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core import signing
from openpyxl import Workbook

from domain.buku_ukur_uji import letak, pratinjau, terapkan, tulis, ubah, unduh
from domain.lembar_uji import sampai, siapkan
from domain.pemeran import Dunia, hitung_baris
from domain.ukur_uji import HARI, Ukur, kunci_jendela, tata_ukur
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.impor.services import import_pratinjau
from sakip.pengukuran.services.buku_pengukuran import penanda

MAU = {"unit": "dinas-anggrek", "nama_unit": "Dinas Anggrek", "tahun": 2026, "triwulan": 1}


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def _sebab(u: Ukur, isi: bytes, n: int = 1, **opsi: Any) -> str:
    sebelum = hitung_baris()
    with pytest.raises(IsianTidakSah) as salah:
        pratinjau(u, isi, n, **opsi)
    assert hitung_baris() == sebelum
    return " ".join(k.pesan for k in salah.value.kesalahan)


def _bertanda_lain(isi: bytes, **ganti: Any) -> bytes:
    """The same workbook with another stamp, rightly signed: as a former version would have it."""

    def cara(buku: Any) -> None:
        rahasia = buku["_sakip"]
        tukang = signing.Signer(salt=penanda.GARAM)
        isi_lama = tukang.unsign_object("".join(s.value for s in rahasia["A"]))
        for sel in rahasia["A"]:
            sel.value = None
        rahasia["A1"] = tukang.sign_object(isi_lama | ganti, compress=True)

    return ubah(isi, cara)


@pytest.mark.parametrize(
    ("mau", "kata"),
    [
        ({"triwulan": 2}, "untuk Dinas Anggrek triwulan I tahun 2026, bukan untuk lembar"),
        ({"tahun": 2025}, "triwulan I tahun 2025"),
        ({"unit": "dinas-bakung", "nama_unit": "Dinas Bakung"}, "Dinas Bakung triwulan I"),
    ],
)
def test_buku_lembar_lain_ditolak(ukur: Ukur, mau: dict[str, Any], kata: str) -> None:
    assert kata in _sebab(ukur, unduh(ukur), mau=MAU | mau)


def test_buku_unit_lain_ditolak(ukur: Ukur) -> None:
    isi = unduh(ukur)

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        pratinjau(ukur, isi, siapa="dewi")


def test_buku_instansi_lain_ditolak(ukur: Ukur) -> None:
    isi = _bertanda_lain(unduh(ukur), instansi="99.12")

    assert "milik instansi lain (99.12)" in _sebab(ukur, isi)


def test_buku_bentuk_lama_ditolak(ukur: Ukur) -> None:
    isi = _bertanda_lain(unduh(ukur), bentuk="pengukuran-0")

    assert "berbentuk “pengukuran-0”, sedangkan yang dibaca “pengukuran-1”" in _sebab(ukur, isi)


def test_penanda_yang_diubah_ditolak(ukur: Ukur) -> None:
    def cara(buku: Any) -> None:
        sel = buku["_sakip"]["A1"]
        sel.value = ("A" if sel.value[0] != "A" else "B") + sel.value[1:]

    assert "rusak atau pernah diubah" in _sebab(ukur, ubah(unduh(ukur), cara))


@pytest.mark.parametrize("keadaan", ["diajukan", "terkunci"])
def test_lembar_yang_tidak_dapat_diisi_lagi_ditolak(dunia: Dunia, keadaan: str) -> None:
    u = siapkan(dunia)
    isi = ubah(unduh(u), tulis("1b", Angka=40))
    sampai(u, keadaan)

    assert f"sedang “{keadaan}”" in _sebab(u, isi)


def test_di_luar_jendela_ditolak(ukur: Ukur) -> None:
    kunci_jendela(ukur.dunia)
    isi = ubah(unduh(ukur), tulis("1b", Angka=40))

    with pytest.raises(IsianTidakSah) as salah:
        import_pratinjau(
            oleh=ukur.dunia.pelaku("ani"),
            saat=HARI[1],
            instansi=ukur.dunia.instansi,
            jenis="pengukuran",
            nama_berkas="buku.xlsx",
            isi=isi,
            opsi={},
        )
    assert "Jendela sudah ditutup" in salah.value.kesalahan[0].pesan


def test_di_luar_jendela_yang_tidak_dikunci_diterima(ukur: Ukur) -> None:
    # 10 April was the last day and it is 8 July: unless locked, late work is taken. How many days
    # late is counted when it is handed in (test_ajukan_pengukuran).
    bets = pratinjau(ukur, ubah(unduh(ukur), tulis("1b", Angka=40)), 2)

    terapkan(ukur, bets, 2)

    assert ukur.mutakhir("1b", "triwulan").realisasi_teks == "40"


def _hapus(kode: str) -> Callable[[Any], None]:
    def cara(buku: Any) -> None:
        baris = next(s.row for s in buku["Isian"]["A"] if s.value == kode)
        buku["Isian"].delete_rows(baris)

    return cara


def _sel(nama: str, nilai: Any) -> Callable[[Any], None]:
    def cara(buku: Any) -> None:
        buku["Isian"][nama] = nilai

    return cara


@pytest.mark.parametrize(
    ("cara", "kata"),
    [
        (_hapus("1b"), "Baris ini hilang dari lembarnya: Indikator 1b"),
        (lambda b: _sel(letak(b, "1b", "Kode"), "iku-2")(b), "“iku-2” tertulis di baris"),
        (lambda b: _sel(letak(b, "1b", "Kode"), "x")(b), "Kode yang tidak ada di buku ini semula"),
        (_sel("G3", "Nilai"), "Isian!G3 seharusnya “Angka”, tertulis “Nilai”"),
        (lambda b: b["Isian"].insert_cols(3), "Judul kolom Isian!C3"),
        (lambda b: b["Isian"].merge_cells("G5:H5"), "Sel gabungan: Isian!G5:H5"),
        (_sel("G6", "=1+1"), "Rumus tanpa nilai tersimpan: Isian!G6"),
        (lambda b: b.remove(b["Isian"]), "Lembar “Isian” tidak ada"),
        (lambda b: b.remove(b["_sakip"]), "bukan buku kerja pengukuran SAKIP"),
    ],
)
def test_lembar_yang_dirombak_ditolak_dengan_letaknya(
    ukur: Ukur, cara: Callable[[Any], object], kata: str
) -> None:
    assert kata in _sebab(ukur, ubah(unduh(ukur), cara))


def _zip_dengan(isi: bytes, nama: str, teks: bytes) -> bytes:
    keluar = io.BytesIO(isi)
    with zipfile.ZipFile(keluar, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(nama, teks)
    return keluar.getvalue()


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (lambda i: _zip_dengan(i, "xl/vbaProject.bin", b"x"), "memuat makro"),
        (lambda i: _zip_dengan(i, "xl/externalLinks/externalLink1.xml", b"<x/>"), "tautan ekster"),
        (lambda _i: b"MZ\x90\x00" + bytes(60), "program (.exe), bukan tabel"),
        (lambda _i: b"kode;nilai\n1b;41\n", "bukan buku kerja pengukuran SAKIP"),
        (lambda _i: "kode;nilai\n".encode("utf-16"), "bukan buku kerja pengukuran SAKIP"),
        (lambda i: i[: len(i) // 2], "rusak"),
        (lambda _i: _kosong(), "bukan buku kerja pengukuran SAKIP"),
    ],
    ids=["makro", "tautan", "exe", "csv", "utf-16", "terpotong", "buku-lain"],
)
def test_berkas_yang_bukan_buku_ditolak(
    ukur: Ukur, isi: Callable[[bytes], bytes], kata: str
) -> None:
    assert kata in _sebab(ukur, isi(unduh(ukur)))


def _kosong() -> bytes:
    keluar = io.BytesIO()
    Workbook().save(keluar)
    return keluar.getvalue()
