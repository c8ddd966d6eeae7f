"""Pure changes of a tree: whatever is done in a row, it stays a tree."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.cabang_uji import LUAS
from domain.naskah_uji import NASKAH
from sakip.bersama.galat import IsianTidakSah
from sakip.perencanaan import kaidah
from sakip.perencanaan.services import RencanaBaru, SimpulBaru, tempat_sah
from sakip.perencanaan.services.ubahan import (
    Salinan,
    buang_cabang,
    cabang,
    gabungkan,
    klon_cabang,
    pecahkan,
    pindahkan,
)
from sakip.perencanaan.services.ubahan.susunan import Susunan

KODE = tuple(s.kode for s in LUAS.simpul)
LANGKAH = st.tuples(
    st.sampled_from(KODE), st.sampled_from((*KODE, None)), st.integers(0, 4) | st.none()
)


def _pohon_utuh(isi: RencanaBaru) -> None:
    """Parents before children, levels where they may stand, one path to the top for each."""
    jenis: dict[str, str] = {}
    for s in isi.simpul:
        assert s.induk is None or s.induk in jenis
        assert kaidah.induk_sah(s.jenis, jenis[s.induk] if s.induk else None)
        assert s.kode not in jenis
        jenis[s.kode] = s.jenis
    assert {i.simpul for i in isi.indikator} <= set(jenis)
    assert {s for s, _i in isi.dukungan} <= set(jenis)
    assert {i for _s, i in isi.dukungan} <= {i.kode for i in isi.indikator}
    # Reading order: a branch stands together.
    assert Susunan(isi.simpul).urut() == isi.simpul


def _coba(isi: RencanaBaru, ubahan: Any) -> RencanaBaru:
    try:
        hasil: RencanaBaru = ubahan(isi)
    except IsianTidakSah:
        return isi
    return hasil


@settings(deadline=None)
@given(st.lists(LANGKAH, max_size=12))
def test_perpindahan_apa_pun_menjaga_simpul_dan_pohonnya(langkah: list[Any]) -> None:
    isi = LUAS
    for kode, induk, letak in langkah:
        baru = _coba(isi, lambda n, a=(kode, induk, letak): pindahkan(n, *a))
        sah = induk in tempat_sah(isi, kode)
        assert sah or baru is isi
        isi = baru

    _pohon_utuh(isi)
    tanpa_induk = {replace(s, induk=None) for s in LUAS.simpul}
    assert {replace(s, induk=None) for s in isi.simpul} == tanpa_induk
    assert (isi.indikator, isi.dukungan) == (LUAS.indikator, LUAS.dukungan)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), *([st.sampled_from(KODE)] * 2)), max_size=8))
def test_tindakan_apa_pun_menyisakan_pohon_yang_utuh(langkah: list[Any]) -> None:
    isi = LUAS
    for n, (tindakan, satu, dua) in enumerate(langkah):
        isi = _coba(isi, _tindakan(n, tindakan, satu, dua))
        _pohon_utuh(isi)


def _tindakan(n: int, tindakan: int, satu: str, dua: str) -> Any:
    return (
        lambda i: pindahkan(i, satu, dua, None),
        lambda i: gabungkan(i, satu, dua),
        lambda i: buang_cabang(i, satu),
        lambda i: pecahkan(i, satu, kode_baru=f"baru{n}", uraian="Baru", anak=(dua,), indikator=()),
        lambda i: klon_cabang(i, Salinan(LUAS, satu, dua)),
    )[tindakan]


@given(st.sampled_from(KODE[1:]), st.sampled_from(KODE), st.integers(0, 3))
def test_memindahkan_lalu_mengembalikan_sama_dengan_semula(
    kode: str, induk: str, letak: int
) -> None:
    lama = next(s.induk for s in LUAS.simpul if s.kode == kode)
    saudara = [s.kode for s in LUAS.simpul if s.induk == lama]
    pergi = _coba(LUAS, lambda n: pindahkan(n, kode, induk, letak))

    assert pindahkan(pergi, kode, lama, saudara.index(kode)) == LUAS


@given(st.sampled_from(KODE[1:]))
def test_memecah_lalu_menggabung_sama_dengan_semula(kode: str) -> None:
    anak = tuple(s.kode for s in LUAS.simpul if s.induk == kode)
    indikator = tuple(i.kode for i in LUAS.indikator if i.simpul == kode)

    def pecah(n: RencanaBaru) -> RencanaBaru:
        return pecahkan(n, kode, kode_baru="b", uraian="Baru", anak=anak, indikator=indikator)

    pecahan = _coba(LUAS, pecah)
    assert pecahan is LUAS or gabungkan(pecahan, kode, "b") == LUAS


def test_yang_di_bawah_dokumen_lain_tetap_di_sana_ketika_diurutkan() -> None:
    dua = (
        replace(NASKAH.simpul[0], induk="kabupaten-contoh:s1"),
        *NASKAH.simpul[1:],
        SimpulBaru("t2", "tujuan", "Kedua", "kabupaten-contoh:s1"),
    )
    isi = pindahkan(replace(NASKAH, simpul=dua), "t2", None, 0)

    assert [(s.kode, s.induk) for s in isi.simpul][:2] == [
        ("t2", "kabupaten-contoh:s1"),
        ("t1", "kabupaten-contoh:s1"),
    ]
    assert None in tempat_sah(isi, "t2")


def test_isi_cabang_urut_seperti_dibaca() -> None:
    assert [s.kode for s in cabang(LUAS, "s2").simpul] == ["s2", "k1"]
