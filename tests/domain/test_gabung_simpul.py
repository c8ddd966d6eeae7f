"""Merging two nodes of a konsep."""

from decimal import Decimal

import pytest

from domain.cabang_uji import ditolak, konsep, luas, naskah, uji_pintu
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin
from sakip.perencanaan.services import gabung_simpul


def test_isi_keduanya_menyatu_dan_kata_yang_pertama_tinggal(dunia: Dunia) -> None:
    versi = luas(dunia)

    gabung_simpul(**dunia.dasar("ani"), konsep=konsep(versi), simpul="s2", dari="s3")

    isi = naskah(dunia, versi)
    s2 = next(s for s in isi.simpul if s.kode == "s2")
    assert [s.kode for s in isi.simpul if s.induk == "t1"] == ["s1", "s2"]
    assert (s2.uraian, s2.tema, s2.pagu) == ("Tertib desa", ("spm",), ((2026, Decimal(12)),))
    assert {i.kode: i.simpul for i in isi.indikator} == {"ikm": "s1", "desa": "s2"}


def test_turunan_dan_dukungan_ikut(dunia: Dunia) -> None:
    versi = luas(dunia)
    loket, rapat = "7.01.02.2.01.0002", "7.01.02.2.01.0001"

    gabung_simpul(**dunia.dasar("ani"), konsep=konsep(versi), simpul=rapat, dari=loket)
    gabung_simpul(**dunia.dasar("ani"), konsep=konsep(versi, versi=2), simpul="s3", dari="s1")

    isi = naskah(dunia, versi)
    assert isi.dukungan == ((rapat, "ikm"),)
    assert next(s.induk for s in isi.simpul if s.kode == "7.01.02") == "s3"


@pytest.mark.parametrize(
    ("simpul", "dari", "kata"),
    [
        ("s1", "s1", "dengan dirinya sendiri"),
        ("t1", "7.01.02", "satu garis turunan"),
        ("7.01.02", "s1", "satu garis turunan"),
        ("s1", "k1", "Hanya dua simpul sejenjang"),
        ("s1", "x", "tidak ada di dokumen ini"),
    ],
)
def test_yang_tidak_dapat_digabung_ditolak(dunia: Dunia, simpul: str, dari: str, kata: str) -> None:
    versi = luas(dunia)

    salah = ditolak(
        lambda: gabung_simpul(**dunia.dasar("ani"), konsep=konsep(versi), simpul=simpul, dari=dari)
    )

    assert kata in salah["dari"]


def test_peran_lain_ditolak(dunia: Dunia) -> None:
    versi = luas(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        gabung_simpul(**dunia.dasar("budi"), konsep=konsep(versi), simpul="s1", dari="s3")

    assert hitung_baris() == sebelum


def test_pintunya(dunia: Dunia, lain: Dunia) -> None:
    uji_pintu(dunia, lain, "perencanaan.gabung_simpul", simpul="s1", dari="s3")
