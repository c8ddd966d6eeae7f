"""Budget absorption, and the named ways to speak of efficiency. None applies unless it is chosen.

PermenPANRB 53/2014 asks for an analysis of efficiency and gives no formula (tafsir-0010); the
formula of PMK 214/PMK.02/2017 is offered with its clamp (tafsir-0011). All results are in per cent
or percentage points. Algorithm and guarantees: ``docs/algoritma/efisiensi.md``.
"""

from sakip_rules.efisiensi.kaidah import EFISIENSI, Jepit, KaidahEfisiensi, RumusEfisiensi
from sakip_rules.efisiensi.keluaran import EfisiensiKeluaran, Keluaran, efisiensi_keluaran
from sakip_rules.efisiensi.serapan import (
    AmbangEfisiensi,
    Efisiensi,
    GolonganEfisiensi,
    selisih_capaian_serapan,
    serapan,
)

__all__ = [
    "EFISIENSI",
    "AmbangEfisiensi",
    "Efisiensi",
    "EfisiensiKeluaran",
    "GolonganEfisiensi",
    "Jepit",
    "KaidahEfisiensi",
    "Keluaran",
    "RumusEfisiensi",
    "efisiensi_keluaran",
    "selisih_capaian_serapan",
    "serapan",
]
