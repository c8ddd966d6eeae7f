"""Evaluation: one's own work up to the LHE, and the recorded results of others."""

from sakip.evaluasi.models.hasil import HasilEvaluasiLuar
from sakip.evaluasi.models.kerja import (
    AnggotaTim,
    Evaluasi,
    Jawaban,
    KeadaanEvaluasi,
    KeadaanRekomendasi,
    LembarJawaban,
    Rekomendasi,
    RiwayatEvaluasi,
    Tingkat,
)

__all__ = [
    "AnggotaTim",
    "Evaluasi",
    "HasilEvaluasiLuar",
    "Jawaban",
    "KeadaanEvaluasi",
    "KeadaanRekomendasi",
    "LembarJawaban",
    "Rekomendasi",
    "RiwayatEvaluasi",
    "Tingkat",
]
