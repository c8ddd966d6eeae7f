"""Opening figures of a year before the system was there: locked at once, with their source."""

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import TAHUN, Ukur, tata_ukur
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin
from sakip.pengukuran.models import LembarPengukuran, Realisasi, RiwayatLembar
from sakip.pengukuran.services import catat_realisasi_awal

NILAI = {"iku-1": "82,40", "1b": "41", "iku-2": "9/14", "iku-3": "84,00", "iku-4": "9/29"}


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def _catat(u: Ukur, siapa: str = "fitri", **ganti: object) -> LembarPengukuran:
    isi = {"unit": u.unit, "tahun": TAHUN, "nilai": NILAI, "sumber": "LKjIP contoh"}
    return catat_realisasi_awal(**u.dunia.dasar(siapa), **isi | ganti)  # type: ignore[arg-type]


def test_setahun_tercatat_dan_terkunci(ukur: Ukur) -> None:
    lembar = _catat(ukur)

    assert (lembar.keadaan, lembar.periode.nomor) == ("terkunci", 4)
    assert {
        k: (m.realisasi_teks, f"{m.capaian:.2f}", m.keadaan)
        for k in NILAI
        if (m := ukur.mutakhir(k))
    } == {
        "iku-1": ("82,40", "98.68", "terkunci"),  # ÷ 83,50
        "1b": ("41", "63.33", "terkunci"),
        "iku-2": ("9/14", "81.82", "terkunci"),  # 9 ÷ 11
        "iku-3": ("84,00", "93.33", "terkunci"),
        "iku-4": ("9/29", "88.67", "terkunci"),  # 31,0345 ÷ 35
    }


def test_riwayat_dan_sumbernya(ukur: Ukur) -> None:
    lembar = _catat(ukur)

    fitri = ukur.dunia.orang["fitri"].pengguna_id
    assert peristiwa(lembar) == [Peristiwa("insert", fitri, "pengukuran.catat_realisasi_awal")]
    assert RiwayatLembar.objects.get().alasan == "LKjIP contoh"
    assert set(Realisasi.objects.values_list("sumber", flat=True)) == {"LKjIP contoh"}


@pytest.mark.parametrize("siapa", ["ani", "budi", "dewi", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _catat(ukur, siapa)

    assert hitung_baris() == sebelum


def test_semua_yang_salah_disebut_sekaligus(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _catat(ukur, nilai={"iku-1": "x", "iku-9": "1", "1b": ""}, sumber=" ")

    assert {k.letak for k in galat.value.kesalahan} == {"iku-1", "iku-9", "1b", "sumber"}
    assert hitung_baris() == sebelum


def test_tahun_yang_sudah_berlembar_ditolak(ukur: Ukur) -> None:
    ukur.isi("iku-3", 1, "6/6")

    with pytest.raises(PerpindahanTidakSah, match="sudah diukur di lembar"):
        _catat(ukur)


def test_dua_kali_ditolak(ukur: Ukur) -> None:
    _catat(ukur)

    with pytest.raises(PerpindahanTidakSah):
        _catat(ukur)
