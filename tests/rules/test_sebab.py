"""Classes of causes: stable codes, a word and a meaning for each."""

from datetime import date

import pytest

from sakip_rules.galat import KaidahBelumBerlaku
from sakip_rules.sebab import SyaratFaktor, golongan_sebab, syarat_faktor

PADA = date(2026, 3, 31)


def test_kode_golongan_tidak_berubah() -> None:
    # Stored with figures: whoever renames one makes old years unreadable.
    assert [g.kode for g in golongan_sebab(PADA)] == [
        "anggaran",
        "sdm",
        "data",
        "sarana",
        "alam",
        "kebijakan",
        "pihak_ketiga",
        "perencanaan",
        "proses",
        "lainnya",
    ]
    assert all(g.sebutan and g.arti.endswith(".") for g in golongan_sebab(PADA))


def test_sebelum_berlaku_tidak_ada_golongan() -> None:
    with pytest.raises(KaidahBelumBerlaku):
        golongan_sebab(date(2014, 4, 20))


def test_faktor_wajib_bila_tidak_dipilih() -> None:
    assert syarat_faktor(PADA) is SyaratFaktor.WAJIB
    assert syarat_faktor(PADA, SyaratFaktor.BOLEH_KOSONG) is SyaratFaktor.BOLEH_KOSONG
