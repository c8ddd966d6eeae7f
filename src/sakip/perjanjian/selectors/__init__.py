"""Reads of agreements and plans of action."""

from sakip.perjanjian.selectors.alur import (
    ALUR_PERJANJIAN,
    KonteksPerjanjian,
    TindakanTampak,
    tindakan_tampak,
)
from sakip.perjanjian.selectors.berlaku import (
    ButirBerlaku,
    perjanjian_berlaku,
    renja_berlaku,
    target_berlaku,
    target_tahunan,
)
from sakip.perjanjian.selectors.lihat import (
    IsiPerjanjian,
    PerluPerubahan,
    daftar_perjanjian,
    hari_terlambat,
    isi_perjanjian,
    konteks_perjanjian,
    menunggu_tanda_tangan,
    perlu_perubahan,
    riwayat_perjanjian,
    satu_perjanjian,
    selisih_dari_anggaran,
    tawaran_mutasi,
    tenggat_perjanjian,
)
from sakip.perjanjian.selectors.naskah import naskah_perjanjian, satuan_target
from sakip.perjanjian.selectors.sumber import (
    JanjiBaru,
    SumberPerjanjian,
    anggaran_berlaku,
    program_anggaran,
    sumber_perjanjian,
)

__all__ = [
    "ALUR_PERJANJIAN",
    "ButirBerlaku",
    "IsiPerjanjian",
    "JanjiBaru",
    "KonteksPerjanjian",
    "PerluPerubahan",
    "SumberPerjanjian",
    "TindakanTampak",
    "anggaran_berlaku",
    "daftar_perjanjian",
    "hari_terlambat",
    "isi_perjanjian",
    "konteks_perjanjian",
    "menunggu_tanda_tangan",
    "naskah_perjanjian",
    "perjanjian_berlaku",
    "perlu_perubahan",
    "program_anggaran",
    "renja_berlaku",
    "riwayat_perjanjian",
    "satu_perjanjian",
    "satuan_target",
    "selisih_dari_anggaran",
    "sumber_perjanjian",
    "target_berlaku",
    "target_tahunan",
    "tawaran_mutasi",
    "tenggat_perjanjian",
    "tindakan_tampak",
]
