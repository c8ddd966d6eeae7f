"""The program itself: it finds commands, helps, and loads nothing it does not run."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

from sakip.perintah import DAFTAR, main

Tangkap = pytest.CaptureFixture[str]


def test_tanpa_perintah_menampilkan_daftar(capsys: Tangkap) -> None:
    assert main([]) == 2
    keluar = capsys.readouterr().out
    assert [" ".join(p.nama) for p in DAFTAR if f"  {' '.join(p.nama)} " not in keluar] == []


@pytest.mark.parametrize("kata", ["--help", "-h", "bantuan"])
def test_bantuan(kata: str, capsys: Tangkap) -> None:
    assert main([kata]) == 0
    assert "Bantuan tiap perintah: sakip PERINTAH --help" in capsys.readouterr().out


def test_versi(capsys: Tangkap) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("sakip ")


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["hitun"], "“hitun” tidak dikenal. Maksud Anda “hitung”?"),
        (["hitung", "capain"], "“hitung capain” tidak dikenal. Maksud Anda “capaian”?"),
        (["xyz"], "Yang ada: "),
    ],
)
def test_perintah_yang_salah_ketik(argumen: list[str], kata: str, capsys: Tangkap) -> None:
    assert main(argumen) == 2
    assert kata in capsys.readouterr().err


def test_kelompok_tanpa_perintah_menampilkan_isinya(capsys: Tangkap) -> None:
    assert main(["regulasi"]) == 2
    assert main(["regulasi", "--help"]) == 0
    assert "regulasi tampilkan" in capsys.readouterr().out


@pytest.mark.parametrize("perintah", DAFTAR, ids=lambda p: " ".join(p.nama))
def test_setiap_perintah_ada_modulnya(perintah: object) -> None:
    tujuan = perintah.tujuan  # type: ignore[attr-defined]

    assert find_spec(tujuan.split(":")[0]) is not None


@pytest.mark.parametrize(
    "argumen", [["hitung", "capaian"], ["regulasi", "daftar"], ["regulasi", "tampilkan"]]
)
def test_setiap_perintah_kaidah_punya_bantuan_indonesia(
    argumen: list[str], capsys: Tangkap
) -> None:
    with pytest.raises(SystemExit) as keluar:
        main([*argumen, "--help"])

    assert keluar.value.code == 0
    bantuan = capsys.readouterr().out
    assert bantuan.startswith("Pemakaian: ")
    assert "show this help" not in bantuan


def test_regulasi_daftar_menyebut_teks_dan_kaidahnya(capsys: Tangkap) -> None:
    assert main(["regulasi", "daftar"]) == 0
    keluar = capsys.readouterr().out
    assert "permenpanrb-53-2014  PermenPANRB 53/2014" in keluar
    assert "· capaian.indikator" in keluar


def test_regulasi_periksa_menghitung_semuanya(capsys: Tangkap) -> None:
    assert main(["regulasi", "periksa"]) == 0
    assert "tidak ada kesalahan" in capsys.readouterr().out


def test_regulasi_tampilkan_kaidah_pada_tanggal(capsys: Tangkap) -> None:
    assert main(["regulasi", "tampilkan", "capaian.indikator", "--pada", "2026-12-31"]) == 0
    keluar = capsys.readouterr().out
    assert "berlaku 2014-04-21 s.d. sekarang" in keluar
    assert "dasar: perpres-29-2014, Pasal 15–16" in keluar
    assert "target_positif: kebalikan_selisih" in keluar


def test_regulasi_tampilkan_teks_menyebut_kepastiannya(capsys: Tangkap) -> None:
    assert main(["regulasi", "tampilkan", "permenpanrb-12-2015", "--pada", "2026-12-31"]) == 0
    keluar = capsys.readouterr().out
    assert "tidak berlaku pada 2026-12-31" in keluar
    assert "dicabut oleh: permenpanrb-88-2021" in keluar
    assert "[naskah]" in keluar


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["capaian.indikator", "--pada", "2010-01-01"], "tidak berlaku pada 2010-01-01"),
        (["capaian.indikator", "--pada", "31-12-2026"], "tulis seperti 2026-12-31"),
        (["tidak.ada"], "“tidak.ada” tidak ada"),
    ],
)
def test_regulasi_tampilkan_yang_tidak_ada(argumen: list[str], kata: str, capsys: Tangkap) -> None:
    assert main(["regulasi", "tampilkan", *argumen]) == 2
    assert kata in capsys.readouterr().err


def test_perintah_regulasi_tidak_memuat_django() -> None:
    program = (
        "import sys; from sakip.perintah import main; main(['regulasi', 'periksa']); "
        "print('django' in sys.modules)"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert hasil.stdout.splitlines()[-1] == "False"
