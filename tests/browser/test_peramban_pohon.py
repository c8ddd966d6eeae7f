"""Arranging the tree of a konsep: by mouse, by keyboard, by plain forms, by two people at once."""

import re
from dataclasses import replace
from datetime import datetime

import pytest
from halaman import MEJA_TERANG, TANPA_JAVASCRIPT, Layar, periksa_axe
from playwright.sync_api import Browser, Locator, Page, expect
from situs import Situs, buka_semua_lipatan, periksa_wajah
from tangan import CARA, Tangan

from domain.cabang_uji import LUAS
from sakip.bersama.jam import WIB
from sakip.organisasi import selectors
from sakip.perencanaan.services import TargetBaru, susun_rencana

pytestmark = pytest.mark.browser
berskrip_atau_tidak = pytest.mark.parametrize(
    "layar", [MEJA_TERANG, TANPA_JAVASCRIPT], ids=lambda layar: layar.nama
)
BAROS = "kecamatan-baros"
PENYUSUN, PERENCANA = "program", "bapperida"


def _konsep(tahun: int) -> str:
    """A konsep of a year that the demo leaves alone; gives the address of its page."""
    versi = susun_rencana(
        oleh=selectors.pelaku_sistem(),
        saat=datetime(2026, 11, 24, 9, tzinfo=WIB),
        instansi=selectors.instansi_menurut_kode("36.04"),
        isi=replace(
            LUAS,
            unit=BAROS,
            judul=f"Renja {tahun}",
            tahun_mulai=tahun,
            tahun_selesai=tahun,
            simpul=tuple(replace(s, pagu=()) for s in LUAS.simpul),
            indikator=tuple(
                replace(i, kode=f"{i.kode}-{tahun}", target=(TargetBaru(tahun, "11/14"),))
                if i.jenis_nilai == "rasio"
                else replace(i, kode=f"{i.kode}-{tahun}", target=(TargetBaru(tahun, "83,50"),))
                for i in LUAS.indikator
            ),
            dukungan=(),
        ),
    )
    return f"/kerja/36.04/{tahun}/{BAROS}/rencana/?versi={versi.uuid}"


def _simpul(page: Page, kode: str) -> Locator:
    return page.locator(f'li[data-kode="{kode}"]')


def _anak(page: Page, kode: str) -> list[str]:
    """Codes of the children of a node, in the order in which they stand."""
    daftar = page.locator(f'li[data-kode="{kode}"] > ul > li[data-kode]')
    return [str(li.get_attribute("data-kode")) for li in daftar.all()]


def _seret(page: Page, dari: str, ke: str, bagian: float) -> None:
    """Drag a row onto another one; ``bagian``: how far down that row it is let go."""
    page.locator(f'li[data-kode="{dari}"] > .simpul .simpul-jenis').hover()
    page.mouse.down()
    kotak = page.locator(f'li[data-kode="{ke}"] > .simpul').bounding_box()
    assert kotak is not None
    for x in (40, 60):  # the second step is what the browser calls dragging over
        page.mouse.move(kotak["x"] + x, kotak["y"] + kotak["height"] * bagian)


def _kabar(page: Page) -> Locator:
    return page.locator(".kabar")


def test_cabang_diseret_dengan_tetikus(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, PENYUSUN) as page:
        page.goto(_konsep(2029))

        _seret(page, "7.01.02", "s2", 0.5)
        expect(_simpul(page, "s2")).to_have_attribute("data-taruh", "dalam")
        expect(_simpul(page, "t1")).to_have_class(re.compile("tak-sah"))
        page.mouse.up()

        expect(_kabar(page)).to_contain_text("“Program: Pelayanan Publik” dipindahkan.")
        assert _anak(page, "s2") == ["k1", "7.01.02"]
        expect(_simpul(page, "7.01.02")).to_be_focused()
        periksa_wajah(page, "pohon-disusun")

        _seret(page, "s3", "s1", 0.05)
        expect(_simpul(page, "s1")).to_have_attribute("data-taruh", "atas")
        page.mouse.up()
        expect(_kabar(page)).to_contain_text("“Sasaran: Cepat” dipindahkan.")
        assert _anak(page, "t1") == ["s3", "s1", "s2"]


def test_tempat_yang_tidak_sah_tidak_menerima(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, PENYUSUN) as page:
        page.goto(_konsep(2030))

        _seret(page, "7.01.02", "t1", 0.5)
        expect(_simpul(page, "t1")).to_have_attribute("data-taruh", "tolak")
        page.mouse.up()

        expect(_simpul(page, "t1")).not_to_have_attribute("data-taruh", "tolak")
        assert _anak(page, "s1") == ["7.01.02"]
        expect(_kabar(page)).to_have_count(0)


