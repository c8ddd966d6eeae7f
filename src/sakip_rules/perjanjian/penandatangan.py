"""Whether somebody who holds a post for the time being may sign a perjanjian kinerja.

PermenPANRB 53/2014 names the heads who sign and is silent on Plt. and Plh. (tafsir-0020).
"""

from datetime import date
from enum import StrEnum
from typing import Final

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.regulasi import muat_regulasi

SAKELAR_PENANDATANGAN: Final = "perjanjian.penandatangan_sementara"
_DEFINITIF: Final = "definitif"
_PLT: Final = "plt"


class PenandatanganSementara(StrEnum):
    """Who may sign besides the definitive holder of the post."""

    PLT = "plt"
    PLT_DAN_PLH = "plt_dan_plh"
    TIDAK_ADA = "tidak_ada"


def boleh_menandatangani(
    sifat: str, pada: date, pilihan: PenandatanganSementara | None = None
) -> bool:
    """Say whether a holder of this kind (``definitif``, ``plt``, ``plh``) may sign on that day.

    ``pilihan`` is the policy of the instansi; without one the national default answers.
    """
    if sifat == _DEFINITIF:
        return True
    bawaan = muat_regulasi().kaidah(SAKELAR_PENANDATANGAN, pada, SAKELAR).isi.bawaan
    boleh = pilihan or PenandatanganSementara(bawaan)
    if sifat == _PLT:
        return boleh is not PenandatanganSementara.TIDAK_ADA
    return boleh is PenandatanganSementara.PLT_DAN_PLH
