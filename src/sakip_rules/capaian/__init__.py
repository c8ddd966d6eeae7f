"""Capaian: how far a promised target was met, for one indicator, over periods and over children.

``kaidah_capaian(pada, kebijakan)`` gives the rules in force with an instansi's choices;
``capaian`` computes one figure with its explanation, ``perhitungan`` the same without words (fast);
``agregasi_periode`` combines periods, ``gulung`` capaian of children by weight, ``gabung_rasio``
one indicator over units, ``komposit`` an index; ``proyeksi_rasio`` and ``proyeksi_tahun`` look
ahead; ``bulatkan`` is for display only; ``tercapai`` says whether a figure met its target.
"""

from sakip_rules.capaian.agregasi import HasilAgregasi, agregasi_periode, jumlah_rasio
from sakip_rules.capaian.gulung import gabung_rasio, gulung, komposit
from sakip_rules.capaian.hitung import Alasan, Perhitungan, perhitungan, tercapai
from sakip_rules.capaian.jejak import banding_keliru, capaian, jejak_capaian, sebut_alasan
from sakip_rules.capaian.kaidah import KaidahCapaian, daftar_skala, kaidah_capaian, skala
from sakip_rules.capaian.kebijakan import (
    Agregasi,
    AnakKosong,
    Arah,
    CaraBulat,
    Kebijakan,
    Limpahan,
    LuarRentang,
    NilaiOrdinal,
    Pembulatan,
    PeriodeKosong,
    RealisasiNol,
    TargetNegatif,
    TargetNol,
)
from sakip_rules.capaian.nilai import (
    NilaiKinerja,
    Ordinal,
    Rasio,
    Rentang,
    Skala,
    YaTidak,
    tulis_nilai,
)
from sakip_rules.capaian.pembulatan import bulatkan
from sakip_rules.capaian.proyeksi import ProyeksiRasio, proyeksi_rasio
from sakip_rules.capaian.proyeksi_tahun import CaraProyeksi, ProyeksiTahun, proyeksi_tahun

__all__ = [
    "Agregasi",
    "Alasan",
    "AnakKosong",
    "Arah",
    "CaraBulat",
    "CaraProyeksi",
    "HasilAgregasi",
    "KaidahCapaian",
    "Kebijakan",
    "Limpahan",
    "LuarRentang",
    "NilaiKinerja",
    "NilaiOrdinal",
    "Ordinal",
    "Pembulatan",
    "Perhitungan",
    "PeriodeKosong",
    "ProyeksiRasio",
    "ProyeksiTahun",
    "Rasio",
    "RealisasiNol",
    "Rentang",
    "Skala",
    "TargetNegatif",
    "TargetNol",
    "YaTidak",
    "agregasi_periode",
    "banding_keliru",
    "bulatkan",
    "capaian",
    "daftar_skala",
    "gabung_rasio",
    "gulung",
    "jejak_capaian",
    "jumlah_rasio",
    "kaidah_capaian",
    "komposit",
    "perhitungan",
    "proyeksi_rasio",
    "proyeksi_tahun",
    "sebut_alasan",
    "skala",
    "tercapai",
    "tulis_nilai",
]
