"""Check codes: short, unmistakable, and a slip of the pen shows."""

import pytest
from django.conf import settings

from sakip.arsip.kode import (
    ABJAD,
    alamat_periksa,
    kode_baru,
    kode_dalam_alamat,
    kode_dari_benih,
    rapikan_kode,
)

BENAR = "K7QPM-R3XDB"


def test_kode_tanpa_huruf_yang_mudah_tertukar() -> None:
    assert set("01ILO") & set(ABJAD) == set()
    assert len(ABJAD) == 31


def test_kode_baru_berbentuk_cetak_dan_berbeda_beda() -> None:
    kode = {kode_baru() for _n in range(500)}

    assert len(kode) == 500
    assert {rapikan_kode(satu) for satu in kode} == kode


@pytest.mark.parametrize(
    "ketikan",
    [BENAR, "k7qpm-r3xdb", "K7QPMR3XDB", " K7QPM R3XDB ", "k7qpm–r3xdb", "K7QPM - R3XDB."],
)
def test_cara_mengetik_tidak_berpengaruh(ketikan: str) -> None:
    assert rapikan_kode(ketikan) == BENAR


@pytest.mark.parametrize(
    "ketikan",
    ["", "K7QPM", "K7QPM-R3XDB2", "K7QPM-R3XD0", "<script>", "K7QPM-R3XDA", "K7QPM-R3XBD"],
)
def test_bukan_kode_yang_utuh(ketikan: str) -> None:
    assert rapikan_kode(ketikan) is None


@pytest.mark.parametrize("letak", range(10))
def test_satu_huruf_salah_selalu_ketahuan(letak: int) -> None:
    inti = BENAR.replace("-", "")
    salah = [f"{inti[:letak]}{h}{inti[letak + 1 :]}" for h in ABJAD if h != inti[letak]]

    assert {rapikan_kode(satu) for satu in salah} == {None}


@pytest.mark.parametrize("letak", range(8))
def test_dua_huruf_bertukar_ketahuan(letak: int) -> None:
    inti = BENAR.replace("-", "")
    tukar = f"{inti[:letak]}{inti[letak + 1]}{inti[letak]}{inti[letak + 2 :]}"

    assert rapikan_kode(tukar) is None


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        (f"https://sakip.example/periksa/{BENAR}/", BENAR),
        (f"http://127.0.0.1:8000/periksa/{BENAR}", BENAR),
        (f"https://sakip.example/periksa/{BENAR}/?x=1", None),
        ("https://sakip.example/periksa/K7QPM-R3XDA/", None),
        ("https://jahat.example/", None),
        (BENAR, None),
    ],
)
def test_kode_dalam_alamat(teks: str, kode: str | None) -> None:
    assert kode_dalam_alamat(teks) == kode


def test_alamat_periksa_memuat_kodenya() -> None:
    assert kode_dalam_alamat(alamat_periksa(BENAR)) == BENAR
    assert alamat_periksa(BENAR).startswith(settings.ALAMAT_PUBLIK)


def test_kode_contoh_sama_pada_tiap_pemuatan_dan_hanya_di_dalam_baloknya() -> None:
    with kode_dari_benih("2026-01-23 10"):
        satu = [kode_baru(), kode_baru()]
    with kode_dari_benih("2026-01-23 10"):
        dua = [kode_baru(), kode_baru()]

    assert satu == dua
    assert satu[0] != satu[1]
    assert kode_baru() not in {*satu, *dua}
