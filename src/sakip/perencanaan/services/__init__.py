"""Acts on the plan: drafting a document, laying it down, asking for another target."""

from sakip.perencanaan.services.cabang import (
    Konsep,
    buang_simpul,
    gabung_simpul,
    klon_simpul,
    pecah_simpul,
    pindahkan_simpul,
    urungkan_rencana,
)
from sakip.perencanaan.services.komentar import selesaikan_komentar, tulis_komentar
from sakip.perencanaan.services.naskah import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
)
from sakip.perencanaan.services.susun import sudah_ditetapkan, susun_rencana
from sakip.perencanaan.services.tetapkan import ALUR_RENCANA, keadaan_versi, tetapkan_rencana
from sakip.perencanaan.services.ubahan import (
    Cabang,
    cabang,
    dengan_indikator,
    dengan_simpul,
    naskah_dari,
    tempat_sah,
)
from sakip.perencanaan.services.usul import ALUR_USUL, putuskan_target, usul_target

__all__ = [
    "ALUR_RENCANA",
    "ALUR_USUL",
    "Cabang",
    "IndikatorBaru",
    "Konsep",
    "RencanaBaru",
    "SimpulBaru",
    "TargetBaru",
    "buang_simpul",
    "cabang",
    "dengan_indikator",
    "dengan_simpul",
    "gabung_simpul",
    "keadaan_versi",
    "klon_simpul",
    "naskah_dari",
    "pecah_simpul",
    "pindahkan_simpul",
    "putuskan_target",
    "selesaikan_komentar",
    "sudah_ditetapkan",
    "susun_rencana",
    "tempat_sah",
    "tetapkan_rencana",
    "tulis_komentar",
    "urungkan_rencana",
    "usul_target",
]
