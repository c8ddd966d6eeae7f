"""Taking a proposal back, before or after it was accepted."""

from typing import Any

import pytest

from domain.crosscutting_uji import pemegang, tata_usulan, usulkan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Peran
from sakip.perencanaan.models import Crosscutting, RiwayatCrosscutting
from sakip.perencanaan.services import tarik_crosscutting, terima_crosscutting


def _tarik(dunia: Dunia, usulan: Crosscutting, siapa: str = "ani", **ganti: Any) -> Crosscutting:
    isi = {"crosscutting": usulan.uuid, "versi": usulan.versi, "alasan": "Sasarannya berubah."}
    return tarik_crosscutting(**dunia.dasar(siapa), **isi | ganti)


def test_yang_ditarik_tidak_lagi_menunggu(dunia: Dunia) -> None:
    hasil = _tarik(dunia, tata_usulan(dunia))

    ani = dunia.orang["ani"].pengguna_id
    assert (hasil.keadaan, hasil.alasan, hasil.versi) == ("ditarik", "Sasarannya berubah.", 2)
    assert peristiwa(hasil)[-1] == Peristiwa("update", ani, "perencanaan.tarik_crosscutting")
    assert RiwayatCrosscutting.objects.latest("id").tindakan == "tarik"
    assert not Tugas.objects.filter(alur="crosscutting").exists()
    assert usulkan(dunia).keadaan == "diajukan"


def test_yang_sudah_diterima_pun_dapat_ditarik(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)
    diterima = terima_crosscutting(
        **dunia.dasar(pemegang(dunia, Peran.PIMPINAN_UNIT)),
        crosscutting=usulan.uuid,
        versi=usulan.versi,
    )

    assert _tarik(dunia, diterima).keadaan == "ditarik"


def test_tanpa_alasan_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        _tarik(dunia, tata_usulan(dunia), alasan="")


@pytest.mark.parametrize("siapa", ["budi", "dewi", "citra", "hari"])
def test_orang_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    usulan = tata_usulan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _tarik(dunia, usulan, siapa)

    assert hitung_baris() == sebelum


def test_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        _tarik(lain, tata_usulan(dunia), "eko")


def test_yang_sudah_ditarik_dan_yang_usang_ditolak(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)

    with pytest.raises(VersiUsang):
        _tarik(dunia, usulan, versi=9)
    hasil = _tarik(dunia, usulan)
    with pytest.raises(PerpindahanTidakSah, match="Tidak ada tindakan lagi"):
        _tarik(dunia, hasil)
