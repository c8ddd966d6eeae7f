"""Reads of the plan and of the budget. Each asks for a ``Lingkup``."""

from sakip.perencanaan.selectors.anggaran import (BarisAnggaran, BedaAnggaran, anggaran_berlaku, baris_anggaran, beda_anggaran, daftar_anggaran, jumlah_anggaran, rincian_anggaran,)
from sakip.perencanaan.selectors.beda import (BedaIndikator, BedaPagu, BedaSimpul, BedaTarget, BedaVersi, beda_versi,)
from sakip.perencanaan.selectors.crosscutting import (BarisMatriks, JumlahLintas, MatriksLintas, UsulanLintas, crosscutting_menurut_simpul, crosscutting_menurut_uuid, daftar_crosscutting, matriks_crosscutting, riwayat_crosscutting, simpul_dapat_diminta,)
from sakip.perencanaan.selectors.dokumen import (DokumenTampak, daftar_dokumen, riwayat_versi, versi_berlaku, versi_dokumen,)
from sakip.perencanaan.selectors.komentar import (Utas, simpul_versi, utas_komentar, from, sakip, perencanaan, selectors, nomenklatur, import, ButirNomenklatur, cari_nomenklatur, daftar_bidang, nomenklatur_menurut_kode,)
from sakip.perencanaan.selectors.pohon import (HasilPeriksa, IndikatorTampak, Pohon, SimpulTampak, periksa_versi, pohon_versi,)
from sakip.perencanaan.selectors.pustaka import (PemakaiPustaka, PustakaTampak, daftar_pustaka, pemakai_pustaka, pustaka_menurut_kode, wording_indikator,)
from sakip.perencanaan.selectors.sehat import (KesehatanUnit, kesehatan_unit,)
from sakip.perencanaan.selectors.urutan_dokumen import (LangkahDokumen, ReviuTampak, reviu_dokumen, reviu_versi, tahap_unit, tanpa_reviu, urutan_unit,)
from sakip.perencanaan.selectors.usul import (TargetTahunan, daftar_usul, target_tahunan, usul_menurut_uuid,)
from sakip.perencanaan.selectors.usulan import (SerapanUsulan, daftar_usulan, serapan_usulan, usulan_menurut_uuid,)

__all__ = [
    "BarisAnggaran",
    "BarisMatriks",
    "BedaAnggaran",
    "BedaIndikator",
    "BedaPagu",
    "BedaSimpul",
    "BedaTarget",
    "BedaVersi",
    "ButirNomenklatur",
    "DokumenTampak",
    "HasilPeriksa",
    "IndikatorTampak",
    "JumlahLintas",
    "KesehatanUnit",
    "LangkahDokumen",
    "MatriksLintas",
    "PemakaiPustaka",
    "Pohon",
    "PustakaTampak",
    "ReviuTampak",
    "SerapanUsulan",
    "SimpulTampak",
    "TargetTahunan",
    "UsulanLintas",
    "Utas",
    "anggaran_berlaku",
    "baris_anggaran",
    "beda_anggaran",
    "beda_versi",
    "cari_nomenklatur",
    "crosscutting_menurut_simpul",
    "crosscutting_menurut_uuid",
    "daftar_anggaran",
    "daftar_bidang",
    "daftar_crosscutting",
    "daftar_dokumen",
    "daftar_pustaka",
    "daftar_usul",
    "daftar_usulan",
    "jumlah_anggaran",
    "kesehatan_unit",
    "matriks_crosscutting",
    "nomenklatur_menurut_kode",
    "pemakai_pustaka",
    "periksa_versi",
    "pohon_versi",
    "pustaka_menurut_kode",
    "reviu_dokumen",
    "reviu_versi",
    "rincian_anggaran",
    "riwayat_crosscutting",
    "riwayat_versi",
    "serapan_usulan",
    "simpul_dapat_diminta",
    "simpul_versi",
    "tahap_unit",
    "tanpa_reviu",
    "target_tahunan",
    "urutan_unit",
    "usul_menurut_uuid",
    "usulan_menurut_uuid",
    "utas_komentar",
    "versi_berlaku",
    "versi_dokumen",
    "wording_indikator",
]
