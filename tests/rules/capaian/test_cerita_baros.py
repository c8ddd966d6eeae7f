"""The hand-worked numbers of the demo year of Kecamatan Baros (2026), with their working."""

from decimal import Decimal

import pytest
from bantu_capaian import BAWAAN, TURUN, D, dua_desimal, hitung, kaidah, rasio

from sakip_rules.capaian import (
    Agregasi,
    Rasio,
    agregasi_periode,
    bulatkan,
    gulung,
    komposit,
)
from sakip_rules.capaian.kebijakan import Limpahan, Pembulatan
from sakip_rules.hasil import Status

# IKM of nine unsur: Σ ÷ 9 × 25. Semester I Σ 30,03 = 83,41667; semester II Σ 30,52 = 84,77778.
IKM_1 = Rasio(D("30.03"), D(9), D(25))
IKM_2 = Rasio(D("30.52"), D(9), D(25))
# (83,41667 × 150 + 84,77778 × 170) ÷ 320, over one denominator:
# (30,03 × 150 + 30,52 × 170) × 25 ÷ (9 × 320).
IKU_1 = Rasio(D("30.03") * 150 + D("30.52") * 170, D(9 * 320), D(25))
IKU_2 = rasio("11/14")
PENGADUAN = [rasio("6/6"), rasio("25/30"), rasio("30/36"), rasio("8/8")]
IKU_3 = rasio("69/80")


def _dua(nilai: Rasio) -> str:
    return str(bulatkan(nilai.pembilang * nilai.pengali / nilai.penyebut, Pembulatan(2)))


def test_iku_1_gabungan_responden() -> None:
    assert (_dua(IKM_1), _dua(IKM_2), _dua(IKU_1)) == ("83.42", "84.78", "84.14")
    # 84,13976 ÷ 83,50 × 100 = 100,7662
    assert dua_desimal(hitung("83.50", IKU_1)) == "100.77"


@pytest.mark.parametrize(
    ("menit", "harapan"),
    [
        pytest.param("41", "63.33", id="(60-41)/30"),
        pytest.param("36", "80.00", id="(60-36)/30"),
        pytest.param("28", "106.67", id="(60-28)/30"),
        pytest.param("24", "120.00", id="(60-24)/30"),
        pytest.param("65", "-16.67", id="(60-65)/30"),
    ],
)
def test_waktu_layanan(menit: str, harapan: str) -> None:
    assert dua_desimal(hitung("30", menit, TURUN)) == harapan


def test_waktu_layanan_65_menit_dijepit_bila_instansi_memilihnya() -> None:
    assert hitung("30", "65", TURUN, kaidah(limpahan=Limpahan.NOL)).nilai == D(0)
    assert hitung("30", "65", TURUN, kaidah(batas_bawah=D(0))).nilai == D(0)


@pytest.mark.parametrize(
    ("desa", "harapan"),
    [("13/14", "118.18"), ("12/14", "109.09"), ("11/14", "100.00"), ("14/14", "127.27")],
)
def test_iku_2_desa_tertib_terhadap_11_dari_14(desa: str, harapan: str) -> None:
    assert dua_desimal(hitung(rasio("11/14"), rasio(desa))) == harapan


def test_iku_2_setahun_adalah_triwulan_terakhir() -> None:
    triwulan = [rasio("13/14"), rasio("13/14"), rasio("12/14"), rasio("11/14")]

    setahun = agregasi_periode(triwulan, cara=Agregasi.TERAKHIR, kaidah=BAWAAN)

    assert hitung(rasio("11/14"), setahun.nilai).nilai == D(100)


def test_iku_3_rasio_kumulatif_tiap_triwulan() -> None:
    # 6/6, 31/36, 61/72, 69/80
    kumulatif = [
        agregasi_periode(PENGADUAN[:n], cara=Agregasi.RASIO_KUMULATIF, kaidah=BAWAAN).nilai
        for n in range(1, 5)
    ]

    assert kumulatif == [rasio("6/6"), rasio("31/36"), rasio("61/72"), rasio("69/80")]
    assert [_dua(k) for k in kumulatif if isinstance(k, Rasio)] == [
        "100.00",
        "86.11",
        "84.72",
        "86.25",
    ]


