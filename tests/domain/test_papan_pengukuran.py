"""The board of measurement: every unit in the four quarters, and who is waited for."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.lembar_uji import sampai, siapkan, tindak
from domain.pemeran import Dunia
from domain.ukur_uji import HARI, TAHUN, Ukur, tambah_pengampu, tata_ukur
from sakip.bersama.izin import Tindakan
from sakip.bersama.jam import WIB
from sakip.organisasi import selectors as organisasi
from sakip.organisasi import services as so
from sakip.organisasi.models import BERKINERJA, Jadwal
from sakip.pengukuran.selectors import BarisPapan, SelPapan, papan_pengukuran
from sakip.pengukuran.services import AlamatLembar, buka_kunci_banyak, kunci_banyak

KAMIS = datetime(2026, 4, 16, 10, 0, tzinfo=WIB)  # four working days after Friday the 10th


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def papan(u: Ukur, siapa: str, pada: date) -> dict[str, BarisPapan]:
    lingkup = u.dunia.lingkup(siapa, pada)
    unit = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA, tahun=TAHUN)
    return {b.unit.slug: b for b in papan_pengukuran(lingkup, unit, TAHUN)}


def _sel(u: Ukur, pada: date, n: int = 1) -> SelPapan:
    return papan(u, "fitri", pada)[u.unit].sel[n - 1]


def test_keadaan_terisi_dan_yang_tidak_mengukur(ukur: Ukur) -> None:
    sampai(ukur, "diajukan")

    semua = papan(ukur, "fitri", HARI[0].date())

    s = semua["dinas-anggrek"].sel
    # 1b, IKU-2 and IKU-3 are due in the first quarter; IKU-1 (a semester) with them in the second;
    # IKU-4 and IKU-5 (a year) too in the fourth, beside the second semester of IKU-1.
    assert [(x.kode, x.terisi, x.jumlah) for x in s] == [
        ("diajukan", 3, 3),
        ("belum_waktunya", 0, 4),
        ("belum_waktunya", 0, 3),
        ("belum_waktunya", 0, 6),
    ]
    assert (s[0].diajukan, s[0].telat, s[0].belum) == (True, 0, False)
    assert semua["dinas-bakung"].sel[0].kode == "tanpa_ukuran"
    assert not semua["dinas-bakung"].sel[0].menunggak


def test_belum_mengisi_lalu_terlambat_dengan_hari_kerja(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    so.catat_libur(
        oleh=dunia.sistem, saat=HARI[0], daftar=[(date(2026, 4, 14), "Libur contoh", "contoh")]
    )

    di_jendela, lewat = _sel(u, date(2026, 4, 8)), _sel(u, KAMIS.date())

    # Thu 9 and Fri 10 are left on Wed 8; then Mon 13, Wed 15, Thu 16 passed, the 14th being free.
    assert (di_jendela.kode, di_jendela.sisa, di_jendela.menunggak) == ("belum_mengisi", 2, False)
    assert (lewat.kode, lewat.sisa, lewat.telat, lewat.menunggak) == (
        "belum_mengisi",
        None,
        3,
        True,
    )


def test_izin_menahan_tunggakan_dan_yang_diajukan_tetap_tercatat_terlambat(ukur: Ukur) -> None:
    so.beri_perpanjangan(
        **ukur.dunia.dasar("fitri"),
        jadwal=Jadwal.objects.get(periode__nomor=1, tahun=TAHUN).uuid,
        unit=ukur.unit,
        sampai=date(2026, 4, 17),
        alasan="Jaringan putus",
    )
    menunggu = _sel(ukur, KAMIS.date())
    tindak(ukur, "ajukan", "ani", saat=KAMIS)

    diajukan = _sel(ukur, KAMIS.date() + timedelta(days=30))

    # The leave runs until Fri 17; what is marked counts from the window: Mon 13 to Thu 16.
    assert (menunggu.telat, menunggu.sisa, menunggu.menunggak) == (4, 1, False)
    assert (diajukan.telat, diajukan.diajukan, diajukan.menunggak) == (4, True, False)


def test_yang_ditunggu_sampai_jabatan_dan_yang_tidak_pernah_mengisi(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    tambah_pengampu(u, "edi", "kasi-trantib", "iku-3")
    tambah_pengampu(u, "oman", "kasi-pelayanan", "1b", "iku-2")
    u.isi("1b", 1, "30")

    b = papan(u, "fitri", HARI[0].date())[u.unit]

    assert {(d.orang, d.kurang, d.jumlah) for d in b.sel[0].ditunggu} == {
        ("edi Contoh", 1, 1),
        ("oman Contoh", 1, 2),
    }
    # Oman has entered one of two; Edi none of the one that is due by now.
    assert [(d.orang, d.jumlah) for d in b.hantu] == [("edi Contoh", 1)]
    assert "Ani Contoh" in b.penyusun


def test_hanya_unit_dalam_jangkauan(ukur: Ukur) -> None:
    assert set(papan(ukur, "dewi", HARI[0].date())) == {"dinas-bakung"}


def test_banyaknya_kueri_tidak_bergantung_pada_banyaknya_unit(ukur: Ukur) -> None:
    lingkup = ukur.dunia.lingkup("fitri", HARI[0].date())
    unit = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA)
    banyak = []
    for daftar in (unit[:2], unit):
        with CaptureQueriesContext(connection) as kueri:
            papan_pengukuran(lingkup, daftar, TAHUN)
        banyak.append(len(kueri))

    assert len(unit) > 2
    assert max(banyak) <= 3


# Many sheets in one act -------------------------------------------------------------------------


def _dua(u: Ukur) -> list[tuple[AlamatLembar, int]]:
    """The reviewed sheet, and one that nobody opened."""
    versi = _sel(u, HARI[0].date()).versi
    return [(AlamatLembar("dinas-bakung", TAHUN, 1), 0), (AlamatLembar(u.unit, TAHUN, 1), versi)]


def test_kunci_banyak_menyebut_yang_gagal_dan_menjadikan_yang_lain(ukur: Ukur) -> None:
    sampai(ukur, "ditelaah")

    hasil = kunci_banyak(**ukur.dunia.dasar("fitri"), daftar=_dua(ukur))

    assert [(h.unit, h.berhasil) for h in hasil] == [("dinas-bakung", False), (ukur.unit, True)]
    assert "belum dibuka" in hasil[0].galat
    assert _sel(ukur, HARI[0].date()).kode == "terkunci"


def test_kunci_banyak_yang_usang_atau_belum_ditelaah_ditolak(ukur: Ukur) -> None:
    sampai(ukur, "ditelaah")
    alamat, versi = _dua(ukur)[1]

    (usang,) = kunci_banyak(**ukur.dunia.dasar("fitri"), daftar=[(alamat, versi - 1)])
    (peran,) = kunci_banyak(**ukur.dunia.dasar("ani"), daftar=[(alamat, versi)])

    assert "berubah sejak" in usang.galat
    assert peran.galat
    assert _sel(ukur, HARI[0].date()).kode == "ditelaah"


def test_buka_kunci_banyak_dengan_alasan_dan_batas(ukur: Ukur) -> None:
    sampai(ukur, "terkunci")

    hasil = buka_kunci_banyak(
        **ukur.dunia.dasar("fitri"),
        daftar=_dua(ukur),
        alasan="Data Dukcapil diperbarui",
        sampai=date(2026, 12, 1),
    )

    s = _sel(ukur, HARI[0].date())
    assert [h.berhasil for h in hasil] == [False, True]
    assert (s.kode, s.dibuka_sampai) == ("dikembalikan", date(2026, 12, 1))
