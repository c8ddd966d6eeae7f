"""The search against trying everything: same fewest levels, same order, nothing missed."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules.penilaian.pencarian import Opsi, cari, tingkat_tersedikit

Tahap = tuple[tuple[Opsi, ...], ...]


def _tahap(langkah: list[tuple[list[int], int]]) -> Tahap:
    """Stages of rising options; levels after the first ``biasa`` need a statement."""
    return tuple(
        tuple(
            Opsi(nomor, max(0, nomor - biasa), sum(tambah[:nomor]))
            for nomor in range(1, len(tambah) + 1)
        )
        for tambah, biasa in langkah
    )


TAHAP = st.lists(
    st.tuples(st.lists(st.integers(1, 9), max_size=3), st.integers(0, 3)), min_size=1, max_size=4
).map(_tahap)


def _coba_semua(tahap: Tahap, perlu: int) -> list[tuple[int, int, int]]:
    """Cost of every set that reaches the gain: levels, statements, units."""
    pilihan = [(Opsi(0, 0, 0), *opsi) for opsi in tahap]
    biaya = [
        tuple(sum(getattr(o, nama) for o in satu) for nama in ("tingkat", "pernyataan", "tambahan"))
        for satu in product(*pilihan)
    ]
    return sorted((t, p, n) for t, p, n in biaya if n >= perlu)


@settings(max_examples=300)
@given(TAHAP, st.integers(1, 40))
def test_pencarian_sama_dengan_mencoba_semua(tahap: Tahap, perlu: int) -> None:
    semua = _coba_semua(tahap, perlu)
    tersedikit = [biaya for biaya in semua if biaya[0] == semua[0][0]]

    temuan = cari(tahap, perlu, 10_000)

    assert [(t.tingkat, t.pernyataan, t.tambahan) for t in temuan] == tersedikit
    assert len({t.pilihan for t in temuan}) == len(temuan)
    assert tingkat_tersedikit(tahap, perlu) == (semua[0][0] if semua else None)


@given(TAHAP, st.integers(1, 40), st.integers(1, 4))
def test_daftar_pendek_adalah_awal_daftar_panjang(tahap: Tahap, perlu: int, banyak: int) -> None:
    assert cari(tahap, perlu, banyak) == cari(tahap, perlu, 10_000)[:banyak]


@given(TAHAP, st.integers(1, 40))
def test_pilihan_yang_disebut_memang_berjumlah_segitu(tahap: Tahap, perlu: int) -> None:
    for temuan in cari(tahap, perlu, 20):
        opsi = [satu for satu in temuan.pilihan if satu is not None]

        assert sum(satu.tambahan for satu in opsi) == temuan.tambahan >= perlu
        assert sum(satu.tingkat for satu in opsi) == temuan.tingkat


def test_yang_tidak_mungkin_tidak_menghasilkan_apa_apa() -> None:
    tahap = _tahap([([1, 2], 2), ([3], 1)])

    assert cari(tahap, 7, 5) == []
    assert tingkat_tersedikit(tahap, 7) is None


def test_rakus_tidak_cukup() -> None:
    """Greedy takes 4 first (E → C at once is 1 + 9): two levels of the second stage win."""
    tahap = _tahap([([4], 1), ([1, 9], 2)])

    assert [(t.tingkat, t.tambahan) for t in cari(tahap, 10, 5)] == [(2, 10)]
