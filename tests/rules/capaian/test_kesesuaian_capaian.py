"""Published figures: the page recomputes row by row, and equals the collected data.

What this does not prove: that a published figure is right; only that ours is the same, or why not.
"""

from decimal import Decimal

import pytest
from kesesuaian_capaian import (
    ALASAN,
    BERBEDA,
    BERKAS,
    HALAMAN,
    SESUAI,
    Baris,
    Putusan,
    baca_halaman,
    daftar_terbit,
    halaman,
    periksa,
)

from sakip_rules.angka import FormatAngka, baca_angka
from sakip_rules.capaian import Pembulatan, bulatkan

SEMUA = baca_halaman()


@pytest.mark.parametrize(
    ("baris", "putusan"),
    [pytest.param(b, p, id=f"{n} {b.indikator[:40]}") for n, (b, p) in enumerate(SEMUA, start=1)],
)
def test_setiap_baris_halaman_dihitung_ulang_sama(baris: Baris, putusan: Putusan) -> None:
    assert periksa(baris) == putusan


def test_setiap_angka_dengan_rumus_baku_sesuai() -> None:
    baku = [(b, p) for b, p in SEMUA if b.rumus not in ALASAN]

    assert len(baku) == 271
    assert [(b.indikator, b.tahun) for b, p in baku if p.putusan != SESUAI] == []


def test_yang_tidak_dapat_disamakan_menyebut_sebabnya() -> None:
    lain = [p for b, p in SEMUA if b.rumus in ALASAN]

    assert len(lain) == 39
    assert {(p.putusan, p.alasan) for p in lain} == {
        (BERBEDA, alasan) for alasan in ALASAN.values()
    }


def test_rasio_tanpa_kali_seratus_sama_setelah_dikali_seratus() -> None:
    rasio = [(b, p) for b, p in SEMUA if b.rumus == "R/T tanpa ×100"]

    assert len(rasio) == 9
    for baris, putusan in rasio:
        kami = baca_angka(putusan.kita, FormatAngka.ID) / 100
        assert bulatkan(kami, Pembulatan(baris.desimal())) == baris.nilai(baris.tercetak)


def test_yang_tidak_cocok_memang_berbeda_pada_desimal_tercetak() -> None:
    tidak = [(b, p) for b, p in SEMUA if b.rumus == "tidak cocok"]

    for baris, putusan in tidak:
        kami = baca_angka(putusan.kita, FormatAngka.ID)
        tercetak = baris.nilai(baris.tercetak)
        assert isinstance(tercetak, Decimal)
        assert abs(kami - tercetak) >= Decimal("0.1")


@pytest.mark.skipif(not BERKAS.exists(), reason="kumpulan data terbit tidak ada (SAKIP_DATA)")
def test_halaman_sama_dengan_kumpulan_data() -> None:
    assert HALAMAN.read_text(encoding="utf-8") == halaman(daftar_terbit()), (
        "run: PYTHONPATH=src python tests/rules/capaian/kesesuaian_capaian.py"
    )
