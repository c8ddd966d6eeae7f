"""Evidence that is a link: which addresses are taken, and whether one can be reached.

The asking cannot be turned inward: see ``alamat`` for what is refused, ``jangkauan`` for the one
connection that is made, and ``lalu_lintas`` for the bytes on it.
"""

from sakip.arsip.tautan.alamat import PANJANG_TAUTAN, AlamatDitolak, baca_tautan
from sakip.arsip.tautan.jangkauan import HasilTautan, Keadaan, periksa_tautan

__all__ = [
    "PANJANG_TAUTAN",
    "AlamatDitolak",
    "HasilTautan",
    "Keadaan",
    "baca_tautan",
    "periksa_tautan",
]
