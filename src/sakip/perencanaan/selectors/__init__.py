"""Reads of the plan and of the budget. Each asks for a ``Lingkup``."""

from sakip.perencanaan.selectors.anggaran import (
    BarisAnggaran,
    BedaAnggaran,
    anggaran_berlaku,
    baris_anggaran,
    beda_anggaran,
    daftar_anggaran,
    jumlah_anggaran,
    rincian_anggaran,
)
from sakip.perencanaan.selectors.beda import (
    BedaIndikator,
    BedaSimpul,
    BedaTarget,
    BedaVersi,
    beda_versi,
)
from sakip.perencanaan.selectors.dokumen import (
    DokumenTampak,
    daftar_dokumen,
    riwayat_versi,
    versi_berlaku,
    versi_dokumen,
)
from sakip.perencanaan.selectors.komentar import Utas, simpul_versi, utas_komentar
from sakip.perencanaan.selectors.pohon import (
    HasilPeriksa,
    IndikatorTampak,
    Pohon,
    SimpulTampak,
    periksa_versi,
    pohon_versi,
)
from sakip.perencanaan.selectors.sehat import KesehatanUnit, kesehatan_unit
from sakip.perencanaan.selectors.usul import (
    TargetTahunan,
    daftar_usul,
    target_tahunan,
    usul_menurut_uuid,
)

__all__ = [
    "BarisAnggaran",
    "BedaAnggaran",
    "BedaIndikator",
    "BedaSimpul",
    "BedaTarget",
    "BedaVersi",
    "DokumenTampak",
    "HasilPeriksa",
    "IndikatorTampak",
    "KesehatanUnit",
    "Pohon",
    "SimpulTampak",
    "TargetTahunan",
    "Utas",
    "anggaran_berlaku",
    "baris_anggaran",
    "beda_anggaran",
    "beda_versi",
    "daftar_anggaran",
    "daftar_dokumen",
    "daftar_usul",
    "jumlah_anggaran",
    "kesehatan_unit",
    "periksa_versi",
    "pohon_versi",
    "rincian_anggaran",
    "riwayat_versi",
    "simpul_versi",
    "target_tahunan",
    "usul_menurut_uuid",
    "utas_komentar",
    "versi_berlaku",
    "versi_dokumen",
]
