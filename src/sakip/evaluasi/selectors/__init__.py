"""Reads of evaluation."""

from sakip.evaluasi.selectors.evaluasi import (
    BarisTingkat,
    EvaluasiRingkas,
    EvaluasiTampak,
    LheTerbit,
    TingkatTampak,
    calon_tim,
    daftar_evaluasi,
    daftar_lhe,
    evaluasi_lalu,
    evaluasi_unit,
    evaluasi_wajib,
    nilai_lhe_terbit,
)
from sakip.evaluasi.selectors.hasil import daftar_hasil, hasil_menurut_unit
from sakip.evaluasi.selectors.kesiapan import BuktiSistem, Kesiapan, kesiapan_bukti
from sakip.evaluasi.selectors.serah_terima import (
    Pergantian,
    bahan_serah_terima,
    daftar_pergantian,
)
from sakip.evaluasi.selectors.tindak_lanjut import (
    RekomendasiTampak,
    bukti_unit,
    jabatan_unit,
    rekomendasi,
    rekomendasi_berbukti,
    rekomendasi_terbuka,
)

__all__ = [
    "BarisTingkat",
    "BuktiSistem",
    "EvaluasiRingkas",
    "EvaluasiTampak",
    "Kesiapan",
    "LheTerbit",
    "Pergantian",
    "RekomendasiTampak",
    "TingkatTampak",
    "bahan_serah_terima",
    "bukti_unit",
    "calon_tim",
    "daftar_evaluasi",
    "daftar_hasil",
    "daftar_lhe",
    "daftar_pergantian",
    "evaluasi_lalu",
    "evaluasi_unit",
    "evaluasi_wajib",
    "hasil_menurut_unit",
    "jabatan_unit",
    "kesiapan_bukti",
    "nilai_lhe_terbit",
    "rekomendasi",
    "rekomendasi_berbukti",
    "rekomendasi_terbuka",
]
