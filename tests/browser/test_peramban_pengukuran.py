"""The quarterly sheet in a browser: typed, saved by itself, pasted, without a script."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from halaman import MEJA_TERANG, TANPA_JAVASCRIPT, Layar
from playwright.sync_api import Browser, Page, expect
from situs import Situs, buka_semua_lipatan, periksa_kepala, periksa_wajah
from tangan import PapanKetik

pytestmark = pytest.mark.browser
BAROS = "/kerja/36.04/2026/kecamatan-baros/pengukuran/"
MANCAK = "/kerja/36.04/2026/kecamatan-mancak/pengukuran/"


@pytest.fixture(scope="module", autouse=True)
def triwulan_empat(situs: Situs) -> Iterator[None]:  # noqa: ARG001 - the site is up first
    """The pages live in the window of the fourth quarter."""
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(settings, "TANGGAL_CONTOH", date(2027, 1, 6))
        yield


def _sel(page: Page, kode: str) -> Any:
    return page.locator(f"#sel-{kode}")


def _rasio(page: Page, kode: str, atas: str, bawah: str) -> None:
    """A share stands in two fields, however it was typed."""
    expect(_sel(page, kode)).to_have_value(atas)
    expect(page.locator(f"[name='penyebut.{kode}']")).to_have_value(bawah)


def test_angka_tersimpan_sendiri_dan_penyebab_terbuka_di_bawah_target(
    situs: Situs, chromium: Browser
) -> None:
    with situs.buka(chromium, "program", MEJA_TERANG) as page:
        page.goto(f"{BAROS}triwulan-4/")
        _sel(page, "iku-3").fill("7/8")
        _sel(page, "iku-3").press("Enter")

        hasil = page.locator("#hasil-iku-3")
        expect(hasil).to_contain_text("Tersimpan")
        expect(hasil).to_contain_text("kumulatif 68/80")  # 61 + 7 of 72 + 8
        expect(page.locator("#uraian-iku-3")).to_have_attribute("open", "")
        expect(page.locator("#versi-iku-3")).to_have_value("1")

        page.locator("#penyebab-iku-3").fill("Satu kasus menunggu saksi.")
        page.locator("#penyebab-iku-3").blur()
        expect(page.locator("#versi-iku-3")).to_have_value("2")
        page.reload()
        expect(page.locator("#penyebab-iku-3")).to_have_value("Satu kasus menunggu saksi.")
        _rasio(page, "iku-3", "7", "8")


def test_isian_yang_salah_dikatakan_di_selnya_dan_tetap_terketik(
    situs: Situs, chromium: Browser
) -> None:
    with situs.buka(chromium, "program", MEJA_TERANG) as page:
        page.goto(f"{BAROS}triwulan-4/")
        _sel(page, "1b").fill("dua puluh")
        _sel(page, "1b").press("Enter")

        expect(page.locator("#galat-1b")).to_contain_text("bukan satu angka")
        expect(_sel(page, "1b")).to_have_value("dua puluh")
        expect(_sel(page, "1b")).to_have_attribute("aria-invalid", "true")
        periksa_wajah(page, "pengukuran-salah")

        _sel(page, "1b").fill("24")
        _sel(page, "1b").press("ArrowDown")
        expect(page.locator("#hasil-1b")).to_contain_text("Tersimpan")
        expect(_sel(page, "1b")).not_to_have_attribute("aria-invalid", "true")


def test_satu_kolom_ditempel_dari_lembar_kerja(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "mancak", MEJA_TERANG) as page:
        page.goto(f"{MANCAK}triwulan-4/")
        page.evaluate(
            """() => { const s = document.querySelector("[data-ketik]"); s.focus();
              const d = new DataTransfer(); d.setData("text/plain", "30\\n20/24\\n5/5\\n");
              s.dispatchEvent(new ClipboardEvent("paste", { clipboardData: d, bubbles: true,
                cancelable: true })); }"""
        )

        for kode in ("waktu", "aduan", "desa-tertib"):
            expect(page.locator(f"#hasil-{kode}")).to_contain_text("Tersimpan")
        page.reload()
        _rasio(page, "aduan", "20", "24")


def test_tanpa_javascript_satu_tombol_menyimpan_semuanya(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "program", TANPA_JAVASCRIPT) as page:
        page.goto(f"{BAROS}triwulan-4/")
        _sel(page, "iku-2").fill("11/14")
        _sel(page, "iku-4").fill("sebelas")
        page.get_by_role("button", name="Simpan isian").click()

        expect(page.get_by_role("alert")).to_contain_text("pembilang dan penyebut")
        expect(_sel(page, "iku-4")).to_have_value("sebelas")
        _rasio(page, "iku-2", "11", "14")

        _sel(page, "iku-4").fill("11/32")
        page.get_by_role("button", name="Ajukan pengukuran triwulan IV").click()
        expect(page.get_by_role("alert")).to_contain_text("Belum dapat dilakukan")
        expect(page.get_by_role("alert")).to_contain_text("tulis penyebabnya")


def test_sel_yang_tidak_dapat_disimpan_mengatakannya_dan_tetap_terketik(
    situs: Situs, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    with situs.buka(chromium, "mancak", MEJA_TERANG) as page:
        page.goto(f"{MANCAK}triwulan-4/")
        # As if somebody moved the window: on that day it is not open yet.
        monkeypatch.setattr(settings, "TANGGAL_CONTOH", date(2026, 12, 28))
        _sel(page, "waktu").fill("29")
        _sel(page, "waktu").press("Enter")

        expect(page.locator("#galat-waktu")).to_contain_text("Belum tersimpan.")
        expect(_sel(page, "waktu")).to_have_value("29")
        expect(_sel(page, "waktu")).to_have_attribute("aria-invalid", "true")

        page.context.clear_cookies(
            name=settings.SESSION_COOKIE_NAME
        )  # and now the session is over as well
        _sel(page, "aduan").fill("21/24")
        _sel(page, "aduan").press("Enter")
        expect(page.locator("#galat-aduan")).to_contain_text("Masuk lagi di tab lain")
        _rasio(page, "aduan", "21", "24")


@pytest.mark.parametrize("layar", [MEJA_TERANG, TANPA_JAVASCRIPT], ids=lambda satu: satu.nama)
def test_daftar_periksa_dengan_papan_ketik_saja(
    situs: Situs, chromium: Browser, layar: Layar
) -> None:
    tangan, desa = PapanKetik(), "Desa H" if layar.javascript else "Desa J"
    with situs.buka(chromium, "pmd", layar) as page:
        page.goto(f"{BAROS}triwulan-4/daftar-periksa/iku-2/")
        tangan.tekan(page, page.get_by_role("link", name=desa, exact=True))
        expect(page.get_by_role("heading", name=desa)).to_be_visible()
        terakhir = page.locator("fieldset.uji").last
        tangan.ke(page, terakhir.get_by_label("Terpenuhi"))
        page.keyboard.press("Space")
        tangan.isi(page, terakhir.get_by_label("Catatan"), "Berkasnya menyusul.")
        tangan.tekan(page, page.get_by_role("button", name=f"Catat uji {desa}"))

        expect(page.get_by_role("status").first).to_contain_text(f"1 uji {desa} tercatat.")
        # Said to be passed, without evidence: a claim, and not counted.
        expect(page.locator("h1")).to_contain_text("0 dari 14 desa")
        expect(page.get_by_role("row", name=desa)).to_contain_text("Klaim")


@pytest.mark.parametrize(
    ("alamat", "akun", "nama"),
    [
        (BAROS, "program", "pengukuran-setahun"),
        (f"{BAROS}triwulan-4/", "program", "pengukuran-isian"),
        (f"{BAROS}triwulan-4/daftar-periksa/iku-2/", "pmd", "periksa-desa-isian"),
    ],
)
def test_setiap_halaman_pengukuran_terbaca_di_empat_wajah(
    situs: Situs, chromium: Browser, alamat: str, akun: str, nama: str
) -> None:
    with situs.buka(chromium, akun, MEJA_TERANG) as page:
        page.goto(alamat)
        if nama == "periksa-desa-isian":
            page.get_by_role("link", name="Desa H").first.click()
        periksa_kepala(page)
        buka_semua_lipatan(page)
        periksa_wajah(page, nama)
