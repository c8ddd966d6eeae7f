"""Every worked case that lies beside the law gives what its author wrote.

What this does not prove: that the law says so. A case is as good as its citation, and each shows
its arithmetic or its source.
"""

import importlib
import pkgutil
from typing import Any

import pytest

import penjawab
from penjawab import PENJAWAB
from sakip_rules.galat import GalatKaidah
from sakip_rules.regulasi import Contoh, Kasus, muat_regulasi

for modul in pkgutil.iter_modules(penjawab.__path__):
    importlib.import_module(f"penjawab.{modul.name}")


def _jenis(contoh: Contoh) -> str:
    return muat_regulasi().versi(contoh.kaidah)[0].jenis


SEMUA = [(contoh, kasus) for contoh in muat_regulasi().daftar_contoh() for kasus in contoh.kasus]


def _parameter(*, menjawab: bool) -> list[Any]:
    return [
        pytest.param(contoh, kasus, id=f"{contoh.kaidah}: {kasus.nama}")
        for contoh, kasus in SEMUA
        if (kasus.galat is None) is menjawab
    ]


@pytest.mark.parametrize(("contoh", "kasus"), _parameter(menjawab=True))
def test_kasus_menjawab_seperti_tertulis(contoh: Contoh, kasus: Kasus) -> None:
    jawaban = PENJAWAB[_jenis(contoh)](contoh, kasus)

    assert kasus.hasil is not None
    assert {nama: jawaban[nama] for nama in kasus.hasil} == kasus.hasil, kasus.posisi


@pytest.mark.parametrize(("contoh", "kasus"), _parameter(menjawab=False))
def test_kasus_ditolak_dengan_galat_yang_tertulis(contoh: Contoh, kasus: Kasus) -> None:
    with pytest.raises(GalatKaidah) as ditangkap:
        PENJAWAB[_jenis(contoh)](contoh, kasus)

    assert type(ditangkap.value).__name__ == kasus.galat, kasus.posisi


def test_setiap_jenis_yang_punya_contoh_punya_penjawab() -> None:
    jenis = {_jenis(contoh) for contoh in muat_regulasi().daftar_contoh()}

    assert jenis <= PENJAWAB.keys(), "tulis penjawabnya di tests/penjawab/"
