"""Taking an event out of the queue of a webhook."""

from datetime import timedelta

import pytest

from domain.kabar_uji import antaran_baru, webhook_baru
from domain.pemeran import SAAT, Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin
from sakip.kabar import services
from sakip.kabar.models import Antaran
from sakip.kabar.services.antar import Paket
from sakip.kabar.tautan import rahasia_webhook

MENIT = timedelta(minutes=1)


def _mulai(dunia: Dunia, a: Antaran, kemudian: timedelta = timedelta()) -> Paket | None:
    return services.mulai_antar(oleh=dunia.sistem, saat=SAAT + kemudian, antaran=a.uuid)


def test_diambil_dengan_rahasia_putaran_ini(dunia: Dunia) -> None:
    w = webhook_baru(dunia)
    a = antaran_baru(dunia, w)

    paket = _mulai(dunia, a)

    assert paket is not None
    assert (paket.alamat, paket.rahasia) == (w.alamat, rahasia_webhook(w.uuid, 1))
    assert _mulai(dunia, a) is None


def test_yang_terputus_diambil_lagi_dengan_nomor_yang_sama(dunia: Dunia) -> None:
    a = antaran_baru(dunia, webhook_baru(dunia))
    pertama = _mulai(dunia, a)

    kedua = _mulai(dunia, a, 10 * MENIT)

    assert pertama is not None
    assert kedua is not None
    assert pertama.uuid == kedua.uuid


def test_terus_terputus_akhirnya_dibiarkan(dunia: Dunia) -> None:
    a = antaran_baru(dunia, webhook_baru(dunia))

    diambil = [_mulai(dunia, a, 10 * n * MENIT) is not None for n in range(8)]

    assert diambil == [True] * 6 + [False] * 2
    a.refresh_from_db()
    assert a.keadaan == "gagal"


def test_webhook_yang_dimatikan_tidak_dikirimi(dunia: Dunia) -> None:
    w = webhook_baru(dunia)
    a = antaran_baru(dunia, w)
    services.ubah_webhook(**dunia.dasar("admin"), webhook=w.uuid, tindakan="matikan", versi=1)

    assert _mulai(dunia, a) is None
    a.refresh_from_db()
    assert a.keadaan == "gagal"


def test_hanya_pekerja_yang_mengambil(dunia: Dunia) -> None:
    a = antaran_baru(dunia, webhook_baru(dunia))
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.mulai_antar(oleh=dunia.orang["admin"], saat=SAAT, antaran=a.uuid)

    # kabar.mulai_antar
    assert hitung_baris() == sebelum
