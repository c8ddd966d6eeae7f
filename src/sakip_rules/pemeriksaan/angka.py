"""Figures that may be true and are still unlikely (docs/algoritma/pemeriksaan.md)."""

from decimal import Decimal

from sakip_rules.capaian.nilai import Rasio
from sakip_rules.kalimat import Kalimat, kalimat


def angka_janggal(nilai: Decimal | Rasio) -> Kalimat | None:
    """Ask to look again at a realisasi below zero, or at a share of more than its whole.

    ``nilai`` is in the unit of its indicator. ``None``: nothing is odd. It holds nothing up: growth
    may be negative, and 9 of 8 may be what the office was told.
    """
    angka = nilai.pembilang if isinstance(nilai, Rasio) else nilai
    if angka < 0:
        return kalimat("Angkanya negatif; periksa lagi.")
    if isinstance(nilai, Rasio) and nilai.pembilang > nilai.penyebut:
        return kalimat("Pembilangnya lebih besar daripada penyebutnya; periksa lagi.")
    return None
