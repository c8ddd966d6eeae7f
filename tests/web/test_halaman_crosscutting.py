"""Pages of what units ask of each other: who sees what, presses what, and reads what after."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from halaman_rencana_uji import KODE, TAHUN, baca, url
from jelajah import alamat, klien
from python_calamine import CalamineWorkbook

from domain.crosscutting_uji import LUAR, pemegang, tata_usulan, usulkan
from domain.pemeran import Dunia
from domain.rencana_uji import tata_rencana
from sakip.bersama.izin import Peran
from sakip.perencanaan.services import tolak_crosscutting

pytestmark = pytest.mark.usefixtures("hari_cerita")
MITRA = "dinas-bakung"
ISI = {
    "simpul": "s2",
    "kepada": MITRA,
    "peran": "Mendampingi tiga desa menyusun APBDes.",
    "tenggat": "2026-12-08",
}


def _mitra(nama: str, *isi: object) -> str:
    return alamat(nama, KODE, TAHUN, MITRA, *isi)


def _pimpinan(dunia: Dunia) -> str:
    return pemegang(dunia, Peran.PIMPINAN_UNIT)


def test_kosong_halaman_mengatakan_apa_yang_ada_di_sini(dunia: Dunia) -> None:
    pembaca = baca(klien(dunia, "citra"), url("crosscutting"))
    penyusun = baca(klien(dunia, "ani"), url("crosscutting"))

    assert "Di sini tempat hasil yang tidak dapat dicapai sendirian" in pembaca
    assert "Kirim permintaan" not in pembaca
    assert "belum mempunyai dokumen 2026" in penyusun


def test_penyusun_meminta_lewat_formulir(dunia: Dunia) -> None:
    tata_rencana(dunia)
    ani = klien(dunia, "ani")
    formulir = baca(ani, url("crosscutting"))

    assert "Sasaran: Meningkatnya tertib desa" in formulir
    assert "Dinas Bakung" in formulir
    assert '<option value="dinas-anggrek"' not in formulir
    assert ani.post(url("crosscutting"), ISI).status_code == 302
    teks = baca(ani, url("crosscutting"))
    assert "Dinas Bakung: Meningkatnya tertib desa" in teks
    assert "Menunggu jawaban" in teks
    assert "jawaban ditunggu sampai 8 Desember 2026" in teks
    assert "1 permintaan lintas unit menunggu jawaban" in teks
    assert "mengusulkan lintas unit" in teks


def test_kesalahan_disebut_di_bidangnya_dan_ketikan_tidak_hilang(dunia: Dunia) -> None:
    tata_rencana(dunia)

    jawaban = klien(dunia, "ani").post(url("crosscutting"), ISI | {"tenggat": "", "kepada": ""})

    teks = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "2 isian perlu diperbaiki" in teks
    assert "Pilih tanggalnya." in teks
    assert "Mendampingi tiga desa menyusun APBDes." in teks


def test_pimpinan_mitra_menjawab_dengan_menyebut_simpulnya(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)
    tata_rencana(dunia, MITRA)
    kiki = klien(dunia, _pimpinan(dunia))

    assert "1 permintaan menunggu jawaban Anda" in baca(kiki, _mitra("crosscutting"))
    jawaban = kiki.post(
        _mitra("jawab_crosscutting", usulan.uuid),
        {"versi": "1", "putusan": "terima", "simpul": "p6"},
    )

    assert jawaban.status_code == 302
    teks = baca(kiki, _mitra("crosscutting"))
    assert "Dipikul oleh: <strong>Pembinaan Desa</strong>" in teks
    assert "Semua permintaan lintas unit sudah dijawab" in baca(
        klien(dunia, "ani"), url("crosscutting")
    )


def test_menolak_tanpa_alasan_kembali_ke_formulirnya(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)

    jawaban = klien(dunia, _pimpinan(dunia)).post(
        _mitra("jawab_crosscutting", usulan.uuid), {"versi": "1", "putusan": "tolak"}
    )

    assert jawaban.status_code == 422
    assert "Tulis alasannya" in jawaban.content.decode()
    usulan.refresh_from_db()
    assert usulan.keadaan == "diajukan"


def test_perencana_mencatat_surat_pihak_luar(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia, LUAR)
    gita = klien(dunia, "gita")

    assert "Catat jawaban" in baca(gita, url("crosscutting"))
    assert "Catat jawaban" not in baca(klien(dunia, "ani"), url("crosscutting"))
    gita.post(
        url("catat_crosscutting", usulan.uuid),
        {"versi": "1", "putusan": "terima", "dasar": "Surat B/1/2026"},
    )

    teks = baca(gita, url("crosscutting"))
    assert "Surat B/1/2026" in teks
    assert "instansi vertikal" in teks


def test_yang_ditarik_menyebut_alasannya(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)
    ani = klien(dunia, "ani")

    kosong = ani.post(url("tarik_crosscutting", usulan.uuid), {"versi": "1", "alasan": ""})
    ani.post(url("tarik_crosscutting", usulan.uuid), {"versi": "1", "alasan": "Sudah cukup."})

    assert kosong.status_code == 422
    assert "Sudah cukup." in baca(ani, url("crosscutting"))


def test_jawaban_kedua_mengatakan_keadaannya(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)
    siapa = _pimpinan(dunia)
    tolak_crosscutting(
        **dunia.dasar(siapa), crosscutting=usulan.uuid, versi=1, alasan="bukan tugas kami"
    )

    jawaban = klien(dunia, siapa).post(
        _mitra("jawab_crosscutting", usulan.uuid), {"versi": "2", "putusan": "terima"}
    )

    assert jawaban.status_code == 409


def test_tugas_di_beranda_menuju_halamannya(dunia: Dunia) -> None:
    tata_usulan(dunia)

    teks = baca(klien(dunia, _pimpinan(dunia)), alamat("beranda_instansi", KODE))

    assert "Jawab permintaan Dinas Anggrek" in teks
    assert _mitra("crosscutting") in teks


def test_matriks_menautkan_unitnya_dan_dapat_disaring(dunia: Dunia) -> None:
    tata_usulan(dunia)
    usulkan(dunia, isi=LUAR)
    gita, halaman = klien(dunia, "gita"), alamat("matriks_crosscutting", KODE, TAHUN)

    semua = baca(gita, halaman)
    saringan = baca(gita, halaman, keadaan="diajukan", unit="kecamatan-cempaka")

    assert "Polsek Contoh" in semua
    assert url("crosscutting") in semua
    assert "2 permintaan lintas unit, tidak ada yang terlambat" in semua
    assert "<table" not in saringan
    assert "Tidak ada permintaan dengan saringan ini" in saringan


def test_matriks_diunduh_sebagai_excel(dunia: Dunia) -> None:
    tata_usulan(dunia)

    jawaban = klien(dunia, "gita").get(alamat("unduh_matriks_crosscutting", KODE, TAHUN))

    lembar = CalamineWorkbook.from_filelike(BytesIO(jawaban.content)).get_sheet_by_index(0)
    kepala, baris = lembar.to_python()
    assert kepala == ["Hasil", "Jenjang", "Kode", "Pemilik", "Dinas Bakung"]
    assert baris[:4] == ["Meningkatnya tertib desa", "Sasaran", "s2", "Dinas Anggrek"]
    assert "Mendampingi tiga desa" in baris[4]


def test_yang_lewat_tenggat_ditautkan_dari_pemeriksaan(dunia: Dunia, settings: Any) -> None:
    tata_usulan(dunia)
    settings.TANGGAL_CONTOH = date(2026, 12, 11)  # three days after the answer was due
    ani = klien(dunia, "ani")

    assert url("crosscutting") in baca(ani, url("rencana"))
    teks = baca(ani, url("periksa_rencana"))
    assert "menunggu jawaban mitra yang sudah lewat tenggat (1)" in teks
    assert f'<a href="{url("crosscutting")}">' in teks
    assert "Lewat 3 hari" in baca(ani, url("crosscutting"))
    gita = klien(dunia, "gita")
    matriks = baca(gita, alamat("matriks_crosscutting", KODE, TAHUN), keadaan="terlambat")
    assert "1 dari 1 permintaan lewat tenggat tanpa jawaban" in matriks
    assert "Lewat 3 hari" in matriks
