"""Verification: by another than who drew it up."""

import pytest

from domain.aksi_uji import SUSUN, VERIFIKASI, diajukan, diverifikasi, lanjut, tata_aksi, terjawab
from domain.pemeran import MULAI, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.perjanjian_uji import UNIT
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.organisasi import services as organisasi
from sakip.perjanjian.services import verifikasi_aksi


def test_yang_diverifikasi_menunggu_pimpinan(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)

    hasil = verifikasi_aksi(**lanjut(dunia, aksi, "hari", VERIFIKASI))

    assert hasil.keadaan == "diverifikasi"
    tugas = Tugas.objects.get(objek=aksi.uuid)
    assert (tugas.peran, tugas.pengguna_id) == ("pimpinan_unit", None)
    assert hasil.riwayat.latest("id").tindakan == "verifikasi"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["hari"].pengguna_id, "perjanjian.verifikasi_aksi"
    )


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        verifikasi_aksi(**lanjut(dunia, aksi, siapa, VERIFIKASI))

    assert hitung_baris() == sebelum


def test_penyusun_yang_juga_verifikator_tidak_memeriksa_buatannya(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["ani"].pengguna_id,
        peran=Peran.VERIFIKATOR_UNIT,
        unit=UNIT,
        mulai=MULAI,
        selesai=None,
    )

    with pytest.raises(SyaratBelumTerpenuhi, match="harus dilakukan orang lain"):
        verifikasi_aksi(**lanjut(dunia, aksi, "ani", VERIFIKASI))


def test_sebelum_diajukan_atau_dua_kali_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = terjawab(dunia)

    with pytest.raises(PerpindahanTidakSah):
        verifikasi_aksi(**lanjut(dunia, aksi, "hari", SUSUN))


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)

    with pytest.raises(VersiUsang):
        verifikasi_aksi(**lanjut(dunia, aksi, "hari", VERIFIKASI, versi=1))
