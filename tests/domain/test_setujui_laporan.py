"""The head of the unit approves."""

import pytest

from domain.laporan_uji import isi, sampai, tata_laporan
from domain.pemeran import MULAI, Dunia, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.organisasi.services import beri_peran
from sakip.pelaporan import services


def test_laporan_disetujui(dunia: Dunia) -> None:
    laporan = services.setujui_laporan(**isi(dunia, "budi", sampai(dunia, "diajukan")))

    assert laporan.keadaan == "disetujui"
    assert peristiwa(laporan)[-1].tindakan == "pelaporan.setujui_laporan"


def test_pengaju_tidak_menyetujui_laporannya_sendiri(dunia: Dunia) -> None:
    laporan = sampai(dunia, "diajukan")
    beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["ani"].pengguna_id,
        peran=Peran.PIMPINAN_UNIT,
        unit="dinas-anggrek",
        mulai=MULAI,
        selesai=None,
    )
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match="orang lain"):
        services.setujui_laporan(**isi(dunia, "ani", laporan))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "dewi", "fitri"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    laporan = sampai(dunia, "diajukan")
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.setujui_laporan(**isi(dunia, siapa, laporan))

    assert hitung_baris() == sebelum


def test_sebelum_diajukan_dua_kali_atau_usang_ditolak(dunia: Dunia) -> None:
    konsep = tata_laporan(dunia)
    with pytest.raises(PerpindahanTidakSah, match="konsep"):
        services.setujui_laporan(**isi(dunia, "budi", konsep))
    diajukan = services.ajukan_laporan(**isi(dunia, "ani", konsep))
    with pytest.raises(VersiUsang):
        services.setujui_laporan(**isi(dunia, "budi", diajukan, versi=1))
    disetujui = services.setujui_laporan(**isi(dunia, "budi", diajukan))
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah):
        services.setujui_laporan(**isi(dunia, "budi", disetujui))

    assert hitung_baris() == sebelum
