"""From criteria to an answer: each threshold below, on and above; statements at 100 per cent."""

from fractions import Fraction

import pytest

from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Dasar
from sakip_rules.penilaian import (
    CaraNilai,
    Juknis,
    TidakBerlaku,
    jawaban_dari_kriteria,
    lembar_evaluasi,
    terapkan_juknis,
)

BARU = lembar_evaluasi("permenpanrb-88-2021")
PERBUP = Dasar("perbup-contoh", "Lampiran II angka 3")


def kriteria(sub: str, terpenuhi: int) -> dict[str, bool]:
    return {b.kode: nomor < terpenuhi for nomor, b in enumerate(BARU.sub(sub).butir)}


@pytest.mark.parametrize(
    ("sub", "terpenuhi", "jawaban"),
    [
        ("2.c", 0, "E"),  # 0 of 10
        ("2.c", 1, "D"),  # 10
        ("1.c", 2, "D"),  # 2 of 8 = 25, still D
        ("1.a", 2, "C"),  # 2 of 6 = 33,33
        ("1.c", 4, "C"),  # 4 of 8 = 50, still C
        ("3.c", 4, "CC"),  # 4 of 7 = 57,14
        ("1.c", 6, "CC"),  # 6 of 8 = 75, still CC
        ("3.b", 7, "B"),  # 7 of 9 = 77,78
        ("1.b", 10, "B"),  # 10 of 11 = 90,91
    ],
)
def test_di_bawah_seratus_persen_jawaban_dihitung(sub: str, terpenuhi: int, jawaban: str) -> None:
    hasil = jawaban_dari_kriteria(BARU, sub, kriteria(sub, terpenuhi))

    assert hasil.jawaban == jawaban
    assert hasil.pilihan == (jawaban,)
    assert hasil.persen == Fraction(terpenuhi * 100, len(BARU.sub(sub).butir))


def test_seratus_persen_menunggu_pernyataan_evaluator() -> None:
    hasil = jawaban_dari_kriteria(BARU, "4.a", kriteria("4.a", 3))

    assert hasil.jawaban is None
    assert hasil.pilihan == ("AA", "A", "BB")
    assert "harus menyatakan" in str(hasil.jejak.langkah[-1].uraian)


@pytest.mark.parametrize("pernyataan", ["AA", "A", "BB"])
def test_pernyataan_diterima_pada_seratus_persen(pernyataan: str) -> None:
    hasil = jawaban_dari_kriteria(BARU, "4.a", kriteria("4.a", 3), pernyataan=pernyataan)

    assert hasil.jawaban == pernyataan


def test_pernyataan_ditolak_di_bawah_seratus_persen() -> None:
    with pytest.raises(MasukanSalah, match="baru 66,6"):
        jawaban_dari_kriteria(BARU, "4.a", kriteria("4.a", 2), pernyataan="AA")


def test_pernyataan_yang_bukan_pilihan_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="AA, A, BB"):
        jawaban_dari_kriteria(BARU, "4.a", kriteria("4.a", 3), pernyataan="B")


def test_kriteria_yang_tidak_dijawab_bukan_tidak() -> None:
    with pytest.raises(MasukanSalah, match=r"belum dijawab: 4\.a\.3"):
        jawaban_dari_kriteria(BARU, "4.a", {"4.a.1": True, "4.a.2": True})


def test_kriteria_sub_lain_ditolak() -> None:
    with pytest.raises(MasukanSalah, match=r"Bukan kriteria 4\.a: 4\.b\.1"):
        jawaban_dari_kriteria(BARU, "4.a", kriteria("4.a", 3) | {"4.b.1": True})


def test_kriteria_tidak_berlaku_keluar_dari_pembagi() -> None:
    """3 of 4 = 75 % is CC; without the one that does not apply 3 of 3 = 100 %.

    4.b has five criteria: two met of five = 40 % (C); with two out, two of three = 66,67 % (CC).
    """
    juknis = Juknis(
        tidak_berlaku=(
            TidakBerlaku("4.b.4", "kecamatan tidak mengevaluasi unit lain", PERBUP),
            TidakBerlaku("4.b.5", "aplikasi disediakan kabupaten", PERBUP),
        )
    )
    lembar = terapkan_juknis(BARU, juknis)
    jawab = {"4.b.1": True, "4.b.2": True, "4.b.3": False}

    semua = jawaban_dari_kriteria(BARU, "4.b", jawab | {"4.b.4": False, "4.b.5": False})
    sebagian = jawaban_dari_kriteria(lembar, "4.b", jawab)

    assert (semua.persen, semua.jawaban) == (40, "C")
    assert (sebagian.persen, sebagian.jawaban) == (Fraction(200, 3), "CC")


def test_12_2015_tidak_menurunkan_jawaban_dari_kriteria() -> None:
    with pytest.raises(MasukanSalah, match="tidak diturunkan"):
        jawaban_dari_kriteria(lembar_evaluasi("permenpanrb-12-2015"), "A.I.a", {})


def test_rata_rata_kriteria_tidak_menurunkan_satu_jawaban() -> None:
    lembar = terapkan_juknis(BARU, Juknis(CaraNilai.RATA_RATA_KRITERIA, dasar=PERBUP))

    with pytest.raises(MasukanSalah, match="tidak diturunkan"):
        jawaban_dari_kriteria(lembar, "4.a", kriteria("4.a", 3))
