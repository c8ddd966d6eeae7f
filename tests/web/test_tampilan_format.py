"""Numbers, money, dates and durations on screen, in both languages."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from babel.numbers import format_decimal
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from sakip.tampilan import format as tulis


@pytest.fixture(autouse=True)
def indonesia() -> Iterator[None]:
    with translation.override("id"):
        yield


@pytest.mark.parametrize(
    ("nilai", "desimal", "id", "en"),
    [
        (Decimal("1234.56"), None, "1.234,56", "1,234.56"),
        (Decimal("1234.5"), 2, "1.234,50", "1,234.50"),
        (Decimal("83.50"), None, "83,50", "83.50"),
        (Decimal("-16.666666"), 2, "−16,67", "−16.67"),
        (Decimal("-0.001"), 2, "0,00", "0.00"),
        (Decimal("1E+3"), None, "1.000", "1,000"),
        (2_410_000_000, None, "2.410.000.000", "2,410,000,000"),
        (0, None, "0", "0"),
        (None, 2, "–", "–"),
    ],
)
def test_angka_dalam_dua_bahasa(
    nilai: Decimal | int | None, desimal: int | None, id: str, en: str
) -> None:
    assert tulis.angka(nilai, desimal) == id
    with translation.override("en"):
        assert tulis.angka(nilai, desimal) == en


@pytest.mark.parametrize(
    ("nilai", "teks"),
    # The border of BB lies just above 70: half up at the second decimal, on both sides of it.
    [("70.004", "70,00"), ("70.005", "70,01"), ("70.006", "70,01"), ("-70.005", "−70,01")],
)
def test_pembulatan_setengah_menjauhi_nol(nilai: str, teks: str) -> None:
    assert tulis.angka(Decimal(nilai), 2) == teks


def test_angka_panjang_tidak_kehilangan_satu_digit_pun() -> None:
    assert tulis.angka(Decimal("123456789012345678901234567890.12"), 2) == (
        "123.456.789.012.345.678.901.234.567.890,12"
    )


@pytest.mark.parametrize("nilai", [1.5, True, "1,5"])
def test_yang_bukan_angka_tepat_ditolak(nilai: object) -> None:
    with pytest.raises(TypeError, match="Decimal"):
        tulis.angka(nilai)  # type: ignore[arg-type]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, max_value=10**15, min_value=0))
def test_pengelompokan_sama_dengan_babel(nilai: Decimal) -> None:
    with translation.override("id"):
        assert tulis.angka(nilai) == format_decimal(nilai, format="#,##0.00", locale="id")


@pytest.mark.parametrize(
    ("nilai", "html"),
    [
        (Decimal("83.50"), "83,50"),
        (Decimal("0.5"), '0,5<i aria-hidden="true">0</i>'),
        (41, '41<i aria-hidden="true">,00</i>'),
        (Decimal("84.7222"), "84,7222"),
        (None, '<span class="kosong">–</span>'),
    ],
)
def test_koma_satu_kolom_berdiri_lurus(nilai: Decimal | int | None, html: str) -> None:
    assert tulis.angka_rata(nilai) == html


@pytest.mark.parametrize(
    ("nilai", "penuh", "ringkas"),
    [
        (Decimal(23_680_000_000), "Rp23.680.000.000", "Rp23,68 miliar"),
        (Decimal(357_740_000_000), "Rp357.740.000.000", "Rp357,74 miliar"),
        (Decimal(2_770_000), "Rp2.770.000", "Rp2,77 juta"),
        (Decimal(1_500_000_000_000), "Rp1.500.000.000.000", "Rp1,50 triliun"),
        (Decimal(999_999), "Rp999.999", "Rp999.999"),
        (Decimal(-24_000_000), "−Rp24.000.000", "−Rp24,00 juta"),
        (None, "–", "–"),
    ],
)
def test_rupiah_penuh_dan_ringkas(nilai: Decimal | None, penuh: str, ringkas: str) -> None:
    assert tulis.rupiah(nilai) == penuh
    assert tulis.rupiah_ringkas(nilai) == ringkas


def test_persen_ditulis_serangkai() -> None:
    assert tulis.persen(Decimal("95.8333")) == "95,83%"
    assert tulis.persen(None) == "–"


@pytest.mark.parametrize(
    ("teks", "satuan", "id", "en"),
    [
        ("83,50", "nilai", "83,50 nilai", "83.50 nilai"),
        ("90,00", "%", "90,00%", "90.00%"),
        ("11/14", "desa", "11/14", "11/14"),
        ("WTP", "", "WTP", "WTP"),
    ],
)
def test_nilai_dengan_satuannya(teks: str, satuan: str, id: str, en: str) -> None:
    assert tulis.nilai_bersatuan(teks, satuan) == id
    with translation.override("en"):
        assert tulis.nilai_bersatuan(teks, satuan) == en


def test_tanggal_dengan_kata() -> None:
    hari = date(2026, 2, 26)

    assert tulis.tanggal(hari) == "26 Februari 2026"
    assert tulis.tanggal_hari(hari) == "Kamis, 26 Februari 2026"
    assert tulis.tanggal_pendek(hari) == "26 Feb 2026"
    assert tulis.tanggal_iso("2022-01-01") == "1 Januari 2022"
    with translation.override("en"):
        assert tulis.tanggal(hari) == "26 February 2026"


@pytest.mark.parametrize(
    ("zona", "teks"),
    [
        ("Asia/Jakarta", "26 Februari 2026 pukul 23.30 WIB"),
        ("Asia/Makassar", "27 Februari 2026 pukul 00.30 WITA"),
        ("Asia/Jayapura", "27 Februari 2026 pukul 01.30 WIT"),
    ],
)
def test_saat_dibaca_di_zona_instansi(zona: str, teks: str) -> None:
    saat = datetime(2026, 2, 26, 16, 30, tzinfo=UTC)

    with timezone.override(ZoneInfo(zona)):
        assert tulis.waktu(saat) == teks
        assert tulis.tanggal(saat) in teks


def test_saat_tanpa_zona_ditolak() -> None:
    with pytest.raises(ValueError, match="zona"):
        tulis.waktu(datetime(2026, 2, 26, 14, 2))  # noqa: DTZ001 - the point of this test


@pytest.mark.parametrize(
    ("lama", "teks"),
    [
        (timedelta(days=3), "3 hari"),
        (timedelta(hours=2, minutes=5, seconds=9), "2 jam 5 menit"),
        (timedelta(seconds=40), "40 detik"),
        (timedelta(), "0 detik"),
    ],
)
def test_durasi_dua_satuan_terbesar(lama: timedelta, teks: str) -> None:
    assert tulis.durasi(lama) == teks


@pytest.mark.parametrize(
    ("hari", "teks"),
    [(18, "18 hari lagi"), (1, "1 hari lagi"), (0, "hari ini"), (-3, "lewat 3 hari")],
)
def test_sisa_hari_dengan_kata(hari: int, teks: str) -> None:
    assert tulis.sisa_hari(hari) == teks


def test_terlambat_menyebut_hari_kerja() -> None:
    assert tulis.terlambat(4) == "terlambat 4 hari kerja"


@pytest.mark.parametrize(
    ("bita", "teks"), [(900, "900 B"), (1_432_000, "1,4 MB"), (2_000_000_000, "2,0 GB")]
)
def test_ukuran_berkas(bita: int, teks: str) -> None:
    assert tulis.ukuran_berkas(bita) == teks


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("83.50", "83,50"),
        ("84.722222222", "84,722222…"),
        ("-1234.5", "−1.234,5"),
        ("2026", "2026"),
        ("11/14", "11/14"),
        ("naik_baik", "naik baik"),
    ],
)
def test_nilai_jejak_ditulis_seperti_orang_menulis(teks: str, hasil: str) -> None:
    assert tulis.angka_jejak(teks) == hasil


def test_kalimat_kaidah_diisi_dan_kode_tidak_disangka_angka() -> None:
    pola = "Program {kode}: realisasi {realisasi}."

    assert tulis.isi_kalimat(pola, {"kode": "7.01", "realisasi": "7.01"}) == (
        "Program 7.01: realisasi 7,01."
    )


def test_kalimat_kaidah_dalam_bahasa_inggris_memakai_titik() -> None:
    pola = "Jumlah: {rincian} = {nilai}."
    isian = {"rincian": "1.021,60 + 10,05", "nilai": "1.031,65"}

    with translation.override("en"):
        assert tulis.isi_kalimat(pola, isian).endswith("1,021.60 + 10.05 = 1,031.65.")


def test_kebijakan_dipisah_dari_fakta() -> None:
    masukan = {"target": "30", "1.a": "BB", "capaian.batas_atas": "tanpa"}

    assert tulis.pisah_masukan(masukan) == (
        [("target", "30"), ("1.a", "BB")],
        [("batas atas", "tanpa")],
    )
