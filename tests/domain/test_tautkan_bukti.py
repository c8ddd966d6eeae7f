"""Evidence behind a figure, with its page, until the figure is verified."""

from uuid import uuid4

import pytest

from domain.lembar_uji import sampai, siapkan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.periksa_uji import bukti
from domain.ukur_uji import Ukur, tambah_pengampu
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
)
from sakip.pengukuran.models import BuktiRealisasi, Realisasi
from sakip.pengukuran.services import tautkan_bukti


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def _tautkan(u: Ukur, siapa: str = "ani", **ganti: object) -> BuktiRealisasi:
    r = Realisasi.objects.get(indikator=u.indikator["iku-3"], periode__jenis="triwulan")
    isi = {"unit": u.unit, "realisasi": r.uuid, "halaman": "hlm. 3", **u.dunia.dasar(siapa)}
    return tautkan_bukti(**isi | ganti)  # type: ignore[arg-type]


def test_bukti_berdiri_di_belakang_angka_dengan_halamannya(ukur: Ukur) -> None:
    hasil = _tautkan(ukur, bukti=bukti(ukur).uuid)

    assert hasil.halaman == "hlm. 3"
    assert peristiwa(hasil) == [
        Peristiwa("insert", ukur.dunia.orang["ani"].pengguna_id, "pengukuran.tautkan_bukti")
    ]


def test_dua_kali_hanya_memindahkan_halamannya(ukur: Ukur) -> None:
    ada = bukti(ukur).uuid
    _tautkan(ukur, bukti=ada)

    assert _tautkan(ukur, bukti=ada, halaman="hlm. 4").halaman == "hlm. 4"
    assert BuktiRealisasi.objects.count() == 1


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    ada = bukti(ukur).uuid
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _tautkan(ukur, siapa, bukti=ada)

    assert hitung_baris() == sebelum


def test_pengampu_indikator_lain_ditolak(ukur: Ukur) -> None:
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")
    tambah_pengampu(ukur, "oman", "kasi-pelayanan", "1b")

    with pytest.raises(TidakBerizin):
        _tautkan(ukur, "oman", bukti=bukti(ukur).uuid)


@pytest.mark.parametrize("keadaan", ["diverifikasi", "disetujui", "ditelaah", "terkunci"])
def test_setelah_diverifikasi_ditolak(ukur: Ukur, keadaan: str) -> None:
    ada = bukti(ukur).uuid
    _tautkan(ukur, bukti=ada)
    sampai(ukur, keadaan)
    lain = bukti(ukur, "Lain").uuid
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="mintalah angkanya dikembalikan"):
        _tautkan(ukur, bukti=lain)
    with pytest.raises(PerpindahanTidakSah):
        _tautkan(ukur, bukti=ada, halaman="hlm. 4")

    assert BuktiRealisasi.objects.get().halaman == "hlm. 3"
    assert hitung_baris() == sebelum


def test_selama_diperiksa_ditambah_boleh_dipindah_halamannya_tidak(ukur: Ukur) -> None:
    ada = bukti(ukur).uuid
    _tautkan(ukur, bukti=ada)
    sampai(ukur, "diajukan")

    _tautkan(ukur, bukti=bukti(ukur, "Lain").uuid)
    with pytest.raises(PerpindahanTidakSah, match="sedang diperiksa"):
        _tautkan(ukur, bukti=ada, halaman="hlm. 4")


def test_halaman_disimpan_dalam_satu_bentuk(ukur: Ukur) -> None:
    hasil = _tautkan(ukur, bukti=bukti(ukur).uuid, halaman=" Hal.12-14 tabel 3")

    assert (hasil.halaman, hasil.nomor_halaman) == ("hlm. 12–14, tabel 3", 12)


def test_bukti_atau_angka_yang_tidak_ada_ditolak(ukur: Ukur) -> None:
    with pytest.raises(TidakDitemukan):
        _tautkan(ukur, bukti=uuid4())
    with pytest.raises(TidakDitemukan):
        _tautkan(ukur, bukti=bukti(ukur).uuid, realisasi=uuid4())
    with pytest.raises(IsianTidakSah):
        _tautkan(ukur, bukti=bukti(ukur).uuid, halaman="h" * 41)
