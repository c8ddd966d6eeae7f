"""What an inbox holds: derived from acts and days, for those whom it concerns, and nobody else.

The window of the first quarter is 1 to 10 April 2026; the 10th is a Friday, so the third working
day after it is Wednesday the 15th.
"""

from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.lembar_uji import sampai, siapkan, tindak
from domain.pemeran import MULAI, Dunia, menulis_langsung
from domain.ukur_uji import HARI, Ukur
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.kabar import selectors, services
from sakip.kabar.models import AturKabar, JenisKabar
from sakip.kabar.selectors import Butir
from sakip.kabar.services.baca import Isi
from sakip.organisasi import selectors as organisasi
from sakip.organisasi import services as so
from sakip.organisasi.models import Jadwal, PenugasanPeran

APRIL = date(2026, 4, 8)
LEMBAR = "/kerja/99.11/2026/dinas-anggrek/pengukuran/triwulan-1/"


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def _kabar(u: Ukur, siapa: str, pada: date = APRIL, *jenis: JenisKabar) -> list[Butir]:
    semua = selectors.daftar_kabar(u.dunia.lingkup(siapa, pada), u.dunia.instansi)
    return [b for b in semua if not jenis or b.jenis in jenis]


def test_angka_yang_dikembalikan_bertaut_ke_barisnya(ukur: Ukur) -> None:
    sampai(ukur, "diajukan")
    tindak(ukur, "kembalikan", "vera", alasan="2 desa tanpa bukti", indikator=["iku-2", "iku-3"])

    kembali = _kabar(ukur, "ani", APRIL, JenisKabar.DIKEMBALIKAN)

    assert sorted((b.alamat("99.11"), b.catatan) for b in kembali) == [
        (f"{LEMBAR}#baris-iku-2", "2 desa tanpa bukti"),
        (f"{LEMBAR}#baris-iku-3", "2 desa tanpa bukti"),
    ]
    assert "13/14" not in "".join(b.kalimat for b in kembali)
    assert not _kabar(ukur, "dewi", APRIL, JenisKabar.DIKEMBALIKAN)
    # Told once: the task of Beranda does not stand beside its cells.
    assert not _kabar(ukur, "ani", APRIL, JenisKabar.TUGAS)


def test_yang_sudah_diperbaiki_atau_diajukan_lagi_hilang(ukur: Ukur) -> None:
    sampai(ukur, "diajukan")
    tindak(ukur, "kembalikan", "vera", alasan="periksa", indikator=["iku-2", "iku-3"])
    ukur.isi("iku-2", 1, "12/14")

    assert [
        b.alamat("99.11")[-5:] for b in _kabar(ukur, "ani", APRIL, JenisKabar.DIKEMBALIKAN)
    ] == ["iku-3"]

    ukur.isi("iku-3", 1, "6/6")
    tindak(ukur, "ajukan", "ani")
    tindak(ukur, "kembalikan", "vera", alasan="seluruhnya")

    (satu,) = _kabar(ukur, "ani", APRIL, JenisKabar.DIKEMBALIKAN)
    assert (satu.alamat("99.11"), satu.catatan) == (LEMBAR, "seluruhnya")


def test_tugas_sampai_kepada_pemegang_perannya(ukur: Ukur) -> None:
    sampai(ukur, "diajukan")

    (tugas,) = _kabar(ukur, "vera", APRIL, JenisKabar.TUGAS)

    assert tugas.kalimat == "Verifikasi pengukuran triwulan I 2026 Dinas Anggrek"
    assert tugas.alamat("99.11") == LEMBAR


def test_penguncian_sampai_kepada_unitnya_bukan_pengunci_dan_unit_lain(ukur: Ukur) -> None:
    sampai(ukur, "terkunci")

    terkunci = {s: len(_kabar(ukur, s, APRIL, JenisKabar.TERKUNCI)) for s in ("ani", "budi")}

    assert terkunci == {"ani": 1, "budi": 1}
    for siapa in ("dewi", "fitri", "gita", "admin"):
        assert not _kabar(ukur, siapa, APRIL, JenisKabar.TERKUNCI)


@pytest.mark.parametrize(
    ("pada", "jenis", "kata"),
    [
        (date(2026, 4, 6), ["jendela"], ["dapat diisi 1 April 2026 sampai 10 April 2026"]),
        (
            date(2026, 4, 7),
            ["jendela", "jendela"],
            ["ditutup 10 April 2026", "dapat diisi 1 April 2026"],
        ),
        (date(2026, 4, 10), ["jendela", "jendela"], ["ditutup", "dapat diisi"]),
        (date(2026, 4, 11), ["terlambat"], ["belum mengajukan pengukuran triwulan I 2026"]),
    ],
    ids=str,
)
def test_jendela_dibuka_hampir_ditutup_dan_lewat(
    ukur: Ukur, pada: date, jenis: list[str], kata: list[str]
) -> None:
    soal = (JenisKabar.JENDELA, JenisKabar.TERLAMBAT)

    butir = _kabar(ukur, "ani", pada, *soal)

    assert [b.jenis for b in butir] == jenis
    assert all(k in b.kalimat for k, b in zip(kata, butir, strict=True))
    assert {b.alamat("99.11") for b in butir} == {LEMBAR}
    assert not _kabar(ukur, "dewi", pada, *soal)


def test_yang_sudah_mengajukan_tidak_diingatkan(ukur: Ukur) -> None:
    sampai(ukur, "diajukan")

    assert not _kabar(ukur, "ani", date(2026, 4, 20), JenisKabar.JENDELA, JenisKabar.TERLAMBAT)
    assert not _kabar(ukur, "fitri", date(2026, 4, 20), JenisKabar.ESKALASI)


