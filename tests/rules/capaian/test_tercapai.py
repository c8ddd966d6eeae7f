"""When a target was met: from 100 on, before rounding, and never without a figure."""

import pytest
from bantu_capaian import TURUN, D, hitung, rasio

from sakip_rules.capaian import tercapai


@pytest.mark.parametrize(
    ("angka", "jawaban"),
    [
        ("99.99", False),
        ("100", True),
        ("100.00", True),
        ("100.01", True),
        ("99.996", False),  # printed as 100,00; met is another thing
        ("0", False),
        ("-36.67", False),  # (2 × 30 − 71) ÷ 30 × 100
    ],
)
def test_batas_tercapai_adalah_seratus(angka: str, jawaban: bool) -> None:
    assert tercapai(D(angka)) is jawaban


def test_tanpa_angka_tidak_ada_jawaban() -> None:
    assert tercapai(None) is None


def test_tepat_pada_target_selalu_tercapai() -> None:
    naik = hitung(rasio("11/14"), rasio("22/28"))
    turun = hitung("30", "30", TURUN)

    assert tercapai(naik.nilai) is tercapai(turun.nilai) is True
