"""From Beranda to a figure and to why it is so; the regency-wide table and its Excel sheet."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from halaman import MEJA_TERANG, TANPA_JAVASCRIPT, Layar, periksa_axe
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect
from situs import Situs, periksa_wajah
from tangan import CARA, Tangan

pytestmark = pytest.mark.browser
setiap_cara = pytest.mark.parametrize("tangan", CARA, ids=lambda t: t.nama)
berskrip_atau_tidak = pytest.mark.parametrize(
    "layar", [MEJA_TERANG, TANPA_JAVASCRIPT], ids=lambda layar: layar.nama
)
MENGAPA = re.compile(r"/kerja/35\.10/2024/dinas-kesehatan/mengapa/[0-9a-f-]{36}/$")
# Angka kematian bayi 2024, a figure that should fall: target 5,1, realisasi 9,8 (the agency's
# Renstra). (2 × 5,1 − 9,8) ÷ 5,1 × 100 = 40 ÷ 5,1 = 7,843…
AKB = "7,84"


def _dari_beranda_ke_dinas(page: Page, tangan: Tangan) -> None:
    page.goto("/kerja/35.10/")
    tangan.tekan(page, page.get_by_role("main").get_by_role("link", name="Dinas Kesehatan"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "11 dari 17 indikator mencapai target"
    )


@setiap_cara
def test_dari_beranda_ke_angka_ke_mengapa_dan_kembali(
    situs: Situs, chromium: Browser, tangan: Tangan
) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        _dari_beranda_ke_dinas(page, tangan)
        tahun = page.url
        angka = page.locator("a.mengapa").first
        expect(angka).to_have_text(AKB)

        tangan.tekan(page, angka)
        panel = page.locator("#panel-sisi")
        expect(panel.get_by_role("heading", level=1)).to_be_focused()
        expect(panel).to_contain_text("(2 × 5,1 − 9,8) ÷ 5,1 × 100")
        expect(panel).to_contain_text("PermenPANRB 53/2014")
        expect(panel).to_contain_text("9,8 per 1.000 KH")
        expect(page).to_have_url(MENGAPA)
        periksa_axe(page)

        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(angka).to_be_focused()
        expect(page).to_have_url(tahun)

        tangan.tekan(page, angka)
        expect(panel).to_be_visible()
        tangan.tekan(page, panel.get_by_role("button", name="Tutup"))
        expect(panel).to_be_hidden()
        expect(page).to_have_url(tahun)


def test_mengapa_dibuka_di_telepon_lalu_mundur_menutupnya(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.goto("/kerja/35.10/2024/dinas-kesehatan/")
        tahun = page.url
        page.set_viewport_size({"width": 360, "height": 780})
        page.locator("a.mengapa").first.click()
        panel = page.locator("#panel-sisi")
        expect(panel).to_be_visible()
        periksa_axe(page)

        page.go_back()
        expect(panel).to_be_hidden()
        expect(page).to_have_url(tahun)
        page.go_forward()
        expect(panel).to_contain_text(AKB)
        alamat = page.url

        page.goto(alamat)
        expect(panel).to_be_hidden()
        expect(page.get_by_role("main")).to_contain_text(AKB)
        tahun_lagi = page.get_by_label("Letak halaman").get_by_role("link", name="Dinas Kesehatan")
        tahun_lagi.click()
        expect(page).to_have_url(tahun)


def test_mengapa_tanpa_javascript_adalah_halaman(situs: Situs, chromium: Browser) -> None:
    with situs.buka(chromium, "bwi.perencana", TANPA_JAVASCRIPT) as page:
        _dari_beranda_ke_dinas(page, CARA[0])
        page.locator("a.mengapa").first.click()

        expect(page).to_have_url(MENGAPA)
        expect(page.get_by_role("main")).to_contain_text("(2 × 5,1 − 9,8) ÷ 5,1 × 100")


@setiap_cara
def test_ganti_tahun_dan_unit(situs: Situs, chromium: Browser, tangan: Tangan) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.goto("/kerja/35.10/2024/kecamatan-muncar/")
        tangan.tekan(page, page.locator("summary", has_text="Tahun"))
        tangan.tekan(page, page.get_by_role("link", name="2023"))
        expect(page).to_have_url(f"{situs.alamat}/kerja/35.10/2023/kecamatan-muncar/")

        letak = page.get_by_label("Letak halaman")
        tangan.tekan(page, letak.get_by_role("link", name="Kabupaten Banyuwangi"))
        expect(page).to_have_url(f"{situs.alamat}/kerja/35.10/2023/")
        tangan.tekan(page, page.get_by_role("link", name="Dinas Dukcapil"))
        expect(page).to_have_url(f"{situs.alamat}/kerja/35.10/2023/dinas-dukcapil/")
        expect(page.get_by_role("link", name="Kinerja", exact=True)).to_have_attribute(
            "aria-current", "true"
        )


@berskrip_atau_tidak
def test_tahun_kosong_menuntun_ke_tahun_berisi(
    situs: Situs, chromium: Browser, layar: Layar
) -> None:
    with situs.buka(chromium, "bwi.perencana", layar) as page:
        page.goto("/kerja/35.10/")
        page.get_by_role("link", name="Kinerja", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Belum ada angka untuk 2026")

        page.get_by_role("link", name="Buka 2024").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("42 dari 57")


@setiap_cara
def test_tabel_disaring_diurutkan_dan_dibalik_halamannya(
    situs: Situs, chromium: Browser, tangan: Tangan
) -> None:
    with situs.buka(chromium, "bwi.perencana") as page:
        page.goto("/kerja/35.10/2024/")
        tangan.tekan(page, page.get_by_role("link", name="Semua indikator"))
        tangan.tekan(page, page.get_by_role("link", name="Berikutnya"))
        expect(page).to_have_url(re.compile(r"\?hal=2$"))
        expect(page.locator("#semua tbody tr")).to_have_count(9)

        tangan.pilih(page, page.get_by_label("Unit"), "Dinas Kesehatan")
        tangan.pilih(page, page.get_by_label("Kategori"), "Sangat rendah")
        tangan.tekan(page, page.get_by_role("button", name="Terapkan"))
        expect(page.get_by_role("heading", level=1)).to_have_text("3 angka ditemukan")

        tangan.tekan(page, page.get_by_role("columnheader").get_by_role("link", name="Capaian"))
        kolom = page.get_by_role("columnheader", name="Capaian")
        expect(kolom).to_have_attribute("aria-sort", "ascending")
        assert _capaian(page) == [AKB, "27,85", "46,73"]
        tangan.tekan(page, kolom.get_by_role("link"))
        expect(kolom).to_have_attribute("aria-sort", "descending")
        assert _capaian(page) == ["46,73", "27,85", AKB]
        expect(page).to_have_url(re.compile("unit=dinas-kesehatan.*urut=-capaian"))

        page.go_back()
        assert _capaian(page) == [AKB, "27,85", "46,73"]


def _capaian(page: Page) -> list[str]:
    return page.locator("#semua tbody td[data-label=Capaian]").all_inner_texts()


@berskrip_atau_tidak
def test_excel_berisi_baris_dan_angka_yang_sama(
    situs: Situs, chromium: Browser, layar: Layar, tmp_path: Path
) -> None:
    with situs.buka(chromium, "bwi.perencana", layar) as page:
        page.goto("/kerja/35.10/2024/tabel/?urut=indikator")
        with page.expect_download() as unduhan:
            page.get_by_role("link", name="Unduh Excel").click()
        berkas = tmp_path / unduhan.value.suggested_filename
        unduhan.value.save_as(berkas)
        layar_baris = _baris_layar(page)
        page.get_by_role("link", name="Berikutnya").click()
        layar_baris += _baris_layar(page)

    assert berkas.name == "kinerja-kabupaten-banyuwangi-2024.xlsx"
    lembar = load_workbook(berkas).active
    assert lembar is not None
    kepala, *isi = lembar.iter_rows(values_only=True)
    assert kepala[:6] == ("Unit", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)")
    assert [_baris_excel(b) for b in isi] == layar_baris
    assert len(layar_baris) == 59


def _baris_layar(page: Page) -> list[tuple[object, ...]]:
    """Indicator with its unit of measurement, unit, target, realisasi, capaian of each row."""
    semua = page.locator("#semua tbody tr").evaluate_all(
        """semua => semua.map(tr => [...tr.cells].slice(0, 5)
             .map(sel => sel.innerText.replace(/\\s+/g, " ").trim()))"""
    )
    return [(nama, unit, *map(_angka, sisa)) for nama, unit, *sisa in semua]


def _angka(teks: str) -> Decimal | str | None:
    """What a cell of the screen says: 1.234,50 is a number, a dash or a question is none."""
    if teks in {"–", "Mengapa?"}:
        return None
    angka = teks.replace(".", "").replace(",", ".")
    return Decimal(angka) if re.fullmatch(r"-?\d+(\.\d+)?", angka) else teks


def _baris_excel(baris: tuple[object, ...]) -> tuple[object, ...]:
    unit, nama, satuan, target, realisasi, capaian, *_sisa = baris
    return (
        " ".join(f"{nama} {satuan or ''}".split()),
        unit,
        *(Decimal(str(n)) if isinstance(n, int | float) else n for n in (target, realisasi)),
        None if capaian is None else Decimal(f"{capaian:.2f}"),
    )


@berskrip_atau_tidak
def test_unit_lain_ditolak_dengan_kalimat_yang_menolong(
    situs: Situs, chromium: Browser, layar: Layar
) -> None:
    with situs.buka(chromium, "program", layar) as page:
        jawab = page.goto("/kerja/36.04/2026/kecamatan-mancak/")

        assert jawab is not None
        assert jawab.status == 403
        expect(page.get_by_role("main")).to_contain_text("Peran Anda tidak mencakup unit ini")
        page.get_by_role("main").get_by_role("link", name="Ke Beranda").click()
        expect(page.locator(".kop-instansi")).to_have_text("Kabupaten Serang")


def test_hasil_evaluasi_digambar_dan_bersumber(situs: Situs, chromium: Browser) -> None:
    """CERITA §1: CC until 2015, B 2016, BB 70,01, BB 74,54, A 80,08, A, and BB by one source."""
    with situs.buka(chromium, "inspektur") as page:
        page.goto("/kerja/36.04/hasil-evaluasi/")

        expect(page.get_by_role("heading", level=1)).to_have_text(
            "BB pada 2021, turun dari A pada 2020"
        )
        expect(page.get_by_role("img", name="Predikat yang tercatat")).to_have_attribute(
            "aria-label",
            "Predikat yang tercatat, 2012–2021: 2012 CC; 2013 CC; 2014 CC; 2015 CC; 2016 B; "
            "2017 BB 70,01; 2018 BB 74,54; 2019 A 80,08; 2020 A; 2021 BB",
        )
        baris = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="2021"))
        expect(baris).to_contain_text("satu sumber")
        baris.get_by_role("link", name="Sumber 7").click()
        expect(page.locator("li:target")).to_contain_text("swarabanten.com")
        periksa_wajah(page, "hasil-evaluasi-sumber")
