"""The year's grid and one cell by HTTP: many cells in one request, each with its own answer."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import alamat, klien

from domain.kisi_uji import bulan, tata_kisi
from domain.lembar_uji import sampai, siapkan
from domain.pemeran import Dunia, hitung_baris
from domain.ukur_uji import TAHUN, Ukur
from sakip.pengukuran.models import KomentarAngka, Realisasi

HX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def hari(settings: Any) -> None:
    settings.TANGGAL_CONTOH = date(2026, 4, 8)


def _kisi(u: Ukur) -> str:
    return alamat("kisi_pengukuran", u.dunia.instansi.kode, TAHUN, u.unit)


def _lembar(u: Ukur, nama: str = "lembar_pengukuran", *lagi: str) -> str:
    return alamat(nama, u.dunia.instansi.kode, TAHUN, u.unit, 1, *lagi)


def _kirim(satu: Client, u: Ukur, isi: dict[str, str], **lain: str) -> dict[str, Any]:
    """Cells by key with what was typed; none of them was there before."""
    data = {f"versi.{k}": "0" for k in isi} | {f"teks.{k}": v for k, v in isi.items()} | lain
    jawaban = satu.post(_kisi(u), data, headers=HX)
    assert jawaban.status_code == 200, jawaban.content
    return jawaban.json()["sel"]  # type: ignore[no-any-return]


def test_satu_kiriman_menyimpan_yang_benar_dan_menyebut_yang_salah(dunia: Dunia) -> None:
    u = tata_kisi(dunia)
    sel = _kirim(
        klien(dunia, "ani"),
        u,
        {
            "1b~1~0": "41",
            "iku-3~1~0": "46178",
            "kunjungan~1~2": "120",
            "latih~1~0": "-1/2",
            "1b~2~0": "36",
            "milik-lain~1~0": "5",
        },
    )

    assert (sel["1b~1~0"]["teks"], sel["1b~1~0"]["versi"]) == ("41", 1)
    assert "63,33%" in sel["1b~1~0"]["hasil"]  # (60 − 41) ÷ 30
    assert sel["kunjungan~1~2"]["teks"] == "120"
    assert "nomor tanggal Excel" in sel["iku-3~1~0"]["salah"]
    assert "tidak dapat kurang dari nol" in sel["latih~1~0"]["salah"]
    assert "baru dibuka 1 Juli 2026" in sel["1b~2~0"]["salah"]
    assert "tidak dijanjikan unit ini" in sel["milik-lain~1~0"]["salah"]
    assert Realisasi.objects.filter(periode__jenis="bulan").count() == 1


@pytest.mark.parametrize(
    ("tetangga", "teks"),
    [("85,5", "1250"), ("85", ""), ("85.5", "")],
    ids=["berkoma", "tidak membuktikan", "bertitik"],
)
def test_seribu_dalam_tempelan_dibaca_dari_tetangganya_bila_pasti(
    dunia: Dunia, tetangga: str, teks: str
) -> None:
    u = tata_kisi(dunia)
    isi = {"1b~1~0": tetangga, "kunjungan~1~1": "1.250"}

    sel = _kirim(klien(dunia, "ani"), u, isi, tempel="1")["kunjungan~1~1"]

    assert sel.get("teks", "") == teks
    assert ("berarti 1250 atau 1,250?" in sel.get("salah", "")) is (teks == "")


def test_dua_penyunting_melihat_nilai_siapa_dan_memilih(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sel = _kirim(klien(dunia, "ani"), u, {"1b~1~0": "40"})["1b~1~0"]
    assert sel["bentrok"] == {"tersimpan": "41", "versi": 1, "anda": "40"}
    assert sel["salah"].startswith("Ani")

    baris = klien(dunia, "ani").post(
        _lembar(u, "isi_sel", "1b"), {"versi.1b": "0", "teks.1b": "40"}, headers=HX
    )
    assert baris.status_code == 422
    teks = baris.content.decode()
    assert 'data-pakai="41"' in teks
    assert 'data-pakai="40"' in teks


def test_lembar_terkunci_dan_unit_lain_ditolak_walau_dikirim_langsung(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "terkunci")
    sebelum = hitung_baris()

    sel = _kirim(klien(dunia, "ani"), u, {"1b~1~0": "40"})["1b~1~0"]
    assert "terkunci" in sel["salah"]
    isi = {"versi.1b~1~0": "1", "teks.1b~1~0": "40"}
    assert klien(dunia, "dewi").post(_kisi(u), isi, headers=HX).status_code == 403
    assert klien(dunia, "budi").post(_kisi(u), isi, headers=HX).status_code == 403
    assert klien(dunia, "ani").post(_kisi(u), {"versi.x": "1"}, headers=HX).status_code == 422
    assert hitung_baris() == sebelum


def test_yang_tidak_dapat_diisi_menyebut_sebabnya(dunia: Dunia) -> None:
    u = tata_kisi(dunia)
    bulan(u, "kunjungan", 1, "1000")
    teks = klien(dunia, "ani").get(_kisi(u)).content.decode()

    assert "Dihitung dari indikator lain." in teks
    assert "Lembar ini dapat diisi sejak jendelanya dibuka." in teks
    assert 'value="1000"' in teks  # a stored thousand may be sent again as it stands
    baca = klien(dunia, "budi").get(_kisi(u)).content.decode()
    assert "data-sel " not in baca
    assert "Anda tidak mengisi pengukuran unit ini." in baca


def test_sel_memuat_pilahan_dan_komentarnya(dunia: Dunia) -> None:
    u = tata_kisi(dunia)
    u.isi("latih", 1, "8/10")
    ani, sel = klien(dunia, "ani"), _lembar(u, "sel_pengukuran", "latih")

    salah = ani.post(
        _lembar(u, "pilahan_pengukuran", "latih"),
        {"versi": "0", "dimensi": "jenis_kelamin", "bagian.pembilang.perempuan": "3",
         "bagian.penyebut.perempuan": "x", "penjelasan": ""},
    )  # fmt: skip
    assert salah.status_code == 422
    assert 'value="x"' in salah.content.decode()
    ani.post(
        _lembar(u, "pilahan_pengukuran", "latih"),
        {"versi": "0", "dimensi": "jenis_kelamin", "bagian.pembilang.perempuan": "8",
         "bagian.penyebut.perempuan": "9", "penjelasan": "Satu tidak tercatat."},
    )  # fmt: skip
    klien(dunia, "budi").post(_lembar(u, "komentar_pengukuran", "latih"), {"isi": "Siapa saja?"})

    teks = ani.get(sel).content.decode()
    assert "Jumlah penyebut menurut pilahan 9, sedangkan angkanya 10." in teks
    assert "Siapa saja?" in teks
    assert "1 komentar" in ani.get(_lembar(u)).content.decode()
    mengapa = alamat("mengapa", u.dunia.instansi.kode, TAHUN, u.unit,
                     u.mutakhir("latih", "triwulan").snapshot_uuid)  # fmt: skip
    assert "Dipilah menurut jenis kelamin" in ani.get(mengapa).content.decode()
    k = KomentarAngka.objects.get()
    ani.post(_lembar(u, "selesai_komentar_pengukuran", "latih", str(k.uuid)), {"versi": "1"})
    assert "Komentar selesai" in ani.get(_lembar(u)).content.decode()


def test_banyaknya_kueri(dunia: Dunia) -> None:
    """Session, account, instansi with peran, unit; plan, figures; sheets, capaian; data version.

    The sheet adds its evidence, what is kept beside it (answers, marks, policy), the arahan, one
    for what must still be answered, and two for a checklist; a saved row only what its service
    needs, its evidence and what is kept beside it.
    """
    u = siapkan(dunia)
    ani = klien(dunia, "ani")

    def kueri(minta: Any) -> int:
        minta()
        with CaptureQueriesContext(connection) as hasil:
            assert minta().status_code == 200
        return len(hasil)

    assert kueri(lambda: ani.get(_kisi(u))) == 9
    assert kueri(lambda: ani.get(_lembar(u))) == 15
    versi = iter(range(1, 9))

    def simpan() -> Any:
        n = next(versi)
        isi = {"versi.1b": str(n), "teks.1b": str(50 + n)}
        return ani.post(_lembar(u, "isi_sel", "1b"), isi, headers=HX)

    assert kueri(simpan) <= 22
