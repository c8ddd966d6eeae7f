"""Giving a sheet back: the whole or single figures, with a reason; both values stay."""

import pytest

from domain.lembar_uji import keadaan_angka, lembar, sampai, siapkan, tindak
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import Ukur
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    VersiUsang,
)
from sakip.pengukuran.models import Realisasi, RiwayatLembar

ALASAN = "2 desa tanpa bukti uji E"


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = siapkan(dunia)
    sampai(u, "diajukan")
    return u


def test_satu_angka_dikembalikan_yang_lain_tetap_di_tempatnya(ukur: Ukur) -> None:
    hasil = tindak(ukur, "kembalikan", "vera", alasan=ALASAN, indikator=["iku-2"])

    assert hasil.keadaan == "dikembalikan"
    assert keadaan_angka(ukur) == {"1b": "diajukan", "iku-2": "dikembalikan", "iku-3": "diajukan"}
    with pytest.raises(PerpindahanTidakSah, match="tidak ikut dikembalikan"):
        ukur.isi("iku-3", 1, "5/6")


def test_kedua_angka_tetap_ada_pada_riwayat(ukur: Ukur) -> None:
    tindak(ukur, "kembalikan", "vera", alasan=ALASAN, indikator=["iku-2"])
    ukur.isi("iku-2", 1, "12/14")

    angka = RiwayatLembar.objects.filter(realisasi__indikator__kode="iku-2").order_by("id")
    assert list(angka.values_list("tindakan", "teks", "alasan")) == [
        ("kembalikan", "13/14", ALASAN),
        ("isi", "12/14", ""),
    ]
    assert Realisasi.objects.get(indikator__kode="iku-2", periode__jenis="triwulan").revisi == 2


def test_seluruh_lembar_dikembalikan_menjadi_konsep_lagi(ukur: Ukur) -> None:
    tindak(ukur, "kembalikan", "vera", alasan="Angkanya dari tahun lalu")

    assert set(keadaan_angka(ukur).values()) == {"konsep"}
    assert ukur.isi("iku-2", 1, "12/14").mutakhir is not None
    assert tindak(ukur, "ajukan", "ani").keadaan == "diajukan"


def test_yang_dikembalikan_boleh_dipertahankan_asal_disimpan(ukur: Ukur) -> None:
    tindak(ukur, "kembalikan", "vera", alasan="Yakin?", indikator=["iku-3"])

    ukur.isi("iku-3", 1, "6/6")

    assert keadaan_angka(ukur)["iku-3"] == "konsep"
    assert tindak(ukur, "ajukan", "ani").keadaan == "diajukan"


@pytest.mark.parametrize(
    ("keadaan", "siapa"),
    [("diajukan", "vera"), ("diverifikasi", "budi"), ("disetujui", "fitri"), ("ditelaah", "fitri")],
)
def test_setiap_pemeriksa_dapat_mengembalikan_pada_gilirannya(
    ukur: Ukur, keadaan: str, siapa: str
) -> None:
    sampai(ukur, keadaan)

    assert tindak(ukur, "kembalikan", siapa, alasan="Periksa lagi").keadaan == "dikembalikan"


def test_yang_mengembalikan_boleh_memverifikasi_kemudian(ukur: Ukur) -> None:
    tindak(ukur, "kembalikan", "vera", alasan=ALASAN, indikator=["iku-2"])
    ukur.isi("iku-2", 1, "12/14")
    tindak(ukur, "ajukan", "ani")

    assert tindak(ukur, "verifikasi", "vera").keadaan == "diverifikasi"


def test_tugas_kembali_kepada_penyusun_dan_pengampu_dengan_alasannya(ukur: Ukur) -> None:
    tindak(ukur, "kembalikan", "vera", alasan=ALASAN, indikator=["iku-2"])

    assert {(t.peran, t.isian["alasan"]) for t in Tugas.objects.all()} == {
        ("penyusun_unit", ALASAN),
        ("pengampu_data", ALASAN),
    }


def test_tanpa_alasan_ditolak(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        tindak(ukur, "kembalikan", "vera", alasan="  ")

    assert hitung_baris() == sebelum


def test_angka_yang_tidak_ada_di_lembar_ditolak(ukur: Ukur) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        tindak(ukur, "kembalikan", "vera", alasan=ALASAN, indikator=["iku-2", "iku-4"])

    assert galat.value.kesalahan[0].pesan == "Tidak ada pada lembar ini: iku-4."
    assert lembar(ukur).keadaan == "diajukan"


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "dewi"])
def test_bukan_gilirannya_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tindak(ukur, "kembalikan", siapa, alasan=ALASAN)

    assert hitung_baris() == sebelum


def test_lembar_yang_terkunci_tidak_dikembalikan(ukur: Ukur) -> None:
    sampai(ukur, "terkunci")

    with pytest.raises(PerpindahanTidakSah, match="membuka kunci"):
        tindak(ukur, "kembalikan", "fitri", alasan=ALASAN)


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    with pytest.raises(VersiUsang):
        tindak(ukur, "kembalikan", "vera", alasan=ALASAN, versi=1)


def test_riwayat_ditulis(ukur: Ukur) -> None:
    hasil = tindak(ukur, "kembalikan", "vera", alasan=ALASAN)

    vera = ukur.dunia.orang["vera"].pengguna_id
    assert peristiwa(hasil)[-1] == Peristiwa("update", vera, "pengukuran.kembalikan_pengukuran")
