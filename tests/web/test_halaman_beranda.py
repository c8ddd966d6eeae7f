"""Beranda says what is due even where nobody's act gave it to anybody."""

import re
from html import unescape

import pytest
from jelajah import alamat, klien

from domain.pemeran import Dunia, menulis_langsung
from domain.ukur_uji import TAHUN, tata_ukur
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran.models import LembarPengukuran

pytestmark = pytest.mark.usefixtures("hari_cerita")


def _beranda(dunia: Dunia, siapa: str) -> str:
    jawaban = klien(dunia, siapa).get(alamat("beranda_instansi", dunia.instansi.kode))
    assert jawaban.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", jawaban.content.decode())).split())


@pytest.fixture
def telat(dunia: Dunia) -> Dunia:
    """One quarter of Dinas Anggrek is locked; the third, whose window closed, was never opened."""
    ukur = tata_ukur(dunia)
    with menulis_langsung(dunia.sistem):
        LembarPengukuran.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit[ukur.unit],
            periode=organisasi.periode(TAHUN, "triwulan", 1),
            keadaan="terkunci",
        )
    return dunia


def test_unit_yang_terlambat_tidak_membaca_bahwa_tidak_ada_yang_menunggu(telat: Dunia) -> None:
    teks = _beranda(telat, "ani")

    assert "hal ditunggu dari Dinas Anggrek" in teks
    assert "Pengukuran 2026 triwulan III belum diisi, terlambat" in teks
    assert "Tidak ada yang menunggu Anda" not in teks


def test_pemda_membaca_berapa_unit_yang_terlambat(telat: Dunia) -> None:
    teks = _beranda(telat, "fitri")

    assert "Yang terlambat Pengukuran 2026 1 unit terlambat" in teks
    assert "Semua unit bersama" in teks


def test_unit_tanpa_catatan_apa_pun_tidak_dikatakan_terlambat(dunia: Dunia) -> None:
    teks = _beranda(dunia, "ani")

    assert "terlambat" not in teks
    assert "Tidak ada yang menunggu Anda hari ini" in teks
