"""Sending a plan of action back, by the verifier or by the head."""

import pytest

from domain.aksi_uji import (
    SETUJU,
    VERIFIKASI,
    diajukan,
    disetujui,
    diverifikasi,
    lanjut,
    tata_aksi,
)
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.perjanjian.services import ajukan_aksi, kembalikan_aksi


def test_verifikator_mengembalikan_dengan_alasan(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)

    hasil = kembalikan_aksi(**lanjut(dunia, aksi, "hari", VERIFIKASI, alasan="langkah kurang"))

    assert hasil.keadaan == "dikembalikan"
    tugas = Tugas.objects.get(objek=aksi.uuid)
    assert (tugas.peran, tugas.isian["alasan"]) == ("penyusun_unit", "langkah kurang")
    assert hasil.riwayat.latest("id").alasan == "langkah kurang"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["hari"].pengguna_id, "perjanjian.kembalikan_aksi"
    )
    assert ajukan_aksi(**lanjut(dunia, aksi, "ani", VERIFIKASI)).keadaan == "diajukan"


def test_pimpinan_mengembalikan_sesudah_verifikasi(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)

    hasil = kembalikan_aksi(**lanjut(dunia, aksi, "budi", SETUJU, alasan="target terlalu rendah"))

    assert hasil.keadaan == "dikembalikan"


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "dewi"])
def test_yang_bukan_verifikator_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        kembalikan_aksi(**lanjut(dunia, aksi, siapa, VERIFIKASI, alasan="x"))

    assert hitung_baris() == sebelum


def test_tanpa_alasan_sesudah_disetujui_atau_usang_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)

    with pytest.raises(IsianTidakSah):
        kembalikan_aksi(**lanjut(dunia, aksi, "hari", VERIFIKASI, alasan=""))
    with pytest.raises(VersiUsang):
        kembalikan_aksi(**lanjut(dunia, aksi, "hari", VERIFIKASI, alasan="x", versi=1))


def test_yang_disetujui_tidak_dikembalikan(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = disetujui(dunia)

    with pytest.raises(PerpindahanTidakSah):
        kembalikan_aksi(**lanjut(dunia, aksi, "budi", SETUJU, alasan="x"))
