"""How an attempt at a letter ended: gone, tried again with growing pauses, or refused."""

from datetime import timedelta

import pytest

from domain.kabar_uji import kabari, ringkasan, surat_baru
from domain.pemeran import SAAT, Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin
from sakip.kabar import selectors, services
from sakip.kabar.models import AturKabar, Surat

MENIT = timedelta(minutes=1)


def _coba(dunia: Dunia, surat: Surat, kapan: timedelta, sebab: str, *, tolak: bool = False) -> None:
    saat = SAAT + kapan
    assert services.mulai_kirim_surat(oleh=dunia.sistem, saat=saat, surat=surat.uuid) is not None
    services.catat_kirim_surat(
        oleh=dunia.sistem, saat=saat, surat=surat.uuid, sebab=sebab, ditolak=tolak
    )
    surat.refresh_from_db()


def test_terkirim(dunia: Dunia) -> None:
    surat = surat_baru(dunia)

    _coba(dunia, surat, timedelta(), "")

    assert (surat.keadaan, surat.terkirim_pada, surat.percobaan) == ("terkirim", SAAT, 1)
    services.catat_kirim_surat(oleh=dunia.sistem, saat=SAAT, surat=surat.uuid, sebab="terlambat")
    surat.refresh_from_db()
    assert surat.keadaan == "terkirim"


def test_dicoba_lagi_dengan_jeda_yang_memanjang_lalu_menyerah(dunia: Dunia) -> None:
    """After 5, 15, 60 and 240 minutes; the pause of 720 ends in the night, so it goes at seven."""
    surat = surat_baru(dunia)
    kapan = timedelta()
    for jeda in (5, 15, 60, 240):
        _coba(dunia, surat, kapan, "ConnectionRefusedError")
        assert (surat.keadaan, surat.coba_pada) == ("menunggu", SAAT + kapan + jeda * MENIT)
        kapan += jeda * MENIT
    _coba(dunia, surat, kapan, "ConnectionRefusedError")
    _coba(dunia, surat, timedelta(hours=22), "ConnectionRefusedError")

    assert (surat.keadaan, surat.percobaan) == ("gagal", 6)
    atur = AturKabar.objects.get()
    assert (atur.surel_ditolak, atur.surel_catatan) == (0, "ConnectionRefusedError")


def test_alamat_yang_menolak_tiga_kali_dihentikan_dan_dikabarkan(dunia: Dunia) -> None:
    surat: Surat | None = surat_baru(dunia)
    for hari in range(3):
        assert surat is not None
        _coba(dunia, surat, timedelta(days=hari), "550 no such user", tolak=True)
        assert surat.keadaan == "gagal"
        besok = SAAT + timedelta(days=hari + 1)
        if hari < 2:
            kabari(dunia, f"hari {hari}", besok)
            surat = ringkasan(dunia, saat=besok)

    atur = AturKabar.objects.get()
    assert (atur.ringkasan, atur.surel_ditolak, atur.versi) == ("mati", 3, 2)
    besok = dunia.lingkup("ani", (SAAT + timedelta(days=2)).date())
    butir = {b.kalimat: b for b in selectors.daftar_kabar(besok, dunia.instansi)}
    ditolak = butir["Alamat surel Anda ditolak penerimanya; ringkasan dihentikan"]
    assert ditolak.alamat("99.11") == "/kerja/99.11/kabar/atur/"
    assert ditolak.catatan == "550 no such user"


def test_hanya_pekerja_yang_mencatat(dunia: Dunia) -> None:
    surat = surat_baru(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.catat_kirim_surat(oleh=dunia.orang["admin"], saat=SAAT, surat=surat.uuid, sebab="")

    # kabar.catat_kirim_surat
    assert hitung_baris() == sebelum
