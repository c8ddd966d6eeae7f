"""One text, one number, or a refusal that says what to write."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.angka import FormatAngka, baca_angka, bermakna_ganda, kenali_format, tulis_angka
from sakip_rules.galat import MasukanSalah

ID, EN = FormatAngka


@pytest.mark.parametrize(
    ("teks", "format", "nilai"),
    [
        ("0", ID, "0"),
        ("1.234.567,89", ID, "1234567.89"),
        ("1234567,89", ID, "1234567.89"),
        ("1,234,567.89", EN, "1234567.89"),
        ("85,5", ID, "85.5"),
        ("85.5", EN, "85.5"),
        ("1.234", ID, "1234"),
        ("1.234", EN, "1.234"),
        ("0,125", ID, "0.125"),
        ("-0,5", ID, "-0.5"),
        ("+3", ID, "3"),
        ("  12,5 % ", ID, "12.5"),
        ("\u22121", ID, "-1"),
        ("15120000000", ID, "15120000000"),
    ],
)
def test_terbaca(teks: str, format: FormatAngka, nilai: str) -> None:
    assert baca_angka(teks, format) == Decimal(nilai)


@pytest.mark.parametrize(
    ("teks", "format", "kata"),
    [
        ("", ID, "kosong"),
        ("%", ID, "kosong"),
        ("85,5", EN, "format id"),
        ("1,234.5", ID, "format en"),
        ("0.125", ID, "format en"),
        ("2026-11-14", ID, "Sel ini tanggal"),
        ("2026-11-14T00:00:00", EN, "Sel ini tanggal"),
        ("08:30:00", ID, "Sel ini tanggal"),
        ("12.34.567", ID, "bukan satu angka"),
        ("1.2345,6", ID, "bukan satu angka"),
        ("85,5,1", ID, "bukan satu angka"),
        (",5", ID, "bukan satu angka"),
        ("5,", ID, "bukan satu angka"),
        ("1e5", ID, "bukan satu angka"),
        ("NaN", ID, "bukan satu angka"),
        ("Infinity", ID, "bukan satu angka"),
        ("1_000", ID, "bukan satu angka"),
        ("\u0661\u0662", ID, "bukan satu angka"),
        ("Rp 5.000", ID, "tanpa huruf"),
        ("85,5%%", ID, "bukan satu angka"),
        ("8" * 25, ID, "24 digit"),
    ],
)
def test_ditolak_dengan_sebab(teks: str, format: FormatAngka, kata: str) -> None:
    with pytest.raises(MasukanSalah, match=kata):
        baca_angka(teks, format)


@pytest.mark.parametrize(
    ("nilai", "desimal", "indonesia", "inggris"),
    [
        ("1234567.891", 2, "1.234.567,89", "1,234,567.89"),
        ("0.005", 2, "0,01", "0.01"),
        ("-0.004", 2, "0,00", "0.00"),
        ("-1234.5", 0, "-1.235", "-1,235"),
        ("100", None, "100", "100"),
        ("1E+3", None, "1.000", "1,000"),
        ("0.10", None, "0,10", "0.10"),
    ],
)
def test_tertulis(nilai: str, desimal: int | None, indonesia: str, inggris: str) -> None:
    assert tulis_angka(Decimal(nilai), ID, desimal) == indonesia
    assert tulis_angka(Decimal(nilai), EN, desimal) == inggris


@given(
    nilai=st.decimals(
        min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=6
    ),
    format=st.sampled_from(FormatAngka),
)
def test_yang_ditulis_terbaca_kembali_sama(nilai: Decimal, format: FormatAngka) -> None:
    assert baca_angka(tulis_angka(nilai, format), format) == nilai


@pytest.mark.parametrize(
    ("contoh", "format"),
    [
        (["85", "1.234,5"], ID),
        (["85", "1,234.5"], EN),
        (["85.5"], EN),
        (["1.234.567"], ID),
        (["1.234", "85"], ID),
        (["WTP", "", "85,5"], ID),
        ([], ID),
    ],
)
def test_format_dikenali(contoh: list[str], format: FormatAngka) -> None:
    assert kenali_format(contoh) is format


def test_dua_format_dalam_satu_berkas_disebut_keduanya() -> None:
    with pytest.raises(MasukanSalah, match=r"“1\.234,5” dan “1,234\.5”"):
        kenali_format(["1.234,5", "7", "1,234.5"])


@pytest.mark.parametrize(
    ("teks", "ganda"),
    [("1.234", True), ("1,234", True), ("1.234,5", False), ("0,125", False), ("1234", False)],
)
def test_bermakna_ganda(teks: str, ganda: bool) -> None:
    assert bermakna_ganda(teks) is ganda
