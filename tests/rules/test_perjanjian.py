"""Agreement against budget, periods against the year, and who may sign while acting."""

from datetime import date
from decimal import Decimal

import pytest

from sakip_rules.capaian import Rasio
from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.capaian.kebijakan import Agregasi
from sakip_rules.capaian.nilai import NilaiKinerja, Ordinal, Skala
from sakip_rules.galat import KaidahBelumBerlaku
from sakip_rules.perjanjian import (
    SAKELAR_PENANDATANGAN,
    PenandatanganSementara,
    SelisihAnggaran,
    TargetTahun,
    boleh_menandatangani,
    diisi_dengan_target_tahun,
    rekonsiliasi,
    selisih_anggaran,
)
from sakip_rules.regulasi import muat_regulasi

D = Decimal
PADA = date(2026, 9, 1)
BAROS = {
    "7.01.01": ("Penunjang", D(2410000000)),
    "7.01.02": ("Pelayanan", D(186000000)),
    "7.01.03": ("Pemberdayaan", D(118000000)),
    "7.01.06": ("Pembinaan desa", D(46000000)),
}
DPPA = BAROS | {
    "7.01.01": ("Penunjang", D(2392000000)),
    "7.01.02": ("Pelayanan", D(162000000)),
    "7.01.06": ("Pembinaan desa", D(58000000)),
}


def _tw(*nilai: NilaiKinerja | None) -> list[tuple[str, NilaiKinerja | None]]:
    return [(f"triwulan {i}", n) for i, n in enumerate(nilai, start=1)]


def _kata(tahun: TargetTahun, *nilai: NilaiKinerja | None) -> str:
    return str(rekonsiliasi(tahun, _tw(*nilai)))


def test_anggaran_yang_sama_tidak_berselisih() -> None:
    assert selisih_anggaran(BAROS, dict(reversed(BAROS.items()))) == ()


def test_dppa_baros_berbeda_pada_tiga_program() -> None:
    selisih = selisih_anggaran(BAROS, DPPA)

    assert [(s.kode, s.beda) for s in selisih] == [
        ("7.01.01", D(-18000000)),
        ("7.01.02", D(-24000000)),
        ("7.01.06", D(12000000)),
    ]


def test_ejaan_nama_saja_bukan_selisih() -> None:
    assert selisih_anggaran({"a": ("Nama", D(5))}, {"a": ("nama", D("5.00"))}) == ()


def test_program_yang_hanya_ada_di_satu_sisi_disebut_bernilai_nol_sekalipun() -> None:
    assert selisih_anggaran({"a": ("A", D(0))}, {"b": ("B", D(7))}) == (
        SelisihAnggaran("a", "A", D(0), None),
        SelisihAnggaran("b", "B", None, D(7)),
    )


@pytest.mark.parametrize(
    ("agregasi", "nilai"),
    [
        (Agregasi.JUMLAH, (D(2), D(3), D(3), D(4))),
        (Agregasi.TERAKHIR, (D(9), D(10), D(11), D("12.00"))),
        (Agregasi.RATA_RATA, (D(11), D(13), D(12), D(12))),
        (Agregasi.MAKSIMUM, (D(12), D(3), D(0), D(1))),
        (Agregasi.KUMULATIF_RENSTRA, (D(3), D(6), D(9), D(12))),
    ],
    ids=lambda x: x.value if isinstance(x, Agregasi) else "",
)
def test_periode_yang_menjadi_target_tahun_cocok(agregasi: Agregasi, nilai: tuple[D, ...]) -> None:
    assert rekonsiliasi(TargetTahun(D(12), agregasi), _tw(*nilai)) is None


@pytest.mark.parametrize(
    ("agregasi", "kata"),
    [
        (Agregasi.JUMLAH, "Jumlah target periode 11, sedangkan target tahun 12."),
        (Agregasi.TERAKHIR, "Target periode terakhir 5, sedangkan target tahun 12."),
        (Agregasi.RATA_RATA, "Rata-rata target periode 2,75, sedangkan target tahun 12."),
        (Agregasi.MAKSIMUM, "Target periode tertinggi 5, sedangkan target tahun 12."),
        (Agregasi.RASIO_KUMULATIF, "Kumulatif target periode 5, sedangkan target tahun 12."),
    ],
    ids=lambda x: x.value if isinstance(x, Agregasi) else "",
)
def test_selisihnya_disebut_menurut_cara_agregasi(agregasi: Agregasi, kata: str) -> None:
    assert _kata(TargetTahun(D(12), agregasi), D(1), D(2), D(3), D(5)) == kata


def test_pembulatan_tidak_menutupi_selisih() -> None:
    tahun = TargetTahun(D(100), Agregasi.JUMLAH)

    assert rekonsiliasi(tahun, _tw(D("33.33"), D("33.33"), D("33.34"))) is None
    assert "99,99" in _kata(tahun, D("33.33"), D("33.33"), D("33.33"))


