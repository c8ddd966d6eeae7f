"""The act “kunci” on a sheet: by its peran alone, and never by its makers."""

import pytest

from domain.lembar_uji import keadaan_angka, sampai, siapkan, tindak
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import Ukur
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.pengukuran.models import RiwayatLembar

DARI, KE, SIAPA = "ditelaah", "terkunci", "fitri"


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = siapkan(dunia)
    sampai(u, DARI)
    return u


def test_lembar_dan_semua_angkanya_berpindah(ukur: Ukur) -> None:
    hasil = tindak(ukur, "kunci", SIAPA)

    assert hasil.keadaan == KE
    assert set(keadaan_angka(ukur).values()) == {KE}
    assert set(
        ukur.semua().filter(periode__jenis="triwulan").values_list("keadaan", flat=True)
    ) == {KE}


def test_tugas_berpindah_tangan(ukur: Ukur) -> None:
    tindak(ukur, "kunci", SIAPA)

    assert [t.peran for t in Tugas.objects.all()] == [x for x in ("",) if x]


@pytest.mark.parametrize("siapa", ["ani", "dewi", "citra", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tindak(ukur, "kunci", siapa)

    assert hitung_baris() == sebelum


def test_dua_kali_ditolak(ukur: Ukur) -> None:
    tindak(ukur, "kunci", SIAPA)

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang"):
        tindak(ukur, "kunci", SIAPA)


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        tindak(ukur, "kunci", SIAPA, versi=1)

    assert hitung_baris() == sebelum


def test_riwayat_ditulis(ukur: Ukur) -> None:
    hasil = tindak(ukur, "kunci", SIAPA)

    oleh = ukur.dunia.orang[SIAPA].pengguna_id
    r = RiwayatLembar.objects.latest("id")
    assert (r.dari, r.tindakan, r.ke, r.oleh_id) == (DARI, "kunci", KE, oleh)
    assert peristiwa(hasil)[-1] == Peristiwa("update", oleh, "pengukuran.kunci_pengukuran")
