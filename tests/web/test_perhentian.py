"""The eight stops of the demo's year: what must be seen there on that very day.

One database, on which the story is played on from stop to stop as ``sakip demo --tanggal`` does.
The end of the story is ``test_orakel.py``'s.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from jelajah import PINTU
from pytest_django import DjangoDbBlocker

from sakip.akun.models import Pengguna
from sakip.arsip.kode import alamat_periksa
from sakip.arsip.models import DokumenTerbit
from sakip.demo import muat
from sakip.perjanjian.models import PerjanjianKinerja

pytestmark = [pytest.mark.lama, pytest.mark.django_db, pytest.mark.usefixtures("hari")]
BAROS = "/kerja/36.04/2026/kecamatan-baros/"
Buka = Callable[..., str]
pada = lambda *hari: pytest.mark.parametrize(  # noqa: E731
    "hari", [date.fromisoformat(satu) for satu in hari], indirect=True, ids=hari
)


@dataclass
class _Cerita:
    """The database of the story, and the day up to which it was played."""

    pangkalan: Any
    sampai: date | None = None

    def mainkan(self, hari: date) -> None:
        """Play on; from the beginning when the story is further already."""
        if self.sampai is not None and hari < self.sampai:
            connections.close_all()
            self.pangkalan.salin()
            self.sampai = None
        if self.sampai != hari:
            muat(hari, self.sampai)
            self.sampai = hari


@pytest.fixture(scope="module")
def cerita(
    pangkalan: Any,
    django_db_setup: None,  # noqa: ARG001 - must come first
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[_Cerita]:
    semula = replace(pangkalan)
    with django_db_blocker.unblock():
        pangkalan.nama = f"{semula.nama}_cerita"
        pangkalan.salin()
        pangkalan.tunjuk()
    yield _Cerita(pangkalan)
    with django_db_blocker.unblock():
        connections.close_all()
        pangkalan.kluster.buang(pangkalan.nama)
        pangkalan.nama = semula.nama
        pangkalan.tunjuk()


@pytest.fixture(scope="module")
def hari(
    request: pytest.FixtureRequest, cerita: _Cerita, django_db_blocker: DjangoDbBlocker
) -> date:
    satu: date = request.param
    with django_db_blocker.unblock():
        cerita.mainkan(satu)
        connections.close_all()
    return satu


@pytest.fixture
def buka(hari: date, settings: Any) -> Buka:
    """What an account reads at an address on the day of the stop: words without marks."""
    settings.TANGGAL_CONTOH = hari

    def teks(alamat: str, akun: str | None = None) -> str:
        klien = Client()
        if akun is not None:
            klien.force_login(Pengguna.objects.get(nama_pengguna=akun), backend=PINTU)
        jawaban = klien.get(alamat)
        assert jawaban.status_code == 200, (alamat, jawaban.status_code)
        return _kata(jawaban.content.decode())

    return teks


def _kata(halaman: str) -> str:
    isi = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", halaman, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", isi)).split())


@pada("2026-01-23")
def test_23_januari_28_dari_29_kecamatan_sudah_menandatangani(buka: Buka) -> None:
    papan = buka("/kerja/36.04/2026/papan/?tahap=perjanjian&jenis=kecamatan", "organisasi")

    assert papan.count("ditandatangani 23 Januari 2026") == 28
    assert "Perjanjian 2026: 28 dari 29 unit sudah, 1 ditunggu" in papan
    assert "1. Kecamatan Tirtayasa: menunggu Pihak Pertama, 13 hari lagi" in papan


@pada("2026-01-23")
def test_23_januari_kertas_bertanda_tangan_cocok_dan_qr_nya_berkata_contoh(buka: Buka) -> None:
    pk = PerjanjianKinerja.objects.get(unit__slug="kecamatan-anyar", tahun=2026)
    kertas = DokumenTerbit.objects.get(pk=pk.dokumen_id)

    assert kertas.pindaian.filter(cara="qr").exists()
    alamat = alamat_periksa(kertas.kode_periksa)
    halaman = buka(alamat.removeprefix("http://127.0.0.1:8000"))
    assert "Dokumen contoh, bukan dokumen resmi" in halaman
    assert "Asli" not in halaman


@pada("2026-02-10")
def test_10_februari_tiga_tahun_di_beranda_baros(buka: Buka) -> None:
    beranda = buka("/kerja/36.04/", "program")

    lapor, jalan, rencana = _tiga_tahun(beranda)
    assert "Laporan 18 hari lagi" in lapor
    assert "Aksi disetujui 30 Januari 2026" in jalan
    assert "Rencana konsep, belum ditetapkan" in rencana
    assert "Susun dan ajukan laporan kinerja 2025 Kecamatan Baros 28 Februari 2026" in beranda


def _tiga_tahun(beranda: str) -> tuple[str, str, str]:
    """The parts of the page about the year that is reported, run and planned."""
    sesudah = beranda.partition("2025: dilaporkan")[2]
    lapor, _satu, sesudah = sesudah.partition("2026: dijalankan")
    jalan, _dua, rencana = sesudah.partition("2027: direncanakan")
    return lapor, jalan, rencana


@pada("2026-02-10")
def test_10_februari_paragraf_tahun_lalu_ketahuan(buka: Buka) -> None:
    laporan = buka("/kerja/36.04/2025/kecamatan-baros/laporan/", "program")

    assert "94% sama dengan tahun lalu" in laporan
    # The part by its name, as people say it; never by its code.
    assert "tahun lalu: Meningkatnya ketenteraman dan ketertiban umum: " in laporan
    bagian = "/kerja/36.04/2025/kecamatan-baros/laporan/bagian/sasaran.s3.sebab_solusi/"
    assert "94% sama dengan laporan 2024" in buka(bagian, "program")


@pada("2026-04-08")
def test_8_april_yang_belum_waktunya_tidak_merah(buka: Buka) -> None:
    lembar = buka(BAROS + "pengukuran/triwulan-1/", "program")

    assert _baris(lembar, "(IKM) kecamatan").endswith("Belum waktunya")
    assert _baris(lembar, "masuk RKPD").endswith("Belum waktunya")
    assert _baris(lembar, "Nilai AKIP kecamatan").endswith("Belum terbit")
    # (2 × 30 − 41) / 30 = 63,33 %; 13/14 against 11/14 = 118,18 %; 6/6 against 90 = 111,11 %
    # Not approved yet, so it is no "rendah": nothing is concluded from it (tafsir-0214).
    assert "63,33% rendah" not in lembar
    assert "Golongan sebab Cara kerja Penyebab Berkas bolak-balik" in lembar
    assert "41 63,33%" in lembar
    assert "13/14 118,18%" in lembar
    assert "6/6 111,11%" in lembar
    assert "Lia Contoh mengajukan" in lembar


def _baris(lembar: str, nama: str) -> str:
    """A row's words up to its state, from the name of its indicator on."""
    potong = lembar.partition(nama)[2]
    return re.split(r"(?<=Belum waktunya)|(?<=Belum terbit)|%", potong, maxsplit=2)[
        1 if potong.lstrip().startswith("%") else 0
    ]


