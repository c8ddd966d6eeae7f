"""Faults read in other applications, one test each: the same input gives the right answer here.

The left column of each comment is what the other application printed.
"""

from decimal import Decimal

import pytest
from bantu_capaian import (
    BAWAAN,
    NAIK,
    STABIL,
    TURUN,
    D,
    dua_desimal,
    hitung,
    kaidah,
    opini,
    rasio,
)

from sakip_rules.angka import FormatAngka
from sakip_rules.capaian import Agregasi, agregasi_periode, bulatkan, gabung_rasio, gulung
from sakip_rules.capaian.bacaan import PembacaNilai
from sakip_rules.capaian.kebijakan import Pembulatan, TargetNol
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Status


def test_turun_tepat_target_seratus_pada_triwulan_maupun_tahun() -> None:
    # 100 per quarter with T/R but 0 for the year with (T−R)/T. Here one formula serves both.
    triwulan = hitung("10", "10", TURUN)
    tahun = agregasi_periode([D(10)] * 4, cara=Agregasi.TERAKHIR, kaidah=BAWAAN)

    assert triwulan.nilai == hitung("10", tahun.nilai, TURUN).nilai == D(100)


def test_target_nol_dan_realisasi_nol_bukan_nol_persen_karena_jenis_angkanya() -> None:
    # 0 %, because 0.0 is not identical to 0. Every way of writing zero is the same zero here.
    nol = ["0", "0.0", "0.00", "-0"]

    assert {hitung(t, r).status for t in nol for r in nol} == {Status.TIDAK_DAPAT_DIHITUNG}
    tercapai = kaidah(target_nol=TargetNol.MENURUT_TERCAPAI)
    assert {hitung(t, r, NAIK, tercapai).nilai for t in nol for r in nol} == {D(100)}


def test_triwulan_dibandingkan_dengan_target_triwulan_dan_persen_tidak_dijumlahkan() -> None:
    # Quarters of a rate were added up: 90 + 90 + 90 + 90 = 360 against 90.
    with pytest.raises(MasukanSalah, match="rasio_kumulatif"):
        agregasi_periode([rasio("9/10")] * 4, cara=Agregasi.JUMLAH, kaidah=BAWAAN)

    tahun = agregasi_periode([rasio("9/10")] * 4, cara=Agregasi.RASIO_KUMULATIF, kaidah=BAWAAN)
    assert hitung("90", tahun.nilai).nilai == D(100)


def test_turun_tepat_target_bukan_satu() -> None:
    # 1 + (1 − R/T)·100 = 1 for an exact hit.
    assert hitung("30", "30", TURUN).nilai == D(100)


def test_turun_dengan_realisasi_nol_adalah_hasil_terbaik() -> None:
    # 0 % for no case at all.
    assert hitung("5", "0", TURUN).nilai == D(200)


def test_85_koma_5_satu_angka_bukan_rentang_85_sampai_5() -> None:
    target, realisasi, _ = PembacaNilai(FormatAngka.ID).pasangan("85,5", "85,5")

    assert target == realisasi == D("85.5")
    assert hitung(target, realisasi).nilai == D(100)


def test_satu_rumus_di_semua_pintu_dan_tidak_dibulatkan_sebelum_dikali_seratus() -> None:
    # round(2/3) × 100 = 100 in a second formula. 2 ÷ 3 × 100 = 66,67.
    assert dua_desimal(hitung("3", "2")) == "66.67"


def test_realisasi_hampir_nol_tidak_lebih_tinggi_dari_nol() -> None:
    # T/R: actual 0 gives a fixed 100, actual 0,1 against target 5 gives 5.000.
    # (10−0)/5 = 200 and (10−0,1)/5 = 198.
    nol = hitung("5", "0", TURUN).nilai
    hampir = hitung("5", "0.1", TURUN).nilai

    assert (nol, hampir) == (D(200), D(198))


