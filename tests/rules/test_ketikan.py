"""What spreadsheets leave in a cell, each said for what it is; and what passes beside it."""

import pytest

from sakip_rules.ketikan import SERIAL_AKHIR, SERIAL_AWAL, bukan_ketikan_angka


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("-", "kosongkan sel"),
        ("–", "kosongkan sel"),
        ("N/A", "kosongkan sel"),
        ("∞", "bukan angka yang dapat dihitung"),
        ("NaN", "bukan angka yang dapat dihitung"),
        ("#DIV/0!", "galat rumus"),
        ("#N/A", "galat rumus"),
        ("05-Jun", "tampak seperti tanggal"),
        ("5 Agu 2026", "tampak seperti tanggal"),
        ("Jan-25", "tampak seperti tanggal"),
        ("12/03/2026", "tampak seperti tanggal"),
        ("2026-01-02 00:00:00", "tampak seperti tanggal"),
        ("1,2E+06", "pangkat sepuluh"),
        ("1.000", "berarti 1000 atau 1,000? Tulis 1000 atau 1,000."),
        ("12.500/30", "“12.500” berarti 12500 atau 12,500?"),
    ],
)
def test_yang_bukan_angka_disebut_apa_adanya(teks: str, kata: str) -> None:
    assert kata in str(bukan_ketikan_angka(teks))


@pytest.mark.parametrize(
    "teks",
    ["", " ", "0", "-5", "85,5", "1000", "1,000", "1.000,5", "1.234.567", "25/30", "90%", "dua"],
)
def test_yang_lain_dibiarkan_untuk_dibaca(teks: str) -> None:
    assert bukan_ketikan_angka(teks) is None


@pytest.mark.parametrize(
    ("angka", "tanggal"),
    [
        (SERIAL_AWAL - 1, False),
        (SERIAL_AWAL, True),
        (SERIAL_AKHIR, True),
        (SERIAL_AKHIR + 1, False),
    ],
)
def test_nomor_tanggal_excel_hanya_di_tempat_pecahan(angka: int, tanggal: bool) -> None:
    assert (bukan_ketikan_angka(str(angka), pecahan=True) is not None) is tanggal
    assert bukan_ketikan_angka(str(angka)) is None
