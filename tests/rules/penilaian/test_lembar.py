"""The two sheets as data: counts, codes, weights, choices. Figures counted in the law's forms."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.penilaian import Lembar, Rumus, lembar_evaluasi

BARU = "permenpanrb-88-2021"
LAMA = "permenpanrb-12-2015"


def _baru() -> Lembar:
    return lembar_evaluasi(BARU)


def _lama(varian: str | None = None) -> Lembar:
    return lembar_evaluasi(LAMA, varian=varian)


def test_lembar_88_2021_punya_empat_komponen_dan_dua_belas_jawaban() -> None:
    assert [satu.bobot for satu in _baru().komponen] == [30, 30, 15, 25]
    assert _baru().kode_jawaban == (
        *("1.a", "1.b", "1.c", "2.a", "2.b", "2.c"),
        *("3.a", "3.b", "3.c", "4.a", "4.b", "4.c"),
    )


def test_bobot_sub_88_2021_dua_puluh_tiga_puluh_lima_puluh_persen() -> None:
    bagian = {
        (satu.kode, sub.jenis): sub.bobot / satu.bobot * 100
        for satu in _baru().komponen
        for sub in satu.sub
    }

    assert {jenis: {n for (_, j), n in bagian.items() if j == jenis} for _, jenis in bagian} == {
        "keberadaan": {20},
        "kualitas": {30},
        "pemanfaatan": {50},
    }


def test_banyaknya_kriteria_88_2021_tiap_sub_komponen() -> None:
    banyak = [len(sub.butir) for sub in _baru().daftar_sub]

    assert banyak == [6, 11, 8, 3, 7, 10, 6, 9, 7, 3, 5, 5]
    assert sum(banyak) == 80


def test_skala_jawaban_88_2021() -> None:
    assert {satu.kode: satu.nilai for satu in _baru().skala} == {
        "AA": 100,
        "A": 90,
        "BB": 80,
        "B": 70,
        "CC": 60,
        "C": 50,
        "D": 30,
        "E": 0,
    }


def test_arti_aa_dan_a_berbeda_pada_keberadaan() -> None:
    arti = {sub.jenis: sub.pilihan[0].uraian for sub in _baru().daftar_sub}

    assert "lima tahun" in arti["keberadaan"]
    assert "inovasi" in arti["kualitas"]
    assert "inovasi" in arti["pemanfaatan"]


def test_formulir_unit_kerja_12_2015_punya_92_pertanyaan() -> None:
    assert len(_lama().kode_jawaban) == 92
    assert [[len(sub.butir) for sub in satu.sub] for satu in _lama().komponen] == [
        [9, 8, 3, 4, 10, 5],
        [4, 10, 6],
        [4, 7, 4],
        [4, 6, 2],
        [3, 3],
    ]


def test_bobot_12_2015_menurut_naskah() -> None:
    assert [satu.bobot for satu in _lama().komponen] == [30, 25, 15, 10, 20]
    assert [sub.bobot for satu in _lama().komponen[:4] for sub in satu.sub] == [
        *(Decimal(n) for n in ("2", "5", "3", "4", "10", "6")),
        *(Decimal(n) for n in ("5", "12.5", "7.5")),
        *(Decimal(n) for n in ("3", "7.5", "4.5")),
        *(Decimal(n) for n in ("2", "5", "3")),
    ]


@pytest.mark.parametrize(
    ("varian", "bobot"),
    [("unit_kerja", ["7.5", "12.5"]), ("naskah", ["5", "10", "5"])],
)
def test_bobot_capaian_menurut_varian(varian: str, bobot: list[str]) -> None:
    assert [sub.bobot for sub in _lama(varian).komponen[4].sub] == [Decimal(n) for n in bobot]


def test_varian_naskah_menambah_satu_jawaban() -> None:
    assert set(_lama("naskah").kode_jawaban) - set(_lama().kode_jawaban) == {"E.III"}


def test_pilihan_12_2015_menurut_jenisnya() -> None:
    """Ya/tidak: A.I 1, 2, 9; A.II 2, 4, 12, 14; B 1, 4, 13, 14; C 1–3; D 1, 2 = 16.

    Three choices 3, four choices 3, points 6; the other 92 − 28 = 64 are a–e.
    """
    nilai = Counter(tuple(str(p.nilai) for p in satu.pilihan) for satu in _lama().isian)

    assert nilai == {
        ("1", "0"): 16,
        ("1", "0.75", "0.5", "0.25", "0"): 64,
        ("1", "0.5", "0"): 3,
        ("1", "0.67", "0.33", "0"): 3,
        ("3", "2", "1", "0.5", "0"): 2,
        ("1.5", "1", "0.5", "0.25", "0"): 1,
        ("5", "3.75", "2.5", "1.25", "0"): 2,
        ("2.5", "1.875", "1.25", "0.625", "0"): 1,
    }


@pytest.mark.parametrize(
    ("kode", "pilihan"),
    [(["B.16", "B.17", "B.20"], "abc"), (["C.9", "D.3", "D.10"], "abcd")],
)
def test_skala_khusus_pada_pertanyaan_yang_benar(kode: list[str], pilihan: str) -> None:
    khusus = [
        satu.kode for satu in _lama().isian if "".join(p.kode for p in satu.pilihan) == pilihan
    ]

    assert khusus == kode


def test_kontrol_kerangka_128_aturan_dan_tidak_ada_pada_88_2021() -> None:
    assert len(_lama().kontrol) == 128
    assert _baru().kontrol == ()


@pytest.mark.parametrize("lembar", [_baru(), _lama(), _lama("naskah")], ids=lambda x: x.id)
def test_bobot_berjumlah_seratus_dan_kode_tidak_ganda(lembar: Lembar) -> None:
    butir = [b.kode for sub in lembar.daftar_sub for b in sub.butir]

    assert sum(sub.bobot for sub in lembar.daftar_sub) == 100
    assert len(set(butir)) == len(butir)
    assert len(set(lembar.kode_jawaban)) == len(lembar.kode_jawaban)


@pytest.mark.parametrize("lembar", [_baru(), _lama("naskah")], ids=lambda x: x.id)
def test_setiap_butir_punya_kalimat_sendiri(lembar: Lembar) -> None:
    kalimat = Counter(b.uraian for sub in lembar.daftar_sub for b in sub.butir)

    assert {teks for teks, banyak in kalimat.items() if banyak > 1} == set()


def test_rumus_menurut_regulasi() -> None:
    assert {sub.rumus for sub in _baru().daftar_sub} == {Rumus.SATU_JAWABAN}
    assert [sub.rumus for sub in _lama().komponen[4].sub] == [Rumus.POIN_SEBANDING] * 2


def test_kepastian_88_2021_dinyatakan_belum_dibaca_dari_naskah() -> None:
    verifikasi = _baru().verifikasi

    assert verifikasi is not None
    assert verifikasi.status == "belum"


def test_varian_yang_tidak_ada_disebut_yang_ada() -> None:
    with pytest.raises(MasukanSalah, match="unit_kerja, naskah"):
        lembar_evaluasi(LAMA, varian="pemda")


def test_varian_pada_lembar_tanpa_varian_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="tidak punya varian"):
        lembar_evaluasi(BARU, varian="naskah")


@pytest.mark.parametrize(
    ("regulasi", "hari"), [(LAMA, "2015-07-01"), (LAMA, "2021-12-31"), (BARU, "2021-12-30")]
)
def test_lembar_di_luar_masa_berlaku_ditolak(regulasi: str, hari: str) -> None:
    with pytest.raises(KaidahBelumBerlaku):
        lembar_evaluasi(regulasi, date.fromisoformat(hari))


def test_sub_komponen_yang_tidak_ada_disebut_yang_ada() -> None:
    with pytest.raises(MasukanSalah, match=r"1\.a, 1\.b"):
        _baru().sub("5.a")


def test_satu_versi_dan_varian_adalah_satu_objek() -> None:
    assert lembar_evaluasi(BARU, date(2022, 1, 1)) is lembar_evaluasi(BARU, date(2026, 6, 19))
    assert lembar_evaluasi(LAMA, varian="unit_kerja") is lembar_evaluasi(LAMA)
