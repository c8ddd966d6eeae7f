"""Category of a capaian. The boundaries are cases beside the law; here are properties and words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.kategori import (
    SAKELAR_DI_ATAS,
    SAKELAR_PECAHAN,
    MelampauiSkala,
    PecahanKategori,
    kategori_capaian,
)
from sakip_rules.regulasi import muat_regulasi

PADA = date(2026, 12, 31)
URUTAN = ["sangat_rendah", "rendah", "sedang", "tinggi", "sangat_tinggi"]
NILAI = st.decimals(min_value=-200, max_value=300, places=4)


def _urutan(nilai: Decimal, pecahan: PecahanKategori) -> int:
    return URUTAN.index(kategori_capaian(nilai, PADA, pecahan=pecahan).kode)


@given(NILAI, NILAI, st.sampled_from(PecahanKategori))
def test_capaian_yang_lebih_tinggi_tidak_pernah_berkategori_lebih_rendah(
    satu: Decimal, dua: Decimal, pecahan: PecahanKategori
) -> None:
    rendah, tinggi = sorted((satu, dua))

    assert _urutan(rendah, pecahan) <= _urutan(tinggi, pecahan)


@given(st.integers(min_value=-50, max_value=150))
def test_kedua_pilihan_sepakat_pada_bilangan_bulat(bulat: int) -> None:
    nilai = Decimal(bulat)

    assert _urutan(nilai, PecahanKategori.MULAI_DARI) == _urutan(nilai, PecahanKategori.DI_ATAS)


@given(NILAI)
def test_di_atas_paling_banyak_satu_kelas_lebih_tinggi(nilai: Decimal) -> None:
    selisih = _urutan(nilai, PecahanKategori.DI_ATAS) - _urutan(nilai, PecahanKategori.MULAI_DARI)

    assert selisih in (0, 1)


def test_jejak_menyebut_pilihan_dan_tafsirnya() -> None:
    jejak = kategori_capaian(Decimal("90.5"), PADA).jejak

    assert ("pecahan", "mulai_dari") in jejak.masukan
    assert str(jejak.langkah[0].uraian) == "90.5 ≥ 76: Tinggi."
    assert {"tafsir-0001", "tafsir-0002"} <= set(jejak.tafsir)


@pytest.mark.parametrize("nilai", ["NaN", "Infinity", "-Infinity"])
def test_yang_bukan_bilangan_ditolak(nilai: str) -> None:
    with pytest.raises(MasukanSalah, match="bukan bilangan"):
        kategori_capaian(Decimal(nilai), PADA)


def test_tanggal_sebelum_berlaku_ditolak() -> None:
    with pytest.raises(KaidahBelumBerlaku, match=r"capaian\.kategori"):
        kategori_capaian(Decimal(80), date(2017, 12, 31))


@pytest.mark.parametrize(
    ("sakelar", "kode"),
    [(SAKELAR_PECAHAN, set(PecahanKategori)), (SAKELAR_DI_ATAS, set(MelampauiSkala))],
)
def test_pilihan_dalam_data_sama_dengan_pilihan_dalam_kode(sakelar: str, kode: set[str]) -> None:
    assert set(muat_regulasi().kaidah(sakelar, PADA, SAKELAR).isi.kode) == kode
