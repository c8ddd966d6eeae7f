"""Entering a whole workbook: all rows or none, by the checks of one figure. The ladder."""

from datetime import datetime
from typing import Any

import pytest

from domain.lembar_uji import lembar, sampai, siapkan, tindak
from domain.pemeran import Dunia, Peristiwa, bangun_dunia_lain, hitung_baris, peristiwa
from domain.ukur_uji import HARI, Ukur, tambah_pengampu, tata_ukur
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.jam import WIB
from sakip.pengukuran.models import Realisasi, RiwayatLembar
from sakip.pengukuran.services import (
    HasilIsi,
    IsianBuku,
    IsianSel,
    terapkan_buku_pengukuran,
)


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def _satu(kode: str, teks: str, versi: int = 0, **uraian: str) -> IsianBuku:
    return IsianBuku(kode, versi, IsianSel(teks=teks, **uraian))


DUA = (_satu("1b", "41"), _satu("iku-3", "6/6"))


def _terapkan(u: Ukur, *baris: IsianBuku, siapa: str = "ani", **ganti: Any) -> list[HasilIsi]:
    isi = {**u.dasar(siapa, 1, ganti.pop("saat", None)), "baris": baris or DUA} | ganti
    return terapkan_buku_pengukuran(**isi)


def _ditolak(
    u: Ukur, jenis: type[Exception], kata: str = "", *baris: IsianBuku, **ganti: Any
) -> None:
    sebelum = hitung_baris()
    with pytest.raises(jenis, match=kata or None):
        _terapkan(u, *baris, **ganti)
    assert hitung_baris() == sebelum


def test_semua_baris_masuk_dengan_pelakunya(ukur: Ukur) -> None:
    hasil = _terapkan(ukur)

    assert [h.realisasi.teks for h in hasil] == ["41", "6/6"]
    assert {h.realisasi.lembar_id for h in hasil} == {lembar(ukur).pk}
    assert peristiwa(hasil[0].realisasi) == [
        Peristiwa(
            "insert", ukur.dunia.pelaku("ani").pengguna_id, "pengukuran.terapkan_buku_pengukuran"
        )
    ]


def test_satu_baris_salah_tidak_ada_yang_masuk_dan_semua_salahnya_disebut(ukur: Ukur) -> None:
    baris = (_satu("1b", "41"), _satu("iku-2", "x"), _satu("iku-3", "86", alasan_kosong="entah"))
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="tidak ada yang berubah") as salah:
        _terapkan(ukur, *baris)

    assert [(k.letak, k.kolom) for k in salah.value.kesalahan] == [
        ("iku-2", "teks"),
        ("iku-3", "teks"),
    ]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["budi", "fitri", "citra", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    _ditolak(ukur, TidakBerizin, "", siapa=siapa)


def test_instansi_lain_ditolak(ukur: Ukur) -> None:
    lain = bangun_dunia_lain()

    _ditolak(ukur, TidakBerizin, "", oleh=lain.pelaku("eko"))


def test_baris_orang_lain_menahan_semuanya(ukur: Ukur) -> None:
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")
    tambah_pengampu(ukur, "oman", "kasi-pelayanan", "1b")

    _ditolak(ukur, TidakBerizin, "Anda tidak memegang jabatan itu", siapa="edi")


def test_indikator_unit_lain_tidak_ada(ukur: Ukur) -> None:
    _ditolak(ukur, TidakDitemukan, "tidak dijanjikan", *DUA, _satu("iku-9", "1"))


def test_di_luar_jendela_ditolak(ukur: Ukur) -> None:
    _ditolak(ukur, PerpindahanTidakSah, "baru dibuka", saat=datetime(2026, 3, 31, 9, 0, tzinfo=WIB))


def test_lembar_yang_diajukan_atau_terkunci_ditolak(dunia: Dunia) -> None:
    u = siapkan(dunia)
    for keadaan in ("diajukan", "terkunci"):
        sampai(u, keadaan)
        _ditolak(u, PerpindahanTidakSah, "Angka tidak dapat diubah")


def test_versi_usang_menahan_semuanya(ukur: Ukur) -> None:
    ukur.isi("iku-3", 1, "5/6")

    _ditolak(ukur, VersiUsang, "kini tertulis “5/6”")
    assert not Realisasi.objects.filter(indikator__kode="1b").exists()


def test_isi_yang_sama_tidak_menulis_apa_pun(ukur: Ukur) -> None:
    _terapkan(ukur)
    sebelum = hitung_baris()

    hasil = _terapkan(ukur, _satu("1b", "41", 1), _satu("iku-3", "6/6", 1))

    assert [h.mutakhir for h in hasil] == [None, None]
    assert hitung_baris() == sebelum


def test_sesudah_pernah_diajukan_riwayatnya_tertulis(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "diajukan")
    tindak(u, "kembalikan", "vera", alasan="periksa 1b", indikator=["1b"])
    versi = u.versi("1b", 1)

    _terapkan(u, _satu("1b", "40", versi), saat=HARI[0])

    terakhir = RiwayatLembar.objects.latest("id")
    assert (terakhir.tindakan, terakhir.dari, terakhir.teks) == ("isi", "dikembalikan", "40")
