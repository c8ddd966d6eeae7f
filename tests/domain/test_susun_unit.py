"""Laying units of a government under their parents."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import MULAI, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.organisasi import services
from sakip.organisasi.models import SusunanUnit, UnitKerja
from sakip.organisasi.services import UnitBaru

SUSUN = "organisasi.susun_unit"


def _baru(slug: str, induk: str | None = "kabupaten-contoh", **isi: Any) -> UnitBaru:
    lengkap: dict[str, Any] = {"kode": slug, "nama": slug.title(), "jenis": "dinas"} | isi
    return UnitBaru(slug=slug, induk=induk, mulai=MULAI, **lengkap)


def test_unit_mendapat_jalur_dan_kedalaman_dari_induknya(dunia: Dunia) -> None:
    hasil = services.susun_unit(
        **dunia.dasar("admin"), daftar=[_baru("dinas-dahlia"), _baru("bidang-d1", "dinas-dahlia")]
    )

    akar, dinas, bidang = (hasil[s] for s in ("kabupaten-contoh", "dinas-dahlia", "bidang-d1"))
    susunan = SusunanUnit.objects.get(unit_id=bidang)
    assert (susunan.jalur, susunan.kedalaman) == (f"{akar}.{dinas}.{bidang}.", 2)
    assert susunan.induk_id == dinas


def test_riwayat_mencatat_pelakunya(dunia: Dunia) -> None:
    hasil = services.susun_unit(**dunia.dasar("admin"), daftar=[_baru("dinas-dahlia")])

    unit = UnitKerja.objects.get(pk=hasil["dinas-dahlia"])
    admin = dunia.orang["admin"].pengguna_id
    assert peristiwa(unit) == [Peristiwa("insert", admin, SUSUN)]
    assert peristiwa(unit.susunan.get()) == [Peristiwa("insert", admin, SUSUN)]


def test_dua_kali_tidak_mengubah_apa_pun(dunia: Dunia) -> None:
    daftar = [_baru("dinas-dahlia")]
    pertama = services.susun_unit(**dunia.dasar("admin"), daftar=daftar)
    sebelum = hitung_baris()

    kedua = services.susun_unit(**dunia.dasar("admin"), daftar=daftar)

    assert kedua == pertama
    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("siapa", "induk", "kata"),
    [
        ("fitri", "kabupaten-contoh", "diperlukan peran Admin instansi"),
        ("hari", "kabupaten-contoh", "diperlukan peran Admin instansi"),
        ("admin-bakung", "kabupaten-contoh", "tidak mencakup unit ini"),
        ("admin-bakung", "dinas-anggrek", "tidak mencakup unit ini"),
    ],
)
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str, induk: str, kata: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match=kata):
        services.susun_unit(**dunia.dasar(siapa), daftar=[_baru("dinas-dahlia", induk)])

    assert hitung_baris() == sebelum


def test_admin_unit_boleh_di_bawah_unitnya_sendiri(dunia: Dunia) -> None:
    hasil = services.susun_unit(
        **dunia.dasar("admin-bakung"),
        daftar=[_baru("bidang-b1", "dinas-bakung"), _baru("seksi-b11", "bidang-b1")],
    )

    assert {"bidang-b1", "seksi-b11"} <= set(hasil)


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    isi = dunia.dasar("admin") | {"oleh": lain.orang["eko"]}

    with pytest.raises(TidakBerizin):
        services.susun_unit(**isi, daftar=[_baru("dinas-dahlia")])


def test_induk_instansi_lain_tidak_dikenal(dunia: Dunia, lain: Dunia) -> None:
    assert "dinas-lain" in lain.unit

    with pytest.raises(IsianTidakSah):
        services.susun_unit(**dunia.dasar("admin"), daftar=[_baru("bidang-x", "dinas-lain")])


@pytest.mark.parametrize(
    ("daftar", "letak", "kata"),
    [
        ([_baru("bidang-x", "tidak-ada")], "bidang-x", "tidak ada atau ditulis sesudahnya"),
        (
            [_baru("bidang-x", "dinas-x"), _baru("dinas-x")],
            "bidang-x",
            "tidak ada atau ditulis sesudahnya",
        ),
        ([_baru("dinas-x"), _baru("dinas-x", kode="lain")], "dinas-x", "dua kali"),
        ([_baru("dinas-x", kode="K"), _baru("dinas-y", kode="K")], "dinas-y", "kode"),
        ([_baru("dinas-x", kode="99.11.dinas-bakung")], "dinas-x", "kode"),
        ([_baru("akar-kedua", None)], "akar-kedua", "akar"),
        ([_baru("dinas-x", jenis="kantor")], "dinas-x", "jenis"),
        ([_baru("dinas-x", jumlah_desa=4)], "dinas-x", "desa"),
    ],
    ids=[
        "induk-tidak-ada",
        "induk-sesudahnya",
        "slug-kembar",
        "kode-kembar",
        "kode-terpakai",
        "akar-kedua",
        "jenis-tidak-dikenal",
        "desa-bukan-kecamatan",
    ],
)
def test_daftar_yang_salah_ditolak_utuh(
    dunia: Dunia, daftar: list[UnitBaru], letak: str, kata: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.susun_unit(**dunia.dasar("admin"), daftar=[_baru("dinas-baik"), *daftar])

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert kata in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


def test_nama_unit_berlaku_sejak_hari_mulainya(dunia: Dunia) -> None:
    dini = UnitBaru(
        kode="m",
        slug="dinas-mawar",
        nama="Dinas Mawar",
        jenis="dinas",
        induk="kabupaten-contoh",
        mulai=date(2027, 1, 1),
    )

    services.susun_unit(**dunia.dasar("admin"), daftar=[dini])

    susunan = SusunanUnit.objects.get(unit__slug="dinas-mawar")
    assert date(2026, 12, 31) not in susunan.masa
    assert date(2027, 1, 1) in susunan.masa
