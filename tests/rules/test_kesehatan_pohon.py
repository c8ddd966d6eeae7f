"""How healthy a tree is, and what every rule says of itself."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rules.pohon_uji import (
    IKM,
    SASARAN,
    TUJUAN,
    UTUH,
)
from sakip_rules.pemeriksaan import (
    JENJANG,
    KAIDAH_INDIKATOR,
    KAIDAH_SIMPUL,
    SimpulDiperiksa,
    periksa_pohon,
)


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
    assert {
        h.kaidah.kode: (h.lulus, h.diperiksa)
        for h in (*hasil.simpul, *hasil.indikator)
        if h.diperiksa
    } == {
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
    assert sum(len(h.temuan) for h in (*hasil.simpul, *hasil.indikator)) == len(hasil.temuan)


def test_setiap_jenjang_dikenal_namanya() -> None:
    hasil = {"visi", "misi", "tujuan", "sasaran", "csf"}
    cara = {"strategi", "arah", "program", "kegiatan", "subkegiatan", "keluaran", "individu"}

    assert set(JENJANG) == hasil | cara
