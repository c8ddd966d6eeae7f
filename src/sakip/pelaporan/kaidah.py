"""The door from reports to the rules: structure, deadlines, likeness, absorption, means."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sakip.dokumen.kaidah import LAPORAN, BagianSusunan, Keharusan, TingkatDokumen, susunan
from sakip_rules.capaian import tercapai
from sakip_rules.capaian.hitungan import bagi
from sakip_rules.efisiensi import serapan as hitung_serapan
from sakip_rules.pecahan import bulatkan
from sakip_rules.pemeriksaan.kemiripan import BATAS_MIRIP, kemiripan
from sakip_rules.tenggat import PenyusunLaporan, hari_kerja_antara, tenggat_lkjip

__all__ = [
    "BagianSusunan",
    "Keharusan",
    "bagian_narasi",
    "batas_laporan",
    "hari_terlambat",
    "kode_analisis",
    "mirip_sekali",
    "persen_mirip",
    "rasio_persen",
    "rata_rata",
    "serapan",
    "tercapai",
]
# Parts made of figures alone; every other leaf of the structure holds what the unit writes.
DARI_ANGKA = frozenset(
    {
        "sampul",
        "pernyataan_reviu",
        "bab_2.perjanjian",
        "bab_3.capaian",
        "bab_3.anggaran",
        "lampiran.perjanjian",
        "lampiran.lain",
    }
)
# Analyses to which words are asked for; the others are tables of figures.
BERNARASI = ("sebab_solusi", "standar_nasional", "efisiensi")


def bagian_narasi(pada: date, *, pemda: bool) -> list[BagianSusunan]:
    """Leaves of the report's structure in which the unit writes, in order (53/2014, Lamp. II)."""
    tingkat = TingkatDokumen.PEMERINTAH_DAERAH if pemda else TingkatDokumen.PERANGKAT_DAERAH
    pedoman = susunan(LAPORAN, pada).untuk(tingkat)
    return [b for b in pedoman.bagian if not pedoman.anak(b.kode) and b.kode not in DARI_ANGKA]


def kode_analisis(pada: date, *, pemda: bool) -> list[tuple[str, str]]:
    """Code and words of the analyses that ask for the unit's own words."""
    tingkat = TingkatDokumen.PEMERINTAH_DAERAH if pemda else TingkatDokumen.PERANGKAT_DAERAH
    pedoman = susunan(LAPORAN, pada).untuk(tingkat)
    return [(a.kode, a.uraian) for a in pedoman.analisis if a.kode in BERNARASI]


def batas_laporan(tahun: int, *, pemda: bool, hari_libur: AbstractSet[date]) -> date:
    """Last day to hand in the report on ``tahun`` (PermenPANRB 53/2014, Lampiran II huruf D)."""
    penyusun = PenyusunLaporan.PEMERINTAH_DAERAH if pemda else PenyusunLaporan.PERANGKAT_DAERAH
    return tenggat_lkjip(tahun, penyusun, hari_libur=hari_libur).tanggal


def hari_terlambat(batas: date, pada: date, hari_libur: AbstractSet[date]) -> int:
    """Working days after ``batas`` up to and including ``pada`` (tafsir-0007)."""
    return hari_kerja_antara(batas, pada, hari_libur=hari_libur)


def persen_mirip(kiri: str, kanan: str) -> Decimal:
    """How alike two texts are, 0 to 100 with two decimals; 0 when one is empty."""
    if not kiri.strip() or not kanan.strip():
        return Decimal(0)
    return bulatkan(kemiripan(kiri, kanan) * 100, 2)


def mirip_sekali(persen: Decimal | None) -> bool:
    """Whether a text counts as taken over from last year (docs/algoritma/kemiripan.md)."""
    return persen is not None and Fraction(persen) >= BATAS_MIRIP * 100


def serapan(realisasi: Decimal | None, pagu: Decimal | None, pada: date) -> Decimal | None:
    """Absorption in per cent; ``None`` where it cannot be reckoned."""
    return hitung_serapan(realisasi, pagu, pada).nilai


def rata_rata(capaian: Sequence[Decimal]) -> Decimal | None:
    """Unweighted mean of capaian; ``None`` without any."""
    if len(capaian) == 0:
        return None
    return bagi((sum(capaian, Decimal(0)), Decimal(len(capaian))))


def rasio_persen(pembilang: Decimal, penyebut: Decimal) -> Decimal:
    """A ratio in per cent, unrounded."""
    return bagi((pembilang * 100, penyebut))
