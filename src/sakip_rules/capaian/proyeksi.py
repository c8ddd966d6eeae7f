"""How many further cases, all of them good, bring a share to its target (docs/algoritma)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip_rules.capaian.nilai import Rasio
from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat

NOL: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class ProyeksiRasio:
    """``perlu`` further cases, all good, reach the target; ``None``: no number of them does.

    ``jadi`` is the share they would make: (61+38)/(72+38).
    """

    perlu: int | None
    jadi: Rasio | None


def proyeksi_rasio(kini: Rasio, target: Decimal | Rasio) -> ProyeksiRasio:
    """Give the least n with (pembilang + n) ÷ (penyebut + n) at or above the target.

    n = ⌈(t·penyebut − pembilang) ÷ (1 − t)⌉ with t the target as a share; 0 when it is met already.
    Only for shares where more is better. Raises ``MasukanSalah`` for a target over nothing.
    """
    bagian = _bagian(target, kini.pengali)
    atas, bawah = Fraction(kini.pembilang), Fraction(kini.penyebut)
    kurang = bagian * bawah - atas
    if kurang <= NOL and bawah > NOL:
        return ProyeksiRasio(0, kini)
    if bagian >= 1 and (kurang > NOL or bagian > 1):
        return ProyeksiRasio(None, None)
    perlu = 1 if bawah == NOL else -((-kurang) // (1 - bagian))
    jadi = Rasio(kini.pembilang + perlu, kini.penyebut + perlu, kini.pengali)
    return ProyeksiRasio(int(perlu), jadi)


def _bagian(target: Decimal | Rasio, pengali: Decimal) -> Fraction:
    if isinstance(target, Decimal):
        return Fraction(target) / Fraction(pengali)
    if target.penyebut == 0:
        raise MasukanSalah(kalimat("Penyebut target nol; perbaiki targetnya."))
    return (
        Fraction(target.pembilang)
        * Fraction(target.pengali)
        / Fraction(target.penyebut)
        / Fraction(pengali)
    )
