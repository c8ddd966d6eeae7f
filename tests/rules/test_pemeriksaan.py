"""Checks of the tree of the story: what they find in it, and what not."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.pohon_uji import (
    IKU_4,
    IKW,
    POHON,
    kode_temuan,
)
from sakip_rules.pemeriksaan import (
    Keparahan,
    SimpulDiperiksa,
    induk_sah,
    periksa_pohon,
)


def test_sub_kegiatan_yang_tidak_mendukung_indikator_ditemukan() -> None:
    temuan = periksa_pohon(POHON, (IKW, IKU_4)).temuan

    assert [(t.kode, t.objek, t.keparahan) for t in temuan] == [
        ("tanpa_dukungan", "7.01.03.2.03.0002", Keparahan.PERHATIAN)
    ]
    assert str(temuan[0].kalimat) == (
        "7.01.03.2.03.0002 Peningkatan Kapasitas Lembaga Kemasyarakatan "
        "tidak mendukung satu indikator pun."
    )


def test_yang_mendukung_tidak_ditemukan() -> None:
    baik = (*POHON[:-1], replace(POHON[-1], mendukung=1))

    assert kode_temuan(baik, (IKW, IKU_4)) == []


def test_program_tanpa_sub_kegiatan_harus_mendukung_sendiri() -> None:
    program = SimpulDiperiksa("7.01.01", "Penunjang", "program", "s4", "sasaran")

    assert kode_temuan((*POHON[:2], program), (IKW, IKU_4)) == [("tanpa_dukungan", "7.01.01")]
    assert kode_temuan((*POHON[:2], replace(program, mendukung=1)), (IKW, IKU_4)) == []


def test_program_yang_berindikator_tidak_perlu_mendukung_yang_lain() -> None:
    program = SimpulDiperiksa("7.01.02", "Pelayanan", "program", "s4", "sasaran")
    waktu = replace(IKU_4, kode="1b", nama="Waktu layanan", simpul="7.01.02")

    assert kode_temuan((*POHON[:2], program), (IKW, IKU_4, waktu)) == []


def test_sasaran_tanpa_indikator_wajib_diperbaiki() -> None:
    temuan = periksa_pohon(POHON[:2], (IKW,)).temuan

    assert [(t.kode, t.objek, t.keparahan) for t in temuan] == [
        ("sasaran_tanpa_indikator", "s4", Keparahan.WAJIB)
    ]
    assert "Perencanaan partisipatif" in str(temuan[0].kalimat)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"usulan_lintas": 2, "lintas_terlambat": 1}, "lewat tenggat (1)"),
        ({"usulan_lintas": 1, "lintas_ditolak": True}, "belum ada mitra lain"),
        ({"usulan_lintas": 3}, ""),  # all answered, or not due yet
        ({}, ""),  # nobody was asked: nothing to look at
    ],
)
def test_permintaan_lintas_unit_yang_tidak_dijawab_disebut(isi: dict[str, Any], kata: str) -> None:
    diminta = replace(POHON[1], **isi)

    hasil = periksa_pohon((POHON[0], diminta), (IKW, IKU_4))

    assert [(t.kode, t.objek) for t in hasil.temuan] == (
        [("crosscutting_tanpa_jawaban", "s4")] if kata else []
    )
    assert all(kata in str(t.kalimat) for t in hasil.temuan)
    (kaidah,) = [h for h in hasil.simpul if h.kaidah.kode == "crosscutting_tanpa_jawaban"]
    assert (kaidah.diperiksa, kaidah.lulus) == (int(bool(isi)), int(bool(isi) and not kata))


@pytest.mark.parametrize("simpul", [None, "tidak-ada", "visi"], ids=str)
def test_indikator_tanpa_sasaran_ditemukan(simpul: str | None) -> None:
    visi = SimpulDiperiksa("visi", "Bahagia", "visi", None, None)
    lepas = replace(IKU_4, kode="lepas", nama="Lepas", simpul=simpul)

    assert kode_temuan((visi, *POHON[:2]), (IKW, IKU_4, lepas)) == [
        ("indikator_tanpa_sasaran", "lepas")
    ]


def test_indikator_di_bawah_sasaran_mengukur_sasaran_itu() -> None:
    jauh = replace(IKU_4, kode="jauh", simpul="7.01.03.2.01.0001")

    assert ("indikator_tanpa_sasaran", "jauh") not in kode_temuan(POHON, (IKW, IKU_4, jauh))


def test_pohon_yang_melingkar_tidak_mengulang_tanpa_akhir() -> None:
    lingkar = (
        SimpulDiperiksa("a", "A", "program", "b", "program"),
        SimpulDiperiksa("b", "B", "program", "a", "program"),
    )

    assert ("indikator_tanpa_sasaran", "iku-4") in kode_temuan(
        lingkar, (replace(IKU_4, simpul="a"),)
    )


def test_indikator_tanpa_target_wajib_diperbaiki() -> None:
    kosong = replace(IKU_4, bertarget=False, target=None)

    assert kode_temuan(POHON[:2], (IKW, kosong)) == [("indikator_tanpa_target", "iku-4")]


@pytest.mark.parametrize(
    ("arah", "baseline", "target", "mundur"),
    [
        ("naik_baik", "82.40", "82.39", True),
        ("naik_baik", "82.40", "82.40", False),
        ("naik_baik", "82.40", "82.41", False),
        ("turun_baik", "41", "41.01", True),
        ("turun_baik", "41", "41", False),
        ("turun_baik", "41", "40.99", False),
        ("rentang", "41", "10", False),
        ("stabil", "41", "10", False),
    ],
)
def test_target_yang_lebih_buruk_daripada_keadaan_awal(
    arah: str, baseline: str, target: str, mundur: bool
) -> None:
    satu = replace(IKU_4, arah=arah, baseline=Decimal(baseline), target=Decimal(target))

    assert (kode_temuan(POHON[:2], (IKW, satu)) == [("target_mundur", "iku-4")]) is mundur


@pytest.mark.parametrize("kosong", ["target", "baseline"])
def test_tanpa_angka_tidak_ada_yang_mundur(kosong: str) -> None:
    assert kode_temuan(POHON[:2], (IKW, replace(IKU_4, **{kosong: None}))) == []


@pytest.mark.parametrize(
    ("jenis", "induk", "sah"),
    [
        ("visi", None, True),
        ("tujuan", None, True),
        ("tujuan", "visi", True),
        ("tujuan", "sasaran", True),
        ("tujuan", "tujuan", False),
        ("sasaran", "tujuan", True),
        ("sasaran", "sasaran", True),
        ("sasaran", None, False),
        ("sasaran", "visi", False),
        ("program", "sasaran", True),
        ("program", "tujuan", False),
        ("kegiatan", "program", True),
        ("kegiatan", "sasaran", False),
        ("subkegiatan", "kegiatan", True),
        ("subkegiatan", "program", False),
        ("misi", "visi", True),
        ("tujuan", "misi", True),
        ("misi", "tujuan", False),
        ("csf", "sasaran", True),
        ("csf", "csf", False),
        ("sasaran", "csf", True),
        ("program", "csf", True),
        ("strategi", "sasaran", True),
        ("strategi", None, False),
        ("arah", "strategi", True),
        ("arah", "tujuan", False),
        ("keluaran", "subkegiatan", True),
        ("keluaran", "tujuan", False),
        ("individu", "keluaran", True),
        ("individu", "individu", True),
        ("individu", "program", False),
        ("pesta", "program", False),
    ],
)
def test_jenjang_yang_sah(jenis: str, induk: str | None, sah: bool) -> None:
    assert induk_sah(jenis, induk) is sah


def test_jenjang_yang_terlompati_disebut() -> None:
    lompat = SimpulDiperiksa("7.01.04", "Trantib", "program", "t1", "tujuan", 1)
    yatim = SimpulDiperiksa("s9", "Yatim", "sasaran", None, None)

    temuan = periksa_pohon(
        (*POHON[:2], lompat, yatim),
        (IKW, IKU_4, replace(IKU_4, kode="i9", nama="Yatim", simpul="s9")),
    ).temuan

    assert [(t.kode, str(t.kalimat)) for t in temuan if t.kode == "lompat_jenjang"] == [
        (
            "lompat_jenjang",
            "“Trantib” (program) berada langsung di bawah tujuan: ada jenjang yang terlompati.",
        ),
        ("lompat_jenjang", "“Yatim” (sasaran) tidak berinduk."),
    ]


@given(st.permutations(POHON))
def test_urutan_simpul_tidak_mengubah_apa_yang_ditemukan(
    urutan: list[SimpulDiperiksa],
) -> None:
    assert set(kode_temuan(urutan, (IKW, IKU_4))) == set(kode_temuan(POHON, (IKW, IKU_4)))
