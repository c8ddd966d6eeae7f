"""What kept figures under their target, counted by class over the units in the caller's reach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import BERKINERJA, Periode
from sakip.organisasi.selectors import UnitTampak, daftar_unit
from sakip.pengukuran.kaidah.sebab import bagian_persen, pilihan_sebab, sebut_sebab
from sakip.pengukuran.models import KeadaanRealisasi
from sakip.pengukuran.selectors.tahun import kalender_tahun, triwulan_tahun
from sakip.perencanaan.models import Frekuensi


@dataclass(frozen=True, slots=True)
class SebabAngka:
    """One figure under its target: where, which, by how much, and why."""

    unit: UnitTampak
    indikator: str
    kode: str
    capaian: Decimal
    penyebab: str
    solusi: str


@dataclass(frozen=True, slots=True)
class GolonganTerhitung:
    """One class of causes with the figures that fall into it; an empty code: nobody chose one.

    ``bagian`` is its share of all such figures, in per cent.
    """

    kode: str
    sebutan: str
    arti: str
    angka: tuple[SebabAngka, ...]
    bagian: Decimal

    @property
    def unit(self) -> int:
        return len({a.unit.id for a in self.angka})


@dataclass(frozen=True, slots=True)
class SebabTriwulan:
    """All causes of a quarter, the most frequent first."""

    periode: Periode
    golongan: tuple[GolonganTerhitung, ...]

    @property
    def banyak(self) -> int:
        return sum(len(g.angka) for g in self.golongan)


SQL_SEBAB = """
SELECT m.unit_id, v.nama, i.kode, m.capaian, r.golongan_sebab, r.penyebab, r.solusi
  FROM pengukuran_capaianmutakhir m
  JOIN pengukuran_realisasi r ON r.indikator_id = m.indikator_id AND r.unit_id = m.unit_id
       AND r.periode_id = m.periode_id
  JOIN perencanaan_indikatorversi v ON v.id = m.indikator_versi_id
  JOIN perencanaan_indikator i ON i.id = m.indikator_id
 WHERE m.unit_id = ANY(%(unit)s) AND m.periode_id = ANY(%(periode)s) AND m.capaian < 100
   AND r.lembar_id IS NOT NULL AND r.keadaan <> ALL(%(konsep)s)
 ORDER BY m.capaian, m.unit_id, i.kode
"""


def sebab_triwulan(lingkup: Lingkup, tahun: int, triwulan: int) -> SebabTriwulan:
    """Causes of figures that were handed in and fell short, by class. Two queries.

    What falls due with the quarter counts: its own figures, those of the semester and of the year
    that end with it.
    """
    lingkup.wajib(Tindakan.LIHAT_KINERJA)
    p, kalender = triwulan_tahun(tahun, triwulan), kalender_tahun(tahun)
    unit = {
        u.id: u for u in daftar_unit(lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA, tahun=tahun)
    }
    tempo = [kalender.di_lembar(f, triwulan) for f in Frekuensi.values]
    with connection.cursor() as kursor:
        kursor.execute(
            SQL_SEBAB,
            {
                "unit": list(unit),
                "periode": [t.pk for t in tempo if t is not None],
                "konsep": [KeadaanRealisasi.KONSEP, KeadaanRealisasi.DIKEMBALIKAN],
            },
        )
        return SebabTriwulan(p, tuple(_kelompok(unit, kursor.fetchall(), p)))


def _kelompok(
    unit: dict[int, UnitTampak], baris: Sequence[tuple[Any, ...]], p: Periode
) -> Iterator[GolonganTerhitung]:
    menurut: dict[str, list[SebabAngka]] = {}
    for unit_id, nama, kode, capaian, golongan, penyebab, solusi in baris:
        menurut.setdefault(golongan, []).append(
            SebabAngka(unit[unit_id], nama, kode, capaian, penyebab, solusi)
        )
    arti = {kode: arti for kode, _sebutan, arti in pilihan_sebab(p.selesai)}
    for kode, angka in sorted(menurut.items(), key=lambda b: (-len(b[1]), b[0])):
        yield GolonganTerhitung(
            kode,
            sebut_sebab(kode, p.selesai),
            arti.get(kode, ""),
            tuple(angka),
            bagian_persen(len(angka), len(baris)),
        )
