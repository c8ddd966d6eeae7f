"""Data quality: for each rule a figure that is asked about and one that is not, at its boundary.

Every expected number is reckoned by hand in the test.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.mutu import (
    KAIDAH_ANGKA,
    KAIDAH_LEMBAR,
    KODE,
    AngkaDiperiksa,
    BuktiDiperiksa,
    Syarat,
    Titik,
    aturan_mutu,
    periksa_mutu,
    periksa_pilihan,
)

PADA = date(2026, 3, 31)
# Median 42,5; distances 2,5 1,5 0,5 0,5 1,5 2,5 with median 1,5; 3,5 × 1,4826 × 1,5 = 7,78365:
# what lies from 34,71635 to 50,28365 is usual.
ENAM = ("40", "41", "42", "43", "44", "45")


def _titik(teks: str, periode: str = "triwulan I 2026") -> Titik:
    atas, _, bawah = teks.replace(",", ".").partition("/")
    nilai = Fraction(atas) if not bawah else Fraction(atas) * 100 / Fraction(bawah)
    return Titik(periode, teks, nilai)


def _angka(teks: str | None, *sebelum: str, **isi: Any) -> AngkaDiperiksa:
    return AngkaDiperiksa(
        kode="x",
        tahun=2026,
        kini=None if teks is None else _titik(teks),
        sebelum=tuple(_titik(t, f"sebelum {n}") for n, t in enumerate(sebelum, 1)),
        **isi,
    )


def _temuan(*angka: AngkaDiperiksa, pilihan: dict[str, str] | None = None) -> list[tuple[str, str]]:
    hasil = periksa_mutu(angka, aturan_mutu(PADA, pilihan))
    return [(t.kaidah.kode, str(t.kalimat)) for t in hasil]


def _kode(*angka: AngkaDiperiksa, pilihan: dict[str, str] | None = None) -> list[str]:
    return [kode for kode, _kalimat in _temuan(*angka, pilihan=pilihan)]


@pytest.mark.parametrize(
    ("teks", "ditemukan"), [("50", False), ("50,28", False), ("50,29", True), ("34,71", True)]
)
def test_pencilan_menurut_nilai_tengah(teks: str, ditemukan: bool) -> None:
    assert ("pencilan" in _kode(_angka(teks, *ENAM))) is ditemukan


def test_pencilan_menyebut_rentang_dan_tengahnya() -> None:
    assert _temuan(_angka("51", *ENAM)) == [
        (
            "pencilan",
            (
                "51 di luar rentang 34,72 sampai 50,28 yang wajar menurut 6 angka sebelumnya "
                "(nilai tengah 42,5)."
            ),
        )
    ]


def test_pencilan_menunggu_riwayat_yang_cukup_dan_menyebar() -> None:
    assert _kode(_angka("51", *ENAM[1:])) == []
    # Five of six alike: the median distance is 0, and any change at all would stand out.
    assert _kode(_angka("51", "42", "42", "42", "42", "42", "45")) == []


@pytest.mark.parametrize(
    ("teks", "lalu", "ditemukan"),
    [
        ("60", "40", False),  # 20/40 = 50%: not more than 50
        ("60,01", "40", True),
        ("20", "40", False),
        ("19,99", "40", True),
        ("5", "0", False),  # from zero nothing is a share
        ("9/10", "3/5", False),  # 90 against 60: 50%
        ("91/100", "3/5", True),  # 31/60 = 51,67%
    ],
)
def test_loncatan_terhadap_periode_lalu(teks: str, lalu: str, ditemukan: bool) -> None:
    assert (_kode(_angka(teks, lalu)) == ["loncatan"]) is ditemukan


def test_loncatan_menyebut_angkanya() -> None:
    assert _temuan(_angka("91/100", "3/5")) == [
        (
            "loncatan",
            "91/100 berubah 51,67 persen dari 3/5 (sebelum 1); "  # noqa: ISC004
            "lebih dari 50 persen perlu dijelaskan.",
        )
    ]


def test_kumulatif_boleh_berlipat_tetapi_tidak_turun() -> None:
    assert _kode(_angka("50", "25", kumulatif=True)) == []
    assert _temuan(_angka("24", "25", kumulatif=True)) == [
        ("kumulatif_turun", "Angka kumulatif turun dari 25 (sebelum 1) menjadi 24.")
    ]
    assert _kode(_angka("24", "25")) == []  # not cumulative: it may fall
    assert _kode(_angka("5", "100", kumulatif=True, awal_tahun=True)) == []  # a new year begins


@pytest.mark.parametrize(
    ("teks", "lalu", "ditemukan"),
    [("84,5", "84,5", True), ("84,5", "84,6", False), ("20/24", "25/30", False)],
)
def test_sama_dengan_tahun_lalu(teks: str, lalu: str, ditemukan: bool) -> None:
    a = _angka(teks, tahun_lalu=_titik(lalu, "triwulan I 2025"))

    assert (_kode(a) == ["sama_tahun_lalu"]) is ditemukan


def test_predikat_yang_sama_bukan_salinan() -> None:
    assert _kode(_angka(None, tahun_lalu=_titik("1"))) == []


@pytest.mark.parametrize(
    ("teks", "isi", "ditemukan"),
    [
        ("-0,01", {}, True),
        ("0", {}, False),
        ("-5", {"target": Fraction(-2)}, False),  # growth that was promised negative
        ("-5", {"target": Fraction(2)}, True),
    ],
)
def test_negatif_bila_tidak_bermakna(teks: str, isi: dict[str, Any], ditemukan: bool) -> None:
    assert (_kode(_angka(teks, **isi)) == ["negatif"]) is ditemukan


def test_negatif_yang_pernah_negatif_tidak_ditanya() -> None:
    assert _kode(_angka("-3", "-2", "2,5", "-2,5")) == []


@pytest.mark.parametrize(("atas", "bawah", "ditemukan"), [(9, 8, True), (8, 8, False)])
def test_pembilang_lebih_besar(atas: int, bawah: int, ditemukan: bool) -> None:
    a = _angka(f"{atas}/{bawah}", pembilang=Decimal(atas), penyebut=Decimal(bawah))

    kalimat = [("pembilang", f"Pembilang {atas} lebih besar daripada penyebut {bawah}.")]
    assert _temuan(a) == (kalimat if ditemukan else [])


@pytest.mark.parametrize(
    ("tanggal", "ditemukan"),
    [(date(2026, 4, 8), False), (date(2026, 4, 9), True), (None, False)],
)
def test_dilaporkan_sebelum_buktinya(tanggal: date | None, ditemukan: bool) -> None:
    a = _angka(
        "41", bukti=(BuktiDiperiksa("Register", 2026, tanggal),), dilaporkan=date(2026, 4, 8)
    )

    assert _temuan(a) == (
        [
            (
                "sebelum_bukti",
                "Bukti “Register” bertanggal 9-4-2026, sesudah hari angkanya dilaporkan.",
            )
        ]
        if ditemukan
        else []
    )


@pytest.mark.parametrize(
    ("tahun", "jeda", "ditemukan"),
    [(2026, 0, False), (2025, 0, True), (2025, 1, False), (2024, 1, True), (2027, 1, True)],
)
def test_bukti_tahun_lain(tahun: int, jeda: int, ditemukan: bool) -> None:
    a = _angka("41", bukti=(BuktiDiperiksa("Register", tahun),), jeda=jeda)

    assert (_kode(a) == ["bukti_tahun_lain"]) is ditemukan


@pytest.mark.parametrize(
    ("capaian", "ditemukan"),
    [
        (("100", "100.00", "100"), True),
        (("100", "100"), False),  # two figures are too few to be odd
        (("100", "100", "100.01"), False),
        (("100", "100", "100", None), True),  # what is not measured yet says nothing
    ],
)
def test_semua_seratus(capaian: tuple[str | None, ...], ditemukan: bool) -> None:
    angka = [_angka("1", capaian=Decimal(c) if c else None) for c in capaian]

    assert (_kode(*angka) == ["semua_seratus"]) is ditemukan


@pytest.mark.parametrize(
    ("pasangan", "ditemukan"),
    [
        ((("30", 30), ("30", 30), ("30", 30)), True),
        ((("30", 30), ("30", 30)), False),
        ((("30", 30), ("31", 30), ("30", 30)), False),
        ((("30", 30), ("30", None), ("30", 30)), False),
        ((("3/4", 75), ("6/8", 75), ("75/100", 75)), True),
    ],
)
def test_selalu_sama_dengan_target(
    pasangan: tuple[tuple[str, int | None], ...], ditemukan: bool
) -> None:
    tahun = tuple((_titik(t), None if s is None else Fraction(s)) for t, s in pasangan)

    assert (_kode(_angka("30", sepanjang_tahun=tahun)) == ["selalu_target"]) is ditemukan


# What an instansi may choose ---------------------------------------------------------------------


def test_ambang_dan_pemakaian_dapat_dipilih() -> None:
    a = _angka("60,01", "40")

    assert _kode(a, pilihan={"loncatan_persen": "75"}) == []
    assert _kode(a, pilihan={"loncatan_persen": "50,1"}) == []  # 50,025% is less
    assert _kode(a, pilihan={"loncatan": "tidak"}) == []
    assert _kode(a, pilihan={"loncatan": "dipakai"}) == ["loncatan"]


def test_syarat_bawaan_wajib_dan_dapat_dilonggarkan() -> None:
    bawaan = aturan_mutu(PADA)
    assert (bawaan.bukti, bawaan.rencana_aksi) == (Syarat.WAJIB, Syarat.WAJIB)
    assert aturan_mutu(PADA, {"bukti": "dianjurkan"}).bukti is Syarat.DIANJURKAN


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [
        ("loncatan_persen", "banyak"),
        ("loncatan_persen", "0"),
        ("loncatan_titik", "3"),
        ("loncatan", "ya"),
        ("bukti", "bebas"),
        ("warna", "biru"),
    ],
)
def test_pilihan_yang_bukan_pilihan_ditolak(nama: str, nilai: str) -> None:
    with pytest.raises(MasukanSalah):
        periksa_pilihan(nama, nilai, PADA)


def test_sebelum_kaidahnya_ada_ditolak() -> None:
    with pytest.raises(KaidahBelumBerlaku):
        aturan_mutu(date(2013, 1, 1))


# What an answer is tied to -----------------------------------------------------------------------


def test_sidik_berubah_bersama_angkanya_saja() -> None:
    def sidik(a: AngkaDiperiksa) -> str:
        return periksa_mutu([a], aturan_mutu(PADA))[0].sidik

    satu = sidik(_angka("61", "40"))
    assert satu == sidik(_angka("61", "40"))
    assert satu != sidik(_angka("62", "40"))
    assert satu != sidik(_angka("61", "39"))


def test_setiap_kaidah_bernama_dan_berdata() -> None:
    assert {k.kode for k in KAIDAH_ANGKA} | {k.kode for k in KAIDAH_LEMBAR} == set(KODE)
    assert set(aturan_mutu(PADA).kaidah) == set(KODE)
