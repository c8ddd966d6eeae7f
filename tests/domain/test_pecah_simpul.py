"""Splitting a node of a konsep."""

from typing import Any

import pytest

from domain.cabang_uji import ditolak, konsep, luas, naskah, uji_pintu
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin
from sakip.perencanaan.services import pecah_simpul

BARU: dict[str, Any] = {"simpul": "s1", "kode_baru": "s1b", "uraian": "Layanan loket"}


def test_yang_dipilih_ikut_ke_saudara_baru(dunia: Dunia) -> None:
    versi = luas(dunia)

    pecah_simpul(
        **dunia.dasar("ani"),
        konsep=konsep(versi),
        **BARU,
        anak=("7.01.02",),
        indikator=("ikm",),
    )

    isi = naskah(dunia, versi)
    simpul = {s.kode: s for s in isi.simpul}
    assert [s.kode for s in isi.simpul if s.induk == "t1"] == ["s1", "s1b", "s2", "s3"]
    assert (simpul["s1b"].jenis, simpul["s1b"].uraian) == ("sasaran", "Layanan loket")
    assert simpul["7.01.02"].induk == "s1b"
    assert {i.kode: i.simpul for i in isi.indikator} == {"ikm": "s1b", "desa": "s3"}
    assert isi.dukungan == (("7.01.02.2.01.0002", "ikm"),)


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"kode_baru": "s2"}, "kode_baru", "Sudah dipakai “Tertib desa”"),
        ({"anak": ()}, "anak", "Pilih turunan atau indikator"),
        ({"anak": ("k1",)}, "anak", "bukan turunan langsung"),
        ({"indikator": ("desa",)}, "indikator", "bukan indikator simpul ini"),
        ({"uraian": " "}, "simpul s1b", "Uraian wajib diisi."),
        ({"simpul": "x"}, "simpul", "tidak ada di dokumen ini"),
    ],
)
def test_isian_yang_salah_ditolak(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    versi = luas(dunia)
    isi = BARU | {"anak": ("7.01.02",)} | ganti

    salah = ditolak(lambda: pecah_simpul(**dunia.dasar("ani"), konsep=konsep(versi), **isi))

    assert kata in salah[letak]


def test_peran_lain_ditolak(dunia: Dunia) -> None:
    versi = luas(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        pecah_simpul(**dunia.dasar("budi"), konsep=konsep(versi), **BARU, anak=("7.01.02",))

    assert hitung_baris() == sebelum


def test_pintunya(dunia: Dunia, lain: Dunia) -> None:
    uji_pintu(dunia, lain, "perencanaan.pecah_simpul", **BARU, anak=("7.01.02",))
