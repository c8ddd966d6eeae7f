"""Uploading evidence."""

import hashlib
from datetime import date
from typing import Any

import pytest

from domain.berkas_uji import DOCX, PDF_POLOS, XLSX, jpg, ooxml, png
from domain.folder_uji import BERKAS, ODS_UJI, ODT_UJI, terkunci
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.arsip.models import Berkas, Bukti
from sakip.arsip.selectors import simpan_sampai
from sakip.arsip.services import UKURAN_MAKS, simpan_bukti
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.kaidah import BUKTI, kebijakan_bukti
from sakip.organisasi.services import tetapkan_kebijakan

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
        ("a.odt", ODT_UJI),
        ("a.ods", ODS_UJI),
        ("a.zip", BERKAS),
    ],
)
def test_jenis_berkas_diterima(dunia: Dunia, nama: str, isi: bytes) -> None:
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
        ({"isi": b"<html>"}, "berkas", "Yang diterima: PDF, PNG, JPG, WebP, Excel, Word, "),
        ({"isi": png()}, "berkas", "berakhir “.pdf”, tetapi isinya PNG"),
        ({"nama_berkas": "notulen.pdf.exe"}, "berkas", "berakhir “.exe”, tetapi isinya PDF"),
        ({"nama_berkas": "notulen"}, "berkas", "berakhir “”, tetapi isinya PDF"),
        ({"judul": "  "}, "judul", "Tulis judul bukti"),
        ({"judul": "x" * 201}, "judul", "paling panjang 200"),
        ({"tahun": 1999}, "tahun", "1999 di luar 2000–2100"),
        ({"tanggal": date(2026, 11, 25)}, "tanggal", "masa depan"),
        ({"berlaku_sampai": date(2026, 7, 13)}, "berlaku_sampai", "mendahului"),
        ({"retensi": "selamanya"}, "retensi", "Pilih: bukti kinerja"),
        ({"isi": b"MZ\x90"}, "berkas", "program komputer"),
        ({"isi": terkunci(BERKAS), "nama_berkas": "a.zip"}, "berkas", "kata sandi"),
    ],
    ids=[
        "kosong", "besar", "jenis", "isi-lain", "akhiran", "tanpa-akhiran", "judul", "panjang",
        "tahun", "besok", "berlaku", "retensi", "program", "zip-terkunci",
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


# What the instansi itself set ---------------------------------------------------------------------


def _atur(dunia: Dunia, **pilihan: dict[str, int]) -> None:
    tetapkan_kebijakan(
        **dunia.dasar("fitri"),
        kaidah=BUKTI,
        pilihan=pilihan,
        mulai=date(2026, 1, 1),
        dasar="Keputusan Bupati 12/2026",
    )


def test_ukuran_menurut_kebijakan_instansi(dunia: Dunia) -> None:
    _atur(dunia, ukuran={"pdf": 12, "gambar": 0})
    besar_sekali = ooxml("word/document.xml", {"word/media/a.png": "x" * 10_000_000})

    simpan_bukti(**_isi(dunia, isi=PDF_POLOS + b"0" * 11_000_000))
    with pytest.raises(IsianTidakSah) as besar:
        simpan_bukti(**_isi(dunia, isi=PDF_POLOS + b"0" * 12_000_000))
    with pytest.raises(IsianTidakSah) as gambar:
        simpan_bukti(**_isi(dunia, isi=png(), nama_berkas="a.png"))
    with pytest.raises(IsianTidakSah) as kantor:
        simpan_bukti(**_isi(dunia, isi=besar_sekali, nama_berkas="a.docx"))

    assert "lebih besar dari 12 MB" in besar.value.kalimat
    assert "Yang diterima: PDF, Excel" in gambar.value.kalimat
    assert "10 MB" in kantor.value.kalimat


@pytest.mark.parametrize(
    ("retensi", "sampai"),
    [
        ("kinerja", date(2033, 12, 31)),  # 2026 + 7, as set
        ("keuangan", date(2036, 12, 31)),  # 2026 + 10, the default
        ("tetap", None),
    ],
)
def test_lama_simpan_menurut_kebijakan_instansi(
    dunia: Dunia, retensi: str, sampai: date | None
) -> None:
    _atur(dunia, retensi={"kinerja": 7})
    bukti = simpan_bukti(**_isi(dunia, retensi=retensi))
    aturan = kebijakan_bukti(
        organisasi.kebijakan_berlaku(dunia.instansi.pk, BUKTI, date(2026, 11, 24))
    )

    assert simpan_sampai(bukti, aturan) == sampai


@pytest.mark.parametrize(
    ("pilihan", "letak"),
    [
        ({"ukuran": {"pdf": 51}}, "ukuran.pdf"),
        ({"ukuran": {"pdf": -1}}, "ukuran.pdf"),
        ({"ukuran": {"pdf": "10"}}, "ukuran.pdf"),
        ({"ukuran": {"video": 10}}, "ukuran.video"),
        ({"ukuran": 10}, "ukuran"),
        ({"retensi": {"kinerja": 0}}, "retensi.kinerja"),
        ({"retensi": {"tetap": 5}}, "retensi.tetap"),
        ({"virus": True}, "virus"),
    ],
)
def test_kebijakan_bukti_yang_salah_ditolak(
    dunia: Dunia, pilihan: dict[str, Any], letak: str
) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        _atur(dunia, **pilihan)

    assert [k.letak for k in galat.value.kesalahan] == [letak]
