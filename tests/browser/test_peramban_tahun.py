"""One year of Kecamatan Baros walked in a browser by everybody who has a part in it (CERITA §4)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import kisah_evaluasi
import pytest
from django.conf import settings
from kisah import (
    BAROS,
    MANCAK,
    Kisah,
    berkas_dpa,
    bukti_pdf,
    ditolak,
    ikuti,
    judul,
    ke_stasiun,
    tekan,
)
from playwright.sync_api import Browser, Page, expect
from situs import Situs

from sakip.demo.babak_perjanjian import pindaian
from sakip.demo.panggung import Panggung
from sakip.perjanjian.models import PerjanjianKinerja

if TYPE_CHECKING:
    from conftest import PadaContoh

pytestmark = [pytest.mark.browser, pytest.mark.lama]
AWAL = date(2026, 1, 4)


@pytest.fixture(scope="module")
def contoh(pada_contoh: "PadaContoh") -> Iterator[date]:
    """The demo as it stood on the eve of the year: people, plans, and what was before."""
    with pada_contoh(AWAL) as tanggal:
        yield tanggal


@pytest.fixture
def kisah(situs: Situs, chromium: Browser) -> Iterator[Kisah]:
    """The site on whatever day the story has come to."""
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(settings, "TANGGAL_CONTOH", AWAL)
        yield Kisah(situs, chromium, Panggung.tersimpan("36.04"))


def test_tahun_sakip_kecamatan_baros_dari_dpa_sampai_portal(kisah: Kisah) -> None:
    for babak in BABAK:
        babak(kisah)


# January: the budget, the agreement, the plan of action ------------------------------------------


def _dpa(kisah: Kisah) -> None:
    with kisah.sebagai("sekcam", "2026-01-05") as page:
        page.goto("/kerja/36.04/impor/")
        judul(page, "Anda tidak berwenang di sini")
    with kisah.sebagai("bpkad", "2026-01-05") as page:
        page.get_by_role("link", name="Impor", exact=True).click()
        page.get_by_label("Jenis tabel").select_option("dpa")
        page.get_by_label("Sifat data").select_option("contoh")
        page.get_by_label("Berkas tabel").set_input_files([berkas_dpa()])
        tekan(page, "Periksa tabel")
        judul(page, "baris baru, 0 berubah")
        page.get_by_role("button", name="Terapkan").click()
        expect(page.get_by_role("status").first).to_contain_text("Semua baris diterapkan")
    kisah.mainkan(
        "2026-01-06",
        "2026-01-14",
        "babak_rencana._satu_jadwal",
        "babak_pengukuran.catat",
        "babak_pengukuran._tata_daftar",
    )


def _perjanjian(kisah: Kisah) -> None:
    with kisah.sebagai("program", "2026-01-12") as page:
        ikuti(page, "Susun perjanjian kinerja 2026")
        tekan(page, "Susun perjanjian kinerja 2026")
        expect(page.locator("#lampiran-program tfoot")).to_contain_text("2.800.000.000")
        tekan(page, "Ajukan perjanjian kinerja 2026")
        judul(page, "telaah")
    with kisah.sebagai("organisasi", "2026-01-15") as page:
        ikuti(page, "Telaah perjanjian kinerja 2026 Kecamatan Baros")
        tekan(page, "Nyatakan selesai ditelaah")
        judul(page, "menunggu tanda tangan Wawan Contoh")
    with kisah.sebagai("bupati", "2026-01-23") as page:
        # The head of the government signs second: nothing waits for him yet.
        expect(page.get_by_role("link", name="Baca dan tanda tangani")).to_have_count(0)
    with (
        kisah.sebagai("camat1", "2026-01-23") as page,
        kisah.sebagai("camat1", "2026-01-23") as dua,
    ):
        for satu in (page, dua):
            ikuti(satu, "sebagai Pihak Pertama")
        tekan(page, "Tanda tangani sebagai Pihak Pertama")
        judul(page, "menunggu tanda tangan Rahmi Contoh")
        # The same button on a page that was opened before: the act has been done.
        tekan(dua, "Tanda tangani sebagai Pihak Pertama")
        ditolak(dua, "sudah diubah")
    with kisah.sebagai("bupati", "2026-01-23") as page:
        page.get_by_role("link", name="Baca dan tanda tangani").click()
        tekan(page, "Tanda tangani sebagai Pihak Kedua")
        judul(page, "berlaku sejak 1 Januari 2026")


def _pk(unit: str) -> PerjanjianKinerja:
    return PerjanjianKinerja.objects.select_related("dokumen__berkas").get(unit__slug=unit)


def _kertas(kisah: Kisah) -> None:
    """Mancak signs on paper; the scan that is uploaded must be of this paper."""
    with kisah.sebagai("mancak", "2026-01-13") as page:
        ikuti(page, "Susun perjanjian kinerja 2026")
        tekan(page, "Susun perjanjian kinerja 2026")
        tekan(page, "Ajukan perjanjian kinerja 2026")
    with kisah.sebagai("organisasi", "2026-01-15") as page:
        ikuti(page, "Telaah perjanjian kinerja 2026 Kecamatan Mancak")
        tekan(page, "Nyatakan selesai ditelaah")
    with kisah.sebagai("mancak", "2026-01-20") as page:
        ke_stasiun(page, "2026: dijalankan", "Perjanjian")
        page.get_by_role("link", name="Buka perjanjian nomor 1").click()
        page.locator("summary", has_text="Ditandatangani di atas kertas").click()
        page.get_by_label("Hari penandatanganan").fill("2026-01-23")
        tekan(page, "Terbitkan naskah untuk ditandatangani")
        expect(page.get_by_role("link", name="Unduh naskah untuk ditandatangani")).to_be_visible()
    with kisah.sebagai("mancak", "2026-01-23") as page:
        ikuti(page, "Unggah pindaian perjanjian kinerja 2026")
        _pindai(page, BAROS)
        ditolak(page, "Pindaian ini milik dokumen lain")
        _pindai(page, MANCAK)
        judul(page, "Perjanjian kinerja 2026 berlaku sejak")
        expect(page.get_by_role("main")).to_contain_text("Pindaian dicocokkan")
        # Whoever holds the paper follows its QR code here.
        page.get_by_role("link", name=_kode(MANCAK)).click()
        judul(page, "Dokumen contoh, bukan dokumen resmi")
        expect(page.get_by_role("main")).to_contain_text("Kecamatan Mancak")


def _pindai(page: Page, unit: str) -> None:
    isi = {"name": f"pk-{unit}.png", "mimeType": "image/png", "buffer": pindaian(_pk(unit))}
    page.get_by_label("Pindaian", exact=True).set_input_files([isi])
    tekan(page, "Catat tanda tangan dan cocokkan pindaian")


def _kode(unit: str) -> str:
    dokumen = _pk(unit).dokumen
    assert dokumen is not None
    return dokumen.kode_periksa


def _aksi(kisah: Kisah) -> None:
    with kisah.sebagai("program", "2026-01-26") as page:
        ikuti(page, "Susun rencana aksi 2026 dari perjanjian yang ditandatangani")
        tekan(page, "Susun rencana aksi 2026")
        tekan(page, "Ajukan rencana aksi 2026")
        # The quarters of IKU-3 do not add up to its year: that must be explained.
        ditolak(page, "pengaduan ketenteraman")
        page.locator("#rekonsiliasi").get_by_role("textbox").fill(
            "Banyaknya pengaduan tidak dapat dijanjikan; tiap triwulan diukur kumulatif."
        )
        tekan(page, "Ajukan rencana aksi 2026")
        judul(page, "verifikasi")
    with kisah.sebagai("sekcam", "2026-01-29") as page:
        ikuti(page, "Verifikasi rencana aksi 2026 Kecamatan Baros")
        expect(page.get_by_role("main")).to_contain_text("Banyaknya pengaduan tidak dapat")
        tekan(page, "Verifikasi rencana aksi 2026")
    with kisah.sebagai("camat1", "2026-01-30") as page:
        ikuti(page, "Setujui rencana aksi 2026 Kecamatan Baros")
        tekan(page, "Setujui rencana aksi 2026")
        judul(page, "disetujui")


# April: the first quarter ------------------------------------------------------------------------


def _triwulan_satu(kisah: Kisah) -> None:
    hari = "2026-04-08"
    kisah.mainkan(
        "2026-04-01", "2026-04-06", "babak_pengukuran._buka", "babak_pengukuran._catat_bukti"
    )
    kisah.catat_uji("C", "2026-04-07", kecuali="Desa A")
    with kisah.sebagai("pelayanan", hari) as page:
        _ke_lembar(page)
        _isi(page, "1b", "41")
        expect(page.locator("#hasil-1b")).to_contain_text("63,33%")  # (2 × 30 − 41) / 30
        _uraikan(page, "1b", "Berkas bolak-balik karena syarat kurang.", "Syarat diperiksa dahulu.")
    with kisah.sebagai("pmd", hari) as page:
        _ke_lembar(page)
        page.get_by_role("link", name="Daftar periksa menghitung 12/14").click()
        page.get_by_role("link", name="Desa A", exact=True).click()
        uji = page.get_by_role("group", name="Laporan pertanggungjawaban APBDes")
        uji.get_by_label("Terpenuhi").check()
        uji.get_by_label("Unggah bukti").set_input_files([bukti_pdf("Laporan APBDes Desa A")])
        tekan(page, "Catat uji Desa A")
        judul(page, "13 dari 14 desa memenuhi semua uji yang jatuh tempo")
        page.get_by_role("link", name="Triwulan I", exact=True).click()
        _isi(page, "iku-2", "13/14")
        expect(page.locator("#hasil-iku-2")).to_contain_text("118,18%")  # 13/11
        _sesuai_rencana(page, "iku-2")
    with kisah.sebagai("trantib", hari) as page:
        _ke_lembar(page)
        _isi(page, "iku-3", "6/6")
        expect(page.locator("#hasil-iku-3")).to_contain_text("100,00%")
        _sesuai_rencana(page, "iku-3")
    with kisah.sebagai("program", hari) as page:
        _ke_lembar(page)
        page.locator("#alasan-iku-5").select_option("belum_terbit")
        expect(page.locator("#hasil-iku-5")).to_contain_text("Belum terbit")
        _buktikan(page, "Rata-rata waktu layanan", "Register loket triwulan I")
        expect(page.locator("#lampu-bukti")).to_contain_text("1 angka belum berbukti")
        _buktikan(page, "Persentase gangguan", "Register gangguan triwulan I")
        expect(page.locator("#lampu-bukti")).to_contain_text("Setiap angka berbukti")
        tekan(page, "Ajukan pengukuran triwulan I")
        judul(page, "menunggu verifikasi")
    _sampai_terkunci(kisah, "I", "camat1", ("2026-04-09", "2026-04-10", "2026-04-13"))


def _sampai_terkunci(kisah: Kisah, romawi: str, camat: str, hari: tuple[str, str, str]) -> None:
    """Verified, approved, examined, locked: each by another person."""
    with kisah.sebagai("sekcam", hari[0]) as page:
        ikuti(page, f"Verifikasi pengukuran triwulan {romawi} 2026 Kecamatan Baros")
        tekan(page, f"Verifikasi pengukuran triwulan {romawi}")
        judul(page, "menunggu persetujuan pimpinan")
    with kisah.sebagai(camat, hari[1]) as page:
        ikuti(page, f"Setujui pengukuran triwulan {romawi} 2026 Kecamatan Baros")
        tekan(page, f"Setujui pengukuran triwulan {romawi}")
        judul(page, "menunggu telaah Bagian Organisasi")
    with kisah.sebagai("organisasi", hari[2]) as page:
        ikuti(page, f"Telaah pengukuran triwulan {romawi} 2026 Kecamatan Baros")
        tekan(page, f"Nyatakan triwulan {romawi} selesai ditelaah")
        tekan(page, f"Kunci pengukuran triwulan {romawi}")
        judul(page, "terkunci")


def _ke_lembar(page: Page) -> None:
    ke_stasiun(page, "2026: dijalankan", "Pengukuran")
    page.get_by_role("link", name="Isi pengukuran triwulan").click()


def _isi(page: Page, kode: str, teks: str) -> None:
    page.locator(f"#sel-{kode}").fill(teks)
    page.locator(f"#sel-{kode}").blur()
    expect(page.locator(f"#hasil-{kode}")).to_contain_text("Tersimpan")


def _buktikan(page: Page, awal: str, judul_bukti: str) -> None:
    """Evidence behind the figure whose name begins so; a checklist brings its own."""
    page.locator("summary", has_text="Tambah bukti").click()
    bukti = page.locator("#bukti")
    untuk = bukti.get_by_label("Untuk angka")
    untuk.select_option(label=untuk.locator("option", has_text=awal).inner_text())
    bukti.get_by_label("Judul bukti").fill(judul_bukti)
    bukti.get_by_label("Berkas").set_input_files([bukti_pdf(judul_bukti)])
    tekan(page, "Unggah dan tautkan")
    expect(page.get_by_role("link", name=judul_bukti)).to_be_visible()


def _uraikan(page: Page, kode: str, penyebab: str, solusi: str) -> None:
    versi = page.locator(f"#versi-{kode}")
    for nama, teks in (("penyebab", penyebab), ("solusi", solusi)):
        semula = versi.input_value()
        page.locator(f"#{nama}-{kode}").fill(teks)
        page.locator(f"#{nama}-{kode}").blur()
        expect(versi).not_to_have_value(semula)
    semula = versi.input_value()
    page.locator(f"#golongan-{kode}").select_option("proses")
    expect(versi).not_to_have_value(semula)


def _sesuai_rencana(page: Page, kode: str) -> None:
    """One tick says why a target was met."""
    versi = page.locator(f"#versi-{kode}")
    semula = versi.input_value()
    page.locator(f"[name='sesuai_rencana.{kode}']").check()
    expect(versi).not_to_have_value(semula)


# July to September: the second quarter, and two weeks without a camat ----------------------------


def _plt(kisah: Kisah) -> None:
    kisah.mainkan(
        "2026-07-01",
        "2026-07-20",
        "babak_pengukuran._buka",
        "babak_pengukuran._catat_bukti",
        "babak_pengukuran._isi",
        "pengukuran_lain._bertindak",
    )
    kisah.mainkan("2026-08-18", "2026-08-18", "babak_pengukuran._catat_bukti")
    kisah.ubah_aksi()
    with kisah.sebagai("sekcam", "2026-09-01") as page:
        ikuti(page, "Setujui rencana aksi 2026 Kecamatan Baros")
        utama = page.get_by_role("main")
        expect(utama).to_contain_text("Pemeriksa dan penyetuju harus dua orang")
        expect(utama).to_contain_text("Anda sudah memverifikasi dokumen ini")
        expect(page.get_by_role("button", name="Setujui")).to_have_count(0)
        tekan(page, "Alihkan persetujuan kepada Oman Contoh")
    with kisah.sebagai("pelayanan", "2026-09-01") as page:
        ikuti(page, "Setujui rencana aksi 2026 Kecamatan Baros sebagai pengganti")
        tekan(page, "Setujui rencana aksi 2026")
        judul(page, "disetujui")


# October: two uji without evidence ---------------------------------------------------------------


def _kembali(kisah: Kisah) -> None:
    kisah.mainkan(
        "2026-10-01",
        "2026-10-06",
        "babak_pengukuran._buka",
        "babak_pengukuran._catat_bukti",
        "babak_pengukuran._klaim",
        "babak_rencana._impor",
    )
    kisah.isi_selain("iku-2", "2026-10-06")
    with kisah.sebagai("pmd", "2026-10-06") as page:
        _ke_lembar(page)
        _isi(page, "iku-2", "14/14")
        expect(page.locator("#hasil-iku-2")).to_contain_text("Berbeda dari daftar periksa")
        _sesuai_rencana(page, "iku-2")
    with kisah.sebagai("program", "2026-10-06") as page:
        _ke_lembar(page)
        tekan(page, "Ajukan pengukuran triwulan III")
        judul(page, "menunggu verifikasi")
    with kisah.sebagai("sekcam", "2026-10-06") as page:
        ikuti(page, "erifikasi pengukuran triwulan III 2026")
        alasan = page.get_by_label("Alasan mengembalikan")
        expect(alasan).to_have_value(re.compile("2 desa tanpa bukti uji E"))
        tekan(page, "Kembalikan")
        judul(page, "dikembalikan")
    with kisah.sebagai("pmd", "2026-10-08") as page:
        _ke_lembar(page)
        expect(page.locator("#baris-iku-2")).to_contain_text("2 desa tanpa bukti uji E")
        _isi(page, "iku-2", "12/14")
        expect(page.locator("#hasil-iku-2")).to_contain_text("109,09%")  # 12/11
    with kisah.sebagai("program", "2026-10-08") as page:
        ikuti(page, "pengukuran triwulan III 2026")
        tekan(page, "Ajukan pengukuran triwulan III")
    _sampai_terkunci(kisah, "III", "camat2", ("2026-10-08", "2026-10-09", "2026-10-13"))


# January to June 2027: the report, and what the public reads -------------------------------------


def _laporan(kisah: Kisah) -> None:
    kisah.mainkan(
        "2026-11-01",
        "2027-01-20",
        "babak_pengukuran._buka",
        "babak_pengukuran._catat_bukti",
        "babak_pengukuran._isi",
        "pengukuran_lain._bertindak",
        "babak_rencana._impor",
    )
    with kisah.sebagai("program", "2027-02-10") as page:
        ke_stasiun(page, "2026: dilaporkan", "Laporan")
        tekan(page, "Buka laporan kinerja 2026")
        page.get_by_role("link", name="Ikhtisar").click()
        page.get_by_label("Tulisan 2026").fill("Dua dari lima janji ditepati.")
        tekan(page, "Simpan bagian ini")
    kisah.tulis_laporan("2027-02-25")
    with kisah.sebagai("program", "2027-02-26") as page:
        ikuti(page, "Susun dan ajukan laporan kinerja 2026 Kecamatan Baros")
        tekan(page, "Ajukan laporan kinerja 2026")
        judul(page, "menunggu persetujuan pimpinan")
    with kisah.sebagai("camat2", "2027-02-26") as page:
        ikuti(page, "Setujui laporan kinerja 2026 Kecamatan Baros")
        tekan(page, "Setujui laporan kinerja 2026")
    with kisah.sebagai("program", "2027-02-26") as page:
        ikuti(page, "ampaikan laporan kinerja 2026")
        tekan(page, "Sampaikan laporan kinerja 2026")
        judul(page, "Laporan kinerja 2026 disampaikan 26 Februari 2027")


def _portal(kisah: Kisah) -> None:
    with kisah.sebagai(None, "2027-03-01") as page:
        page.get_by_role("link", name="Kabupaten Serang").first.click()
        page.get_by_role("link", name="Kecamatan Baros").first.click()
        judul(page, "Kecamatan Baros menepati 2 dari 5 janji 2026; ini sebabnya")
        expect(page.get_by_role("main")).to_contain_text("Capaian 95,83%")


BABAK = (
    _dpa,
    _perjanjian,
    _kertas,
    _aksi,
    _triwulan_satu,
    kisah_evaluasi.mandiri,
    kisah_evaluasi.tim,
    kisah_evaluasi.lhe,
    _plt,
    _kembali,
    kisah_evaluasi.tindak_lanjut,
    _laporan,
    _portal,
)
