"""The door from Beranda to the rules: deadlines, and whether a target was met."""

from collections.abc import Set as AbstractSet
from datetime import date

from sakip.perencanaan.models import TahapAnggaran
from sakip.perjanjian.kaidah import tenggat_penandatanganan
from sakip_rules.capaian import tercapai
from sakip_rules.galat import KaidahBelumBerlaku
from sakip_rules.tenggat import PenyusunLaporan, hari_kerja_antara, tenggat_lkjip

__all__ = ["batas_laporan", "batas_perjanjian", "hari_terlambat", "tercapai"]


def batas_laporan(tahun: int, *, pemda: bool) -> date | None:
    """Last day to hand in the report on ``tahun`` (PermenPANRB 53/2014, Lampiran II huruf D).

    ``None`` for years that the rule does not cover. Holidays are not asked for: the text counts in
    months and the national default leaves the day where it falls.
    """
    penyusun = PenyusunLaporan.PEMERINTAH_DAERAH if pemda else PenyusunLaporan.PERANGKAT_DAERAH
    try:
        return tenggat_lkjip(tahun, penyusun, hari_libur=frozenset()).tanggal
    except KaidahBelumBerlaku:
        return None


def batas_perjanjian(disahkan: date) -> date | None:
    """Last day to sign the year's agreement: a month after the DPA (53/2014 Lampiran I).

    ``None`` for days that the rule does not cover; holidays as in ``batas_laporan``.
    """
    try:
        return tenggat_penandatanganan(TahapAnggaran.MURNI, disahkan, frozenset())
    except KaidahBelumBerlaku:
        return None


def hari_terlambat(batas: date, pada: date, hari_libur: AbstractSet[date]) -> int:
    """Working days after ``batas`` up to and including ``pada``; 0 when not later (tafsir-0007)."""
    return hari_kerja_antara(batas, pada, hari_libur=hari_libur)
