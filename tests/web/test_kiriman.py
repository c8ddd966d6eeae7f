"""Reading the version that a form sends along."""

import pytest

from sakip.bersama.galat import IsianTidakSah
from sakip.web.kiriman import baca_versi


@pytest.mark.parametrize(("teks", "versi"), [("0", 0), ("7", 7), ("999999999", 999_999_999)])
def test_versi_dibaca_sebagai_bilangan(teks: str, versi: int) -> None:
    assert baca_versi(teks) == versi


# A superscript is a digit to some functions, and so is a digit of another script.
@pytest.mark.parametrize(
    "teks", ["", " ", "abc", "-1", "+1", "1.0", " 1", "1\n", "²", "٢", "1000000000", "9" * 5000]
)
def test_selain_bilangan_disebut_tidak_lengkap(teks: str) -> None:
    with pytest.raises(IsianTidakSah, match="Formulir ini tidak lengkap") as galat:
        baca_versi(teks)

    assert galat.value.status == 422
