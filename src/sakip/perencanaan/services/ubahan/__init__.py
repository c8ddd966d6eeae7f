"""Pure changes of a whole konsep: from what is stored to a command, from a command to another."""

from sakip.perencanaan.services.ubahan.baca import naskah_dari
from sakip.perencanaan.services.ubahan.cabang import (
    buang_cabang,
    gabungkan,
    pecahkan,
    pindahkan,
    tempat_sah,
)
from sakip.perencanaan.services.ubahan.klon import Salinan, klon_cabang
from sakip.perencanaan.services.ubahan.satu import dengan_indikator, dengan_simpul
from sakip.perencanaan.services.ubahan.selaras import samakan
from sakip.perencanaan.services.ubahan.susunan import Cabang, cabang, kode_bebas

__all__ = [
    "Cabang",
    "Salinan",
    "buang_cabang",
    "cabang",
    "dengan_indikator",
    "dengan_simpul",
    "gabungkan",
    "klon_cabang",
    "kode_bebas",
    "naskah_dari",
    "pecahkan",
    "pindahkan",
    "samakan",
    "tempat_sah",
]