def test_eskalasi_sejak_hari_kerja_ketiga_kepada_atasan(ukur: Ukur) -> None:
    assert not _kabar(ukur, "fitri", date(2026, 4, 14), JenisKabar.ESKALASI)

    (satu,) = _kabar(ukur, "fitri", date(2026, 4, 15), JenisKabar.ESKALASI)

    assert satu.kalimat == "1 unit belum mengajukan pengukuran triwulan I 2026: Dinas Anggrek"
    assert satu.saat == datetime(2026, 4, 15, tzinfo=WIB)
    assert satu.alamat("99.11") == "/kerja/99.11/2026/papan/?tahap=pengukuran"
    # Whose reach does not hold the unit hears nothing of it.
    assert not _kabar(ukur, "koordinator-bakung", date(2026, 4, 15), JenisKabar.ESKALASI)


def test_perpanjangan_sampai_dan_keterlambatannya_hilang(ukur: Ukur) -> None:
    so.beri_perpanjangan(
        **ukur.dunia.dasar("fitri") | {"saat": HARI[0].replace(day=11)},
        jadwal=Jadwal.objects.get(instansi=ukur.dunia.instansi, periode__nomor=1).uuid,
        unit="dinas-anggrek",
        sampai=date(2026, 4, 17),
        alasan="jaringan terputus",
    )

    (satu,) = _kabar(ukur, "ani", date(2026, 4, 12), JenisKabar.PERPANJANGAN)

    assert (satu.kalimat, satu.catatan) == (
        "Dinas Anggrek boleh mengisi pengukuran triwulan I 2026 sampai 17 April 2026",
        "jaringan terputus",
    )
    assert not _kabar(ukur, "ani", date(2026, 4, 12), JenisKabar.TERLAMBAT)
    assert not _kabar(ukur, "dewi", date(2026, 4, 12), JenisKabar.PERPANJANGAN)


def test_peran_yang_berakhir_mengosongkan_kotaknya(ukur: Ukur) -> None:
    sampai(ukur, "terkunci")
    assert _kabar(ukur, "ani")

    with menulis_langsung(ukur.dunia.sistem):
        PenugasanPeran.objects.filter(pengguna_id=ukur.dunia.orang["ani"].pengguna_id).update(
            masa=(MULAI, date(2026, 4, 8))
        )

    assert _kabar(ukur, "ani") == []


def test_jenis_yang_dimatikan_tidak_tampil(ukur: Ukur) -> None:
    sampai(ukur, "diajukan")
    with menulis_langsung(ukur.dunia.sistem):
        AturKabar.objects.create(
            instansi=ukur.dunia.instansi,
            pengguna_id=ukur.dunia.orang["vera"].pengguna_id,
            jenis_mati=["tugas"],
        )

    assert not _kabar(ukur, "vera", APRIL, JenisKabar.TUGAS)


def test_banyaknya_kueri_tidak_bergantung_pada_banyaknya_kabar(ukur: Ukur) -> None:
    def kueri(siapa: str, pada: date) -> int:
        lingkup = ukur.dunia.lingkup(siapa, pada)
        with CaptureQueriesContext(connection) as semua:
            selectors.daftar_kabar(lingkup, ukur.dunia.instansi)
        return len(semua)

    sampai(ukur, "diajukan")
    tindak(ukur, "kembalikan", "vera", alasan="periksa", indikator=["iku-2"])
    satu = kueri("ani", APRIL)
    ukur.isi("iku-2", 1, "12/14")
    tindak(ukur, "ajukan", "ani")
    tindak(ukur, "kembalikan", "vera", alasan="lagi", indikator=["1b", "iku-2", "iku-3"])

    # Units, preferences, tasks, returned, locked, windows with records, extensions and sheets,
    # extensions given, told directly, read.
    assert kueri("ani", APRIL) == satu == 12


def test_tanda_berubah_dengan_setiap_kabar_dan_hanya_karenanya(ukur: Ukur) -> None:
    d = ukur.dunia

    def tanda() -> str:
        pengguna = d.orang["ani"].pengguna_id
        return selectors.masuk_berkabar(pengguna, "99.11", HARI[0])[2]

    awal = tanda()
    ukur.isi("iku-2", 1, "12/14")
    assert tanda() == awal, "saving a figure is no news"
    seri = [awal]
    for perbuatan in _perbuatan(ukur):
        perbuatan()
        seri.append(tanda())

    assert len(set(seri)) == len(seri)
    assert selectors.masuk_berkabar(d.orang["ani"].pengguna_id, "99.11", HARI[0])[:2] == (
        organisasi.masuk_instansi(d.orang["ani"].pengguna_id, "99.11", HARI[0])
    )


def _perbuatan(u: Ukur) -> list[Any]:
    dasar = u.dunia.dasar("ani") | {"saat": HARI[0]}
    isi = Isi(JenisKabar.KOMENTAR, "uji", "Kabar")
    return [
        lambda: tindak(u, "ajukan", "ani"),
        lambda: tindak(u, "kembalikan", "vera", alasan="periksa", indikator=["iku-2"]),
        lambda: u.isi("iku-2", 1, "13/14"),
        lambda: services.sampaikan_kabar(
            **u.dunia.dasar("fitri"), unit=u.unit, isi=isi, peran=[Peran.PENYUSUN_UNIT]
        ),
        lambda: services.tandai_dibaca(**dasar, kunci=["a"]),
        lambda: services.tandai_dibaca(**dasar, sampai=HARI[0]),
    ]
