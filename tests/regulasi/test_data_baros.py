"""The invented year of Kecamatan Baros adds up: each expected figure is worked by hand here.

The formulas are written out, not taken from the rules kernel, so that a fault in either shows.
"""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).parents[2] / "src" / "sakip" / "demo" / "data"
SERATUS = 100


def baca(nama: str) -> Any:
    return yaml.safe_load((DATA / nama).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def baros() -> Any:
    return baca("baros_2026.yaml")


@pytest.fixture(scope="module")
def kejadian() -> Any:
    return baca("baros_2026_kejadian.yaml")["kejadian"]


def harapan(baros: Any, hitungan: str) -> Any:
    return next(h for h in baros["harapan"] if h["hitungan"] == hitungan)


def indikator(baros: Any, kode: str) -> Any:
    return next(i for i in baros["indikator"] if i["kode"] == kode)


def terisi(baros: Any, kode: str) -> list[Any]:
    return [r for r in baros["realisasi"] if r["indikator"] == kode and r["keadaan"] == "terisi"]


def rasio(r: Any) -> Fraction:
    return Fraction(int(r["pembilang"]), int(r["penyebut"]))


def dua(nilai: Fraction) -> str:
    """Two decimals, halves up (all figures here are positive)."""
    perseratus = (nilai * SERATUS + Fraction(1, 2)).__floor__()
    return f"{perseratus // SERATUS}.{perseratus % SERATUS:02d}"


def ikm(r: Any) -> Fraction:
    """Nine unsur of equal weight, brought to the scale 25..100."""
    return sum((Fraction(u) for u in r["unsur"]), Fraction(0)) / 9 * 25


def iku_1(baros: Any) -> Fraction:
    semester = terisi(baros, "iku-1")
    responden = [int(r["responden"]) for r in semester]
    return sum((ikm(r) * n for r, n in zip(semester, responden, strict=True)), Fraction(0)) / sum(
        responden
    )


def iku_3(baros: Any) -> list[Fraction]:
    """Cumulative ratio after each quarter."""
    a = b = 0
    deret = []
    for r in terisi(baros, "iku-3"):
        a, b = a + int(r["pembilang"]), b + int(r["penyebut"])
        deret.append(Fraction(a, b))
    return deret


def test_seluruh_berkas_ditandai_contoh() -> None:
    for nama in ("baros_2026.yaml", "baros_2026_kejadian.yaml"):
        assert baca(nama)["sifat"] == "contoh"


def test_pagu_dan_serapan_berjumlah_seperti_tertulis(baros: Any) -> None:
    for kolom in ("murni", "perubahan", "serapan"):
        jumlah = sum(int(p[kolom]) for p in baros["program"])
        assert str(jumlah) == baros["jumlah_pagu"][kolom]
    for p in baros["program"]:
        anak = [s for s in p["subkegiatan"] if s["murni"] is not None]
        assert not anak or sum(int(s["murni"]) for s in anak) == int(p["murni"])
        assert not anak or sum(int(s["perubahan"]) for s in anak) == int(p["perubahan"])
        assert all(s["kode"].startswith(p["kode"]) for s in p["subkegiatan"])
    pagu = baros["jumlah_pagu"]
    assert dua(Fraction(int(pagu["serapan"]), int(pagu["perubahan"])) * SERATUS) == "96.48"
    assert harapan(baros, "serapan")["nilai"] == "96.48"


def test_tepat_satu_subkegiatan_tidak_mendukung_indikator(baros: Any) -> None:
    yatim = [s["kode"] for p in baros["program"] for s in p["subkegiatan"] if not s["indikator"]]
    kode = {i["kode"] for i in baros["indikator"]}

    assert yatim == ["7.01.03.2.03.0002"]
    assert {k for p in baros["program"] for s in p["subkegiatan"] for k in s["indikator"]} <= kode


def test_ikm_per_semester_dan_gabungan(baros: Any) -> None:
    # 30,03 / 9 × 25 = 83,41667 and 30,52 / 9 × 25 = 84,77778
    assert [dua(ikm(r)) for r in terisi(baros, "iku-1")] == ["83.42", "84.78"]
    assert harapan(baros, "ikm-sm1")["nilai"] == "83.42"
    assert harapan(baros, "ikm-sm2")["nilai"] == "84.78"
    # (83,41667 × 150 + 84,77778 × 170) / 320 = 84,13976; / 83,50
    gabungan = iku_1(baros)
    assert dua(gabungan) == harapan(baros, "iku-1")["nilai"] == "84.14"
    target = Fraction(indikator(baros, "iku-1")["target"]["nilai"])
    assert dua(gabungan / target * SERATUS) == harapan(baros, "iku-1")["capaian"] == "100.77"


def test_waktu_layanan_makin_rendah_makin_baik(baros: Any) -> None:
    target = Fraction(indikator(baros, "1b")["target"]["nilai"])
    capaian = [
        dua((2 * target - Fraction(r["nilai"])) / target * SERATUS) for r in terisi(baros, "1b")
    ]

    # (60 − 41) / 30, (60 − 36) / 30, (60 − 28) / 30, (60 − 24) / 30
    assert capaian == harapan(baros, "1b")["capaian_triwulan"]
    assert capaian == ["63.33", "80.00", "106.67", "120.00"]


def test_desa_tertib_cocok_dengan_daftar_periksa(baros: Any) -> None:
    target = rasio(indikator(baros, "iku-2")["target"])
    capaian = []
    for r in terisi(baros, "iku-2"):
        gagal = {u["desa"] for u in baros["uji_belum_terpenuhi"] if u["periode"] == r["periode"]}
        assert int(r["penyebut"]) - len(gagal) == int(r["pembilang"])
        capaian.append(dua(rasio(r) / target * SERATUS))

    # 13/11, 13/11, 12/11, 11/11
    assert capaian == harapan(baros, "iku-2")["capaian_triwulan"]
    assert capaian == ["118.18", "118.18", "109.09", "100.00"]


def test_ketertiban_dihitung_kumulatif_bukan_rata_rata(baros: Any) -> None:
    deret = iku_3(baros)
    diharapkan = harapan(baros, "iku-3")

    assert deret == [Fraction(t) for t in diharapkan["kumulatif"]]
    assert [dua(x * SERATUS) for x in deret] == diharapkan["nilai_triwulan"]
    # 86,25 / 90; the mean of the quarters would say (100 + 83,33 + 83,33 + 100) / 4 / 90 = 101,85
    assert dua(deret[-1] / Fraction(90, 100) * SERATUS) == diharapkan["capaian"] == "95.83"
    rata = sum((rasio(r) for r in terisi(baros, "iku-3")), Fraction(0)) / 4
    assert dua(rata / Fraction(90, 100) * SERATUS) == "101.85"


def test_usulan_nilai_akip_ikw_dan_rata_rata(baros: Any) -> None:
    usulan = rasio(terisi(baros, "iku-4")[0])
    akip = Fraction(terisi(baros, "iku-5")[0]["nilai"])
    desa = Fraction(11, 14)
    tertib = iku_3(baros)[-1]
    ikw = iku_1(baros) / 2 + desa * SERATUS * 3 / 10 + tertib * SERATUS / 5
    capaian = [
        iku_1(baros) / Fraction("83.50"),
        Fraction(1),
        tertib / Fraction("0.9"),
        usulan / Fraction("0.35"),
        akip / 72,
    ]

    assert dua(usulan * SERATUS) == harapan(baros, "iku-4")["nilai"] == "34.38"
    assert dua(capaian[3] * SERATUS) == harapan(baros, "iku-4")["capaian"] == "98.21"
    assert dua(capaian[4] * SERATUS) == harapan(baros, "iku-5")["capaian"] == "97.22"
    assert dua(ikw) == harapan(baros, "ikw")["nilai"] == "82.89"
    assert dua(ikw / Fraction("83.32") * SERATUS) == harapan(baros, "ikw")["capaian"] == "99.49"
    rata = harapan(baros, "rata-rata-lima-iku")
    assert dua(sum(capaian, Fraction(0)) / 5 * SERATUS) == rata["nilai"] == "98.41"
    assert str(len([c for c in capaian if c >= 1])) == rata["tercapai"] == "2"


BOBOT = (30, 30, 15, 25)
BAGIAN = (Fraction(20, 100), Fraction(30, 100), Fraction(50, 100))
NILAI = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}


