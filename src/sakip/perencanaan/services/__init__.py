"""Acts on the plan: drafting a document, laying it down, asking for another target."""

from sakip.perencanaan.services.naskah import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
)
from sakip.perencanaan.services.susun import susun_rencana
from sakip.perencanaan.services.tetapkan import ALUR_RENCANA, keadaan_versi, tetapkan_rencana
from sakip.perencanaan.services.ubahan import dengan_indikator, dengan_simpul, naskah_dari
from sakip.perencanaan.services.usul import ALUR_USUL, putuskan_target, usul_target
from sakip.perencanaan.services.usulan import (
    ALUR_USULAN,
    UsulanBaru,
    catat_usulan,
    putuskan_usulan,
    tarik_usulan,
)

__all__ = [
    "ALUR_RENCANA",
    "ALUR_USUL",
    "ALUR_USULAN",
    "IndikatorBaru",
    "RencanaBaru",
    "SimpulBaru",
    "TargetBaru",
    "UsulanBaru",
    "catat_usulan",
    "dengan_indikator",
    "dengan_simpul",
    "keadaan_versi",
    "naskah_dari",
    "putuskan_target",
    "putuskan_usulan",
    "susun_rencana",
    "tarik_usulan",
    "tetapkan_rencana",
    "usul_target",
]
