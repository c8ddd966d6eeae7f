"""The board of measurement and the windows, as pages: never stale, few queries, whole refusals."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import klien

from domain.lembar_uji import lembar, sampai, siapkan
from domain.pemeran import Dunia
from domain.ukur_uji import TAHUN, Ukur, tata_ukur
from sakip.organisasi.models import Jadwal, KebijakanInstansi, Perpanjangan

PAPAN = f"/kerja/99.11/{TAHUN}/papan/pengukuran/"
JADWAL = f"/kerja/99.11/{TAHUN}/jadwal/"
LEMBAR = f"/kerja/99.11/{TAHUN}/dinas-anggrek/pengukuran/triwulan-1/"


@pytest.fixture(autouse=True)
def lewat(settings: Any) -> None:
    """Thursday 16 April 2026: four working days after the window of the first quarter."""
    settings.TANGGAL_CONTOH = date(2026, 4, 16)


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


@pytest.fixture
def fitri(dunia: Dunia) -> Client:
    return klien(dunia, "fitri")


def _teks(k: Client, alamat: str = PAPAN) -> str:
    jawaban = k.get(alamat)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def _kueri(k: Client, alamat: str) -> int:
    with CaptureQueriesContext(connection) as kueri:
        _teks(k, alamat)
    return len(kueri)


def test_papan_menyebut_hari_kerja_dan_pesannya_bertautan(ukur: Ukur, fitri: Client) -> None:
    teks = _teks(fitri)

    assert "0 dari 1 unit sudah mengajukan, 1 lewat batas" in teks
    assert "1. Dinas Anggrek: 0 dari 3 angka, terlambat 4 hari kerja" in teks
    assert f"http://testserver{LEMBAR}" in teks
    assert "Tidak ada unit yang cocok" in _teks(fitri, f"{PAPAN}?keadaan=terkunci")
    del ukur


def test_satu_angka_yang_disimpan_langsung_terlihat(ukur: Ukur, fitri: Client) -> None:
    assert "0 dari 3 angka" in _teks(fitri)

    ukur.isi("1b", 1, "30")

    assert "1 dari 3 angka" in _teks(fitri)


def test_kueri_hangat_dan_sesudah_satu_unit_berubah(ukur: Ukur, fitri: Client) -> None:
    _teks(fitri)

    # Session, account, instansi with peran, data versions.
    assert _kueri(fitri, PAPAN) == 4
    ukur.isi("1b", 1, "30")
    # With them figures, sheets (and posts, where there are any) of the one unit that changed.
    assert _kueri(fitri, PAPAN) <= 7
    assert _kueri(fitri, f"{PAPAN}?urut=-terisi") == 4


def test_kunci_yang_dicentang_dan_yang_gagal_disebut(dunia: Dunia, fitri: Client) -> None:
    u = siapkan(dunia)
    sampai(u, "ditelaah")
    satu = f"dinas-anggrek {lembar(u).versi}-0-0-0"

    gagal = fitri.post(f"{PAPAN}kunci/", {"triwulan": "1", "unit": [satu, "dinas-bakung 0-0-0-0"]})
    lagi = fitri.post(f"{PAPAN}kunci/", {"triwulan": "1", "unit": [satu]})

    assert gagal.status_code == 409
    assert "1 dari 2 lembar berhasil" in gagal.content.decode()
    assert lembar(u).keadaan == "terkunci"
    # Once more with the version of before: refused, and said.
    assert lagi.status_code == 409


def test_buka_kunci_perlu_alasan_dan_tanggal(dunia: Dunia, fitri: Client) -> None:
    u = siapkan(dunia)
    sampai(u, "terkunci")
    isi = {"triwulan": "1", "unit": [f"dinas-anggrek {lembar(u).versi}-0-0-0"]}

    kurang = fitri.post(f"{PAPAN}buka-kunci/", isi)
    jadi = fitri.post(
        f"{PAPAN}buka-kunci/?keadaan=terkunci", isi | {"alasan": "salah", "sampai": "2026-05-01"}
    )

    assert kurang.status_code == 422
    assert "Isi tanggal berakhirnya." in kurang.content.decode()
    assert jadi.headers["Location"] == f"{PAPAN}?keadaan=terkunci&triwulan=1"
    assert lembar(u).dibuka_sampai == date(2026, 5, 1)


@pytest.mark.parametrize("unit", ["dinas-anggrek", "dinas-anggrek 1-0", "dinas-anggrek x-0-0-0"])
def test_centang_yang_rusak_ditolak(ukur: Ukur, fitri: Client, unit: str) -> None:
    jawaban = fitri.post(f"{PAPAN}kunci/", {"triwulan": "1", "unit": [unit]})

    assert jawaban.status_code == 422
    del ukur


def test_unduhan_memuat_satu_baris_tiap_triwulan(ukur: Ukur, fitri: Client) -> None:
    baris = _teks(fitri, f"{PAPAN}unduh/csv/?keadaan=menunggak").splitlines()

    assert len(baris) == 1 + 4
    assert baris[1].startswith("Dinas Anggrek,I,belum mengisi,0,3,4,belum,")
    assert fitri.get(f"{PAPAN}unduh/xlsx/").status_code == 200
    assert fitri.get(f"{PAPAN}unduh/pdf/").status_code == 404
    del ukur


# Windows ----------------------------------------------------------------------------------------


def test_jendela_setahun_diatur_sekaligus_lalu_diubah(dunia: Dunia, fitri: Client) -> None:
    del dunia
    assert 'value="2026-10-12"' in _teks(fitri, JADWAL)
    # The fifth working day after 30 September 2026, a Wednesday: 1, 2, 5, 6, 7 October.
    assert 'value="2026-10-07"' in _teks(fitri, f"{JADWAL}?hari=5")
    isi = {"mulai.3": "2026-10-01", "selesai.3": "2026-10-12", "dasar": "SE contoh"}

    kosong = fitri.post(f"{JADWAL}susun/", isi | {"selesai.3": ""})
    jadi = fitri.post(f"{JADWAL}susun/", isi)
    ubah = {"mulai": "2026-10-01", "selesai": "2026-10-13", "dasar": "SE contoh", "versi": "1"}
    tanpa = fitri.post(f"{JADWAL}pengukuran/3/", ubah)
    dengan = fitri.post(f"{JADWAL}pengukuran/3/", ubah | {"alasan": "Cuti bersama"})
    usang = fitri.post(f"{JADWAL}pengukuran/3/", ubah | {"alasan": "lagi", "selesai": "2026-10-14"})

    kode = [j.status_code for j in (kosong, jadi, tanpa, dengan, usang)]
    assert kode == [422, 302, 422, 302, 409]
    assert Jadwal.objects.get().selesai == date(2026, 10, 13)
    assert "Cuti bersama" in _teks(fitri, JADWAL)


def test_izin_untuk_dua_unit_dan_kebijakan(ukur: Ukur, fitri: Client) -> None:
    j = Jadwal.objects.get(periode__nomor=1)
    isi = {"jadwal": str(j.uuid), "sampai": "2026-04-24", "alasan": "Jaringan", "nomor": "000/2026"}

    tanpa = fitri.post(f"{JADWAL}izin/", isi)
    jadi = fitri.post(f"{JADWAL}izin/", isi | {"unit": ["dinas-anggrek", "dinas-bakung"]})
    kunci = {"kaidah": "jendela", "jendela": "kunci", "berlaku": "2026-04-01", "dasar": "SE contoh"}
    pilih = fitri.post(f"{JADWAL}kebijakan/", kunci)
    salah = {"kaidah": "eskalasi", "atasan": "5", "sekretaris_daerah": "3"}
    tolak = fitri.post(f"{JADWAL}kebijakan/", kunci | salah)

    assert [x.status_code for x in (tanpa, jadi, pilih, tolak)] == [422, 302, 302, 422]
    assert Perpanjangan.objects.count() == 2
    assert KebijakanInstansi.objects.get(kaidah="pengukuran.jendela").pilihan == {
        "jendela": "kunci"
    }
    assert "ditolak sampai unit mendapat izin" in _teks(fitri, JADWAL)
    assert "izin sampai 24 April 2026" in _teks(fitri)
    del ukur


def test_beranda_dan_lembar_menghitung_mundur(ukur: Ukur, settings: Any) -> None:
    settings.TANGGAL_CONTOH = date(2026, 4, 8)
    ukur.isi("1b", 1, "30")
    ani = klien(ukur.dunia, "ani")

    # Thursday 9 and Friday 10 are left.
    kata = "Tutup 2 hari kerja lagi (10 April 2026, 23.59 WIB)."
    assert kata in _teks(ani, LEMBAR)
    assert kata in _teks(ani, "/kerja/99.11/")
    settings.TANGGAL_CONTOH = date(2026, 4, 10)
    assert "Tutup hari ini, 23.59 WIB." in _teks(ani, LEMBAR)
    settings.TANGGAL_CONTOH = date(2026, 4, 16)
    assert "Terlambat 4 hari kerja, belum diajukan" in _teks(ani, LEMBAR)
