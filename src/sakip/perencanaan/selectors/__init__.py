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
from sakip.perencanaan.selectors.crosscutting import (
    BarisMatriks,
    JumlahLintas,
    MatriksLintas,
    UsulanLintas,
    crosscutting_menurut_simpul,
    crosscutting_menurut_uuid,
    daftar_crosscutting,
    matriks_crosscutting,
    riwayat_crosscutting,
)
from sakip.perencanaan.selectors.dokumen import (
    DokumenTampak,
    daftar_dokumen,
    riwayat_versi,
    versi_berlaku,
    versi_dokumen,
)
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
    "BarisMatriks",
    "BedaAnggaran",
    "BedaIndikator",
    "BedaSimpul",
    "BedaTarget",
    "BedaVersi",
    "DokumenTampak",
    "HasilPeriksa",
    "IndikatorTampak",
    "JumlahLintas",
    "KesehatanUnit",
    "MatriksLintas",
    "Pohon",
    "SimpulTampak",
    "TargetTahunan",
    "UsulanLintas",
    "anggaran_berlaku",
    "baris_anggaran",
    "beda_anggaran",
    "beda_versi",
    "crosscutting_menurut_simpul",
    "crosscutting_menurut_uuid",
    "daftar_anggaran",
    "daftar_crosscutting",
    "daftar_dokumen",
    "daftar_usul",
    "jumlah_anggaran",
    "kesehatan_unit",
    "matriks_crosscutting",
    "periksa_versi",
    "pohon_versi",
    "rincian_anggaran",
    "riwayat_crosscutting",
    "riwayat_versi",
    "target_tahunan",
    "usul_menurut_uuid",
    "versi_berlaku",
    "versi_dokumen",
]
