"""Defining and changing a shared indicator; who may, what is refused, how it is found."""

from typing import Any
from uuid import UUID

import pytest

from domain.naskah_uji import susun
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.pustaka_uji import IKM, simpan
from sakip.bersama.galat import (
    IsianTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.perencanaan.models import IndikatorVersi, PustakaIndikator
from sakip.perencanaan.selectors import (
    daftar_pustaka,
    pustaka_menurut_kode,
    wording_indikator,
)
from sakip.perencanaan.services import (
    pustaka_dari,
    simpan_pustaka,
    tarik_pustaka,
)


def test_disimpan_dengan_riwayatnya(dunia: Dunia) -> None:
    satu = simpan(dunia)

    assert (satu.nama, satu.jenis_unit, satu.versi) == (IKM.nama, ["dinas"], 1)
    gita = dunia.orang["gita"].pengguna_id
    assert peristiwa(satu) == [Peristiwa("insert", gita, "perencanaan.simpan_pustaka")]
    assert pustaka_menurut_kode(dunia.lingkup("ani"), IKM.kode) == satu


def test_diubah_menurut_versi_yang_dilihat(dunia: Dunia) -> None:
    simpan(dunia)

    assert simpan(dunia, versi=1).versi == 1  # the same again changes nothing
    assert simpan(dunia, "fitri", 1, satuan="indeks").versi == 2
    with pytest.raises(VersiUsang):
        simpan(dunia, versi=1, satuan="poin")
    with pytest.raises(TidakDitemukan):
        simpan(dunia, versi=1, kode="hantu")


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra", "admin", "hari"])
def test_peran_lain_tidak_mengelola_pustaka(dunia: Dunia, siapa: str) -> None:
    satu = simpan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        simpan(dunia, siapa, kode="lain")
    with pytest.raises(TidakBerizin):
        tarik_pustaka(**dunia.dasar(siapa), pustaka=satu.uuid, versi=1)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"kode": "IKM Besar"}, "kode"),
        ({"kode": ""}, "kode"),
        ({"nama": " "}, "nama"),
        ({"arah": "naik"}, "arah"),
        ({"jenis_nilai": "angka"}, "jenis_nilai"),
        ({"satuan": "x" * 61}, "satuan"),
        ({"jenis_unit": ("kantor",)}, "jenis_unit"),
        ({"asal": "hantu"}, "asal"),
    ],
)
def test_isian_yang_salah_disebut(dunia: Dunia, ganti: dict[str, Any], letak: str) -> None:
    with pytest.raises(IsianTidakSah) as salah:
        simpan(dunia, **ganti)

    assert [k.letak for k in salah.value.kesalahan] == [letak]


def test_kode_yang_sudah_ada_ditolak(dunia: Dunia) -> None:
    simpan(dunia)

    with pytest.raises(IsianTidakSah, match="tidak disimpan"):
        simpan(dunia, nama="Lain")


def test_instansi_lain_tidak_melihat_dan_tidak_mengubah(dunia: Dunia, lain: Dunia) -> None:
    satu = simpan(dunia)

    assert daftar_pustaka(lain.lingkup("eko")) == []
    with pytest.raises(TidakDitemukan):
        pustaka_menurut_kode(lain.lingkup("eko"), IKM.kode)
    with pytest.raises(TidakDitemukan):
        tarik_pustaka(**lain.dasar("eko"), pustaka=satu.uuid, versi=1)
    with pytest.raises(TidakBerizin):
        simpan_pustaka(**dunia.dasar("gita") | {"oleh": lain.orang["eko"]}, isi=IKM)


def test_indikator_rencana_disimpan_ke_pustaka(dunia: Dunia) -> None:
    susun(dunia)
    w = IndikatorVersi.objects.get(indikator__kode="ikm")

    unit, wording = wording_indikator(dunia.lingkup("gita"), w.uuid)
    satu = simpan_pustaka(**dunia.dasar("gita"), isi=pustaka_dari(wording, unit.slug))

    assert (satu.kode, satu.asal_id) == ("indeks-kepuasan", dunia.unit["dinas-anggrek"])
    assert PustakaIndikator.objects.get().nama == "Indeks kepuasan"
    with pytest.raises(TidakDitemukan):
        wording_indikator(dunia.lingkup("dewi"), w.uuid)
    with pytest.raises(TidakDitemukan):
        wording_indikator(dunia.lingkup("gita"), UUID(int=0))