@pytest.mark.parametrize(
    ("kode", "nilai"),
    [
        ("lhe-2025", "67.75"),
        ("mandiri-2026", "82.40"),
        ("lhe-2026", "70.00"),
        ("lhe-2027", "76.10"),
    ],
)
def test_nilai_lembar_evaluasi(baros: Any, kode: str, nilai: str) -> None:
    lembar = next(e for e in baros["evaluasi"] if e["kode"] == kode)
    jumlah = sum(
        (
            bobot * bagian * NILAI[lembar["jawaban"][3 * i + j]] / SERATUS
            for i, bobot in enumerate(BOBOT)
            for j, bagian in enumerate(BAGIAN)
        ),
        Fraction(0),
    )

    assert dua(jumlah) == lembar["nilai"] == nilai
    assert int(lembar["tahun_evaluasi"]) == int(lembar["tahun_kinerja"]) + 1


def test_yang_di_bawah_target_punya_penyebab_dan_solusi(baros: Any) -> None:
    kurang = {
        (r["indikator"], r["periode"]) for r in baros["realisasi"] if r.get("di_bawah_target")
    }
    dijelaskan = {(a["indikator"], a["periode"]) for a in baros["analisis"]}

    assert kurang == dijelaskan
    assert all(a["penyebab"] and a["solusi"] for a in baros["analisis"])


