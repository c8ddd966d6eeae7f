"""Faults of scoring read in public e-SAKIP applications: each is shown not to be ours."""

import inspect
from decimal import ROUND_HALF_UP, Decimal

import pytest

from sakip_rules.penilaian import (
    JawabanSalah,
    baca_csv,
    lembar_evaluasi,
    nilai_lembar,
    nilai_terisi,
    predikat,
)

BARU = lembar_evaluasi("permenpanrb-88-2021")
LAMA = lembar_evaluasi("permenpanrb-12-2015")
DUA = Decimal("0.01")


def test_lembar_bukan_delapan_sub_komponen_dengan_nilai_bebas() -> None:
    """One application seeds 8 sub-komponen of 15/15/12,5/… and takes any number 0–100."""
    jawaban = dict.fromkeys(BARU.kode_jawaban, "B")

    assert len(BARU.daftar_sub) == 12
    with pytest.raises(JawabanSalah, match=r"“85” untuk 1\.a tidak dikenal"):
        nilai_lembar(BARU, {**jawaban, "1.a": "85"})


def test_butir_tidak_dibulatkan_sebelum_dijumlah() -> None:
    """Nine items of 2/9: rounded first 9 × 0,22 = 1,98; exact 2,00."""
    buruk = {satu.kode: satu.pilihan[-1].kode for satu in LAMA.isian}
    penuh = {b.kode: b.pilihan[0].kode for b in LAMA.sub("A.I.a").butir}
    tiap_butir = (Decimal(2) / 9).quantize(DUA, ROUND_HALF_UP)

    hasil = nilai_lembar(LAMA, {**buruk, **penuh})

    assert tiap_butir * 9 == Decimal("1.98")
    assert hasil.nilai == Decimal("2.00")


def test_komponen_yang_dibulatkan_tidak_dipakai_menjumlah() -> None:
    """A.I.1 and D.3 = c: 2/9 + 0,165 = 0,387222… → 0,39, also though 0,22 + 0,17 = 0,39 here.

    With B.16 = b too: + 0,625 = 1,012222… → 1,01, while 0,22 + 0,63 + 0,17 = 1,02.
    """
    buruk = {satu.kode: satu.pilihan[-1].kode for satu in LAMA.isian}

    hasil = nilai_lembar(LAMA, {**buruk, "A.I.1": "ya", "D.3": "c", "B.16": "b"})

    assert sum(satu.nilai for satu in hasil.komponen) == Decimal("1.02")
    assert hasil.nilai == Decimal("1.01")


def test_bobot_kriteria_tidak_dibulatkan_sehingga_total_bergeser() -> None:
    """One application stores weight/criteria rounded: 2/9 → 0,22, nine of them are not 2."""
    terbaik = {satu.kode: satu.pilihan[0].kode for satu in LAMA.isian}
    dibulatkan = sum(
        (sub.bobot / len(sub.butir)).quantize(DUA, ROUND_HALF_UP) * len(sub.butir)
        for sub in LAMA.daftar_sub
    )

    assert dibulatkan != 100
    assert nilai_lembar(LAMA, terbaik).tepat == 100


@pytest.mark.parametrize(("nilai", "kode"), [("90.00", "A"), ("80.00", "BB"), ("70.00", "B")])
def test_batas_predikat_bukan_lebih_dari_atau_sama(nilai: str, kode: str) -> None:
    """Several applications write ``>= 90`` and give AA for exactly 90,00."""
    assert predikat(Decimal(nilai), regulasi_id="permenpanrb-88-2021").kode == kode


def test_total_tidak_dapat_dititipkan_dari_luar() -> None:
    """A posted total was stored as the score; here a row "total" is an unknown code."""
    teks = "kode,jawaban\n" + "".join(f"{kode},B\n" for kode in BARU.kode_jawaban)

    assert nilai_terisi(BARU, baca_csv(teks)).nilai == Decimal("70.00")
    assert list(inspect.signature(nilai_lembar).parameters) == ["lembar", "jawaban"]
    with pytest.raises(JawabanSalah, match="Baris 14: Kode “total” tidak ada"):
        nilai_terisi(BARU, baca_csv(teks + "total,95\n"))


def test_skala_bukan_satu_enam_enam_tiga_tiga_nol() -> None:
    """One application scores every criterion 1/0,66/0,33/0."""
    assert {satu.nilai for satu in BARU.skala} == {100, 90, 80, 70, 60, 50, 30, 0}


def test_hasil_tidak_berubah_setelah_jawaban_asalnya_diubah() -> None:
    """Recalculation overwrote issued results: a result keeps its own copy of the answers."""
    jawaban = dict.fromkeys(BARU.kode_jawaban, "B")
    hasil = nilai_lembar(BARU, jawaban)

    jawaban["1.a"] = "AA"

    assert hasil.nilai == Decimal("70.00")
    assert hasil.komponen[0].sub[0].jawaban == (("1.a", "B"),)


def test_mutu_boleh_lebih_tinggi_daripada_keberadaan_pada_88_2021() -> None:
    """88/2021 has no hard gate between sub-komponen (tafsir-0112): 6×0 + 9×0,8 + 15×0,8 = 19,20."""
    jawaban = dict.fromkeys(BARU.kode_jawaban, "E") | {"1.b": "BB", "1.c": "BB"}

    hasil = nilai_lembar(BARU, jawaban)

    assert (hasil.nilai, hasil.peringatan) == (Decimal("19.20"), ())
