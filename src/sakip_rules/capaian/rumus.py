"""The named formulas. Data selects one of them by name; here they are written once.

Each takes target T (not zero) and realisasi R over one common denominator, which cancels, and
returns the percentage as a fraction, so that nothing is rounded before the one division.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

from sakip_rules.capaian.hitungan import EKSAK, Pecahan
from sakip_rules.capaian.nilai import SERATUS
from sakip_rules.kalimat import pola_kalimat

DUA: Final = Decimal(2)
_kali: Final = EKSAK.multiply
_kurang: Final = EKSAK.subtract

Rumus: TypeAlias = Callable[[Decimal, Decimal], Pecahan]


def realisasi_per_target(t: Decimal, r: Decimal) -> Pecahan:
    """R ÷ T × 100."""
    return _kali(r, SERATUS), t


def kebalikan_selisih(t: Decimal, r: Decimal) -> Pecahan:
    """(2T − R) ÷ T × 100, the same as (T − (R − T)) ÷ T × 100."""
    return _kali(_kurang(_kali(t, DUA), r), SERATUS), t


def selisih_mutlak(t: Decimal, r: Decimal) -> Pecahan:
    """(|T| − |R − T|) ÷ |T| × 100: any distance from the target costs, whichever way."""
    mutlak = EKSAK.abs(t)
    return _kali(_kurang(mutlak, EKSAK.abs(_kurang(r, t))), SERATUS), mutlak


RUMUS: Final[Mapping[str, Rumus]] = MappingProxyType(
    {
        "realisasi_per_target": realisasi_per_target,
        "kebalikan_selisih": kebalikan_selisih,
        "selisih_mutlak": selisih_mutlak,
    }
)

POLA: Final[Mapping[str, str]] = MappingProxyType(
    {
        "realisasi_per_target": pola_kalimat(
            "Capaian = realisasi ÷ target × 100 = {r} ÷ {t} × 100 = {hasil}"
        ),
        "kebalikan_selisih": pola_kalimat(
            "Capaian = (2 × target − realisasi) ÷ target × 100 "
            "= (2 × {t} − {r}) ÷ {t} × 100 = {hasil}"
        ),
        "selisih_mutlak": pola_kalimat(
            "Capaian = (|target| − |realisasi − target|) ÷ |target| × 100 "
            "= (|{t}| − |{r} − {t}|) ÷ |{t}| × 100 = {hasil}"
        ),
    }
)
"""What the explanation shows for each formula, with the numbers filled in."""
