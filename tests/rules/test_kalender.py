"""Working days, months and zones. Weekdays are those of the real calendar, counted by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.galat import MasukanSalah
from sakip_rules.tenggat import (
    AkhirPekan,
    BilaLibur,
    BilaTanggalTiada,
    Zona,
    batas_waktu,
    geser_hari_libur,
    hari_kerja,
    hari_kerja_antara,
    tambah_bulan,
    tambah_hari_kerja,
    tepat_waktu,
)

TANPA: frozenset[date] = frozenset()
PANCASILA = frozenset({date(2026, 6, 1)})
# Nyepi and Idul Fitri 2026 with their joint leave, as announced: Wednesday 18 to Tuesday 24 March.
LEBARAN = frozenset(date(2026, 3, hari) for hari in range(18, 25))
HARI = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))
LIBUR = st.frozensets(HARI, max_size=20)


@pytest.mark.parametrize(
    ("tanggal", "jawaban"),
    [
        (date(2026, 10, 9), True),  # Friday
        (date(2026, 10, 10), False),  # Saturday
        (date(2026, 10, 11), False),  # Sunday
        (date(2026, 10, 12), True),  # Monday
        (date(2026, 6, 1), False),  # Monday, holiday
    ],
)
def test_hari_kerja_bukan_akhir_pekan_dan_bukan_libur(tanggal: date, *, jawaban: bool) -> None:
    assert hari_kerja(tanggal, hari_libur=PANCASILA) is jawaban


def test_sabtu_adalah_hari_kerja_pada_instansi_enam_hari() -> None:
    sabtu = date(2026, 10, 10)

    assert hari_kerja(sabtu, hari_libur=TANPA, akhir_pekan=AkhirPekan.MINGGU.hari)


@pytest.mark.parametrize(
    ("cara", "hasil"),
    [
        (BilaLibur.TETAP, date(2026, 10, 10)),
        (BilaLibur.MUNDUR, date(2026, 10, 12)),
        (BilaLibur.MAJU, date(2026, 10, 9)),
    ],
)
def test_sabtu_10_oktober_bergeser_menurut_pilihan(cara: BilaLibur, hasil: date) -> None:
    assert geser_hari_libur(date(2026, 10, 10), cara, hari_libur=TANPA) == hasil


@pytest.mark.parametrize(
    ("cara", "hasil"),
    [(BilaLibur.MUNDUR, date(2026, 3, 25)), (BilaLibur.MAJU, date(2026, 3, 17))],
)
def test_libur_panjang_dilompati_seluruhnya(cara: BilaLibur, hasil: date) -> None:
    assert geser_hari_libur(date(2026, 3, 20), cara, hari_libur=LEBARAN) == hasil


@pytest.mark.parametrize("cara", BilaLibur)
def test_hari_kerja_tidak_bergeser(cara: BilaLibur) -> None:
    selasa = date(2026, 3, 31)

    assert geser_hari_libur(selasa, cara, hari_libur=TANPA) == selasa


def test_daftar_libur_yang_tidak_masuk_akal_ditolak() -> None:
    setahun = frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(365))

    with pytest.raises(MasukanSalah, match="periksa daftar hari libur"):
        geser_hari_libur(date(2026, 6, 1), BilaLibur.MUNDUR, hari_libur=setahun)


def test_akhir_pekan_tujuh_hari_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="ketujuh hari"):
        geser_hari_libur(
            date(2026, 6, 1), BilaLibur.MAJU, hari_libur=TANPA, akhir_pekan=frozenset(range(7))
        )


def test_lima_hari_kerja_setelah_29_mei_adalah_8_juni_karena_1_juni_libur() -> None:
    # 29 May is a Friday; counted are 2, 3, 4, 5 and 8 June.
    assert tambah_hari_kerja(date(2026, 5, 29), 5, hari_libur=PANCASILA) == date(2026, 6, 8)


@pytest.mark.parametrize("banyak", [0, -1])
def test_banyaknya_hari_kerja_kurang_dari_satu_ditolak(banyak: int) -> None:
    with pytest.raises(MasukanSalah, match="1 atau lebih"):
        tambah_hari_kerja(date(2026, 5, 29), banyak, hari_libur=TANPA)


@pytest.mark.parametrize(
    ("sampai", "terlambat"),
    [
        (date(2026, 7, 9), 0),  # a day early
        (date(2026, 7, 10), 0),  # on the day
        (date(2026, 7, 12), 0),  # the Sunday after: no working day has passed
        (date(2026, 7, 13), 1),
        (date(2026, 7, 16), 4),  # 13, 14, 15, 16 July
    ],
)
def test_terlambat_dari_jumat_10_juli_dihitung_dalam_hari_kerja(
    sampai: date, terlambat: int
) -> None:
    assert hari_kerja_antara(date(2026, 7, 10), sampai, hari_libur=TANPA) == terlambat


@given(HARI, st.integers(min_value=1, max_value=60), LIBUR)
def test_menambah_dan_menghitung_hari_kerja_saling_membalik(
    mulai: date, banyak: int, libur: frozenset[date]
) -> None:
    sampai = tambah_hari_kerja(mulai, banyak, hari_libur=libur)

    assert hari_kerja_antara(mulai, sampai, hari_libur=libur) == banyak
    assert hari_kerja(sampai, hari_libur=libur)


@given(HARI, LIBUR)
def test_tidak_ada_hari_kerja_yang_terlewat_saat_bergeser(
    tanggal: date, libur: frozenset[date]
) -> None:
    mundur = geser_hari_libur(tanggal, BilaLibur.MUNDUR, hari_libur=libur)
    maju = geser_hari_libur(tanggal, BilaLibur.MAJU, hari_libur=libur)

    assert maju <= tanggal <= mundur
    assert hari_kerja_antara(maju, mundur, hari_libur=libur) == (0 if maju == mundur else 1)


@pytest.mark.parametrize(
    ("mulai", "bulan", "hasil"),
    [
        (date(2026, 1, 5), 1, date(2026, 2, 5)),
        (date(2026, 1, 28), 1, date(2026, 2, 28)),
        (date(2026, 1, 29), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 12, 31), 3, date(2026, 3, 31)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 11, 30), 14, date(2028, 1, 30)),
    ],
)
def test_bulan_kalender_dan_hari_terakhirnya(mulai: date, bulan: int, hasil: date) -> None:
    assert tambah_bulan(mulai, bulan) == hasil


@pytest.mark.parametrize(
    ("mulai", "hasil"),
    [
        (date(2026, 1, 28), date(2026, 2, 28)),
        (date(2026, 1, 29), date(2026, 3, 1)),
        (date(2026, 1, 31), date(2026, 3, 1)),
        (date(2028, 1, 29), date(2028, 2, 29)),
        (date(2028, 1, 30), date(2028, 3, 1)),
    ],
)
def test_pilihan_hari_pertama_bulan_berikut(mulai: date, hasil: date) -> None:
    cara = BilaTanggalTiada.HARI_PERTAMA_BULAN_BERIKUT

    assert tambah_bulan(mulai, 1, bila_tiada=cara) == hasil


@given(HARI, st.integers(min_value=1, max_value=48))
def test_bulan_yang_lebih_banyak_tidak_pernah_lebih_awal(mulai: date, bulan: int) -> None:
    assert tambah_bulan(mulai, bulan) < tambah_bulan(mulai, bulan + 1)


@pytest.mark.parametrize(
    ("zona", "jam_utc"), [(Zona.WIB, 16), (Zona.WITA, 15), (Zona.WIT, 14)], ids=str
)
def test_tenggat_berakhir_pada_akhir_hari_zona_instansi(zona: Zona, jam_utc: int) -> None:
    # 5 February 23.59.59,999999 local: WIB is UTC+7, WITA UTC+8, WIT UTC+9.
    batas = batas_waktu(date(2026, 2, 5), zona)

    assert batas == datetime(2026, 2, 5, jam_utc, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.parametrize(
    ("menit_utc", "zona", "tepat"),
    [
        (datetime(2026, 2, 5, 14, 59, tzinfo=UTC), Zona.WIT, True),  # 23.59 WIT on the 5th
        (datetime(2026, 2, 5, 15, 0, tzinfo=UTC), Zona.WIT, False),  # midnight: the 6th in WIT
        (datetime(2026, 2, 5, 15, 0, tzinfo=UTC), Zona.WITA, True),
        (datetime(2026, 2, 5, 16, 59, tzinfo=UTC), Zona.WIB, True),
        (datetime(2026, 2, 5, 17, 0, tzinfo=UTC), Zona.WIB, False),
    ],
)
def test_saat_yang_sama_dinilai_menurut_zona(
    menit_utc: datetime, zona: Zona, *, tepat: bool
) -> None:
    assert tepat_waktu(menit_utc, date(2026, 2, 5), zona) is tepat


def test_saat_tanpa_zona_ditolak() -> None:
    tanpa_zona = datetime(2026, 2, 5, 23, 0)  # noqa: DTZ001 - the fault under test

    with pytest.raises(MasukanSalah, match="tidak mempunyai zona waktu"):
        tepat_waktu(tanpa_zona, date(2026, 2, 5), Zona.WIB)
