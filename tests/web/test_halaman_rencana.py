"""The pages of the plan: what each person sees and does, from konsep to a refused request."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from halaman_rencana_uji import (
    KODE,
    TAHUN,
    UNIT,
    baca,
    kirim_indikator,
    kirim_simpul,
    tetapkan,
    url,
)
from jelajah import alamat, klien

from domain.lembar import berkas_xlsx
from domain.naskah_uji import DPA, DPPA, IKM, bendahara, muat_anggaran, susun
from domain.pemeran import Dunia
from domain.rencana_uji import tata_rencana
from sakip.perencanaan.models import DokumenVersi, TargetVersi, UsulTarget
from sakip.perencanaan.services import usul_target

pytestmark = pytest.mark.usefixtures("hari_cerita")


# The tree --------------------------------------------------------------------------------------


def test_tanpa_dokumen_halaman_mengatakan_apa_yang_ada_di_sini(dunia: Dunia) -> None:
    penyusun = baca(klien(dunia, "ani"), url("rencana"))
    pembaca = baca(klien(dunia, "citra"), url("rencana"))

    assert "Rencana 2026 belum disusun" in penyusun
    assert "Mulai konsep Renja 2026" in penyusun
    assert "Di sini tempat pohon kinerja unit ini" in pembaca
    assert "Mulai konsep" not in pembaca


def test_pohon_memuat_janji_anggaran_dan_temuan(dunia: Dunia) -> None:
    tetapkan(dunia, susun(dunia))
    muat_anggaran(dunia, *DPA, siapa=bendahara(dunia))

    teks = baca(klien(dunia, "citra"), url("rencana"))

    assert "<h1>1 sub-kegiatan tidak mendukung satu indikator pun</h1>" in teks
    assert "7.01.02.2.01.0001 Rapat tidak mendukung satu indikator pun." in teks
    assert "tidak mendukung indikator" in teks
    assert "target 83,50 nilai · keadaan awal 82,40 nilai (2025) · tahunan" in teks
    assert "target 11/14" in teks
    assert "Rp60.000.000 · 12 Laporan" in teks
    assert "Rp126.000.000 · mendukung Indeks kepuasan" in teks
    assert "31 Juli 2025" in teks
    assert "Keputusan Bupati nomor 1" in teks
    assert "Rp232.000.000" in teks


def test_pembaca_tidak_mendapat_tombol_pengubah(dunia: Dunia) -> None:
    konsep = susun(dunia)

    teks = baca(klien(dunia, "citra"), url("rencana"))

    assert "Tambah simpul" not in teks
    assert "Catat penetapan" not in teks
    assert f"{konsep.uuid}/simpul/" not in teks
    assert "Perencana daerah mencatat penetapannya" in teks


def test_versi_lain_dipilih_lewat_alamat(dunia: Dunia) -> None:
    lama = tetapkan(dunia, susun(dunia))
    baru = susun(dunia, perubahan=True, indikator=(IKM,))
    ani = klien(dunia, "ani")

    berlaku = baca(ani, url("rencana"))
    konsep = baca(ani, url("rencana"), versi=str(baru.uuid))

    assert "Persentase desa tertib" in berlaku
    assert "Renja 2026 perubahan (konsep)" in berlaku
    assert "Persentase desa tertib" not in konsep
    assert "Beda dengan versi sebelumnya" in konsep
    assert str(lama.uuid) in konsep


def test_versi_unit_lain_tidak_ditemukan(dunia: Dunia) -> None:
    lain = susun(dunia, "gita", unit="dinas-bakung")

    jawaban = klien(dunia, "gita").get(url("rencana"), {"versi": str(lain.uuid)})

    assert jawaban.status_code == 404


def test_beda_versi_menunjukkan_target_indikator_dan_simpul(dunia: Dunia) -> None:
    tetapkan(dunia, susun(dunia))
    kirim_simpul(dunia, "Rapat bulanan")
    perubahan = DokumenVersi.objects.get(nomor=2)
    kirim_indikator(dunia, perubahan, target="84")

    teks = baca(klien(dunia, "citra"), url("beda_rencana"), baru=str(perubahan.uuid))

    assert "<h1>2 hal berbeda</h1>" in teks
    assert "<del>83,50</del>" in teks
    assert "<ins>84</ins>" in teks
    assert "<del>Rapat</del>" in teks
    assert "<ins>Rapat bulanan</ins>" in teks


def test_satu_versi_belum_dapat_dibandingkan(dunia: Dunia) -> None:
    susun(dunia)

    assert "Belum ada dua versi" in baca(klien(dunia, "ani"), url("beda_rencana"))


# The budget ------------------------------------------------------------------------------------


def test_anggaran_berdampingan_dengan_selisih_dan_keluarannya(dunia: Dunia) -> None:
    siapa = bendahara(dunia)
    muat_anggaran(dunia, *DPA, siapa=siapa)
    muat_anggaran(dunia, *DPPA, siapa=siapa)

    teks = baca(klien(dunia, "citra"), url("anggaran"))

    # 186 + 46 = 232 and 162 + 46 = 208 million
    assert "<h1>Anggaran 2026 Rp208.000.000, turun Rp24.000.000</h1>" in teks
    assert "232.000.000" in teks
    assert "−24.000.000" in teks
    assert "<del>12</del>" in teks
    assert "<ins>8</ins>" in teks


def test_tanpa_anggaran_pengelola_keuangan_diantar_ke_impor(dunia: Dunia) -> None:
    tono = klien(dunia, bendahara(dunia))

    assert "/impor/?jenis=dpa" in baca(tono, url("anggaran"))
    assert "/impor/" not in baca(klien(dunia, "citra"), url("anggaran"))


def test_dpa_dimuat_dari_lembar_excel_lewat_halaman(dunia: Dunia) -> None:
    tono = klien(dunia, bendahara(dunia))
    unggah = tono.post(
        alamat("unggah_impor", KODE),
        {
            "berkas": SimpleUploadedFile("dpa.xlsx", berkas_xlsx(*DPA)),
            "jenis": "dpa",
            "sifat": "contoh",
            "format_angka": "kenali",
        },
    )

    pratinjau = baca(tono, unggah.headers["Location"])
    tono.post(f"{unggah.headers['Location']}terapkan/", {"versi": "1"})

    assert "Terapkan 4 baris" in pratinjau
    assert "Rp186.000.000" in pratinjau
    assert "Rp232.000.000" in baca(tono, url("anggaran"))


def test_bendahara_memilih_jenis_dan_tidak_melihat_impor_kinerja(dunia: Dunia) -> None:
    tono, ani = klien(dunia, bendahara(dunia)), klien(dunia, "ani")

    daftar = baca(tono, alamat("daftar_impor", KODE))

    assert "Realisasi anggaran (kumulatif)" in daftar
    assert "Target dan realisasi kinerja" not in daftar
    assert "Anggaran: DPA" not in baca(ani, alamat("daftar_impor", KODE))


def test_jenis_di_luar_peran_ditolak(dunia: Dunia) -> None:
    jawaban = klien(dunia, "ani").post(
        alamat("unggah_impor", KODE),
        {"berkas": SimpleUploadedFile("dpa.xlsx", berkas_xlsx(*DPA)), "jenis": "dpa"},
    )

    assert jawaban.status_code == 403


@pytest.mark.parametrize(("jenis", "kolom"), [("dpa", "nomor_dokumen"), ("serapan", "periode")])
def test_templat_memuat_kolom_jenisnya(dunia: Dunia, jenis: str, kolom: str) -> None:
    from io import BytesIO  # noqa: PLC0415 - read back by another library than wrote it

    from openpyxl import load_workbook  # noqa: PLC0415

    tono = klien(dunia, bendahara(dunia))

    jawaban = tono.get(alamat("templat_impor", KODE), {"jenis": jenis})

    lembar = load_workbook(BytesIO(jawaban.content)).active
    assert lembar is not None
    assert kolom in [sel.value for sel in next(lembar.iter_rows(max_row=1))]
    assert jawaban.headers["Content-Disposition"].endswith(f'"templat-{jenis}.xlsx"')


# Requests --------------------------------------------------------------------------------------


def test_usul_mutasi_diajukan_lalu_hanya_dapat_ditolak(dunia: Dunia) -> None:
    tata_rencana(dunia)
    budi, gita = klien(dunia, "budi"), klien(dunia, "gita")
    ajukan = budi.post(
        url("usul_target"),
        {"indikator": "desa", "target": "9/14", "sebab": "mutasi", "alasan": "pejabat baru"},
        follow=True,
    )

    halaman = baca(gita, url("usul_target"))
    usul = UsulTarget.objects.get()
    tolak = gita.post(
        url("putuskan_target", usul.uuid),
        {"versi": "1", "putusan": "tolak", "alasan": "Mutasi memperbarui PK, bukan target."},
        follow=True,
    )

    assert "Usul diajukan kepada perencana daerah." in ajukan.content.decode()
    assert "<h1>1 usul target menunggu putusan</h1>" in halaman
    assert "Pergantian pejabat memperbarui perjanjian, bukan target" in halaman
    assert "Tolak usul target" in halaman
    assert "Diterima" not in halaman
    assert "Mutasi memperbarui PK, bukan target." in tolak.content.decode()
    assert "Semua usul target sudah diputus" in tolak.content.decode()
    assert TargetVersi.objects.get(indikator__kode="desa").teks == "11/14"


def test_usul_karena_anggaran_diterima_menjadi_versi_perubahan(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)

    jawaban = klien(dunia, "gita").post(
        url("putuskan_target", usul.uuid),
        {
            "versi": "1",
            "putusan": "terima",
            "alasan": "",
            "dasar": "Keputusan nomor 4",
            "tanggal": "2026-11-20",
        },
        follow=True,
    )

    assert "versi perubahan sudah ditetapkan" in jawaban.content.decode()
    assert "target 9/14" in baca(klien(dunia, "citra"), url("rencana"))


def _usul(dunia: Dunia) -> UsulTarget:
    return usul_target(
        **dunia.dasar("budi"),
        unit=UNIT,
        tahun=TAHUN,
        indikator="desa",
        target="9/14",
        sebab="anggaran",
        alasan="pendampingan dipotong",
    )


def test_usul_yang_ditolak_isiannya_menyimpan_ketikan(dunia: Dunia) -> None:
    tata_rencana(dunia)

    jawaban = klien(dunia, "budi").post(
        url("usul_target"),
        {"indikator": "desa", "target": "sembilan", "sebab": "anggaran", "alasan": "dipotong"},
    )

    teks = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "bukan satu angka" in teks
    assert 'value="sembilan"' in teks
    assert "dipotong</textarea>" in teks


def test_putusan_tanpa_dasar_kembali_dengan_ketikannya(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)

    jawaban = klien(dunia, "gita").post(
        url("putuskan_target", usul.uuid),
        {"versi": "1", "putusan": "terima", "alasan": "setuju", "dasar": "", "tanggal": ""},
    )

    teks = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "Tulis nomor dan tanggal keputusannya." in teks
    assert "setuju</textarea>" in teks


def test_tugas_perencana_mengantar_ke_usulnya(dunia: Dunia) -> None:
    tata_rencana(dunia)
    _usul(dunia)

    beranda = baca(klien(dunia, "gita"), alamat("beranda_instansi", KODE))

    assert url("usul_target") in beranda


@pytest.mark.parametrize(
    ("nama", "banyak"),
    # session, account, instansi with peran, unit, data version; then what each page reads
    [("rencana", 16), ("anggaran", 8), ("usul_target", 9)],
)
def test_halaman_sedikit_kueri(dunia: Dunia, nama: str, banyak: int) -> None:
    tata_rencana(dunia)
    budi = klien(dunia, "budi")
    budi.get(url(nama))

    with CaptureQueriesContext(connection) as kueri:
        assert budi.get(url(nama)).status_code == 200

    assert len(kueri) == banyak
