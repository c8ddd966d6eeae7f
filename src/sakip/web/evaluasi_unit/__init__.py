"""An evaluation from opening to the LHE, its sheets, and the follow-up of recommendations."""

from sakip.web.evaluasi_unit.halaman import daftar, evaluasi_unit, mengapa_evaluasi
from sakip.web.evaluasi_unit.lembar import lke
from sakip.web.evaluasi_unit.lhe import lhe, rancangan_lhe
from sakip.web.evaluasi_unit.tindak_lanjut import (
    periksa_tindak_lanjut,
    rekomendasi,
    rencanakan,
    sampaikan_bukti,
    tindak_lanjut,
    ubah_rekomendasi,
)
from sakip.web.evaluasi_unit.tindakan import (
    ajukan_mandiri,
    buka_evaluasi,
    buka_semua_evaluasi,
    panelkan,
    sampaikan_naskah,
    selesaikan_lembar,
    tanggapi_naskah,
    terbitkan_surat_tugas,
    tetapkan_tidak_berlaku,
)

__all__ = [
    "ajukan_mandiri",
    "buka_evaluasi",
    "buka_semua_evaluasi",
    "daftar",
    "evaluasi_unit",
    "lhe",
    "lke",
    "mengapa_evaluasi",
    "panelkan",
    "periksa_tindak_lanjut",
    "rancangan_lhe",
    "rekomendasi",
    "rencanakan",
    "sampaikan_bukti",
    "sampaikan_naskah",
    "selesaikan_lembar",
    "tanggapi_naskah",
    "terbitkan_surat_tugas",
    "tetapkan_tidak_berlaku",
    "tindak_lanjut",
    "ubah_rekomendasi",
]
