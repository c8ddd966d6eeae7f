"""Writing one part of a report, and the guard against last year's text."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.laporan_uji import sampai, tata_laporan
from domain.pemeran import Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.pelaporan import selectors, services
from sakip.pelaporan.models import LaporanKinerja

LALU = "Pengaduan selesai dalam tujuh hari karena petugas piket mencatatnya pada hari yang sama."


def _tulis(dunia: Dunia, laporan: LaporanKinerja, siapa: str = "ani", **ganti: Any) -> Any:
    isi = {
        **dunia.dasar(siapa),
        "laporan": laporan.uuid,
        "kode": "bab_1.umum",
        "teks": "Dinas ini melayani warga.",
        "versi": 0,
    }
    return services.tulis_bagian(**isi | ganti)


def test_bagian_tersimpan_dengan_penulisnya(dunia: Dunia) -> None:
    bagian = _tulis(dunia, tata_laporan(dunia))

    assert (bagian.teks, bagian.versi) == ("Dinas ini melayani warga.", 1)
    assert bagian.kemiripan is None
    assert bagian.penulis_id == dunia.orang["ani"].pengguna_id
    assert [p.tindakan for p in peristiwa(bagian)] == ["pelaporan.tulis_bagian"]


def _dengan_tahun_lalu(dunia: Dunia) -> LaporanKinerja:
    laporan = tata_laporan(dunia)
    dasar = dunia.dasar("ani") | {"saat": datetime(2025, 2, 1, 3, 0, tzinfo=UTC)}
    lama = services.buka_laporan(**dasar, unit="dinas-anggrek", tahun=2024)
    services.tulis_bagian(**dasar, laporan=lama.uuid, kode="bab_1.umum", teks=LALU, versi=0)
    return laporan


def test_tulisan_tahun_lalu_ketahuan_dan_menahan_pengajuan(dunia: Dunia) -> None:
    laporan = _dengan_tahun_lalu(dunia)

    sama = _tulis(dunia, laporan, teks=LALU)

    assert sama.kemiripan == 100
    syarat = selectors.syarat_ajukan(dunia.lingkup("ani"), laporan)
    assert [s.kode for s in syarat] == ["kemiripan"]

    _tulis(dunia, laporan, teks=LALU, versi=1, tanggapan="Tugas kantor ini memang tidak berubah.")
    assert selectors.syarat_ajukan(dunia.lingkup("ani"), laporan) == []


def test_tulisan_yang_lain_tidak_ditahan(dunia: Dunia) -> None:
    laporan = _dengan_tahun_lalu(dunia)

    lain = _tulis(dunia, laporan, teks="Tahun ini loket dipindah dan antrean diberi nomor.")

    assert lain.kemiripan is not None
    assert lain.kemiripan < 90
    assert selectors.syarat_ajukan(dunia.lingkup("ani"), laporan) == []


@pytest.mark.parametrize("siapa", ["budi", "dewi", "fitri"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    laporan = tata_laporan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _tulis(dunia, laporan, siapa)

    assert hitung_baris() == sebelum


def test_versi_usang_bagian_asing_dan_teks_kepanjangan_ditolak(dunia: Dunia) -> None:
    laporan = tata_laporan(dunia)
    _tulis(dunia, laporan)
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        _tulis(dunia, laporan, teks="lain")
    with pytest.raises(TidakDitemukan):
        _tulis(dunia, laporan, kode="bab_9.rahasia")
    with pytest.raises(IsianTidakSah):
        _tulis(dunia, laporan, kode="bab_4.simpulan", teks="x" * 20_001)

    assert hitung_baris() == sebelum


def test_sesudah_diajukan_tidak_dapat_ditulis(dunia: Dunia) -> None:
    laporan = sampai(dunia, "diajukan")
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="diajukan"):
        _tulis(dunia, laporan)

    assert hitung_baris() == sebelum
