"""Numbers, money and days as an Indonesian document writes them."""

from datetime import date
from decimal import Decimal

import pytest

from sakip.dokumen.bahan import Nilai
from sakip.dokumen.kata import (
    hari,
    persen,
    rupiah,
    sebut_nilai,
    tanggal,
    tanggal_terbilang,
    terbilang,
)


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (None, "–"),
        (Decimal(0), "0"),
        (Decimal(2410000000), "2.410.000.000"),
        (Decimal("1234.5"), "1.234,50"),
    ],
)
def test_rupiah(nilai: Decimal | None, teks: str) -> None:
    assert rupiah(nilai) == teks


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (None, "–"),
        (Decimal("98.4072"), "98,41%"),
        (Decimal("0.005"), "0,01%"),
        (Decimal(0), "0,00%"),
    ],
)
def test_persen(nilai: Decimal | None, teks: str) -> None:
    assert persen(nilai) == teks


@pytest.mark.parametrize(
    ("nilai", "satuan", "hasil"),
    [
        (Nilai("35,00"), "%", "35,00%"),
        (Nilai("30"), "menit", "30\u00a0menit"),
        (Nilai("WTP"), "", "WTP"),
        (Nilai("–"), "menit", "–"),
        # 69 / 80 = 0,8625; the unit stands with the percentage, not with the ratio.
        (Nilai("86,25", asal="69/80"), "%", "86,25% (69/80)"),
        (Nilai("86,25", asal="69/80"), "", "86,25 (69/80)"),
        # Nothing out of nothing: no percentage, and the case is still named.
        (Nilai("–", asal="0/0"), "%", "– (0/0)"),
        # A bracket in a text is only a text.
        (Nilai("Baik (B)"), "", "Baik (B)"),
        (None, "menit", ""),
    ],
)
def test_satuan_di_belakang_nilai(nilai: Nilai | None, satuan: str, hasil: str) -> None:
    assert sebut_nilai(nilai, satuan) == hasil


def test_tanggal_dengan_kata() -> None:
    assert tanggal(date(2026, 1, 23)) == "23\u00a0Januari\u00a02026"
    assert hari(date(2026, 1, 23)) == "Jumat"


def test_tanggal_terbilang() -> None:
    assert (
        tanggal_terbilang(date(2026, 8, 31))
        == "tanggal tiga puluh satu bulan Agustus tahun dua ribu dua puluh enam"
    )


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (119, "seratus sembilan belas"),
        (1000, "seribu"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2000, "dua ribu"),
        (2026, "dua ribu dua puluh enam"),
    ],
)
def test_bilangan_dengan_kata(nilai: int, kata: str) -> None:
    assert terbilang(nilai) == kata
