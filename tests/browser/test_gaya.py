"""The style guide in a real browser: every component, four looks, keyboard, no JavaScript.

It is served without a database, under the content policy of the real site.
"""

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from halaman import (
    HP_TERANG,
    MEJA_TERANG,
    SEMUA_LAYAR,
    TANPA_JAVASCRIPT,
    Layar,
    halaman,
    periksa_axe,
    periksa_lebar,
)
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

KECIL = """() => [...document.querySelectorAll("a, button, summary, input, select, textarea")]
  .filter(e => getComputedStyle(e).display !== "inline" && e.checkVisibility())
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([_, k]) => k.width > 1 && (k.width < 24 || k.height < 24))
  .map(([h, k]) => `${h} ${k.width}×${k.height}`)"""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Diam(WSGIRequestHandler):
    def log_message(self, *_isi: object) -> None:
        """Say nothing: the tests speak."""


@pytest.fixture(scope="module")
def alamat() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, get_wsgi_application(), _Server, _Diam)
    utas = threading.Thread(target=server.serve_forever, daemon=True)
    utas.start()
    yield f"http://127.0.0.1:{server.server_port}/tampilan/gaya/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("layar", SEMUA_LAYAR, ids=lambda layar: layar.nama)
def test_setiap_komponen_lolos_axe_dan_tidak_melebar(
    chromium: Browser, alamat: str, layar: Layar
) -> None:
    with halaman(chromium, layar) as page:
        page.goto(alamat)

        periksa_axe(page)
        periksa_lebar(page)


@pytest.mark.parametrize("layar", [MEJA_TERANG, HP_TERANG], ids=lambda layar: layar.nama)
def test_sasaran_sentuh_sekurangnya_24_piksel(chromium: Browser, alamat: str, layar: Layar) -> None:
    with halaman(chromium, layar) as page:
        page.goto(alamat)

        assert page.evaluate(KECIL) == []


@pytest.mark.parametrize("layar", [MEJA_TERANG, HP_TERANG], ids=lambda layar: layar.nama)
def test_mengapa_terbuka_di_samping_dan_esc_mengembalikan_tempat(
    chromium: Browser, alamat: str, layar: Layar
) -> None:
    with halaman(chromium, layar) as page:
        page.goto(alamat)
        page.locator("#capaian a.mengapa").first.click()

        expect(page.locator("#panel-sisi h2")).to_be_focused()
        assert page.url == f"{alamat}#mengapa"
        periksa_axe(page)

        page.keyboard.press("Escape")
        expect(page.locator("#panel-sisi")).to_be_hidden()
        expect(page.locator("#capaian a.mengapa").first).to_be_focused()
        expect(page).to_have_url(alamat)


def test_pohon_disusuri_dengan_panah(chromium: Browser, alamat: str) -> None:
    with halaman(chromium) as page:
        page.goto(alamat)
        butir = page.get_by_role("treeitem")
        butir.first.focus()

        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowLeft")
        expect(butir.nth(1)).to_have_attribute("aria-expanded", "false")

        page.keyboard.press("ArrowDown")
        expect(page.locator(":focus")).to_contain_text("akuntabilitas kinerja kecamatan")
        periksa_axe(page)


def test_tanda_tanya_membuka_daftar_kunci(chromium: Browser, alamat: str) -> None:
    with halaman(chromium) as page:
        page.goto(alamat)

        page.keyboard.press("?")

        expect(page.get_by_role("dialog", name="Pintasan papan ketik")).to_be_visible()
        periksa_axe(page)


def test_tabel_disalin_sebagai_tsv_yang_dibaca_excel(chromium: Browser, alamat: str) -> None:
    with halaman(chromium, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(alamat)
        page.get_by_role("button", name="Salin sebagai TSV").click()
        expect(page.locator("#pengumuman")).to_have_text("Tabel disalin.")

        baris = page.evaluate("navigator.clipboard.readText()").split("\n")

        assert baris[2].split("\t")[1:4] == ["30", "28", "106,67"]
        assert len(baris) == 8


def test_tema_gelap_berlaku_seketika_dan_diingat(chromium: Browser, alamat: str) -> None:
    with halaman(chromium) as page:
        page.goto(alamat)
        page.get_by_title("Tema dan kerapatan").click()
        page.get_by_role("button", name="Gelap").click()
        expect(page.locator("html")).to_have_attribute("data-tema", "gelap")

        page.reload()

        expect(page.locator("html")).to_have_attribute("data-tema", "gelap")


def test_tanpa_javascript_semua_tetap_bisa(chromium: Browser, alamat: str) -> None:
    with halaman(chromium, TANPA_JAVASCRIPT) as page:
        page.goto(alamat)

        page.get_by_role("button", name="Rapat").click()
        expect(page.locator("html")).to_have_attribute("data-kerapatan", "rapat")
        assert page.url == alamat

        page.locator("#pohon-baros summary").first.click()
        expect(page.get_by_text("Meningkatnya akuntabilitas kinerja kecamatan")).to_be_hidden()

        page.get_by_role("button", name="IKU", exact=True).click()
        expect(page.locator("#istilah-iku")).to_be_visible()


def test_bahasa_inggris_dipilih_dengan_satu_tombol(chromium: Browser, alamat: str) -> None:
    with halaman(chromium) as page:
        page.goto(alamat)
        page.get_by_role("button", name="English").click()

        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("#capaian tbody tr").first).to_contain_text("83.50")


def test_cetak_tanpa_alat_layar(chromium: Browser, alamat: str) -> None:
    with halaman(chromium) as page:
        page.goto(alamat)
        page.emulate_media(media="print")

        expect(page.locator(".saringan")).to_be_hidden()
        expect(page.locator(".kop-alat")).to_be_hidden()
        expect(page.locator(".pita-contoh")).to_be_visible()
