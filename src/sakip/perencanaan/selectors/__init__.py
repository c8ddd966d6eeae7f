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
from sakip.perencanaan.selectors.usulan import (
    SerapanUsulan,
    daftar_usulan,
    serapan_usulan,
    usulan_menurut_uuid,
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
    "SerapanUsulan",
    "SimpulTampak",
    "TargetTahunan",
    "anggaran_berlaku",
    "baris_anggaran",
    "beda_anggaran",
    "beda_versi",
    "daftar_anggaran",
    "daftar_dokumen",
    "daftar_usul",
    "daftar_usulan",
    "jumlah_anggaran",
    "kesehatan_unit",
    "periksa_versi",
    "pohon_versi",
    "rincian_anggaran",
    "riwayat_versi",
    "serapan_usulan",
    "target_tahunan",
    "usul_menurut_uuid",
    "usulan_menurut_uuid",
    "versi_berlaku",
    "versi_dokumen",
]
