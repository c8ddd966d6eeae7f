"""The pages of the plan: what each person sees and does, from konsep to a refused request."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import alamat, klien

from domain.lembar import berkas_xlsx
from domain.naskah_uji import DPA, DPPA, IKM, bendahara, muat_anggaran, susun
from domain.pemeran import Dunia
from domain.rencana_uji import tata_rencana
from sakip.perencanaan.models import DokumenVersi, IndikatorVersi, TargetVersi, UsulTarget
from sakip.perencanaan.services import tetapkan_rencana, usul_target

pytestmark = pytest.mark.usefixtures("hari_cerita")
KODE, UNIT, TAHUN = "99.11", "dinas-anggrek", 2026


def _url(nama: str, *isi: object) -> str:
    return alamat(nama, KODE, TAHUN, UNIT, *isi)


def _teks(satu: Client, tempat: str, **saring: str) -> str:
    jawaban = satu.get(tempat, saring)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def _tetapkan(dunia: Dunia, versi: DokumenVersi) -> DokumenVersi:
    return tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=versi.uuid,
        versi=versi.versi,
        tanggal=date(2025, 7, 31),
        dasar="Keputusan Bupati nomor 1",
    )


# The tree --------------------------------------------------------------------------------------


def test_tanpa_dokumen_halaman_mengatakan_apa_yang_ada_di_sini(dunia: Dunia) -> None:
    penyusun = _teks(klien(dunia, "ani"), _url("rencana"))
    pembaca = _teks(klien(dunia, "citra"), _url("rencana"))

    assert "Rencana 2026 belum disusun" in penyusun
    assert "Mulai konsep Renja 2026" in penyusun
    assert "Di sini tempat pohon kinerja unit ini" in pembaca
    assert "Mulai konsep" not in pembaca


def test_pohon_memuat_janji_anggaran_dan_temuan(dunia: Dunia) -> None:
    _tetapkan(dunia, susun(dunia))
    muat_anggaran(dunia, *DPA, siapa=bendahara(dunia))

    teks = _teks(klien(dunia, "citra"), _url("rencana"))

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

    teks = _teks(klien(dunia, "citra"), _url("rencana"))

    assert "Tambah simpul" not in teks
    assert "Catat penetapan" not in teks
    assert f"{konsep.uuid}/simpul/" not in teks
    assert "Perencana daerah mencatat penetapannya" in teks


def test_versi_lain_dipilih_lewat_alamat(dunia: Dunia) -> None:
    lama = _tetapkan(dunia, susun(dunia))
    baru = susun(dunia, perubahan=True, indikator=(IKM,))
    ani = klien(dunia, "ani")

    berlaku = _teks(ani, _url("rencana"))
    konsep = _teks(ani, _url("rencana"), versi=str(baru.uuid))

    assert "Persentase desa tertib" in berlaku
    assert "Renja 2026 perubahan (konsep)" in berlaku
    assert "Persentase desa tertib" not in konsep
    assert "Beda dengan versi sebelumnya" in konsep
    assert str(lama.uuid) in konsep


def test_versi_unit_lain_tidak_ditemukan(dunia: Dunia) -> None:
    lain = susun(dunia, "gita", unit="dinas-bakung")

    jawaban = klien(dunia, "gita").get(_url("rencana"), {"versi": str(lain.uuid)})

    assert jawaban.status_code == 404


def test_beda_versi_menunjukkan_target_indikator_dan_simpul(dunia: Dunia) -> None:
    _tetapkan(dunia, susun(dunia))
    _kirim_simpul(dunia, "Rapat bulanan")
    perubahan = DokumenVersi.objects.get(nomor=2)
    _kirim_indikator(dunia, perubahan, target="84")

    teks = _teks(klien(dunia, "citra"), _url("beda_rencana"), baru=str(perubahan.uuid))

    assert "<h1>2 hal berbeda</h1>" in teks
    assert "<del>83,50</del>" in teks
    assert "<ins>84</ins>" in teks
    assert "<del>Rapat</del>" in teks
    assert "<ins>Rapat bulanan</ins>" in teks


def test_satu_versi_belum_dapat_dibandingkan(dunia: Dunia) -> None:
    susun(dunia)

    assert "Belum ada dua versi" in _teks(klien(dunia, "ani"), _url("beda_rencana"))


# Changing a konsep -----------------------------------------------------------------------------


def _isi_simpul(**ganti: str) -> dict[str, Any]:
    return {
        "kode": "s2",
        "jenis": "sasaran",
        "induk": "t1",
        "uraian": "Meningkatnya tertib desa",
    } | ganti


def _isi_indikator(**ganti: str) -> dict[str, Any]:
    return {
        "kode": "ikm",
        "nama": "Indeks kepuasan",
        "simpul": "s1",
        "iku": "1",
        "satuan": "nilai",
        "arah": "naik_baik",
        "jenis_nilai": "bilangan",
        "agregasi": "terakhir",
        "frekuensi": "tahunan",
        "cara": "manual",
        "target": "83,50",
        "baseline_teks": "82,40",
        "baseline_tahun": "2025",
    } | ganti


def _kirim_simpul(dunia: Dunia, uraian: str) -> None:
    versi = DokumenVersi.objects.latest("nomor")
    jawaban = klien(dunia, "ani").post(
        f"{_url('simpul_rencana', versi.uuid)}?kode=7.01.02.2.01.0001",
        {
            "jenis": "subkegiatan",
            "induk": "7.01.02.2.01",
            "uraian": uraian,
            "nomenklatur": "7.01.02.2.01.0001",
            "nomor_versi": versi.versi,
        },
    )
    assert jawaban.status_code == 302


def _kirim_indikator(dunia: Dunia, versi: DokumenVersi, **ganti: str) -> None:
    versi.refresh_from_db()
    jawaban = klien(dunia, "ani").post(
        f"{_url('indikator_rencana', versi.uuid)}?kode=ikm",
        _isi_indikator(**ganti) | {"nomor_versi": versi.versi},
    )
    assert jawaban.status_code == 302


def test_menambah_dengan_kode_yang_sudah_ada_tidak_menimpa(dunia: Dunia) -> None:
    versi = susun(dunia)
    kirim = {"nomor_versi": versi.versi}

    simpul = klien(dunia, "ani").post(
        _url("simpul_rencana", versi.uuid), _isi_simpul(kode="t1", induk="") | kirim
    )
    indikator = klien(dunia, "ani").post(
        _url("indikator_rencana", versi.uuid), _isi_indikator(nama="Indeks lain") | kirim
    )

    for jawaban, ketikan in ((simpul, "Meningkatnya tertib desa"), (indikator, "Indeks lain")):
        assert jawaban.status_code == 422
        assert "Sudah dipakai" in jawaban.content.decode()
        assert ketikan in jawaban.content.decode()
    versi.refresh_from_db()
    assert versi.versi == kirim["nomor_versi"]


def test_dari_konsep_kosong_sampai_ditetapkan_lewat_halaman(dunia: Dunia) -> None:
    ani, gita = klien(dunia, "ani"), klien(dunia, "gita")

    mulai = ani.post(
        _url("mulai_rencana"), {"judul": "Renja 2026", "tujuan": "Meningkatnya pelayanan"}
    )
    versi = DokumenVersi.objects.get()
    ani.post(_url("simpul_rencana", versi.uuid), _isi_simpul(kode="s1") | {"nomor_versi": "1"})
    ani.post(_url("indikator_rencana", versi.uuid), _isi_indikator() | {"nomor_versi": "2"})
    tetap = gita.post(
        _url("tetapkan_rencana", versi.uuid),
        {"nomor_versi": "3", "tanggal": "2026-11-01", "dasar": "Keputusan nomor 2"},
        follow=True,
    )

    assert mulai.headers["Location"] == f"{_url('rencana')}?versi={versi.uuid}"
    teks = " ".join(tetap.content.decode().split())
    assert "Penetapan tercatat" in teks
    assert "<h1>1 indikator, semuanya bertarget dan didukung</h1>" in teks
    versi.refresh_from_db()
    assert (versi.ditetapkan, versi.dasar) == (date(2026, 11, 1), "Keputusan nomor 2")


def test_formulir_yang_ditolak_menyimpan_ketikan_dan_menyebut_sebabnya(dunia: Dunia) -> None:
    versi = susun(dunia)

    jawaban = klien(dunia, "ani").post(
        _url("indikator_rencana", versi.uuid),
        _isi_indikator(kode="baru", nama="Waktu layanan", target="tiga puluh")
        | {"nomor_versi": "1"},
    )

    teks = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "“tiga puluh” bukan satu angka" in teks
    assert "Waktu layanan</textarea>" in teks
    assert not IndikatorVersi.objects.filter(indikator__kode="baru").exists()


def test_letak_yang_melompati_jenjang_ditolak(dunia: Dunia) -> None:
    versi = susun(dunia)

    jawaban = klien(dunia, "ani").post(
        _url("simpul_rencana", versi.uuid),
        _isi_simpul(kode="7.01.04", jenis="program") | {"nomor_versi": "1"},
    )

    assert jawaban.status_code == 422
    assert "Program tidak dapat berada langsung di bawah Tujuan" in jawaban.content.decode()


def test_konsep_yang_diubah_orang_lain_tidak_tertimpa(dunia: Dunia) -> None:
    versi = susun(dunia)
    susun(dunia, versi=1, indikator=(IKM,))

    jawaban = klien(dunia, "ani").post(
        _url("simpul_rencana", versi.uuid), _isi_simpul() | {"nomor_versi": "1"}
    )

    assert jawaban.status_code == 422
    assert "sudah diubah orang lain" in jawaban.content.decode()


def test_mengubah_yang_ditetapkan_membuka_versi_perubahan(dunia: Dunia) -> None:
    lama = _tetapkan(dunia, susun(dunia))
    teks = _teks(klien(dunia, "ani"), f"{_url('simpul_rencana', lama.uuid)}?kode=s1")

    _kirim_simpul(dunia, "Rapat bulanan")

    assert "Menyimpan membuka versi perubahan sebagai konsep" in teks
    assert [v.nomor for v in DokumenVersi.objects.order_by("nomor")] == [1, 2]
    assert DokumenVersi.objects.get(nomor=2).sifat_versi == "perubahan"


def test_menyimpan_tanpa_perubahan_tidak_membuka_versi_baru(dunia: Dunia) -> None:
    _tetapkan(dunia, susun(dunia))

    _kirim_simpul(dunia, "Rapat")

    assert DokumenVersi.objects.count() == 1


def test_versi_lama_bukan_lagi_tempat_mengubah(dunia: Dunia) -> None:
    lama = _tetapkan(dunia, susun(dunia))
    _kirim_simpul(dunia, "Rapat bulanan")

    jawaban = klien(dunia, "ani").post(
        _url("simpul_rencana", lama.uuid), _isi_simpul() | {"nomor_versi": str(lama.versi)}
    )

    assert jawaban.status_code == 422
    assert "Tambah simpul" not in _teks(klien(dunia, "ani"), _url("rencana"), versi=str(lama.uuid))


def test_yang_belum_utuh_tidak_ditetapkan_dan_ketikan_tinggal(dunia: Dunia) -> None:
    versi = susun(dunia, indikator=(IKM,), dukungan=())
    klien(dunia, "ani").post(
        _url("simpul_rencana", versi.uuid), _isi_simpul() | {"nomor_versi": "1"}
    )

    jawaban = klien(dunia, "gita").post(
        _url("tetapkan_rencana", versi.uuid),
        {"nomor_versi": "2", "tanggal": "2026-11-01", "dasar": "Keputusan nomor 3"},
    )

    teks = " ".join(jawaban.content.decode().split())
    assert jawaban.status_code == 409
    assert "Sasaran “Meningkatnya tertib desa” belum mempunyai indikator." in teks
    assert 'value="Keputusan nomor 3"' in teks


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"tanggal": "besok"}, "Pilih tanggalnya."),
        ({"tanggal": "2026-12-31"}, "Tanggal penetapan belum tiba"),
        ({"dasar": " "}, "Tulis nomor dan tanggal keputusannya."),
        ({"nomor_versi": "satu"}, "Formulir ini tidak lengkap"),
    ],
)
def test_penetapan_yang_salah_isi_disebut_bidangnya(
    dunia: Dunia, isi: dict[str, str], kata: str
) -> None:
    versi = susun(dunia)

    jawaban = klien(dunia, "gita").post(
        _url("tetapkan_rencana", versi.uuid),
        {"nomor_versi": "1", "tanggal": "2026-11-01", "dasar": "x"} | isi,
    )

    assert jawaban.status_code == 422
    assert kata in jawaban.content.decode()


# The budget ------------------------------------------------------------------------------------


def test_anggaran_berdampingan_dengan_selisih_dan_keluarannya(dunia: Dunia) -> None:
    siapa = bendahara(dunia)
    muat_anggaran(dunia, *DPA, siapa=siapa)
    muat_anggaran(dunia, *DPPA, siapa=siapa)

    teks = _teks(klien(dunia, "citra"), _url("anggaran"))

    # 186 + 46 = 232 and 162 + 46 = 208 million
    assert "<h1>Anggaran 2026 Rp208.000.000, turun Rp24.000.000</h1>" in teks
    assert "232.000.000" in teks
    assert "−24.000.000" in teks
    assert "<del>12</del>" in teks
    assert "<ins>8</ins>" in teks


def test_tanpa_anggaran_pengelola_keuangan_diantar_ke_impor(dunia: Dunia) -> None:
    tono = klien(dunia, bendahara(dunia))

    assert "/impor/?jenis=dpa" in _teks(tono, _url("anggaran"))
    assert "/impor/" not in _teks(klien(dunia, "citra"), _url("anggaran"))


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

    pratinjau = _teks(tono, unggah.headers["Location"])
    tono.post(f"{unggah.headers['Location']}terapkan/", {"versi": "1"})

    assert "Terapkan 4 baris" in pratinjau
    assert "Rp186.000.000" in pratinjau
    assert "Rp232.000.000" in _teks(tono, _url("anggaran"))


def test_bendahara_memilih_jenis_dan_tidak_melihat_impor_kinerja(dunia: Dunia) -> None:
    tono, ani = klien(dunia, bendahara(dunia)), klien(dunia, "ani")

    daftar = _teks(tono, alamat("daftar_impor", KODE))

    assert "Realisasi anggaran (kumulatif)" in daftar
    assert "Target dan realisasi kinerja" not in daftar
    assert "Anggaran: DPA" not in _teks(ani, alamat("daftar_impor", KODE))


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
        _url("usul_target"),
        {"indikator": "desa", "target": "9/14", "sebab": "mutasi", "alasan": "pejabat baru"},
        follow=True,
    )

    halaman = _teks(gita, _url("usul_target"))
    usul = UsulTarget.objects.get()
    tolak = gita.post(
        _url("putuskan_target", usul.uuid),
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
        _url("putuskan_target", usul.uuid),
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
    assert "target 9/14" in _teks(klien(dunia, "citra"), _url("rencana"))


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
        _url("usul_target"),
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
        _url("putuskan_target", usul.uuid),
        {"versi": "1", "putusan": "terima", "alasan": "setuju", "dasar": "", "tanggal": ""},
    )

    teks = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "Tulis nomor dan tanggal keputusannya." in teks
    assert "setuju</textarea>" in teks


def test_tugas_perencana_mengantar_ke_usulnya(dunia: Dunia) -> None:
    tata_rencana(dunia)
    _usul(dunia)

    beranda = _teks(klien(dunia, "gita"), alamat("beranda_instansi", KODE))

    assert _url("usul_target") in beranda


@pytest.mark.parametrize(
    ("nama", "banyak"),
    # session, account, instansi with peran, unit, data version; then what each page reads
    [("rencana", 13), ("anggaran", 8), ("usul_target", 9)],
)
def test_halaman_sedikit_kueri(dunia: Dunia, nama: str, banyak: int) -> None:
    tata_rencana(dunia)
    budi = klien(dunia, "budi")
    budi.get(_url(nama))

    with CaptureQueriesContext(connection) as kueri:
        assert budi.get(_url(nama)).status_code == 200

    assert len(kueri) == banyak
