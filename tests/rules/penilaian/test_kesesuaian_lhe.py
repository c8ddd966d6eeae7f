"""Published results: typed beside the law, shown in the docs, and equal to the collected data."""

import csv
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from kesesuaian_lhe import HALAMAN, daftar_kasus, halaman, periksa

from sakip_rules.penilaian import StatusLHE
from sakip_rules.regulasi import Kasus

DATA = Path(os.environ.get("SAKIP_DATA", Path(__file__).parents[4] / "shared" / "data"))
BERKAS = DATA / "lhe_terbit.csv"
KOMPONEN = ("perencanaan", "pengukuran", "pelaporan", "evaluasi", "capaian")


def _terbit() -> list[dict[str, str]]:
    if not BERKAS.exists():
        return []
    with BERKAS.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def test_halaman_kesesuaian_sesuai_dengan_data() -> None:
    assert HALAMAN.read_text(encoding="utf-8") == halaman(), (
        "run: python tests/rules/penilaian/kesesuaian_lhe.py"
    )


@pytest.mark.parametrize("kasus", daftar_kasus(), ids=lambda kasus: kasus.nama)
def test_predikat_yang_tercetak_cocok_dengan_totalnya(kasus: Kasus) -> None:
    """Every printed total has the printed predikat; only sums are wrong in print."""
    hasil = periksa(kasus)

    assert not [satu for satu in hasil.temuan if "Predikat" in str(satu)]


def test_yang_tidak_konsisten_tepat_lima() -> None:
    salah = [k.nama for k in daftar_kasus() if periksa(k).status is StatusLHE.TIDAK_KONSISTEN]

    assert salah == [
        "PA Binjai 2022",
        "PA Sei Rampah 2023",
        "PA Sei Rampah 2022",
        "PA Kabanjahe 2023",
        "PA Panyabungan 2022",
    ]


def _angka(teks: str) -> Decimal | None:
    return Decimal(teks) if teks else None


@pytest.mark.skipif(not BERKAS.exists(), reason="kumpulan data terbit tidak ada (SAKIP_DATA)")
@pytest.mark.parametrize(("nomor", "baris"), list(enumerate(_terbit())))
def test_setiap_baris_kumpulan_data_tertulis_dan_berkesimpulan_sama(
    nomor: int, baris: dict[str, Any]
) -> None:
    kasus = daftar_kasus()[nomor]
    masukan = kasus.masukan

    hasil = periksa(kasus)

    assert [Decimal(satu) for satu in masukan["komponen"]] == [
        Decimal(baris[nama]) for nama in KOMPONEN if baris[nama]
    ]
    assert (hasil.total_tercetak, masukan["predikat"]) == (
        _angka(baris["total"]),
        baris["predikat"] or None,
    )
    assert (
        hasil.status.value
        == {
            "sum_ok": "konsisten",
            "SUM_MISMATCH": "tidak_konsisten",
            "total_only": "total_saja" if baris["total"] else "tanpa_angka",
        }[baris["note"].partition(":")[0]]
    )


@pytest.mark.skipif(not BERKAS.exists(), reason="kumpulan data terbit tidak ada (SAKIP_DATA)")
def test_banyaknya_baris_sama_dengan_kumpulan_data() -> None:
    assert len(daftar_kasus()) == len(_terbit())
