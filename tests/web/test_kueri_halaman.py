"""How many queries the large pages make, and that what they keep never outlives its data."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sakip.akun.models import Pengguna
from sakip.data_uji.baris import baris_unit
from sakip.data_uji.muat import dirikan_data_uji
from sakip.data_uji.rancangan import SAAT, SKALA, daftar_unit
from sakip.data_uji.tabel import tabel
from sakip.impor.services import import_pratinjau, terapkan_impor
from sakip.organisasi import selectors, services
from sakip.organisasi.models import Instansi, PenugasanPeran
from sakip.organisasi.services import UnitBaru
from sakip.pengukuran.selectors import (
    Saringan,
    jumlah_menurut_unit,
    potong_tabel,
    tabel_kinerja,
)
from sakip.web.pecahan import TEMBOLOK

KECIL = SKALA["kecil"]
UNIT = "/kerja/99.01/2025/inspektorat/"
PEMDA = "/kerja/99.01/2025/"
TABEL = "/kerja/99.01/2025/tabel/"
BERANDA = "/kerja/99.01/"
PIMPINAN = "/kerja/99.01/2025/pimpinan/"


@pytest.fixture(autouse=True)
def hari_ini(settings: Any) -> None:
    settings.TANGGAL_CONTOH = date(2026, 11, 24)


@pytest.fixture
def uji(db: None) -> Instansi:
    del db
    return dirikan_data_uji(
        oleh=selectors.pelaku_sistem(),
        saat=SAAT,
        skala=KECIL,
        benih=7,
        berakun=False,
        lapor=lambda _pesan: None,
    )


Masuk = Callable[[str], Client]


@pytest.fixture
def masuk(uji: Instansi, client: Client) -> Masuk:
    del uji

    def sebagai(akun: str) -> Client:
        client.force_login(
            Pengguna.objects.get(nama_pengguna=akun),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        return client

    return sebagai


def _kueri(klien: Client, alamat: str) -> int:
    with CaptureQueriesContext(connection) as kueri:
        assert klien.get(alamat).status_code == 200
    return len(kueri)


def _ubah_angka(instansi: Instansi, tahun: int) -> None:
    """An import that lets every target of one year be met exactly."""
    dasar: dict[str, Any] = {
        "oleh": selectors.pelaku_sistem(), "saat": SAAT, "instansi": instansi,
    }  # fmt: skip
    baris = [
        (u.slug, replace(b, realisasi=b.target))
        for n, u in enumerate(daftar_unit(KECIL))
        for b in baris_unit(KECIL, 7, n)
        if b.tahun == tahun and b.indikator.pola.arah != "rentang"
    ]
    bets = import_pratinjau(
        **dasar,
        jenis="kinerja",
        nama_berkas="ubah.csv",
        isi=tabel(baris),
        opsi={"sifat": "contoh", "format_angka": "id", "tahun_mulai": 2025, "tahun_selesai": 2026},
    )
    assert "galat" not in bets.ringkasan
    terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi)


@pytest.mark.parametrize(
    ("alamat", "dingin", "hangat"),
    [
        # session, account, instansi with peran, unit, data version; then periods, what was done in
        # all stages, recorded results, money, figures and their trend.
        (UNIT, 11, 5),
        # session, account, instansi with peran, data versions; then periods, units, summaries.
        (PEMDA, 7, 4),
        # the same, and periods, units, number of rows, the rows.
        (TABEL, 8, 4),
        # session, account, instansi with peran, data versions, tasks; then units, what was done in
        # all stages by all of them, recorded results, summaries of the newest period, promises
        # below their target.
        (BERANDA, 10, 5),
        # session, account, instansi with peran, counter of what counts, tasks; then units,
        # summaries, years, priorities, codes by default, their rows, decisions. (A card of one unit
        # alone would ask for its years and its periods too, two queries for all such cards.)
        (PIMPINAN, 12, 5),
    ],
)
def test_banyaknya_kueri(masuk: Masuk, alamat: str, dingin: int, hangat: int) -> None:
    klien = masuk("uji.organisasi")
    klien.get(alamat)
    TEMBOLOK.kosongkan()

    assert _kueri(klien, alamat) == dingin
    assert _kueri(klien, alamat) == hangat


def test_halaman_lain_dari_tabel_yang_sama_tidak_menghitung_barisnya_lagi(masuk: Masuk) -> None:
    klien = masuk("uji.organisasi")
    klien.get(TABEL)

    pertama = _kueri(klien, f"{TABEL}?cari=layanan&urut=capaian")
    berikut = [
        _kueri(klien, f"{TABEL}?cari=layanan&urut={urut}") for urut in ("-capaian", "indikator")
    ]

    assert berikut == [pertama - 1, pertama - 1]


@pytest.mark.parametrize("saringan", ["", "status=terhitung", "kategori=rendah", "cari=contoh"])
@pytest.mark.parametrize("urut", ["unit", "-unit", "capaian"])
def test_halaman_halaman_tabel_memuat_semua_baris_sekali(
    uji: Instansi, saringan: str, urut: str
) -> None:
    """Cut into pages unit by unit or not, the table is the same rows in the same order."""
    pengguna = Pengguna.objects.get(nama_pengguna="uji.organisasi")
    lingkup = selectors.lingkup_pengguna(pengguna.pk, uji, date(2026, 11, 24))
    periode = selectors.periode(2025, "triwulan", 2)
    s = Saringan(periode.pk, urut=urut, **dict(parse_qsl(saringan)))

    jumlah = jumlah_menurut_unit(lingkup, s)
    semua = [m.pk for m in tabel_kinerja(lingkup, s)]
    halaman = [
        m.pk
        for awal in range(0, sum(jumlah.values()), 7)
        for m in potong_tabel(lingkup, s, jumlah, slice(awal, awal + 7))
    ]

    assert halaman == semua
    assert sum(jumlah.values()) == len(semua)


def test_peran_yang_dicabut_berlaku_pada_permintaan_berikutnya(masuk: Masuk) -> None:
    klien = masuk("uji.organisasi")
    semua = (UNIT, PEMDA, TABEL, BERANDA)
    assert [klien.get(a).status_code for a in semua] == [200] * 4

    _cabut("uji.organisasi")

    assert [klien.get(a).status_code for a in semua] == [403] * 4


def _cabut(akun: str) -> None:
    from psycopg.types.range import DateRange  # noqa: PLC0415 - only here

    from sakip.bersama.layanan import _pintu  # noqa: PLC0415 - a write without a service of its own

    with _pintu("uji.cabut", selectors.pelaku_sistem()):
        PenugasanPeran.objects.filter(pengguna__nama_pengguna=akun).update(
            masa=DateRange(date(2016, 1, 1), date(2026, 11, 24))
        )


def test_pecahan_satu_jangkauan_tidak_dilihat_jangkauan_lain(masuk: Masuk) -> None:
    masuk("uji.organisasi").get(TABEL)
    masuk("uji.organisasi").get(PEMDA)

    klien = masuk("uji.dinas")

    for alamat in (TABEL, PEMDA):
        teks = klien.get(alamat).content.decode()
        assert "Inspektorat (contoh)" in teks
        assert "Sekretariat Daerah (contoh)" not in teks


@pytest.mark.parametrize("alamat", [UNIT, PEMDA, TABEL, BERANDA])
def test_angka_baru_langsung_tampak(masuk: Masuk, uji: Instansi, alamat: str) -> None:
    klien = masuk("uji.organisasi")
    lama = klien.get(alamat).content

    _ubah_angka(uji, 2025)

    baru = klien.get(alamat)
    assert baru.content != lama
    TEMBOLOK.kosongkan()
    assert _tanpa_rahasia(klien.get(alamat).content) == _tanpa_rahasia(baru.content)


def test_tren_mengikuti_perubahan_tahun_sebelumnya(masuk: Masuk, uji: Instansi) -> None:
    alamat = "/kerja/99.01/2026/inspektorat/?periode=tw3"
    klien = masuk("uji.organisasi")
    klien.get(alamat)

    _ubah_angka(uji, 2025)

    baru = klien.get(alamat).content
    TEMBOLOK.kosongkan()
    assert _tanpa_rahasia(klien.get(alamat).content) == _tanpa_rahasia(baru)


def _tanpa_rahasia(isi: bytes) -> list[bytes]:
    """Lines without those that hold a form secret, which is another each time."""
    return [b for b in isi.splitlines() if b"csrf" not in b.lower()]


def test_unit_baru_langsung_tampak_di_ikhtisar(masuk: Masuk, uji: Instansi) -> None:
    klien = masuk("uji.organisasi")
    tanpa_angka = "/kerja/99.01/2020/"
    for alamat in (PEMDA, tanpa_angka):
        assert "Dinas Baru" not in klien.get(alamat).content.decode()

    services.susun_unit(
        oleh=selectors.pelaku_sistem(),
        saat=SAAT,
        instansi=uji,
        daftar=[
            UnitBaru(
                kode="99.01.90",
                slug="dinas-baru",
                nama="Dinas Baru (contoh)",
                jenis="dinas",
                induk="pemda",
                mulai=date(2020, 1, 1),
            )
        ],
    )

    for alamat in (PEMDA, tanpa_angka):
        assert "Dinas Baru" in klien.get(alamat).content.decode()
