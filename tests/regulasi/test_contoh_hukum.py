"""Every worked case that lies beside the law gives what its author wrote.

What this does not prove: that the law says so. A case is as good as its citation, and each shows
its arithmetic or its source.
"""

import importlib
import pkgutil

import penjawab
import pytest
from penjawab import PENJAWAB

from sakip_rules.galat import GalatKaidah
from sakip_rules.regulasi import Contoh, Kasus, muat_regulasi

for modul in pkgutil.iter_modules(penjawab.__path__):
    importlib.import_module(f"penjawab.{modul.name}")


def _jenis(contoh: Contoh) -> str:
    return muat_regulasi().versi(contoh.kaidah)[0].jenis


KASUS = [
    pytest.param(contoh, kasus, id=f"{contoh.kaidah}: {kasus.nama}")
    for contoh in muat_regulasi().daftar_contoh()
    for kasus in contoh.kasus
]
MENJAWAB = [p for p in KASUS if p.values[1].hasil is not None]
MENOLAK = [p for p in KASUS if p.values[1].galat is not None]


@pytest.mark.parametrize(("contoh", "kasus"), MENJAWAB)
def test_kasus_menjawab_seperti_tertulis(contoh: Contoh, kasus: Kasus) -> None:
    jawaban = PENJAWAB[_jenis(contoh)](contoh, kasus)

    assert kasus.hasil is not None
    assert {nama: jawaban[nama] for nama in kasus.hasil} == kasus.hasil, kasus.posisi


@pytest.mark.parametrize(("contoh", "kasus"), MENOLAK)
def test_kasus_ditolak_dengan_galat_yang_tertulis(contoh: Contoh, kasus: Kasus) -> None:
    with pytest.raises(GalatKaidah) as ditangkap:
        PENJAWAB[_jenis(contoh)](contoh, kasus)

    assert type(ditangkap.value).__name__ == kasus.galat, kasus.posisi


def test_setiap_jenis_yang_punya_contoh_punya_penjawab() -> None:
    jenis = {_jenis(contoh) for contoh in muat_regulasi().daftar_contoh()}

    assert jenis <= PENJAWAB.keys(), "tulis penjawabnya di tests/penjawab/"
