"""The acceptance grid: every direction against hit, over, under, zero, negative, none, scales.

Expected numbers are worked by hand from the formulas of tafsir-0201, 0204 and 0206; the working
stands in the id of each case. What the grid does not prove: that a switch is the right one to set.
"""

import pytest
from bantu_capaian import (
    BAWAAN,
    NAIK,
    RENTANG,
    STABIL,
    TIDAK,
    TURUN,
    YA,
    D,
    dua_desimal,
    hitung,
    opini,
    predikat,
    rasio,
    rentang,
)

from sakip_rules.capaian import Arah, NilaiKinerja, Rentang
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Status


@pytest.mark.parametrize(
    ("arah", "target", "realisasi", "harapan"),
    [
        pytest.param(NAIK, "80", "80", "100.00", id="naik tepat 80/80"),
        pytest.param(NAIK, "80", "100", "125.00", id="naik di atas 100/80"),
        pytest.param(NAIK, "80", "60", "75.00", id="naik di bawah 60/80"),
        pytest.param(NAIK, "80", "0", "0.00", id="naik realisasi nol 0/80"),
        pytest.param(NAIK, "80", "-8", "-10.00", id="naik realisasi negatif -8/80"),
        pytest.param(NAIK, "-2", "-2", "100.00", id="naik target negatif tepat"),
        pytest.param(NAIK, "-2", "-1", "150.00", id="naik target negatif lebih baik (-4+1)/-2"),
        pytest.param(NAIK, "-2", "-3", "50.00", id="naik target negatif lebih buruk (-4+3)/-2"),
        pytest.param(NAIK, "-2", "0", "200.00", id="naik target negatif realisasi nol -4/-2"),
        pytest.param(NAIK, "-2", "1", "250.00", id="naik target negatif jadi tumbuh (-4-1)/-2"),
        pytest.param(NAIK, "5.2", "4.94", "95.00", id="naik pertumbuhan 4,94/5,2"),
        pytest.param(TURUN, "10", "10", "100.00", id="turun tepat (20-10)/10"),
        pytest.param(TURUN, "10", "8", "120.00", id="turun lebih baik (20-8)/10"),
        pytest.param(TURUN, "10", "12", "80.00", id="turun lebih buruk (20-12)/10"),
        pytest.param(TURUN, "10", "0", "200.00", id="turun realisasi nol 20/10"),
        pytest.param(TURUN, "10", "20", "0.00", id="turun dua kali target (20-20)/10"),
        pytest.param(TURUN, "10", "25", "-50.00", id="turun melimpah (20-25)/10"),
        pytest.param(TURUN, "10", "-1", "210.00", id="turun realisasi negatif (20+1)/10"),
        pytest.param(TURUN, "-2", "-2", "100.00", id="turun target negatif tepat"),
        pytest.param(TURUN, "-2", "-3", "150.00", id="turun target negatif lebih baik -3/-2"),
        pytest.param(TURUN, "-2", "-1", "50.00", id="turun target negatif lebih buruk -1/-2"),
        pytest.param(STABIL, "50", "50", "100.00", id="stabil tepat"),
        pytest.param(STABIL, "50", "55", "90.00", id="stabil di atas (50-5)/50"),
        pytest.param(STABIL, "50", "45", "90.00", id="stabil di bawah (50-5)/50"),
        pytest.param(STABIL, "50", "0", "0.00", id="stabil realisasi nol (50-50)/50"),
        pytest.param(STABIL, "50", "-5", "-10.00", id="stabil realisasi negatif (50-55)/50"),
        pytest.param(STABIL, "-50", "-45", "90.00", id="stabil target negatif (50-5)/50"),
    ],
)
def test_angka(arah: Arah, target: str, realisasi: str, harapan: str) -> None:
    hasil = hitung(target, realisasi, arah)

    assert hasil.status is Status.TERHITUNG
    assert dua_desimal(hasil) == harapan


@pytest.mark.parametrize(
    ("target", "realisasi", "harapan"),
    [
        pytest.param("80..90", "79.99", "99.99", id="sedikit di bawah 79,99/80"),
        pytest.param("80..90", "80", "100.00", id="tepat batas bawah"),
        pytest.param("80..90", "85", "100.00", id="di dalam"),
        pytest.param("80..90", "90", "100.00", id="tepat batas atas"),
        pytest.param("80..90", "90.01", "99.99", id="sedikit di atas (180-90,01)/90"),
        pytest.param("80..90", "72", "90.00", id="di bawah 72/80"),
        pytest.param("80..90", "99", "90.00", id="di atas (180-99)/90"),
        pytest.param("80..90", "0", "0.00", id="realisasi nol"),
        pytest.param("-2..-1", "-3", "50.00", id="rentang negatif, di bawah (-4+3)/-2"),
        pytest.param("-2..-1", "-1.5", "100.00", id="rentang negatif, di dalam"),
        pytest.param("7..7", "7", "100.00", id="rentang satu titik"),
    ],
)
def test_rentang(target: str, realisasi: str, harapan: str) -> None:
    assert dua_desimal(hitung(rentang(target), realisasi, RENTANG)) == harapan


@pytest.mark.parametrize("arah", [NAIK, TURUN, STABIL])
@pytest.mark.parametrize("realisasi", ["-1", "0", "0.0", "1"])
def test_target_nol_tidak_dapat_dihitung(arah: Arah, realisasi: str) -> None:
    hasil = hitung("0.0", realisasi, arah)

    assert (hasil.status, hasil.nilai) == (Status.TIDAK_DAPAT_DIHITUNG, None)


