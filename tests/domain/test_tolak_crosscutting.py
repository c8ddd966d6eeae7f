"""A refusal of who was asked, with its reason; the rest of the ladder: test_terima_crosscutting."""

from typing import Any

import pytest

from domain.crosscutting_uji import pemegang, tata_usulan, usulkan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.bersama.izin import Peran
from sakip.perencanaan.models import Crosscutting, RiwayatCrosscutting
from sakip.perencanaan.services import tolak_crosscutting


def _tolak(dunia: Dunia, usulan: Crosscutting, siapa: str, **ganti: Any) -> Crosscutting:
    isi = {"crosscutting": usulan.uuid, "versi": usulan.versi, "alasan": "Bukan tugas kami."}
    return tolak_crosscutting(**dunia.dasar(siapa), **isi | ganti)


def test_penolakan_menyimpan_alasannya(dunia: Dunia) -> None:
    usulan, siapa = tata_usulan(dunia), pemegang(dunia, Peran.PIMPINAN_UNIT)

    hasil = _tolak(dunia, usulan, siapa)

    assert (hasil.keadaan, hasil.alasan, hasil.versi) == ("ditolak", "Bukan tugas kami.", 2)
    assert RiwayatCrosscutting.objects.latest("id").alasan == "Bukan tugas kami."
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang[siapa].pengguna_id, "perencanaan.tolak_crosscutting"
    )
    assert not Tugas.objects.filter(alur="crosscutting").exists()
    assert usulkan(dunia).keadaan == "diajukan"  # the same may be asked again


def test_menolak_tanpa_alasan_tidak_diterima(dunia: Dunia) -> None:
    usulan, siapa = tata_usulan(dunia), pemegang(dunia, Peran.PIMPINAN_UNIT)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        _tolak(dunia, usulan, siapa, alasan=" ")

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "budi", "dewi", "gita"])
def test_orang_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    usulan = tata_usulan(dunia)

    with pytest.raises(TidakBerizin):
        _tolak(dunia, usulan, siapa)
