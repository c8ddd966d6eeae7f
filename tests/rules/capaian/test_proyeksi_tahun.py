"""The year carried on to its end, each number reckoned by hand beside it."""

from decimal import Decimal

import pytest

from sakip_rules.capaian import Agregasi, CaraProyeksi, Rasio, YaTidak, proyeksi_tahun


@pytest.mark.parametrize(
    ("cara", "harapan"),
    [
        # 10 + 14 + 12 = 36; 36 ÷ 3 × 4 = 48; 36 + 10 = 46; 36 + 14 = 50
        (Agregasi.JUMLAH, (CaraProyeksi.LAJU, Decimal(48), Decimal(46), Decimal(50))),
        # the last one is 12; between the lowest 10 and the highest 14
        (Agregasi.TERAKHIR, (CaraProyeksi.TERAKHIR, Decimal(12), Decimal(10), Decimal(14))),
        # 36 ÷ 3 = 12; (36 + 10) ÷ 4 = 11,5; (36 + 14) ÷ 4 = 12,5
        (
            Agregasi.RATA_RATA,
            (CaraProyeksi.RATA_RATA, Decimal(12), Decimal("11.5"), Decimal("12.5")),
        ),
        (Agregasi.MAKSIMUM, (CaraProyeksi.TERTINGGI, Decimal(14), Decimal(14), Decimal(14))),
    ],
)
def test_tiga_dari_empat_triwulan(
    cara: Agregasi, harapan: tuple[CaraProyeksi, Decimal, Decimal, Decimal]
) -> None:
    p = proyeksi_tahun([Decimal(10), Decimal(14), Decimal(12), None], cara)

    assert (p.cara, p.nilai, p.bawah, p.atas) == harapan
    assert (p.terisi, p.sisa, p.alasan) == (3, 1, None)


def test_rasio_diteruskan_dengan_bagiannya() -> None:
    """6/8 and 9/12: 15/20 = 75. Ten cases more twice, 75 % both at worst and at best."""
    p = proyeksi_tahun(
        [Rasio(Decimal(6), Decimal(8)), Rasio(Decimal(9), Decimal(12)), None, None],
        Agregasi.RASIO_KUMULATIF,
    )

    assert (p.cara, p.nilai, p.bawah, p.atas) == (
        CaraProyeksi.RASIO,
        Decimal(75),
        Decimal(75),
        Decimal(75),
    )


def test_rentang_rasio_dari_periode_terburuk_dan_terbaik() -> None:
    """5/10 and 10/10: 15/20 = 75. Ten more: 5 good (20/30 = 66,67) or 10 good (25/30 = 83,33)."""
    p = proyeksi_tahun(
        [Rasio(Decimal(5), Decimal(10)), Rasio(Decimal(10), Decimal(10)), None],
        Agregasi.RASIO_KUMULATIF,
    )

    assert p.nilai == Decimal(75)
    assert p.bawah is not None
    assert p.atas is not None
    assert round(p.bawah, 2) == Decimal("66.67")
    assert round(p.atas, 2) == Decimal("83.33")


def test_tahun_yang_lengkap_tidak_punya_rentang() -> None:
    p = proyeksi_tahun([Decimal(1), Decimal(2), Decimal(3), Decimal(4)], Agregasi.JUMLAH)

    assert (p.nilai, p.bawah, p.atas, p.sisa) == (Decimal(10), Decimal(10), Decimal(10), 0)
    akhir = proyeksi_tahun([Decimal(1), Decimal(2)], Agregasi.TERAKHIR)
    assert (akhir.nilai, akhir.bawah, akhir.atas) == (Decimal(2), Decimal(2), Decimal(2))


@pytest.mark.parametrize(
    ("isi", "alasan"),
    [
        ([Decimal(1)], "sekali setahun"),
        ([None, None], "Baru 0 periode"),
        ([Decimal(1), None, None, None], "Baru 1 periode terukur; sedikitnya 2"),
        ([Decimal(1), None, Decimal(3), None], "periode kosong di antara"),
        ([YaTidak(ya=True), YaTidak(ya=False)], "tidak diteruskan menjadi angka"),
        ([Rasio(Decimal(0), Decimal(0)), Rasio(Decimal(1), Decimal(2)), None], "penyebut nol"),
    ],
)
def test_ditolak_dengan_alasannya(isi: list[Decimal | None], alasan: str) -> None:
    p = proyeksi_tahun(isi, Agregasi.JUMLAH)

    assert (p.cara, p.nilai, p.bawah, p.atas) == (None, None, None, None)
    assert alasan in str(p.alasan)


def test_caranya_disebut_dalam_langkah() -> None:
    p = proyeksi_tahun([Decimal(10), Decimal(14), None, None], Agregasi.JUMLAH)

    # (10 + 14) ÷ 2 × 4 = 48
    assert [str(satu.uraian) for satu in p.langkah] == [
        "Laju rata-rata: jumlah 2 periode ÷ 2 × 4 periode = 48."
    ]
