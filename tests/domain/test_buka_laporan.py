"""Opening the report on a year."""

import pytest

from domain.laporan_uji import tata_laporan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.selectors import daftar_tugas
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.pelaporan import services


def test_laporan_terbuka_dan_menjadi_tugas_penyusun(dunia: Dunia) -> None:
    laporan = tata_laporan(dunia)

    assert laporan.keadaan == "konsep"
    tugas = daftar_tugas(dunia.lingkup("ani")).get(objek=laporan.uuid)
    # 53/2014 Lamp. II huruf D: two months after the year.
    assert tugas.jatuh_tempo is not None
    assert tugas.jatuh_tempo.astimezone().date().isoformat() in {"2026-02-28", "2026-03-01"}
    assert peristiwa(laporan) == [
        Peristiwa("insert", dunia.orang["ani"].pengguna_id, "pelaporan.buka_laporan")
    ]


def test_dua_kali_memberi_yang_sama(dunia: Dunia) -> None:
    awal = tata_laporan(dunia)

    lagi = services.buka_laporan(**dunia.dasar("ani"), unit="dinas-anggrek", tahun=2025)

    assert lagi.pk == awal.pk


@pytest.mark.parametrize("siapa", ["budi", "dewi", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.buka_laporan(**dunia.dasar(siapa), unit="dinas-anggrek", tahun=2025)

    assert hitung_baris() == sebelum


def test_tahun_yang_belum_selesai_ditolak(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.buka_laporan(**dunia.dasar("ani"), unit="dinas-anggrek", tahun=2026)

    assert "belum selesai" in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum
