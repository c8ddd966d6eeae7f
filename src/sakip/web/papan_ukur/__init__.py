"""The board of measurement: unit by quarter, acts on many sheets, and the text people send."""

from sakip.web.papan_ukur.halaman import papan_pengukuran, papan_pengukuran_unduh
from sakip.web.papan_ukur.tindakan import (
    buka_kunci_massal,
    eskalasi_pengukuran,
    kunci_massal,
)

__all__ = [
    "buka_kunci_massal",
    "eskalasi_pengukuran",
    "kunci_massal",
    "papan_pengukuran",
    "papan_pengukuran_unduh",
]
