"""Properties: a better result never scores lower, order does not matter, none is not zero."""

from decimal import Decimal

import pytest
from bantu_capaian import BAWAAN, NAIK, PADA, RENTANG, STABIL, TURUN, D, hitung, kaidah, opini
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.capaian import (
    AnakKosong,
    Arah,
    KaidahCapaian,
    Limpahan,
    LuarRentang,
    NilaiOrdinal,
    Rasio,
    RealisasiNol,
    Rentang,
    TargetNegatif,
    TargetNol,
    gulung,
    skala,
)
from sakip_rules.hasil import Hasil, Status

ANGKA = st.decimals(
    min_value=-1_000_000, max_value=1_000_000, allow_nan=False, allow_infinity=False, places=4
)
DEKAT_NOL = st.one_of(
    ANGKA, st.decimals(min_value=-1, max_value=1, allow_nan=False, places=6), st.just(D(0))
)
HITUNGAN = st.integers(min_value=0, max_value=10_000).map(Decimal)
RASIO = st.builds(Rasio, HITUNGAN, st.integers(min_value=1, max_value=10_000).map(Decimal))
BOBOT = st.decimals(min_value=0, max_value=100, allow_nan=False, places=3)

ATURAN = st.builds(
    kaidah,
    batas_atas=st.sampled_from([None, "tanpa", D(100), D(110), D(120)]),
    batas_bawah=st.sampled_from([None, "tanpa", D(0)]),
    target_nol=st.sampled_from([None, *TargetNol]),
    target_negatif=st.sampled_from([None, *TargetNegatif]),
    limpahan=st.sampled_from([None, *Limpahan]),
    luar_rentang=st.sampled_from([None, *LuarRentang]),
    ordinal=st.sampled_from([None, *NilaiOrdinal]),
)


def _tidak_lebih_rendah(lebih_baik: Hasil, lebih_buruk: Hasil) -> bool:
    """Compare where both have a number; a status without number makes no claim."""
    if lebih_baik.nilai is None or lebih_buruk.nilai is None:
        return True
    return lebih_baik.nilai >= lebih_buruk.nilai


@given(target=DEKAT_NOL, satu=DEKAT_NOL, dua=DEKAT_NOL, aturan=ATURAN)
def test_naik_lebih_tinggi_tidak_lebih_rendah_capaiannya(
    target: Decimal, satu: Decimal, dua: Decimal, aturan: KaidahCapaian
) -> None:
    rendah, tinggi = sorted((satu, dua))

    assert _tidak_lebih_rendah(
        hitung(target, tinggi, NAIK, aturan), hitung(target, rendah, NAIK, aturan)
    )


@given(target=DEKAT_NOL, satu=DEKAT_NOL, dua=DEKAT_NOL, aturan=ATURAN)
def test_turun_lebih_rendah_tidak_lebih_rendah_capaiannya_juga_di_dekat_nol(
    target: Decimal, satu: Decimal, dua: Decimal, aturan: KaidahCapaian
) -> None:
    rendah, tinggi = sorted((satu, dua))

    assert _tidak_lebih_rendah(
        hitung(target, rendah, TURUN, aturan), hitung(target, tinggi, TURUN, aturan)
    )


@given(target=DEKAT_NOL, satu=DEKAT_NOL, dua=DEKAT_NOL, aturan=ATURAN)
def test_stabil_lebih_dekat_tidak_lebih_rendah_capaiannya(
    target: Decimal, satu: Decimal, dua: Decimal, aturan: KaidahCapaian
) -> None:
    dekat, jauh = sorted((satu, dua), key=lambda nilai: abs(nilai - target))

    assert _tidak_lebih_rendah(
        hitung(target, dekat, STABIL, aturan), hitung(target, jauh, STABIL, aturan)
    )


@given(batas=st.tuples(DEKAT_NOL, DEKAT_NOL), satu=DEKAT_NOL, dua=DEKAT_NOL, aturan=ATURAN)
def test_rentang_mendekat_dari_satu_sisi_tidak_menurunkan(
    batas: tuple[Decimal, Decimal], satu: Decimal, dua: Decimal, aturan: KaidahCapaian
) -> None:
    target = Rentang(min(batas), max(batas))
    rendah, tinggi = sorted((satu, dua))
    di_bawah = (hitung(target, n, RENTANG, aturan) for n in (tinggi, rendah))
    di_atas = (hitung(target, n, RENTANG, aturan) for n in (rendah, tinggi))

    assert tinggi > target.atas or _tidak_lebih_rendah(*di_bawah)
    assert rendah < target.bawah or _tidak_lebih_rendah(*di_atas)


