"""One tree of all units: where it goes on, what is seen of it, and how little it costs to read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.pemeran import Dunia
from domain.pohon_uji import PEMDA, rencana, tata_pohon
from domain.susunan_uji import JULI, PERDA
from sakip.bersama.galat import TidakBerizin
from sakip.organisasi.services import gabungkan_unit
from sakip.perencanaan import selectors
from sakip.perencanaan.models import Simpul
from sakip.perencanaan.selectors import Letak, PetaPohon, SimpulPohon
from sakip.perencanaan.selectors.pohon_pemda import _naik
from sakip.perencanaan.services import SimpulBaru


def _kueri(baca: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as kueri:
        baca()
    return len(kueri)


def _peta(dunia: Dunia, siapa: str = "gita", tahun: int = 2026) -> PetaPohon:
    return selectors.peta_pohon(dunia.lingkup(siapa), tahun)


def _garis(pucuk: list[SimpulPohon]) -> list[str]:
    """The tree as lines: depth in dots, then the words."""
    return [f"{'.' * s.tingkat}{s.uraian}" for p in pucuk for s in p.semua()]


def _letak(dunia: Dunia, peta: PetaPohon, unit: str, kode: str) -> Letak:
    simpul = Simpul.objects.get(unit_id=dunia.unit[unit], kode=kode)
    letak = selectors.letak_simpul(peta, simpul.uuid)
    assert letak is not None
    return letak


UTUH = [
    "Terwujudnya tata kelola yang melayani",
    ".Meningkatnya mutu layanan publik",
    "..Meningkatnya pelayanan perizinan",
    "...Meningkatnya kecepatan izin",
    "....Pelayanan Perizinan",
    "....Meningkatnya layanan kecamatan",
    ".....Meningkatnya loket yang rapi",
    ".Meningkatnya akuntabilitas",
]


def test_pohon_utuh_menyambung_antardokumen(dunia: Dunia) -> None:
    tata_pohon(dunia)

    peta = _peta(dunia)

    assert _garis(selectors.pohon_utuh(peta)) == UTUH
    assert _garis(selectors.pohon_lepas(peta)) == ["Meningkatnya pertanian", ".Meningkatnya panen"]
    assert [peta.versi[a.versi_id].unit_id for a in peta.belum_tersambung] == [
        dunia.unit["dinas-bakung"]
    ]
    assert [u.slug for u in peta.tanpa_pohon] == []


def test_tingkat_pertama_saja_dengan_banyaknya_yang_tertutup(dunia: Dunia) -> None:
    tata_pohon(dunia)

    pucuk = selectors.pohon_pemda(_peta(dunia), 3)

    assert _garis(pucuk) == [UTUH[0], UTUH[1], UTUH[2], UTUH[7]]
    tertutup = {s.uraian: s.di_bawah for s in pucuk[0].semua()}
    assert tertutup["Meningkatnya pelayanan perizinan"] == 1
    assert tertutup["Meningkatnya akuntabilitas"] == 0
    atas = selectors.pohon_pemda(_peta(dunia), 2)[0].anak[0]
    assert (atas.uraian, atas.di_bawah) == ("Meningkatnya mutu layanan publik", 1)


def test_cabang_masuk_ke_dokumen_unit(dunia: Dunia) -> None:
    tata_pohon(dunia)
    peta = _peta(dunia)

    sasaran = selectors.cabang(peta, _letak(dunia, peta, dunia.instansi.slug, "s1"))
    izin = selectors.cabang(peta, _letak(dunia, peta, "dinas-anggrek", "s1"))

    assert _garis([sasaran]) == UTUH[1:3]
    assert sasaran.anak[0].di_bawah == 1
    # A programme of its own, and the goal of the kecamatan that stands under it.
    assert [a.uraian for a in izin.anak] == [
        "Pelayanan Perizinan",
        "Meningkatnya layanan kecamatan",
    ]
    assert [a.di_bawah for a in izin.anak] == [0, 1]
    assert (
        _garis([selectors.cabang(peta, _letak(dunia, peta, "dinas-anggrek", "t1"), 99)])
        == (UTUH[2:7])
    )


def test_target_tahun_itu_pada_simpulnya(dunia: Dunia) -> None:
    tata_pohon(dunia)

    pucuk = selectors.pohon_utuh(_peta(dunia))

    isi = {s.uraian: [(i.nama, i.target, i.satuan) for i in s.indikator] for s in pucuk[0].semua()}
    assert isi["Meningkatnya mutu layanan publik"] == [("Indeks kepuasan", "83,50", "nilai")]
    assert isi["Terwujudnya tata kelola yang melayani"] == []


def test_jalan_ke_puncak_melewati_dokumen(dunia: Dunia) -> None:
    tata_pohon(dunia)
    peta = _peta(dunia)
    letak = _letak(dunia, peta, "kecamatan-cempaka", "s1")

    atas = peta.atas(letak.jalur)

    nama = selectors.nama_simpul(peta, atas)
    assert [nama[i].uraian for i in atas] == [
        "Terwujudnya tata kelola yang melayani",
        "Meningkatnya mutu layanan publik",
        "Meningkatnya pelayanan perizinan",
        "Meningkatnya kecepatan izin",
        "Meningkatnya layanan kecamatan",
    ]


@pytest.mark.parametrize(
    ("kata", "ketemu"),
    [
        ("mutu layanan", ["Meningkatnya mutu layanan publik"]),
        ("LOKET rapi", ["Meningkatnya loket yang rapi"]),
        ("2.18", ["Pelayanan Perizinan"]),
        ("kepuasan panen", ["Meningkatnya panen"]),  # one word of the node, one of its indicator
        ("%", []),
        ("", []),
    ],
)
def test_cari(dunia: Dunia, kata: str, ketemu: list[str]) -> None:
    tata_pohon(dunia)

    assert [s.uraian for s in selectors.cari_simpul(_peta(dunia), kata)] == ketemu


def test_yang_berlaku_didahulukan_atas_konsep(dunia: Dunia) -> None:
    tata_pohon(dunia)
    konsep = rencana(
        dunia,
        "dinas-bakung",
        SimpulBaru("x1", "tujuan", "Belum berlaku"),
        SimpulBaru("x2", "sasaran", "Juga belum", "x1"),
        jenis="renstra",
        tetap=False,
    )

    assert konsep.pk not in _peta(dunia).versi
    assert not any(v.ditetapkan is None for v in _peta(dunia).versi.values())


def test_unit_yang_hanya_berkonsep_tetap_tampak(dunia: Dunia) -> None:
    rencana(
        dunia,
        "dinas-bakung",
        SimpulBaru("x1", "tujuan", "Belum berlaku"),
        SimpulBaru("x2", "sasaran", "Juga belum", "x1"),
        tetap=False,
    )

    peta = _peta(dunia)

    assert [v.ditetapkan for v in peta.versi.values()] == [None]
    assert selectors.pohon_pemda(peta, 3) == []
    assert dunia.unit["dinas-anggrek"] in {u.id for u in peta.tanpa_pohon}


def test_unit_melihat_pohonnya_dan_yang_di_atasnya(dunia: Dunia) -> None:
    """Ani drafts for Dinas Anggrek: the pemda's goals above, no other unit beside or below."""
    tata_pohon(dunia)

    peta = _peta(dunia, "ani")

    assert _garis(selectors.pohon_utuh(peta)) == [*UTUH[:5], UTUH[7]]
    assert {u.slug for u in peta.unit.values()} == {
        dunia.instansi.slug,
        "dinas-anggrek",
        "bidang-angsana",
    }
    bakung = Simpul.objects.get(unit_id=dunia.unit["dinas-bakung"], kode="t1")
    assert selectors.letak_simpul(peta, bakung.uuid) is None
    assert selectors.cari_simpul(peta, "panen") == []


