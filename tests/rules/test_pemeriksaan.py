"""Checks of a tree of performance: each finding beside a plan that has it and one that has not."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.pemeriksaan import (
    JENJANG,
    KAIDAH_INDIKATOR,
    KAIDAH_SIMPUL,
    IndikatorDiperiksa,
    Keparahan,
    SimpulDiperiksa,
    induk_sah,
    periksa_pohon,
)

# Kecamatan Baros in short: the programme 7.01.03 has two sub-kegiatan, one of them moves nothing.
POHON = (
    SimpulDiperiksa("t1", "Pelayanan dan pemerintahan wilayah", "tujuan", None, None),
    SimpulDiperiksa("s4", "Perencanaan partisipatif", "sasaran", "t1", "tujuan"),
    SimpulDiperiksa("7.01.03", "Pemberdayaan Masyarakat", "program", "s4", "sasaran"),
    SimpulDiperiksa("7.01.03.2.01", "Koordinasi", "kegiatan", "7.01.03", "program"),
    SimpulDiperiksa(
        "7.01.03.2.01.0001", "Partisipasi Musrenbang", "subkegiatan", "7.01.03.2.01", "kegiatan", 1
    ),
    SimpulDiperiksa("7.01.03.2.03", "Lembaga", "kegiatan", "7.01.03", "program"),
    SimpulDiperiksa(
        "7.01.03.2.03.0002",
        "Peningkatan Kapasitas Lembaga Kemasyarakatan",
        "subkegiatan",
        "7.01.03.2.03",
        "kegiatan",
    ),
)
IKW = IndikatorDiperiksa(
    "ikw",
    "IKW",
    "t1",
    "naik_baik",
    bertarget=True,
    pengampu="kasi-pem",
    berdefinisi=True,
    bersumber=True,
)
# 9 of 29 is 31,03 %; the target is 35 %.
IKU_4 = IndikatorDiperiksa(
    "iku-4",
    "Usulan masuk RKPD",
    "s4",
    "naik_baik",
    bertarget=True,
    target=Decimal(35),
    baseline=Decimal("31.03"),
    pengampu="kasi-pmd",
    berdefinisi=True,
    bersumber=True,
)


def _kode(*hasil: object) -> list[tuple[str, str]]:
    return [(t.kode, t.objek) for t in periksa_pohon(*hasil).temuan]  # type: ignore[arg-type]


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

    assert _kode(baik, (IKW, IKU_4)) == []


def test_program_tanpa_sub_kegiatan_harus_mendukung_sendiri() -> None:
    program = SimpulDiperiksa("7.01.01", "Penunjang", "program", "s4", "sasaran")

    assert _kode((*POHON[:2], program), (IKW, IKU_4)) == [("tanpa_dukungan", "7.01.01")]
    assert _kode((*POHON[:2], replace(program, mendukung=1)), (IKW, IKU_4)) == []


def test_program_yang_berindikator_tidak_perlu_mendukung_yang_lain() -> None:
    program = SimpulDiperiksa("7.01.02", "Pelayanan", "program", "s4", "sasaran")
    waktu = replace(IKU_4, kode="1b", nama="Waktu layanan", simpul="7.01.02")

    assert _kode((*POHON[:2], program), (IKW, IKU_4, waktu)) == []


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

    assert _kode((visi, *POHON[:2]), (IKW, IKU_4, lepas)) == [("indikator_tanpa_sasaran", "lepas")]


def test_indikator_di_bawah_sasaran_mengukur_sasaran_itu() -> None:
    jauh = replace(IKU_4, kode="jauh", simpul="7.01.03.2.01.0001")

    assert ("indikator_tanpa_sasaran", "jauh") not in _kode(POHON, (IKW, IKU_4, jauh))


def test_pohon_yang_melingkar_tidak_mengulang_tanpa_akhir() -> None:
    lingkar = (
        SimpulDiperiksa("a", "A", "program", "b", "program"),
        SimpulDiperiksa("b", "B", "program", "a", "program"),
    )

    assert ("indikator_tanpa_sasaran", "iku-4") in _kode(lingkar, (replace(IKU_4, simpul="a"),))


def test_indikator_tanpa_target_wajib_diperbaiki() -> None:
    kosong = replace(IKU_4, bertarget=False, target=None)

    assert _kode(POHON[:2], (IKW, kosong)) == [("indikator_tanpa_target", "iku-4")]


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

    assert (_kode(POHON[:2], (IKW, satu)) == [("target_mundur", "iku-4")]) is mundur


@pytest.mark.parametrize("kosong", ["target", "baseline"])
def test_tanpa_angka_tidak_ada_yang_mundur(kosong: str) -> None:
    assert _kode(POHON[:2], (IKW, replace(IKU_4, **{kosong: None}))) == []


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
    assert set(_kode(urutan, (IKW, IKU_4))) == set(_kode(POHON, (IKW, IKU_4)))


# --- each rule beside a good and a bad example -------------------------------------------------

TUJUAN = SimpulDiperiksa("t", "Meningkatnya layanan", "tujuan", None, None)
SASARAN = SimpulDiperiksa("s", "Meningkatnya kepuasan", "sasaran", "t", "tujuan")
PROGRAM = SimpulDiperiksa("p", "Pelayanan", "program", "s", "sasaran")
KEGIATAN = SimpulDiperiksa("k", "Pelayanan umum", "kegiatan", "p", "program")
SUB = SimpulDiperiksa("k.1", "Fasilitasi", "subkegiatan", "k", "kegiatan", 1)
UTUH = (TUJUAN, SASARAN, PROGRAM, KEGIATAN, SUB)
IKM = replace(IKU_4, kode="ikm", nama="Indeks kepuasan", simpul="s")
DESA = replace(
    IKU_4, kode="d", nama="Desa tertib", simpul="s", satuan="desa", menjumlah=True, target=None
)


def _hanya(kode: str, simpul: object, indikator: object) -> list[str]:
    """What one rule finds, by node or indicator."""
    return [objek for k, objek in _kode(simpul, indikator) if k == kode]


def test_pohon_yang_utuh_tidak_memuat_temuan() -> None:
    assert _kode(UTUH, (IKM,)) == []


@pytest.mark.parametrize(
    ("uraian", "ditemukan"),
    [
        ("Terlaksananya musrenbang", True),
        ("TERSUSUNNYA dokumen rencana", True),
        ("Penyediaan layanan", True),
        ("Meningkatnya kepuasan", False),
        ("Terwujudnya desa yang tertib", False),
        ("Pelaksana yang andal", False),  # begins alike, is another word
        ("", False),
    ],
)
def test_sasaran_menyebut_keadaan(uraian: str, ditemukan: bool) -> None:
    simpul = (TUJUAN, replace(SASARAN, uraian=uraian), PROGRAM, KEGIATAN, SUB)

    assert (_hanya("kata_kegiatan", simpul, (IKM,)) == ["s"]) is ditemukan


def test_kata_tidak_diperiksa_bila_sakelarnya_tidak() -> None:
    simpul = (TUJUAN, replace(SASARAN, uraian="Terlaksananya musrenbang"), PROGRAM, KEGIATAN, SUB)
    dokumen = replace(IKM, kode="x", nama="Jumlah dokumen")

    dengan = periksa_pohon(simpul, (IKM, dokumen))
    tanpa = periksa_pohon(simpul, (IKM, dokumen), kata=False)

    assert {t.kode for t in dengan.temuan} == {"kata_kegiatan", "keluaran_di_hasil"}
    assert (tanpa.temuan, tanpa.kesehatan) == ((), Decimal("100.00"))


def test_nama_resmi_program_tidak_diperiksa_katanya() -> None:
    program = replace(PROGRAM, uraian="Penyelenggaraan Pemerintahan dan Pelayanan Publik")

    assert _hanya("kata_kegiatan", (TUJUAN, SASARAN, program, KEGIATAN, SUB), (IKM,)) == []


def test_sasaran_tanpa_program_hanya_bila_dokumennya_sampai_ke_program() -> None:
    lain = SimpulDiperiksa("s2", "Menurunnya gangguan", "sasaran", "t", "tujuan")
    kedua = replace(IKM, kode="i2", nama="Gangguan", simpul="s2")

    assert _hanya("sasaran_tanpa_program", (*UTUH, lain), (IKM, kedua)) == ["s2"]
    assert _hanya("sasaran_tanpa_program", (TUJUAN, SASARAN, lain), (IKM, kedua)) == []


@pytest.mark.parametrize(
    ("kode", "kurang"),
    [
        ("indikator_tanpa_pengampu", {"pengampu": None}),
        ("indikator_tanpa_definisi", {"berdefinisi": False}),
        ("indikator_tanpa_sumber", {"bersumber": False}),
    ],
)
def test_kelengkapan_indikator(kode: str, kurang: dict[str, object]) -> None:
    assert _hanya(kode, UTUH, (IKM,)) == []
    assert _hanya(kode, UTUH, (replace(IKM, **kurang),)) == ["ikm"]  # type: ignore[arg-type]


def test_yang_dihitung_dari_indikator_lain_tidak_diampu_dan_tidak_bersumber() -> None:
    indeks = replace(IKM, kode="ikw", dihitung=True, pengampu=None, bersumber=False)

    assert _kode(UTUH, (indeks,)) == []


@pytest.mark.parametrize(
    ("simpul", "nama", "kode"),
    [
        ("s", "Jumlah dokumen perencanaan", "keluaran_di_hasil"),
        ("s", "Banyaknya kegiatan sosialisasi", "keluaran_di_hasil"),
        ("k.1", "Indeks kepuasan warga", "hasil_di_keluaran"),
        ("k", "Tingkat kehadiran", "hasil_di_keluaran"),
        ("s", "Jumlah penduduk miskin", None),
        ("s", "Persentase dokumen lengkap", None),
        ("k.1", "Jumlah dokumen perencanaan", None),
        ("p", "Indeks pelayanan program", None),
    ],
)
def test_ukuran_berada_pada_jenjangnya(simpul: str, nama: str, kode: str | None) -> None:
    satu = replace(IKM, kode="x", nama=nama, simpul=simpul)
    temuan = [k for k, objek in _kode(UTUH, (replace(IKM, nama="Kepuasan"), satu)) if objek == "x"]

    assert temuan == ([kode] if kode else [])


def test_indikator_di_dua_jenjang_kembar() -> None:
    kembar = replace(IKM, kode="ikm-2", nama="Indeks  KEPUASAN", simpul="p")

    assert _hanya("indikator_kembar", UTUH, (IKM, kembar)) == ["ikm", "ikm-2"]
    assert _hanya("indikator_kembar", UTUH, (IKM, replace(kembar, simpul="s"))) == []


def test_satu_ukuran_dua_pengampu() -> None:
    lain = replace(IKM, kode="ikm-2", pengampu="kasi-lain")

    assert _hanya("pengampu_ganda", UTUH, (IKM, lain)) == ["ikm", "ikm-2"]
    assert _hanya("pengampu_ganda", UTUH, (IKM, replace(lain, pengampu=IKM.pengampu))) == []
    assert _hanya("pengampu_ganda", UTUH, (IKM, replace(lain, pengampu=None))) == []


@pytest.mark.parametrize(
    ("bagian", "ditemukan"),
    [
        (("6", "7"), True),  # 6 + 7 = 13 < 14
        (("6", "8"), False),  # 14
        (("9", "8"), False),  # more than promised is no fault
        (("6", None), False),  # not known yet, so nothing can be said
        ((), False),
    ],
)
def test_target_bagian_mencukupi_yang_di_atasnya(
    bagian: tuple[str | None, ...], ditemukan: bool
) -> None:
    program = [replace(PROGRAM, kode=f"p{n}") for n in range(len(bagian))]
    anak = [
        replace(DESA, kode=f"d{n}", simpul=f"p{n}", target=None if b is None else Decimal(b))
        for n, b in enumerate(bagian)
    ]
    semua = (replace(DESA, target=Decimal(14)), *anak)

    assert (_hanya("target_bagian_kurang", (TUJUAN, SASARAN, *program), semua) == ["d"]) is (
        ditemukan
    )
    # A count and the counts that make it up are one measure, not twins with several owners.
    assert _hanya("indikator_kembar", (TUJUAN, SASARAN, *program), semua) == []


def test_persen_tidak_dijumlahkan() -> None:
    induk = replace(DESA, target=Decimal(90), menjumlah=False)
    anak = replace(induk, kode="d0", simpul="p", target=Decimal(50))

    assert _hanya("target_bagian_kurang", UTUH, (induk, anak)) == []


def test_kalimat_target_menyebut_kedua_angka() -> None:
    semua = (
        replace(DESA, target=Decimal(14)),
        replace(DESA, kode="d0", simpul="p", target=Decimal("12.5")),
    )
    temuan = periksa_pohon(UTUH, semua).temuan

    assert "Target “Desa tertib” 14 desa, tetapi bagian-bagiannya hanya 12,5." in [
        str(t.kalimat) for t in temuan
    ]


# --- health of a tree --------------------------------------------------------------------------


def test_kesehatan_adalah_bagian_berbobot_yang_lulus() -> None:
    """By hand, of two nodes and one indicator without a target and without an owner.

    wajib (weight 2): level 2 of 2, sasaran with indicator 1 of 1, indicator with sasaran 1 of 1,
    with target 0 of 1: 4 of 5. perhatian (weight 1): words of nodes 2 of 2, owner 0 of 1,
    definition 1 of 1, source 1 of 1, output words 1 of 1, twins 1 of 1: 6 of 7. Target against the
    start and the single owner do not apply. (2 × 4 + 6) / (2 × 5 + 7) = 14/17 = 82,3529 %.
    """
    satu = replace(IKM, bertarget=False, target=None, pengampu=None)

    hasil = periksa_pohon((TUJUAN, SASARAN), (satu,))

    assert hasil.kesehatan == Decimal("82.35")
    assert {h.kaidah.kode: (h.lulus, h.diperiksa) for h in hasil.menurut_kaidah if h.diperiksa} == {
        "lompat_jenjang": (2, 2),
        "sasaran_tanpa_indikator": (1, 1),
        "kata_kegiatan": (2, 2),
        "indikator_tanpa_sasaran": (1, 1),
        "indikator_tanpa_target": (0, 1),
        "indikator_tanpa_pengampu": (0, 1),
        "indikator_tanpa_definisi": (1, 1),
        "indikator_tanpa_sumber": (1, 1),
        "keluaran_di_hasil": (1, 1),
        "indikator_kembar": (1, 1),
    }


def test_pohon_utuh_sehat_seratus_dan_pohon_kosong_tidak_dinilai() -> None:
    assert periksa_pohon(UTUH, (IKM,)).kesehatan == Decimal("100.00")
    assert periksa_pohon((), ()).kesehatan is None


def test_tiap_kaidah_menyebut_cara_memperbaiki_dan_dasarnya() -> None:
    semua = [*KAIDAH_SIMPUL, *KAIDAH_INDIKATOR]
    kode = [k.kode for k in semua]

    assert len(kode) == len(set(kode)) == 17
    assert all(str(k.judul) and str(k.lencana) and str(k.perbaikan) for k in semua)
    assert {k.dasar for k in semua} == {"PermenPANRB 89/2021", "tafsir-0016"}


@given(st.permutations(UTUH), st.integers(0, 100))
def test_kesehatan_antara_nol_dan_seratus(urutan: list[SimpulDiperiksa], baseline: int) -> None:
    hasil = periksa_pohon(urutan, (replace(IKM, baseline=Decimal(baseline)),))

    assert hasil.kesehatan is not None
    assert 0 <= hasil.kesehatan <= 100
    assert sum(len(h.temuan) for h in hasil.menurut_kaidah) == len(hasil.temuan)


def test_setiap_jenjang_dikenal_namanya() -> None:
    hasil = {"visi", "misi", "tujuan", "sasaran", "csf"}
    cara = {"strategi", "arah", "program", "kegiatan", "subkegiatan", "keluaran", "individu"}

    assert set(JENJANG) == hasil | cara
