"""Two ways of doing the same thing: with the mouse, and with the keyboard alone."""

from datetime import date
from typing import Protocol

from playwright.sync_api import FilePayload, Locator, Page

TAB_TERJAUH = 250


class Tangan(Protocol):
    """How a person acts on a page."""

    nama: str

    def tekan(self, page: Page, sasaran: Locator) -> None:
        """Follow a link, press a button, open a fold."""

    def isi(self, page: Page, sasaran: Locator, teks: str) -> None:
        """Replace what a field holds."""

    def pilih(self, page: Page, sasaran: Locator, kata: str) -> None:
        """Choose the option that reads ``kata``."""

    def tanggal(self, page: Page, sasaran: Locator, hari: date) -> None:
        """Fill in a date."""


class Tetikus:
    """Points and clicks, and types into what was clicked."""

    nama = "tetikus"

    def tekan(self, page: Page, sasaran: Locator) -> None:  # noqa: ARG002 - the keyboard needs it
        sasaran.click()

    def isi(self, page: Page, sasaran: Locator, teks: str) -> None:  # noqa: ARG002
        sasaran.click()
        sasaran.fill(teks)

    def pilih(self, page: Page, sasaran: Locator, kata: str) -> None:  # noqa: ARG002
        sasaran.select_option(label=kata)

    def tanggal(self, page: Page, sasaran: Locator, hari: date) -> None:  # noqa: ARG002
        sasaran.fill(hari.isoformat())


class PapanKetik:
    """Never points: goes on with Tab until the thing has the focus, or fails."""

    nama = "papan-ketik"

    def tekan(self, page: Page, sasaran: Locator) -> None:
        self.ke(page, sasaran)
        page.keyboard.press("Enter")

    def isi(self, page: Page, sasaran: Locator, teks: str) -> None:
        self.ke(page, sasaran)
        page.keyboard.press("Control+A")
        page.keyboard.type(teks)

    def pilih(self, page: Page, sasaran: Locator, kata: str) -> None:
        semua = [s.strip() for s in sasaran.locator("option").all_text_contents()]
        self.ke(page, sasaran)
        page.keyboard.press("Home")
        for _langkah in range(semua.index(kata)):
            page.keyboard.press("ArrowDown")

    def tanggal(self, page: Page, sasaran: Locator, hari: date) -> None:
        self.ke(page, sasaran)
        # The order of the parts is the browser's own; it is known by what comes out.
        for urutan in ("%m%d%Y", "%d%m%Y"):
            page.keyboard.type(hari.strftime(urutan))
            if sasaran.input_value() == hari.isoformat():
                return
            for _bagian in range(2):
                page.keyboard.press("ArrowLeft")
        raise AssertionError(f"{hari} tidak dapat diketik: {sasaran.input_value()!r}")

    def ke(self, page: Page, sasaran: Locator) -> None:
        """Tab to it: whatever cannot be reached so is out of reach for many."""
        for _langkah in range(TAB_TERJAUH):
            if sasaran.evaluate("e => e === document.activeElement"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"tidak terjangkau dengan Tab: {sasaran}")


CARA: tuple[Tangan, ...] = (Tetikus(), PapanKetik())


def unggah(page: Page, tangan: Tangan, sasaran: Locator, berkas: FilePayload) -> None:
    """Choose a file in the dialog that the field opens."""
    with page.expect_file_chooser() as dialog:
        tangan.tekan(page, sasaran)
    dialog.value.set_files([berkas])


def csv(nama: str, isi: str) -> FilePayload:
    """A CSV file as an office keeps it."""
    return {"name": nama, "mimeType": "text/csv", "buffer": isi.encode()}
