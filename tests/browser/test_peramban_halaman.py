"""Every page of the staff interface in a real browser, in its four looks."""

import pytest
from daftar_halaman import BUKAN_HALAMAN, HALAMAN, Halaman, daftar_rute
from playwright.sync_api import Browser
from situs import Situs, buka_semua_lipatan, periksa_kepala, periksa_wajah

pytestmark = pytest.mark.browser

MENU = ("Tema dan kerapatan", "Tahun", "Joko Contoh")


def test_setiap_alamat_ada_dalam_daftar() -> None:
    dikenal = {h.rute for h in HALAMAN} | set(BUKAN_HALAMAN)

    assert daftar_rute() - dikenal == set(), "tambahkan ke daftar_halaman.py"
    assert dikenal - daftar_rute() == set(), "alamat ini sudah tidak ada"


@pytest.mark.parametrize("satu", HALAMAN, ids=lambda satu: satu.nama)
def test_halaman_lolos_axe_dan_tidak_melebar(
    situs: Situs, chromium: Browser, satu: Halaman
) -> None:
    with situs.buka(chromium, satu.akun) as page:
        page.goto(satu.url())

        periksa_kepala(page)
        buka_semua_lipatan(page)
        periksa_wajah(page, satu.nama)
