"""Cells as people write them, and what is refused with which words."""

import pytest
from bantu_capaian import PADA, TIDAK, YA, D, opini, predikat, rasio, rentang

from sakip_rules.angka import FormatAngka
from sakip_rules.capaian import Arah, daftar_skala
from sakip_rules.capaian.bacaan import PembacaNilai, baca_arah
from sakip_rules.galat import MasukanSalah

ID = PembacaNilai(FormatAngka.ID, daftar_skala(PADA))
EN = PembacaNilai(FormatAngka.EN, daftar_skala(PADA))


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("85", D(85)),
        ("85,5", D("85.5")),
        (" 85,5 ", D("85.5")),
        ("85,5%", D("85.5")),
        ("85,5 %", D("85.5")),
        ("1.234,50", D("1234.50")),
        ("1.234", D(1234)),
        ("-2,5", D("-2.5")),
        ("\u22122,5", D("-2.5")),
        ("11/14", rasio("11/14")),
        ("1.100 / 1.400", rasio("1100/1400")),
        ("80..90", rentang("80..90")),
        ("80,5 .. 90,5", rentang("80.5..90.5")),
    ],
)
def test_target_dalam_format_indonesia(teks: str, nilai: object) -> None:
    assert ID.pasangan(teks, "")[0] == nilai


def test_format_inggris() -> None:
    assert EN.pasangan("1,234.5", "85.5")[:2] == (D("1234.5"), D("85.5"))
    assert EN.pasangan("80.5..90.5", "1,234")[:2] == (rentang("80.5..90.5"), D(1234))


def test_bentuk_yang_sama_dibaca_sama_setiap_kali() -> None:
    assert [ID.pasangan("1.005,50", "0,25")[:2] for _ in range(3)] == [(D("1005.5"), D("0.25"))] * 3


@pytest.mark.parametrize(
    ("target", "realisasi", "harapan"),
    [
        ("WTP", "wdp", (opini("WTP"), opini("WDP"))),
        ("Wajar Tanpa Pengecualian", "WTP", (opini("WTP"), opini("WTP"))),
        ("BB", "A", (predikat("BB"), predikat("A"))),
        ("BB", "", (predikat("BB"), None)),
        ("Ya", "tidak", (YA, TIDAK)),
        ("ya", "", (YA, None)),
        ("", "", (None, None)),
        ("", "5", (None, D(5))),
    ],
)
def test_predikat_ya_tidak_dan_kosong(target: str, realisasi: str, harapan: object) -> None:
    assert ID.pasangan(target, realisasi)[:2] == harapan


def test_tercapai_dan_tinggi_ada_skalanya() -> None:
    target, realisasi, _ = ID.pasangan("Tercapai", "Tidak  Tercapai")
    tinggi, sama, _ = ID.pasangan("Tinggi", "Tinggi")

    assert (target, realisasi) != (None, None)
    assert tinggi == sama


def test_strip_pada_target_berarti_tidak_dinilai() -> None:
    assert ID.pasangan("-", "") == (None, None, False)
    assert ID.pasangan("-", "5") == (None, D(5), False)


@pytest.mark.parametrize(
    ("target", "realisasi", "kata"),
    [
        ("80", "-", "bermakna ganda"),
        ("WTP", "-", "bermakna ganda"),
        ("WTP", "4", "tidak sejenis"),
        ("WTP", "BB", "satu skala yang dikenal"),
        ("80", "N/A", "tidak sejenis"),
        ("lima", "empat", "bukan angka, dan bukan predikat"),
        ("80-90", "85", r"rentang target ditulis 80\.\.90"),
        ("90..80", "85", "terbalik"),
        ("80..", "85", "Target: Angka kosong"),
        ("80", "80..90", "Realisasi: “80..90” bukan satu angka"),
        ("11/14", "12", "tidak sejenis"),
        ("1/2/2024", "1", "Target: “1/2/2024” bukan satu angka"),
        ("11/-14", "1/2", "penyebut tidak boleh negatif"),
        ("1,234.5", "80", "format en"),
        ("80", "76.15", "Realisasi: “76.15” tertulis dalam format en"),
        ("1.23.456", "80", "bukan satu angka"),
        ("12 34", "80", "bukan satu angka"),
        ("9" * 30, "80", "lebih panjang dari 24 digit"),
    ],
)
def test_yang_tidak_terbaca_ditolak_dengan_sebab(target: str, realisasi: str, kata: str) -> None:
    with pytest.raises(MasukanSalah, match=kata):
        ID.pasangan(target, realisasi)


def test_rasio_terhadap_persen_boleh_bila_persennya_tertulis() -> None:
    assert ID.pasangan("35%", "11/32")[:2] == (D(35), rasio("11/32"))
    assert ID.pasangan("35", "11/32", "persen")[:2] == (D(35), rasio("11/32"))
    assert ID.pasangan("35", "11/32", " % ")[:2] == (D(35), rasio("11/32"))


def test_angka_bermakna_ganda_ditolak_bila_format_berkas_tercampur() -> None:
    ragu = PembacaNilai(FormatAngka.ID, tolak_ganda=True)

    assert ragu.pasangan("1.234,5", "85,5")[:2] == (D("1234.5"), D("85.5"))
    with pytest.raises(MasukanSalah, match=r"“1\.234” bermakna ganda"):
        ragu.pasangan("1.234", "85,5")


@pytest.mark.parametrize(
    ("teks", "arah"),
    [("naik_baik", Arah.NAIK_BAIK), (" Turun_Baik ", Arah.TURUN_BAIK), ("STABIL", Arah.STABIL)],
)
def test_arah(teks: str, arah: Arah) -> None:
    assert baca_arah(teks) is arah


@pytest.mark.parametrize("teks", ["", "naik", "positif", "naik baik"])
def test_arah_yang_tidak_dikenal(teks: str) -> None:
    with pytest.raises(MasukanSalah, match="naik_baik, turun_baik, rentang, stabil"):
        baca_arah(teks)