@given(batas=st.tuples(ANGKA, ANGKA), realisasi=ANGKA)
def test_rentang_hanya_di_dalam_mencapai_seratus(
    batas: tuple[Decimal, Decimal], realisasi: Decimal
) -> None:
    target = Rentang(min(batas), max(batas))
    hasil = hitung(target, realisasi, RENTANG)
    di_dalam = target.bawah <= realisasi <= target.atas

    assert hasil.nilai is None or (hasil.nilai == 100) is di_dalam or hasil.nilai > D("99.999")
    assert hasil.nilai is None or hasil.nilai <= 100


@given(target=RASIO, satu=RASIO, dua=RASIO)
def test_rasio_lebih_tinggi_tidak_lebih_rendah_capaiannya(
    target: Rasio, satu: Rasio, dua: Rasio
) -> None:
    lebih = satu.pembilang * dua.penyebut >= dua.pembilang * satu.penyebut
    tinggi, rendah = (satu, dua) if lebih else (dua, satu)

    assert _tidak_lebih_rendah(hitung(target, tinggi), hitung(target, rendah))


@given(nilai=st.one_of(RASIO, ANGKA), arah=st.sampled_from([NAIK, TURUN, STABIL]))
def test_tepat_target_selalu_tepat_seratus(nilai: Rasio | Decimal, arah: Arah) -> None:
    hasil = hitung(nilai, nilai, arah)

    assert hasil.nilai in (None, D(100))


@given(
    target=st.one_of(st.none(), DEKAT_NOL, RASIO),
    realisasi=st.one_of(st.none(), DEKAT_NOL, RASIO),
    arah=st.sampled_from([NAIK, TURUN, STABIL]),
    aturan=ATURAN,
    jatuh_tempo=st.booleans(),
)
def test_tanpa_angka_tepat_ketika_tidak_terhitung_dan_batas_dihormati(
    target: Decimal | Rasio | None,
    realisasi: Decimal | Rasio | None,
    arah: Arah,
    aturan: KaidahCapaian,
    jatuh_tempo: bool,
) -> None:
    hasil = hitung(target, realisasi, arah, aturan, jatuh_tempo=jatuh_tempo)

    assert (hasil.nilai is None) is (hasil.status is not Status.TERHITUNG)
    assert hasil.nilai is None or aturan.batas_atas is None or hasil.nilai <= aturan.batas_atas
    assert hasil.nilai is None or aturan.batas_bawah is None or hasil.nilai >= aturan.batas_bawah


@pytest.mark.parametrize("cara", list(NilaiOrdinal))
def test_predikat_lebih_baik_tidak_lebih_rendah(cara: NilaiOrdinal) -> None:
    aturan = kaidah(ordinal=cara)
    kode = [kode for kode, _ in skala("skala.opini_bpk", PADA).tingkat]

    for target in kode:
        capaian = [hitung(opini(target), opini(k), NAIK, aturan).nilai for k in kode]
        assert capaian == sorted(capaian, key=lambda nilai: nilai or D(0))


ANAK = st.lists(
    st.tuples(
        st.builds(hitung, ANGKA, st.one_of(ANGKA, st.just(None)), jatuh_tempo=st.booleans()), BOBOT
    ),
    max_size=8,
)


@given(anak=ANAK, acak=st.randoms(use_true_random=False))
def test_gulung_tidak_bergantung_urutan(anak: list[tuple[Hasil, Decimal]], acak: object) -> None:
    terbalik = list(reversed(anak))
    teracak = list(anak)
    acak.shuffle(teracak)  # type: ignore[attr-defined]

    for aturan in (BAWAAN, kaidah(anak_kosong=AnakKosong.YANG_TERISI)):
        hasil = [_coba(urutan, aturan) for urutan in (anak, terbalik, teracak)]
        assert hasil[0] == hasil[1] == hasil[2]


def _coba(anak: list[tuple[Hasil, Decimal]], aturan: KaidahCapaian) -> object:
    if any(h.nilai is not None for h, _ in anak) and not any(
        bobot > 0 for h, bobot in anak if h.nilai is not None
    ):
        return "bobot nol"
    hasil = gulung(anak, kaidah=aturan)
    return hasil.status, hasil.nilai


@given(nilai=st.lists(st.tuples(ANGKA, BOBOT), min_size=1, max_size=8))
def test_gulung_di_antara_anak_terendah_dan_tertinggi(
    nilai: list[tuple[Decimal, Decimal]],
) -> None:
    anak = [(hitung("100", satu), bobot + 1) for satu, bobot in nilai]
    hasil = gulung(anak, kaidah=BAWAAN).nilai
    isi = [h.nilai for h, _ in anak if h.nilai is not None]

    assert hasil is not None
    assert min(isi) <= hasil <= max(isi)


def test_realisasi_nol_tidak_dinilai_hanya_pada_naik() -> None:
    aturan = kaidah(realisasi_nol=RealisasiNol.TIDAK_DINILAI)

    assert hitung("10", "0", NAIK, aturan).status is Status.TIDAK_DINILAI
    assert hitung("10", "0", TURUN, aturan).nilai == D(200)
