"""A filled sheet as a table: separators, headings, line numbers, bad files."""

from decimal import Decimal

import pytest

from sakip_rules.galat import MasukanSalah
from sakip_rules.penilaian import (
    JawabanSalah,
    JenisKesalahan,
    baca_csv,
    baca_tabel,
    lembar_evaluasi,
    nilai_terisi,
)

BARU = lembar_evaluasi("permenpanrb-88-2021")
ISI = dict.fromkeys(BARU.kode_jawaban, "B")


def csv(pemisah: str = ",", **ganti: str) -> str:
    baris = [f"{kode}{pemisah}{jawaban}" for kode, jawaban in {**ISI, **ganti}.items()]
    return "\n".join([f"kode{pemisah}jawaban", *baris]) + "\n"


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_pemisah_dibaca_dari_judul(pemisah: str) -> None:
    assert nilai_terisi(BARU, baca_csv(csv(pemisah))).nilai == Decimal("70.00")


@pytest.mark.parametrize(
    "teks",
    [
        "\ufeff" + csv(),
        csv().replace("\n", "\r\n"),
        csv().replace("kode,jawaban", " KODE , Jawaban "),
        "\n,\n" + csv(),
        csv().replace("kode,jawaban", 'kode,jawaban,"catatan, panjang"'),
    ],
    ids=["BOM", "CRLF", "judul longgar", "baris kosong di awal", "kolom lain"],
)
def test_bentuk_csv_yang_lazim_diterima(teks: str) -> None:
    assert nilai_terisi(BARU, baca_csv(teks)).nilai == Decimal("70.00")


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "kosong"),
        ("\n \n", "kosong"),
        ("kode;nilai\n1.a;B\n", "kolom “jawaban” harus ada"),
        ("kode,kode,jawaban\n", "kolom “kode” harus ada tepat satu"),
        ('kode,jawaban\n"1.a,B\n', "bukan CSV yang sah"),
        ("kode,jawaban\n" + "1.a,B\n" * 10_001, "bukan lembar evaluasi"),
    ],
    ids=["kosong", "spasi", "tanpa jawaban", "kolom ganda", "kutip terbuka", "terlalu panjang"],
)
def test_tabel_yang_bukan_lembar_ditolak(teks: str, kata: str) -> None:
    with pytest.raises(MasukanSalah, match=kata):
        baca_csv(teks)


def test_tiap_kesalahan_menyebut_barisnya() -> None:
    teks = csv(**{"2.b": "F", "3.a": ""}).replace("4.c,B\n", "4.b,A\n9.z,A\n")

    with pytest.raises(JawabanSalah) as ditangkap:
        nilai_terisi(BARU, baca_csv(teks))

    assert [(satu.baris, satu.jenis, satu.kode) for satu in ditangkap.value.kesalahan] == [
        (6, JenisKesalahan.JAWABAN_TIDAK_DIKENAL, "2.b"),
        (8, JenisKesalahan.JAWABAN_TIDAK_DIKENAL, "3.a"),
        (13, JenisKesalahan.KODE_GANDA, "4.b"),
        (14, JenisKesalahan.KODE_TIDAK_DIKENAL, "9.z"),
        (None, JenisKesalahan.KODE_HILANG, "4.c"),
    ]
    assert "pertama di baris 12" in str(ditangkap.value)
    assert "Belum dijawab: 4.c" in str(ditangkap.value)


def test_kode_ganda_dengan_jawaban_sama_tetap_salah() -> None:
    with pytest.raises(JawabanSalah, match=r"Baris 14: Kode “1\.A” ganda"):
        nilai_terisi(BARU, baca_csv(csv() + "1.A,B\n"))


def test_baris_pendek_berarti_jawaban_kosong() -> None:
    with pytest.raises(JawabanSalah, match=r"Baris 13: Kode 4\.c kosong"):
        nilai_terisi(BARU, baca_csv(csv().replace("4.c,B", "4.c")))


def test_baris_buku_kerja_memakai_nomornya_sendiri() -> None:
    tabel = [(3, ["kode", "jawaban"]), (4, ["1.a", "?"])]

    with pytest.raises(JawabanSalah, match=r"Baris 4: Jawaban “\?” untuk 1\.a"):
        nilai_terisi(BARU, baca_tabel(tabel))
