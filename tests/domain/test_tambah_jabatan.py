"""Adding a post to a unit."""

from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import services


def _isi(dunia: Dunia, siapa: str = "admin", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "dinas-anggrek",
        "kode": "kadis-anggrek",
        "nama": "Kepala Dinas Anggrek",
        "memimpin": True,
    } | ganti


def test_jabatan_tersimpan_pada_unitnya(dunia: Dunia) -> None:
    hasil = services.tambah_jabatan(**_isi(dunia))

    assert hasil.unit_id == dunia.unit["dinas-anggrek"]
    assert hasil.memimpin
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["admin"].pengguna_id, "organisasi.tambah_jabatan")
    ]


def test_kode_yang_sama_memberi_yang_sudah_ada(dunia: Dunia) -> None:
    pertama = services.tambah_jabatan(**_isi(dunia))
    sebelum = hitung_baris()

    kedua = services.tambah_jabatan(**_isi(dunia, nama="Nama lain"))

    assert (kedua, kedua.nama) == (pertama, "Kepala Dinas Anggrek")
    assert hitung_baris() == sebelum


def test_kode_yang_dipakai_unit_lain_ditolak(dunia: Dunia) -> None:
    services.tambah_jabatan(**_isi(dunia))

    with pytest.raises(IsianTidakSah, match="sudah dipakai"):
        services.tambah_jabatan(**_isi(dunia, unit="dinas-bakung"))


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [
        ("budi", "diperlukan peran Admin instansi"),
        ("fitri", "diperlukan peran Admin instansi"),
        ("admin-bakung", "tidak mencakup unit ini"),
    ],
)
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str, kata: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match=kata):
        services.tambah_jabatan(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        services.tambah_jabatan(**_isi(dunia, oleh=lain.orang["eko"]))


def test_unit_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    assert "dinas-lain" in lain.unit

    with pytest.raises(TidakDitemukan, match="dinas-lain"):
        services.tambah_jabatan(**_isi(dunia, unit="dinas-lain"))
