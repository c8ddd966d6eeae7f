"""Opening the sheet of a quarter: once, in its window, with a task."""

from datetime import datetime
from unittest.mock import DEFAULT, Mock

import pytest
from django.db import OperationalError, connection

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import Ukur, tata_ukur
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.config.peran import Koneksi
from sakip.pengukuran.services import buka_lembar, lembar


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


@pytest.mark.django_db(transaction=True)
def test_yang_kalah_cepat_menunggu_barisnya(
    ukur: Ukur, pemilik: Koneksi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two looked and saw no sheet; the second one finds it, once the first one lets it go."""
    pertama = buka_lembar(**ukur.dasar("ani", 1))
    terlihat = Mock(side_effect=[None, DEFAULT] * 2, wraps=lembar.ambil_lembar)
    monkeypatch.setattr(lembar, "ambil_lembar", terlihat)

    with pemilik.transaction(), connection.cursor() as kursor:
        pemilik.execute("SELECT FROM pengukuran_lembarpengukuran FOR UPDATE")
        kursor.execute("SET lock_timeout = '200ms'")
        with pytest.raises(OperationalError, match="lock timeout"):
            buka_lembar(**ukur.dasar("ani", 1))

    assert buka_lembar(**ukur.dasar("ani", 1)).pk == pertama.pk
    assert terlihat.call_count == 4


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
