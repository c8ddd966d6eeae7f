"""All figures that nothing is asked about, ticked off in one act."""

import pytest

from domain.lembar_uji import sampai, siapkan, tambah_orang, tindak
from domain.mutu_uji import bertanda, janggal, jawab, tandai_semua
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import Ukur, tata_ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.pengukuran.models import PemeriksaanAngka, RiwayatLembar


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = tata_ukur(dunia)
    tambah_orang(u, "vera", Peran.VERIFIKATOR_UNIT)
    janggal(u)
    jawab(u)
    sampai(u, "diajukan")
    return u


def test_baris_berperingatan_tidak_ikut(ukur: Ukur) -> None:
    assert tandai_semua(ukur) == 2
    assert bertanda(ukur) == {"1b", "iku-2"}

    with pytest.raises(SyaratBelumTerpenuhi, match="berperingatan"):
        tindak(ukur, "verifikasi", "vera")


def test_dua_kali_tidak_menulis_apa_apa(ukur: Ukur) -> None:
    tandai_semua(ukur)
    sebelum = hitung_baris()

    assert tandai_semua(ukur) == 0
    assert hitung_baris() == sebelum


def test_lembar_tanpa_peringatan_langsung_dapat_diverifikasi(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "diajukan")

    assert tandai_semua(u) == 3
    assert tindak(u, "verifikasi", "vera").keadaan == "diverifikasi"


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "dewi", "citra"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tandai_semua(ukur, siapa)

    assert hitung_baris() == sebelum


def test_keadaan_lain_dan_versi_usang_ditolak(ukur: Ukur) -> None:
    with pytest.raises(VersiUsang):
        tandai_semua(ukur, versi=1)
    tindak(ukur, "kembalikan", "vera", alasan="periksa lagi")
    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “dikembalikan”"):
        tandai_semua(ukur)


def test_riwayat_ditulis_sekali(ukur: Ukur) -> None:
    tandai_semua(ukur)

    vera = ukur.dunia.orang["vera"].pengguna_id
    r = RiwayatLembar.objects.get(tindakan="periksa")
    assert (r.oleh_id, r.alasan, r.realisasi_id) == (vera, "2 angka tanpa peringatan", None)
    for tanda in PemeriksaanAngka.objects.all():
        assert peristiwa(tanda)[-1] == Peristiwa(
            "insert", vera, "pengukuran.tandai_tanpa_peringatan"
        )
