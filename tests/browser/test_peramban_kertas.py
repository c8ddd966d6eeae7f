"""What a page says on paper, and every page in English."""

import pytest
from daftar_halaman import HALAMAN
from django.conf import settings
from halaman import HP_TERANG, periksa_lebar
from playwright.sync_api import Browser, Page, expect
from situs import Situs, periksa_kepala

pytestmark = pytest.mark.browser


def _kertas(page: Page, alamat: str) -> None:
    page.goto(alamat)
    page.emulate_media(media="print")
    for penyaring in (".kop-alat", ".kop-bawah", ".tabel-tombol", ".saringan", ".lompat"):
        for bagian in page.locator(penyaring).all():
            expect(bagian).to_be_hidden()
    expect(page.locator("h1").first).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF-")


def test_unit_tahun_dan_mengapa_tercetak(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.emulate_media(color_scheme="dark")
        _kertas(page, "/kerja/35.10/2024/dinas-kesehatan/")
        expect(page.locator("#kinerja tbody tr")).to_have_count(17)
        # Paper is white whatever the screen was.
        kertas = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert kertas == "rgb(255, 255, 255)"

        page.emulate_media(media="screen")
        page.locator("a.mengapa").first.click()
        expect(page.locator("#panel-sisi")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator("#panel-sisi")).to_be_visible()
        expect(page.locator("main")).to_be_hidden()


def test_hasil_evaluasi_tercetak_dengan_sumbernya(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "inspektur") as page:
        _kertas(page, "/kerja/36.04/hasil-evaluasi/")
        expect(page.locator(".daftar-sumber li").last).to_be_visible()
        expect(page.locator(".tangga svg")).to_be_visible()


def test_setiap_halaman_berbahasa_inggris(situs: Situs, chromium: Browser) -> None:
    for akun in {h.akun for h in HALAMAN}:
        with situs.buka(chromium, akun, HP_TERANG) as page:
            kue = {"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": situs.alamat}
            page.context.add_cookies([kue])
            for satu in (h for h in HALAMAN if h.akun == akun):
                page.goto(satu.url())
                expect(page.locator("html")).to_have_attribute("lang", "en")
                expect(page.get_by_role("link", name="Skip to content")).to_have_count(1)
                periksa_kepala(page)
                periksa_lebar(page)
