"""Agreement, budget and plan of action held against each other; who may sign while acting.

Algorithm: ``docs/algoritma/perjanjian.md``.
"""

from sakip_rules.perjanjian.penandatangan import (
    SAKELAR_PENANDATANGAN,
    PenandatanganSementara,
    boleh_menandatangani,
)
from sakip_rules.perjanjian.rekonsiliasi import (
    TargetTahun,
    diisi_dengan_target_tahun,
    rekonsiliasi,
)
from sakip_rules.perjanjian.selisih import SelisihAnggaran, selisih_anggaran

__all__ = [
    "SAKELAR_PENANDATANGAN",
    "PenandatanganSementara",
    "SelisihAnggaran",
    "TargetTahun",
    "boleh_menandatangani",
    "diisi_dengan_target_tahun",
    "rekonsiliasi",
    "selisih_anggaran",
]