def test_triwulan_kosong_terlihat_dan_tidak_menurunkan_atau_mengabaikan() -> None:
    # Missing quarters did not lower the total and nobody saw them.
    hasil = agregasi_periode([D(10), None, D(10), D(10)], cara=Agregasi.JUMLAH, kaidah=BAWAAN)

    assert (hasil.status, hasil.nilai, hasil.kosong) == (Status.BELUM_DIISI, None, (1,))
    assert hasil.sementara == D(30)
    assert any("kosong bukan nol" in str(langkah.uraian) for langkah in hasil.jejak.langkah)


def test_nilai_adalah_angka_bukan_teks() -> None:
    # VARCHAR: "9" > "80". A text never enters the kernel.
    assert isinstance(hitung("80", "9").nilai, Decimal)
    assert hitung("80", "9").nilai == D("11.25")


def test_setiap_arah_dan_cara_gabung_ada_bukan_hanya_positif_dan_negatif() -> None:
    assert dua_desimal(hitung("50", "55", STABIL)) == "90.00"
    assert {cara.value for cara in Agregasi} == {
        "jumlah",
        "terakhir",
        "rata_rata",
        "maksimum",
        "rasio_kumulatif",
        "kumulatif_renstra",
    }


def test_gulung_berbobot_bukan_rata_rata_capaian_program_tanpa_bobot() -> None:
    # (60 + 100) / 2 = 80 hid that the failing part weighs three times as much.
    # (3 × 60 + 1 × 100) / 4 = 70.
    anak = [(hitung("100", "60"), D(3)), (hitung("100", "100"), D(1))]

    assert gulung(anak, kaidah=BAWAAN).nilai == D(70)


def test_tidak_ada_pembulatan_sebelum_menjumlahkan() -> None:
    # Three times 33,33 is 99,99. Three times 100/3, weighted alike, is exactly 100/3.
    sepertiga = hitung("3", "1")
    rata = gulung([(sepertiga, D(1))] * 3, kaidah=BAWAAN)

    assert rata.nilai == sepertiga.nilai
    assert bulatkan(sepertiga.nilai or D(0), Pembulatan(2)) == D("33.33")


def test_bobot_tidak_dibulatkan_dan_bobot_nol_tidak_diam_diam() -> None:
    # Weights rounded to 0,33 each sum to 0,99 and drift; a weight silently 0 drops a part.
    sepertiga = D(1) / D(3)
    rata = gulung([(hitung("10", "9"), sepertiga)] * 3, kaidah=BAWAAN)
    assert rata.nilai == D(90)

    with pytest.raises(MasukanSalah, match="bobot nol"):
        gulung([(hitung("10", "9"), D(0))], kaidah=BAWAAN)


def test_batas_atas_pada_tiap_indikator_bukan_hanya_pada_rata_ratanya() -> None:
    # Cap on the mean: (300 + 20) / 2 = 160 → 100 "tercapai". Cap on each: (100 + 20) / 2 = 60.
    seratus = kaidah(batas_atas=D(100))
    anak = [(hitung("10", "30", NAIK, seratus), D(1)), (hitung("10", "2", NAIK, seratus), D(1))]

    assert gulung(anak, kaidah=seratus).nilai == D(60)


@pytest.mark.parametrize("realisasi", ["0", "7", "1000"])
def test_target_nol_tidak_memberi_seratus_kepada_siapa_pun(realisasi: str) -> None:
    # "target 0 with any actual ≥ 0 → 100".
    assert hitung("0", realisasi, TURUN).nilai is None


@pytest.mark.parametrize("realisasi", ["0", "7"])
def test_tanpa_target_tidak_memberi_seratus(realisasi: str) -> None:
    # "null target with any actual → 100 %".
    assert hitung(None, realisasi).nilai is None


def test_predikat_dihitung_pada_skalanya_bukan_gagal_diam_diam() -> None:
    assert hitung(opini("WTP"), opini("WTP")).nilai == D(100)


def test_rasio_banyak_unit_dijumlah_bukan_dirata_rata() -> None:
    # Mean of percentages: (100 + 50) / 2 = 75. One of one and fifty of a hundred is 51/101.
    gabungan = gabung_rasio([rasio("1/1"), rasio("50/100")], kaidah=BAWAAN)

    assert gabungan.nilai == rasio("51/101")
