"""Following the link that was sent to an address."""

from uuid import uuid4

import pytest

from domain.kabar_uji import SUREL, isian_atur
from domain.pemeran import SAAT, Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.kabar import services
from sakip.kabar.tautan import (
    GARAM_HENTIKAN,
    GARAM_SAHKAN,
    IsiTautan,
    baca_tautan,
    sidik_surel,
    tanda_tautan,
)


def test_alamat_menjadi_sah_sekali(dunia: Dunia) -> None:
    services.atur_kabar(**dunia.dasar("ani"), isian=isian_atur(), versi=0)

    hasil = services.sahkan_surel(**dunia.dasar("ani"), sidik=sidik_surel(SUREL.upper()))

    assert (hasil.surel_sah_pada, hasil.versi) == (SAAT, 2)
    assert peristiwa(hasil)[-1].tindakan == "kabar.sahkan_surel"
    sebelum = hitung_baris()
    services.sahkan_surel(**dunia.dasar("ani"), sidik=sidik_surel(SUREL))
    assert hitung_baris() == sebelum


def test_tautan_alamat_lama_atau_akun_tanpa_alamat_ditolak(dunia: Dunia) -> None:
    services.atur_kabar(**dunia.dasar("ani"), isian=isian_atur(), versi=0)
    sebelum = hitung_baris()

    with pytest.raises(TidakDitemukan, match="sudah diganti"):
        services.sahkan_surel(**dunia.dasar("ani"), sidik=sidik_surel("lama@contoh.invalid"))
    with pytest.raises(TidakDitemukan):
        services.sahkan_surel(**dunia.dasar("budi"), sidik=sidik_surel(SUREL))

    assert hitung_baris() == sebelum


def test_tautan_palsu_atau_untuk_guna_lain_ditolak() -> None:
    isi = IsiTautan(uuid4(), "99.11", "x")
    henti = tanda_tautan(GARAM_HENTIKAN, isi)

    assert baca_tautan(GARAM_HENTIKAN, henti, "") == isi
    for tanda in (henti, "ngarang", f"{henti}x"):
        with pytest.raises(TidakDitemukan, match="tidak berlaku"):
            baca_tautan(GARAM_SAHKAN, tanda, "tidak berlaku")


def test_tanpa_peran_atau_dari_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    sebelum = hitung_baris()

    for dasar in (dunia.dasar("hari"), dunia.dasar("ani") | {"oleh": lain.orang["eko"]}):
        with pytest.raises(TidakBerizin):
            services.sahkan_surel(**dasar, sidik=sidik_surel(SUREL))

    assert hitung_baris() == sebelum
