"""The way in and out, and what a visitor sets for himself, by mouse and by keyboard alone."""

import pytest
from halaman import TANPA_JAVASCRIPT, periksa_axe
from playwright.sync_api import Browser, Page, expect
from situs import Situs, periksa_wajah
from tangan import CARA, Tangan

from sakip.config.contoh import SANDI_CONTOH

pytestmark = pytest.mark.browser
setiap_cara = pytest.mark.parametrize("tangan", CARA, ids=lambda t: t.nama)


def _masuk(page: Page, tangan: Tangan, nama: str, sandi: str) -> None:
    tangan.isi(page, page.get_by_label("Nama pengguna"), nama)
    tangan.isi(page, page.locator("[name=password]"), sandi)
    tangan.tekan(page, page.get_by_role("main").get_by_role("button", name="Masuk"))


@setiap_cara
def test_kata_sandi_salah_dikatakan_lalu_yang_benar_masuk(
    situs: Situs, chromium: Browser, tangan: Tangan
) -> None:
    with situs.buka(chromium) as page:
        page.goto("/kerja/35.10/2024/dinas-kesehatan/")
        _masuk(page, tangan, "bwi.muncar", "bukan-kata-sandinya")

        expect(page.get_by_role("alert")).to_contain_text("Belum bisa masuk")
        expect(page.get_by_role("alert")).to_be_focused()
        expect(page.get_by_label("Nama pengguna")).to_have_value("bwi.muncar")
        if tangan is CARA[0]:
            periksa_wajah(page, "masuk-salah")

        _masuk(page, tangan, "bwi.muncar", SANDI_CONTOH)

        # Straight on to the page that was asked for; this one is another unit's.
        expect(page.get_by_role("heading", level=1)).to_have_text("Anda tidak berwenang di sini")
        expect(page.get_by_role("main")).to_contain_text("Peran Anda tidak mencakup unit ini")


@setiap_cara
def test_orang_dua_instansi_memilih_lalu_bekerja_lalu_keluar(
    situs: Situs, chromium: Browser, tangan: Tangan
) -> None:
    with situs.buka(chromium) as page:
        page.goto("/kerja/")
        _masuk(page, tangan, "dua-instansi", SANDI_CONTOH)
        expect(page.get_by_role("heading", level=1)).to_contain_text("pemerintah daerah mana")

        tangan.tekan(page, page.get_by_role("link", name="Kabupaten Banyuwangi"))
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "42 dari 57 capaian 2024 mencapai target"
        )

        tangan.tekan(page, page.locator("summary", has_text="Wahyu Contoh"))
        tangan.tekan(page, page.get_by_role("button", name="Keluar"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")

        page.goto("/kerja/35.10/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")


@setiap_cara
def test_bahasa_tema_dan_kerapatan_bertahan(
    situs: Situs, chromium: Browser, tangan: Tangan
) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.goto("/kerja/35.10/2024/")
        tangan.tekan(page, page.locator("summary", has_text="Tema dan kerapatan"))
        tangan.tekan(page, page.get_by_role("button", name="Gelap"))
        tangan.tekan(page, page.get_by_role("button", name="Rapat"))
        page.keyboard.press("Escape")
        tangan.tekan(page, page.get_by_role("button", name="English"))

        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page).to_have_url(f"{situs.alamat}/kerja/35.10/2024/")
        page.goto("/kerja/35.10/organisasi/")
        html = page.locator("html")
        expect(html).to_have_attribute("lang", "en")
        expect(html).to_have_attribute("data-tema", "gelap")
        expect(html).to_have_attribute("data-kerapatan", "rapat")

        tangan.tekan(page, page.get_by_role("button", name="Bahasa Indonesia"))
        expect(html).to_have_attribute("lang", "id")


def test_tanda_tanya_dan_garis_miring(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.goto("/kerja/35.10/2024/tabel/")
        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Pintasan papan ketik")
        expect(dialog).to_be_visible()
        periksa_axe(page)

        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()

        page.keyboard.press("/")
        expect(page.get_by_label("Cari indikator")).to_be_focused()
        page.keyboard.type("?")
        expect(dialog).to_be_hidden()


@pytest.mark.parametrize("nama", ["Tahun", "Tema dan kerapatan", "Joko Contoh"])
def test_menu_terbuka_lolos_axe_dan_ditutup_esc(situs: Situs, chromium: Browser, nama: str) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.goto("/kerja/35.10/2024/dinas-kesehatan/")
        menu = page.locator("details.lipat", has_text=nama)
        menu.locator("summary").click()
        # What the open menu covers is checked with the menu closed, by the test of its page.
        periksa_wajah(page, f"menu-{nama.split(maxsplit=1)[0].lower()}", bagian=".kop")

        menu.locator("summary").press("Escape")
        expect(menu).not_to_have_attribute("open", "")
        expect(menu.locator("summary")).to_be_focused()


def test_masuk_dan_bahasa_tanpa_javascript(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, layar=TANPA_JAVASCRIPT) as page:
        page.goto("/kerja/")
        _masuk(page, CARA[0], "program", "bukan-kata-sandinya")
        expect(page.get_by_role("alert")).to_contain_text("Belum bisa masuk")
        _masuk(page, CARA[0], "program", SANDI_CONTOH)
        expect(page.locator(".kop-instansi")).to_have_text("Kabupaten Serang")

        page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")

        page.locator("summary", has_text="Lia Contoh").click()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