def test_rasio_kumulatif_dibanding_sebagai_pecahan() -> None:
    tahun = TargetTahun(D("90.00"), Agregasi.RASIO_KUMULATIF, berasio=True)

    # (6 + 25 + 30 + 29) / (6 + 26 + 36 + 32) = 90 / 100
    cocok = (Rasio(D(6), D(6)), Rasio(D(25), D(26)), Rasio(D(30), D(36)), Rasio(D(29), D(32)))
    assert rekonsiliasi(tahun, _tw(*cocok)) is None
    # 6/6, 25/30, 30/36, 8/8 of the story: 69/80
    beda = (Rasio(D(6), D(6)), Rasio(D(25), D(30)), Rasio(D(30), D(36)), Rasio(D(8), D(8)))
    assert _kata(tahun, *beda) == "Kumulatif target periode 69/80, sedangkan target tahun 90,00."


def test_persentase_tanpa_penyebut_dan_tanpa_rincian_diperingatkan() -> None:
    tahun = TargetTahun(D("90.00"), Agregasi.RASIO_KUMULATIF, berasio=True)

    assert "persentase tanpa penyebut" in _kata(tahun, None, None, None, None)


def test_periode_yang_kosong_disebut() -> None:
    assert (
        _kata(TargetTahun(D(12), Agregasi.JUMLAH), D(3), None, D(3), None)
        == "Target belum diisi untuk triwulan 2, triwulan 4."
    )


def test_indikator_tahunan_selalu_cocok() -> None:
    assert rekonsiliasi(TargetTahun(D(35), Agregasi.TERAKHIR), []) is None


def test_rasio_terakhir_dibanding_sebagai_bagian() -> None:
    tahun = TargetTahun(Rasio(D(11), D(14)), Agregasi.TERAKHIR, berasio=True)

    assert rekonsiliasi(tahun, _tw(Rasio(D(9), D(14)), Rasio(D(22), D(28)))) is None
    assert "9/14" in _kata(tahun, Rasio(D(11), D(14)), Rasio(D(9), D(14)))


def test_predikat_dibanding_apa_adanya() -> None:
    skala = Skala("s", "s", (("B", "baik"), ("A", "memuaskan")))
    tahun = TargetTahun(Ordinal("A", skala), Agregasi.TERAKHIR)

    assert rekonsiliasi(tahun, _tw(Ordinal("B", skala), Ordinal("A", skala))) is None
    assert "B" in _kata(tahun, Ordinal("B", skala))


def test_bagian_berpembilang_tidak_pernah_dijumlahkan_sebagai_persen() -> None:
    tahun = TargetTahun(D(100), Agregasi.JUMLAH, berasio=True)

    assert rekonsiliasi(tahun, _tw(Rasio(D(1), D(2)), Rasio(D(1), D(4)))) is None


@pytest.mark.parametrize(
    ("tahun", "diisi"),
    [
        (TargetTahun(D(30), Agregasi.TERAKHIR), True),
        (TargetTahun(Rasio(D(11), D(14)), Agregasi.TERAKHIR, berasio=True), True),
        (TargetTahun(D("83.50"), Agregasi.RASIO_KUMULATIF), True),
        (TargetTahun(D(90), Agregasi.RASIO_KUMULATIF, berasio=True), False),
        (TargetTahun(D(12), Agregasi.JUMLAH), False),
    ],
    ids=["waktu-layanan", "desa-tertib", "ikm", "pengaduan", "jumlah"],
)
def test_periode_mana_yang_diisi_sendiri(tahun: TargetTahun, diisi: bool) -> None:
    assert diisi_dengan_target_tahun(tahun) is diisi


@pytest.mark.parametrize(
    ("sifat", "pilihan", "boleh"),
    [
        ("definitif", PenandatanganSementara.TIDAK_ADA, True),
        ("plt", None, True),
        ("plh", None, False),
        ("plt", PenandatanganSementara.TIDAK_ADA, False),
        ("plh", PenandatanganSementara.PLT_DAN_PLH, True),
        ("plt", PenandatanganSementara.PLT_DAN_PLH, True),
    ],
)
def test_yang_memegang_sementara_menandatangani_menurut_kebijakan(
    sifat: str, pilihan: PenandatanganSementara | None, boleh: bool
) -> None:
    assert boleh_menandatangani(sifat, PADA, pilihan) is boleh


def test_sebelum_53_2014_tidak_ada_jawaban() -> None:
    with pytest.raises(KaidahBelumBerlaku):
        boleh_menandatangani("plt", date(2014, 11, 30))


def test_pilihan_dalam_data_sama_dengan_pilihan_dalam_kode() -> None:
    sakelar = muat_regulasi().kaidah(SAKELAR_PENANDATANGAN, PADA, SAKELAR)

    assert set(sakelar.isi.kode) == set(PenandatanganSementara)
