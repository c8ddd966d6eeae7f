"""Checking printed results; every published row lies beside the law (contoh/lhe_terbit.yaml)."""

from decimal import Decimal

import pytest

from sakip_rules.penilaian import CaraTotal, StatusLHE, periksa_lhe

BARU = "permenpanrb-88-2021"


def angka(*teks: str) -> list[Decimal]:
    return [Decimal(satu) for satu in teks]


def test_pa_binjai_2023() -> None:
    """24,60 + 25,50 + 13,95 + 23,75 = 87,80."""
    hasil = periksa_lhe(
        angka("24.60", "25.50", "13.95", "23.75"), Decimal("87.80"), "A", regulasi_id=BARU
    )

    assert (hasil.status, hasil.cara) == (StatusLHE.KONSISTEN, CaraTotal.TEPAT)
    assert hasil.predikat_hitung is not None
    assert hasil.predikat_hitung.kode == "A"


def test_kabanjahe_2023_kedua_total_disebut() -> None:
    """26,10 + 26,10 + 13,20 + 22,50 = 87,90, printed 86,60."""
    hasil = periksa_lhe(
        angka("26.10", "26.10", "13.20", "22.50"), Decimal("86.60"), "A", regulasi_id=BARU
    )

    assert hasil.status is StatusLHE.TIDAK_KONSISTEN
    assert (hasil.total_hitung, hasil.total_tercetak) == (Decimal("87.90"), Decimal("86.60"))
    assert "87,90" in str(hasil.temuan[0])
    assert "86,60" in str(hasil.temuan[0])


@pytest.mark.parametrize(
    ("tercetak", "cara"),
    [("84.718", "tepat"), ("84.72", "dibulatkan"), ("84.71", "dipotong"), ("84.70", None)],
)
def test_cara_total_tercetak_disebut(tercetak: str, cara: str | None) -> None:
    """26,582 + 25,85 + 12,036 + 20,25 = 84,718."""
    hasil = periksa_lhe(
        angka("26.582", "25.85", "12.036", "20.25"), Decimal(tercetak), "A", regulasi_id=BARU
    )

    assert hasil.cara == cara


def test_predikat_yang_tercetak_diperiksa_walaupun_hanya_total() -> None:
    hasil = periksa_lhe([], Decimal("80.00"), "A", regulasi_id=BARU)

    assert hasil.status is StatusLHE.TIDAK_KONSISTEN
    assert "menurut skala BB, yang tercetak A" in str(hasil.temuan[0])


def test_total_saja_dengan_predikat_yang_cocok() -> None:
    hasil = periksa_lhe([], Decimal("70.01"), "BB", regulasi_id="permenpanrb-12-2015")

    assert (hasil.status, hasil.total_hitung, hasil.temuan) == (StatusLHE.TOTAL_SAJA, None, ())


def test_komponen_tanpa_total_tercetak_tetap_dijumlah() -> None:
    hasil = periksa_lhe(angka("24.60", "25.50", "13.95", "23.75"), None, None, regulasi_id=BARU)

    assert (hasil.status, hasil.total_hitung) == (StatusLHE.KONSISTEN, Decimal("87.80"))


def test_predikat_tanpa_angka_hanya_dicatat() -> None:
    hasil = periksa_lhe([], None, "CC", regulasi_id="permenpanrb-12-2015")

    assert (hasil.status, hasil.predikat_hitung) == (StatusLHE.TANPA_ANGKA, None)


def test_tanpa_regulasi_tidak_ada_predikat_yang_dihitung() -> None:
    hasil = periksa_lhe([], Decimal("90.10"), None)

    assert (hasil.status, hasil.predikat_hitung) == (StatusLHE.TOTAL_SAJA, None)


def test_total_di_luar_seratus_menjadi_temuan() -> None:
    hasil = periksa_lhe(angka("60", "50"), Decimal(110), "AA", regulasi_id=BARU)

    assert hasil.status is StatusLHE.TIDAK_KONSISTEN
    assert [str(satu) for satu in hasil.temuan] == ["Nilai 110,00 di luar 0 sampai 100."]
