"""Telling somebody directly: a comment, a mention."""

from typing import Any

import pytest

from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Peran
from sakip.kabar import selectors, services
from sakip.kabar.models import JenisKabar, PesanKabar
from sakip.kabar.services.baca import Isi

SEL = {
    "halaman": "lembar_pengukuran",
    "isi": [2026, "dinas-anggrek", 1],
    "jangkar": "baris-iku-2",
}
ISI = Isi(JenisKabar.KOMENTAR, "komentar:1", "{siapa} menyebut Anda", {"siapa": "Fitri"}, SEL)


def _isi(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "dinas-anggrek",
        "isi": ISI,
        "penerima": [dunia.orang["ani"].pengguna_id],
    } | ganti


def _kalimat(dunia: Dunia, siapa: str) -> list[str]:
    return [b.kalimat for b in selectors.daftar_kabar(dunia.lingkup(siapa), dunia.instansi)]


def test_yang_disebut_menerimanya_dengan_tautan_ke_selnya(dunia: Dunia) -> None:
    assert services.sampaikan_kabar(**_isi(dunia)) == 1

    (satu,) = selectors.daftar_kabar(dunia.lingkup("ani"), dunia.instansi)
    assert satu.kalimat == "Fitri menyebut Anda"
    assert satu.alamat("99.11").endswith("/2026/dinas-anggrek/pengukuran/triwulan-1/#baris-iku-2")
    assert _kalimat(dunia, "budi") == []


def test_dua_kali_sama_dengan_sekali(dunia: Dunia) -> None:
    services.sampaikan_kabar(**_isi(dunia, peran=[Peran.PIMPINAN_UNIT]))

    assert services.sampaikan_kabar(**_isi(dunia, peran=[Peran.PIMPINAN_UNIT])) == 0
    assert PesanKabar.objects.count() == 2
    assert _kalimat(dunia, "budi") == ["Fitri menyebut Anda"]


def test_penyebut_tidak_dikabari_perbuatannya_sendiri(dunia: Dunia) -> None:
    sendiri = dunia.orang["fitri"].pengguna_id

    assert services.sampaikan_kabar(**_isi(dunia, penerima=[sendiri])) == 0


def test_yang_di_luar_jangkauan_tidak_melihatnya(dunia: Dunia, lain: Dunia) -> None:
    penerima = [dunia.orang["dewi"].pengguna_id, lain.orang["eko"].pengguna_id]

    services.sampaikan_kabar(**_isi(dunia, penerima=penerima))

    assert _kalimat(dunia, "dewi") == []
    assert selectors.daftar_kabar(lain.lingkup("eko"), lain.instansi) == []


def test_dari_unit_lain_tanpa_peran_dan_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    sebelum = hitung_baris()

    for siapa in ("dewi", "hari"):
        with pytest.raises(TidakBerizin):
            services.sampaikan_kabar(**_isi(dunia, siapa))
    with pytest.raises(TidakDitemukan):
        services.sampaikan_kabar(**_isi(dunia) | lain.dasar("eko"))

    # kabar.sampaikan_kabar writes rows that nobody may change afterwards.
    assert hitung_baris() == sebelum
