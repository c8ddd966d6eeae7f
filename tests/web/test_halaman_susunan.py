"""Pages that change the structure, and how a unit's past is read afterwards."""

import pytest
from django.test import Client
from jelajah import alamat, klien

from domain.lembar import baris, impor
from domain.pemeran import Dunia
from domain.susunan_uji import JULI, PERDA, baru
from sakip.organisasi import services
from sakip.organisasi.models import SusunanUnit

pytestmark = pytest.mark.usefixtures("dunia", "hari_cerita")


def _teks(klien: Client, nama: str, *argumen: object) -> str:
    jawaban = klien.get(alamat(nama, "99.11", *argumen))
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_ganti_nama_lewat_halaman_dan_terbaca_pada_riwayatnya(admin: Client) -> None:
    isi = {"nama": "Dinas Taman", "tanggal": "2026-07-01", "dasar": PERDA, "versi": "1"}

    jawaban = admin.post(alamat("ganti_nama_unit", "99.11", "dinas-anggrek"), isi)

    assert jawaban.status_code == 302
    teks = _teks(admin, "unit", "dinas-anggrek")
    assert "1 Januari 2024 – 30 Juni 2026" in teks
    assert "Dinas Anggrek, di bawah Kabupaten Contoh" in teks
    assert PERDA in teks


def test_yang_ditolak_kembali_dengan_ketikannya(admin: Client) -> None:
    isi = {"nama": "Dinas Taman", "tanggal": "2020-07-01", "dasar": PERDA, "versi": "1"}

    jawaban = admin.post(alamat("ganti_nama_unit", "99.11", "dinas-anggrek"), isi)

    assert jawaban.status_code == 422
    teks = jawaban.content.decode()
    assert "Pada 1 Juli 2020 tidak ada unit" in teks
    assert 'value="Dinas Taman"' in teks


def test_versi_usang_dikatakan_tanpa_menghilangkan_ketikan(admin: Client) -> None:
    isi = {"nama": "Dinas Taman", "tanggal": "2026-07-01", "dasar": PERDA, "versi": "1"}
    tempat = alamat("ganti_nama_unit", "99.11", "dinas-anggrek")
    admin.post(tempat, isi)

    jawaban = admin.post(tempat, isi | {"nama": "Dinas Kebun"})

    assert jawaban.status_code == 409
    assert 'value="Dinas Kebun"' in jawaban.content.decode()


def test_halaman_gabung_menyebut_akibatnya(admin: Client) -> None:
    teks = _teks(admin, "gabung_unit", "dinas-anggrek")

    assert "Berakhir bersamanya: Bidang Angsana." in teks


def test_gabung_tanpa_penerus_ditolak(admin: Client) -> None:
    isi = {"tanggal": "2026-07-01", "dasar": PERDA, "versi": "1"}

    jawaban = admin.post(alamat("gabung_unit", "99.11", "dinas-anggrek"), isi)

    assert jawaban.status_code == 422
    assert "Pilih unit penerusnya" in jawaban.content.decode()


def test_tahun_lama_unit_yang_berakhir_tetap_terbuka(dunia: Dunia, admin: Client) -> None:
    impor(dunia, baris(realisasi="76"))
    services.gabungkan_unit(
        **dunia.dasar("admin"),
        unit=["dinas-anggrek"],
        ke=baru("dinas-flora"),
        tanggal=JULI,
        dasar=PERDA,
    )

    lama = _teks(admin, "unit_tahun", 2025, "dinas-anggrek")
    assert "Indeks Kepuasan Masyarakat" in lama
    assert "Sudah berakhir" in _teks(admin, "unit", "dinas-anggrek")
    assert "gabungan dari" in _teks(admin, "unit", "dinas-flora")
    assert "Dinas Anggrek" in _teks(admin, "pemda", 2025)
    assert "Dinas Anggrek" not in _teks(admin, "pemda", 2026)


def test_pecah_lewat_halaman(admin: Client) -> None:
    isi = {
        "nama_1": "Kecamatan Dahlia",
        "kode_1": "99.11.02",
        "tetap": "on",
        "tanggal": "2026-07-01",
        "dasar": PERDA,
        "versi": "1",
    }

    jawaban = admin.post(alamat("pecah_unit", "99.11", "kecamatan-cempaka"), isi)

    assert jawaban.status_code == 302
    assert SusunanUnit.objects.get(unit__slug="kecamatan-dahlia").masa.lower == JULI
    assert "dimekarkan menjadi" in _teks(admin, "unit", "kecamatan-cempaka")


def test_admin_unit_tidak_melahirkan_saudara_di_luar_wewenangnya(dunia: Dunia) -> None:
    isi = {
        "nama": "Dinas Kebun",
        "kode": "99.11.kebun",
        "tanggal": "2026-07-01",
        "dasar": PERDA,
        "versi": "1",
    }

    jawaban = klien(dunia, "admin-bakung").post(alamat("gabung_unit", "99.11", "dinas-bakung"), isi)

    assert jawaban.status_code == 403
    assert not SusunanUnit.objects.filter(unit__slug="dinas-kebun").exists()


def test_nama_tanpa_huruf_ditolak_pada_isiannya(admin: Client) -> None:
    isi = {"jenis": "seksi", "nama": "!!!", "kode": "k3", "tanggal": "2026-11-24"}

    jawaban = admin.post(alamat("tambah_unit", "99.11", "dinas-anggrek"), isi)

    assert jawaban.status_code == 422
    assert "sekurangnya satu huruf atau angka" in jawaban.content.decode()


def test_tanggal_terisi_seperti_yang_dimengerti_peramban(admin: Client) -> None:
    assert 'value="2026-11-24"' in _teks(admin, "pindah_unit", "dinas-anggrek")
