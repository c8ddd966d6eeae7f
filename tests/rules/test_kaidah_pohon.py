"""Each rule about a tree beside a good and a bad example."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rules.pohon_uji import (
    DESA,
    IKM,
    KEGIATAN,
    PROGRAM,
    SASARAN,
    SUB,
    TUJUAN,
    UTUH,
    kode_temuan,
)
from sakip_rules.pemeriksaan import (
    SimpulDiperiksa,
    periksa_pohon,
)


def _hanya(kode: str, simpul: object, indikator: object) -> list[str]:
    """What one rule finds, by node or indicator."""
    return [objek for k, objek in kode_temuan(simpul, indikator) if k == kode]


def test_pohon_yang_utuh_tidak_memuat_temuan() -> None:
    assert kode_temuan(UTUH, (IKM,)) == []


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

    assert kode_temuan(UTUH, (indeks,)) == []


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
    temuan = [
        k for k, objek in kode_temuan(UTUH, (replace(IKM, nama="Kepuasan"), satu)) if objek == "x"
    ]

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
