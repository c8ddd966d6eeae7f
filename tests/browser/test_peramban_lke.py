"""Scoring a sheet on screen: the row of the story, what is missing, files in and out."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from halaman import MEJA_TERANG, TANPA_JAVASCRIPT, Layar
from openpyxl import load_workbook
from playwright.sync_api import Browser, Download, Page, expect
from situs import Situs, buka_semua_lipatan, periksa_wajah
from tangan import CARA, Tangan, csv, unggah

pytestmark = pytest.mark.browser

LEMBAR = "/kerja/36.04/hitung-lke/"
KODE = ("1.a", "1.b", "1.c", "2.a", "2.b", "2.c", "3.a", "3.b", "3.c", "4.a", "4.b", "4.c")
# The evaluation of 2026 in the story (CERITA §6): 21,60 + 21,60 + 10,05 + 16,75 = 70,00, still B.
JAWABAN = ("BB", "B", "B", "BB", "B", "B", "BB", "B", "CC", "BB", "B", "CC")
LHE_2026 = dict(zip(KODE, JAWABAN, strict=True))
KOMPONEN = ["21,60", "21,60", "10,05", "16,75"]
CARA_DAN_LAYAR = [
    pytest.param(CARA[0], MEJA_TERANG, id="tetikus"),
    pytest.param(CARA[1], MEJA_TERANG, id="papan-ketik"),
    pytest.param(CARA[0], TANPA_JAVASCRIPT, id="tanpa-javascript"),
]


def _periksa_70(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("70,00 = B (Baik)")
    expect(page.get_by_role("img", name="70,00 pada skala 0 sampai 100")).to_be_visible()
    utama = page.get_by_role("main")
    expect(utama).to_contain_text("BB dimulai di atas 70,00.")
    # 3.b weighs 4,5; from B (0,7) to BB (0,8) adds 0,45: the smallest step there is.
    jalan = page.locator(".jalan li").first
    expect(jalan).to_contain_text("3.b B → BB (+0,45)")
    expect(jalan).to_contain_text("70,45 = BB")
    nilai = page.locator("#komponen tbody td[data-label=Nilai]")
    assert [n.strip() for n in nilai.all_inner_texts()] == KOMPONEN


@pytest.mark.parametrize(("tangan", "layar"), CARA_DAN_LAYAR)
def test_lhe_2026_bernilai_70_dan_masih_b(
    situs: Situs, chromium: Browser, tangan: Tangan, layar: Layar
) -> None:
    with situs.buka(chromium, "ketua", layar) as page:
        page.goto("/kerja/36.04/")
        tangan.tekan(page, page.get_by_role("link", name="Hitung LKE"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Hitung lembar kerja evaluasi")
        for kode, jawaban in LHE_2026.items():
            tangan.pilih(page, page.locator(f'[name="j-{kode}"]'), jawaban)
        tangan.tekan(page, page.get_by_role("button", name="Hitung", exact=True))

        _periksa_70(page)
        tangan.tekan(page, page.locator("summary", has_text="Mengapa?"))
        expect(page.locator(".mengapa-isi")).to_contain_text("PermenPANRB 88/2021")
        expect(page.locator('[name="j-4.c"]')).to_have_value("CC")
        if tangan is CARA[0] and layar.javascript:
            buka_semua_lipatan(page)
            periksa_wajah(page, "lke-hasil")


@pytest.mark.parametrize("tangan", CARA, ids=lambda t: t.nama)
def test_jawaban_yang_kurang_disebut_dan_dituju(
    situs: Situs, chromium: Browser, tangan: Tangan
) -> None:
    with situs.buka(chromium, "ketua") as page:
        page.goto(LEMBAR)
        for kode in KODE:
            if kode not in {"2.c", "4.a"}:
                page.locator(f'[name="j-{kode}"]').select_option("B")
        tangan.tekan(page, page.get_by_role("button", name="Hitung", exact=True))

        peringatan = page.get_by_role("alert")
        expect(peringatan.get_by_role("link")).to_have_text(["2.c", "4.a"])
        expect(peringatan).to_be_focused()
        expect(page.locator('[name="j-1.a"]')).to_have_value("B")
        if tangan is CARA[0]:
            periksa_wajah(page, "lke-kurang")

        tangan.tekan(page, peringatan.get_by_role("link", name="4.a"))
        isian = page.locator('[name="j-4.a"]')
        expect(isian).to_be_focused()
        expect(isian).to_have_attribute("aria-invalid", "true")
        expect(isian).to_be_in_viewport()


def test_lembar_diunggah_lalu_penjelasan_diunduh(
    situs: Situs, chromium: Browser, tmp_path: Path
) -> None:
    isi = "kode,jawaban\n" + "".join(f"{k},{j}\n" for k, j in LHE_2026.items())
    with situs.buka(chromium, "ketua") as page:
        page.goto(LEMBAR)
        unggah(page, CARA[0], page.get_by_label("Atau unggah lembarnya"), csv("lke.csv", isi))
        page.get_by_role("button", name="Hitung", exact=True).click()
        _periksa_70(page)

        data = json.loads(_unduh(page, "Unduh penjelasan (JSON)", tmp_path).read_text())
        lembar = load_workbook(_unduh(page, "Unduh Excel", tmp_path)).active

    assert (data["nilai"], data["predikat"]) == ("70.00", "B")
    assert lembar is not None
    baris = {str(b[0]): b for b in lembar.iter_rows(min_row=2, values_only=True) if b[0]}
    assert {kode: baris[kode][2] for kode in KODE} == LHE_2026
    assert sum(Decimal(str(baris[kode][4])) for kode in KODE) == Decimal(70)


def _unduh(page: Page, nama: str, folder: Path) -> Path:
    with page.expect_download() as unduhan:
        page.get_by_role("button", name=nama).click()
    hasil: Download = unduhan.value
    berkas = folder / hasil.suggested_filename
    hasil.save_as(berkas)
    return berkas


def test_lembar_unggahan_yang_salah_disebut_barisnya(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "ketua") as page:
        page.goto(LEMBAR)
        isi = "kode,jawaban\n1.a,BB\n9.z,B\n1.a,A\n"
        unggah(page, CARA[0], page.get_by_label("Atau unggah lembarnya"), csv("lke.csv", isi))
        page.get_by_role("button", name="Hitung", exact=True).click()

        expect(page.get_by_role("alert")).to_contain_text("9.z")
        periksa_wajah(page, "lke-unggahan-salah")


@pytest.mark.parametrize("layar", [MEJA_TERANG, TANPA_JAVASCRIPT], ids=lambda satu: satu.nama)
def test_lembar_12_2015_dengan_jawaban_terbaik_bernilai_100(
    situs: Situs, chromium: Browser, layar: Layar
) -> None:
    with situs.buka(chromium, "ketua", layar) as page:
        page.goto(LEMBAR)
        page.get_by_role("link", name="12/2015, formulir unit kerja").click()
        isian = page.locator("input[name^=j-]")
        expect(isian).to_have_count(92)
        kode = [str(nama)[2:] for nama in isian.evaluate_all("semua => semua.map(e => e.name)")]
        terbaik = page.locator("datalist").evaluate_all("d => d.map(x => x.options[0].value)")
        isi = "kode,jawaban\n" + "".join(f"{k},{j}\n" for k, j in zip(kode, terbaik, strict=True))
        unggah(page, CARA[0], page.get_by_label("Atau unggah lembarnya"), csv("lke.csv", isi))
        page.get_by_role("button", name="Hitung", exact=True).click()

        expect(page.get_by_role("heading", level=1)).to_contain_text("100,00 = AA")
        expect(page.get_by_role("main")).to_contain_text("Ini predikat tertinggi.")
        if layar.javascript:
            periksa_wajah(page, "lke-12-2015-hasil")
