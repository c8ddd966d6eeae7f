"""Taking a branch out of a konsep."""

import pytest

from domain.cabang_uji import LUAS, ditolak, konsep, luas, naskah, uji_pintu
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin
from sakip.perencanaan.models import Simpul, TargetVersi
from sakip.perencanaan.services import buang_simpul, cabang


def test_cabang_pergi_dengan_indikator_target_dan_dukungannya(dunia: Dunia) -> None:
    versi = luas(dunia)

    buang_simpul(**dunia.dasar("ani"), konsep=konsep(versi), simpul="s1")

    isi = naskah(dunia, versi)
    assert [s.kode for s in isi.simpul] == ["t1", "s2", "k1", "s3"]
    assert ([i.kode for i in isi.indikator], isi.dukungan) == (["desa"], ())
    assert TargetVersi.objects.count() == 1
    assert Simpul.objects.filter(kode="s1").exists()  # what was said of it stays in history


def test_yang_akan_pergi_disebut_lebih_dahulu() -> None:
    pergi = cabang(LUAS, "s1")

    assert [s.kode for s in pergi.simpul][:2] == ["s1", "7.01.02"]
    assert (len(pergi.simpul), [i.kode for i in pergi.indikator]) == (5, ["ikm"])


def test_yang_tidak_ada_atau_yang_terakhir_ditolak(dunia: Dunia) -> None:
    versi = luas(dunia)

    for simpul, letak, kata in (
        ("x", "simpul", "tidak ada di dokumen ini"),
        ("t1", "simpul", "sekurangnya satu tujuan"),
    ):
        salah = ditolak(
            lambda simpul=simpul: buang_simpul(  # type: ignore[misc]
                **dunia.dasar("ani"), konsep=konsep(versi), simpul=simpul
            )
        )
        assert kata in salah[letak]


def test_peran_lain_ditolak(dunia: Dunia) -> None:
    versi = luas(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        buang_simpul(**dunia.dasar("budi"), konsep=konsep(versi), simpul="s1")

    assert hitung_baris() == sebelum


def test_pintunya(dunia: Dunia, lain: Dunia) -> None:
    uji_pintu(dunia, lain, "perencanaan.buang_simpul", simpul="s1")
