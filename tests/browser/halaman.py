"""What browser tests share: a Chromium, the four looks of a page, axe, pictures.

with peramban() as chromium, halaman(chromium, HP_GELAP) as page:
    page.goto(alamat)
    periksa_axe(page)
    periksa_lebar(page)
    potret(page, tmp_path / "beranda.png")
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

NAMA_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMEN = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True, slots=True)
class Layar:
    """One way of looking at a page."""

    nama: str
    lebar: int
    tinggi: int
    tema: Literal["light", "dark"] = "light"
    javascript: bool = True


MEJA_TERANG = Layar("meja-terang", 1280, 900)
MEJA_GELAP = Layar("meja-gelap", 1280, 900, "dark")
HP_TERANG = Layar("hp-terang", 360, 780)
HP_GELAP = Layar("hp-gelap", 360, 780, "dark")
TANPA_JAVASCRIPT = Layar("tanpa-javascript", 1280, 900, javascript=False)
SEMUA_LAYAR = (MEJA_TERANG, MEJA_GELAP, HP_TERANG, HP_GELAP)


def jalur_chromium() -> str:
    """Path of the system's Chromium; the tests' conftest has left us out if there is none."""
    for nama in NAMA_CHROMIUM:
        if jalur := shutil.which(nama):
            return jalur
    raise FileNotFoundError("Chromium tidak ditemukan di PATH")


@contextmanager
def peramban() -> Iterator[Browser]:
    """A Chromium that fetches nothing by itself."""
    with sync_playwright() as main:
        chromium = main.chromium.launch(executable_path=jalur_chromium(), args=ARGUMEN)
        yield chromium
        chromium.close()


@contextmanager
def halaman(chromium: Browser, layar: Layar = MEJA_TERANG, **pilihan: Any) -> Iterator[Page]:
    """A fresh, signed-out page in that look; errors of its scripts fail the test."""
    konteks = chromium.new_context(
        viewport={"width": layar.lebar, "height": layar.tinggi},
        color_scheme=layar.tema,
        java_script_enabled=layar.javascript,
        locale="id-ID",
        **pilihan,
    )
    page = konteks.new_page()
    galat: list[str] = []
    page.on("pageerror", lambda salah: galat.append(str(salah)))
    yield page
    konteks.close()
    assert galat == [], f"galat JavaScript: {galat}"


def pelanggaran_axe(page: Page) -> list[str]:
    """Every violation of WCAG 2.2 AA on the page, one readable line each."""
    hasil = Axe().run(page, options={"runOnly": WCAG}).response
    assert len(hasil["passes"]) > 0, "axe tidak memeriksa apa pun"
    return [
        f"{satu['id']}: {satu['help']} di {simpul['target']}\n    {simpul['failureSummary']}"
        for satu in hasil["violations"]
        for simpul in satu["nodes"]
    ]


def periksa_axe(page: Page) -> None:
    """Fail with the list of violations."""
    salah = pelanggaran_axe(page)
    assert salah == [], f"{page.url}\n" + "\n".join(salah)


def periksa_lebar(page: Page) -> None:
    """Fail if the page can be scrolled sideways."""
    lebar = page.evaluate("document.documentElement.scrollWidth")
    layar = page.viewport_size
    assert layar is not None
    assert lebar <= layar["width"], f"{page.url} selebar {lebar} px di layar {layar['width']} px"


def potret(page: Page, berkas: Path) -> Path:
    """Picture of the whole page, from its top."""
    berkas.parent.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    page.screenshot(path=berkas, full_page=True)
    return berkas
