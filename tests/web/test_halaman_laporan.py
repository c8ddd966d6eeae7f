"""The pages of a performance report: who sees what, and a refusal that loses nothing."""

from html import unescape
from typing import Any

import pytest
from jelajah import alamat, klien

from domain import laporan_uji as uji
from domain.pemeran import Dunia
from sakip.pelaporan import services
from sakip.pelaporan.models import LaporanKinerja

pytestmark = pytest.mark.usefixtures("hari_cerita")
UNIT = "dinas-anggrek"


def _di(dunia: Dunia, nama: str = "laporan", *sisa: object) -> str:
    return alamat(nama, dunia.instansi.kode, uji.TAHUN, UNIT, *sisa)


def _teks(jawaban: Any, status: int = 200) -> str:
    assert jawaban.status_code == status
    return unescape(jawaban.content.decode())


def test_penyusun_melihat_bagian_per_bab_dan_satu_tindakan(dunia: Dunia) -> None:
    uji.tata_laporan(dunia)

    teks = _teks(klien(dunia, "ani").get(_di(dunia)))

    assert "bagian wajib belum ditulis" in teks
    assert [f"Bab {n}" in teks for n in ("I", "II", "IV")] == [True] * 3
    assert teks.count("tombol utama") == 1
    assert "Ajukan laporan kinerja 2025" in teks


def test_pimpinan_mengembalikan_tanpa_alasan_diminta_di_kolomnya(dunia: Dunia) -> None:
    laporan = uji.sampai(dunia, "diajukan")

    teks = _teks(
        klien(dunia, "budi").post(
            _di(dunia, "tindak_laporan", "kembalikan"), {"versi": laporan.versi, "alasan": " "}
        ),
        422,
    )

    assert 'href="#id_alasan"' in teks
    assert "<details open>" in teks
    assert LaporanKinerja.objects.get().keadaan == "diajukan"


def test_alasan_yang_diketik_tidak_hilang_bila_laporan_berubah_sementara_itu(dunia: Dunia) -> None:
    laporan = uji.sampai(dunia, "diajukan")

    teks = _teks(
        klien(dunia, "budi").post(
            _di(dunia, "tindak_laporan", "kembalikan"),
            {"versi": laporan.versi - 1, "alasan": "Bab III belum menyebut sebab."},
        ),
        409,
    )

    assert ">Bab III belum menyebut sebab.</textarea>" in teks
    assert f'name="versi" value="{laporan.versi}"' in teks
    assert LaporanKinerja.objects.get().keadaan == "diajukan"


def test_penyusun_tidak_menyetujui_laporannya_sendiri(dunia: Dunia) -> None:
    laporan = uji.sampai(dunia, "diajukan")

    jawaban = klien(dunia, "ani").post(
        _di(dunia, "tindak_laporan", "setujui"), {"versi": laporan.versi}
    )

    assert jawaban.status_code == 403
    assert "Setujui laporan" not in _teks(klien(dunia, "ani").get(_di(dunia)))


def test_yang_sudah_disampaikan_hanya_menyebut_bagian_yang_ditulis(dunia: Dunia) -> None:
    laporan = uji.tata_laporan(dunia)
    services.tulis_bagian(
        **uji.isi(dunia, "ani", laporan, versi=0), kode="ikhtisar", teks="Ringkasnya baik."
    )
    laporan.refresh_from_db()
    for siapa, layanan in (
        ("ani", services.ajukan_laporan),
        ("budi", services.setujui_laporan),
        ("ani", services.sampaikan_laporan),
    ):
        laporan = layanan(**uji.isi(dunia, siapa, laporan))

    teks = _teks(klien(dunia, "ani").get(_di(dunia)))

    assert "Laporan kinerja 2025 disampaikan" in teks
    assert "Ringkasnya baik." in teks
    assert "bagian lain dibiarkan kosong" in teks
    assert "Boleh kosong" not in teks
    assert "tombol utama" not in teks


def test_tulisan_yang_usang_kembali_dengan_ketikannya(dunia: Dunia) -> None:
    laporan = uji.tata_laporan(dunia)
    services.tulis_bagian(
        **uji.isi(dunia, "ani", laporan, versi=0), kode="ikhtisar", teks="Milik orang lain."
    )

    teks = _teks(
        klien(dunia, "ani").post(
            _di(dunia, "bagian_laporan", "ikhtisar"), {"teks": "Milik saya.", "versi": "0"}
        ),
        409,
    )

    assert ">Milik saya.</textarea>" in teks
