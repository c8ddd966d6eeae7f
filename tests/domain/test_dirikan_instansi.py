"""Laying a new government."""

import pytest

from domain.pemeran import SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import TidakBerizin
from sakip.organisasi import services

ISI = {"slug": "kota-baru", "nama": "Kota Baru", "zona": "Asia/Makassar", "contoh": True}


def test_instansi_berdiri_dan_riwayatnya_menyebut_sistem(dunia: Dunia) -> None:
    hasil = services.dirikan_instansi(oleh=dunia.sistem, saat=SAAT, kode="99.13", **ISI)

    assert (hasil.kode, hasil.zona) == ("99.13", "Asia/Makassar")
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.sistem.pengguna_id, "organisasi.dirikan_instansi")
    ]


def test_kode_yang_sama_memberi_yang_sudah_ada(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    hasil = services.dirikan_instansi(oleh=dunia.sistem, saat=SAAT, kode="99.11", **ISI)

    assert hasil == dunia.instansi
    assert hasil.nama == "Kabupaten Contoh"
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "admin", "hari"])
def test_hanya_sistem_yang_boleh(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="Hanya pemasangan sistem"):
        services.dirikan_instansi(oleh=dunia.pelaku(siapa), saat=SAAT, kode="99.13", **ISI)

    assert hitung_baris() == sebelum