def test_cabang_dipindahkan_dengan_papan_ketik(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, PENYUSUN) as page:
        page.goto(_konsep(2031))
        _simpul(page, "s2").focus()

        page.keyboard.press("Alt+ArrowUp")
        expect(_kabar(page)).to_contain_text("“Sasaran: Tertib desa” dipindahkan.")
        expect(_simpul(page, "s2")).to_be_focused()
        assert _anak(page, "t1") == ["s2", "s1", "s3"]

        page.keyboard.press("Alt+ArrowDown")
        expect(page.locator('li[data-kode="t1"] > ul > li[data-kode]').first).to_have_attribute(
            "data-kode", "s1"
        )
        page.keyboard.press("Alt+ArrowRight")
        expect(page.locator('li[data-kode="s1"] > ul > li[data-kode="s2"]')).to_be_focused()
        page.keyboard.press("Alt+ArrowLeft")
        expect(page.locator('li[data-kode="t1"] > ul > li[data-kode="s2"]')).to_be_focused()
        assert _anak(page, "t1") == ["s1", "s2", "s3"]


def test_yang_dapat_dilakukan_pada_simpul_terjangkau_dengan_tab(
    situs: Situs, chromium: Browser
) -> None:
    with situs.buka(chromium, PENYUSUN) as page:
        page.goto(_konsep(2042))
        _simpul(page, "t1").focus()
        page.keyboard.press("ArrowDown")
        expect(_simpul(page, "s1")).to_be_focused()

        page.keyboard.press("Tab")
        komentar = page.locator('li[data-kode="s1"] > .simpul .simpul-alat a')
        expect(komentar.first).to_be_focused()
        page.keyboard.press("Tab")
        expect(komentar.last).to_be_focused()
        page.keyboard.press("Enter")
        panel = page.locator("#panel-sisi")
        expect(panel.get_by_role("heading", level=1)).to_be_focused()
        periksa_axe(page)
        page.keyboard.press("Escape")
        expect(komentar.last).to_be_focused()

        _simpul(page, "s2").focus()
        page.keyboard.press("m")
        expect(panel.get_by_role("heading", level=1)).to_have_text("Tertib desa")


def test_diangkat_dengan_p_lalu_ditaruh_atau_dibatalkan(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, PENYUSUN) as page:
        page.goto(_konsep(2032))
        umum = page.locator("#pengumuman")
        _simpul(page, "k1").focus()

        page.keyboard.press("p")
        expect(umum).to_contain_text("diangkat")
        expect(_simpul(page, "7.01.02")).to_have_class(re.compile("tak-sah"))
        periksa_axe(page)
        page.keyboard.press("Escape")
        expect(umum).to_contain_text("tidak ada yang dipindahkan")
        expect(page.locator(".diangkat, .tak-sah")).to_have_count(0)

        page.keyboard.press("p")
        page.keyboard.press("Home")
        page.keyboard.press("Enter")
        expect(umum).to_contain_text("tidak dapat berada di bawah")
        assert _anak(page, "s2") == ["k1"]

        _simpul(page, "k1").focus()
        page.keyboard.press("p")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(_kabar(page)).to_contain_text("“Keluaran: Daftar periksa” dipindahkan.")
        assert _anak(page, "s3") == ["k1"]


@pytest.mark.parametrize("tangan", CARA, ids=lambda t: t.nama)
def test_urungkan_mengembalikan_pohonnya(situs: Situs, chromium: Browser, tangan: Tangan) -> None:
    with situs.buka(chromium, PENYUSUN) as page:
        page.goto(_konsep(2033 if tangan.nama == "tetikus" else 2034))
        _simpul(page, "s3").focus()
        page.keyboard.press("Alt+ArrowUp")
        expect(_kabar(page)).to_contain_text("dipindahkan")
        assert _anak(page, "t1") == ["s1", "s3", "s2"]

        tangan.tekan(page, _kabar(page).get_by_role("button", name="Urungkan"))

        expect(_kabar(page)).to_contain_text("Perubahan terakhir diurungkan.")
        assert _anak(page, "t1") == ["s1", "s2", "s3"]


def _buka_atur(page: Page, kode: str, layar: Layar) -> Locator:
    """The forms of a node: beside the tree, or as a page without JavaScript."""
    baris = page.locator(f'li[data-kode="{kode}"]').locator(".simpul").first
    baris.get_by_role("link", name="Atur").click()
    if layar is TANPA_JAVASCRIPT:
        expect(page).to_have_url(re.compile(r"/atur/\?kode="))
        return page.get_by_role("main")
    panel = page.locator("#panel-sisi")
    expect(panel.get_by_role("heading", level=1)).to_be_focused()
    return panel


