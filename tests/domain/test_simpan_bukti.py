"""Uploading evidence."""

import hashlib
from datetime import date
from typing import Any

import pytest

from domain.berkas_uji import DOCX, PDF_POLOS, XLSX, jpg, png
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.arsip.models import Berkas, Bukti
from sakip.arsip.services import UKURAN_MAKS, simpan_bukti
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import selectors as organisasi

SIMPAN = "arsip.simpan_bukti"


def _isi(dunia: Dunia, siapa: str = "ani", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "dinas-anggrek",
        "judul": "Notulen rapat triwulan II",
        "nama_berkas": "notulen.pdf",
        "isi": PDF_POLOS,
        "tahun": 2026,
        "tanggal": date(2026, 7, 14),
    } | ganti


def test_bukti_tersimpan_dengan_sidik_dan_riwayatnya(dunia: Dunia) -> None:
    bukti = simpan_bukti(**_isi(dunia))

    berkas = Berkas.objects.get(pk=bukti.berkas_id)
    assert bytes(berkas.isi) == PDF_POLOS
    assert berkas.sha256 == hashlib.sha256(PDF_POLOS).hexdigest()
    assert (berkas.jenis, berkas.ukuran) == ("application/pdf", len(PDF_POLOS))
    assert (bukti.unit_id, bukti.judul, bukti.ditarik) == (
        dunia.unit["dinas-anggrek"],
        "Notulen rapat triwulan II",
        False,
    )
    assert peristiwa(bukti) == [Peristiwa("insert", dunia.orang["ani"].pengguna_id, SIMPAN)]


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.pdf", PDF_POLOS),
        ("a.PNG", png()),
        ("a.jpg", jpg()),
        ("a.jpeg", jpg()),
        ("a.xlsx", XLSX),
        ("a.docx", DOCX),
    ],
)
def test_lima_jenis_berkas_diterima(dunia: Dunia, nama: str, isi: bytes) -> None:
    bukti = simpan_bukti(**_isi(dunia, nama_berkas=nama, isi=isi))

    assert bukti.nama_berkas == nama


def test_isi_yang_sama_disimpan_sekali(dunia: Dunia) -> None:
    satu = simpan_bukti(**_isi(dunia))
    dua = simpan_bukti(**_isi(dunia, judul="Daftar hadir", nama_berkas="hadir.pdf"))
    lain = simpan_bukti(**_isi(dunia, "dewi", unit="dinas-bakung"))

    assert satu.berkas_id == dua.berkas_id == lain.berkas_id
    assert Berkas.objects.count() == 1
    assert Bukti.objects.count() == 3


def test_instansi_lain_menyimpan_salinannya_sendiri(dunia: Dunia, lain: Dunia) -> None:
    satu = simpan_bukti(**_isi(dunia))
    dua = simpan_bukti(**_isi(lain, "eko", unit="dinas-lain"))

    assert satu.berkas_id != dua.berkas_id


def test_mengirim_dua_kali_tidak_menggandakan(dunia: Dunia) -> None:
    satu = simpan_bukti(**_isi(dunia))
    sebelum = hitung_baris()

    dua = simpan_bukti(**_isi(dunia, judul=" Notulen  rapat triwulan II "))

    assert dua.pk == satu.pk
    assert hitung_baris() == sebelum


def test_versi_data_unit_naik(dunia: Dunia) -> None:
    tampak = dunia.tampak("dinas-anggrek")
    sebelum = organisasi.nomor_unit(tampak)

    simpan_bukti(**_isi(dunia))

    assert organisasi.nomor_unit(tampak) == sebelum + 1


@pytest.mark.parametrize("siapa", ["budi", "citra", "gita", "hari", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="mengunggah bukti"):
        simpan_bukti(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_unit_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    assert lain.unit

    with pytest.raises(TidakDitemukan):
        simpan_bukti(**_isi(dunia, unit="dinas-lain"))


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"isi": b""}, "berkas", "kosong"),
        ({"isi": PDF_POLOS + b"0" * UKURAN_MAKS}, "berkas", "lebih besar dari 10 MB"),
        ({"isi": b"<html>"}, "berkas", "Yang diterima: PDF, PNG, JPG, WebP, Excel, Word, PowerPoint, ODT, ODS, ZIP"),
        ({"isi": png()}, "berkas", "berakhir “.pdf”, tetapi isinya PNG"),
        ({"nama_berkas": "notulen.pdf.exe"}, "berkas", "berakhir “.exe”, tetapi isinya PDF"),
        ({"nama_berkas": "notulen"}, "berkas", "berakhir “”, tetapi isinya PDF"),
        ({"judul": "  "}, "judul", "Tulis judul bukti"),
        ({"judul": "x" * 201}, "judul", "paling panjang 200"),
        ({"tahun": 1999}, "tahun", "1999 di luar 2000–2100"),
        ({"tanggal": date(2026, 11, 25)}, "tanggal", "masa depan"),
    ],
    ids=[
        "kosong", "besar", "jenis", "isi-lain", "akhiran", "tanpa-akhiran", "judul", "panjang",
        "tahun", "besok",
    ],
)  # fmt: skip
def test_isian_yang_salah_dijelaskan(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        simpan_bukti(**_isi(dunia, **ganti))

    (salah,) = galat.value.kesalahan
    assert salah.letak == letak
    assert kata in salah.pesan
    assert hitung_baris() == sebelum


def test_semua_kesalahan_sekaligus(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        simpan_bukti(**_isi(dunia, judul="", isi=b"x", tahun=1))

    assert [k.letak for k in galat.value.kesalahan] == ["berkas", "judul", "tahun"]
