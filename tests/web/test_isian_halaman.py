"""Forms as people use them: what is kept when one is refused, and what a wrong moment answers."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from jelajah import Tempat, klien
from rute import RUTE

from domain.lembar import baris, berkas_csv, berkas_xlsx, buang, impor, pratinjau, terapkan
from domain.pemeran import SAAT, Dunia
from sakip.impor.models import BetsImpor
from sakip.organisasi.models import PenugasanJabatan
from sakip.pengukuran.models import CapaianMutakhir, Realisasi

pytestmark = pytest.mark.usefixtures("hari_cerita")


@pytest.fixture
def ani(dunia: Dunia) -> Client:
    return klien(dunia, "ani")


def _unggah(satu: Client, isi: bytes, nama: str = "kinerja.csv", **lain: str) -> Any:
    return satu.post("/kerja/99.11/impor/unggah/", {"berkas": SimpleUploadedFile(nama, isi)} | lain)


@pytest.mark.parametrize("tulis", [berkas_csv, berkas_xlsx])
def test_dari_unggah_sampai_angka_di_halaman(ani: Client, tulis: Any) -> None:
    unggah = _unggah(ani, tulis(baris()))
    alamat = unggah.headers["Location"]
    terap = ani.post(f"{alamat}terapkan/", {"versi": "1"}, follow=True)
    isi = ani.get("/kerja/99.11/2025/dinas-anggrek/").content.decode()

    assert unggah.status_code == 302
    assert "Semua baris diterapkan." in terap.content.decode()
    # 76 / 80 = 95 %
    assert "Indeks Kepuasan Masyarakat" in isi
    assert "95,00" in isi


def test_membatalkan_dari_halaman_mengosongkan_angka(ani: Client, dunia: Dunia) -> None:
    bets = impor(dunia, baris())

    jawaban = ani.post(
        f"/kerja/99.11/impor/{bets.uuid}/batalkan/",
        {"versi": "2", "alasan": "salah berkas"},
        follow=True,
    )

    assert "angka sebelumnya kembali" in jawaban.content.decode()
    assert not CapaianMutakhir.objects.filter(instansi=dunia.instansi).exists()


def test_unggah_tanpa_berkas_422_dan_pilihannya_tinggal(ani: Client) -> None:
    jawaban = ani.post("/kerja/99.11/impor/unggah/", {"format_angka": "en", "sifat": "contoh"})

    isi = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "Pilih berkasnya." in isi
    assert 'value="en" selected' in isi or 'value="en" checked' in isi


def test_berkas_salah_422_menyebut_sebabnya_dan_tidak_tersimpan(ani: Client) -> None:
    jawaban = _unggah(ani, b"%PDF-1.7", "tabel.csv")

    assert jawaban.status_code == 422
    assert "Isi berkas ini PDF, bukan tabel" in jawaban.content.decode()
    assert not BetsImpor.objects.exists()


def test_sifat_karangan_menjadi_asli(ani: Client) -> None:
    _unggah(ani, berkas_csv(baris()), sifat="resmi-sekali")

    assert BetsImpor.objects.get().opsi["sifat"] == "asli"


def test_halaman_unggah_dilihat_mengarah_ke_daftar(ani: Client) -> None:
    jawaban = ani.get("/kerja/99.11/impor/unggah/")

    assert (jawaban.status_code, jawaban.headers["Location"]) == (302, "/kerja/99.11/impor/")


def test_pratinjau_bergalat_tidak_diterapkan_409(ani: Client, dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(target="x"))

    jawaban = ani.post(f"/kerja/99.11/impor/{bets.uuid}/terapkan/", {"versi": "1"})

    assert jawaban.status_code == 409
    assert "1 baris masih galat" in jawaban.content.decode()


@pytest.mark.parametrize("tindakan", ["terapkan", "buang"])
def test_kiriman_dalam_keadaan_salah_409(ani: Client, dunia: Dunia, tindakan: str) -> None:
    bets = buang(dunia, pratinjau(dunia, baris()))

    jawaban = ani.post(f"/kerja/99.11/impor/{bets.uuid}/{tindakan}/", {"versi": "2"})

    assert jawaban.status_code == 409
    assert "keadaannya sekarang “dibuang”" in jawaban.content.decode()


def test_formulir_usang_409_memperlihatkan_kedua_versi(ani: Client, dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris())
    terapkan(dunia, bets, "gita")

    jawaban = ani.post(f"/kerja/99.11/impor/{bets.uuid}/terapkan/", {"versi": "1"})

    isi = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "versi Anda 1, tersimpan 2" in isi
    assert "<dd>1</dd>" in isi
    assert "<dd>2</dd>" in isi


def test_dua_kali_klik_menerapkan_sekali(ani: Client, dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris())
    alamat = f"/kerja/99.11/impor/{bets.uuid}/terapkan/"

    status = [ani.post(alamat, {"versi": "1"}).status_code for _ in range(2)]

    assert status == [302, 409]
    assert Realisasi.objects.get().revisi == 1


def test_data_yang_berubah_sejak_pratinjau_409(ani: Client, dunia: Dunia) -> None:
    lama = pratinjau(dunia, baris(realisasi="70"))
    impor(dunia, baris(realisasi="76"))

    jawaban = ani.post(f"/kerja/99.11/impor/{lama.uuid}/terapkan/", {"versi": "1"})

    assert jawaban.status_code == 409
    assert "berubah sejak pratinjau ini dibuat" in jawaban.content.decode()


def test_membatalkan_tanpa_alasan_422(ani: Client, dunia: Dunia) -> None:
    bets = impor(dunia, baris())

    jawaban = ani.post(f"/kerja/99.11/impor/{bets.uuid}/batalkan/", {"versi": "2"})

    assert jawaban.status_code == 422
    assert "memerlukan alasan" in jawaban.content.decode()


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"mulai": ""}, "mulai"),
        ({"mulai": "2026-13-45"}, "mulai"),
        ({"mulai": "2026-06-01", "selesai": "2026-05-01"}, "Tanggal selesai mendahului"),
        ({"selesai": "9999-12-31"}, "Kosongkan tanggal selesai"),
        ({"sifat": "karangan"}, "karangan"),
        ({"pegawai": ""}, "pegawai"),
        ({"pegawai": "00000000-0000-4000-8000-000000000000"}, "pegawai"),
        ({"dasar": ""}, "dasar"),
    ],
    ids=str,
)
def test_penugasan_ditolak_422_dan_semua_yang_diketik_tinggal(
    admin: Client, tempat: Tempat, ganti: dict[str, str], kata: str
) -> None:
    isian = RUTE["tugaskan"].isi(tempat) | {"dasar": "SK Bupati 7/2026"} | ganti
    sebelum = PenugasanJabatan.objects.count()

    jawaban = admin.post(RUTE["tugaskan"].alamat(tempat), isian)

    isi = jawaban.content.decode()
    tinggal = {n: v for n, v in isian.items() if v and n in {"mulai", "selesai", "dasar"}}
    assert jawaban.status_code == 422
    assert kata in isi
    assert [v for v in tinggal.values() if f'value="{v}"' not in isi] == []
    assert PenugasanJabatan.objects.count() == sebelum


def test_jabatan_terisi_422_menyebut_pemegangnya(admin: Client, tempat: Tempat) -> None:
    terisi = PenugasanJabatan.objects.get(uuid=tempat.penugasan)
    alamat = f"/kerja/99.11/organisasi/{tempat.slug}/tugaskan/{terisi.jabatan.uuid}/"

    jawaban = admin.post(alamat, RUTE["tugaskan"].isi(tempat))

    assert jawaban.status_code == 422
    assert f"{terisi.pegawai.nama} (definitif) memegangnya sejak" in jawaban.content.decode()


def test_mengakhiri_dua_kali_409_dengan_kedua_versi(admin: Client, tempat: Tempat) -> None:
    alamat, isi = RUTE["akhiri"].alamat(tempat), RUTE["akhiri"].isi(tempat)

    pertama, kedua = (admin.post(alamat, isi) for _ in range(2))

    assert (pertama.status_code, kedua.status_code) == (302, 409)
    assert "versi Anda 1, tersimpan 2" in kedua.content.decode()


def test_penugasan_yang_sah_terlihat_di_halaman(admin: Client, tempat: Tempat) -> None:
    jawaban = admin.post(RUTE["tugaskan"].alamat(tempat), RUTE["tugaskan"].isi(tempat), follow=True)

    assert "Penugasan tersimpan." in jawaban.content.decode()
    assert PenugasanJabatan.objects.filter(jabatan__uuid=tempat.jabatan).count() == 1


def test_lke_kurang_jawaban_422_menyebut_semuanya(ani: Client) -> None:
    jawaban = ani.post("/kerja/99.11/hitung-lke/", {"j-1.a": "A"})

    assert jawaban.status_code == 422
    assert "11 jawaban belum dapat dihitung" in jawaban.content.decode()


def test_lke_penuh_dihitung_dan_tidak_tersimpan(ani: Client) -> None:
    jawaban = ani.post(
        "/kerja/99.11/hitung-lke/",
        {f"j-{k}.{s}": "AA" for k in "1234" for s in "abc"},
    )

    # Every answer AA is worth the whole weight: 100, which is AA.
    assert jawaban.status_code == 200
    assert "100,00" in jawaban.content.decode()


def test_tanpa_instansi_beranda_tetap_menjawab(dunia: Dunia) -> None:
    assert klien(dunia, "hari").get("/kerja/").status_code == 200


def test_satu_instansi_langsung_dibuka(ani: Client) -> None:
    jawaban = ani.get("/kerja/")

    assert (jawaban.status_code, jawaban.headers["Location"]) == (302, "/kerja/99.11/")


def test_jam_halaman_hidup_di_hari_contoh(ani: Client) -> None:
    assert date(2026, 11, 24) == SAAT.date()
    assert "2026" in ani.get("/kerja/99.11/").content.decode()
