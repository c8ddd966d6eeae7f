"""Figures that are unlikely: each beside one that is not, on both sides of its boundary."""

from decimal import Decimal

import pytest

from sakip_rules.capaian import Rasio
from sakip_rules.pemeriksaan import angka_janggal


def _rasio(pembilang: int, penyebut: int) -> Rasio:
    return Rasio(Decimal(pembilang), Decimal(penyebut))


@pytest.mark.parametrize("angka", ["-0.01", "-5", "-100"])
def test_angka_negatif_diminta_diperiksa_lagi(angka: str) -> None:
    assert str(angka_janggal(Decimal(angka))) == "Angkanya negatif; periksa lagi."


@pytest.mark.parametrize("angka", ["0", "-0", "0.01", "41", "1000000000000"])
def test_angka_yang_tidak_negatif_tidak_janggal(angka: str) -> None:
    assert angka_janggal(Decimal(angka)) is None


@pytest.mark.parametrize(("pembilang", "penyebut"), [(9, 8), (1, 0), (140, 14)])
def test_bagian_yang_lebih_besar_daripada_seluruhnya_janggal(pembilang: int, penyebut: int) -> None:
    kalimat = str(angka_janggal(_rasio(pembilang, penyebut)))

    assert kalimat == "Pembilangnya lebih besar daripada penyebutnya; periksa lagi."


@pytest.mark.parametrize(("pembilang", "penyebut"), [(7, 8), (8, 8), (0, 8), (0, 0)])
def test_bagian_sampai_seluruhnya_tidak_janggal(pembilang: int, penyebut: int) -> None:
    assert angka_janggal(_rasio(pembilang, penyebut)) is None


def test_pembilang_negatif_disebut_negatif() -> None:
    assert str(angka_janggal(_rasio(-1, 8))) == "Angkanya negatif; periksa lagi."
