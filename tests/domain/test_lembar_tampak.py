"""The sheet as pages read it: what is due, what stands beside it, who may enter what."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.lembar_uji import sampai, siapkan, tindak
from domain.pemeran import Dunia
from domain.periksa_uji import bukti, tata_daftar, uji
from domain.ukur_uji import (
    HARI,
    TAHUN,
    Ukur,
    isi_setahun,
    kunci_jendela,
    tambah_pengampu,
    tata_ukur,
)
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.pengukuran import selectors
from sakip.pengukuran.selectors import Baris, LembarTampak


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def _lihat(u: Ukur, n: int = 1, siapa: str = "ani", pada: date | None = None) -> LembarTampak:
    hari: datetime = HARI[n - 1]
    lingkup = u.dunia.lingkup(siapa, pada or hari.date())
    return selectors.lembar_unit(lingkup, u.dunia.tampak(u.unit), TAHUN, n)


def _baris(x: LembarTampak, kode: str) -> Baris:
    return next(b for b in x.baris if b.kode == kode)


def test_triwulan_satu_hanya_menunggu_yang_triwulanan(ukur: Ukur) -> None:
    x = _lihat(ukur)

    assert {b.kode for b in x.baris if b.jatuh_tempo} == {"1b", "iku-2", "iku-3"}
    assert (x.terisi, x.jatuh_tempo) == (3, 3)
    assert _baris(x, "iku-1").periode is None
    assert _baris(x, "iku-5").belum_terbit
    assert not _baris(x, "iku-4").belum_terbit


def test_periode_lalu_ada_di_sampingnya(ukur: Ukur) -> None:
    ukur.isi("iku-3", 2, "25/30")

    b = _baris(_lihat(ukur, 2), "iku-3")

    assert b.lalu is not None
    assert (b.lalu[0].nomor, b.lalu[1]) == (1, "6/6")
    assert b.isi is not None
    assert b.mutakhir is not None
    assert (b.isi.nilai.teks, b.mutakhir.realisasi_teks) == ("25/30", "31/36")
    assert f"{b.persen:.2f}" == "86.11"


def test_tahunan_yang_masuk_lebih_awal_tidak_muncul_di_lembar_sebelumnya(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    isi_setahun(u)

    ada = {n: _baris(_lihat(u, n), "iku-5").isi is not None for n in (1, 2, 3, 4)}

    assert ada == {1: False, 2: True, 3: True, 4: True}
    assert _baris(_lihat(u, 1), "iku-5").belum_terbit


def test_indeks_setahun_hanya_di_lembar_terakhir(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    isi_setahun(u)

    teks = {
        n: m.realisasi_teks if (m := _baris(_lihat(u, n), "ikw").mutakhir) else "" for n in (3, 4)
    }

    assert teks == {3: "", 4: "82,89"}


def test_angka_ketikan_dan_hitungan_daftar_periksa_keduanya_terlihat(ukur: Ukur) -> None:
    tata_daftar(ukur)
    ada = bukti(ukur).uuid
    for kode in ("A", "B"):
        uji(ukur, "Desa A", kode, bukti=ada)

    b = _baris(_lihat(ukur), "iku-2")

    assert b.isi is not None
    assert b.hitungan is not None
    assert (b.isi.nilai.teks, b.hitungan.teks, b.berbeda_dari_daftar) == ("13/14", "1/14", True)


def test_pengampu_hanya_dapat_mengisi_barisnya(ukur: Ukur) -> None:
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")
    tambah_pengampu(ukur, "oman", "kasi-pelayanan", "1b", "iku-1", "iku-2", "iku-4", "iku-5")

    x = _lihat(ukur, siapa="edi")

    assert {b.kode for b in x.baris if b.boleh_isi} == {"iku-3"}


@pytest.mark.parametrize("siapa", ["budi", "fitri", "citra"])
def test_yang_memeriksa_membaca_saja(ukur: Ukur, siapa: str) -> None:
    x = _lihat(ukur, siapa=siapa)

    assert not x.sunting
    assert not any(b.boleh_isi for b in x.baris)


@pytest.mark.parametrize(
    ("pada", "kata"),
    [(date(2026, 3, 1), "sejak jendelanya dibuka"), (date(2026, 5, 1), "izin perpanjangan")],
)
def test_di_luar_jendela_dikatakan_mengapa(ukur: Ukur, pada: date, kata: str) -> None:
    kunci_jendela(ukur.dunia)
    x = _lihat(ukur, pada=pada)

    assert not x.sunting
    assert kata in x.alasan_terkunci


@pytest.mark.parametrize(
    ("pada", "telat", "sisa"),
    [
        # The window closes on Friday 10 April: Thu 9 and Fri 10 are left; nothing on the day.
        (date(2026, 4, 8), 0, 2),
        (date(2026, 4, 10), 0, 0),
        (date(2026, 4, 12), 0, None),  # Sunday: no working day has passed
        (date(2026, 4, 16), 4, None),  # Mon 13 to Thu 16
    ],
    ids=str,
)
def test_hari_yang_tersisa_atau_terlewat(
    ukur: Ukur, pada: date, telat: int, sisa: int | None
) -> None:
    x = _lihat(ukur, pada=pada)

    assert (x.sunting, x.hari.telat(pada), x.hari.sisa(pada)) == (True, telat, sisa)


def test_yang_dikembalikan_hanya_membuka_angkanya(ukur: Ukur) -> None:
    sampai(ukur, "diajukan")
    tindak(ukur, "kembalikan", "vera", alasan="periksa", indikator=["iku-2"])

    x = _lihat(ukur)

    assert {b.kode for b in x.baris if b.boleh_isi} >= {"iku-2"}
    assert not any(_baris(x, k).boleh_isi for k in ("1b", "iku-3"))
    assert [k.tindakan for k in x.riwayat] == ["ajukan", "kembalikan"]
    assert [(k.tindakan, k.teks) for k in _baris(x, "iku-2").riwayat] == [("kembalikan", "13/14")]


def test_unit_lain_dan_triwulan_yang_tidak_ada_ditolak(ukur: Ukur) -> None:
    with pytest.raises(TidakBerizin):
        _lihat(ukur, siapa="dewi")
    with pytest.raises(TidakDitemukan):
        selectors.lembar_unit(ukur.dunia.lingkup("ani"), ukur.dunia.tampak(ukur.unit), TAHUN, 5)


def test_banyaknya_kueri_tidak_bergantung_pada_isinya(ukur: Ukur) -> None:
    lingkup, unit = ukur.dunia.lingkup("ani", HARI[0].date()), ukur.dunia.tampak(ukur.unit)

    with CaptureQueriesContext(connection) as kueri:
        selectors.lembar_unit(lingkup, unit, TAHUN, 1)

    # Thirteen for the sheet itself, two for warnings, answers and marks.
    assert len(kueri) <= 15, [q["sql"][:80] for q in kueri]


def test_yang_dijanjikan_sama_dengan_yang_dikatakan_perjanjian(ukur: Ukur) -> None:
    from sakip.pengukuran.selectors.tahun import TahunUnit  # noqa: PLC0415
    from sakip.perjanjian.selectors import target_berlaku  # noqa: PLC0415 - compared only here

    kami = TahunUnit.muat(ukur.dunia.unit[ukur.unit], TAHUN).butir
    mereka = target_berlaku(ukur.dunia.unit[ukur.unit], TAHUN)

    assert [(b.indikator.kode, b.target_tahun.pk) for b in mereka] == [
        (k, b.target_tahun.pk) for k, b in kami.items() if b.target_tahun
    ]
