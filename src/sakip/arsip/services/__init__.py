"""Acts on files: evidence, issued documents, scans of their paper."""

from sakip.arsip.services.berkas import UKURAN_MAKS, simpan_berkas
from sakip.arsip.services.bukti import simpan_bukti, simpan_tautan, tarik_bukti
from sakip.arsip.services.pindaian import cocokkan_pindaian
from sakip.arsip.services.tautan import (
    catat_periksa_tautan,
    jadwalkan_periksa_tautan,
    minta_periksa_tautan,
)
from sakip.arsip.services.terbit import terbitkan_dokumen

__all__ = [
    "UKURAN_MAKS",
    "catat_periksa_tautan",
    "cocokkan_pindaian",
    "jadwalkan_periksa_tautan",
    "minta_periksa_tautan",
    "simpan_berkas",
    "simpan_bukti",
    "simpan_tautan",
    "tarik_bukti",
    "terbitkan_dokumen",
]
