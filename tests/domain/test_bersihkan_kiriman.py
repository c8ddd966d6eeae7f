"""Forgetting letters and deliveries that ended long ago."""

from datetime import timedelta

import pytest

from domain.kabar_uji import antaran_baru, surat_baru, webhook_baru
from domain.pemeran import SAAT, Dunia, hitung_baris, menulis_langsung
from sakip.bersama.galat import TidakBerizin
from sakip.kabar import services
from sakip.kabar.models import Antaran, Surat

LAMA = timedelta(days=90)


def test_yang_selesai_sembilan_puluh_hari_lalu_dilupakan(dunia: Dunia) -> None:
    surat, w = surat_baru(dunia), webhook_baru(dunia)
    gagal, menunggu = antaran_baru(dunia, w, 1), antaran_baru(dunia, w, 2)
    with menulis_langsung(dunia.sistem):
        Surat.objects.filter(pk=surat.pk).update(keadaan="terkirim")
        Antaran.objects.filter(pk=gagal.pk).update(keadaan="gagal")

    dasar = {"oleh": dunia.sistem}
    assert services.bersihkan_kiriman(**dasar, saat=SAAT + LAMA) == 0
    assert services.bersihkan_kiriman(**dasar, saat=SAAT + LAMA + timedelta(seconds=1)) == 2
    assert list(Antaran.objects.all()) == [menunggu]


def test_hanya_pekerja_yang_melupakan(dunia: Dunia) -> None:
    surat_baru(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.bersihkan_kiriman(oleh=dunia.orang["admin"], saat=SAAT + 2 * LAMA)

    # kabar.bersihkan_kiriman
    assert hitung_baris() == sebelum
