"""How many further cases in time reach the target."""

import pytest
from bantu_capaian import D, rasio
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.capaian import Rasio, proyeksi_rasio
from sakip_rules.galat import MasukanSalah


def test_iku_3_perlu_38_kasus_lagi_semuanya_tepat_waktu() -> None:
    hasil = proyeksi_rasio(rasio("61/72"), D("90.00"))

    assert hasil.perlu == 38
    assert hasil.jadi == rasio("99/110")  # (61+38) ÷ (72+38) = 90,00


@pytest.mark.parametrize(
    ("kini", "target", "perlu"),
    [
        ("61/72", "90", 38),
        ("61/72", "84", 0),  # 84,72 is there already
        ("9/10", "90", 0),
        ("8/9", "90", 1),  # 9/10
        ("5/5", "100", 0),
        ("4/5", "100", None),  # one that was late stays late
        ("0/0", "90", 1),  # 1/1
        ("0/1", "50", 1),  # 1/2
    ],
)
def test_kasus_yang_dihitung_tangan(kini: str, target: str, perlu: int | None) -> None:
    assert proyeksi_rasio(rasio(kini), D(target)).perlu == perlu


def test_target_berupa_rasio_dan_pengali_lain() -> None:
    # 11/14 = 0,785714…; (9+n)/(14+n) ≥ 11/14: 14 × (9+n) ≥ 11 × (14+n), 3n ≥ 28, n = 10.
    assert proyeksi_rasio(rasio("9/14"), rasio("11/14")).perlu == 10
    assert proyeksi_rasio(Rasio(D(1), D(4), D(1000)), D(500)).perlu == 2  # 3/6


def test_target_tanpa_penyebut_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="Penyebut target nol"):
        proyeksi_rasio(rasio("1/2"), rasio("1/0"))


@given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 99))
def test_yang_dijawab_adalah_yang_terkecil(pembilang: int, penyebut: int, target: int) -> None:
    atas = min(pembilang, penyebut)
    perlu = proyeksi_rasio(rasio(f"{atas}/{penyebut}"), D(target)).perlu

    assert perlu is not None
    assert (atas + perlu) * 100 >= target * (penyebut + perlu)
    assert perlu == 0 or (atas + perlu - 1) * 100 < target * (penyebut + perlu - 1)
