"""The act “verifikasi” on a sheet: by its peran alone, and never by its makers."""

import pytest

from domain.lembar_uji import SOLUSI, keadaan_angka, sampai, siapkan, tambah_orang, tindak
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import Ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.pengukuran.models import RiwayatLembar

DARI, KE, SIAPA = "diajukan", "diverifikasi", "vera"


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = siapkan(dunia)
    sampai(u, DARI)
    return u


def test_lembar_dan_semua_angkanya_berpindah(ukur: Ukur) -> None:
    hasil = tindak(ukur, "verifikasi", SIAPA)

    assert hasil.keadaan == KE
    assert set(keadaan_angka(ukur).values()) == {KE}
    assert set(
        ukur.semua().filter(periode__jenis="triwulan").values_list("keadaan", flat=True)
    ) == {KE}


def test_tugas_berpindah_tangan(ukur: Ukur) -> None:
    tindak(ukur, "verifikasi", SIAPA)

    assert [t.peran for t in Tugas.objects.all()] == [x for x in ("pimpinan_unit",) if x]


@pytest.mark.parametrize("siapa", ["ani", "dewi", "citra", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tindak(ukur, "verifikasi", siapa)

    assert hitung_baris() == sebelum


def test_dua_kali_ditolak(ukur: Ukur) -> None:
    tindak(ukur, "verifikasi", SIAPA)

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang"):
        tindak(ukur, "verifikasi", SIAPA)


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        tindak(ukur, "verifikasi", SIAPA, versi=1)

    assert hitung_baris() == sebelum


def test_riwayat_ditulis(ukur: Ukur) -> None:
    hasil = tindak(ukur, "verifikasi", SIAPA)

    oleh = ukur.dunia.orang[SIAPA].pengguna_id
    r = RiwayatLembar.objects.latest("id")
    assert (r.dari, r.tindakan, r.ke, r.oleh_id) == (DARI, "verifikasi", KE, oleh)
    assert peristiwa(hasil)[-1] == Peristiwa("update", oleh, "pengukuran.verifikasi_pengukuran")


def test_yang_mengisi_tidak_memverifikasi(dunia: Dunia) -> None:
    u = siapkan(dunia)
    tambah_orang(u, "rangkap", Peran.PENYUSUN_UNIT, Peran.VERIFIKATOR_UNIT)
    u.isi("1b", 1, "40", siapa="rangkap", **SOLUSI)
    tindak(u, "ajukan", "ani")

    with pytest.raises(SyaratBelumTerpenuhi, match="pemeriksaan harus dilakukan orang lain"):
        tindak(u, "verifikasi", "rangkap")

    assert tindak(u, "verifikasi", "vera").keadaan == "diverifikasi"
