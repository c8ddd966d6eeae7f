"""April to December in the walk through the year: the evaluation of 2025 and its follow-up."""

from kisah import (
    Kisah,
    bukti_pdf,
    ikuti,
    judul,
    tekan,
)
from playwright.sync_api import Page, expect

KODE = tuple(f"{n}.{h}" for n in "1234" for h in "abc")
# CERITA §6: 25,50 + 24,60 + 12,30 + 20,00 = 82,40, and 21,60 + 21,60 + 10,05 + 16,75 = 70,00.
MANDIRI = dict(zip(KODE, "A A BB A BB BB A BB BB BB BB BB".split(), strict=True))  # noqa: SIM905
LHE = dict(zip(KODE, "BB B B BB B B BB B CC BB B CC".split(), strict=True))  # noqa: SIM905


def mandiri(kisah: Kisah) -> None:
    with kisah.sebagai("organisasi", "2026-04-14") as page:
        _ke_evaluasi(page)
        tekan(page, "Buka evaluasi kinerja 2025")
    with kisah.sebagai("program", "2026-04-15") as page:
        ikuti(page, "Isi dan ajukan evaluasi mandiri 2025 Kecamatan Baros")
        _jawab(page, MANDIRI)
        page.reload()
        judul(page, "82,40 = A")
        tekan(page, "Ajukan evaluasi mandiri 2025")


def tim(kisah: Kisah) -> None:
    with kisah.sebagai("inspektur", "2026-04-20") as page:
        ikuti(page, "Terbitkan surat tugas evaluasi Kecamatan Baros 2025")
        page.get_by_label("Nomor surat tugas").fill("800/019-ST/Insp/2026 (contoh)")
        tekan(page, "Terbitkan surat tugas")
        expect(page.get_by_role("main")).to_contain_text("Surat tugas 800/019-ST/Insp/2026")
    with kisah.sebagai("anggota", "2026-05-13") as page:
        ikuti(page, "Selesaikan lembar kerja evaluasi Kecamatan Baros 2025")
        _jawab(page, LHE | {"2.c": "CC"})
        tekan(page, "Selesaikan dan teruskan lembar")
    with kisah.sebagai("program", "2026-05-14") as page:
        _ke_evaluasi(page)
        # The team's answers are not for the unit before the draft is handed over.
        expect(page.get_by_role("columnheader", name="anggota tim")).to_have_count(0)
    kisah.selesaikan("ketua", "2026-05-20", LHE, {"2.c": "Notula menunjukkan tiga perubahan."})
    kisah.selesaikan("dalnis", "2026-05-26", LHE, {})


def lhe(kisah: Kisah) -> None:
    with kisah.sebagai("ketua", "2026-05-29") as page:
        ikuti(page, "Sampaikan naskah hasil sementara kepada Kecamatan Baros")
        page.get_by_role("link", name="Rekomendasi", exact=True).last.click()
        page.get_by_label("Sub-komponen").select_option("3.b")
        page.get_by_label("Temuan", exact=True).fill("Laporan belum membandingkan.")
        page.get_by_label("Rekomendasi", exact=True).fill("Bandingkan dengan tingkat nasional.")
        tekan(page, "Masukkan ke draf LHE")
        page.get_by_role("link", name="Evaluasi", exact=True).last.click()
        tekan(page, "Sampaikan naskah hasil sementara")
    with kisah.sebagai("camat1", "2026-06-08") as page:
        ikuti(page, "Tanggapi naskah hasil sementara evaluasi 2025 Kecamatan Baros")
        page.get_by_label("Tanggapan").fill("Menerima; bukti atas 3.c menyusul.")
        tekan(page, "Sampaikan tanggapan")
    with kisah.sebagai("mutu", "2026-06-10") as page:
        ikuti(page, "Putuskan nilai Kecamatan Baros 2025 dalam panel")
        page.get_by_label("Hasil pembahasan panel").fill("Jawaban tim tetap.")
        tekan(page, "Tutup panel")
    with kisah.sebagai("inspektur", "2026-06-19") as page:
        ikuti(page, "Terbitkan LHE Kecamatan Baros 2025")
        page.get_by_label("Nomor LHE").fill("700/017-LHE/Insp/2026 (contoh)")
        tekan(page, "Terbitkan LHE")
        judul(page, "LHE 2026: 70,00 = B")
        expect(page.get_by_role("main")).to_contain_text("3.b B→BB (+0,45)")


def tindak_lanjut(kisah: Kisah) -> None:
    with kisah.sebagai("program", "2026-07-06") as page:
        ikuti(page, "Rencanakan tindak lanjut 1 rekomendasi LHE 2025 Kecamatan Baros")
        page.get_by_role("link", name="Bandingkan dengan tingkat nasional").click()
        page.get_by_label("Apa yang akan dilakukan").fill("Perbandingan ditulis dalam laporan.")
        page.get_by_label("Penanggung jawab").select_option(index=1)
        page.get_by_label("Paling lambat").fill("2026-12-31")
        tekan(page, "Simpan rencana tindak lanjut")
    with kisah.sebagai("program", "2026-12-15") as page:
        ikuti(page, "Sampaikan bukti tindak lanjut rekomendasi 1 LHE 2025 Kecamatan Baros")
        page.get_by_label("Apa yang sudah dilakukan").fill("Perbandingan sudah ditulis.")
        page.get_by_label("Atau unggah bukti baru").set_input_files([bukti_pdf("Perbandingan")])
        page.get_by_label("Judul bukti baru").fill("Perbandingan nasional")
        tekan(page, "Sampaikan bukti tindak lanjut")
    with kisah.sebagai("ketua", "2026-12-22") as page:
        ikuti(page, "Periksa")
        page.get_by_label("Putusan").select_option("selesai")
        tekan(page, "Simpan hasil pemeriksaan")
        expect(page.get_by_role("main")).to_contain_text("selesai")


def _ke_evaluasi(page: Page) -> None:
    """By the menu: evaluations of last year, then the unit."""
    page.get_by_role("navigation", name="Menu utama").get_by_role(
        "link", name="Evaluasi"
    ).first.click()
    page.locator("#evaluasi").get_by_role("link", name="Kecamatan Baros").click()


def _jawab(page: Page, jawaban: dict[str, str]) -> None:
    """Answer every sub-komponen; above BB the strengths are said."""
    for kode, huruf in jawaban.items():
        kartu = page.locator(f"#b-{kode.replace('.', '-')}")
        if kartu.get_by_label("Jawaban").input_value() != huruf:
            if huruf in {"A", "AA", "CC"}:
                kartu.get_by_label("Catatan dan bukti").fill("Lengkap dan bertahan dua tahun.")
            kartu.get_by_label("Jawaban").select_option(huruf)
            expect(kartu.get_by_role("status")).to_contain_text("Tersimpan")
        expect(kartu.get_by_label("Jawaban")).to_have_value(huruf)