def test_kejadian_urut_dan_pelakunya_dikenal(kejadian: Any) -> None:
    akun = {a["akun"] for a in baca("serang/akun.yaml")["akun"]} | {"sistem", "warga"}
    tanggal = [k["tanggal"] for k in kejadian]

    assert tanggal == sorted(tanggal)
    assert {k["pelaku"] for k in kejadian} <= akun
    assert {k["pengganti"] for k in kejadian if "pengganti" in k} <= akun


def test_kejadian_kantor_jatuh_pada_hari_kerja(kejadian: Any) -> None:
    libur = {h["tanggal"] for t in baca("libur.yaml")["tahun"] for h in t["hari"]}
    salah = [
        k["tanggal"]
        for k in kejadian
        if k["pelaku"] not in {"sistem", "warga"}
        and (k["tanggal"] in libur or date.fromisoformat(k["tanggal"]).weekday() >= 5)
    ]

    assert salah == []


def test_pelaku_bertindak_dalam_masa_perannya(kejadian: Any) -> None:
    masa = {
        a["akun"]: [(p["mulai"], p["sampai"] or "9999-12-31") for p in a["peran"]]
        for a in baca("serang/akun.yaml")["akun"]
    }
    salah = [
        (k["pelaku"], k["tanggal"])
        for k in kejadian
        if k["pelaku"] in masa and not any(m <= k["tanggal"] <= s for m, s in masa[k["pelaku"]])
    ]

    assert salah == []


def test_mancak_terlambat_empat_hari_kerja(kejadian: Any) -> None:
    """Due Friday 10 July, filled Thursday 16 July 2026: Mon, Tue, Wed, Thu."""
    isian = next(k for k in kejadian if "terlambat_hari_kerja" in k)
    hari = date(2026, 7, 10)
    kerja = 0
    while hari < date.fromisoformat(isian["tanggal"]):
        hari += timedelta(days=1)
        kerja += hari.weekday() < 5

    assert str(kerja) == isian["terlambat_hari_kerja"] == "4"
