"""Each switch, each choice: what it prints, and that only choices of the rule are taken."""

import pytest
from bantu_capaian import (
    BAWAAN,
    NAIK,
    PADA,
    RENTANG,
    STABIL,
    TURUN,
    D,
    hitung,
    kaidah,
    opini,
    rentang,
)

from sakip_rules.capaian import (
    Arah,
    CaraBulat,
    Kebijakan,
    Limpahan,
    LuarRentang,
    NilaiOrdinal,
    Pembulatan,
    RealisasiNol,
    TargetNegatif,
    TargetNol,
    bulatkan,
    kaidah_capaian,
)
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Dasar, Status

T = TargetNol
TANPA = Status.TIDAK_DAPAT_DIHITUNG
KELUAR = Status.TIDAK_DINILAI


@pytest.mark.parametrize(
    ("batas", "harapan"), [("tanpa", "297"), (D(120), "120"), (D(110), "110"), (D(100), "100")]
)
def test_batas_atas(batas: object, harapan: str) -> None:
    assert hitung("1", "2.97", NAIK, kaidah(batas_atas=batas)).nilai == D(harapan)


def test_batas_atas_tepat_pada_batas_tidak_dicatat_sebagai_potongan() -> None:
    hasil = hitung("100", "120", NAIK, kaidah(batas_atas=D(120)))

    assert hasil.nilai == D(120)
    assert hasil.jejak.anak == ()


def test_batas_bawah() -> None:
    assert hitung("10", "-1", NAIK, kaidah(batas_bawah=D(0))).nilai == D(0)
    assert hitung("10", "-1").nilai == D(-10)


def test_batas_di_luar_pilihan_nasional_perlu_dasar_instansi() -> None:
    with pytest.raises(MasukanSalah, match="tanpa, 100, 110, 120"):
        kaidah(batas_atas=D(150))

    perbup = Dasar("kebijakan-nasional", "Perbup contoh, Pasal 7")
    hasil = hitung("1", "2", NAIK, kaidah(batas_atas=D(150), dasar=(perbup,)))

    assert hasil.nilai == D(150)
    assert perbup in hasil.jejak.anak[0].dasar


@pytest.mark.parametrize(
    ("pilihan", "arah", "realisasi", "harapan"),
    [
        (T.TIDAK_DAPAT_DIHITUNG, NAIK, "50", TANPA),
        (T.MENURUT_TERCAPAI, NAIK, "50", "100"),
        (T.MENURUT_TERCAPAI, NAIK, "0", "100"),
        (T.MENURUT_TERCAPAI, NAIK, "-1", "0"),
        (T.MENURUT_TERCAPAI, TURUN, "0", "100"),
        (T.MENURUT_TERCAPAI, TURUN, "1", "0"),
        (T.MENURUT_TERCAPAI, STABIL, "0", "100"),
        (T.MENURUT_TERCAPAI, STABIL, "1", "0"),
        (T.NOL_ATAU_SERATUS, NAIK, "50", "100"),
        (T.NOL_ATAU_SERATUS, NAIK, "0", "0"),
        (T.NOL_ATAU_SERATUS, TURUN, "0", "100"),
        (T.NOL, NAIK, "50", "0"),
        (T.NOL, TURUN, "0", "0"),
        (T.SERATUS, NAIK, "0", "100"),
        (T.SERATUS_DUA_PULUH, NAIK, "1", "120"),
        (T.SERATUS_DUA_PULUH, NAIK, "0", KELUAR),
        (T.SERATUS_DUA_PULUH, TURUN, "1", TANPA),
    ],
)
def test_target_nol(pilihan: TargetNol, arah: Arah, realisasi: str, harapan: object) -> None:
    hasil = hitung("0", realisasi, arah, kaidah(target_nol=pilihan))

    assert (hasil.status if hasil.nilai is None else str(hasil.nilai)) == harapan


