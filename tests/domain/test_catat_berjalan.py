"""The running count of a month: kept apart from the sheet, and only looked ahead with."""

from datetime import datetime
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import TAHUN, Ukur, tambah_pengampu, tata_ukur
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Tindakan
from sakip.bersama.jam import WIB
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran import selectors
from sakip.pengukuran.models import Realisasi
from sakip.pengukuran.selectors import ProyeksiUnit
from sakip.pengukuran.services import catat_berjalan

NOVEMBER = datetime(2026, 11, 23, 9, 0, tzinfo=WIB)


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    """Three quarters of IKU-3: 6/6, 25/30, 30/36; together 61/72 against 90 %."""
    u = tata_ukur(dunia)
    for n, teks in enumerate(("6/6", "25/30", "30/36"), start=1):
        u.isi("iku-3", n, teks)
    return u


def _catat(u: Ukur, bulan: int, teks: str, siapa: str = "ani", **ganti: Any) -> Realisasi:
    return catat_berjalan(
        **{
            "oleh": u.dunia.pelaku(siapa),
            "saat": NOVEMBER,
            "instansi": u.dunia.instansi,
            "unit": u.unit,
            "tahun": TAHUN,
            "bulan": bulan,
            "indikator": "iku-3",
            "teks": teks,
            "versi": 0,
        }
        | ganti
    )


def _proyeksi(u: Ukur) -> ProyeksiUnit:
    lingkup = organisasi.lingkup_pelaku(u.dunia.pelaku("ani"), u.dunia.instansi, NOVEMBER)
    unit = organisasi.unit_menurut_slug(lingkup, u.unit, Tindakan.LIHAT_KINERJA)
    [satu] = selectors.proyeksi_unit(lingkup, unit, TAHUN)
    return satu


def test_perlu_38_baru_8_dan_angka_tahun_tidak_bergeser(ukur: Ukur) -> None:
    assert _proyeksi(ukur).berjalan is None

    _catat(ukur, 10, "5/5")
    _catat(ukur, 11, "3/3")

    satu = _proyeksi(ukur)
    assert (satu.kini, satu.perlu, satu.jadi, satu.sulit) == ("61/72", 38, "99/110", True)
    assert satu.berjalan is not None
    assert (satu.berjalan.baik, satu.berjalan.datang) == (8, 8)
    assert ukur.mutakhir("iku-3").realisasi_teks == "61/72"
    lingkup = organisasi.lingkup_pelaku(ukur.dunia.pelaku("ani"), ukur.dunia.instansi, NOVEMBER)
    unit = organisasi.unit_menurut_slug(lingkup, ukur.unit, Tindakan.LIHAT_KINERJA)
    catatan = selectors.catatan_berjalan(lingkup, unit, TAHUN, "iku-3")
    assert catatan is not None
    assert [t for _h, t in catatan.bulan] == ["5/5", "3/3"]
    assert (catatan.versi, catatan.kini_teks) == (1, "3/3")


def test_proyeksi_menjumlahkan_kasus_dan_menulis_ribuan_dengan_titik(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    u.isi("iku-3", 1, "400/600")
    u.isi("iku-3", 2, "500/700")

    satu = _proyeksi(u)

    # 900 ÷ 1300 = 69,23; (900 + n) ÷ (1300 + n) ≥ 0,9: 0,1 × n ≥ 1170 − 900, n = 2700.
    assert (satu.kini, satu.perlu, satu.jadi) == ("900/1.300", 2700, "3.600/4.000")
    assert satu.tiap_periode == 650  # 1300 ÷ 2


def test_proyeksi_semua_unit_hanya_yang_di_bawah_target(
    ukur: Ukur, django_assert_num_queries: Any
) -> None:
    """One query, whatever the number of units: the regent's page asks for all of them."""
    lingkup = organisasi.lingkup_pelaku(ukur.dunia.pelaku("ani"), ukur.dunia.instansi, NOVEMBER)
    unit = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA)

    with django_assert_num_queries(1):
        semua = selectors.proyeksi_instansi(lingkup, unit, TAHUN)

    assert [(u.slug, p.kode) for u, p in semua] == [(ukur.unit, "iku-3")]


@pytest.mark.parametrize("siapa", ["budi", "fitri", "citra", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _catat(ukur, 10, "5/5", siapa)

    assert hitung_baris() == sebelum


def test_pengampu_hanya_mencatat_yang_diampu_jabatannya(ukur: Ukur) -> None:
    tambah_pengampu(ukur, "oman", "kasi-pelayanan", "1b")
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")

    _catat(ukur, 10, "5/5", "edi")
    with pytest.raises(TidakBerizin, match="tidak memegang jabatan itu"):
        _catat(ukur, 11, "3/3", "oman")


@pytest.mark.parametrize(
    ("bulan", "kata"), [(9, "sudah diisi di lembarnya"), (12, "belum dimulai")]
)
def test_bulan_yang_sudah_terukur_dan_yang_belum_dimulai_ditolak(
    ukur: Ukur, bulan: int, kata: str
) -> None:
    with pytest.raises(PerpindahanTidakSah, match=kata):
        _catat(ukur, bulan, "1/1")


@pytest.mark.parametrize(("bulan", "kode"), [(10, "1b"), (10, "x"), (13, "iku-3"), (0, "iku-3")])
def test_yang_bukan_rasio_kumulatif_dan_bulan_ke_13_tidak_ada(
    ukur: Ukur, bulan: int, kode: str
) -> None:
    with pytest.raises(TidakDitemukan, match="rasio kumulatif"):
        _catat(ukur, bulan, "5/5", indikator=kode)


def test_tahun_yang_sudah_lewat_tidak_dicatat_lagi(ukur: Ukur) -> None:
    """On 5 January the months of last year stand on its sheets; 31 December was still in time."""
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="tahun berjalan"):
        _catat(ukur, 12, "8/8", saat=datetime(TAHUN + 1, 1, 5, 9, tzinfo=WIB))

    assert hitung_baris() == sebelum
    assert _catat(ukur, 12, "8/8", saat=datetime(TAHUN, 12, 31, 9, tzinfo=WIB)).teks == "8/8"


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "seperti 8/8"),
        ("delapan", "seperti 8/8"),
        ("86,11", "seperti 8/8"),
        ("9/8", "melebihi yang masuk"),
        ("-1/3", "seperti 8/8"),
    ],
)
def test_isian_salah_ditolak_dengan_kalimat(ukur: Ukur, teks: str, kata: str) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        _catat(ukur, 10, teks)

    assert kata in galat.value.kesalahan[0].pesan


def test_dua_kali_menambah_revisi_dan_yang_usang_ditolak(ukur: Ukur) -> None:
    _catat(ukur, 11, "2/2")
    hasil = _catat(ukur, 11, "3/3", versi=1)

    assert (hasil.teks, hasil.versi, hasil.revisi) == ("3/3", 2, 2)
    with pytest.raises(VersiUsang, match="kini tertulis “3/3”"):
        _catat(ukur, 11, "4/4", versi=1)


def test_riwayat_mencatat_siapa_dan_layanannya(ukur: Ukur) -> None:
    hasil = _catat(ukur, 10, "5/5")

    assert peristiwa(hasil) == [
        Peristiwa("insert", ukur.dunia.orang["ani"].pengguna_id, "pengukuran.catat_berjalan")
    ]
