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
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

NAMA_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMEN = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AXE = files("axe_playwright_python") / "axe.min.js"
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
    """A fresh, signed-out page in that look.

    What a visitor would never see fails the test all the same: errors of scripts, refusals of the
    content policy, missing files, and any answer of 500 or more.
    """
    konteks = chromium.new_context(
        viewport={"width": layar.lebar, "height": layar.tinggi},
        color_scheme=layar.tema,
        java_script_enabled=layar.javascript,
        reduced_motion="reduce",  # colours are looked at where they end, not on the way
        locale="id-ID",
        **pilihan,
    )
    page = konteks.new_page()
    galat: list[str] = []
    page.on("pageerror", lambda salah: galat.append(str(salah)))
    page.on("console", lambda pesan: galat.extend(_keluhan(pesan)))
    page.on("response", lambda jawab: galat.extend(_gagal(jawab)))
    yield page
    konteks.close()
    assert galat == [], f"galat di peramban: {galat}"


def _keluhan(pesan: ConsoleMessage) -> list[str]:
    """An error on the console; a page that was refused says so itself, and ``_gagal`` looks."""
    gagal_muat = pesan.text.startswith("Failed to load resource")
    return [pesan.text] if pesan.type == "error" and not gagal_muat else []


def _gagal(jawab: Response) -> list[str]:
    """A refused document may be what the test is about; a refused file or a crash never is."""
    batas = 500 if jawab.request.resource_type in {"document", "fetch", "xhr"} else 400
    return [f"{jawab.status} {jawab.url}"] if jawab.status >= batas else []


def pelanggaran_axe(page: Page, aturan: list[str] | None = None, bagian: str = "html") -> list[str]:
    """Every violation of WCAG 2.2 AA in ``bagian`` (or of ``aturan`` alone), one line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    hasil = page.evaluate(
        "([bagian, pilihan]) => axe.run(bagian, pilihan)",
        [bagian, {"runOnly": aturan or WCAG, "resultTypes": ["violations"]}],
    )
    assert len(hasil["passes"]) > 0, "axe tidak memeriksa apa pun"
    return [
        f"{satu['id']}: {satu['help']} di {simpul['target']}\n    {simpul['failureSummary']}"
        for satu in hasil["violations"]
        for simpul in satu["nodes"]
    ]


def periksa_axe(page: Page, aturan: list[str] | None = None, bagian: str = "html") -> None:
    """Fail with the list of violations."""
    salah = pelanggaran_axe(page, aturan, bagian)
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
