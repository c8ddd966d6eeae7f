"""Withdrawing a shared indicator: it is offered no longer, plans keep it."""

import pytest

from domain.naskah_uji import susun
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.pustaka_uji import IKM, pakai, simpan
from sakip.bersama.galat import (
    PerpindahanTidakSah,
    TidakBerizin,
    VersiUsang,
)
from sakip.perencanaan.selectors import (
    daftar_pustaka,
)
from sakip.perencanaan.services import (
    tarik_pustaka,
)


def test_ditarik_tidak_ditawarkan_dan_tidak_diubah_lagi(dunia: Dunia) -> None:
    satu = simpan(dunia)
    tarik_pustaka(**dunia.dasar("gita"), pustaka=satu.uuid, versi=1)

    assert daftar_pustaka(dunia.lingkup("ani")) == []
    assert [p.pustaka.kode for p in daftar_pustaka(dunia.lingkup("ani"), ditarik=True)] == [
        IKM.kode
    ]
    with pytest.raises(PerpindahanTidakSah):
        tarik_pustaka(**dunia.dasar("gita"), pustaka=satu.uuid, versi=2)
    with pytest.raises(PerpindahanTidakSah):
        simpan(dunia, versi=2, satuan="poin")
    with pytest.raises(PerpindahanTidakSah):
        pakai(dunia, susun(dunia))


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra", "admin", "hari"])
def test_peran_lain_tidak_menarik(dunia: Dunia, siapa: str) -> None:
    satu = simpan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tarik_pustaka(**dunia.dasar(siapa), pustaka=satu.uuid, versi=1)

    assert hitung_baris() == sebelum


def test_versi_lain_dan_riwayatnya(dunia: Dunia) -> None:
    satu = simpan(dunia)
    with pytest.raises(VersiUsang):
        tarik_pustaka(**dunia.dasar("gita"), pustaka=satu.uuid, versi=2)

    tarik_pustaka(**dunia.dasar("fitri"), pustaka=satu.uuid, versi=1)

    fitri = dunia.orang["fitri"].pengguna_id
    assert peristiwa(satu)[-1] == Peristiwa("update", fitri, "perencanaan.tarik_pustaka")