def test_dua_dokumen_yang_saling_menggantung_tidak_berputar(dunia: Dunia) -> None:
    tata_pohon(dunia)
    peta = _peta(dunia)
    anggrek = next(a for a in peta.akar.values() if a.atas)
    assert selectors.letak_simpul(peta, uuid4()) is None

    assert _naik({1: (10, "2."), 2: (20, "1.")}, 1) == ((), None)
    lepas = replace(anggrek, atas=())
    assert replace(
        peta, akar=dict(peta.akar) | {lepas.simpul_id: lepas}, tersambung=frozenset()
    ).belum_tersambung


def test_unit_yang_berakhir_hanya_pada_tahun_ia_masih_ada(dunia: Dunia) -> None:
    """In July the dinas went over into another: in the year after it has no tree of its own."""
    tata_pohon(dunia)
    gabungkan_unit(
        **dunia.dasar("admin"),
        unit=["dinas-anggrek"],
        ke="dinas-bakung",
        tanggal=JULI,
        dasar=PERDA,
    )

    lalu = selectors.peta_pohon(dunia.lingkup("gita", date(2027, 3, 1)), 2025)
    kini = selectors.peta_pohon(dunia.lingkup("gita", date(2027, 3, 1)), 2027)

    assert dunia.unit["dinas-anggrek"] in lalu.unit
    assert dunia.unit["dinas-anggrek"] not in kini.unit


def test_instansi_lain_dan_yang_tidak_berperan(dunia: Dunia, lain: Dunia) -> None:
    tata_pohon(dunia)

    assert _peta(lain, "eko").versi == {}
    assert selectors.pohon_utuh(_peta(lain, "eko")) == []
    with pytest.raises(TidakBerizin):
        _peta(dunia, "hari")


def test_banyak_kueri_tidak_bergantung_pada_banyaknya_unit(dunia: Dunia) -> None:
    rencana(dunia, dunia.instansi.slug, *PEMDA, jenis="rpjmd")
    satu = _peta(dunia)
    assert _kueri(lambda: _peta(dunia)) == 4  # reading whose reach it is, and the map
    assert _kueri(lambda: selectors.pohon_utuh(satu)) == 2
    tata = _peta(dunia)
    letak = _letak(dunia, tata, dunia.instansi.slug, "s1")
    assert _kueri(lambda: selectors.pohon_pemda(tata, 3)) == 2
    assert _kueri(lambda: selectors.cabang(tata, letak)) == 2
    assert _kueri(lambda: selectors.cari_simpul(tata, "mutu layanan")) == 1
