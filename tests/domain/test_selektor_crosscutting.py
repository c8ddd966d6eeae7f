"""Reads of what units ask of each other, and what the checks of a plan make of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.crosscutting_uji import LUAR, TENGGAT, USULAN, pemegang, tata_usulan, usulkan
from domain.pemeran import Dunia
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Peran
from sakip.perencanaan import selectors
from sakip.perencanaan.models import Crosscutting
from sakip.perencanaan.services import terima_crosscutting, tolak_crosscutting

NANTI = date(2026, 12, 11)  # three days after the answer was due


def _kueri(baca: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as kueri:
        baca()
    return len(kueri)


def _jawab(dunia: Dunia, usulan: Crosscutting, *, terima: bool = True, simpul: str = "") -> None:
    dasar: dict[str, Any] = {
        **dunia.dasar(pemegang(dunia, Peran.PIMPINAN_UNIT)),
        "crosscutting": usulan.uuid,
        "versi": usulan.versi,
    }
    if terima:
        terima_crosscutting(**dasar, simpul=simpul)
    else:
        tolak_crosscutting(**dasar, alasan="bukan tugas kami")


def test_usulan_tampak_di_kedua_unit_dengan_kata_katanya(dunia: Dunia) -> None:
    tata_usulan(dunia)

    keluar, kosong = selectors.daftar_crosscutting(
        dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), 2026
    )
    lain, masuk = selectors.daftar_crosscutting(
        dunia.lingkup("dewi"), dunia.tampak("dinas-bakung"), 2026
    )

    assert (kosong, lain) == ([], [])
    for (u,) in (keluar, masuk):
        assert (u.uraian, u.jenis, u.nama_unit, u.nama_mitra) == (
            "Meningkatnya tertib desa",
            "sasaran",
            "Dinas Anggrek",
            "Dinas Bakung",
        )
        assert not u.luar


@pytest.mark.parametrize(
    ("pada", "hari"), [(TENGGAT, 0), (date(2026, 12, 9), 1), (NANTI, 3)], ids=str
)
def test_hari_terlambat_dihitung_sesudah_tenggat(dunia: Dunia, pada: date, hari: int) -> None:
    tata_usulan(dunia)

    keluar, _masuk = selectors.daftar_crosscutting(
        dunia.lingkup("ani", pada), dunia.tampak("dinas-anggrek"), 2026
    )

    assert [u.hari_terlambat for u in keluar] == [hari]


def test_yang_dijawab_tidak_terlambat(dunia: Dunia) -> None:
    _jawab(dunia, tata_usulan(dunia))

    keluar, _masuk = selectors.daftar_crosscutting(
        dunia.lingkup("ani", NANTI), dunia.tampak("dinas-anggrek"), 2026
    )

    assert [u.hari_terlambat for u in keluar] == [0]


def test_matriks_menyusun_hasil_ke_bawah_dan_mitra_ke_samping(dunia: Dunia) -> None:
    _jawab(dunia, tata_usulan(dunia))
    usulkan(dunia, isi=LUAR)
    usulkan(dunia, isi=replace(USULAN, simpul="s1", kepada="kecamatan-cempaka"))

    m = selectors.matriks_crosscutting(dunia.lingkup("gita"), 2026)

    assert [nama for _kunci, nama in m.mitra] == [
        "Dinas Bakung",
        "Kecamatan Cempaka",
        "Polsek Contoh",  # outside parties last
    ]
    assert [(b.kode, b.unit, len(b.sel)) for b in m.baris] == [
        ("s1", "Dinas Anggrek", 1),
        ("s2", "Dinas Anggrek", 2),
    ]
    (sel,) = m.baris[1].sel[m.mitra[0][0]]
    assert sel.baris.keadaan == "diterima"


def test_matriks_disaring_menurut_keadaan_dan_unit(dunia: Dunia) -> None:
    _jawab(dunia, tata_usulan(dunia))
    usulkan(dunia, isi=LUAR)
    lingkup = dunia.lingkup("gita", NANTI)

    def mitra(**saring: str) -> list[str]:
        return [nama for _k, nama in selectors.matriks_crosscutting(lingkup, 2026, **saring).mitra]

    assert mitra(keadaan="diterima") == ["Dinas Bakung"]
    assert mitra(keadaan="terlambat") == ["Polsek Contoh"]
    assert mitra(keadaan="ditolak") == []
    assert mitra(unit="dinas-bakung") == ["Dinas Bakung"]
    assert len(mitra(unit="dinas-anggrek")) == 2


def test_matriks_hanya_sejauh_jangkauan(dunia: Dunia, lain: Dunia) -> None:
    tata_usulan(dunia)

    assert len(selectors.matriks_crosscutting(dunia.lingkup("ani"), 2026).usulan) == 1
    assert len(selectors.matriks_crosscutting(dunia.lingkup("dewi"), 2026).usulan) == 1
    assert selectors.matriks_crosscutting(dunia.lingkup("hari"), 2026).usulan == ()
    assert selectors.matriks_crosscutting(lain.lingkup("eko"), 2026).usulan == ()


def test_satu_kueri_berapa_pun_isinya(dunia: Dunia) -> None:
    tata_usulan(dunia)
    usulkan(dunia, isi=LUAR)
    lingkup, unit = dunia.lingkup("gita"), dunia.tampak("dinas-anggrek")

    assert _kueri(lambda: selectors.daftar_crosscutting(lingkup, unit, 2026)) == 1
    assert _kueri(lambda: selectors.matriks_crosscutting(lingkup, 2026)) == 1
    assert _kueri(lambda: selectors.riwayat_crosscutting(lingkup, unit, 2026)) == 1
    assert _kueri(lambda: selectors.simpul_dapat_diminta(lingkup, unit, 2026)) == 1


@pytest.mark.parametrize(
    "baca",
    [
        lambda lingkup, unit: selectors.daftar_crosscutting(lingkup, unit, 2026),
        lambda lingkup, unit: selectors.riwayat_crosscutting(lingkup, unit, 2026),
        lambda lingkup, unit: selectors.simpul_dapat_diminta(lingkup, unit, 2026),
    ],
)
def test_unit_di_luar_jangkauan_ditolak(dunia: Dunia, baca: Callable[..., Any]) -> None:
    with pytest.raises(TidakBerizin):
        baca(dunia.lingkup("dewi"), dunia.tampak("dinas-anggrek"))


def test_usulan_unit_lain_tidak_ditemukan(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia, LUAR)

    with pytest.raises(TidakDitemukan):
        selectors.crosscutting_menurut_uuid(
            dunia.lingkup("dewi"), dunia.tampak("dinas-bakung"), usulan.uuid
        )


def _temuan(dunia: Dunia, pada: date) -> list[tuple[str, str]]:
    unit = dunia.tampak("dinas-anggrek")
    versi = selectors.versi_berlaku(dunia.lingkup("ani"), unit, 2026)
    assert versi is not None
    hasil = selectors.pohon_versi(dunia.lingkup("ani", pada), unit, versi, 2026)
    return [(t.kode, t.objek) for t in hasil.temuan if t.kode.startswith("crosscutting")]


def test_pemeriksaan_pohon_menemukan_yang_tidak_dijawab(dunia: Dunia) -> None:
    tata_usulan(dunia)

    assert _temuan(dunia, TENGGAT) == []
    assert _temuan(dunia, NANTI) == [("crosscutting_tanpa_jawaban", "s2")]


def test_pemeriksaan_pohon_menemukan_yang_ditolak_tanpa_mitra_lain(dunia: Dunia) -> None:
    _jawab(dunia, tata_usulan(dunia), terima=False)

    assert _temuan(dunia, TENGGAT) == [("crosscutting_tanpa_jawaban", "s2")]

    usulkan(dunia, isi=LUAR)

    assert _temuan(dunia, TENGGAT) == []
