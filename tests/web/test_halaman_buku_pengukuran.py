"""A quarter in Excel on its pages: download, upload, decide, apply, and what is refused."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from jelajah import alamat, klien

from domain.buku_ukur_uji import tulis, ubah
from domain.pemeran import Dunia
from domain.ukur_uji import TAHUN, Ukur, kunci_jendela, tata_ukur
from sakip.impor.models import BetsImpor

LEMBAR = ("99.11", TAHUN, "dinas-anggrek", 1)


@pytest.fixture
def ukur(dunia: Dunia, settings: Any) -> Ukur:
    settings.TANGGAL_CONTOH = date(2026, 4, 8)
    return tata_ukur(dunia)


def _unduh(orang: Client) -> bytes:
    jawaban = orang.get(alamat("buku_pengukuran", *LEMBAR))
    nama = "pengukuran-dinas-anggrek-2026-tw1.xlsx"
    assert jawaban["Content-Disposition"] == f'attachment; filename="{nama}"'
    return jawaban.content


def _unggah(orang: Client, isi: bytes, *lembar: object) -> Any:
    berkas = SimpleUploadedFile("buku.xlsx", isi)
    url = alamat("unggah_buku_pengukuran", *(lembar or LEMBAR))
    return orang.post(url, {"berkas": berkas}, follow=True)


def test_diunduh_diisi_diunggah_diputuskan_diterapkan_dua_kali(ukur: Ukur) -> None:
    ani = klien(ukur.dunia, "ani")
    lembar = ani.get(alamat("lembar_pengukuran", *LEMBAR)).content.decode()
    assert alamat("buku_pengukuran", *LEMBAR) in lembar
    assert alamat("unggah_buku_pengukuran", *LEMBAR) in lembar
    isi = ubah(_unduh(ani), tulis("1b", Angka=40), tulis("iku-3", Pembilang=6, Penyebut="enam"))
    ukur.isi("1b", 1, "39")

    halaman = _unggah(ani, isi).content.decode()
    bets = BetsImpor.objects.get()
    baris = {b.isi["asal"]["kode"]: b.nomor for b in bets.baris.filter(akibat="galat")}
    assert "2 baris harus diperbaiki dahulu" in halaman
    assert f'name="sel.{baris["1b"]}.putusan"' in halaman
    assert "pertahankan yang tersimpan" in halaman
    ani.post(
        alamat("perbaiki_impor", "99.11", bets.uuid),
        {
            "versi": "1",
            f"sel.{baris['1b']}.putusan": "buku",
            f"sel.{baris['iku-3']}.penyebut": "6",
        },
    )
    ani.post(alamat("terapkan_impor", "99.11", bets.uuid), {"versi": "2"})
    assert ukur.mutakhir("1b", "triwulan").realisasi_teks == "40"
    assert ukur.mutakhir("iku-3", "triwulan").realisasi_teks == "6/6"

    kedua = _unggah(ani, isi)
    # The file still says "enam", and 39 was overruled by hand: it is no longer what is stored.
    assert kedua.redirect_chain[-1][0] == alamat("impor", "99.11", BetsImpor.objects.last().uuid)  # type: ignore[union-attr]
    ketiga = _unggah(ani, _unduh(ani))
    assert ketiga.redirect_chain[-1][0] == alamat("lembar_pengukuran", *LEMBAR)
    assert "tidak ada yang berubah" in ketiga.content.decode()


def test_buku_lembar_lain_dan_berkas_kosong_dikatakan_di_halamannya(ukur: Ukur) -> None:
    ani = klien(ukur.dunia, "ani")
    lain = _unggah(ani, _unduh(ani), "99.11", TAHUN, "dinas-anggrek", 2)
    kosong = ani.post(alamat("unggah_buku_pengukuran", *LEMBAR), {})

    assert "Unggah di lembarnya sendiri" in lain.content.decode()
    assert "Pilih berkasnya" in kosong.content.decode()
    assert {lain.status_code, kosong.status_code} == {422}
    assert not BetsImpor.objects.exists()


def test_lembar_yang_tertutup_tidak_memberi_buku(ukur: Ukur, settings: Any) -> None:
    kunci_jendela(ukur.dunia)
    settings.TANGGAL_CONTOH = date(2026, 6, 1)
    ani = klien(ukur.dunia, "ani")

    unduhan = ani.get(alamat("buku_pengukuran", *LEMBAR))
    halaman = ani.get(alamat("unggah_buku_pengukuran", *LEMBAR)).content.decode()

    assert unduhan.status_code == 409
    assert "Jendela sudah ditutup" in unduhan.content.decode()
    assert "Jendela sudah ditutup" in halaman
    assert '<form method="post" enctype' not in halaman


def test_buku_yang_diunggah_dari_halaman_impor_sama_saja(ukur: Ukur) -> None:
    ani = klien(ukur.dunia, "ani")
    isi = ubah(_unduh(ani), tulis("1b", Angka=40))
    url = alamat("unggah_impor", "99.11")
    jawaban = ani.post(
        url, {"jenis": "pengukuran", "berkas": SimpleUploadedFile("b.xlsx", isi)}, follow=True
    )

    assert "1 baris baru" in jawaban.content.decode()
    assert BetsImpor.objects.get().unit.slug == "dinas-anggrek"
