"""Acts on the plan: drafting a document, laying it down, asking for another target."""

from sakip.perencanaan.services.naskah import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
)
from sakip.perencanaan.services.pustaka import (
    PustakaBaru,
    pakai_pustaka,
    pustaka_dari,
    simpan_pustaka,
    tarik_pustaka,
)
from sakip.perencanaan.services.susun import susun_rencana
from sakip.perencanaan.services.tetapkan import ALUR_RENCANA, keadaan_versi, tetapkan_rencana
from sakip.perencanaan.services.ubahan import dengan_indikator, dengan_simpul, naskah_dari
from sakip.perencanaan.services.usul import ALUR_USUL, putuskan_target, usul_target

__all__ = [
    "ALUR_RENCANA",
    "ALUR_USUL",
    "IndikatorBaru",
    "PustakaBaru",
    "RencanaBaru",
    "SimpulBaru",
    "TargetBaru",
    "dengan_indikator",
    "dengan_simpul",
    "keadaan_versi",
    "naskah_dari",
    "pakai_pustaka",
    "pustaka_dari",
    "putuskan_target",
    "simpan_pustaka",
    "susun_rencana",
    "tarik_pustaka",
    "tetapkan_rencana",
    "usul_target",
]
