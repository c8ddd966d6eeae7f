"""Scoring: exact, order-free, monotone, within 0..100; every fault of a sheet at once."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules.galat import MasukanSalah
from sakip_rules.penilaian import (
    JawabanSalah,
    JenisKesalahan,
    Lembar,
    lembar_evaluasi,
    nilai_lembar,
    rata_rata_objek,
)

BARU = lembar_evaluasi("permenpanrb-88-2021")
LAMA = lembar_evaluasi("permenpanrb-12-2015")
NASKAH = lembar_evaluasi("permenpanrb-12-2015", varian="naskah")
LEMBAR = pytest.mark.parametrize("lembar", [BARU, LAMA, NASKAH], ids=lambda x: x.id)


def urut(lembar: Lembar, jawaban: str) -> dict[str, str]:
    return dict(zip(lembar.kode_jawaban, jawaban.split(), strict=True))


def terisi(lembar: Lembar) -> st.SearchStrategy[dict[str, str]]:
    banyak = len(lembar.isian)
    return st.lists(st.integers(0, 7), min_size=banyak, max_size=banyak).map(
        lambda letak: {
            satu.kode: satu.pilihan[nomor % len(satu.pilihan)].kode
            for satu, nomor in zip(lembar.isian, letak, strict=True)
        }
    )


# LHE 2026 of the storyline: 4,80+6,30+10,50 · 4,80+6,30+10,50 · 2,40+3,15+4,50 · 4,00+5,25+7,50.
LHE_2026 = urut(BARU, "BB B B BB B B BB B CC BB B CC")


def test_nilai_dan_komponen_oracle() -> None:
    hasil = nilai_lembar(BARU, LHE_2026)

    assert (hasil.nilai, hasil.predikat.kode) == (Decimal("70.00"), "B")
    assert [str(satu.nilai) for satu in hasil.komponen] == ["21.60", "21.60", "10.05", "16.75"]
    assert [str(sub.nilai) for sub in hasil.komponen[0].sub] == ["4.80", "6.30", "10.50"]


def test_urutan_jawaban_tidak_berpengaruh() -> None:
    terbalik = dict(reversed(LHE_2026.items()))

    assert nilai_lembar(BARU, terbalik).nilai == Decimal("70.00")
    assert nilai_lembar(BARU, terbalik).jejak == nilai_lembar(BARU, LHE_2026).jejak


def test_huruf_dan_spasi_dimaafkan() -> None:
    longgar = {f" {kode.upper()} ": f" {isi.lower()} " for kode, isi in LHE_2026.items()}

    assert nilai_lembar(BARU, longgar).nilai == Decimal("70.00")
    assert dict(nilai_lembar(BARU, longgar).jawaban) == LHE_2026


@given(terisi(BARU))
def test_nilai_88_2021_selalu_tepat_pada_dua_desimal(jawaban: dict[str, str]) -> None:
    hasil = nilai_lembar(BARU, jawaban)

    assert Fraction(hasil.nilai) == hasil.tepat
    assert hasil.tepat * 20 == int(hasil.tepat * 20)
    assert sum(satu.nilai for satu in hasil.komponen) == hasil.nilai


@LEMBAR
@settings(max_examples=30)
@given(data=st.data())
def test_nilai_di_antara_nol_dan_seratus(lembar: Lembar, data: Any) -> None:
    hasil = nilai_lembar(lembar, data.draw(terisi(lembar)))

    assert 0 <= hasil.nilai <= 100
    assert hasil.predikat.memuat(hasil.nilai)
    assert all(0 <= satu.tepat <= satu.bobot for satu in hasil.komponen)


@LEMBAR
@settings(max_examples=30)
@given(data=st.data())
def test_menaikkan_satu_jawaban_tidak_pernah_menurunkan_nilai(lembar: Lembar, data: Any) -> None:
    jawaban = data.draw(terisi(lembar))
    isian = data.draw(st.sampled_from(lembar.isian))
    urutan = [p.kode for p in isian.pilihan]
    baik = data.draw(st.sampled_from(urutan[: urutan.index(jawaban[isian.kode]) + 1]))

    naik = nilai_lembar(lembar, {**jawaban, isian.kode: baik})

    assert naik.tepat >= nilai_lembar(lembar, jawaban).tepat


@LEMBAR
@settings(max_examples=30)
@given(data=st.data())
def test_jumlah_komponen_tepat_sama_dengan_total(lembar: Lembar, data: Any) -> None:
    hasil = nilai_lembar(lembar, data.draw(terisi(lembar)))

    assert sum(satu.tepat for satu in hasil.komponen) == hasil.tepat
    assert sum(sub.tepat for satu in hasil.komponen for sub in satu.sub) == hasil.tepat


def test_predikat_mengikuti_nilai_yang_terbit() -> None:
    """Exactly 70,001666… is published as 70,00, and 70,00 is B (tafsir-0101).

    All best is 100. E worst −20; D worst except D.3 b: −10 + 2 × 0,67/4 = −9,665; A.I.3–A.I.8 b
    instead of a: −6 × 2 × 0,25/9 = −1/3. Together 70,335 − 1/3 = 70 + 1/600.
    """
    jawaban = {
        satu.kode: satu.pilihan[-1 if satu.kode[0] in "DE" else 0].kode for satu in LAMA.isian
    }
    lain = {"D.3": "b", **{f"A.I.{nomor}": "b" for nomor in range(3, 9)}}

    hasil = nilai_lembar(LAMA, {**jawaban, **lain})

    assert hasil.tepat == 70 + Fraction(1, 600)
    assert (hasil.nilai, hasil.predikat.kode) == (Decimal("70.00"), "B")


def test_setiap_kesalahan_disebut_sekaligus() -> None:
    salah = {"1.a": "F", "1.b": "", " 1.A": "B", "9.z": "BB", "total": "95"}

    with pytest.raises(JawabanSalah) as ditangkap:
        nilai_lembar(BARU, salah)

    jenis = [(satu.jenis, satu.kode) for satu in ditangkap.value.kesalahan]
    assert jenis[:5] == [
        (JenisKesalahan.JAWABAN_TIDAK_DIKENAL, "1.a"),
        (JenisKesalahan.JAWABAN_TIDAK_DIKENAL, "1.b"),
        (JenisKesalahan.KODE_GANDA, " 1.A"),
        (JenisKesalahan.KODE_TIDAK_DIKENAL, "9.z"),
        (JenisKesalahan.KODE_TIDAK_DIKENAL, "total"),
    ]
    assert [kode for _, kode in jenis[5:]] == list(BARU.kode_jawaban[2:])


def test_jawaban_kosong_bukan_e() -> None:
    with pytest.raises(JawabanSalah, match=r"Kode 4\.c kosong"):
        nilai_lembar(BARU, {**LHE_2026, "4.c": " "})


def test_kode_berlebih_ditolak_walaupun_semua_jawaban_ada() -> None:
    with pytest.raises(JawabanSalah, match=r"“5\.a” tidak ada"):
        nilai_lembar(BARU, {**LHE_2026, "5.a": "AA"})


def test_objek_banyak_tidak_ada_pada_88_2021() -> None:
    with pytest.raises(JawabanSalah, match="BB/B"):
        nilai_lembar(BARU, {**LHE_2026, "1.a": "BB/B"})


def test_rata_rata_objek_tepat() -> None:
    """Three sasaran a, b, b: (1 + 0,75 + 0,75) / 3 = 5/6."""
    butir = LAMA.isian_menurut_kode["A.II.5"]

    assert rata_rata_objek(butir, ["a", "b", "b"]) == Fraction(5, 6)


@pytest.mark.parametrize(
    ("jawaban", "kata"), [([], "tidak punya objek"), (["a", "x"], "tidak dikenal")]
)
def test_rata_rata_objek_menolak(jawaban: list[str], kata: str) -> None:
    with pytest.raises(MasukanSalah, match=kata):
        rata_rata_objek(LAMA.isian_menurut_kode["A.II.5"], jawaban)


def test_objek_banyak_dinilai_sama_dengan_jawaban_tunggal_yang_seragam() -> None:
    baik = {satu.kode: satu.pilihan[0].kode for satu in LAMA.isian}
    satu = nilai_lembar(LAMA, {**baik, "A.II.5": "c"})
    banyak = nilai_lembar(LAMA, {**baik, "A.II.5": "c/ C /c"})

    assert banyak.tepat == satu.tepat
    assert banyak.jawaban["A.II.5"] == "c/c/c"
