"""Money spent, entered by hand: all lines or none, never above the pagu, until the lock."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from domain.lembar_uji import sampai, siapkan
from domain.naskah_uji import DPA, bendahara, muat_anggaran
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import HARI, TAHUN, Ukur
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Tindakan
from sakip.bersama.jam import WIB
from sakip.pengukuran.models import Serapan
from sakip.pengukuran.selectors import UangTriwulan, uang_triwulan
from sakip.pengukuran.services import IsianSerapan, catat_serapan

RAPAT, LOKET, DESA = "7.01.02.2.01.0001", "7.01.02.2.01.0002", "7.01.06"
PENUH = (
    IsianSerapan(RAPAT, "12.000.000", "3"),
    IsianSerapan(LOKET, "31.500.000"),
    IsianSerapan(DESA, "9.200.000"),
)


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = siapkan(dunia)
    muat_anggaran(dunia, *DPA, siapa=bendahara(dunia))
    return u


def _catat(
    u: Ukur, *isian: IsianSerapan, siapa: str = "bendahara-semua", n: int = 1, **ganti: Any
) -> list[Serapan]:
    return catat_serapan(**u.dasar(siapa, n) | {"isian": isian or PENUH} | ganti)


def _uang(u: Ukur, n: int = 1) -> UangTriwulan:
    lingkup = u.dunia.lingkup("ani")
    assert lingkup.boleh(Tindakan.LIHAT_KINERJA)
    return uang_triwulan(lingkup, u.dunia.tampak(u.unit), TAHUN, n)


def test_program_menjumlahkan_sub_kegiatannya(ukur: Ukur) -> None:
    _catat(ukur)

    uang = _uang(ukur)
    # 12,0 + 31,5 = 43,5 of 186 juta; with 9,2 of 46: 52,7 of 232 juta = 22,715517…
    assert [(b.kode, b.realisasi, b.rinci) for b in uang.baris] == [
        ("7.01.02", Decimal(43_500_000), False),
        (RAPAT, Decimal(12_000_000), True),
        (LOKET, Decimal(31_500_000), True),
        (DESA, Decimal(9_200_000), True),
    ]
    assert (uang.realisasi, uang.pagu) == (Decimal(52_700_000), Decimal(232_000_000))
    assert uang.serapan is not None
    assert round(uang.serapan, 2) == Decimal("22.72")
    assert [b.serapan for b in uang.baris[1:3]] == [Decimal(20), Decimal(25)]  # 12/60, 31,5/126


def test_sebagian_tidak_menjadi_jumlah(ukur: Ukur) -> None:
    _catat(ukur, PENUH[0])

    uang = _uang(ukur)
    assert (uang.baris[0].realisasi, uang.realisasi, uang.serapan) == (None, None, None)
    assert uang.berisi == 0


def test_kumulatif_yang_turun_tersimpan_dan_ditandai(ukur: Ukur) -> None:
    _catat(ukur)
    _catat(ukur, IsianSerapan(RAPAT, "11.000.000"), IsianSerapan(LOKET, "40.000.000"), n=2)

    turun = {b.kode: b.turun for b in _uang(ukur, 2).baris}
    assert turun == {"7.01.02": False, RAPAT: True, LOKET: False, DESA: False}


def test_semua_kesalahan_disebut_sekaligus_dan_tidak_ada_yang_tersimpan(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _catat(
            ukur,
            IsianSerapan("7.01.02", "1"),
            IsianSerapan(RAPAT, "60.000.001", "-1"),
            IsianSerapan(LOKET, ""),
            IsianSerapan(DESA, "1,5"),
        )

    assert galat.value.menurut_letak == {
        "rupiah.7.01.02": "Isi pada rinciannya; baris ini menjumlahkan.",
        f"rupiah.{RAPAT}": "Melebihi pagunya (Rp60.000.000).",
        f"volume.{RAPAT}": "Isi dengan satu angka, mis. 150.660.000.",
        f"rupiah.{LOKET}": "Wajib diisi; tulis 0 bila memang nol.",
        f"rupiah.{DESA}": "Tulis rupiah penuh, tanpa sen.",
    }
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("teks", ["abc", "1/2", "∞", "-5", "9" * 30], ids=str)
def test_yang_bukan_angka_ditolak(ukur: Ukur, teks: str) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        _catat(ukur, IsianSerapan(DESA, teks))

    assert list(galat.value.menurut_letak) == [f"rupiah.{DESA}"]


def test_persis_pagu_boleh(ukur: Ukur) -> None:
    assert _catat(ukur, IsianSerapan(DESA, "46000000"))[0].rupiah == Decimal(46_000_000)


def test_kode_di_luar_anggaran_tidak_ada(ukur: Ukur) -> None:
    with pytest.raises(TidakDitemukan, match=r"7\.01\.09"):
        _catat(ukur, IsianSerapan("7.01.09", "1"))


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "dewi", "bendahara-dinas-bakung"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    bendahara(ukur.dunia, "dinas-bakung")
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _catat(ukur, siapa=siapa)

    assert hitung_baris() == sebelum


def test_instansi_lain_ditolak(ukur: Ukur, lain: Dunia) -> None:
    with pytest.raises((TidakBerizin, TidakDitemukan)):
        _catat(ukur, oleh=lain.pelaku("eko"))


def test_sebelum_jendela_dibuka_ditolak(ukur: Ukur) -> None:
    with pytest.raises(PerpindahanTidakSah, match="sejak 1 April 2026"):
        _catat(ukur, saat=datetime(2026, 3, 31, 9, 0, tzinfo=WIB))


def test_sesudah_jendela_boleh_sampai_lembar_terkunci(ukur: Ukur) -> None:
    _catat(ukur, saat=datetime(2026, 4, 20, 9, 0, tzinfo=WIB))
    sampai(ukur, "terkunci")

    with pytest.raises(PerpindahanTidakSah, match="sudah terkunci"):
        _catat(ukur, IsianSerapan(DESA, "1", versi=1))


def test_isi_yang_sama_tidak_mengubah_apa_pun(ukur: Ukur) -> None:
    _catat(ukur)
    sebelum = hitung_baris()

    assert _catat(ukur, IsianSerapan(DESA, "9200000", versi=1)) == []
    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    _catat(ukur)

    with pytest.raises(VersiUsang, match=r"7\.01\.06"):
        _catat(ukur, IsianSerapan(DESA, "9.300.000"))


def test_riwayat_ditulis(ukur: Ukur) -> None:
    _catat(ukur)
    satu = _catat(ukur, IsianSerapan(DESA, "9.300.000", versi=1), saat=HARI[0])[0]

    tono = ukur.dunia.orang["bendahara-semua"].pengguna_id
    assert peristiwa(satu) == [
        Peristiwa("insert", tono, "pengukuran.catat_serapan"),
        Peristiwa("update", tono, "pengukuran.catat_serapan"),
    ]
