"""Predikat: bounds, refusals, dates. The triples at each bound lie beside the law (contoh/)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.penilaian import predikat, skala_predikat

BARU = "permenpanrb-88-2021"
LAMA = "permenpanrb-12-2015"

SERATUSAN = st.integers(0, 10_000).map(lambda n: Decimal(n).scaleb(-2))


@pytest.mark.parametrize(
    ("batas", "bawah", "atas"),
    [
        ("30", "D", "C"),
        ("50", "C", "CC"),
        ("60", "CC", "B"),
        ("70", "B", "BB"),
        ("80", "BB", "A"),
        ("90", "A", "AA"),
    ],
)
@pytest.mark.parametrize("regulasi", [BARU, LAMA])
def test_batas_bawah_terbuka_dan_batas_atas_tertutup(
    batas: str, bawah: str, atas: str, regulasi: str
) -> None:
    tepat = Decimal(batas)

    hasil = [
        predikat(nilai, regulasi_id=regulasi).kode
        for nilai in (tepat - Decimal("0.01"), tepat, tepat + Decimal("0.01"))
    ]

    assert hasil == [bawah, bawah, atas]


@pytest.mark.parametrize(
    ("nilai", "sebutan"),
    [
        ("95", "Sangat Memuaskan"),
        ("85", "Memuaskan"),
        ("75", "Sangat Baik"),
        ("65", "Baik"),
        ("55", "Cukup (Memadai)"),
        ("40", "Kurang"),
        ("0", "Sangat Kurang"),
    ],
)
def test_sebutan_menurut_data(nilai: str, sebutan: str) -> None:
    assert predikat(Decimal(nilai), regulasi_id=BARU).sebutan == sebutan


@pytest.mark.parametrize("nilai", ["-0.01", "100.01", "1000", "NaN", "Infinity", "-Infinity"])
def test_nilai_di_luar_nol_sampai_seratus_ditolak(nilai: str) -> None:
    with pytest.raises(MasukanSalah, match="di luar 0 sampai 100"):
        predikat(Decimal(nilai), regulasi_id=BARU)


def test_float_ditolak_karena_tidak_tepat() -> None:
    with pytest.raises(MasukanSalah, match="Decimal"):
        predikat(80.01, regulasi_id=BARU)  # type: ignore[arg-type]


@given(SERATUSAN)
def test_tiap_nilai_punya_tepat_satu_kelas(nilai: Decimal) -> None:
    kelas = [satu for satu in skala_predikat(regulasi_id=BARU).isi.kelas if satu.memuat(nilai)]

    assert len(kelas) == 1


@given(SERATUSAN, SERATUSAN)
def test_nilai_lebih_tinggi_tidak_pernah_berpredikat_lebih_rendah(
    satu: Decimal, dua: Decimal
) -> None:
    skala = skala_predikat(regulasi_id=BARU).isi
    rendah, tinggi = sorted((satu, dua))

    assert skala.kelas.index(skala.kelas_dari(rendah)) <= skala.kelas.index(
        skala.kelas_dari(tinggi)
    )


@pytest.mark.parametrize(
    ("hari", "regulasi"),
    [
        ("2015-07-02", LAMA),
        ("2021-12-30", LAMA),
        ("2021-12-31", BARU),
        ("2026-06-19", BARU),
    ],
)
def test_tanggal_saja_memilih_regulasi_yang_berlaku(hari: str, regulasi: str) -> None:
    assert skala_predikat(pada=date.fromisoformat(hari)).regulasi == regulasi


@pytest.mark.parametrize("hari", ["2012-12-31", "2015-07-01"])
def test_predikat_sebelum_juli_2015_tidak_dicakup(hari: str) -> None:
    with pytest.raises(KaidahBelumBerlaku, match=r"akip\.predikat"):
        predikat(Decimal(55), pada=date.fromisoformat(hari))


def test_regulasi_yang_tidak_berlaku_pada_tanggal_itu_ditolak() -> None:
    with pytest.raises(KaidahBelumBerlaku):
        predikat(Decimal(55), regulasi_id=LAMA, pada=date(2024, 1, 1))


def test_tanpa_regulasi_dan_tanpa_tanggal_tidak_ditebak() -> None:
    with pytest.raises(MasukanSalah, match="tidak ditebak"):
        predikat(Decimal(55))


@pytest.mark.parametrize(
    ("regulasi", "kata"),
    [("permenpanrb-99-2099", "tidak ada"), ("permenpanrb-53-2014", "tidak memuat kaidah")],
)
def test_regulasi_tanpa_skala_ditolak(regulasi: str, kata: str) -> None:
    with pytest.raises(MasukanSalah, match=kata):
        predikat(Decimal(55), regulasi_id=regulasi)
