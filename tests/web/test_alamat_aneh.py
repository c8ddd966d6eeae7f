"""Addresses and forms that nobody types by hand: each gets an answer, none an error of ours."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from jelajah import Tempat, isi_tempat, klien, minta, tambah_orang_serba_bisa
from rute import RUTE

from domain.pemeran import Dunia
from sakip.impor.models import BetsImpor

pytestmark = pytest.mark.usefixtures("hari_cerita")
PANJANG = "x" * 1000
ANEH = ["abc", "", "-1", "0", "99999999999999999999", "1.5", "%", "'", '"', "\x00", "²", "é\u202e"]
ANEH += ["<script>", "{{7*7}}", "%00", "../../etc/passwd", "' OR 1=1 --", "\ud7ff", PANJANG]


@pytest.mark.parametrize("nilai", ANEH, ids=lambda n: ascii(n)[:24])
@pytest.mark.parametrize(
    ("nama", "kunci"),
    [
        ("tabel", ["hal", "urut", "periode", "cari", "unit", "status", "kategori"]),
        ("tabel_xlsx", ["urut", "periode", "cari", "unit"]),
        ("pemda", ["urut", "periode"]),
        ("unit_tahun", ["periode"]),
        ("daftar_impor", ["hal"]),
        ("impor", ["hal", "akibat"]),
        ("nomenklatur", ["q", "tingkat", "bidang"]),
        ("cari_nomenklatur", ["q", "nomenklatur"]),
        ("pustaka", ["q", "jenis_unit", "jenis_nilai"]),
        ("pustaka_satu", ["tahun"]),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_isian_alamat_apa_pun_dijawab(
    admin: Client, tempat: Tempat, nama: str, kunci: list[str], nilai: str
) -> None:
    alamat = RUTE[nama].alamat(tempat)

    status = {k: admin.get(alamat, {k: nilai}).status_code for k in kunci}

    assert set(status.values()) <= {200, 400, 404}, status


@pytest.mark.parametrize(
    "ekor",
    [
        "?",
        "?&&&",
        "?=",
        "?hal",
        "?hal=1&hal=2",
        "?%ff=%fe",
        "?cari=%ff%fe",
        "?cari=%",
        "?" + "a=1&" * 900,
        "?urut=-&urut=unit",
        "#",
    ],
    ids=lambda e: e[:16],
)
def test_ekor_alamat_yang_rusak_dijawab(admin: Client, tempat: Tempat, ekor: str) -> None:
    assert admin.get(RUTE["tabel"].alamat(tempat) + ekor).status_code == 200


@pytest.mark.parametrize("tahun", ["0000", "0001", "1000", "1999", "9999", "٢٠٢٦"])
@pytest.mark.parametrize(
    "ekor", ["", "tabel/", "tabel/excel/", "dinas-anggrek/", "dinas-anggrek/evaluasi/"]
)
def test_tahun_apa_pun_dijawab(admin: Client, tempat: Tempat, tahun: str, ekor: str) -> None:
    assert tempat.kode == "99.11"

    assert admin.get(f"/kerja/99.11/{tahun}/{ekor}").status_code in {200, 404}


@pytest.mark.parametrize(
    "alamat",
    [
        "/kerja/99.99/",
        "/kerja/9911/",
        "/kerja/٩٩.١١/",
        "/kerja/99.11/organisasi/tidak-ada/",
        "/kerja/99.11/organisasi/DINAS-ANGGREK/",
        "/kerja/99.11/2025/tidak-ada/",
        "/kerja/99.11/202/",
        "/kerja/99.11/impor/bukan-uuid/",
        "/kerja/99.11/impor/00000000-0000-4000-8000-000000000000/",
        "/kerja/99.11/2025/dinas-anggrek/mengapa/bukan-uuid/",
        "/kerja/99.11/2025/dinas-anggrek/mengapa/00000000-0000-4000-8000-000000000000/",
        "/kerja/99.11/hitung-lke/1-1999/",
        "/kaidah/tidak-ada/",
        "/bantuan/tidak-ada/",
        "/bantuan/panduan/tidak-ada/",
        "/bantuan/../settings/",
        "/bantuan/panduan/..%2f..%2fREADME/",
        "/admin/",
        "/kerja",
        "/.env",
        "/kerja/99.11/organisasi/a%00b/",
    ],
)
def test_alamat_yang_tidak_ada_berhalaman_404(admin: Client, tempat: Tempat, alamat: str) -> None:
    jawaban = admin.get(alamat)

    assert tempat.kode == "99.11"
    assert jawaban.status_code in {404, 301}
    assert jawaban.status_code == 301 or "Ke Beranda" in jawaban.content.decode()


def test_404_menyebut_apa_yang_tidak_ada(admin: Client, tempat: Tempat) -> None:
    assert tempat.kode == "99.11"

    unit = admin.get("/kerja/99.11/2025/dinas-entah/").content.decode()
    instansi = admin.get("/kerja/99.99/").content.decode()

    assert "Tidak ada unit dengan alamat “dinas-entah”" in unit
    assert "Tidak ada instansi dengan kode 99.99" in instansi


def test_unit_lain_dan_instansi_lain_berkata_mengapa(
    dunia: Dunia, lain: Dunia, tempat: Tempat
) -> None:
    isi_tempat(lain, "dinas-lain", "eko")
    dewi = klien(dunia, "dewi")

    unit = dewi.get(RUTE["unit_tahun"].alamat(tempat))
    instansi = dewi.get("/kerja/99.12/")
    peran = dewi.post(RUTE["tugaskan"].alamat(tempat), {})

    assert (unit.status_code, instansi.status_code, peran.status_code) == (403, 403, 403)
    assert "Peran Anda tidak mencakup unit ini" in unit.content.decode()
    assert "tidak mempunyai peran di instansi ini" in instansi.content.decode()
    assert "diperlukan peran Admin instansi" in peran.content.decode()


@pytest.mark.parametrize("isi", [{}, {"versi": "abc"}], ids=["tidak-ada", "abc"])
def test_kiriman_tanpa_versi_disebut_tidak_lengkap(
    dunia: Dunia, tempat: Tempat, isi: dict[str, str]
) -> None:
    """Every form that sends a version along, whatever else stands in it."""
    satu = klien(dunia, tambah_orang_serba_bisa(dunia))
    lengkap = {n: (r.alamat(tempat), r.isi(tempat)) for n, r in RUTE.items()}
    berversi = {n: (a, b) for n, (a, b) in lengkap.items() if "versi" in b}

    jawaban = {
        n: minta(satu, "post", a, {k: v for k, v in b.items() if k != "versi"} | isi)
        for n, (a, b) in berversi.items()
    }

    assert len(berversi) > 30
    assert {n: j.status_code for n, j in jawaban.items()} == dict.fromkeys(berversi, 422)
    assert [
        n for n, j in jawaban.items() if "Formulir ini tidak lengkap" not in str(j.content)
    ] == []


@pytest.mark.parametrize("versi", ["", "abc", "²", "-1", "1.0", "9" * 30, "\x00", " 1"])
@pytest.mark.parametrize("nama", ["terapkan_impor", "buang_impor", "batalkan_impor"])
def test_versi_yang_aneh_tidak_mengubah_apa_pun(
    admin: Client, tempat: Tempat, nama: str, versi: str
) -> None:
    jawaban = admin.post(RUTE[nama].alamat(tempat), {"versi": versi, "alasan": "x"})

    assert jawaban.status_code in {400, 409, 422}
    assert sorted(BetsImpor.objects.values_list("keadaan", flat=True)) == [
        "diterapkan",
        "pratinjau",
    ]


@pytest.mark.parametrize("alasan", ["\x00", "a\x00b"])
def test_huruf_nol_dalam_isian_ditolak(admin: Client, tempat: Tempat, alasan: str) -> None:
    jawaban = admin.post(RUTE["batalkan_impor"].alamat(tempat), {"versi": "2", "alasan": alasan})

    assert jawaban.status_code == 400
    assert "tidak dapat dibaca" in jawaban.content.decode()


@pytest.mark.parametrize(
    "ganti",
    [
        {"selesai": "kapan"},
        {"selesai": ""},
        {"selesai": "9999-12-31"},
        {"selesai": "0001-01-01"},
        {"selesai": "2026-02-30"},
        {"versi": "²"},
        {"versi": "9" * 5000},
    ],
    ids=str,
)
def test_mengakhiri_dengan_isian_aneh_ditolak(
    admin: Client, tempat: Tempat, ganti: dict[str, str]
) -> None:
    jawaban = admin.post(
        RUTE["akhiri"].alamat(tempat), {"versi": "1", "selesai": "2026-12-31"} | ganti
    )

    assert jawaban.status_code in {409, 422}


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("kosong.csv", b""),
        ("laporan.csv", b"%PDF-1.7"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n"),
        ("lama.xlsx", b"\xd0\xcf\x11\xe0" + bytes(40)),
        ("\x00nol.csv", b"unit,tahun\n"),
        ("../../x.csv", b"a,b\n1,2\n"),
        ("x" * 300 + ".csv", b"a,b\n1,2\n"),
    ],
    ids=lambda x: x[:12] if isinstance(x, str) else "",
)
@pytest.mark.parametrize("rute", ["unggah_impor", "hitung_lke"])
def test_berkas_aneh_dijawab_422(
    admin: Client, tempat: Tempat, rute: str, nama: str, isi: bytes
) -> None:
    berkas = SimpleUploadedFile("x", isi)
    berkas.name = nama

    jawaban = admin.post(RUTE[rute].alamat(tempat), {"berkas": berkas})

    assert jawaban.status_code == 422


def test_berkas_raksasa_ditolak_422(admin: Client, tempat: Tempat) -> None:
    jawaban = admin.post(
        RUTE["unggah_impor"].alamat(tempat),
        {"berkas": SimpleUploadedFile("besar.csv", b"x" * 10_000_001)},
    )

    assert jawaban.status_code == 422
    assert "Berkas lebih besar dari 10 MB" in jawaban.content.decode()
    assert BetsImpor.objects.count() == 2


def test_lembar_lke_raksasa_ditolak_422(admin: Client, tempat: Tempat) -> None:
    jawaban = admin.post(
        RUTE["hitung_lke"].alamat(tempat),
        {"berkas": SimpleUploadedFile("besar.csv", b"x" * 1_000_001)},
    )

    assert jawaban.status_code == 422
    assert "lebih besar dari 1 MB" in jawaban.content.decode()


def test_isian_terlalu_banyak_ditolak_400(admin: Client, tempat: Tempat) -> None:
    isi: dict[str, Any] = {f"k{n}": "" for n in range(12_001)}

    assert admin.post(RUTE["hitung_lke"].alamat(tempat), isi).status_code == 400


@pytest.mark.parametrize("cara", ["put", "delete", "patch", "options", "trace"])
@pytest.mark.parametrize("nama", ["terapkan_impor", "akhiri", "tugaskan", "unggah_impor"])
def test_cara_lain_tidak_mengubah_apa_pun(
    admin: Client, tempat: Tempat, nama: str, cara: str
) -> None:
    jawaban = getattr(admin, cara)(RUTE[nama].alamat(tempat))

    assert jawaban.status_code in {302, 405}
    assert BetsImpor.objects.filter(keadaan="pratinjau").count() == 1


def test_hapus_lewat_alamat_tidak_ada(admin: Client, tempat: Tempat) -> None:
    jawaban = admin.get(RUTE["buang_impor"].alamat(tempat))

    assert jawaban.status_code == 405
    assert BetsImpor.objects.filter(keadaan="pratinjau").count() == 1


def test_jabatan_yang_tidak_ada_404(admin: Client, tempat: Tempat) -> None:
    alamat = f"/kerja/99.11/organisasi/{tempat.slug}/tugaskan/{uuid4()}/"

    assert admin.post(alamat, RUTE["tugaskan"].isi(tempat)).status_code == 404
