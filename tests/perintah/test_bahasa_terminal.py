"""Faults are said in the language of the terminal; what goes into a file stays as it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sakip.perintah import bahasa
from sakip_rules.regulasi.baca import Posisi


def _sakip(*argumen: str, bahasa: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sakip.perintah", *argumen],
        env={**os.environ, "SAKIP_BAHASA": bahasa},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("kode", "kalimat"),
    [
        ("id", "Nilai 120,00 di luar 0 sampai 100; periksa kembali angkanya."),
        ("en", "The score 120,00 lies outside 0 to 100; check the number again."),
    ],
)
def test_nilai_di_luar_jangkauan(kode: str, kalimat: str) -> None:
    hasil = _sakip("hitung", "predikat", "120,00", "--regulasi", "permenpanrb-88-2021", bahasa=kode)

    assert hasil.returncode == 2
    assert kalimat in hasil.stderr


@pytest.mark.parametrize(
    ("kode", "kalimat"), [("id", "1 dari 1 baris galat"), ("en", "1 of 1 rows have errors")]
)
def test_berkas_hasil_sama_apa_pun_bahasanya(tmp_path: Path, kode: str, kalimat: str) -> None:
    berkas = tmp_path / "iku.csv"
    berkas.write_text("indikator,satuan,arah,target,realisasi\nA,%,naik_baik,10,dua belas\n")

    hasil = _sakip("hitung", "capaian", str(berkas), "--tahun", "2026", bahasa=kode)

    assert hasil.returncode == 1
    assert kalimat in hasil.stderr
    assert "A,%,naik_baik,10,dua belas,galat,," in hasil.stdout
    assert "tidak sejenis" in hasil.stdout


def test_galat_berkas_kaidah_menyebut_letaknya_dalam_bahasa_inggris(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The place and the fault are two sentences in one, so both must be looked up."""
    kamus = {
        "{berkas} baris {baris}: ": "{berkas} line {baris}: ",
        "kunci “{kunci}” wajib ada.": "the key “{kunci}” is required.",
    }
    monkeypatch.setattr(bahasa, "_", kamus.__getitem__)
    galat = Posisi("a/predikat.yaml", 7).galat("kunci “{kunci}” wajib ada.", kunci="versi")

    assert bahasa.terjemah(galat.kalimat) == "a/predikat.yaml line 7: the key “versi” is required."
