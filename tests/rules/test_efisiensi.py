"""Absorption and the named ways to speak of efficiency. Edges are in contoh/."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.efisiensi import (
    AmbangEfisiensi,
    GolonganEfisiensi,
    Keluaran,
    RumusEfisiensi,
    efisiensi_keluaran,
    selisih_capaian_serapan,
    serapan,
)
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.hasil import Hasil, Jejak, Status
from sakip_rules.regulasi import muat_regulasi

PADA = date(2026, 12, 31)
UANG = st.decimals(min_value=1, max_value=10**12, places=2)


def _capaian(nilai: str | None, status: Status = Status.TERHITUNG) -> Hasil:
    jejak = Jejak(kaidah="contoh.capaian", versi=PADA, dasar=(), masukan=(), langkah=())
    return Hasil(status, None if nilai is None else Decimal(nilai), jejak)


def test_serapan_kecamatan_baros_2026() -> None:
    # Rp juta per program: 2.318,00 150,66 109,74 22,80 14,40 56,84 = 2.672,44 of 2.770
    program = ["2318.00", "150.66", "109.74", "22.80", "14.40", "56.84"]
    realisasi = sum(map(Decimal, program), Decimal(0))

    hasil = serapan(realisasi, Decimal(2770), PADA)

    assert realisasi == Decimal("2672.44")
    assert hasil.nilai is not None
    assert round(hasil.nilai, 2) == Decimal("96.48")
    assert str(hasil.jejak.langkah[0].uraian) == "2672.44 / 2770 × 100."


@pytest.mark.parametrize(
    ("realisasi", "pagu", "status"),
    [
        (None, Decimal(100), Status.BELUM_DIISI),
        (Decimal(5), None, Status.BELUM_DIISI),
        (None, Decimal(0), Status.BELUM_DIISI),
        (Decimal(0), Decimal(0), Status.TIDAK_DAPAT_DIHITUNG),
    ],
)
def test_serapan_tanpa_angka_bukan_nol(
    realisasi: Decimal | None, pagu: Decimal | None, status: Status
) -> None:
    hasil = serapan(realisasi, pagu, PADA)

    assert (hasil.status, hasil.nilai) == (status, None)


def test_pengembalian_membuat_serapan_negatif_dan_tetap_angka() -> None:
    assert serapan(Decimal(-5), Decimal(100), PADA).nilai == Decimal(-5)


@pytest.mark.parametrize(("realisasi", "pagu"), [("1", "-1"), ("NaN", "1"), ("1", "Infinity")])
def test_jumlah_uang_yang_mustahil_ditolak(realisasi: str, pagu: str) -> None:
    with pytest.raises(MasukanSalah, match="tidak masuk akal"):
        serapan(Decimal(realisasi), Decimal(pagu), PADA)


@given(UANG, UANG)
def test_serapan_seratus_hanya_bila_sama_dengan_pagu(realisasi: Decimal, pagu: Decimal) -> None:
    assert (serapan(realisasi, pagu, PADA).nilai == 100) == (realisasi == pagu)


@pytest.mark.parametrize(
    ("capaian", "terserap", "status"),
    [
        (_capaian(None, Status.BELUM_WAKTUNYA), _capaian("90"), Status.BELUM_WAKTUNYA),
        (_capaian("90"), _capaian(None, Status.BELUM_DIISI), Status.BELUM_DIISI),
        (
            _capaian(None, Status.TIDAK_DINILAI),
            _capaian(None, Status.BELUM_DIISI),
            Status.TIDAK_DINILAI,
        ),
    ],
)
def test_selisih_mewarisi_status_yang_tidak_berangka(
    capaian: Hasil, terserap: Hasil, status: Status
) -> None:
    ambang = AmbangEfisiensi(Decimal(5), Decimal(-5))

    hasil = selisih_capaian_serapan(capaian, terserap, PADA, ambang=ambang)

    assert (hasil.hasil.status, hasil.golongan) == (status, None)
    assert hasil.hasil.jejak.anak == (capaian.jejak, terserap.jejak)


def test_tanpa_ambang_tidak_ada_sebutan() -> None:
    hasil = selisih_capaian_serapan(_capaian("160"), _capaian("10"), PADA)

    assert hasil.hasil.nilai == Decimal(150)
    assert hasil.golongan is None


def test_jejak_menyebut_ambang_instansi() -> None:
    ambang = AmbangEfisiensi(Decimal(5), Decimal(-5))

    hasil = selisih_capaian_serapan(_capaian("100"), _capaian("90"), PADA, ambang=ambang)

    assert hasil.golongan is GolonganEfisiensi.EFISIEN
    assert str(hasil.hasil.jejak.langkah[-1].uraian) == (
        "Ambang instansi: di atas 5 efisien, di bawah -5 tidak efisien → efisien."
    )


def test_ambang_yang_bersilang_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="lebih rendah dari ambang tidak efisien"):
        AmbangEfisiensi(Decimal(-5), Decimal(5))


def test_tanpa_keluaran_belum_diisi() -> None:
    hasil = efisiensi_keluaran([], PADA)

    assert hasil.efisiensi.status is Status.BELUM_DIISI
    assert hasil.nilai.nilai is None


def test_keluaran_tanpa_volume_disebut_namanya() -> None:
    buntu = Keluaran("Laporan", Decimal(100), Decimal(10), Decimal(0), Decimal(0))
    baik = Keluaran("Dokumen", Decimal(100), Decimal(10), Decimal(90), Decimal(10))

    hasil = efisiensi_keluaran([baik, buntu], PADA)

    assert hasil.nilai.status is Status.TIDAK_DAPAT_DIHITUNG
    assert "Keluaran Laporan tidak" in str(hasil.nilai.jejak.langkah[0].uraian)


def test_yang_dijepit_dan_yang_sebelum_dijepit_keduanya_tercatat() -> None:
    # 1 − (35/10)/(100/10) = 0,65: above the clamp of 20.
    hasil = efisiensi_keluaran(
        [Keluaran("Laporan", Decimal(100), Decimal(10), Decimal(35), Decimal(10))], PADA
    )

    assert [langkah.nilai for langkah in hasil.nilai.jejak.langkah] == [65, 65, 20, 100]
    assert hasil.efisiensi.nilai == 20


@pytest.mark.parametrize("nilai", ["-1", "NaN"])
def test_keluaran_negatif_ditolak(nilai: str) -> None:
    keluaran = Keluaran("Laporan", Decimal(nilai), Decimal(10), Decimal(1), Decimal(1))

    with pytest.raises(MasukanSalah, match="Keluaran Laporan"):
        efisiensi_keluaran([keluaran], PADA)


@given(st.lists(st.builds(Keluaran, st.just("K"), UANG, UANG, UANG, UANG), min_size=1, max_size=5))
def test_nilai_efisiensi_selalu_nol_sampai_seratus(keluaran: list[Keluaran]) -> None:
    nilai = efisiensi_keluaran(keluaran, PADA).nilai.nilai

    assert nilai is not None
    assert 0 <= nilai <= 100


def test_tanggal_sebelum_berlaku_ditolak() -> None:
    with pytest.raises(KaidahBelumBerlaku):
        serapan(Decimal(1), Decimal(1), date(2014, 11, 30))


def test_bawaan_nasional_tidak_memilih_rumus() -> None:
    sakelar = muat_regulasi().kaidah("efisiensi.rumus", PADA, SAKELAR).isi

    assert sakelar.bawaan == "tidak_dipilih"
    assert set(sakelar.kode) == {
        "tidak_dipilih",
        RumusEfisiensi.SELISIH_CAPAIAN_SERAPAN,
        RumusEfisiensi.KELUARAN_PMK_214_2017,
    }