@pada("2026-06-19")
def test_19_juni_70_koma_00_masih_b_dan_jalannya_disebut(buka: Buka) -> None:
    alamat = "/kerja/36.04/2025/kecamatan-baros/evaluasi/"
    halaman = buka(alamat, "camat1")

    assert "LHE 2026: 70,00 = B" in halaman
    assert (
        "70,00 masih B; BB dimulai di atas 70,00. Satu kenaikan cukup, mis. 3.b B→BB (+0,45)."
        in halaman
    )
    assert "82,40 A" in halaman
    assert "9 rekomendasi" in halaman
    mengapa = buka(alamat + "mengapa/panel/", "camat1")
    assert "Jumlah: 21,60 + 21,60 + 10,05 + 16,75 = 70,00." in mengapa
    assert "70,00 terletak di atas 60,00 sampai dengan 70,00: B (Baik)." in mengapa


@pada("2026-07-13")
def test_13_juli_mancak_kosong_terlambat_dan_pesannya_siap_disalin(buka: Buka) -> None:
    papan = buka("/kerja/36.04/2026/papan/?tahap=pengukuran&jenis=kecamatan", "organisasi")

    assert "Pengukuran 2026: 28 dari 29 unit sudah, 1 ditunggu" in papan
    assert "Kecamatan Mancak triwulan II belum diisi, terlambat 1 hari kerja" in papan
    assert papan.count("triwulan II disetujui, menunggu telaah") == 27  # Baros is examined already
    assert "per 13-07-2026 1 unit ditunggu: 1. Kecamatan Mancak: triwulan II belum diisi" in papan
    beranda = buka("/kerja/36.04/", "mancak")
    assert "Isi dan ajukan pengukuran triwulan II 2026 Kecamatan Mancak" in beranda


