"""The pages of agreements: what each person sees at each point, and one act for each."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import alamat, klien

from domain import perjanjian_uji as uji
from domain.pemeran import Dunia
from domain.rencana_uji import TAHUN
from sakip.perjanjian.models import PerjanjianKinerja

UNIT = uji.UNIT


@pytest.fixture(autouse=True)
def pada(settings: Any) -> Any:
    """The pages live on this day."""

    def atur(hari: date) -> None:
        settings.TANGGAL_CONTOH = hari

    atur(uji.SUSUN)
    return atur


def _daftar(dunia: Dunia) -> str:
    return alamat("perjanjian", dunia.instansi.kode, TAHUN, UNIT)


def _satu(dunia: Dunia, nama: str = "satu_perjanjian", nomor: int = 1) -> str:
    return alamat(nama, dunia.instansi.kode, TAHUN, UNIT, nomor)


def _teks(satu: Client, tempat: str) -> str:
    jawaban = satu.get(tempat)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def _kirim(satu: Client, tempat: str, pk: PerjanjianKinerja, **isi: Any) -> Any:
    pk.refresh_from_db()
    return satu.post(tempat, {"versi": pk.versi, **isi})


def test_tanpa_dpa_halaman_menyebut_yang_kurang_dan_tanpa_tombol(dunia: Dunia) -> None:
    teks = _teks(klien(dunia, "ani"), _daftar(dunia))

    assert "Perjanjian kinerja 2026 belum disusun" in teks
    assert "PK belum dapat disusun karena DPA Dinas Anggrek tahun 2026 belum disahkan." in teks
    assert "tombol utama" not in teks


def test_penyusun_menyusun_lalu_mengajukan_dari_halaman(dunia: Dunia) -> None:
    uji.tata(dunia)
    ani = klien(dunia, "ani")
    awal = _teks(ani, _daftar(dunia))

    tersusun = ani.post(
        alamat("susun_perjanjian", dunia.instansi.kode, TAHUN, UNIT), {"sebab": "awal"}
    )

    assert "Susun perjanjian kinerja 2026" in awal
    assert tersusun.headers["Location"] == _satu(dunia)
    teks = _teks(ani, _satu(dunia))
    assert teks.count("tombol utama") == 1
    assert "Ajukan perjanjian kinerja 2026" in teks
    assert "Pihak Pertama berjanji akan mewujudkan target kinerja" in teks
    assert "Rp232.000.000" in teks  # 186 + 46 million
    pk = PerjanjianKinerja.objects.get()
    assert _kirim(ani, _satu(dunia, "ajukan_perjanjian"), pk).status_code == 302


def test_penelaah_melihat_selisih_dan_mengembalikan_dengan_satu_ketukan(
    dunia: Dunia, pada: Any
) -> None:
    uji.tata(dunia)
    pk = uji.diajukan(dunia)
    uji.muat_dppa(dunia, {"7.01.02": "180000000", "7.01.06": "46000000"}, disahkan=uji.SUSUN)
    pada(uji.TELAAH)
    fitri = klien(dunia, "fitri")

    teks = _teks(fitri, _satu(dunia))

    assert teks.count("tombol utama") == 1
    assert "Kembalikan dengan selisihnya" in teks
    assert "7.01.02: perjanjian Rp186.000.000, DPA Rp180.000.000." in teks
    assert "Anggaran program 7.01.02 berbeda dari DPA yang berlaku" in teks
    assert _kirim(fitri, _satu(dunia, "telaah_perjanjian"), pk).status_code == 409
    jawaban = _kirim(fitri, _satu(dunia, "kembalikan_perjanjian"), pk, alasan="selisih 7.01.02")
    assert jawaban.status_code == 302
    teks = _teks(klien(dunia, "ani"), _satu(dunia))
    assert "Tarik ulang dari DPA" in teks
    assert "selisih 7.01.02" in teks


def test_alasan_yang_kosong_ditolak_di_isiannya(dunia: Dunia) -> None:
    uji.tata(dunia)
    pk = uji.diajukan(dunia)

    jawaban = _kirim(klien(dunia, "fitri"), _satu(dunia, "kembalikan_perjanjian"), pk, alasan=" ")

    assert jawaban.status_code == 422
    assert "Tulis alasannya" in jawaban.content.decode()


@pytest.mark.parametrize(
    ("siapa", "tombol"),
    [("budi", "Tanda tangani sebagai Pihak Pertama"), ("ani", ""), ("citra", "")],
)
def test_hanya_pejabatnya_melihat_tombol_tanda_tangan(
    dunia: Dunia, pada: Any, siapa: str, tombol: str
) -> None:
    uji.tata(dunia)
    uji.ditelaah(dunia)
    pada(uji.TANDA_TANGAN)

    teks = _teks(klien(dunia, siapa), _satu(dunia))

    assert "Perjanjian kinerja 2026 menunggu tanda tangan Budi Contoh" in teks
    assert teks.count("tombol utama") == (1 if tombol else 0)
    assert tombol in teks


def test_kepala_daerah_menandatangani_semua_dengan_satu_tindakan(dunia: Dunia, pada: Any) -> None:
    uji.tata(dunia)
    pk = uji.ditandatangani_pertama(dunia)
    pada(uji.TANDA_TANGAN)
    gita = klien(dunia, "gita")
    tempat = alamat("tanda_tangan", dunia.instansi.kode, TAHUN)

    teks = _teks(gita, tempat)
    jawaban = gita.post(tempat, {"perjanjian": f"{pk.uuid}:{pk.versi}"})

    assert "1 perjanjian kinerja menunggu tanda tangan Anda" in teks
    assert "Tanda tangani 1 perjanjian sebagai Pihak Kedua" in teks
    assert jawaban.status_code == 302
    kosong = _teks(gita, tempat)
    assert "Tidak ada perjanjian kinerja 2026 yang menunggu Anda" in kosong
    satu = _teks(gita, _satu(dunia))
    assert "Perjanjian kinerja 2026 berlaku sejak 1 Januari 2026" in satu
    assert "Ditandatangani sebelum tenggat" in satu
    assert "Unduh PDF" in satu


def test_yang_sudah_diubah_orang_lain_tidak_ditandatangani(dunia: Dunia, pada: Any) -> None:
    uji.tata(dunia)
    pk = uji.ditandatangani_pertama(dunia)
    pada(uji.TANDA_TANGAN)

    jawaban = klien(dunia, "gita").post(
        alamat("tanda_tangan", dunia.instansi.kode, TAHUN), {"perjanjian": f"{pk.uuid}:1"}
    )

    assert jawaban.status_code == 409
    assert "sudah diubah orang lain" in jawaban.content.decode()


def test_di_atas_kertas_naskah_terbit_lalu_pindaian_dicatat(dunia: Dunia, pada: Any) -> None:
    uji.tata(dunia)
    pk = uji.ditelaah(dunia)
    pada(uji.TELAAH)
    ani = klien(dunia, "ani")
    assert "Ditandatangani di atas kertas" in _teks(ani, _satu(dunia))
    terbit = _kirim(ani, _satu(dunia, "terbitkan_naskah"), pk, tanggal="2026-01-23")
    assert terbit.status_code == 302
    pada(date(TAHUN, 1, 26))

    teks = _teks(ani, _satu(dunia))
    pk.refresh_from_db()
    gambar = SimpleUploadedFile("pk.png", uji.pindaian(pk))
    jawaban = _kirim(
        ani,
        _satu(dunia, "catat_kertas"),
        pk,
        tanggal_pertama="2026-01-23",
        tanggal_kedua="2026-01-23",
        berkas=gambar,
    )

    assert "menunggu pindaian kertasnya" in teks
    assert 'value="2026-01-23"' in teks
    assert jawaban.status_code == 302
    pk.refresh_from_db()
    assert pk.keadaan == "ditandatangani"
    sesudah = _teks(ani, _satu(dunia))
    assert "oleh Ani Contoh (QR pada pindaian)" in sesudah
    assert pk.dokumen is not None
    assert f"/periksa/{pk.dokumen.kode_periksa}/" in sesudah


def test_pindaian_yang_ditolak_tidak_menghapus_ketikan(dunia: Dunia, pada: Any) -> None:
    uji.tata(dunia)
    pk = uji.naskah_kertas(dunia)
    pada(date(TAHUN, 1, 26))

    jawaban = _kirim(
        klien(dunia, "ani"),
        _satu(dunia, "catat_kertas"),
        pk,
        tanggal_pertama="2026-01-22",
        tanggal_kedua="2026-01-23",
        kode="ABCDE",
    )

    teks = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert 'value="2026-01-22"' in teks
    assert 'value="ABCDE"' in teks
    assert "Pilih berkas pindaiannya" in teks


def test_dppa_membuat_perjanjian_perlu_perubahan(dunia: Dunia, pada: Any) -> None:
    uji.tata(dunia)
    uji.ditandatangani(dunia)
    uji.muat_dppa(dunia, {"7.01.02": "162000000", "7.01.06": "58000000"})
    pada(date(TAHUN, 10, 6))
    ani = klien(dunia, "ani")

    teks = _teks(ani, _daftar(dunia))
    jawaban = ani.post(
        alamat("susun_perjanjian", dunia.instansi.kode, TAHUN, UNIT),
        {"sebab": "anggaran", "alasan": "anggaran berubah dengan DPPA"},
    )

    assert "2 program berbeda dari anggaran yang berlaku" in teks
    assert "paling lambat 5 November 2026" in teks
    assert "anggaran program 7.01.02, 7.01.06 berubah dengan DPPA/contoh/2026" in teks
    assert jawaban.headers["Location"] == _satu(dunia, nomor=2)


def test_perubahan_tanpa_alasan_ditolak_dengan_halaman_yang_sama(dunia: Dunia) -> None:
    uji.tata(dunia)
    uji.ditandatangani(dunia)

    jawaban = klien(dunia, "ani").post(
        alamat("susun_perjanjian", dunia.instansi.kode, TAHUN, UNIT),
        {"sebab": "strategi", "alasan": ""},
    )

    assert jawaban.status_code == 422
    assert "Tulis alasannya" in jawaban.content.decode()


def test_tanpa_versi_formulir_ditolak(dunia: Dunia) -> None:
    uji.tata(dunia)
    uji.buat(dunia)

    jawaban = klien(dunia, "ani").post(_satu(dunia, "ajukan_perjanjian"), {})

    assert jawaban.status_code == 422
    assert "tidak lengkap" in jawaban.content.decode()


@pytest.mark.parametrize(("nama", "banyak"), [("perjanjian", 12), ("satu_perjanjian", 16)])
def test_kueri_halaman_terbatas(dunia: Dunia, nama: str, banyak: int) -> None:
    uji.tata(dunia)
    uji.ditandatangani(dunia)
    ani = klien(dunia, "ani")
    tempat = {"perjanjian": _daftar(dunia), "satu_perjanjian": _satu(dunia)}[nama]
    ani.get(tempat)

    with CaptureQueriesContext(connection) as kueri:
        ani.get(tempat)

    assert len(kueri) <= banyak
