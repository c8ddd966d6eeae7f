"""How a delivery ended, and when a webhook is given up."""

from datetime import timedelta

import pytest

from domain.kabar_uji import antaran_baru, webhook_baru
from domain.pemeran import SAAT, Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import TidakBerizin
from sakip.kabar import selectors, services
from sakip.kabar.models import Antaran, Webhook

MENIT = timedelta(minutes=1)


def _coba(dunia: Dunia, a: Antaran, kapan: timedelta, status: int) -> Antaran:
    saat = SAAT + kapan
    assert services.mulai_antar(oleh=dunia.sistem, saat=saat, antaran=a.uuid) is not None
    return services.catat_antar(
        oleh=dunia.sistem,
        saat=saat,
        antaran=a.uuid,
        status=status,
        sebab="" if status == 200 else f"Dijawab {status}.",
    )


def test_terkirim_memulai_hitungan_gagal_dari_nol(dunia: Dunia) -> None:
    w = webhook_baru(dunia)
    _coba(dunia, antaran_baru(dunia, w, 1), timedelta(), 503)
    assert Webhook.objects.get().gagal_beruntun == 1

    hasil = _coba(dunia, antaran_baru(dunia, w, 2), timedelta(), 200)

    assert (hasil.keadaan, hasil.status, hasil.selesai_pada) == ("terkirim", 200, SAAT)
    assert Webhook.objects.get().gagal_beruntun == 0


def test_dicoba_lagi_dengan_jeda_yang_memanjang_lalu_menyerah(dunia: Dunia) -> None:
    a = antaran_baru(dunia, webhook_baru(dunia))
    kapan = timedelta()
    for jeda in (1, 5, 30, 120, 720):
        hasil = _coba(dunia, a, kapan, 500)
        assert (hasil.keadaan, hasil.coba_pada) == ("menunggu", SAAT + kapan + jeda * MENIT)
        kapan += jeda * MENIT

    assert _coba(dunia, a, kapan, 500).keadaan == "gagal"


def test_sepuluh_kali_gagal_dimatikan_dan_pengelolanya_dikabari(dunia: Dunia) -> None:
    w = webhook_baru(dunia)
    for n in range(10):
        assert Webhook.objects.get().aktif
        _coba(dunia, antaran_baru(dunia, w, n), timedelta(), 410)

    w.refresh_from_db()
    assert (w.aktif, w.sebab_mati, w.versi) == (False, "Dijawab 410.", 2)
    assert peristiwa(w)[-1].tindakan == "kabar.catat_antar"
    (satu,) = selectors.daftar_kabar(dunia.lingkup("admin"), dunia.instansi)
    assert satu.kalimat == "Webhook Papan dimatikan setelah 10 kali gagal"
    assert satu.alamat("99.11") == "/kerja/99.11/webhook/"
    # Not those who keep another unit's, nor who keeps none.
    for siapa in ("admin-bakung", "fitri"):
        assert selectors.daftar_kabar(dunia.lingkup(siapa), dunia.instansi) == []


def test_hanya_pekerja_yang_mencatat(dunia: Dunia) -> None:
    a = antaran_baru(dunia, webhook_baru(dunia))
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.catat_antar(
            oleh=dunia.orang["admin"], saat=SAAT, antaran=a.uuid, status=200, sebab=""
        )

    assert hitung_baris() == sebelum
