"""Switching a webhook off and on, and giving it another secret."""

from datetime import timedelta

import pytest

from domain.kabar_uji import webhook_baru
from domain.pemeran import SAAT, Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.kabar import services
from sakip.kabar.models import Webhook
from sakip.kabar.tautan import rahasia_webhook


def _ubah(d: Dunia, w: Webhook, tindakan: str, siapa: str = "admin", versi: int = 0) -> Webhook:
    saat = SAAT + timedelta(hours=versi)
    return services.ubah_webhook(
        **d.dasar(siapa) | {"saat": saat},
        webhook=w.uuid,
        tindakan=tindakan,
        versi=versi or w.versi,
    )


def test_mati_lalu_hidup_lagi_sejak_saat_itu(dunia: Dunia) -> None:
    w = webhook_baru(dunia)

    mati = _ubah(dunia, w, "matikan", versi=1)
    hidup = _ubah(dunia, w, "hidupkan", versi=2)

    assert (mati.aktif, hidup.aktif, hidup.aktif_sejak) == (False, True, SAAT + timedelta(hours=2))
    assert [p.tindakan for p in peristiwa(w)][1:] == ["kabar.ubah_webhook"] * 2


def test_rahasia_baru_berbeda(dunia: Dunia) -> None:
    w = webhook_baru(dunia)

    baru = _ubah(dunia, w, "ganti_rahasia")

    assert rahasia_webhook(w.uuid, w.putaran) != rahasia_webhook(baru.uuid, baru.putaran)


def test_dua_kali_tindakan_asing_dan_versi_usang_ditolak(dunia: Dunia) -> None:
    w = webhook_baru(dunia)
    sebelum = hitung_baris()

    for tindakan in ("hidupkan", "hapus"):
        with pytest.raises(PerpindahanTidakSah):
            _ubah(dunia, w, tindakan)
    with pytest.raises(VersiUsang):
        _ubah(dunia, w, "matikan", versi=5)

    assert hitung_baris() == sebelum


def test_peran_unit_dan_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    w = webhook_baru(dunia)
    sebelum = hitung_baris()

    for siapa in ("ani", "fitri"):
        with pytest.raises(TidakBerizin):
            _ubah(dunia, w, "matikan", siapa)
    with pytest.raises(TidakDitemukan):
        _ubah(dunia, w, "matikan", "admin-bakung")
    with pytest.raises(TidakDitemukan):
        _ubah(lain, w, "matikan", "eko")

    assert hitung_baris() == sebelum
