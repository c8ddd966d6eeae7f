"""Adding one unit below a living one."""

from dataclasses import replace
from datetime import date

import pytest

from domain.pemeran import HARI, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.susunan_uji import JULI, PERDA, baru
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import services
from sakip.organisasi.models import SusunanUnit, UnitKerja
from sakip.organisasi.services import UnitBaru

SEKSI = UnitBaru("sk", "seksi-pelayanan", "Seksi Pelayanan", "seksi", "dinas-anggrek", JULI)


def _tambah(dunia: Dunia, siapa: str = "admin", isi: UnitBaru = SEKSI) -> UnitKerja:
    return services.tambah_unit(**dunia.dasar(siapa), isi=isi)


def test_unit_berdiri_di_bawah_induknya(dunia: Dunia) -> None:
    unit = _tambah(dunia)

    assert SusunanUnit.objects.get(unit=unit).induk_id == dunia.unit["dinas-anggrek"]
    admin = dunia.orang["admin"].pengguna_id
    assert peristiwa(unit) == [Peristiwa("insert", admin, "organisasi.tambah_unit")]


def test_nama_yang_sama_di_unit_lain_mendapat_alamat_sendiri(dunia: Dunia) -> None:
    """Every kecamatan has a Seksi Pelayanan."""
    _tambah(dunia)

    kedua = _tambah(dunia, isi=replace(SEKSI, kode="sk2", induk="dinas-bakung"))

    assert kedua.slug == "seksi-pelayanan-dinas-bakung"


@pytest.mark.parametrize(
    ("isi", "kolom", "kata"),
    [
        (replace(SEKSI, slug=""), "nama", "huruf atau angka"),
        (replace(SEKSI, jenis="pemda"), "jenis", "akar susunan"),
        (replace(SEKSI, kode="99.11.dinas-bakung"), "kode", "sudah dipakai unit lain"),
        (replace(SEKSI, mulai=date(1, 1, 1)), "tanggal", "baru ada sejak 1 Januari 2024"),
        (replace(SEKSI, mulai=date(9999, 12, 31)), "tanggal", "setahun"),
    ],
)
def test_isian_yang_salah_disebut(dunia: Dunia, isi: UnitBaru, kolom: str, kata: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _tambah(dunia, isi=isi)

    assert [(k.letak, kata in k.pesan) for k in galat.value.kesalahan] == [(kolom, True)]
    assert hitung_baris() == sebelum


def test_nama_yang_sama_pada_induk_yang_sama_ditolak(dunia: Dunia) -> None:
    _tambah(dunia)
    _tambah(dunia, isi=replace(SEKSI, kode="sk2"))

    with pytest.raises(IsianTidakSah) as galat:
        _tambah(dunia, isi=replace(SEKSI, kode="sk3"))

    assert "sudah punya unit bernama" in galat.value.kesalahan[0].pesan


def test_di_bawah_unit_yang_berakhir_ditolak(dunia: Dunia) -> None:
    services.gabungkan_unit(
        **dunia.dasar("admin"),
        unit=["dinas-anggrek"],
        ke=baru("dinas-flora"),
        tanggal=JULI,
        dasar=PERDA,
    )

    with pytest.raises(IsianTidakSah) as galat:
        _tambah(dunia, isi=replace(SEKSI, mulai=HARI))

    assert "sudah berakhir" in galat.value.kesalahan[0].pesan


@pytest.mark.parametrize("siapa", ["ani", "fitri", "gita", "admin-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _tambah(dunia, siapa)

    assert hitung_baris() == sebelum


def test_induk_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    assert lain.unit["dinas-lain"]

    with pytest.raises(TidakDitemukan):
        _tambah(dunia, isi=replace(SEKSI, induk="dinas-lain"))