def test_target_nol_seratus_dua_puluh_tetap_dipotong_batas_atas() -> None:
    aturan = kaidah(target_nol=T.SERATUS_DUA_PULUH, batas_atas=D(100))

    assert hitung("0", "5", NAIK, aturan).nilai == D(100)


def test_target_negatif_boleh_ditolak() -> None:
    aturan = kaidah(target_negatif=TargetNegatif.TIDAK_DAPAT_DIHITUNG)

    assert hitung("-2", "-1", NAIK, aturan).status is TANPA


def test_realisasi_nol_boleh_tidak_dinilai() -> None:
    assert hitung("100", "0").nilai == D(0)
    aturan = kaidah(realisasi_nol=RealisasiNol.TIDAK_DINILAI)
    assert hitung("100", "0", NAIK, aturan).status is KELUAR


@pytest.mark.parametrize("arah", [TURUN, STABIL])
def test_limpahan_boleh_dijepit_nol(arah: Arah) -> None:
    assert hitung("30", "65", arah).nilai == hitung("30", "65", TURUN).nilai != D(0)
    assert hitung("30", "65", arah, kaidah(limpahan=Limpahan.NOL)).nilai == D(0)


def test_limpahan_bukan_urusan_naik() -> None:
    assert hitung("10", "-1", NAIK, kaidah(limpahan=Limpahan.NOL)).nilai == D(-10)


def test_limpahan_di_atas_rentang() -> None:
    aturan = kaidah(limpahan=Limpahan.NOL)

    assert hitung(rentang("10..20"), "50", RENTANG).nilai == D(-50)
    assert hitung(rentang("10..20"), "50", RENTANG, aturan).nilai == D(0)


def test_luar_rentang_boleh_nol() -> None:
    aturan = kaidah(luar_rentang=LuarRentang.NOL)

    assert hitung(rentang("80..90"), "79", RENTANG, aturan).nilai == D(0)
    assert hitung(rentang("80..90"), "80", RENTANG, aturan).nilai == D(100)
    assert hitung(rentang("80..90"), "90", RENTANG, aturan).nilai == D(100)
    assert hitung(rentang("80..90"), "90.01", RENTANG, aturan).nilai == D(0)


def test_predikat_boleh_hanya_tercapai_atau_tidak() -> None:
    aturan = kaidah(ordinal=NilaiOrdinal.TERCAPAI)

    assert hitung(opini("WDP"), opini("WTP"), NAIK, aturan).nilai == D(100)
    assert hitung(opini("WTP"), opini("WDP"), NAIK, aturan).nilai == D(0)


@pytest.mark.parametrize(
    ("angka", "cara", "harapan"),
    [
        ("93.994", CaraBulat.SETENGAH_KE_ATAS, "93.99"),
        ("93.995", CaraBulat.SETENGAH_KE_ATAS, "94.00"),
        ("93.996", CaraBulat.SETENGAH_KE_ATAS, "94.00"),
        ("-93.995", CaraBulat.SETENGAH_KE_ATAS, "-94.00"),
        ("93.999", CaraBulat.DIPOTONG, "93.99"),
        ("-93.999", CaraBulat.DIPOTONG, "-93.99"),
    ],
)
def test_pembulatan_hanya_tampilan(angka: str, cara: CaraBulat, harapan: str) -> None:
    assert str(bulatkan(D(angka), Pembulatan(2, cara))) == harapan


def test_pembulatan_tidak_mengubah_angka_yang_disimpan() -> None:
    hasil = hitung("3", "2", NAIK, kaidah(pembulatan=Pembulatan(0)))

    assert str(hasil.nilai).startswith("66.666666")
    assert bulatkan(hasil.nilai or D(0), BAWAAN.pembulatan) == D("66.67")


def test_pilihan_yang_tidak_ada_dalam_kaidah_ditolak() -> None:
    with pytest.raises(MasukanSalah, match=r"capaian\.batas_bawah tidak mengenal pilihan “50”"):
        kaidah_capaian(PADA, Kebijakan(batas_bawah=D(50)))
