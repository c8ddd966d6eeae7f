"""Opening the sheet of a quarter: once, in its window, with a task."""

from datetime import datetime

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import Ukur, tata_ukur
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.pengukuran.services import buka_lembar


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def test_lembar_terbuka_dengan_tugas_bagi_penyusun_dan_pengampu(ukur: Ukur) -> None:
    hasil = buka_lembar(**ukur.dasar("ani", 1))

    assert (hasil.keadaan, hasil.pertama_diajukan, hasil.sifat) == ("konsep", None, "contoh")
    assert {(t.peran, t.isian["triwulan"]) for t in Tugas.objects.all()} == {
        (Peran.PENYUSUN_UNIT, "I"),
        (Peran.PENGAMPU_DATA, "I"),
    }
    assert peristiwa(hasil) == [
        Peristiwa("insert", ukur.dunia.orang["ani"].pengguna_id, "pengukuran.buka_lembar")
    ]


def test_membuka_lagi_memberi_yang_sama(ukur: Ukur) -> None:
    satu = buka_lembar(**ukur.dasar("ani", 1))
    sebelum = hitung_baris()

    assert buka_lembar(**ukur.dasar("ani", 1)).pk == satu.pk
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        buka_lembar(**ukur.dasar(siapa, 1))

    assert hitung_baris() == sebelum


def test_di_luar_jendela_tidak_dibuka(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="baru dibuka 1 April"):
        buka_lembar(**ukur.dasar("ani", 1, datetime(2026, 3, 1, 9, 0, tzinfo=WIB)))

    assert hitung_baris() == sebelum
