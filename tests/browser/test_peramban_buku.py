"""A quarter of a kecamatan in Excel: downloaded, filled at a desk without a line, applied."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect
from situs import Situs

from domain.buku_ukur_uji import letak

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import PadaContoh

pytestmark = pytest.mark.browser
LEMBAR = "/kerja/36.04/2026/kecamatan-baros/pengukuran/triwulan-3/"


@pytest.fixture(scope="module")
def contoh(pada_contoh: "PadaContoh") -> Iterator[date]:
    """The evening on which the third quarter of Baros came back: two villages had no evidence."""
    with pada_contoh(date(2026, 10, 6)) as tanggal:
        yield tanggal


def test_triwulan_diisi_di_excel_dilihat_bedanya_lalu_diterapkan(
    situs: Situs, chromium: Browser, tmp_path: "Path"
) -> None:
    with situs.buka(chromium, "program", accept_downloads=True) as page:
        page.goto(LEMBAR)
        expect(page.locator("#sel-iku-2")).to_have_value("14")
        page.get_by_role("link", name="Unggah buku Excel").click()
        with page.expect_download() as unduhan:
            page.get_by_role("link", name="Unduh buku kerja triwulan III").click()
        berkas = tmp_path / "baros.xlsx"
        unduhan.value.save_as(berkas)
        buku = load_workbook(berkas)
        buku["Isian"][letak(buku, "iku-2", "Pembilang")] = 12
        buku.save(berkas)

        page.get_by_label("Buku kerja yang sudah diisi").set_input_files(berkas)
        page.get_by_role("button", name="Lihat perbedaannya").click()
        judul = page.get_by_role("heading", level=1)
        expect(judul).to_contain_text("0 baris baru, 1 berubah")
        expect(page.locator("#baris del")).to_have_text("14")
        expect(page.locator("#baris ins")).to_have_text("12")
        page.get_by_role("button", name="Terapkan 1 baris").click()
        expect(page.get_by_role("status").first).to_contain_text("Semua baris diterapkan")

        page.get_by_role("link", name="Buka lembar triwulan").click()
        expect(page.locator("#sel-iku-2")).to_have_value("12")
        expect(page.locator("[name='penyebut.iku-2']")).to_have_value("14")
        expect(page.locator("#hasil-iku-2")).to_contain_text("109,09%")  # 12 of 14 against 11
