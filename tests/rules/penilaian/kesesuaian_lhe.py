"""Writes ``docs/algoritma/kesesuaian-lhe.md`` from the published results beside the law.

Run ``python tests/rules/penilaian/kesesuaian_lhe.py`` after changing ``contoh/lhe_terbit.yaml``;
``test_kesesuaian_lhe.py`` fails until the page is in step.
"""

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.penilaian import PemeriksaanLHE, StatusLHE, periksa_lhe
from sakip_rules.regulasi import Kasus, muat_regulasi

HALAMAN = Path(__file__).parents[3] / "docs" / "algoritma" / "kesesuaian-lhe.md"

PEMBUKA = """\
# Kesesuaian dengan hasil evaluasi yang terbit

Halaman ini dibuat oleh `tests/rules/penilaian/kesesuaian_lhe.py` dari
`src/sakip_regulasi/kebijakan-nasional/contoh/lhe_terbit.yaml`; jangan disunting. Cara
memeriksanya ada pada [penilaian](penilaian.md) dan [tafsir-0111](../tafsir/tafsir-0111.md). Tidak
ada angka yang dibetulkan: bila total yang tercetak bukan jumlah komponennya, keduanya disebut.
"""
STATUS = {
    StatusLHE.KONSISTEN: "konsisten",
    StatusLHE.TIDAK_KONSISTEN: "**tidak konsisten**",
    StatusLHE.TOTAL_SAJA: "hanya total yang terbit",
    StatusLHE.TANPA_ANGKA: "hanya predikat yang terbit",
}


@cache
def daftar_kasus() -> list[Kasus]:
    """Every published result, in the order of its file."""
    return [
        kasus
        for contoh in muat_regulasi().daftar_contoh()
        if contoh.kaidah == "akip.pemeriksaan_lhe"
        for kasus in contoh.kasus
    ]


def periksa(kasus: Kasus) -> PemeriksaanLHE:
    """Check one published result."""
    total = kasus.masukan["total"]
    return periksa_lhe(
        [Decimal(satu) for satu in kasus.masukan["komponen"]],
        None if total is None else Decimal(total),
        kasus.masukan["predikat"],
        regulasi_id=kasus.masukan["regulasi"],
        pada=kasus.pada,
    )


def halaman() -> str:
    """The whole page."""
    hasil = [(kasus, periksa(kasus)) for kasus in daftar_kasus()]
    berkomponen = [satu for satu in hasil if satu[0].masukan["komponen"]]
    lain = [satu for satu in hasil if not satu[0].masukan["komponen"]]
    banyak = Counter(satu.status for _, satu in hasil)
    cara = Counter(satu.cara.value for _, satu in hasil if satu.cara is not None)
    return "\n".join(
        [
            PEMBUKA,
            f"{len(hasil)} hasil: "
            + ", ".join(f"{banyak[satu]} {STATUS[satu].strip('*')}" for satu in StatusLHE)
            + ". Di antara yang konsisten: "
            + ", ".join(f"{cara[satu]} {satu}" for satu in ("tepat", "dibulatkan", "dipotong"))
            + ".",
            "",
            "## Komponen, total, dan predikat",
            "",
            "| hasil | komponen | jumlah | tercetak | cara | predikat | tercetak | kesimpulan |",
            "|---|---|--:|--:|---|---|---|---|",
            *(_baris_komponen(*satu) for satu in berkomponen),
            "",
            "## Hanya total atau predikat",
            "",
            "Predikat dihitung hanya bila sumbernya menyebut regulasinya.",
            "",
            "| hasil | total tercetak | predikat kami | tercetak | kesimpulan | sumber |",
            "|---|--:|---|---|---|---|",
            *(_baris_total(*satu) for satu in lain),
            "",
        ]
    )


def _angka(nilai: Decimal | None) -> str:
    if nilai is None:
        return "–"
    return tulis_angka(nilai, FormatAngka.ID, max(2, -int(nilai.as_tuple().exponent)))


def _kode(hasil: PemeriksaanLHE) -> str:
    return "–" if hasil.predikat_hitung is None else hasil.predikat_hitung.kode


def _baris_komponen(kasus: Kasus, hasil: PemeriksaanLHE) -> str:
    sel = [
        kasus.nama,
        " + ".join(_angka(Decimal(satu)) for satu in kasus.masukan["komponen"]),
        _angka(hasil.total_hitung),
        _angka(hasil.total_tercetak),
        "–" if hasil.cara is None else hasil.cara.value,
        _kode(hasil),
        hasil.predikat_tercetak or "–",
        STATUS[hasil.status],
    ]
    return f"| {' | '.join(sel)} |"


def _baris_total(kasus: Kasus, hasil: PemeriksaanLHE) -> str:
    sel = [
        kasus.nama,
        _angka(hasil.total_tercetak),
        _kode(hasil),
        hasil.predikat_tercetak or "–",
        STATUS[hasil.status],
        kasus.sumber or "–",
    ]
    return f"| {' | '.join(sel)} |"


if __name__ == "__main__":
    HALAMAN.write_text(halaman(), encoding="utf-8")
