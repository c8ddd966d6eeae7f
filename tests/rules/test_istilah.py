"""The glossary is read as strictly as the law: one broken file for each mistake."""

from pathlib import Path

import pytest

from sakip_rules.galat import BerkasRegulasiSalah
from sakip_rules.istilah import Asal, baca_istilah, muat_istilah
from sakip_rules.regulasi import muat_regulasi

SATU = """\
  - {kode: capaian, istilah: capaian, singkatan: null, inggris: achievement, arti: Persen.,
     asal: praktik, dasar: [], jangan_pakai: [pencapain]}
"""
DUA = """\
  - {kode: nilai, istilah: nilai, singkatan: N, inggris: score, arti: Angka.,
     asal: praktik, dasar: [], jangan_pakai: []}
"""


def _tulis(folder: Path, *butir: str) -> Path:
    berkas = folder / "istilah.yaml"
    berkas.write_text("skema: 1\nrujukan: {}\nistilah:\n" + "".join(butir), encoding="utf-8")
    return berkas


def test_glosarium_memuat_sekurangnya_tujuh_puluh_istilah() -> None:
    assert len(muat_istilah().menurut_kode) >= 70


@pytest.mark.parametrize("sebutan", ["perjanjian_kinerja", "Perjanjian Kinerja", "pk", "PK"])
def test_dicari_menurut_kode_nama_atau_singkatan(sebutan: str) -> None:
    ditemukan = muat_istilah().cari(sebutan)

    assert ditemukan is not None
    assert ditemukan.kode == "perjanjian_kinerja"


def test_yang_tidak_ada_tidak_ditebak() -> None:
    assert muat_istilah().cari("kontrak kinerja") is None


def test_setiap_dasar_menunjuk_naskah_yang_dikenal() -> None:
    glosarium = muat_istilah()
    dikenal = {teks.id for teks in muat_regulasi().daftar_teks()} | set(glosarium.rujukan)

    asing = {
        dasar.regulasi
        for istilah in glosarium.menurut_kode.values()
        for dasar in istilah.dasar
        if dasar.regulasi not in dikenal
    }

    assert asing == set()


def test_rujukan_yang_sudah_punya_folder_dihapus_dari_daftar() -> None:
    folder = {teks.id for teks in muat_regulasi().daftar_teks()}

    assert folder & set(muat_istilah().rujukan) == set()


def test_berkas_yang_benar_terbaca(tmp_path: Path) -> None:
    glosarium = baca_istilah(_tulis(tmp_path, SATU, DUA))

    assert list(glosarium.menurut_kode) == ["capaian", "nilai"]
    assert glosarium.menurut_kode["nilai"].asal is Asal.PRAKTIK


def _dua(lama: str, baru: str) -> tuple[str, str]:
    assert lama in DUA
    return SATU, DUA.replace(lama, baru)


def _satu(lama: str, baru: str) -> tuple[str]:
    assert lama in SATU
    return (SATU.replace(lama, baru),)


@pytest.mark.parametrize(
    ("butir", "kata"),
    [
        pytest.param((SATU, SATU), ("baris 6", "“kode capaian”", "sudah dipakai"), id="ganda"),
        pytest.param(_dua("istilah: nilai", "istilah: Capaian"), ("“capaian”",), id="nama ganda"),
        pytest.param(_dua("singkatan: N", "singkatan: Capaian"), ("“capaian”",), id="singkatan"),
        pytest.param(_dua("[]}", "[Capaian]}"), ("baris 7", "Capaian"), id="padanan itu istilah"),
        pytest.param(_dua("[]}", "[pencapain]}"), ("pencapain",), id="padanan ganda"),
        pytest.param(_satu("praktik", "peraturan"), ("baris 5", "dasar wajib"), id="tanpa dasar"),
        pytest.param(_satu("praktik", "kabar"), ("baris 5", "peraturan, praktik"), id="asal"),
        pytest.param(_satu("arti:", "makna:"), ("“makna” tidak dikenal",), id="kunci asing"),
        pytest.param(_satu(" arti: Persen.,", ""), ("“arti” wajib ada",), id="kunci hilang"),
        pytest.param(_satu("kode: capaian", "kode: Capaian!"), ("baris 4",), id="kode bukan kata"),
    ],
)
def test_berkas_yang_salah_ditolak_dengan_barisnya(
    tmp_path: Path, butir: tuple[str, ...], kata: tuple[str, ...]
) -> None:
    with pytest.raises(BerkasRegulasiSalah) as ditangkap:
        baca_istilah(_tulis(tmp_path, *butir))

    pesan = str(ditangkap.value)
    assert [satu for satu in kata if satu not in pesan] == [], pesan
