"""Opening a locked sheet: with a reason, until a day, by the koordinator alone."""

from datetime import date, datetime

import pytest

from domain.lembar_uji import keadaan_angka, sampai, siapkan, tindak
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import Ukur
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.jam import WIB

BUKA = {"alasan": "Register terlewat satu halaman", "sampai": date(2026, 4, 9)}


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = siapkan(dunia)
    sampai(u, "terkunci")
    return u


def test_angka_terkunci_tidak_dapat_diubah(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="sedang “terkunci”"):
        ukur.isi("iku-3", 1, "5/6")

    assert hitung_baris() == sebelum


def test_yang_dibuka_dapat_diubah_sampai_harinya(ukur: Ukur) -> None:
    hasil = tindak(ukur, "buka_kunci", "fitri", indikator=["iku-3"], **BUKA)

    assert (hasil.keadaan, hasil.dibuka_sampai) == ("dikembalikan", date(2026, 4, 9))
    assert keadaan_angka(ukur) == {"1b": "terkunci", "iku-2": "terkunci", "iku-3": "dikembalikan"}
    assert ukur.isi("iku-3", 1, "5/6").mutakhir is not None
    with pytest.raises(PerpindahanTidakSah, match="berakhir 9 April 2026"):
        ukur.isi("iku-3", 1, "4/6", saat=datetime(2026, 4, 10, 8, 0, tzinfo=WIB))


def test_setelah_dikunci_lagi_batasnya_hilang(ukur: Ukur) -> None:
    tindak(ukur, "buka_kunci", "fitri", **BUKA)

    hasil = sampai(ukur, "terkunci")

    assert hasil.dibuka_sampai is None


def test_tanpa_alasan_atau_dengan_hari_yang_lewat_ditolak(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        tindak(ukur, "buka_kunci", "fitri", **BUKA | {"alasan": ""})
    with pytest.raises(IsianTidakSah, match="Kunci tidak dibuka"):
        tindak(ukur, "buka_kunci", "fitri", **BUKA | {"sampai": date(2026, 4, 7)})

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "vera", "budi", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tindak(ukur, "buka_kunci", siapa, **BUKA)

    assert hitung_baris() == sebelum


def test_yang_tidak_terkunci_tidak_dibuka(ukur: Ukur) -> None:
    tindak(ukur, "buka_kunci", "fitri", **BUKA)

    with pytest.raises(PerpindahanTidakSah):
        tindak(ukur, "buka_kunci", "fitri", **BUKA)


def test_versi_usang_ditolak_dan_riwayat_ditulis(ukur: Ukur) -> None:
    with pytest.raises(VersiUsang):
        tindak(ukur, "buka_kunci", "fitri", versi=1, **BUKA)

    hasil = tindak(ukur, "buka_kunci", "fitri", **BUKA)

    fitri = ukur.dunia.orang["fitri"].pengguna_id
    assert peristiwa(hasil)[-1] == Peristiwa("update", fitri, "pengukuran.buka_kunci_pengukuran")
