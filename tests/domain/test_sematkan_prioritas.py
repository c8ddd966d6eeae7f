"""The act “sematkan prioritas”: who plans puts an indicator before the head of the region."""

from typing import Any

import pytest

from domain.lembar import baris, impor
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
)
from sakip.pengukuran.models import Prioritas, VersiSah
from sakip.pengukuran.services import sematkan_prioritas


@pytest.fixture
def berindikator(dunia: Dunia) -> Dunia:
    """Six indicators of Dinas Anggrek."""
    impor(dunia, *(baris(kode_indikator=f"k{n}", indikator=f"Indikator {n}") for n in range(6)))
    return dunia


def sematkan(dunia: Dunia, siapa: str = "gita", **ganti: Any) -> Prioritas:
    isi = {"tahun": 2025, "unit": "dinas-anggrek", "indikator": "k0", "alasan": "Janji kepala"}
    return sematkan_prioritas(**dunia.dasar(siapa), **(isi | ganti))


@pytest.mark.parametrize("siapa", ["gita", "fitri"])
def test_perencana_dan_koordinator_menyematkan(berindikator: Dunia, siapa: str) -> None:
    p = sematkan(berindikator, siapa, alasan="  Janji kepala  ")

    assert (p.indikator.kode, p.tahun, p.urutan, p.alasan) == ("k0", 2025, 1, "Janji kepala")
    assert (p.dilepas_pada, p.versi) == (None, 1)


def test_halaman_pimpinan_harus_melihatnya(berindikator: Dunia) -> None:
    sematkan(berindikator)
    sematkan(berindikator, indikator="k1")

    assert VersiSah.objects.get(instansi=berindikator.instansi, tahun=2025).nomor == 3


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra"])
def test_peran_lain_ditolak(berindikator: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        sematkan(berindikator, siapa)

    assert hitung_baris() == sebelum


def test_koordinator_unit_lain_ditolak(berindikator: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        sematkan(berindikator, "koordinator-bakung")


def test_unit_yang_tidak_ada_ditolak(berindikator: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        sematkan(berindikator, unit="dinas-mawar")


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"alasan": "  "}, "alasan"),
        ({"alasan": "x" * 501}, "alasan"),
        ({"indikator": "k9"}, "indikator"),
        ({"unit": "", "indikator": ""}, "indikator"),
        ({"unit": "dinas-bakung"}, "indikator"),
    ],
)
def test_isian_yang_salah_disebut_letaknya(
    berindikator: Dunia, ganti: dict[str, str], letak: str
) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        sematkan(berindikator, **ganti)

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert not Prioritas.objects.exists()


def test_dua_kali_ditolak(berindikator: Dunia) -> None:
    sematkan(berindikator)

    with pytest.raises(PerpindahanTidakSah, match="sudah menjadi prioritas 2025"):
        sematkan(berindikator)
    assert sematkan(berindikator, tahun=2026).tahun == 2026


def test_yang_keenam_ditolak(berindikator: Dunia) -> None:
    for n in range(5):
        sematkan(berindikator, indikator=f"k{n}")

    with pytest.raises(PerpindahanTidakSah, match="Sudah ada 5 prioritas"):
        sematkan(berindikator, indikator="k5")
    assert list(Prioritas.objects.values_list("urutan", flat=True).order_by("urutan")) == [
        1, 2, 3, 4, 5,
    ]  # fmt: skip


def test_riwayat_ditulis(berindikator: Dunia) -> None:
    p = sematkan(berindikator)

    oleh = berindikator.orang["gita"].pengguna_id
    assert peristiwa(p) == [Peristiwa("insert", oleh, "pengukuran.sematkan_prioritas")]
