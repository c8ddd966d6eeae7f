"""Offices and who holds them: refusals that help, the tree by arrow keys."""

from datetime import date

import pytest
from halaman import MEJA_TERANG, TANPA_JAVASCRIPT, Layar, periksa_axe
from playwright.sync_api import Browser, Locator, Page, expect
from situs import Situs, periksa_wajah
from tangan import CARA, Tangan

pytestmark = pytest.mark.browser

BAROS = "/kerja/36.04/organisasi/kecamatan-baros/"
DPMD = "/kerja/36.04/organisasi/dpmd/"
BAPPERIDA = "/kerja/36.04/organisasi/bapperida/"


def _tugaskan(page: Page, tangan: Tangan, kotak: Locator, mulai: date, sampai: date) -> None:
    tangan.tanggal(page, kotak.get_by_label("Mulai"), mulai)
    tangan.tanggal(page, kotak.get_by_label("Sampai dengan"), sampai)
    tangan.tekan(page, kotak.get_by_role("button", name="Tugaskan"))


# Each holder began on 2 January 2025 (the demo's invented people).
@pytest.mark.parametrize(
    ("tangan", "layar", "tempat"),
    [
        pytest.param(CARA[0], MEJA_TERANG, (BAROS, "Wawan Contoh"), id="tetikus"),
        pytest.param(CARA[1], MEJA_TERANG, (DPMD, "Sri Contoh"), id="papan-ketik"),
        pytest.param(CARA[0], TANPA_JAVASCRIPT, (BAPPERIDA, "Laras Contoh"), id="tanpa-javascript"),
    ],
)
def test_penugasan_bertumpuk_ditolak_lalu_diperbaiki(
    situs: Situs, chromium: Browser, tangan: Tangan, layar: Layar, tempat: tuple[str, str]
) -> None:
    alamat, pemegang = tempat
    with situs.buka(chromium, "admin", layar) as page:
        page.goto(alamat)
        kotak = page.locator("details", has_text="Tugaskan pejabat")
        tangan.tekan(page, kotak.locator("summary"))
        tangan.pilih(page, kotak.get_by_label("Pejabat"), "Lia Contoh")
        tangan.pilih(page, kotak.get_by_label("Sifat"), "Plt.")
        tangan.isi(page, kotak.get_by_label("Dasar"), "SP 800/12-Contoh")
        _tugaskan(page, tangan, kotak, date(2024, 12, 1), date(2025, 1, 5))

        expect(page.get_by_role("alert")).to_contain_text(pemegang)
        kotak = page.locator("details[open]", has_text="Tugaskan pejabat")
        expect(kotak.get_by_label("Pejabat").locator("option:checked")).to_have_text("Lia Contoh")
        expect(kotak.get_by_label("Sifat").locator("option:checked")).to_have_text("Plt.")
        expect(kotak.get_by_label("Mulai")).to_have_value("2024-12-01")
        expect(kotak.get_by_label("Sampai dengan")).to_have_value("2025-01-05")
        expect(kotak.get_by_label("Dasar")).to_have_value("SP 800/12-Contoh")
        if layar.javascript:
            expect(page.get_by_role("alert")).to_be_focused()
            if tangan is CARA[0]:
                periksa_wajah(page, "penugasan-ditolak")

        _tugaskan(page, tangan, kotak, date(2024, 12, 1), date(2025, 1, 1))
        expect(page.get_by_role("status").first).to_contain_text("Penugasan tersimpan")
        page.locator("summary", has_text="Riwayat pejabat").click()
        expect(page.get_by_role("main")).to_contain_text(
            "Lia Contoh, Plt.: 1 Desember 2024 – 1 Januari 2025"
        )


@pytest.mark.parametrize("tangan", CARA, ids=lambda t: t.nama)
def test_penugasan_diakhiri(situs: Situs, chromium: Browser, tangan: Tangan) -> None:
    unit, nama = {
        "tetikus": ("sekretariat-daerah", "Hadi Contoh"),
        "papan-ketik": ("inspektorat", "Farida Contoh"),
    }[tangan.nama]
    with situs.buka(chromium, "admin") as page:
        page.goto(f"/kerja/36.04/organisasi/{unit}/")
        jabatan = page.get_by_role("article").filter(has_text=nama).first
        tangan.tekan(page, jabatan.locator("summary", has_text="Riwayat pejabat"))
        butir = jabatan.get_by_role("listitem").filter(has_text=nama)
        tangan.tanggal(page, butir.get_by_label("Berakhir pada"), date(2026, 12, 31))
        tangan.tekan(page, butir.get_by_role("button", name=f"Akhiri penugasan {nama}"))

        expect(page.get_by_role("status").first).to_contain_text("Penugasan diakhiri")
        page.locator("summary", has_text="Riwayat pejabat").first.click()
        expect(page.get_by_role("main")).to_contain_text("2 Januari 2025 – 31 Desember 2026")


def test_pohon_unit_disusuri_dengan_panah(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "admin") as page:
        page.goto("/kerja/36.04/organisasi/")
        pohon = page.get_by_role("tree", name="Susunan unit kerja")
        akar = pohon.get_by_role("treeitem").first
        for _langkah in range(40):
            page.keyboard.press("Tab")
            if akar.evaluate("e => e === document.activeElement"):
                break
        expect(akar).to_be_focused()

        page.keyboard.press("ArrowDown")
        expect(page.locator(":focus > .simpul")).to_contain_text("Sekretariat Daerah")
        page.keyboard.press("ArrowLeft")
        expect(page.locator(":focus")).to_have_attribute("aria-expanded", "false")
        expect(pohon.get_by_text("Bagian Organisasi")).to_be_hidden()
        page.keyboard.press("ArrowRight")
        expect(pohon.get_by_text("Bagian Organisasi")).to_be_visible()
        page.keyboard.press("End")
        expect(page.locator(":focus")).to_contain_text("Lebak Wangi")
        periksa_axe(page)

        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Kecamatan Lebak Wangi")


def test_pohon_tanpa_javascript_dilipat(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "admin", TANPA_JAVASCRIPT) as page:
        page.goto("/kerja/36.04/organisasi/")
        page.locator("summary", has_text="Sekretariat Daerah").last.click()
        expect(page.get_by_text("Bagian Organisasi")).to_be_hidden()

        page.get_by_role("link", name="Kecamatan Baros", exact=True).click()
        expect(page.get_by_role("main")).to_contain_text("Euis Contoh sejak 15 September 2026")
