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
from sakip_rules.penilaian.juknis import CaraNilai, Juknis, terapkan_juknis
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
from sakip_rules.penilaian.lhe import CaraTotal, PemeriksaanLHE, StatusLHE, periksa_lhe
from sakip_rules.penilaian.muat import (
    KAIDAH_LEMBAR,
    KAIDAH_PREDIKAT,
    Predikat,
    lembar_evaluasi,
    predikat,
    skala_predikat,
)
from sakip_rules.penilaian.nilai import HasilPenilaian, nilai_lembar
from sakip_rules.penilaian.simulasi import Kenaikan, LangkahNaik, Simulasi, simulasi
from sakip_rules.penilaian.skala import SKALA_INTERVAL, Kelas, SkalaInterval
from sakip_rules.penilaian.terisi import BarisTerisi, baca_csv, baca_tabel, nilai_terisi
from sakip_rules.penilaian.turunan import Turunan, jawaban_dari_kriteria

__all__ = [
    "KAIDAH_LEMBAR",
    "KAIDAH_PREDIKAT",
    "SKALA_INTERVAL",
    "BarisTerisi",
    "Butir",
    "CaraNilai",
    "CaraTotal",
    "HasilPenilaian",
    "Isian",
    "JawabanSalah",
    "JenisKesalahan",
    "Juknis",
    "Kelas",
    "Kenaikan",
    "KesalahanJawaban",
    "Komponen",
    "LangkahNaik",
    "Lembar",
    "NilaiKomponen",
    "NilaiSub",
    "PemeriksaanLHE",
    "Pilihan",
    "Predikat",
    "Rumus",
    "Simulasi",
    "SkalaInterval",
    "StatusLHE",
    "SubKomponen",
    "TidakBerlaku",
    "Turunan",
    "baca_csv",
    "baca_tabel",
    "jawaban_dari_kriteria",
    "lembar_evaluasi",
    "nilai_lembar",
    "nilai_terisi",
    "periksa_lhe",
    "predikat",
    "rapikan_jawaban",
    "rata_rata_objek",
    "simulasi",
    "skala_predikat",
    "terapkan_juknis",
]
