"""Public satisfaction index (IKM) of nine service elements, and its grade.

Source: PermenPANRB 14/2017. Weights are exactly equal, so the index is the mean of the elements
times 25, kept as a fraction; the grade is read from the index rounded to two decimals first
(tafsir-0008). Blank answers and several periods: tafsir-0009. See ``docs/algoritma/survei.md``.
"""

from sakip_rules.survei.hitung import (
    KAIDAH,
    Ikm,
    gabungkan_ikm,
    ikm,
    ikm_dari_responden,
    mutu_pelayanan,
)
from sakip_rules.survei.kaidah import SURVEI, JawabanKosong, KaidahSurvei, Mutu

__all__ = [
    "KAIDAH",
    "SURVEI",
    "Ikm",
    "JawabanKosong",
    "KaidahSurvei",
    "Mutu",
    "gabungkan_ikm",
    "ikm",
    "ikm_dari_responden",
    "mutu_pelayanan",
]