@berskrip_atau_tidak
def test_pecah_gabung_dan_buang_dengan_formulir(
    situs: Situs, chromium: Browser, layar: Layar
) -> None:
    with situs.buka(chromium, PENYUSUN, layar) as page:
        page.goto(_konsep(2035 if layar is TANPA_JAVASCRIPT else 2036))

        atur = _buka_atur(page, "s1", layar)
        atur.get_by_label("Uraian simpul baru").fill("Layanan loket")
        atur.get_by_label("Program: Pelayanan Publik").check()
        atur.get_by_role("button", name="Pecah").click()
        expect(_kabar(page)).to_contain_text("dipecah")
        expect(_simpul(page, "s1-2")).to_contain_text("Layanan loket")

        atur = _buka_atur(page, "s1", layar)
        atur.get_by_label("Masukkan ke simpul ini").select_option(label="Sasaran: Layanan loket")
        atur.get_by_role("button", name="Gabungkan").click()
        expect(_kabar(page)).to_contain_text("digabung ke dalam")
        expect(_simpul(page, "s1-2")).to_have_count(0)
        expect(_simpul(page, "s1")).to_contain_text("Pelayanan Publik")

        atur = _buka_atur(page, "s1", layar)
        expect(atur).to_contain_text("5 simpul, 1 indikator beserta targetnya")
        atur.get_by_role("button", name="Buang cabang ini").click()
        expect(_simpul(page, "s1")).to_have_count(0)
        _kabar(page).get_by_role("button", name="Urungkan").click()
        expect(_simpul(page, "s1")).to_contain_text("Pelayanan Publik")


@berskrip_atau_tidak
def test_pindah_dan_klon_dengan_formulir(situs: Situs, chromium: Browser, layar: Layar) -> None:
    with situs.buka(chromium, PENYUSUN, layar) as page:
        page.goto(_konsep(2037 if layar is TANPA_JAVASCRIPT else 2038))

        atur = _buka_atur(page, "7.01.02", layar)
        expect(atur.get_by_label("Ke bawah").locator("option")).to_have_count(3)
        atur.get_by_label("Ke bawah").select_option(label="Sasaran: Tertib desa")
        atur.get_by_role("button", name="Pindahkan", exact=True).click()
        expect(_kabar(page)).to_contain_text("dipindahkan")
        expect(_simpul(page, "s2")).to_contain_text("Pelayanan Publik")

        atur = _buka_atur(page, "t1", layar)
        atur.get_by_label("Tahun").fill("2026")
        atur.get_by_role("button", name="Tampilkan cabangnya").click()
        main = page.get_by_role("main")
        main.get_by_label("Cabang dari").select_option(index=1)
        buka_semua_lipatan(page)
        if layar is not TANPA_JAVASCRIPT:
            periksa_wajah(page, "atur-simpul")
        main.get_by_role("button", name="Salin ke konsep ini").click()
        expect(_kabar(page)).to_contain_text("Cabang disalin ke dekat")


def test_dua_orang_memindahkan_sekaligus(situs: Situs, chromium: Browser) -> None:
    alamat = _konsep(2039)
    with (
        situs.buka(chromium, PENYUSUN) as satu,
        situs.buka(chromium, PERENCANA) as dua,
    ):
        satu.goto(alamat)
        dua.goto(alamat)
        _simpul(satu, "s3").focus()
        satu.keyboard.press("Alt+ArrowUp")
        expect(_kabar(satu)).to_contain_text("dipindahkan")

        _simpul(dua, "s2").focus()
        with dua.expect_navigation() as jawaban:
            dua.keyboard.press("Alt+ArrowUp")

        assert jawaban.value is not None
        assert jawaban.value.status == 409
        galat = dua.get_by_role("alert")
        expect(galat).to_be_focused()
        expect(galat).to_contain_text("sudah diubah orang lain")
        assert _anak(dua, "t1") == ["s1", "s3", "s2"]
        assert _anak(dua, "s2") == ["k1"]


@berskrip_atau_tidak
def test_komentar_ditulis_dijawab_dan_diselesaikan(
    situs: Situs, chromium: Browser, layar: Layar
) -> None:
    alamat = _konsep(2040 if layar is TANPA_JAVASCRIPT else 2041)
    with situs.buka(chromium, PERENCANA, layar) as page:
        page.goto(alamat)
        page.locator('li[data-kode="s1"] .simpul').first.get_by_role(
            "link", name="Komentar"
        ).click()
        page.get_by_label("Komentar baru").fill("Ukuran hasilnya mana?")
        page.get_by_role("button", name="Kirim komentar").click()
        expect(page.get_by_role("main")).to_contain_text("Komentar tersimpan.")

    with situs.buka(chromium, PENYUSUN, layar) as page:
        page.goto(alamat)
        expect(page.get_by_role("note").filter(has_text="1 komentar terbuka")).to_contain_text(
            "Ukuran hasilnya mana?"
        )
        page.locator('li[data-kode="s1"] .simpul').first.get_by_role(
            "link", name="1 komentar terbuka"
        ).click()
        if layar is not TANPA_JAVASCRIPT:
            periksa_axe(page)
        page.get_by_text("Jawab", exact=True).click()
        page.get_by_label("Jawaban").fill("Ditambahkan")
        page.get_by_role("button", name="Kirim jawaban").click()
        expect(page.get_by_role("main")).to_contain_text("Ditambahkan")
        page.get_by_role("button", name="Tandai selesai").click()
        expect(page.get_by_role("main")).to_contain_text("Komentar diselesaikan.")
        page.goto(alamat)
        expect(page.get_by_text("komentar terbuka")).to_have_count(0)
