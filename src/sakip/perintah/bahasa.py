"""Faults of the kernel in the language of the terminal (``SAKIP_BAHASA=en``).

What a command writes into a file stays Indonesian: a column that somebody processes further must
not change with the terminal it was made in.
"""

from sakip.config.pesan import _
from sakip_rules.kalimat import Kalimat, pola_kalimat

_TEMPAT = pola_kalimat("{berkas} baris {baris}: ")  # what a fault of a rule file begins with


def terjemah(kalimat: Kalimat) -> str:
    """A sentence of the kernel, translated and filled."""
    if kalimat.pola.startswith(_TEMPAT):
        pola = _(_TEMPAT) + _(kalimat.pola.removeprefix(_TEMPAT))
    else:
        pola = _(kalimat.pola)
    return pola.format(**dict(kalimat.isian))