def test_iku_3_bukan_rata_rata_persen() -> None:
    # The mean of the four percentages would be 91,67 and claim 101,85; 86,25 ÷ 90 is 95,83.
    setahun = agregasi_periode(PENGADUAN, cara=Agregasi.RASIO_KUMULATIF, kaidah=BAWAAN)

    assert dua_desimal(hitung("90.00", setahun.nilai)) == "95.83"


def test_iku_3_proyeksi_38_kasus_lagi() -> None:
    # (61 + 38) ÷ (72 + 38) = 99 ÷ 110 = 90,00
    proyeksi = agregasi_periode(
        [rasio("61/72"), rasio("38/38")], cara=Agregasi.RASIO_KUMULATIF, kaidah=BAWAAN
    )

    assert hitung("90", proyeksi.nilai).nilai == D(100)


def test_iku_4_dan_iku_5() -> None:
    # 11/32 = 34,375 ÷ 35 = 98,2143; 70 ÷ 72 = 97,2222
    assert dua_desimal(hitung("35", rasio("11/32"))) == "98.21"
    assert dua_desimal(hitung("72.00", "70.00")) == "97.22"


def test_ikw_komposit_tanpa_pembulatan_di_tengah() -> None:
    # 0,5 × 84,13976 + 0,3 × 78,57143 + 0,2 × 86,25 = 82,89131; ÷ 83,32 = 99,4855
    ikw = komposit([(IKU_1, D("0.5")), (IKU_2, D("0.3")), (IKU_3, D("0.2"))], kaidah=BAWAAN)

    assert ikw.status is Status.TERHITUNG
    assert isinstance(ikw.nilai, Decimal)
    assert bulatkan(ikw.nilai, Pembulatan(5)) == D("82.89131")
    assert dua_desimal(hitung("83.32", ikw.nilai)) == "99.49"
    # The target is taken as decreed; against the unrounded target it would print 99,48.
    target = komposit([(D("83.50"), D("0.5")), (IKU_2, D("0.3")), (D(90), D("0.2"))], kaidah=BAWAAN)
    assert isinstance(target.nilai, Decimal)
    assert bulatkan(target.nilai, Pembulatan(5)) == D("83.32143")
    assert dua_desimal(hitung(target.nilai, ikw.nilai)) == "99.48"


def test_rata_rata_lima_iku() -> None:
    # (100,7662 + 100 + 95,8333 + 98,2143 + 97,2222) ÷ 5 = 98,4072
    iku = [
        hitung("83.50", IKU_1),
        hitung(rasio("11/14"), IKU_2),
        hitung("90", IKU_3),
        hitung("35", rasio("11/32")),
        hitung("72", "70"),
    ]

    assert dua_desimal(gulung([(satu, D(1)) for satu in iku], kaidah=BAWAAN)) == "98.41"
    assert sum(satu.nilai is not None and satu.nilai >= 100 for satu in iku) == 2


def test_serapan_anggaran() -> None:
    # 2.318,00 + 150,66 + 109,74 + 22,80 + 14,40 + 56,84 = 2.672,44 of 2.770 juta = 96,48 %
    realisasi = agregasi_periode(
        [D(x) for x in ("2318.00", "150.66", "109.74", "22.80", "14.40", "56.84")],
        cara=Agregasi.JUMLAH,
        kaidah=BAWAAN,
    )

    assert realisasi.nilai == D("2672.44")
    assert dua_desimal(hitung("2770", realisasi.nilai)) == "96.48"


def test_iku_3_jejak_mengatakan_mengapa_rata_rata_persen_keliru() -> None:
    setahun = agregasi_periode(PENGADUAN, cara=Agregasi.RASIO_KUMULATIF, kaidah=BAWAAN)

    # (100 + 83,33 + 83,33 + 100) ÷ 4 = 91,67, would be 101,85 % of 90; 69/80 = 86,25 is right.
    assert str(setahun.jejak.langkah[-1].uraian) == (
        "Bukan rata-rata persen (100,00 + 83,33 + 83,33 + 100,00) ÷ 4 = 91,67: itu keliru, karena "
        "periode dengan penyebut 6 akan berbobot sama dengan yang 36; yang benar 69/80 = 86,25."
    )


def test_rasio_kumulatif_yang_sama_dengan_rata_ratanya_tidak_diperingatkan() -> None:
    sama = agregasi_periode(
        [rasio("1/2"), rasio("1/2")], cara=Agregasi.RASIO_KUMULATIF, kaidah=BAWAAN
    )

    assert not any("keliru" in str(langkah.uraian) for langkah in sama.jejak.langkah)
