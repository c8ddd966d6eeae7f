"""The permission matrix, enumerated: every address, every peran, own and other unit, GET and POST.

What is expected comes from the table IZIN alone. An address that is not in ``rute.RUTE`` fails.
"""

from collections import defaultdict
from dataclasses import replace

import pytest
from django.test import Client
from jelajah import (
    Tempat,
    isi_tempat,
    klien,
    minta,
    semua_rute,
    tambah_orang,
    tambah_orang_serba_bisa,
)
from rute import MILIK_ALLAUTH, RUTE, TANPA_IZIN

from domain.pemeran import Dunia
from sakip.bersama.izin import Peran
from sakip.organisasi.models import PenugasanJabatan

pytestmark = [pytest.mark.lama, pytest.mark.usefixtures("hari_cerita")]
CARA = ("get", "post")


@pytest.fixture
def tempat(dunia: Dunia, lain: Dunia) -> dict[str, Tempat]:
    """Three places to try from Dinas Anggrek: one's own, another unit's, another government's."""
    return {
        "sendiri": isi_tempat(dunia, "dinas-anggrek", "ani"),
        "unit-lain": isi_tempat(dunia, "dinas-bakung", "dewi"),
        "instansi-lain": isi_tempat(lain, "dinas-lain", "eko"),
    }


def _terjadi(satu: Client, tempat: dict[str, Tempat]) -> dict[tuple[str, str, str], int]:
    """What every address answers, at each place and asked in each way."""
    return {
        (nama, di, cara): minta(satu, cara, r.alamat(t), r.isi(t)).status_code
        for nama, r in RUTE.items()
        for di, t in tempat.items()
        for cara in CARA
    }


def test_setiap_alamat_ada_di_matriks() -> None:
    dikenal = {f"web:{nama}" for nama in RUTE} | set(TANPA_IZIN)

    assert {n for n in semua_rute() if not n.startswith(MILIK_ALLAUTH)} == dikenal


def test_setiap_peran_mendapat_persis_yang_dikatakan_tabel(
    dunia: Dunia, tempat: dict[str, Tempat]
) -> None:
    """All peran in one world, since every request is taken back; says each answer that differs."""
    beda = {}
    di_sini = {di: t for di, t in tempat.items() if di != "instansi-lain"}
    for peran in Peran:
        satu = klien(dunia, tambah_orang(dunia, peran, "dinas-anggrek"))
        for (nama, di, cara), terjadi in _terjadi(satu, di_sini).items():
            r = RUTE[nama]
            harapan = r.harapan(
                cara,
                milik_sendiri=di == "sendiri",
                berizin=r.boleh(peran, cara),
                terlihat=r.terlihat(peran),
            )
            if terjadi != harapan:
                beda[peran, nama, di, cara] = f"{terjadi}, seharusnya {harapan}"

    assert not beda


def test_semua_peran_sekaligus_tidak_berlaku_di_instansi_lain(
    dunia: Dunia, tempat: dict[str, Tempat]
) -> None:
    """Who has every peran here has none there: one person stands for all peran."""
    satu = klien(dunia, tambah_orang_serba_bisa(dunia))

    terjadi = _terjadi(satu, {"instansi-lain": tempat["instansi-lain"]})

    assert terjadi == {
        (nama, di, cara): RUTE[nama].harapan(cara, milik_sendiri=False, berizin=False)
        for nama, di, cara in terjadi
    }


def test_tanpa_peran_semuanya_ditolak(dunia: Dunia, tempat: dict[str, Tempat]) -> None:
    satu = klien(dunia, "hari")

    terjadi = _terjadi(satu, tempat)

    assert set(terjadi.values()) == {403}


def test_tanpa_masuk_semuanya_ke_halaman_masuk(tempat: dict[str, Tempat]) -> None:
    tamu = Client()

    jawaban = [
        minta(tamu, cara, r.alamat(t), r.isi(t))
        for r in RUTE.values()
        for t in tempat.values()
        for cara in CARA
    ]

    assert {(j.status_code, j.headers["Location"].partition("?")[0]) for j in jawaban} == {
        (302, "/akun/login/")
    }


