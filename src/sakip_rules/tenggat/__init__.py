"""Deadlines: when a duty must be done, why, and how late it is.

Sources: PermenPANRB 53/2014 (perjanjian kinerja, laporan kinerja); practice where the text names
no time (folder ``kebijakan-nasional``). Algorithm and guarantees: ``docs/algoritma/tenggat.md``.
"""

from sakip_rules.tenggat.hitung import (
    KebijakanTenggat,
    PenyusunLaporan,
    Tenggat,
    tenggat,
    tenggat_lkjip,
    tenggat_pengukuran,
    tenggat_perubahan_pk,
    tenggat_pk,
    tenggat_tanggapan,
)
from sakip_rules.tenggat.kaidah import TENGGAT, Jangkar, KaidahTenggat, Lama, Satuan
from sakip_rules.tenggat.kalender import (
    SABTU_MINGGU,
    AkhirPekan,
    BilaLibur,
    BilaTanggalTiada,
    Zona,
    batas_waktu,
    geser_hari_libur,
    hari_kerja,
    hari_kerja_antara,
    tambah_bulan,
    tambah_hari_kerja,
    tepat_waktu,
)

__all__ = [
    "SABTU_MINGGU",
    "TENGGAT",
    "AkhirPekan",
    "BilaLibur",
    "BilaTanggalTiada",
    "Jangkar",
    "KaidahTenggat",
    "KebijakanTenggat",
    "Lama",
    "PenyusunLaporan",
    "Satuan",
    "Tenggat",
    "Zona",
    "batas_waktu",
    "geser_hari_libur",
    "hari_kerja",
    "hari_kerja_antara",
    "tambah_bulan",
    "tambah_hari_kerja",
    "tenggat",
    "tenggat_lkjip",
    "tenggat_pengukuran",
    "tenggat_perubahan_pk",
    "tenggat_pk",
    "tenggat_tanggapan",
    "tepat_waktu",
]
