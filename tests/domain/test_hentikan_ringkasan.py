"""Stopping the digest by the link in it."""

import pytest

from domain.kabar_uji import berlangganan, kabari, ringkasan
from domain.pemeran import Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.kabar import services
from sakip.kabar.models import AturKabar


def test_sesudahnya_tidak_ada_yang_disusun(dunia: Dunia) -> None:
    berlangganan(dunia)
    milik_budi = berlangganan(dunia, "budi")

    hasil = services.hentikan_ringkasan(**dunia.dasar("ani"))
    kabari(dunia)

    assert (hasil.ringkasan, hasil.versi) == ("mati", 2)
    assert ringkasan(dunia) is None
    assert peristiwa(hasil)[-1].tindakan == "kabar.hentikan_ringkasan"
    assert AturKabar.objects.get(pk=milik_budi.pk).ringkasan == "harian"
    sebelum = hitung_baris()
    services.hentikan_ringkasan(**dunia.dasar("ani"))
    assert hitung_baris() == sebelum


def test_yang_tidak_pernah_mengatur_tidak_ditemukan(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        services.hentikan_ringkasan(**dunia.dasar("dewi"))


def test_tanpa_peran_atau_dari_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    berlangganan(dunia)
    sebelum = hitung_baris()

    for dasar in (dunia.dasar("hari"), dunia.dasar("ani") | {"oleh": lain.orang["eko"]}):
        with pytest.raises(TidakBerizin):
            services.hentikan_ringkasan(**dasar)

    assert hitung_baris() == sebelum
