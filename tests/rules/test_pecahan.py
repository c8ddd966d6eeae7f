"""Exact fractions become decimals once."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.pecahan import DIGIT_BERARTI, bulatkan, ke_desimal


@pytest.mark.parametrize(
    ("pecahan", "desimal", "hasil"),
    [
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(3003, 36), 2, "83.42"),
        (Fraction(88305, 1000), 2, "88.31"),
        (Fraction(883049999, 10000000), 2, "88.30"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(100), 2, "100.00"),
    ],
)
def test_membulatkan_setengah_menjauhi_nol(pecahan: Fraction, desimal: int, hasil: str) -> None:
    assert str(bulatkan(pecahan, desimal)) == hasil


def test_desimal_negatif_ditolak() -> None:
    with pytest.raises(ValueError, match="kurang dari nol"):
        bulatkan(Fraction(1), -1)


def test_pecahan_yang_berakhir_tetap_tepat() -> None:
    assert ke_desimal(Fraction(34375, 1000)) == Decimal("34.375")


def test_pecahan_tanpa_akhir_mempunyai_34_angka() -> None:
    assert len(ke_desimal(Fraction(1, 9)).as_tuple().digits) == DIGIT_BERARTI


@given(st.fractions(), st.integers(min_value=0, max_value=6))
def test_hasil_bulat_berjarak_paling_banyak_setengah_satuan(
    pecahan: Fraction, desimal: int
) -> None:
    jarak = abs(Fraction(bulatkan(pecahan, desimal)) - pecahan)

    assert jarak <= Fraction(1, 2 * 10**desimal)


@given(st.fractions(), st.integers(min_value=0, max_value=6))
def test_membulatkan_bilangan_negatif_adalah_cerminnya(pecahan: Fraction, desimal: int) -> None:
    assert bulatkan(-pecahan, desimal) == bulatkan(pecahan, desimal).copy_negate()
