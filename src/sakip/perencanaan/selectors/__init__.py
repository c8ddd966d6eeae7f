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
from sakip.perencanaan.selectors.nomenklatur import (
    ButirNomenklatur,
    cari_nomenklatur,
    daftar_bidang,
    nomenklatur_menurut_kode,
)
from sakip.perencanaan.selectors.pohon import (
    HasilPeriksa,
    IndikatorTampak,
    Pohon,
    SimpulTampak,
    periksa_versi,
    pohon_versi,
)
from sakip.perencanaan.selectors.pustaka import (
    PemakaiPustaka,
    PustakaTampak,
    daftar_pustaka,
    pemakai_pustaka,
    pustaka_menurut_kode,
    wording_indikator,
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
    "ButirNomenklatur",
    "DokumenTampak",
    "HasilPeriksa",
    "IndikatorTampak",
    "KesehatanUnit",
    "PemakaiPustaka",
    "Pohon",
    "PustakaTampak",
    "SimpulTampak",
    "TargetTahunan",
    "anggaran_berlaku",
    "baris_anggaran",
    "beda_anggaran",
    "beda_versi",
    "cari_nomenklatur",
    "daftar_anggaran",
    "daftar_bidang",
    "daftar_dokumen",
    "daftar_pustaka",
    "daftar_usul",
    "jumlah_anggaran",
    "kesehatan_unit",
    "nomenklatur_menurut_kode",
    "pemakai_pustaka",
    "periksa_versi",
    "pohon_versi",
    "pustaka_menurut_kode",
    "rincian_anggaran",
    "riwayat_versi",
    "target_tahunan",
    "usul_menurut_uuid",
    "versi_berlaku",
    "versi_dokumen",
    "wording_indikator",
]
