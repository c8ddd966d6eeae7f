"""Remarks on a cell: on a figure or where none stands, settled once; the ladder."""

import pytest

from domain.lembar_uji import sampai, siapkan
from domain.pemeran import Dunia, hitung_baris, peristiwa
from domain.ukur_uji import HARI, TAHUN, Ukur
from sakip.bersama.galat import (
    IsianTidakSah,
    TidakBerizin,
    TidakDitemukan,
)
from sakip.pengukuran.models import KomentarAngka
from sakip.pengukuran.services import AlamatLembar, komentari_angka, selesaikan_komentar_angka


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def _tulis(
    u: Ukur, siapa: str = "fitri", isi: str = "Sumbernya mana?", **ganti: object
) -> KomentarAngka:
    return komentari_angka(
        **{**u.dasar(siapa, 1), "indikator": "iku-3", "isi": isi} | ganti  # type: ignore[arg-type]
    )


def _selesai(u: Ukur, k: KomentarAngka, siapa: str = "ani", versi: int = 1) -> KomentarAngka:
    dasar = {**u.dunia.dasar(siapa), "saat": HARI[0]}
    return selesaikan_komentar_angka(**dasar, unit=u.unit, komentar=k.uuid, versi=versi)  # type: ignore[arg-type]


def test_komentar_tertulis_pada_sel_dan_diselesaikan_orang_lain(ukur: Ukur) -> None:
    k = _tulis(ukur)
    hasil = _selesai(ukur, k)

    fitri, ani = (ukur.dunia.orang[s].pengguna_id for s in ("fitri", "ani"))
    assert (hasil.penulis_id, hasil.selesai_oleh_id, hasil.versi) == (fitri, ani, 2)
    assert [(p.label, p.pengguna) for p in peristiwa(k)] == [("insert", fitri), ("update", ani)]


def test_sel_kosong_dan_lembar_terkunci_tetap_dapat_dikomentari(ukur: Ukur) -> None:
    kosong = AlamatLembar(ukur.unit, TAHUN, 4)
    assert _tulis(ukur, alamat=kosong).periode.nomor == 4
    sampai(ukur, "terkunci")
    assert _tulis(ukur).selesai_pada is None


@pytest.mark.parametrize("isi", ["", "  \n", "a" * 2001])
def test_komentar_kosong_atau_terlalu_panjang_ditolak(ukur: Ukur, isi: str) -> None:
    sebelum = hitung_baris()
    with pytest.raises(IsianTidakSah):
        _tulis(ukur, isi=isi)
    assert hitung_baris() == sebelum


def test_unit_lain_instansi_lain_dan_indikator_lain_ditolak(ukur: Ukur, lain: Dunia) -> None:
    sebelum = hitung_baris()
    with pytest.raises(TidakBerizin):
        _tulis(ukur, "dewi")
    with pytest.raises(TidakDitemukan):
        _tulis(ukur, **lain.dasar("eko"))
    with pytest.raises(TidakDitemukan, match="tidak dijanjikan"):
        _tulis(ukur, indikator="milik-unit-lain")
    with pytest.raises(TidakDitemukan):
        _tulis(ukur, alamat=AlamatLembar(ukur.unit, TAHUN, 5))
    assert hitung_baris() == sebelum
