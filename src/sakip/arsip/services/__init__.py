"""Acts on files: evidence, issued documents, scans of their paper."""

from sakip.arsip.services.berkas import UKURAN_MAKS, simpan_berkas
from sakip.arsip.services.bukti import simpan_bukti, tarik_bukti
from sakip.arsip.services.pindaian import cocokkan_pindaian
from sakip.arsip.services.terbit import terbitkan_dokumen

__all__ = [
    "UKURAN_MAKS",
    "cocokkan_pindaian",
    "simpan_berkas",
    "simpan_bukti",
    "tarik_bukti",
    "terbitkan_dokumen",
]
