"""The named formulas. Data selects one of them by name; here they are written once.

Each takes target and realisasi as fractions (target not zero) and returns the percentage as a
fraction, so that nothing is rounded before the end.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

from sakip_rules.capaian.hitungan import EKSAK, SATU, Pecahan
from sakip_rules.capaian.nilai import SERATUS
from sakip_rules.kalimat import pola_kalimat

DUA: Final = Decimal(2)
_kali: Final = EKSAK.multiply

Rumus: TypeAlias = Callable[[Pecahan, Pecahan], Pecahan]


def realisasi_per_target(target: Pecahan, realisasi: Pecahan) -> Pecahan:
    """R ÷ T × 100."""
    t, r = _sebut_sama(target, realisasi)
    return _kali(r, SERATUS), t


def kebalikan_selisih(target: Pecahan, realisasi: Pecahan) -> Pecahan:
    """(2T − R) ÷ T × 100, the same as (T − (R − T)) ÷ T × 100."""
    t, r = _sebut_sama(target, realisasi)
    return _kali(EKSAK.subtract(_kali(t, DUA), r), SERATUS), t


def selisih_mutlak(target: Pecahan, realisasi: Pecahan) -> Pecahan:
    """(|T| − |R − T|) ÷ |T| × 100: any distance from the target costs, whichever way."""
    t, r = _sebut_sama(target, realisasi)
    jarak = EKSAK.abs(EKSAK.subtract(r, t))
    mutlak = EKSAK.abs(t)
    return _kali(EKSAK.subtract(mutlak, jarak), SERATUS), mutlak


def _sebut_sama(target: Pecahan, realisasi: Pecahan) -> tuple[Decimal, Decimal]:
    """Give both numerators over their common denominator, which cancels in every formula."""
    t, per_t = target
    r, per_r = realisasi
    return (
        t if per_r is SATU else _kali(t, per_r),
        r if per_t is SATU else _kali(r, per_t),
    )


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
