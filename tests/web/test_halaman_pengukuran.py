"""The pages of measurement: what they find, and what becomes of input that is refused."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from jelajah import alamat, klien

from domain.berkas_uji import PDF_POLOS
from domain.lembar_uji import lembar, sampai, siapkan
from domain.pemeran import Dunia
from domain.periksa_uji import bukti, tata_daftar, uji
from domain.ukur_uji import TAHUN, Ukur, kunci_jendela, tata_ukur
from sakip.arsip.models import Bukti
from sakip.pengukuran.models import Realisasi

KODE, UNIT = "99.11", "dinas-anggrek"
DI_JENDELA, SESUDAHNYA = date(2026, 4, 8), date(2026, 4, 20)


@pytest.fixture(autouse=True)
def pada(settings: Any) -> Any:
    """The pages live on this day."""

    def atur(hari: date) -> None:
        settings.TANGGAL_CONTOH = hari

    atur(DI_JENDELA)
    return atur


def _url(nama: str = "lembar_pengukuran", n: int = 1, *lagi: str) -> str:
    return alamat(nama, KODE, TAHUN, UNIT, n, *lagi)


def _teks(satu: Client, tempat: str) -> str:
    jawaban = satu.get(tempat)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def _isi(jawaban: Any) -> str:
    return " ".join(jawaban.content.decode().split())


def _realisasi(kode: str) -> Realisasi:
    return Realisasi.objects.get(indikator__kode=kode, periode__jenis="triwulan")


# What the heading finds -------------------------------------------------------------------------


def test_lembar_yang_terkunci_menyebut_berapa_angka_di_bawah_target(dunia: Dunia) -> None:
    u = siapkan(dunia)  # 1b: 41 of 30 minutes; iku-2: 13 of 11 desa; iku-3: 6/6 of 90 %
    sampai(u, "terkunci")

    assert "<h1>Triwulan I terkunci: 1 dari 3 angka di bawah target</h1>" in _teks(
        klien(dunia, "citra"), _url()
    )


def test_sebelum_jendelanya_lembar_belum_waktunya_bukan_kosong(dunia: Dunia) -> None:
    tata_ukur(dunia)

    teks = _teks(klien(dunia, "ani"), _url(n=4))

    assert "<h1>Triwulan IV belum waktunya diisi</h1>" in teks
    assert "Diisi 1 Januari 2027 sampai 11 Januari 2027." in teks
    assert "Belum diisi" not in teks


def test_uji_yang_belum_jatuh_tempo_tidak_mengurangi_hitungan_hari_ini(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    tata_daftar(u)  # A and B from the first quarter, E from the third
    for kode in ("A", "B"):
        uji(u, "Desa A", kode, bukti=bukti(u, f"Bukti {kode}").uuid)

    teks = _teks(klien(dunia, "ani"), _url("daftar_periksa", 3, "iku-2"))

    assert "<h1>1 dari 14 desa memenuhi semua uji yang jatuh tempo</h1>" in teks
    assert "13 desa tanpa bukti uji A; 13 desa tanpa bukti uji B" in teks
    assert "Belum waktunya" in teks


def test_formulir_survei_menyebut_sembilan_unsurnya(dunia: Dunia, pada: Any) -> None:
    tata_ukur(dunia)
    pada(date(2026, 7, 8))

    teks = _teks(klien(dunia, "ani"), _url(n=2))

    assert "U1 Persyaratan" in teks
    assert "U9 Sarana dan prasarana" in teks


# Input that is refused --------------------------------------------------------------------------


def test_sesudah_jendela_ditutup_ketikan_tetap_terbaca_dan_ada_jalan_kembali(
    dunia: Dunia, pada: Any
) -> None:
    tata_ukur(dunia)
    kunci_jendela(dunia)
    ani = klien(dunia, "ani")
    pada(SESUDAHNYA)

    jawaban = ani.post(
        _url(),
        {"versi": "0", "versi.1b": "0", "teks.1b": "41", "penyebab.1b": "Loket hanya satu."},
        headers={"Referer": f"http://testserver{_url()}"},
    )

    assert jawaban.status_code == 409
    assert "Yang Anda ketik" in _isi(jawaban)
    assert "<dt>Penyebab 1b</dt><dd>Loket hanya satu.</dd>" in _isi(jawaban)
    assert f'href="http://testserver{_url()}"' in _isi(jawaban)


def test_jalan_kembali_tidak_pernah_ke_situs_lain(dunia: Dunia, pada: Any) -> None:
    tata_ukur(dunia)
    pada(SESUDAHNYA)

    jawaban = klien(dunia, "ani").post(
        _url(), {"versi.1b": "0", "teks.1b": "41"}, headers={"Referer": "https://lain.example/"}
    )

    assert "lain.example" not in _isi(jawaban)


def test_dua_tab_yang_kedua_diberi_tahu_dan_ketikannya_tetap(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    u.isi("1b", 1, "41")

    jawaban = klien(dunia, "ani").post(_url(), {"versi.1b": "0", "teks.1b": "39"})

    assert jawaban.status_code == 422
    assert 'value="39"' in _isi(jawaban)
    assert 'aria-invalid="true"' in _isi(jawaban)
    assert _realisasi("1b").teks == "41"


@pytest.mark.parametrize(
    ("kode", "teks", "kata"),
    [
        ("iku-3", "9/8", "Pembilang 9 lebih besar daripada penyebut 8."),
        ("iku-3", "8/8", ""),
        ("1b", "-5", "-5 negatif, padahal target dan angka sebelumnya tidak."),
        ("1b", "0", ""),
    ],
)
def test_angka_yang_janggal_diterima_tetapi_minta_diperiksa_lagi(
    dunia: Dunia, kode: str, teks: str, kata: str
) -> None:
    tata_ukur(dunia)
    ani = klien(dunia, "ani")

    assert ani.post(_url(), {f"versi.{kode}": "0", f"teks.{kode}": teks}).status_code == 302

    halaman = _teks(ani, _url())
    assert kata in halaman
    assert bool(kata) == ("1 peringatan belum dijawab" in halaman)


def test_bukti_tanpa_berkas_ditolak_di_formulirnya(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    u.isi("1b", 1, "41")

    jawaban = klien(dunia, "ani").post(
        _url("bukti_pengukuran"),
        {"realisasi": str(_realisasi("1b").uuid), "judul": "Register loket", "halaman": "hlm. 3"},
    )

    assert jawaban.status_code == 422
    assert "Pilih berkasnya, atau tulis tautannya" in _isi(jawaban)
    assert 'value="Register loket"' in _isi(jawaban)
    assert 'value="hlm. 3"' in _isi(jawaban)


def test_bukti_yang_tidak_dapat_ditautkan_tidak_tersimpan(dunia: Dunia) -> None:
    """Refused means nothing is kept: a file without a figure would be offered as evidence."""
    tata_ukur(dunia)

    jawaban = klien(dunia, "ani").post(
        _url("bukti_pengukuran"),
        {
            "realisasi": str(uuid4()),
            "judul": "Bukti yatim",
            "berkas": SimpleUploadedFile("register.pdf", PDF_POLOS, "application/pdf"),
        },
    )

    assert jawaban.status_code == 404
    assert not Bukti.objects.exists()


def test_kunci_tanpa_tanggal_tidak_dibuka_dan_alasannya_tetap(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "terkunci")

    jawaban = _buka_kunci(u, sampai="besok")

    assert jawaban.status_code == 422
    assert "isi tanggal berakhirnya" in _isi(jawaban)
    assert ">Angka tertukar.</textarea>" in _isi(jawaban)
    assert lembar(u).keadaan == "terkunci"


def _buka_kunci(u: Ukur, **isi: str) -> Any:
    return klien(u.dunia, "fitri").post(
        _url("buka_kunci_pengukuran"),
        {"versi": lembar(u).versi, "alasan": "Angka tertukar.", **isi},
    )
