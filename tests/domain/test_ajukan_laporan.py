"""Handing a report up to the head of the unit."""

import pytest

from domain.laporan_uji import isi, sampai, tata_laporan
from domain.pemeran import Dunia, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.selectors import daftar_tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.pelaporan import services


def test_laporan_pindah_ke_pimpinan(dunia: Dunia) -> None:
    laporan = services.ajukan_laporan(**isi(dunia, "ani", tata_laporan(dunia)))

    assert laporan.keadaan == "diajukan"
    assert daftar_tugas(dunia.lingkup("budi")).filter(objek=laporan.uuid).exists()
    assert not daftar_tugas(dunia.lingkup("ani")).filter(objek=laporan.uuid).exists()
    assert [r.tindakan for r in laporan.riwayat.all()] == ["ajukan"]
    assert peristiwa(laporan)[-1].tindakan == "pelaporan.ajukan_laporan"


def test_tanpa_satu_angka_pun_ditolak_dengan_sebabnya(dunia: Dunia) -> None:
    laporan = tata_laporan(dunia, angka=False)
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match="satu realisasi pun"):
        services.ajukan_laporan(**isi(dunia, "ani", laporan))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["budi", "dewi", "gita"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    laporan = tata_laporan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.ajukan_laporan(**isi(dunia, siapa, laporan))

    assert hitung_baris() == sebelum


def test_dua_kali_atau_usang_ditolak(dunia: Dunia) -> None:
    laporan = sampai(dunia, "diajukan")
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah):
        services.ajukan_laporan(**isi(dunia, "ani", laporan))
    with pytest.raises(VersiUsang):
        services.ajukan_laporan(**isi(dunia, "ani", laporan, versi=1))

    assert hitung_baris() == sebelum
