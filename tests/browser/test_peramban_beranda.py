"""The regent with three minutes: what waits for him, and the way down to the evidence."""

import pytest
from playwright.sync_api import Browser, expect
from situs import Situs

pytestmark = pytest.mark.browser
SERANG = "/kerja/36.04/"


def test_bupati_melihat_lima_janji_dan_sampai_ke_lembar_bukti(
    situs: Situs, chromium: Browser
) -> None:
    with situs.buka(chromium, "bupati", accept_downloads=True) as page:
        page.goto(SERANG)
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "5 janji perlu Anda lihat, 3 menunggu keputusan hari ini"
        )
        menunggu = page.locator(".putusan").first.locator("li")
        expect(menunggu).to_have_count(3)
        for n in range(3):
            expect(menunggu.nth(n).locator("a.tombol")).to_have_count(1)
        iku_3 = menunggu.first
        expect(iku_3).to_contain_text("sulit tercapai: perlu 38, baru 8")
        expect(iku_3).to_contain_text("61/72 = 84,72%, target 90,00%")
        expect(iku_3).to_contain_text("(61+38)/(72+38) = 90,00")
        expect(iku_3).to_contain_text("Sejak 30 September 2026 baru 8 yang datang, 8 berhasil.")
        expect(iku_3).to_contain_text("Angka sementara")

        # Two clicks; five are allowed.
        iku_3.get_by_role("link", name="Mengapa 61/72?").click()
        bukti = page.get_by_role("link", name="Register gangguan dan pengaduan, triwulan III 2026")
        alamat = bukti.get_attribute("href") or ""
        with page.expect_popup():
            bukti.click()
        assert alamat.endswith("#page=1")
        assert page.request.get(alamat.partition("#")[0]).body().startswith(b"%PDF")


def test_keputusan_bupati_dicatat_dengan_indikatornya_dan_yang_diketik_tidak_hilang(
    situs: Situs, chromium: Browser
) -> None:
    with situs.buka(chromium, "bupati") as page:
        page.goto(SERANG)
        page.get_by_role("link", name="Catat keputusan").click()
        expect(page.get_by_label("Unit", exact=True)).to_have_value("kecamatan-baros")
        expect(page.get_by_label("Indikator yang harus bergerak")).to_have_value("iku-3")
        expect(page.get_by_label("Tanggal keputusan")).to_have_value("2026-11-24")
        page.get_by_label("Keputusan", exact=True).fill("Petugas mendatangi desa tiap pekan")
        page.get_by_label("Alasan").fill("Perlu 38 kasus, baru 8 yang datang")
        page.get_by_label("Dari kode anggaran").fill("7.01.04")
        page.get_by_label("Rupiah").fill("dua juta")
        page.get_by_label("Dampak diperiksa pada").fill("2027-01-29")
        simpan = page.get_by_role("button", name="Catat keputusan anggaran")
        simpan.click()

        expect(page.get_by_role("alert")).to_contain_text("Tulis angka rupiah")
        expect(page.get_by_label("Alasan")).to_have_value("Perlu 38 kasus, baru 8 yang datang")
        page.get_by_label("Rupiah").fill("2.000.000")
        simpan.click()
        expect(page.get_by_role("status").first).to_contain_text("Keputusan tercatat")

        page.goto(SERANG)
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "5 janji perlu Anda lihat, 2 menunggu keputusan hari ini"
        )
        expect(page.locator("main")).to_contain_text("diputuskan 24 November 2026")
