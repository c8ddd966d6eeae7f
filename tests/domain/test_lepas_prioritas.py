"""The act “lepas prioritas”: an indicator leaves the leader's page, its reason stays."""

from typing import Any

import pytest

from domain.lembar import baris, impor
from domain.pemeran import SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.pengukuran.models import Prioritas
from sakip.pengukuran.selectors import daftar_prioritas
from sakip.pengukuran.services import lepas_prioritas, sematkan_prioritas


@pytest.fixture
def tersemat(dunia: Dunia) -> Prioritas:
    impor(dunia, baris())
    return sematkan_prioritas(
        **dunia.dasar("gita"), tahun=2025, unit="dinas-anggrek", indikator="ikm", alasan="Janji"
    )


def lepas(dunia: Dunia, p: Prioritas, siapa: str = "gita", **ganti: Any) -> Prioritas:
    isi = {"prioritas": p.uuid, "alasan": "Target berganti", "versi": p.versi}
    return lepas_prioritas(**(dunia.dasar(siapa) | isi | ganti))


def test_dilepas_dengan_alasan_dan_tetap_tercatat(dunia: Dunia, tersemat: Prioritas) -> None:
    hasil = lepas(dunia, tersemat)

    assert (hasil.dilepas_pada, hasil.alasan_lepas, hasil.versi) == (SAAT, "Target berganti", 2)
    assert daftar_prioritas(dunia.lingkup("fitri"), 2025) == []
    assert Prioritas.objects.count() == 1


def test_yang_dilepas_dapat_disematkan_lagi(dunia: Dunia, tersemat: Prioritas) -> None:
    lepas(dunia, tersemat)

    lagi = sematkan_prioritas(
        **dunia.dasar("gita"), tahun=2025, unit="dinas-anggrek", indikator="ikm", alasan="Kembali"
    )

    assert [p.pk for p in daftar_prioritas(dunia.lingkup("fitri"), 2025)] == [lagi.pk]


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra", "koordinator-bakung"])
def test_peran_dan_unit_lain_ditolak(dunia: Dunia, tersemat: Prioritas, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        lepas(dunia, tersemat, siapa)

    assert hitung_baris() == sebelum


def test_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia, tersemat: Prioritas) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakDitemukan):
        lepas(lain, tersemat, "eko")
    with pytest.raises(TidakBerizin):
        lepas(dunia, tersemat, instansi=lain.instansi)

    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(dunia: Dunia, tersemat: Prioritas) -> None:
    with pytest.raises(VersiUsang):
        lepas(dunia, tersemat, versi=7)


def test_tanpa_alasan_ditolak(dunia: Dunia, tersemat: Prioritas) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        lepas(dunia, tersemat, alasan=" ")

    assert [k.letak for k in galat.value.kesalahan] == ["alasan"]


def test_dua_kali_ditolak(dunia: Dunia, tersemat: Prioritas) -> None:
    lepas(dunia, tersemat)

    with pytest.raises(PerpindahanTidakSah, match="sudah dilepas"):
        lepas(dunia, tersemat, versi=2)


def test_riwayat_ditulis(dunia: Dunia, tersemat: Prioritas) -> None:
    hasil = lepas(dunia, tersemat)

    oleh = dunia.orang["gita"].pengguna_id
    assert peristiwa(hasil)[-1] == Peristiwa("update", oleh, "pengukuran.lepas_prioritas")
