"""Each week every link in use is looked at again."""

from datetime import timedelta

import pytest

from domain.pemeran import SAAT, Dunia, hitung_baris
from domain.test_simpan_tautan import antrean
from sakip.arsip import pekerjaan
from sakip.arsip.models import Bukti
from sakip.arsip.services import jadwalkan_periksa_tautan, simpan_tautan, tarik_bukti
from sakip.bersama.galat import TidakBerizin
from sakip.bersama.layanan import layanan_berjalan

SEPEKAN = SAAT + timedelta(days=7)


def _tautan(dunia: Dunia, nama: str) -> Bukti:
    return simpan_tautan(
        **dunia.dasar("ani"),
        unit="dinas-anggrek",
        judul=nama,
        url=f"https://contoh.go.id/{nama}",
        tahun=2026,
    )


def test_yang_sepekan_tidak_diperiksa_masuk_antrean_sekali(dunia: Dunia) -> None:
    satu = _tautan(dunia, "satu")
    ditarik = _tautan(dunia, "dua")
    tarik_bukti(**dunia.dasar("ani"), bukti=ditarik.uuid, versi=1)
    lama = antrean()

    awal = jadwalkan_periksa_tautan(oleh=dunia.sistem, saat=SEPEKAN - timedelta(seconds=1))
    kini = jadwalkan_periksa_tautan(oleh=dunia.sistem, saat=SEPEKAN)
    lagi = jadwalkan_periksa_tautan(oleh=dunia.sistem, saat=SEPEKAN)

    assert (awal, kini, lagi) == (0, 1, 0)
    assert antrean() == [*lama, str(satu.uuid)]


def test_pekerjaan_berkala_menjadwalkan(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    _tautan(dunia, "satu")
    monkeypatch.setattr("sakip.bersama.jam.saat_ini", lambda: SEPEKAN)

    pekerjaan.periksa_tautan_berkala(timestamp=0)

    assert len(antrean()) == 2


def test_orang_tidak_menjadwalkan(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        jadwalkan_periksa_tautan(oleh=dunia.pelaku("admin"), saat=SEPEKAN)

    assert hitung_baris() == sebelum


def test_dilakukan_atas_nama_tindakan_ini(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    _tautan(dunia, "satu")
    nama: list[str | None] = []
    monkeypatch.setattr(
        "sakip.arsip.services.tautan.antrekan", lambda *_isi: nama.append(layanan_berjalan())
    )

    jadwalkan_periksa_tautan(oleh=dunia.sistem, saat=SEPEKAN)

    assert nama == ["arsip.jadwalkan_periksa_tautan"]
