"""Files that go out, and the public question whether one that came back is genuine."""

import io
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from jelajah import klien

from domain.berkas_uji import pindai, terbitkan
from domain.pemeran import Dunia
from sakip.arsip.models import Berkas, DokumenTerbit
from sakip.arsip.services import UKURAN_MAKS, cocokkan_pindaian, simpan_bukti
from sakip.organisasi.models import Sifat

pytestmark = pytest.mark.usefixtures("hari_cerita", "hitungan_nol")
PERIKSA = "/periksa/"


@pytest.fixture
def hitungan_nol(db: None) -> None:  # noqa: ARG001 - the counts live in the database
    """Nobody has asked yet."""
    cache.clear()


@pytest.fixture
def asli(dunia: Dunia) -> DokumenTerbit:
    """A real document, current."""
    return terbitkan(dunia, sifat=Sifat.ASLI)


def _alamat(dokumen: DokumenTerbit) -> str:
    return reverse("web:periksa_kode", args=[dokumen.kode_periksa])


def _berkas(isi: bytes, nama: str = "dokumen.pdf") -> dict[str, Any]:
    satu = io.BytesIO(isi)
    satu.name = nama
    return {"berkas": satu}


def _judul(jawaban: Any) -> str:
    teks: str = jawaban.content.decode()
    return teks.partition("<h1>")[2].partition("</h1>")[0]


def test_halaman_periksa_terbuka_tanpa_masuk(client: Client) -> None:
    jawaban = client.get(PERIKSA)

    assert jawaban.status_code == 200
    assert _judul(jawaban) == "Periksa apakah sebuah dokumen asli dan masih berlaku"


def test_kode_yang_diketik_membawa_ke_alamat_bakunya(client: Client, asli: DokumenTerbit) -> None:
    ketikan = asli.kode_periksa.replace("-", "").lower()

    lewat_formulir = client.get(PERIKSA, {"kode": f" {ketikan} "})
    lewat_alamat = client.get(f"{PERIKSA}{ketikan}/")

    assert lewat_formulir.headers["Location"] == _alamat(asli)
    assert lewat_alamat.headers["Location"] == _alamat(asli)


def test_dokumen_asli_dan_berlaku(client: Client, asli: DokumenTerbit) -> None:
    jawaban = client.get(_alamat(asli))

    teks = jawaban.content.decode()
    assert _judul(jawaban) == "Dokumen ini terbit dari sini dan masih berlaku"
    assert asli.judul in teks
    assert "Dinas Anggrek" in teks
    assert asli.berkas.sha256 in teks
    assert "DATA CONTOH" not in teks


def test_dokumen_yang_diganti_menunjuk_penggantinya(
    client: Client, dunia: Dunia, asli: DokumenTerbit
) -> None:
    baru = terbitkan(dunia, sifat=Sifat.ASLI, tanggal=date(2026, 9, 15))

    jawaban = client.get(_alamat(asli))

    assert _judul(jawaban) == "Dokumen ini terbit dari sini, tetapi sudah diganti"
    assert f'href="{_alamat(baru)}"' in jawaban.content.decode()
    assert "15 September 2026" in jawaban.content.decode()


def test_dokumen_contoh_tidak_pernah_disebut_asli(client: Client, dunia: Dunia) -> None:
    contoh = terbitkan(dunia)

    lewat_kode = client.get(_alamat(contoh))
    lewat_berkas = client.post(PERIKSA, _berkas(bytes(contoh.berkas.isi)))

    for jawaban in (lewat_kode, lewat_berkas):
        assert _judul(jawaban) == "Dokumen contoh, bukan dokumen resmi"
        assert "DATA CONTOH" in jawaban.content.decode()
        assert "asli" not in jawaban.content.decode().partition("<main")[2].casefold()


@pytest.mark.parametrize("kode", ["K7QPM-R3XDA", "ABCDE", "satu-dua"])
def test_kode_yang_tidak_utuh_dijelaskan_dan_tetap_tertulis(client: Client, kode: str) -> None:
    lewat_formulir = client.get(PERIKSA, {"kode": kode})
    lewat_alamat = client.get(f"{PERIKSA}{kode}/")

    assert (lewat_formulir.status_code, lewat_alamat.status_code) == (422, 404)
    assert "bukan kode periksa yang utuh" in lewat_formulir.content.decode()
    assert f'value="{kode}"' in lewat_formulir.content.decode()


def test_kode_utuh_yang_tidak_ada(client: Client, dunia: Dunia) -> None:
    assert dunia.instansi.pk

    jawaban = client.get(f"{PERIKSA}22222-22222/")

    assert jawaban.status_code == 404
    assert "Tidak ada dokumen terbit dengan kode 22222-22222" in jawaban.content.decode()