def test_peran_di_atas_semua_unit_menjangkau_unit_mana_pun(
    dunia: Dunia, tempat: dict[str, Tempat]
) -> None:
    satu = klien(dunia, tambah_orang(dunia, Peran.ADMIN_INSTANSI, "kabupaten-contoh"))

    terjadi = _terjadi(satu, tempat)

    assert terjadi == {
        (nama, di, cara): r.harapan(
            cara,
            milik_sendiri=True,
            berizin=di != "instansi-lain" and r.boleh(Peran.ADMIN_INSTANSI, cara),
        )
        for nama, r in RUTE.items()
        for di in tempat
        for cara in CARA
    }


def test_benda_unit_lain_di_alamat_unit_sendiri_tetap_ditolak(
    dunia: Dunia, tempat: dict[str, Tempat]
) -> None:
    sendiri, lain = tempat["sendiri"], tempat["unit-lain"]
    palsu = replace(lain, slug=sendiri.slug)
    satu = klien(dunia, tambah_orang(dunia, Peran.ADMIN_INSTANSI, "dinas-anggrek"))
    sebelum = PenugasanJabatan.objects.count()

    terjadi = {
        nama: minta(satu, cara, RUTE[nama].alamat(palsu), RUTE[nama].isi(palsu)).status_code
        for nama, cara in (("tugaskan", "post"), ("akhiri", "post"), ("mengapa", "get"))
    }

    assert terjadi == {"tugaskan": 404, "akhiri": 404, "mengapa": 404}
    assert PenugasanJabatan.objects.count() == sebelum


def test_alamat_bersilang_instansi_tidak_membuka_apa_pun(
    dunia: Dunia, tempat: dict[str, Tempat]
) -> None:
    """Things of another government under the address of one's own."""
    palsu = replace(tempat["instansi-lain"], kode="99.11")
    satu = klien(dunia, tambah_orang_serba_bisa(dunia))
    berbenda = [n for n, r in RUTE.items() if r.alamat(palsu) != r.alamat(tempat["sendiri"])]

    terjadi = {
        (nama, cara): minta(satu, cara, r.alamat(palsu), r.isi(palsu)).status_code
        for nama, r in RUTE.items()
        if nama in berbenda
        for cara in CARA
        if (r.ya_get if cara == "get" else r.ya_post) not in {None, 302} or cara == "post"
    }

    assert {s for (n, _c), s in terjadi.items()} <= {404, 405}


def test_setiap_alamat_memakai_satu_pintu() -> None:
    """Each view of the table carries the leave it asks for, so that no view forgets."""
    from django.urls import resolve  # noqa: PLC0415 - needs the settings

    kosong = "00000000-0000-4000-8000-000000000000"
    contoh = Tempat("99.11", "x", *([kosong] * 6), defaultdict(lambda: kosong))

    jalan = {nama: r.alamat(contoh).partition("?")[0] for nama, r in RUTE.items()}
    pintu = {nama: resolve(j).func.izin for nama, j in jalan.items()}  # type: ignore[attr-defined]

    assert pintu == {nama: r.izin for nama, r in RUTE.items()}


def test_kiriman_tanpa_rahasia_formulir_ditolak(dunia: Dunia, tempat: dict[str, Tempat]) -> None:
    """Every form at once: laying the world for each of them would take minutes."""
    satu = klien(dunia, "admin", enforce_csrf_checks=True)
    t = tempat["sendiri"]
    formulir = [n for n, r in RUTE.items() if r.ya_post is not None]

    lolos = [
        nama
        for nama in formulir
        if (jawaban := satu.post(RUTE[nama].alamat(t), RUTE[nama].isi(t))).status_code != 403
        or "Formulir ini sudah kedaluwarsa" not in jawaban.content.decode()
    ]

    assert len(formulir) > 50
    assert not lolos


@pytest.mark.parametrize(
    "alamat", ["/bahasa/", "/tampilan/atur/", "/akun/login/", "/akun/logout/", "/kerja/", "/"]
)
def test_kiriman_lain_pun_memerlukan_rahasia_formulir(dunia: Dunia, alamat: str) -> None:
    satu = klien(dunia, "admin", enforce_csrf_checks=True)

    assert satu.post(alamat, {"language": "en", "tema": "gelap"}).status_code == 403
