"""``sakip hitung predikat`` and ``evaluasi``: what people type, read, and get wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from sakip.perintah import main

REGULASI = ["--regulasi", "permenpanrb-88-2021"]
SKALA = "AA, A, BB, B, CC, C, D, E"
KODE = [f"{komponen}.{sub}" for komponen in range(1, 5) for sub in "abc"]
LHE_2026 = dict(
    zip(KODE, ["BB", "B", "B", "BB", "B", "B", "BB", "B", "CC", "BB", "B", "CC"], strict=True)
)


def csv(jawaban: dict[str, str], pemisah: str = ",") -> str:
    baris = [f"{kode}{pemisah}{isi}\n" for kode, isi in jawaban.items()]
    return f"kode{pemisah}jawaban\n" + "".join(baris)


@pytest.fixture
def lke(tmp_path: Path) -> Path:
    berkas = tmp_path / "LKE.csv"
    berkas.write_text(csv(LHE_2026), encoding="utf-8")
    return berkas


def test_predikat_sebagai_json(capsys: pytest.CaptureFixture[str]) -> None:
    kode = main(["hitung", "predikat", "80,00", "80.01", *REGULASI, "--json"])

    assert kode == 0
    assert json.loads(capsys.readouterr().out) == [
        {"nilai": "80.00", "predikat": "BB", "sebutan": "Sangat Baik"},
        {"nilai": "80.01", "predikat": "A", "sebutan": "Memuaskan"},
    ]


def test_predikat_sebagai_tabel(capsys: pytest.CaptureFixture[str]) -> None:
    kode = main(["hitung", "predikat", "70", "70,01", "100", *REGULASI])

    assert kode == 0
    assert capsys.readouterr().out.splitlines() == [
        " 70,00  B   Baik",
        " 70,01  BB  Sangat Baik",
        "100,00  AA  Sangat Memuaskan",
    ]


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["80", "100,01", *REGULASI], "Nilai 100,01 di luar 0 sampai 100"),
        (["80", "delapan", *REGULASI], "“delapan” bukan nilai"),
        (["1.000,5", *REGULASI], "bukan nilai"),
        (["80", "--regulasi", "permenpanrb-1-1999"], "tidak ada"),
        (["80", *REGULASI, "--pada", "2014-06-30"], "tidak berlaku pada 2014-06-30"),
    ],
)
def test_satu_masukan_salah_menolak_seluruh_panggilan(
    argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kode = main(["hitung", "predikat", *argumen])

    keluar = capsys.readouterr()
    assert (kode, keluar.out) == (2, "")
    assert kata in keluar.err


@pytest.mark.parametrize(
    "argumen",
    [
        ["hitung", "predikat", "80"],
        ["hitung", "predikat", "80", *REGULASI, "--pada", "kemarin"],
        ["hitung", "evaluasi", *REGULASI],
    ],
    ids=["tanpa regulasi", "tanggal salah", "tanpa berkas"],
)
def test_pemakaian_yang_salah_berkode_dua(
    argumen: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as keluar:
        main(argumen)

    assert keluar.value.code == 2
    assert "Bantuan: sakip hitung" in capsys.readouterr().err


def test_evaluasi_sebagai_json(lke: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode = main(["hitung", "evaluasi", str(lke), *REGULASI, "--json"])

    data = json.loads(capsys.readouterr().out)
    assert kode == 0
    assert (data["nilai"], data["predikat"]) == ("70.00", "B")
    assert [satu["nilai"] for satu in data["komponen"]] == ["21.60", "21.60", "10.05", "16.75"]
    assert data["jejak"]["kaidah"] == "akip.lembar_evaluasi"
    assert data["simulasi"]["kenaikan"][0]["langkah"][0]["kode"] == "3.b"


def test_evaluasi_sebagai_tabel(lke: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode = main(["hitung", "evaluasi", str(lke), *REGULASI])

    keluar = capsys.readouterr().out
    assert kode == 0
    assert "Predikat: B (Baik)" in keluar
    assert "70,00 masih B; BB dimulai di atas 70,00" in keluar
    assert "  3.b B→BB (+0,45) = 70,45" in keluar


def test_evaluasi_dari_buku_kerja(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "LKE.xlsx"
    buku = xlsxwriter.Workbook(berkas)
    lembar = buku.add_worksheet()
    lembar.write_row(1, 1, ["Kode", "Jawaban", "Catatan"])
    for nomor, (kode, isi) in enumerate(LHE_2026.items(), start=2):
        lembar.write_row(nomor, 1, [kode, isi, 7])
    buku.close()

    kode = main(["hitung", "evaluasi", str(berkas), *REGULASI, "--json"])

    assert kode == 0
    assert json.loads(capsys.readouterr().out)["nilai"] == "70.00"


def test_lembar_yang_salah_berkode_satu_dan_menyebut_baris(
    lke: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rusak = csv(LHE_2026).replace("1.c,B", "1.c,F").replace("4.c,CC", "1.a,BB") + "5.a,AA\n"
    lke.write_text(rusak, encoding="utf-8")

    kode = main(["hitung", "evaluasi", str(lke), *REGULASI])

    keluar = capsys.readouterr()
    assert (kode, keluar.out) == (1, "")
    assert [baris.partition(": ")[2] for baris in keluar.err.splitlines()] == [
        f"Baris 4: Jawaban “F” untuk 1.c tidak dikenal; pilih salah satu dari {SKALA}.",
        "Baris 13: Kode “1.a” ganda, pertama di baris 2; hapus salah satunya.",
        "Baris 14: Kode “5.a” tidak ada di lembar ini; kodenya 1.a sampai 4.c.",
        "Belum dijawab: 4.c; tambahkan barisnya.",
    ]


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("LKE.csv", b"kode,nilai\n1.a,B\n", "kolom “jawaban” harus ada"),
        ("LKE.csv", "kode,jawaban\n1.a,B\n".encode("utf-16"), "bukan teks UTF-8"),
        ("LKE.csv", b"", "kosong"),
        ("LKE.csv", b"PK\x03\x04isi", "tidak sesuai dengan namanya"),
        ("LKE.xlsx", b"kode,jawaban\n", "tidak sesuai dengan namanya"),
        ("LKE.xlsx", b"PK\x03\x04rusak", "bukan buku kerja Excel yang utuh"),
        ("LKE.ods", b"kode,jawaban\n", "bukan .csv atau .xlsx"),
        ("LKE.csv", b"x" * (5 * 1024 * 1024 + 1), "terlalu besar"),
    ],
)
def test_berkas_yang_bukan_lembar_berkode_dua(
    tmp_path: Path, nama: str, isi: bytes, kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / nama
    berkas.write_bytes(isi)

    kode = main(["hitung", "evaluasi", str(berkas), *REGULASI])

    keluar = capsys.readouterr()
    assert (kode, keluar.out) == (2, "")
    assert kata in keluar.err


def test_berkas_yang_tidak_ada(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode = main(["hitung", "evaluasi", str(tmp_path / "tidak-ada.csv"), *REGULASI])

    assert kode == 2
    assert "tidak ada; periksa nama" in capsys.readouterr().err


def test_folder_bukan_berkas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode = main(["hitung", "evaluasi", str(tmp_path), *REGULASI])

    assert kode == 2
    assert "tidak dapat dibaca" in capsys.readouterr().err


def test_varian_12_2015(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The unit form asks for 92 codes; of the naskah variant E.III is missing."""
    berkas = tmp_path / "LKE.csv"
    berkas.write_text("kode;jawaban\nE.1;a\n", encoding="utf-8")
    lama = ["hitung", "evaluasi", str(berkas), "--regulasi", "permenpanrb-12-2015"]

    satu = main(lama)
    pesan = capsys.readouterr().err
    dua = main([*lama, "--varian", "naskah"])
    pesan_naskah = capsys.readouterr().err

    assert (satu, dua) == (1, 1)
    assert "E.III" not in pesan
    assert "E.6, E.III" in pesan_naskah


def test_perintah_tidak_memuat_django_maupun_pembaca_excel() -> None:
    kode = (
        "import sys; from sakip.perintah import main;"
        "main(['hitung','predikat','80','--regulasi','permenpanrb-88-2021']);"
        "sys.exit(len({'django','python_calamine'} & set(sys.modules)))"
    )

    hasil = subprocess.run([sys.executable, "-c", kode], check=False, capture_output=True)

    assert hasil.returncode == 0, hasil.stderr