def test_tulisan_asing_dalam_kode_tidak_menjadi_halaman(client: Client, dunia: Dunia) -> None:
    assert dunia.instansi.pk

    teks = client.get(PERIKSA, {"kode": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert(1)" not in teks


def test_berkas_asli_dikenal(client: Client, asli: DokumenTerbit) -> None:
    jawaban = client.post(PERIKSA, _berkas(bytes(asli.berkas.isi)))

    assert _judul(jawaban) == "Berkas ini asli dan masih berlaku"
    assert asli.kode_periksa in jawaban.content.decode()


@pytest.mark.parametrize("letak", [0, 100, -1])
def test_satu_bita_berubah_membuatnya_tidak_dikenal(
    client: Client, asli: DokumenTerbit, letak: int
) -> None:
    isi = bytearray(bytes(asli.berkas.isi))
    isi[letak] ^= 1

    jawaban = client.post(PERIKSA, _berkas(bytes(isi)))

    assert jawaban.status_code == 200
    assert _judul(jawaban) == "Berkas ini tidak dikenal"
    assert asli.kode_periksa not in jawaban.content.decode()


def test_berkas_yang_diperiksa_tidak_disimpan(client: Client, asli: DokumenTerbit) -> None:
    sebelum = Berkas.objects.count()

    client.post(PERIKSA, _berkas(bytes(asli.berkas.isi) + b" "))

    assert Berkas.objects.count() == sebelum


def test_pindaian_yang_dicocokkan_dikenal(
    client: Client, dunia: Dunia, asli: DokumenTerbit
) -> None:
    isi = pindai(bytes(asli.berkas.isi))
    cocokkan_pindaian(**dunia.dasar("ani"), dokumen=asli.uuid, nama_berkas="p.pdf", isi=isi)

    jawaban = client.post(PERIKSA, _berkas(isi))

    assert _judul(jawaban) == "Pindaian ini sudah dicocokkan dengan dokumen yang terbit"
    assert "tetap dilihat dengan mata" in jawaban.content.decode()


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "Pilih berkas yang akan diperiksa"),
        (_berkas(b""), "Pilih berkas yang akan diperiksa"),
        (_berkas(b"0" * (UKURAN_MAKS + 1)), "lebih besar dari 10 MB"),
    ],
    ids=["tanpa-berkas", "kosong", "besar"],
)
def test_kiriman_yang_salah_dijelaskan(
    client: Client, dunia: Dunia, isi: dict[str, Any], kata: str
) -> None:
    assert dunia.instansi.pk

    jawaban = client.post(PERIKSA, isi)

    assert jawaban.status_code == 422
    assert kata in jawaban.content.decode()


def test_nama_berkas_asing_tetap_tulisan(client: Client, asli: DokumenTerbit) -> None:
    jahat = "<img src=x onerror=alert(1)>.pdf"

    teks = client.post(PERIKSA, _berkas(bytes(asli.berkas.isi), jahat)).content.decode()

    assert "<img src=x" not in teks


def test_mengirim_berkas_berulang_kali_dibatasi(client: Client, dunia: Dunia) -> None:
    assert dunia.instansi.pk

    status = [client.post(PERIKSA, _berkas(b"%PDF-1.7")).status_code for _n in range(31)]

    assert set(status[:30]) == {200}
    assert status[30] == 429


def test_dokumen_terunduh_sebagai_lampiran(dunia: Dunia, asli: DokumenTerbit) -> None:
    jawaban = klien(dunia, "budi").get(reverse("web:unduh_dokumen", args=["99.11", asli.uuid]))

    assert jawaban.content == bytes(asli.berkas.isi)
    assert jawaban.headers["Content-Type"] == "application/pdf"
    assert jawaban.headers["Content-Disposition"] == (
        'attachment; filename="berita-acara-serah-terima-kinerja-kepala-dinas-anggrek-'
        f'{asli.kode_periksa}.pdf"'
    )
    assert "sandbox" in jawaban.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("nama", "kepala"),
    [
        ("notulen.pdf", 'attachment; filename="notulen.pdf"'),
        ('a".pdf', 'attachment; filename="a\\".pdf"'),
        ("rapat é.pdf", "attachment; filename*=utf-8''rapat%20%C3%A9.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", 'attachment; filename="aSet-Cookie: x=1.pdf"'),
    ],
    ids=["biasa", "kutip", "aksen", "baris-baru"],
)
def test_bukti_terunduh_dengan_namanya_dan_tidak_pernah_menjadi_halaman(
    dunia: Dunia, nama: str, kepala: str
) -> None:
    bukti = simpan_bukti(
        **dunia.dasar("ani"),
        unit="dinas-anggrek",
        judul="Bukti",
        nama_berkas=nama,
        isi=b"%PDF-1.7 <script>alert(1)</script>",
        tahun=2026,
    )

    jawaban = klien(dunia, "budi").get(reverse("web:unduh_bukti", args=["99.11", bukti.uuid]))

    assert jawaban.headers["Content-Disposition"] == kepala
    assert jawaban.headers["Content-Type"] == "application/pdf"
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"


def test_unit_lain_tidak_mengunduh_bukti(dunia: Dunia) -> None:
    bukti = simpan_bukti(
        **dunia.dasar("ani"),
        unit="dinas-anggrek",
        judul="Bukti",
        nama_berkas="a.pdf",
        isi=b"%PDF-1.7",
        tahun=2026,
    )

    jawaban = klien(dunia, "dewi").get(reverse("web:unduh_bukti", args=["99.11", bukti.uuid]))

    assert jawaban.status_code == 404
    assert b"%PDF" not in jawaban.content
