"""How alike two texts are: exact, the same both ways, and the sentence of the story."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.pemeriksaan import kemiripan, mirip, persen_mirip

TW_2 = "Lima pengaduan batas tanah menunggu berita acara dari desa sehingga melewati tujuh hari."
TW_3 = TW_2.replace("Lima", "Enam")
DITULIS_ULANG = (
    "Empat sengketa batas tanah dan dua keributan hajatan di tiga desa yang sama belum punya "
    "kesepakatan tertulis."
)


def test_penyebab_yang_disalin_dengan_satu_kata_berbeda_mirip_97_persen() -> None:
    # 88 letters each; all but three of "lima"/"enam" are found again: 2 × 85 ÷ 176 = 96,59.
    assert len(TW_2) == 88
    assert kemiripan(TW_2, TW_3) == Fraction(85, 88)
    assert persen_mirip(TW_2, TW_3) == 97
    assert mirip(TW_2, TW_3)


def test_penyebab_yang_ditulis_ulang_tidak_mirip() -> None:
    assert not mirip(TW_2, DITULIS_ULANG)


@pytest.mark.parametrize(
    ("kiri", "kanan", "harapan"),
    [
        ("abcd", "abcd", Fraction(1)),
        ("ABCD", " abcd ", Fraction(1)),
        ("a  b", "a b", Fraction(1)),
        ("abcd", "bcde", Fraction(6, 8)),  # "bcd": 2 × 3 ÷ 8
        ("abcd", "wxyz", Fraction(0)),
        ("", "", Fraction(1)),
        ("", "abcd", Fraction(0)),
    ],
)
def test_perbandingan_yang_dihitung_tangan(kiri: str, kanan: str, harapan: Fraction) -> None:
    assert kemiripan(kiri, kanan) == harapan


@pytest.mark.parametrize(
    ("kiri", "kanan", "harapan"),
    [
        ("a" * 9 + "b", "a" * 9 + "c", True),  # 18 ÷ 20, on the border
        ("a" * 8 + "bd", "a" * 8 + "ce", False),  # 16 ÷ 20
        ("", "", False),
        ("a", "", False),
    ],
    ids=["pada batas", "di bawah batas", "dua kosong", "satu kosong"],
)
def test_batas_sembilan_puluh_persen(kiri: str, kanan: str, harapan: bool) -> None:
    assert mirip(kiri, kanan) is harapan


TEKS = st.text(alphabet="abc d", max_size=30)


@given(TEKS, TEKS)
def test_urutan_teks_tidak_berarti_dan_hasilnya_antara_nol_dan_satu(kiri: str, kanan: str) -> None:
    hasil = kemiripan(kiri, kanan)

    assert hasil == kemiripan(kanan, kiri)
    assert 0 <= hasil <= 1


@given(TEKS, TEKS)
def test_saringan_cepat_tidak_mengubah_jawaban(kiri: str, kanan: str) -> None:
    berisi = bool(kiri.split()) and bool(kanan.split())

    assert mirip(kiri, kanan) == (berisi and kemiripan(kiri, kanan) >= Fraction(9, 10))