def test_rentang_yang_batasnya_nol_hanya_tanpa_angka_di_luarnya() -> None:
    assert dua_desimal(hitung(rentang("0..5"), "0", RENTANG)) == "100.00"
    assert hitung(rentang("0..5"), "-1", RENTANG).status is Status.TIDAK_DAPAT_DIHITUNG


@pytest.mark.parametrize("arah", list(Arah))
@pytest.mark.parametrize("realisasi", ["0", "80", rasio("11/14"), opini("WTP"), YA])
def test_tanpa_target_tidak_dapat_dihitung(arah: Arah, realisasi: NilaiKinerja) -> None:
    hasil = hitung(None, realisasi, arah)

    assert (hasil.status, hasil.nilai) == (Status.TIDAK_DAPAT_DIHITUNG, None)


@pytest.mark.parametrize("arah", list(Arah))
@pytest.mark.parametrize("target", ["0", "80", "-2", None])
def test_tanpa_realisasi_belum_diisi_atau_belum_waktunya(arah: Arah, target: str | None) -> None:
    assert hitung(target, None, arah).status is Status.BELUM_DIISI
    assert hitung(target, None, arah, jatuh_tempo=False).status is Status.BELUM_WAKTUNYA


def test_yang_diisi_sebelum_jatuh_tempo_tetap_dihitung() -> None:
    assert dua_desimal(hitung("80", "60", jatuh_tempo=False)) == "75.00"


@pytest.mark.parametrize("realisasi", [None, "0", "80"])
def test_yang_dikecualikan_tidak_dinilai(realisasi: str | None) -> None:
    assert hitung("80", realisasi, dinilai=False).status is Status.TIDAK_DINILAI


@pytest.mark.parametrize(
    ("target", "realisasi", "harapan"),
    [
        pytest.param("11/14", "13/14", "118.18", id="13/11"),
        pytest.param("11/14", "12/14", "109.09", id="12/11"),
        pytest.param("11/14", "9/14", "81.82", id="9/11"),
        pytest.param("1/3", "2/6", "100.00", id="pecahan senilai"),
    ],
)
def test_rasio(target: str, realisasi: str, harapan: str) -> None:
    assert dua_desimal(hitung(rasio(target), rasio(realisasi))) == harapan


def test_rasio_yang_sama_tepat_seratus_dan_ketikan_78_57_tidak() -> None:
    # 11/14 = 78,571428…; 78,5714… ÷ 78,57 × 100 = 100,0018…
    assert hitung(rasio("11/14"), rasio("11/14")).nilai == D(100)
    assert str(hitung("78.57", rasio("11/14")).nilai).startswith("100.0018")


def test_penyebut_nol_berarti_tidak_ada_yang_diukur() -> None:
    assert hitung("90", rasio("0/0")).status is Status.TIDAK_DINILAI
    assert hitung(rasio("0/0"), "90").status is Status.TIDAK_DAPAT_DIHITUNG


@pytest.mark.parametrize(
    ("target", "realisasi", "harapan"),
    [
        pytest.param(opini("WTP"), opini("WTP"), "100.00", id="WTP sama"),
        pytest.param(opini("WTP"), opini("WDP"), "75.00", id="WDP terhadap WTP 3/4"),
        pytest.param(opini("WTP"), opini("TMP"), "25.00", id="TMP terhadap WTP 1/4"),
        pytest.param(opini("WDP"), opini("WTP"), "133.33", id="WTP terhadap WDP 4/3"),
        pytest.param(predikat("BB"), predikat("BB"), "100.00", id="BB sama"),
        pytest.param(predikat("BB"), predikat("B"), "80.00", id="B terhadap BB 4/5"),
        pytest.param(predikat("BB"), predikat("AA"), "140.00", id="AA terhadap BB 7/5"),
    ],
)
def test_predikat(target: NilaiKinerja, realisasi: NilaiKinerja, harapan: str) -> None:
    assert dua_desimal(hitung(target, realisasi)) == harapan


@pytest.mark.parametrize(
    ("arah", "target", "realisasi", "harapan"),
    [
        (NAIK, YA, YA, "100"),
        (NAIK, YA, TIDAK, "0"),
        (NAIK, TIDAK, YA, "100"),
        (TURUN, TIDAK, TIDAK, "100"),
        (TURUN, TIDAK, YA, "0"),
        (TURUN, YA, TIDAK, "100"),
        (STABIL, YA, YA, "100"),
        (STABIL, TIDAK, YA, "0"),
    ],
)
def test_ya_tidak(arah: Arah, target: NilaiKinerja, realisasi: NilaiKinerja, harapan: str) -> None:
    assert hitung(target, realisasi, arah).nilai == D(harapan)


@pytest.mark.parametrize(
    ("arah", "target", "realisasi"),
    [
        pytest.param(NAIK, opini("WTP"), "4", id="predikat dengan angka"),
        pytest.param(NAIK, opini("WTP"), predikat("BB"), id="dua skala"),
        pytest.param(NAIK, YA, "1", id="ya dengan angka"),
        pytest.param(RENTANG, "80", "80", id="arah rentang tanpa rentang"),
        pytest.param(NAIK, Rentang(D(80), D(90)), "85", id="rentang dengan arah naik"),
        pytest.param(NAIK, "80", Rentang(D(80), D(90)), id="realisasi berupa rentang"),
    ],
)
def test_yang_tidak_sejenis_ditolak_dengan_sebab(
    arah: Arah, target: NilaiKinerja | str, realisasi: NilaiKinerja | str
) -> None:
    with pytest.raises(MasukanSalah, match=r"tidak dapat dibandingkan|skala yang berbeda"):
        hitung(target, realisasi, arah, BAWAAN)
