"""Passing the approval on to the named substitute."""

from datetime import date

import pytest

from domain.aksi_uji import SETUJU, diverifikasi, lanjut, plt_hari, tata_aksi, tunjuk_dewi
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import TAHUN
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.alur.selectors import daftar_tugas
from sakip.bersama.galat import TidakBerizin, VersiUsang
from sakip.perjanjian.services import alihkan_aksi

PLT = date(TAHUN, 2, 2)


def test_tugasnya_pindah_kepada_pengganti_dengan_surat_tugasnya(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    plt_hari(dunia, PLT)
    tunjuk_dewi(dunia, PLT)

    hasil = alihkan_aksi(**lanjut(dunia, aksi, "hari", PLT))

    assert hasil.keadaan == "diverifikasi"
    tugas = Tugas.objects.get(objek=aksi.uuid)
    assert (tugas.pengguna_id, tugas.isian["dasar"]) == (
        dunia.orang["dewi"].pengguna_id,
        "800/12/2026",
    )
    assert list(daftar_tugas(dunia.lingkup("dewi", PLT))) == [tugas]
    assert not daftar_tugas(dunia.lingkup("hari", PLT)).filter(objek=aksi.uuid).exists()
    riwayat = hasil.riwayat.latest("id")
    assert (riwayat.tindakan, riwayat.alasan) == ("alihkan", "Dewi Contoh, 800/12/2026")
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["hari"].pengguna_id, "perjanjian.alihkan_aksi"
    )


@pytest.mark.parametrize("siapa", ["ani", "hari", "fitri", "dewi"])
def test_yang_bukan_pimpinan_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        alihkan_aksi(**lanjut(dunia, aksi, siapa, SETUJU))

    assert hitung_baris() == sebelum


def test_pimpinan_yang_tidak_terhalang_tidak_mengalihkan(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    tunjuk_dewi(dunia, SETUJU)

    with pytest.raises(SyaratBelumTerpenuhi, match="hanya bila Anda sendiri"):
        alihkan_aksi(**lanjut(dunia, aksi, "budi", SETUJU))


def test_tanpa_pengganti_atau_versi_usang_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    plt_hari(dunia, PLT)

    with pytest.raises(SyaratBelumTerpenuhi):
        alihkan_aksi(**lanjut(dunia, aksi, "hari", PLT))
    with pytest.raises(VersiUsang):
        alihkan_aksi(**lanjut(dunia, aksi, "hari", PLT, versi=1))
