"""Warnings, lights and ticks on the sheet; and the queue where sheets are done together."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import alamat, klien

from domain.lembar_uji import SOLUSI, lembar, sampai, siapkan, tambah_orang, tindak
from domain.mutu_uji import JAWABAN, janggal, jawab, temuan
from domain.pemeran import Dunia
from domain.ukur_uji import TAHUN, Ukur, tata_ukur
from sakip.bersama.izin import Peran
from sakip.pengukuran.models import JawabanTemuan, LembarPengukuran

KODE, UNIT = "99.11", "dinas-anggrek"
HX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def di_jendela(settings: Any) -> None:
    settings.TANGGAL_CONTOH = date(2026, 4, 8)


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = tata_ukur(dunia)
    tambah_orang(u, "vera", Peran.VERIFIKATOR_UNIT)
    janggal(u)
    return u


def _url(nama: str = "lembar_pengukuran", n: int = 1) -> str:
    return alamat(nama, KODE, TAHUN, UNIT, n)


def _teks(jawaban: Any, status: int = 200) -> str:
    assert jawaban.status_code == status
    return " ".join(jawaban.content.decode().split())


def _isian(u: Ukur, jawaban: str, sidik: str = "") -> dict[str, str]:
    sidik = sidik or temuan(u).sidik
    return {"temuan": sidik, f"jawab.{sidik}": jawaban, f"versi_temuan.{sidik}": "0"}


def test_lembar_menyebut_peringatan_lampu_dan_tempatnya(ukur: Ukur) -> None:
    teks = _teks(klien(ukur.dunia, "ani").get(_url()))

    assert "Pembilang 9 lebih besar daripada penyebut 8." in teks
    assert "Jawaban atas peringatan ini" in teks
    assert "Tiga lampu sebelum diajukan" in teks
    assert f'href="{alamat("aksi", KODE, TAHUN, UNIT)}"' in teks
    assert "Kuning: tidak menahan" in teks  # advised here: no plan of action, no evidence
    assert '<a href="#baris-iku-3">1 hal belum lengkap' in teks


def test_tanpa_skrip_jawaban_tersimpan_bersama_isian_lalu_diajukan(ukur: Ukur) -> None:
    ani = klien(ukur.dunia, "ani")
    isi = _isian(ukur, JAWABAN) | {"versi": "1"}

    assert ani.post(_url("ajukan_pengukuran"), isi).status_code == 302

    assert LembarPengukuran.objects.get().keadaan == "diajukan"
    assert JawabanTemuan.objects.get().jawaban == JAWABAN


def test_jawaban_terlalu_pendek_dikatakan_dan_tetap_terbaca(ukur: Ukur) -> None:
    ani = klien(ukur.dunia, "ani")

    ani.post(_url(), _isian(ukur, "ya"))

    assert "Jawaban “ya” tidak disimpan. Tulis sebabnya, 10 sampai 2000 huruf." in _teks(
        ani.get(_url())
    )


def test_dengan_skrip_jawaban_tersimpan_di_tempatnya(ukur: Ukur) -> None:
    ani = klien(ukur.dunia, "ani")

    pendek = _teks(ani.post(_url("jawab_temuan"), _isian(ukur, "ya"), headers=HX))
    assert "Tulis sebabnya, 10 sampai 2000 huruf." in pendek
    assert ">ya</textarea>" in pendek

    cukup = _teks(ani.post(_url("jawab_temuan"), _isian(ukur, JAWABAN), headers=HX))
    assert f">{JAWABAN}</textarea>" in cukup
    assert "Dijawab Ani Contoh" in cukup
    assert "1 peringatan dijawab" in cukup


def test_dengan_skrip_peringatan_yang_hilang_dikatakan(ukur: Ukur) -> None:
    isi = _isian(ukur, JAWABAN)
    ukur.isi("iku-3", 1, "8/8")

    teks = _teks(klien(ukur.dunia, "ani").post(_url("jawab_temuan"), isi, headers=HX))

    assert "Peringatan itu sudah tidak ada" in teks


def test_angka_yang_disimpan_membawa_peringatannya(ukur: Ukur) -> None:
    ukur.isi("iku-3", 1, "8/8")
    isi = {"versi.iku-3": str(ukur.versi("iku-3", 1)), "teks.iku-3": "12/8"}

    teks = _teks(
        klien(ukur.dunia, "ani").post(
            alamat("isi_sel", KODE, TAHUN, UNIT, 1, "iku-3"), isi, headers=HX
        )
    )

    assert '<div id="mutu-iku-3" hx-swap-oob="true">' in teks
    assert "Pembilang 12 lebih besar daripada penyebut 8." in teks


def test_pemeriksa_membaca_jawaban_dan_mencentang(ukur: Ukur) -> None:
    jawab(ukur)
    tindak(ukur, "ajukan", "ani")
    vera = klien(ukur.dunia, "vera")
    teks = _teks(vera.get(_url()))
    assert f"“{JAWABAN}”" in teks
    assert "0 dari 3 angka sudah Anda periksa" in teks
    assert "Tandai semua 2 baris tanpa peringatan" in teks
    versi = {"versi": str(lembar(ukur).versi)}

    ditolak = _teks(vera.post(_url("verifikasi_pengukuran"), versi), 409)
    assert '<a href="#baris-iku-3">Indikator iku-3: berperingatan' in ditolak

    assert vera.post(_url("tandai_angka"), versi).status_code == 302
    satu = versi | {"indikator": "iku-3", "catatan": "Register dilihat."}
    assert vera.post(_url("tandai_angka"), satu).status_code == 302
    teks = _teks(vera.get(_url()))
    assert "3 dari 3 angka sudah Anda periksa" in teks
    assert "“Register dilihat.”" in teks
    assert vera.post(_url("verifikasi_pengukuran"), versi).status_code == 302


# The queue ---------------------------------------------------------------------------------------


def _antrean(k: Client) -> str:
    return _teks(k.get(alamat("periksa_pengukuran", KODE)))


def test_antrean_kosong_menyebut_apa_yang_akan_ada(ukur: Ukur) -> None:
    assert "<h1>Tidak ada lembar yang menunggu Anda</h1>" in _antrean(klien(ukur.dunia, "fitri"))


def test_lembar_berperingatan_tidak_dapat_dicentang_bersama(ukur: Ukur) -> None:
    jawab(ukur)
    tindak(ukur, "ajukan", "ani")
    vera = klien(ukur.dunia, "vera")
    assert "1 peringatan: buka lembarnya" in _antrean(vera)

    teks = _teks(
        vera.post(
            alamat("periksa_pengukuran", KODE),
            {"tindakan": "verifikasi", "lembar": str(lembar(ukur).uuid)},
        )
    )

    assert "0 dari 1 lembar berhasil" in teks
    assert LembarPengukuran.objects.get().keadaan == "diajukan"


def test_yang_satu_gagal_yang_lain_tetap(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "disetujui")
    fitri = klien(dunia, "fitri")
    with CaptureQueriesContext(connection) as satu:
        _antrean(fitri)
    for kode, teks in (("1b", "30"), ("iku-2", "13/14"), ("iku-3", "30/30")):
        u.isi(kode, 2, teks)
    u.survei(2, ["3,40"] * 9, "150", isian=_berpenyebab())
    sampai(u, "disetujui", 2)
    with CaptureQueriesContext(connection) as dua:
        assert "2 lembar pengukuran menunggu Anda" in _antrean(fitri)
    assert len(dua) == len(satu)
    pertama, kedua = lembar(u, 1), lembar(u, 2)

    teks = _teks(
        fitri.post(
            alamat("periksa_pengukuran", KODE),
            {
                "tindakan": "telaah",
                "lembar": [str(pertama.uuid), str(kedua.uuid)],
                f"versi.{pertama.uuid}": "1",  # somebody moved it since the page was opened
                f"versi.{kedua.uuid}": str(kedua.versi),
            },
        )
    )

    assert "1 dari 2 lembar berhasil" in teks
    assert "triwulan I 2026</a>: Lembar ini sudah berubah" in teks
    assert "triwulan II 2026</a>: selesai ditelaah" in teks
    assert (lembar(u, 1).keadaan, lembar(u, 2).keadaan) == ("disetujui", "ditelaah")


def _berpenyebab() -> Any:
    from sakip.pengukuran.services import IsianSel  # noqa: PLC0415 - used only here

    return IsianSel(**SOLUSI, faktor="Sesuai rencana.")
