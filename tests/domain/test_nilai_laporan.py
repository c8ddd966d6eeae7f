"""How a figure that is kept as text stands in a document."""

from decimal import Decimal

import pytest

from sakip.dokumen.bahan import Nilai
from sakip.pelaporan.selectors.bahan import nilai_teks


@pytest.mark.parametrize(
    ("teks", "jenis", "nilai"),
    [
        # 69 / 80 × 100
        ("69/80", "rasio", Nilai("86,25", Decimal("86.25"), asal="69/80")),
        # 1.000 / 4.000 × 100
        ("1.000/4.000", "rasio", Nilai("25,00", Decimal(25), asal="1.000/4.000")),
        # 11 / 32 × 100: a percentage may be given as its two numbers
        ("11/32", "persen", Nilai("34,38", Decimal("34.375"), asal="11/32")),
        ("90,00", "rasio", Nilai("90,00", Decimal(90))),
        ("0/0", "rasio", Nilai("–", asal="0/0")),
        ("sebagian besar", "rasio", Nilai("sebagian besar")),
        ("5/0", "rasio", Nilai("5/0")),
        ("A/B", "predikat", Nilai("A/B")),
    ],
)
def test_hanya_rasio_yang_dibaca(teks: str, jenis: str, nilai: Nilai) -> None:
    assert nilai_teks(teks, jenis) == nilai
