"""A superior asks for something after reading a sheet: when, who, for which quarter."""

from datetime import date, datetime

import pytest

from domain.arahan_uji import TEKS, disetujui, tulis
from domain.lembar_uji import sampai, siapkan, tambah_orang
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import HARI, TAHUN, Ukur, tata_ukur
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
)
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.organisasi.models import VersiData
from sakip.pengukuran.models import RiwayatArahan


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return disetujui(dunia)


def test_arahan_menjadi_tugas_penyusun_pada_lembar_berikutnya(ukur: Ukur) -> None:
    a = tulis(ukur, indikator="1b", sampai=date(2026, 6, 30))

    assert (a.keadaan, a.peran, a.teks) == ("ditulis", "pimpinan_unit", TEKS)
    assert (a.untuk.tahun, a.untuk.nomor) == (TAHUN, 2)
    assert a.indikator == ukur.indikator["1b"]
    tugas = Tugas.objects.get(alur="arahan")
    assert (tugas.peran, tugas.sasaran["isi"]) == (Peran.PENYUSUN_UNIT, [TAHUN, ukur.unit, 2])
    assert tugas.jatuh_tempo == datetime(2026, 6, 30, 23, 59, 59, tzinfo=WIB)
    assert tugas.isian["teks"] == TEKS


@pytest.mark.parametrize(
    ("siapa", "peran"),
    [
        ("fitri", "koordinator_sakip"),
        ("sekda", "sekretaris_daerah"),
        ("bupati", "pimpinan_daerah"),
    ],
)
def test_yang_di_atas_menulis_sesudah_disetujui(ukur: Ukur, siapa: str, peran: str) -> None:
    semula, ukur.unit = ukur.unit, ukur.dunia.instansi.slug
    tambah_orang(ukur, "sekda", Peran.SEKRETARIS_DAERAH)
    tambah_orang(ukur, "bupati", Peran.PIMPINAN_DAERAH)
    ukur.unit = semula

    assert tulis(ukur, siapa).peran == peran


def test_pimpinan_menulis_saat_lembar_di_hadapannya(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "diverifikasi")

    assert tulis(u).keadaan == "ditulis"
    with pytest.raises(PerpindahanTidakSah, match="sedang “diverifikasi”"):
        tulis(u, "fitri")


def test_lembar_yang_masih_diisi_belum_dapat_diarahkan(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="sedang “konsep”"):
        tulis(u)

    assert hitung_baris() == sebelum


def test_lembar_berikutnya_yang_sudah_diajukan_dilewati(ukur: Ukur) -> None:
    # The second quarter is handed in already: what is written now is answered in the third.
    isi = {"penyebab": "Loket sempit.", "solusi": "Loket dibuka.", "golongan_sebab": "sarana"}
    ukur.isi("1b", 2, "36", **isi)
    ukur.isi("iku-2", 2, "13/14")
    ukur.isi("iku-3", 2, "30/30")
    ukur.survei(2, ["3,40"] * 9, "150")
    sampai(ukur, "diajukan", 2)

    assert tulis(ukur).untuk.nomor == 3


@pytest.mark.parametrize("siapa", ["ani", "vera", "dewi", "citra", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tulis(ukur, siapa)

    assert hitung_baris() == sebelum


def test_instansi_lain_ditolak(ukur: Ukur, lain: Dunia) -> None:
    with pytest.raises((TidakBerizin, TidakDitemukan)):
        tulis(ukur, "budi", oleh=lain.pelaku("eko"))


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"teks": "  "}, "teks"),
        ({"teks": "a" * 1001}, "teks"),
        ({"sampai": date(2026, 4, 7)}, "sampai"),
    ],
    ids=["kosong", "panjang", "lewat"],
)
def test_isian_keliru_ditolak(ukur: Ukur, ganti: dict[str, object], letak: str) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        tulis(ukur, **ganti)

    assert list(galat.value.menurut_letak) == [letak]


def test_indikator_unit_lain_tidak_ada(ukur: Ukur) -> None:
    with pytest.raises(TidakDitemukan, match="tidak dijanjikan"):
        tulis(ukur, indikator="asing")


def test_lembar_yang_belum_dibuka_tidak_ada(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan, match="belum dibuka"):
        tulis(tata_ukur(dunia))


def test_dua_kali_ditolak_tetapi_tentang_angka_lain_boleh(ukur: Ukur) -> None:
    tulis(ukur)

    with pytest.raises(PerpindahanTidakSah, match="sudah ditulis"):
        tulis(ukur)
    assert tulis(ukur, indikator="1b").pk is not None


def test_riwayat_dan_versi_data(ukur: Ukur) -> None:
    budi = ukur.dunia.orang["budi"].pengguna_id
    versi = VersiData.objects.get(unit_id=ukur.dunia.unit[ukur.unit], tahun=TAHUN)

    a = tulis(ukur)

    assert list(RiwayatArahan.objects.values_list("dari", "tindakan", "ke", "oleh_id", "saat")) == [
        ("", "tulis", "ditulis", budi, HARI[0])
    ]
    assert peristiwa(a) == [Peristiwa("insert", budi, "pengukuran.tulis_arahan")]
    nomor = versi.nomor
    versi.refresh_from_db()
    assert versi.nomor == nomor + 1


def test_arahan_atas_lembar_terakhir_dijawab_tahun_berikutnya(dunia: Dunia) -> None:
    u = siapkan(dunia)
    isi_triwulan_empat(u)

    a = tulis(u, n=4)

    assert (a.untuk.tahun, a.untuk.nomor) == (TAHUN + 1, 1)


def isi_triwulan_empat(u: Ukur) -> None:
    """The fourth quarter as its head has it before him; the others were never opened."""
    for kode, teks in (("1b", "24"), ("iku-2", "11/14"), ("iku-3", "30/30"), ("iku-4", "12/32")):
        u.isi(kode, 4, teks)
    u.isi("iku-5", 4, "73,00")
    u.survei(4, ["3,40"] * 9, "150")
    sampai(u, "diverifikasi", 4)
