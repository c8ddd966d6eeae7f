"""A table comes in, is mended, applied, seen and taken back: mouse, keyboard, no JavaScript."""

import pytest
from halaman import MEJA_TERANG, TANPA_JAVASCRIPT, Layar
from playwright.sync_api import Browser, FilePayload, Page, expect
from situs import Situs, periksa_wajah
from tangan import CARA, Tangan, csv, unggah

pytestmark = pytest.mark.browser

KEPALA = "unit,tahun,periode,kode_indikator,indikator,satuan,arah,jenis_nilai,target,realisasi\n"
UHH = "dinas-kesehatan,2024,tahun,dinkes-umur-harapan-hidup,Umur Harapan Hidup,,naik_baik,bilangan"
RUSAK = (
    KEPALA
    + f'{UHH},"70,93","75,00"\n'
    + "dinas-kesehatan,20x4,tahun,dinkes-stunting,Prevalensi Balita Stunting,%,turun_baik,persen,"
    + '"20,10","17,60"\n'
    + 'tidak-ada,2024,tahun,coba,Coba,%,naik_baik,persen,"dua puluh",10\n'
)
# 75,00 ÷ 70,93 × 100 = 105,738…; before it was 74,13 ÷ 70,93 × 100 = 104,511…
BENAR = KEPALA + f'{UHH},"70,93","75,00"\n'
TRIWULAN = (
    KEPALA + "bpbd,2026,tw1,uji-siaga,Desa siaga bencana,desa,naik_baik,bilangan,4,3\n"
    "bpbd,2026,tw2,uji-siaga,Desa siaga bencana,desa,naik_baik,bilangan,8,8\n"
)
CARA_DAN_LAYAR = [
    pytest.param(CARA[0], MEJA_TERANG, id="tetikus"),
    pytest.param(CARA[1], MEJA_TERANG, id="papan-ketik"),
    pytest.param(CARA[0], TANPA_JAVASCRIPT, id="tanpa-javascript"),
]


def _unggah(page: Page, tangan: Tangan, berkas: FilePayload) -> None:
    unggah(page, tangan, page.get_by_label("Berkas tabel"), berkas)
    tangan.tekan(page, page.get_by_role("button", name="Periksa tabel"))


def _umur_harapan_hidup(page: Page) -> list[str]:
    page.goto("/kerja/35.10/2024/dinas-kesehatan/")
    baris = page.get_by_role("row", name="Umur Harapan Hidup")
    return [baris.get_by_role("cell").nth(n).inner_text() for n in (1, 2)]


@pytest.mark.parametrize(("tangan", "layar"), CARA_DAN_LAYAR)
def test_tabel_rusak_diperbaiki_diterapkan_lalu_dibatalkan(
    situs: Situs, chromium: Browser, tangan: Tangan, layar: Layar
) -> None:
    with situs.buka(chromium, "bwi.perencana", layar) as page:
        assert _umur_harapan_hidup(page) == ["74,13", "104,51"]

        page.goto("/kerja/35.10/impor/")
        _unggah(page, tangan, csv("rusak.csv", RUSAK))
        expect(page.get_by_role("heading", level=1)).to_have_text("2 baris harus diperbaiki dahulu")
        galat = page.locator("#baris tbody tr")
        expect(galat).to_have_count(2)
        expect(galat.nth(0)).to_contain_text("3 Prevalensi Balita Stunting")
        expect(galat.nth(0)).to_contain_text("“20x4” bukan tahun")
        expect(galat.nth(1)).to_contain_text("“tidak-ada” bukan unit")
        expect(galat.nth(1)).to_contain_text("“dua puluh” bukan satu angka")
        expect(page.get_by_role("button", name="Terapkan")).to_have_count(0)
        if tangan is CARA[0] and layar.javascript:
            periksa_wajah(page, "impor-rusak")

        tangan.tekan(page, page.get_by_role("link", name="Unggah berkas yang sudah diperbaiki"))
        _unggah(page, tangan, csv("benar.csv", BENAR))
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "0 baris baru, 1 berubah, 0 sudah sama"
        )
        expect(page.locator("#baris del")).to_have_text("74,13")
        expect(page.locator("#baris ins")).to_have_text("75,00")
        if tangan is CARA[0] and layar.javascript:
            periksa_wajah(page, "impor-siap")

        tangan.tekan(page, page.get_by_role("button", name="Terapkan 1 baris"))
        expect(page.get_by_role("status").first).to_contain_text("Semua baris diterapkan")
        impor = page.url
        assert _umur_harapan_hidup(page) == ["75,00", "105,74"]

        page.goto(impor)
        tangan.tekan(page, page.locator("summary", has_text="Batalkan impor ini"))
        tangan.isi(page, page.get_by_label("Alasan membatalkan"), "Salah angka dari bidang")
        tangan.tekan(page, page.get_by_role("button", name="Batalkan 1 baris"))
        expect(page.get_by_role("heading", level=1)).to_contain_text(
            "angka sebelumnya sudah kembali"
        )
        expect(page.locator("details", has_text="Riwayat")).to_contain_text(
            "Salah angka dari bidang"
        )
        assert _umur_harapan_hidup(page) == ["74,13", "104,51"]


def test_berkas_yang_bukan_tabel_dikatakan_apa_yang_kurang(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.goto("/kerja/35.10/impor/")
        _unggah(page, CARA[0], csv("surat.csv", "halo\n1\n"))

        expect(page.get_by_role("alert")).to_contain_text("Kolom yang kurang: unit, tahun")
        expect(page.get_by_role("alert")).to_be_focused()
        page.get_by_role("alert").get_by_role("link").first.click()
        expect(page.get_by_label("Berkas tabel")).to_be_focused()
        periksa_wajah(page, "impor-bukan-tabel")


def test_dua_triwulan_menjadi_pilihan_periode(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.goto("/kerja/35.10/impor/")
        _unggah(page, CARA[0], csv("triwulan.csv", TRIWULAN))
        page.get_by_role("button", name="Terapkan 2 baris").click()
        page.goto("/kerja/35.10/2026/bpbd/")

        expect(page.locator("a.mengapa")).to_have_text("100,00")
        periode = page.get_by_label("Periode")
        expect(periode.get_by_role("link", name="Triwulan 2")).to_have_attribute(
            "aria-current", "page"
        )
        periksa_wajah(page, "unit-triwulan")

        periode.get_by_role("link", name="Triwulan 1").click()
        # 3 ÷ 4 × 100
        expect(page.locator("a.mengapa")).to_have_text("75,00")
        expect(page).to_have_url(f"{situs.alamat}/kerja/35.10/2026/bpbd/?periode=tw1")
