"""Short hands for the tests of capaian: one date, one set of rules, numbers from text."""

from datetime import date
from decimal import Decimal
from typing import Any

from sakip_rules.capaian import (
    Arah,
    KaidahCapaian,
    Kebijakan,
    NilaiKinerja,
    Ordinal,
    Rasio,
    Rentang,
    YaTidak,
    bulatkan,
    capaian,
    kaidah_capaian,
    skala,
)
from sakip_rules.capaian.kebijakan import Pembulatan
from sakip_rules.hasil import Hasil

PADA = date(2026, 12, 31)
D = Decimal
BAWAAN = kaidah_capaian(PADA)
NAIK, TURUN, RENTANG, STABIL = Arah


def kaidah(**pilihan: Any) -> KaidahCapaian:
    """Rules with some switches set: ``kaidah(batas_atas=D(120))``."""
    return kaidah_capaian(PADA, Kebijakan(**pilihan))


def rasio(teks: str) -> Rasio:
    """``rasio("11/14")``."""
    pembilang, penyebut = teks.split("/")
    return Rasio(D(pembilang), D(penyebut))


def rentang(teks: str) -> Rentang:
    """``rentang("80..90")``."""
    bawah, atas = teks.split("..")
    return Rentang(D(bawah), D(atas))


def opini(kode: str) -> Ordinal:
    """One opinion of the BPK."""
    return Ordinal(kode, skala("skala.opini_bpk", PADA))


def predikat(kode: str) -> Ordinal:
    """One predikat AKIP."""
    return Ordinal(kode, skala("skala.predikat_akip", PADA))


YA, TIDAK = YaTidak(ya=True), YaTidak(ya=False)


def hitung(
    target: NilaiKinerja | str | None,
    realisasi: NilaiKinerja | str | None,
    arah: Arah = NAIK,
    aturan: KaidahCapaian = BAWAAN,
    **lain: Any,
) -> Hasil:
    """Capaian of two values; plain text stands for a number."""
    return capaian(_nilai(target), _nilai(realisasi), arah=arah, kaidah=aturan, **lain)


def dua_desimal(hasil: Hasil) -> str:
    """What is printed: two decimals, half up."""
    assert hasil.nilai is not None
    return str(bulatkan(hasil.nilai, Pembulatan(2)))


def _nilai(nilai: NilaiKinerja | str | None) -> NilaiKinerja | None:
    return D(nilai) if isinstance(nilai, str) else nilai
