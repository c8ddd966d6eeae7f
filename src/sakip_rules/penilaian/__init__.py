"""Scoring of AKIP evaluations: sheets, scores, predikat, simulation, checks of printed results.

``lembar_evaluasi(regulasi_id)`` gives a sheet, ``nilai_lembar(lembar, jawaban)`` scores it,
``simulasi(lembar, jawaban)`` finds the cheapest way to the next predikat. What a juknis may change
is a named switch (``Juknis``, ``terapkan_juknis``); the law's own default is written in the data.
"""

from sakip_rules.penilaian.jawaban import (
    JawabanSalah,
    JenisKesalahan,
    KesalahanJawaban,
    rapikan_jawaban,
    rata_rata_objek,
)
from sakip_rules.penilaian.komponen import NilaiKomponen, NilaiSub
from sakip_rules.penilaian.lembar import (
    Butir,
    Isian,
    Komponen,
    Lembar,
    Pilihan,
    Rumus,
    SubKomponen,
    TidakBerlaku,
)
from sakip_rules.penilaian.muat import (
    KAIDAH_LEMBAR,
    KAIDAH_PREDIKAT,
    Predikat,
    lembar_evaluasi,
    predikat,
    skala_predikat,
)
from sakip_rules.penilaian.nilai import HasilPenilaian, nilai_lembar
from sakip_rules.penilaian.skala import SKALA_INTERVAL, Kelas, SkalaInterval

__all__ = [
    "KAIDAH_LEMBAR",
    "KAIDAH_PREDIKAT",
    "SKALA_INTERVAL",
    "Butir",
    "HasilPenilaian",
    "Isian",
    "JawabanSalah",
    "JenisKesalahan",
    "Kelas",
    "KesalahanJawaban",
    "Komponen",
    "Lembar",
    "NilaiKomponen",
    "NilaiSub",
    "Pilihan",
    "Predikat",
    "Rumus",
    "SkalaInterval",
    "SubKomponen",
    "TidakBerlaku",
    "lembar_evaluasi",
    "nilai_lembar",
    "predikat",
    "rapikan_jawaban",
    "rata_rata_objek",
    "skala_predikat",
]
