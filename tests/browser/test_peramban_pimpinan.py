"""From the bupati's page to the page of the evidence in five clicks, with a reason at each step."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from halaman import periksa_axe
from playwright.sync_api import Browser, Locator, Page, expect
from situs import Situs, periksa_wajah

pytestmark = pytest.mark.browser
PALING_BANYAK = 5


class Penekan:
    """Counts what is clicked."""

    def __init__(self, page: Page) -> None:
        self.page, self.banyak = page, 0

    def tekan(self, sasaran: Locator) -> None:
        self.banyak += 1
        sasaran.click()


@contextmanager
def _bupati(situs: Situs, chromium: Browser) -> Iterator[Penekan]:
    with situs.buka(chromium, "bupati") as page:
        page.goto("/kerja/36.04/2026/pimpinan/")
        yield Penekan(page)


def test_dari_bupati_ke_halaman_bukti_paling_banyak_lima_klik(
    situs: Situs, chromium: Browser
) -> None:
    with _bupati(situs, chromium) as p:
        utama = p.page.get_by_role("main")

        p.tekan(utama.locator(".petak").filter(has_text="Baros").get_by_role("link"))
        expect(utama.get_by_text("Mengapa?").first).to_be_visible()
        p.tekan(utama.get_by_role("link", name="Kepala Seksi Ketenteraman"))
        expect(utama.get_by_text("Mengapa?").first).to_be_visible()
        p.tekan(utama.get_by_role("link", name="Persentase gangguan dan pengaduan"))
        expect(utama.get_by_text("Mengapa? Caranya")).to_be_visible()
        # 61/72 = 84,72 against 90: the third quarter, approved.
        p.tekan(utama.get_by_role("row", name="Triwulan 3").get_by_role("link", name="94,14"))
        expect(utama.get_by_role("heading", name="Buktinya")).to_be_visible()
        bukti = utama.locator("#bukti + ul a").first
        alamat = bukti.get_attribute("href") or ""
        with p.page.expect_popup():
            p.tekan(bukti)

        jawab = p.page.request.get(alamat.partition("#")[0])
        assert jawab.headers["content-type"] == "application/pdf"
        assert jawab.body().startswith(b"%PDF")
        assert p.banyak <= PALING_BANYAK


def test_remah_membawa_kembali_dan_beranda_menunjukkannya(situs: Situs, chromium: Browser) -> None:
    with _bupati(situs, chromium) as p:
        page = p.page
        page.goto("/kerja/36.04/2026/kecamatan-baros/telusur/iku-3/")
        remah = page.get_by_role("navigation", name="Letak halaman")
        expect(remah.get_by_role("link")).to_have_text(
            [
                "Ringkasan pimpinan",
                "Kecamatan Baros",
                "Kepala Seksi Ketenteraman dan Ketertiban Umum",
            ]
        )
        remah.get_by_role("link", name="Ringkasan pimpinan").click()
        expect(page.get_by_role("heading", level=2, name="Yang perlu diputuskan")).to_be_visible()

        page.goto("/kerja/36.04/")
        page.get_by_role("main").get_by_role("link").first.click()
        expect(page).to_have_title("Ringkasan pimpinan 2026 · SAKIP Kabupaten Serang")


def test_petak_dibaca_dengan_papan_ketik_dan_di_telepon(situs: Situs, chromium: Browser) -> None:
    with _bupati(situs, chromium) as p:
        page = p.page
        petak = page.locator(".petak")
        expect(petak).to_have_count(29)
        # Words beside every colour, and the same in a table.
        assert all(petak.nth(n).locator(".tanda").count() == 1 for n in range(29))
        page.get_by_text("Tampilkan sebagai tabel").click()
        expect(page.locator("#tabel-petak tbody tr")).to_have_count(29)
        petak.first.get_by_role("link").focus()
        page.keyboard.press("Tab")
        expect(petak.nth(1).get_by_role("link")).to_be_focused()

        page.set_viewport_size({"width": 360, "height": 780})
        periksa_wajah(page)
        periksa_axe(page)
