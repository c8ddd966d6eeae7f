"""Handing a report in: document, receipt, lateness, and what stays when figures move."""

from datetime import UTC, datetime

import pytest

from domain.laporan_uji import isi, sampai, tata_laporan
from domain.lembar import baris, impor
from domain.pemeran import Dunia, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.pelaporan import selectors, services


def test_laporan_terbit_dengan_tanda_terima(dunia: Dunia) -> None:
    laporan = services.sampaikan_laporan(**isi(dunia, "ani", sampai(dunia, "disetujui")))

    assert laporan.keadaan == "disampaikan"
    assert laporan.tanda_terima == "LKJ/99.11.dinas-anggrek/2025/1"
    assert laporan.dokumen is not None
    assert bytes(laporan.dokumen.berkas.isi).startswith(b"%PDF")
    assert not Tugas.objects.filter(objek=laporan.uuid).exists()
    assert peristiwa(laporan)[-1].tindakan == "pelaporan.sampaikan_laporan"


@pytest.mark.parametrize(
    ("saat", "hari"),
    [
        # Legal last day Sat 28 February 2026; Monday 9 March is the sixth working day after it.
        (datetime(2026, 2, 28, 9, 0, tzinfo=UTC), 0),
        (datetime(2026, 3, 9, 3, 0, tzinfo=UTC), 6),
    ],
    ids=["tepat", "terlambat"],
)
def test_keterlambatan_dihitung_dalam_hari_kerja(dunia: Dunia, saat: datetime, hari: int) -> None:
    laporan = sampai(dunia, "disetujui")

    hasil = services.sampaikan_laporan(**isi(dunia, "ani", laporan) | {"saat": saat})

    assert hasil.hari_terlambat == hari


def test_angka_yang_bergeser_sesudahnya_disebut_dan_laporan_tetap(dunia: Dunia) -> None:
    laporan = sampai(dunia, "disampaikan")
    unit, lingkup = dunia.tampak("dinas-anggrek"), dunia.lingkup("ani")
    assert laporan.dokumen is not None
    semula = bytes(laporan.dokumen.berkas.isi)
    nama = dunia.instansi.nama
    assert selectors.angka_bergeser(lingkup, unit, laporan, nama) == []

    impor(dunia, baris(kode_indikator="waktu", realisasi="70"), siapa="gita")

    laporan.refresh_from_db()
    assert laporan.dokumen is not None
    assert bytes(laporan.dokumen.berkas.isi) == semula


@pytest.mark.parametrize("siapa", ["budi", "dewi", "fitri"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    laporan = sampai(dunia, "disetujui")
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.sampaikan_laporan(**isi(dunia, siapa, laporan))

    assert hitung_baris() == sebelum


def test_sebelum_disetujui_dua_kali_atau_usang_ditolak(dunia: Dunia) -> None:
    konsep = tata_laporan(dunia)
    with pytest.raises(PerpindahanTidakSah):
        services.sampaikan_laporan(**isi(dunia, "ani", konsep))
    diajukan = services.ajukan_laporan(**isi(dunia, "ani", konsep))
    disetujui = services.setujui_laporan(**isi(dunia, "budi", diajukan))
    with pytest.raises(VersiUsang):
        services.sampaikan_laporan(**isi(dunia, "ani", disetujui, versi=1))
    terbit = services.sampaikan_laporan(**isi(dunia, "ani", disetujui))
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah):
        services.sampaikan_laporan(**isi(dunia, "ani", terbit))

    assert hitung_baris() == sebelum