@pada("2026-07-16")
def test_16_juli_mancak_terisi_dengan_izin_dan_terlambat_4_hari_kerja(buka: Buka) -> None:
    lembar = buka("/kerja/36.04/2026/kecamatan-mancak/pengukuran/triwulan-2/", "organisasi")

    assert "izin perpanjangan sampai 17 Juli 2026: Jaringan internet kecamatan terputus" in lembar
    assert "Terlambat 4 hari kerja" in lembar


@pada("2026-10-06")
def test_6_oktober_14_dari_14_kembali_dengan_dua_desa_disebut(buka: Buka) -> None:
    sebab = "2 desa tanpa bukti uji E: Desa C, Desa K"
    lembar = buka(BAROS + "pengukuran/triwulan-3/", "pmd")

    assert "Triwulan III dikembalikan untuk diperbaiki" in lembar
    assert f"Daftar periksa menghitung 12/14 Berbeda dari daftar periksa {sebab}" in lembar
    assert f"14/14 Dedi Contoh mengembalikan: “{sebab}”" in lembar
    assert sebab in buka("/kerja/36.04/", "pmd")
    daftar = buka(BAROS + "pengukuran/triwulan-3/daftar-periksa/iku-2/", "pmd")
    assert "12 dari 14 desa memenuhi semua uji yang jatuh tempo" in daftar


@pada("2026-10-16")
def test_16_oktober_target_tidak_turun_dan_perjanjian_lama_tetap_berlaku(buka: Buka) -> None:
    usul = buka(BAROS + "usul-target/", "camat2")

    assert "semula 11/14 → menjadi 9/14 Ditolak" in usul
    assert "Pergantian pejabat memperbarui perjanjian, bukan target." in usul
    perjanjian = buka(BAROS + "perjanjian/", "camat2")
    assert "Perjanjian kinerja 2026 berlaku sejak 16 Oktober 2026" in perjanjian
    assert "Perjanjian kinerja 2026 berlaku 1 Januari–15 Oktober 2026" in perjanjian
    baru = buka(BAROS + "perjanjian/2/", "camat2")
    assert "ditandatangani 16 Oktober 2026 Pihak Pertama, Camat Baros Euis Contoh" in baru
    assert "11/14" in baru
    # both values of the quarter stay in the sheet's history
    lembar = buka(BAROS + "pengukuran/triwulan-3/", "organisasi")
    assert "12/14 109,09%" in lembar
    assert "14/14 Dedi Contoh mengembalikan" in lembar


@pada("2026-11-24")
def test_24_november_angka_baros_sampai_halaman_buktinya(buka: Buka) -> None:
    tahun = buka(BAROS, "bupati")

    # 61/72 = 84,72 against 90 = 94,14 %; 12/14 against 11/14 = 109,09 %
    assert "90,00 61/72 94,14" in tahun
    assert "11/14 12/14 109,09" in tahun
    lembar = buka(BAROS + "pengukuran/triwulan-3/", "bupati")
    assert "kumulatif 61/72 = 84,72%" in lembar
    assert "Register gangguan dan pengaduan, triwulan III 2026 (tab baru) hlm. 1" in lembar
