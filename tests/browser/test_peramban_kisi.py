"""The year's grid in a browser: mouse and keyboard, a pasted block, a line that drops."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from halaman import MEJA_TERANG, TANPA_JAVASCRIPT
from playwright.sync_api import Browser, Page, expect
from situs import Situs, periksa_kepala, periksa_wajah

pytestmark = pytest.mark.browser
BAROS = "/kerja/36.04/2026/kecamatan-baros/pengukuran/kisi/"
MANCAK = "/kerja/36.04/2026/kecamatan-mancak/pengukuran/kisi/"


@pytest.fixture(scope="module", autouse=True)
def triwulan_empat(situs: Situs) -> Iterator[None]:  # noqa: ARG001 - the site is up first
    """The pages live in the window of the fourth quarter."""
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(settings, "TANGGAL_CONTOH", date(2027, 1, 6))
        yield


def _sel(page: Page, kode: str, n: int = 4) -> Any:
    return page.locator(f"[id='s-{kode}~{n}~0']")


def _keadaan(page: Page, kode: str) -> Any:
    return page.locator(f"[data-simpan]:has([id='s-{kode}~4~0']) [data-keadaan]")


def _tempel(sasaran: Any, teks: str) -> None:
    sasaran.focus()
    sasaran.evaluate(
        """(s, teks) => { const d = new DataTransfer(); d.setData("text/plain", teks);
          s.dispatchEvent(new ClipboardEvent("paste", { clipboardData: d, bubbles: true,
            cancelable: true })); }""",
        teks,
    )


def test_papan_ketik_berjalan_dan_setiap_sel_tersimpan_sendiri(
    situs: Situs, chromium: Browser
) -> None:
    with situs.buka(chromium, "program", MEJA_TERANG) as page:
        page.goto(BAROS)
        periksa_kepala(page)
        _sel(page, "1b").click()
        page.keyboard.type("24")
        page.keyboard.press("Escape")
        expect(_sel(page, "1b")).to_have_value("")
        page.keyboard.type("24")
        page.keyboard.press("Enter")
        expect(_keadaan(page, "1b")).to_have_text(re.compile("Tersimpan"))
        # Down to the share below: its numerator, a slash, its denominator; then back up.
        expect(_sel(page, "iku-2")).to_be_focused()
        page.keyboard.type("11/14")
        page.keyboard.press("ArrowUp")
        expect(_keadaan(page, "iku-2")).to_have_text(re.compile("Tersimpan"))
        page.keyboard.press("ArrowDown")
        page.keyboard.press("End")
        expect(page.locator("[name='penyebut.iku-2~4~0']")).to_be_focused()
        expect(page.locator("[name='penyebut.iku-2~4~0']")).to_have_value("14")

        _sel(page, "1b").fill("1.000")
        _sel(page, "1b").blur()
        expect(page.locator("[id='g-1b~4~0']")).to_contain_text("Tulis 1000 atau 1,000")
        expect(_sel(page, "1b")).to_have_value("1.000")
        periksa_wajah(page, "kisi-salah")


def test_blok_ditempel_dalam_satu_kiriman_dan_yang_salah_tetap_terlihat(
    situs: Situs, chromium: Browser
) -> None:
    with situs.buka(chromium, "mancak", MEJA_TERANG) as page:
        page.goto(MANCAK)
        kiriman: list[str] = []
        page.on("request", lambda r: kiriman.append(r.url) if r.method == "POST" else None)
        _tempel(_sel(page, "waktu"), "29\tlebih\n05-Jun\n5/5\n")

        expect(_keadaan(page, "waktu")).to_have_text(re.compile("Tersimpan"))
        expect(_keadaan(page, "desa-tertib")).to_have_text(re.compile("Tersimpan"))
        expect(page.locator("[id='g-aduan~4~0']")).to_contain_text("tampak seperti tanggal")
        expect(_sel(page, "aduan")).to_have_value("05-Jun")
        expect(page.locator("[data-tempelan]")).to_contain_text("1 tidak mendapat tempat")
        assert len(kiriman) == 1


def test_sambungan_putus_dicoba_lagi_dan_ketikan_bertahan(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "mancak", MEJA_TERANG) as page:
        page.goto(MANCAK)
        page.route("**/kisi/", lambda r: r.abort() if r.request.method == "POST" else r.continue_())
        _sel(page, "waktu").fill("31")
        _sel(page, "waktu").press("Enter")
        expect(_keadaan(page, "waktu")).to_contain_text("Gagal")
        expect(page.locator("[data-simpanan]")).to_contain_text("belum tersimpan")

        page.on("dialog", lambda d: d.accept())
        page.reload()  # the line is still down: what was typed is there again
        expect(_sel(page, "waktu")).to_have_value("31")
        page.unroute("**/kisi/")
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(_keadaan(page, "waktu")).to_have_text(re.compile("Tersimpan"))
        page.reload()
        expect(_sel(page, "waktu")).to_have_value("31")
        assert (
            page.evaluate("Object.keys(sessionStorage).filter((k) => k.startsWith('sakip'))") == []
        )


def test_tanpa_javascript_satu_tombol_menyimpan_yang_berubah(
    situs: Situs, chromium: Browser
) -> None:
    with situs.buka(chromium, "program", TANPA_JAVASCRIPT) as page:
        page.goto(BAROS)
        _sel(page, "iku-4").fill("11")
        page.get_by_role("button", name="Simpan isian").click()

        expect(page.get_by_role("alert")).to_contain_text("yang satu masih kosong")
        expect(_sel(page, "iku-4")).to_have_value("11")
        page.locator("[name='penyebut.iku-4~4~0']").fill("32")
        page.get_by_role("button", name="Simpan isian").click()
        expect(page.get_by_role("status").first).to_contain_text("1 sel tersimpan.")
