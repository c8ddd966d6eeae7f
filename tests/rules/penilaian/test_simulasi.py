"""Distance to the next predikat and the cheapest lifts, worked by hand."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules.penilaian import Simulasi, lembar_evaluasi, nilai_lembar, simulasi

BARU = lembar_evaluasi("permenpanrb-88-2021")
LAMA = lembar_evaluasi("permenpanrb-12-2015")
JAWABAN = [satu.kode for satu in BARU.skala]


def isi(jawaban: str) -> dict[str, str]:
    return dict(zip(BARU.kode_jawaban, jawaban.split(), strict=True))


def hitung(jawaban: str) -> Simulasi:
    return simulasi(BARU, isi(jawaban))


def langkah(hasil: Simulasi) -> list[list[tuple[str, str, str, str]]]:
    return [
        [(n.kode, n.dari, n.ke, str(n.tambahan)) for n in satu.langkah] for satu in hasil.kenaikan
    ]


def test_tujuh_puluh_masih_b_dan_satu_kenaikan_cukup() -> None:
    """B→BB of 3.b: 4,5 × 10/100 = 0,45. 3.a BB→A adds only 0,30, but needs a statement."""
    hasil = hitung("BB B B BB B B BB B CC BB B CC")

    assert (hasil.nilai, hasil.predikat.kode) == (Decimal("70.00"), "B")
    assert hasil.berikut is not None
    assert hasil.berikut.kode == "BB"
    assert (hasil.jarak, hasil.nilai_minimum) == (Decimal("0.00"), Decimal("70.01"))
    assert langkah(hasil)[:3] == [
        [("3.b", "B", "BB", "0.45")],
        [("3.c", "CC", "B", "0.75")],
        [("4.b", "B", "BB", "0.75")],
    ]
    assert hasil.kenaikan[0].nilai_baru == Decimal("70.45")
    assert hasil.kenaikan[0].predikat_baru.kode == "BB"
    assert not hasil.kenaikan[0].perlu_pernyataan


def test_jarak_ke_batas_yang_harus_dilampaui() -> None:
    """67,75: 70,00 − 67,75 = 2,25 must be exceeded; two B→BB of 1.c and 2.c would add 3,00.

    Two levels with the least sum above 2,25: 1.c B→BB 1,50 + 1.b or 2.b B→BB 0,90 = 2,40.
    4.c CC→B 1,25 + 1,25 (B→BB) = 2,50 is more.
    """
    hasil = hitung("BB B B BB B CC BB B CC BB CC CC")

    assert hasil.jarak == Decimal("2.25")
    assert {satu.tingkat for satu in hasil.kenaikan} == {2}
    assert hasil.kenaikan[0].tambahan == Decimal("2.40")
    assert langkah(hasil)[0] == [("1.b", "B", "BB", "0.90"), ("1.c", "B", "BB", "1.50")]


def test_sudah_tertinggi() -> None:
    hasil = hitung("AA AA AA AA AA AA AA AA AA AA AA AA")

    assert (hasil.berikut, hasil.jarak, hasil.nilai_minimum) == (None, None, None)
    assert (hasil.kenaikan, hasil.tunggal) == ((), ())


def test_dari_bb_ke_a_selalu_perlu_pernyataan() -> None:
    """All BB is 80,00; any level above is A. The lightest: 3.a, 3 × 10/100 = 0,30."""
    hasil = hitung(" ".join(["BB"] * 12))

    assert langkah(hasil)[0] == [("3.a", "BB", "A", "0.30")]
    assert all(satu.perlu_pernyataan for satu in hasil.kenaikan)


def test_jalan_tanpa_pernyataan_ikut_disebut_bila_yang_tersingkat_memerlukannya() -> None:
    """All BB is 80; 1.b B −0,90, 3.b B −0,45, 3.a A +0,30: 78,95; more than 1,05 is needed.

    One level: 4.c BB→A 1,25, 1.c or 2.c BB→A 1,50, all by statement. Without one: 1.b and 3.b
    B→BB, 0,90 + 0,45 = 1,35 → 80,30.
    """
    hasil = hitung("BB B BB BB BB BB A B BB BB BB BB")

    assert hasil.nilai == Decimal("78.95")
    assert langkah(hasil) == [
        [("4.c", "BB", "A", "1.25")],
        [("1.c", "BB", "A", "1.50")],
        [("2.c", "BB", "A", "1.50")],
        [("1.b", "B", "BB", "0.90"), ("3.b", "B", "BB", "0.45")],
    ]
    assert [satu.perlu_pernyataan for satu in hasil.kenaikan] == [True, True, True, False]


def test_kenaikan_tunggal_urut_dari_yang_terbesar() -> None:
    """From the 2026 sheet: 1.c and 2.c 1,50; 4.c 1,25; 1.b, 2.b 0,90; then 0,75; 0,45; A last."""
    hasil = hitung("BB B B BB B B BB B CC BB B CC")

    assert [(n.kode, str(n.tambahan)) for n in hasil.tunggal] == [
        *(("1.c", "1.50"), ("2.c", "1.50"), ("4.c", "1.25"), ("1.b", "0.90"), ("2.b", "0.90")),
        *(("3.c", "0.75"), ("4.b", "0.75"), ("3.b", "0.45")),
        *(("1.a", "0.60"), ("2.a", "0.60"), ("4.a", "0.50"), ("3.a", "0.30")),
    ]
    assert [n.perlu_pernyataan for n in hasil.tunggal] == [False] * 8 + [True] * 4


@settings(max_examples=60)
@given(st.lists(st.sampled_from(JAWABAN), min_size=12, max_size=12))
def test_setiap_jalan_memang_sampai_dan_tidak_ada_yang_lebih_pendek(jawaban: list[str]) -> None:
    awal = isi(" ".join(jawaban))
    hasil = simulasi(BARU, awal)

    for satu in hasil.kenaikan:
        assert hasil.berikut is not None
        baru = nilai_lembar(BARU, awal | {n.kode: n.ke for n in satu.langkah})
        assert baru.nilai == satu.nilai_baru == hasil.nilai + satu.tambahan
        assert baru.nilai > hasil.berikut.batas_bawah
        assert satu.tingkat >= hasil.kenaikan[0].tingkat


@settings(max_examples=15)
@given(st.lists(st.integers(0, 4), min_size=92, max_size=92))
def test_simulasi_12_2015_sampai_pada_nilai_yang_terbit(letak: list[int]) -> None:
    awal = {
        satu.kode: satu.pilihan[nomor % len(satu.pilihan)].kode
        for satu, nomor in zip(LAMA.isian, letak, strict=True)
    }
    hasil = simulasi(LAMA, awal)

    for satu in hasil.kenaikan:
        assert hasil.nilai_minimum is not None
        baru = nilai_lembar(LAMA, awal | {n.kode: n.ke for n in satu.langkah})
        assert baru.nilai == satu.nilai_baru >= hasil.nilai_minimum


def test_jawaban_berobjek_dapat_dinaikkan_utuh() -> None:
    """A.II.5 a and c: mean 0,75 of weight 10/10, −0,25; E.4 and E.6 worst, −5 each: 89,75."""
    awal = {satu.kode: satu.pilihan[0].kode for satu in LAMA.isian} | {"A.II.5": "a/c"}
    awal |= {kode: LAMA.isian_menurut_kode[kode].pilihan[-1].kode for kode in ("E.4", "E.6")}

    hasil = simulasi(LAMA, awal)

    naik = {n.kode: (n.dari, n.ke) for n in hasil.tunggal}
    assert naik["A.II.5"] == ("a/c", "a")
    assert hasil.nilai == Decimal("89.75")


@pytest.mark.parametrize("banyak", [1, 3, 5])
def test_banyaknya_jalan_dapat_diminta(banyak: int) -> None:
    jawaban = isi("BB B B BB B B BB B CC BB B CC")

    assert len(simulasi(BARU, jawaban, banyak=banyak).kenaikan) == banyak


def test_data_json_memakai_teks() -> None:
    data = hitung("BB B B BB B B BB B CC BB B CC").ke_data()

    assert (data["berikut"], data["jarak"], data["nilai_minimum"]) == ("BB", "0.00", "70.01")
    assert data["kenaikan"][0]["langkah"][0]["tambahan"] == "0.45"
