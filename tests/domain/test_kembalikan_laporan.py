"""Giving a report back to its author."""

import pytest

from domain.laporan_uji import isi, sampai, tata_laporan
from domain.pemeran import Dunia, hitung_baris, peristiwa
from sakip.alur.selectors import daftar_tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.pelaporan import services


def test_laporan_kembali_dengan_alasannya(dunia: Dunia) -> None:
    laporan = services.kembalikan_laporan(
        **isi(dunia, "budi", sampai(dunia, "diajukan"), alasan="Simpulannya belum ditulis.")
    )

    assert laporan.keadaan == "dikembalikan"
    assert laporan.riwayat.latest("id").alasan == "Simpulannya belum ditulis."
    tugas = daftar_tugas(dunia.lingkup("ani")).get(objek=laporan.uuid)
    assert tugas.pola.startswith("Perbaiki laporan kinerja")
    assert peristiwa(laporan)[-1].tindakan == "pelaporan.kembalikan_laporan"


@pytest.mark.parametrize("siapa", ["ani", "dewi", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    laporan = sampai(dunia, "diajukan")
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.kembalikan_laporan(**isi(dunia, siapa, laporan, alasan="x"))

    assert hitung_baris() == sebelum


def test_tanpa_alasan_dari_konsep_atau_usang_ditolak(dunia: Dunia) -> None:
    konsep = tata_laporan(dunia)
    with pytest.raises(PerpindahanTidakSah):
        services.kembalikan_laporan(**isi(dunia, "budi", konsep, alasan="x"))
    diajukan = services.ajukan_laporan(**isi(dunia, "ani", konsep))
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="alasan"):
        services.kembalikan_laporan(**isi(dunia, "budi", diajukan, alasan="  "))
    with pytest.raises(VersiUsang):
        services.kembalikan_laporan(**isi(dunia, "budi", diajukan, alasan="x", versi=1))

    assert hitung_baris() == sebelum
