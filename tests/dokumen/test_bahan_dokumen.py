"""The data of a document: to JSON and back without loss, and nothing unknown is taken in."""

import json
from typing import Any

import pytest

from dokumen import bahan_uji
from sakip.dokumen.bahan import Bahan, BahanPerjanjian

SEMUA = {
    "perjanjian": bahan_uji.perjanjian,
    "perjanjian_bupati": bahan_uji.perjanjian_bupati,
    "laporan": bahan_uji.laporan,
    "lhe": bahan_uji.lhe,
    "serah_terima": bahan_uji.serah_terima,
}


def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(bahan_uji.perjanjian().ke_data()))
    return data


@pytest.mark.parametrize("nama", SEMUA)
def test_bahan_pergi_ke_json_dan_kembali_utuh(nama: str) -> None:
    bahan: Bahan = SEMUA[nama]()

    data = json.loads(json.dumps(bahan.ke_data()))

    assert type(bahan).dari_data(data) == bahan


def test_angka_disimpan_sebagai_teks_tepat() -> None:
    assert _data()["isi"]["program"][0]["anggaran"] == "2410000000"


def test_kunci_yang_belum_ada_dahulu_memakai_bawaannya() -> None:
    data = _data()
    del data["isi"]["alasan_perubahan"], data["isi"]["kepala"]["nomor"]

    assert BahanPerjanjian.dari_data(data).kepala.nomor == ""


@pytest.mark.parametrize(
    ("kunci", "nilai", "kata"),
    [
        ("asing", 1, "bahan: kunci tidak dikenal: asing"),
        ("perubahan_ke", "0", r"bahan\.perubahan_ke: diminta int, yang ada str"),
        ("perubahan_ke", True, r"bahan\.perubahan_ke: diminta int, yang ada bool"),
        ("sasaran", {}, r"bahan\.sasaran: diminta daftar"),
        ("sasaran", [{}], r"bahan\.sasaran\[0\]: kunci uraian wajib ada"),
        ("pihak_pertama", None, r"bahan\.pihak_pertama: diminta peta"),
        ("program", [{"kode": "", "nama": "", "anggaran": 1.5}], "anggaran: diminta teks"),
        ("program", [{"kode": "", "nama": "", "anggaran": "x"}], "“x” tidak terbaca"),
    ],
)
def test_data_yang_tidak_cocok_disebut_tempatnya(kunci: str, nilai: object, kata: str) -> None:
    data = _data()
    data["isi"][kunci] = nilai

    with pytest.raises(ValueError, match=kata):
        BahanPerjanjian.dari_data(data)


def test_bahan_jenis_lain_ditolak() -> None:
    with pytest.raises(ValueError, match="bukan bahan perjanjian_kinerja skema 1"):
        BahanPerjanjian.dari_data(bahan_uji.lhe().ke_data())
