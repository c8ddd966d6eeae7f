"""Satisfaction index from answers, blanks, and several periods. Grades' edges are in contoh/."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.hasil import Status
from sakip_rules.regulasi import muat_regulasi
from sakip_rules.survei import (
    SURVEI,
    Ikm,
    JawabanKosong,
    gabungkan_ikm,
    ikm,
    ikm_dari_responden,
    mutu_pelayanan,
)

PADA = date(2026, 12, 31)
KODE = [f"U{nomor}" for nomor in range(1, 10)]
SEMESTER_I = [Decimal(x) for x in "3.35 3.30 3.28 3.55 3.40 3.38 3.42 3.20 3.15".split()]  # noqa: SIM905
SEMESTER_II = [Decimal(x) for x in "3.36 3.34 3.36 3.56 3.42 3.40 3.44 3.36 3.28".split()]  # noqa: SIM905
JAWABAN = st.fixed_dictionaries({kode: st.integers(min_value=1, max_value=4) for kode in KODE})


def _setahun() -> list[Ikm]:
    return [ikm(SEMESTER_I, PADA, responden=150), ikm(SEMESTER_II, PADA, responden=170)]


def test_satu_semester_tepat_sampai_akhir() -> None:
    hasil = ikm(SEMESTER_I, PADA, responden=150)

    # Σ 30,03 / 9 × 25 = 750,75 / 9
    assert hasil.tepat == Fraction(75075, 900)
    assert hasil.tampil == Decimal("83.42")
    assert hasil.mutu is not None
    assert hasil.mutu.kode == "B"


def test_bobot_nol_koma_sebelas_memberi_angka_lain() -> None:
    keliru = sum(SEMESTER_I, Decimal(0)) * Decimal("0.11") * 25

    assert round(keliru, 2) == Decimal("82.58")
    assert ikm(SEMESTER_I, PADA).tampil != Decimal("82.58")


def test_setahun_tertimbang_menurut_responden() -> None:
    hasil = gabungkan_ikm(_setahun(), PADA)

    # (83,41667 × 150 + 84,77778 × 170) / 320 = 84,13976
    assert hasil.tampil == Decimal("84.14")
    assert hasil.hasil.nilai is not None
    assert round(hasil.hasil.nilai, 5) == Decimal("84.13976")
    assert hasil.responden == 320
    assert len(hasil.hasil.jejak.anak) == 2


def test_urutan_penggabungan_tidak_berpengaruh() -> None:
    satu, dua = _setahun()

    assert gabungkan_ikm([satu, dua], PADA).tepat == gabungkan_ikm([dua, satu], PADA).tepat


def test_periode_tanpa_indeks_menunda_gabungan() -> None:
    kosong = ikm_dari_responden([], PADA)

    hasil = gabungkan_ikm([_setahun()[0], kosong], PADA)

    assert hasil.hasil.status is Status.BELUM_DIISI
    assert hasil.mutu is None


def test_responden_yang_tidak_diketahui_menolak_penggabungan() -> None:
    with pytest.raises(MasukanSalah, match="Banyaknya responden"):
        gabungkan_ikm([ikm(SEMESTER_I, PADA)], PADA)


def test_menggabungkan_tanpa_indeks_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="Tidak ada indeks"):
        gabungkan_ikm([], PADA)


def test_dari_responden_sama_dengan_dari_rata_rata() -> None:
    # Unsur 1: (4 + 3) / 2 = 3,5; the eight others 3; Σ 27,5 / 9 × 25 = 76,38888…
    satu = dict.fromkeys(KODE, 3) | {"U1": 4}
    dua = dict.fromkeys(KODE, 3)

    hasil = ikm_dari_responden([satu, dua], PADA)

    assert hasil.tepat == Fraction(6875, 90)
    assert hasil.tampil == Decimal("76.39")
    assert hasil.responden == 2


TIDAK_LENGKAP: list[dict[str, int | None]] = [
    dict.fromkeys(KODE, 4),
    dict.fromkeys(KODE, 2) | {"U4": None},
]


@pytest.mark.parametrize(
    ("cara", "tampil", "responden"),
    [
        # U4 is 4 / 1 = 4, the others (4 + 2) / 2 = 3; Σ 28 / 9 × 25 = 77,77777…
        (JawabanKosong.KELUARKAN_JAWABAN, "77.78", 2),
        (None, "77.78", 2),
        (JawabanKosong.KELUARKAN_RESPONDEN, "100.00", 1),
    ],
)
def test_jawaban_kosong_menurut_pilihan(
    cara: JawabanKosong | None, tampil: str, responden: int
) -> None:
    hasil = ikm_dari_responden(TIDAK_LENGKAP, PADA, jawaban_kosong=cara)

    assert str(hasil.tampil) == tampil
    assert hasil.responden == responden


def test_jawaban_kosong_ditolak_dengan_nomor_respondennya() -> None:
    with pytest.raises(MasukanSalah, match="Responden 2 tidak menjawab U4"):
        ikm_dari_responden(TIDAK_LENGKAP, PADA, jawaban_kosong=JawabanKosong.TOLAK)


def test_kunci_yang_tidak_ada_sama_dengan_jawaban_kosong() -> None:
    tanpa_kunci = [dict.fromkeys(KODE, 4), dict.fromkeys([k for k in KODE if k != "U4"], 2)]

    assert ikm_dari_responden(tanpa_kunci, PADA).tampil == Decimal("77.78")


def test_unsur_yang_tidak_dijawab_seorang_pun_bukan_nol() -> None:
    hasil = ikm_dari_responden([dict.fromkeys(KODE, 4) | {"U8": None}], PADA)

    assert hasil.hasil.status is Status.TIDAK_DAPAT_DIHITUNG
    assert "U8" in str(hasil.hasil.jejak.langkah[0].uraian)


@pytest.mark.parametrize("baris", [[], [{}], [dict.fromkeys(KODE)]])
def test_tanpa_jawaban_belum_diisi(baris: list[dict[str, int | None]]) -> None:
    assert ikm_dari_responden(baris, PADA).hasil.status is Status.BELUM_DIISI


@pytest.mark.parametrize("nilai", [0, 5, -1])
def test_jawaban_di_luar_skala_ditolak(nilai: int) -> None:
    with pytest.raises(MasukanSalah, match="Responden 1: jawaban U9"):
        ikm_dari_responden([dict.fromkeys(KODE, 4) | {"U9": nilai}], PADA)


def test_unsur_asing_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="unsur U10 tidak dikenal"):
        ikm_dari_responden([dict.fromkeys([*KODE, "U10"], 4)], PADA)


@pytest.mark.parametrize(
    ("unsur", "pesan"),
    [
        ({k: Decimal(3) for k in KODE[:8]}, "Tidak ada: U9"),
        ({k: Decimal(3) for k in [*KODE, "X"]}, "tidak dikenal: X"),
        ({k: Decimal("0.99") for k in KODE}, "dari 1 sampai 4"),
        ({k: Decimal("NaN") for k in KODE}, "bernilai NaN"),
    ],
)
def test_rata_rata_unsur_yang_salah_ditolak(unsur: dict[str, Decimal], pesan: str) -> None:
    with pytest.raises(MasukanSalah, match=pesan):
        ikm(unsur, PADA)


@pytest.mark.parametrize("responden", [0, -5])
def test_banyaknya_responden_yang_mustahil_ditolak(responden: int) -> None:
    with pytest.raises(MasukanSalah, match="tidak mungkin"):
        ikm(SEMESTER_I, PADA, responden=responden)


@pytest.mark.parametrize("nilai", ["24.99", "100.01", "0", "NaN"])
def test_indeks_di_luar_tabel_mutu_ditolak(nilai: str) -> None:
    with pytest.raises(MasukanSalah):
        mutu_pelayanan(Decimal(nilai), PADA)


def test_mutu_dari_indeks_pihak_lain_dibulatkan_dahulu() -> None:
    assert mutu_pelayanan(Decimal("88.3049"), PADA).kode == "B"
    assert mutu_pelayanan(Decimal("88.305"), PADA).kode == "A"


def test_tanggal_sebelum_berlaku_ditolak() -> None:
    with pytest.raises(KaidahBelumBerlaku):
        ikm(SEMESTER_I, date(2017, 12, 31))


@given(st.lists(JAWABAN, min_size=1, max_size=12))
def test_indeks_selalu_di_dalam_tabel_mutu(baris: list[dict[str, int]]) -> None:
    hasil = ikm_dari_responden(baris, PADA)

    assert hasil.tepat is not None
    assert 25 <= hasil.tepat <= 100
    assert hasil.mutu is not None


@given(st.lists(JAWABAN, min_size=1, max_size=6), st.lists(JAWABAN, min_size=1, max_size=6))
def test_menggabungkan_sama_dengan_menghitung_sekaligus(
    satu: list[dict[str, int]], dua: list[dict[str, int]]
) -> None:
    bagian = [ikm_dari_responden(satu, PADA), ikm_dari_responden(dua, PADA)]

    assert gabungkan_ikm(bagian, PADA).tepat == ikm_dari_responden([*satu, *dua], PADA).tepat


@given(st.decimals(min_value=25, max_value=100, places=2))
def test_setiap_angka_dua_desimal_bermutu_tepat_satu(nilai: Decimal) -> None:
    mutu = muat_regulasi().kaidah("survei.ikm", PADA, SURVEI).isi.mutu

    assert sum(satu.dari <= nilai <= satu.sampai for satu in mutu) == 1


def test_pilihan_dalam_data_sama_dengan_pilihan_dalam_kode() -> None:
    sakelar = muat_regulasi().kaidah("survei.jawaban_kosong", PADA, SAKELAR)

    assert set(sakelar.isi.kode) == set(JawabanKosong)
