"""The leader's page and what leads down from it: words where no colour is honest."""

import re
from typing import Any

import pytest
from django.test import Client
from jelajah import alamat, klien, tambah_orang

from domain.lembar import baris, impor
from domain.pemeran import Dunia
from sakip.bersama.izin import Peran
from sakip.pengukuran.models import Prioritas
from sakip.pengukuran.services import sematkan_prioritas

pytestmark = pytest.mark.usefixtures("hari_cerita")
KODE = "99.11"


@pytest.fixture
def berangka(dunia: Dunia) -> Dunia:
    """One published figure of Dinas Anggrek (76/80 = 95), one draft of Dinas Bakung."""
    impor(dunia, baris(sumber="LKjIP contoh"), siapa="gita", sifat="terbit")
    impor(dunia, baris(unit="dinas-bakung", realisasi="88"), siapa="gita")
    return dunia


@pytest.fixture
def bupati(berangka: Dunia) -> Client:
    return klien(berangka, tambah_orang(berangka, Peran.PIMPINAN_DAERAH, berangka.instansi.slug))


def _teks(isi: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", isi.decode()).split())


def test_konsep_ditulis_dengan_kata_dan_tidak_berwarna(berangka: Dunia, bupati: Client) -> None:
    del berangka
    konsep = bupati.get(alamat("unit_tahun", KODE, 2025, "dinas-bakung")).content
    terbit = bupati.get(alamat("unit_tahun", KODE, 2025, "dinas-anggrek")).content

    # 88/80 = 110 would be "sangat tinggi"; nobody verified it.
    assert "Sementara – belum diverifikasi (konsep)" in _teks(konsep)
    assert b"t-tingkat" not in konsep
    assert "sangat tinggi" in _teks(terbit)
    tabel = _teks(bupati.get(alamat("tabel", KODE, 2025) + "?kategori=sangat_tinggi").content)
    assert "1 angka ditemukan" in tabel


def test_pimpinan_membaca_yang_sah_dan_berapa_yang_belum(berangka: Dunia, bupati: Client) -> None:
    sematkan_prioritas(
        **berangka.dasar("gita"), tahun=2025, unit="dinas-anggrek", indikator="ikm", alasan="Janji"
    )

    teks = _teks(bupati.get(alamat("pimpinan", KODE, 2025)).content)

    assert "Belum dapat disimpulkan: 1 dari 2 belum terverifikasi" in teks
    assert "Dari 1 unit yang terverifikasi saja: 95,00%" in teks
    assert "1 dari 2 angka" in teks


def test_persetujuan_dan_sematan_langsung_tampak(berangka: Dunia, bupati: Client) -> None:
    halaman = alamat("pimpinan", KODE, 2025)
    bupati.get(halaman)

    impor(
        berangka,
        baris(unit="dinas-bakung", realisasi="88", sumber="LKjIP contoh"),
        siapa="gita",
        sifat="terbit",
    )

    # (95 + 110) ÷ 2 = 102,50
    assert "102,50%" in _teks(bupati.get(halaman).content)


def test_tanpa_angka_sah_menunjuk_tahun_yang_berisi(bupati: Client) -> None:
    teks = _teks(bupati.get(alamat("pimpinan", KODE, 2026)).content)

    assert "Belum ada angka 2026 yang terverifikasi" in teks
    assert "Buka 2025" in teks


def test_yang_diketik_tetap_dan_salahnya_di_bidangnya(berangka: Dunia) -> None:
    gita = klien(berangka, "gita")

    jawaban = gita.post(
        alamat("prioritas", KODE, 2025), {"indikator": "dinas-anggrek/ikm", "alasan": ""}
    )

    assert jawaban.status_code == 422
    assert "Sebutkan alasannya" in _teks(jawaban.content)
    assert not Prioritas.objects.exists()


def test_melepas_dengan_versi_lama_ditolak(berangka: Dunia) -> None:
    p = sematkan_prioritas(
        **berangka.dasar("gita"), tahun=2025, unit="dinas-anggrek", indikator="ikm", alasan="Janji"
    )
    gita, isi = klien(berangka, "gita"), {"alasan": "Ganti", "versi": "9"}
    lepas = alamat("lepas_prioritas", KODE, 2025, p.uuid)

    assert gita.post(lepas, isi).status_code == 409
    assert gita.post(lepas, isi | {"versi": "1"}).status_code == 302
    p.refresh_from_db()
    assert p.alasan_lepas == "Ganti"


def test_indikator_tanpa_angka_dan_tahun_lama_terbuka(berangka: Dunia, bupati: Client) -> None:
    del berangka
    for tahun in (2025, 2020, 2027):
        jawaban: Any = bupati.get(alamat("telusur_indikator", KODE, tahun, "dinas-anggrek", "ikm"))
        assert jawaban.status_code == 200, tahun
        assert "sekali setahun" in _teks(jawaban.content)
        assert bupati.get(alamat("telusur", KODE, tahun, "dinas-bakung")).status_code == 200
    assert (
        bupati.get(alamat("telusur", KODE, 2025, "dinas-anggrek") + "?bagian=x").status_code == 404
    )
