"""Invented targets and realisasi, quarter by quarter: exact numbers, written as people write them.

Everything is drawn from ``Random`` seeded by seed and unit, so that each unit is the same whatever
else is generated.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from sakip.data_uji.indikator import IndikatorUji, daftar_indikator
from sakip.data_uji.rancangan import SAAT, Skala
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.perencanaan.models import Agregasi, Arah, JenisNilai

PREDIKAT = ("D", "C", "CC", "B", "BB", "A", "AA")
_AKHIR_TRIWULAN = ((3, 31), (6, 30), (9, 30), (12, 31))


@dataclass(frozen=True, slots=True)
class BarisUji:
    """One quarter of one indicator. ``None`` is an empty cell."""

    indikator: IndikatorUji
    tahun: int
    triwulan: int
    target: NilaiBaru | None
    realisasi: NilaiBaru | None


def baris_unit(skala: Skala, benih: int, urutan: int) -> Iterator[BarisUji]:
    """All rows of the n-th unit, by indicator, year and quarter."""
    acak = Random(f"{benih}/{urutan}")  # noqa: S311 - reproducible on purpose, guards nothing
    for indikator in daftar_indikator(acak, skala.indikator_unit(urutan)):
        for n, tahun in enumerate(skala.tahun):
            for triwulan in range(1, 5):
                yield _baris(acak, indikator, n, tahun, triwulan)


def target_tahunan(baris: Iterable[BarisUji]) -> Iterator[tuple[str, int, NilaiBaru]]:
    """What is promised for each year: the last quarter's, or all four where quarters add up."""
    for b in baris:
        if b.triwulan != 4 or b.target is None:
            continue
        pola, nilai = b.indikator.pola, b.target
        if pola.agregasi == Agregasi.JUMLAH and nilai.nilai is not None:
            nilai = _tulis(int(nilai.nilai) * 4, 0)
        yield b.indikator.kode, b.tahun, nilai


def _baris(acak: Random, i: IndikatorUji, n: int, tahun: int, triwulan: int) -> BarisUji:
    target, realisasi = _PEMBUAT.get(i.pola.jenis, _bilangan)(acak, i, n, triwulan)
    nasib = acak.randrange(1000)
    selesai = date(tahun, *_AKHIR_TRIWULAN[triwulan - 1])
    # 4 in 100 forgot to report, 5 in 1,000 never got a target; the running quarter is still empty.
    kosong = nasib < 40 or selesai > SAAT.date()
    return BarisUji(
        i,
        tahun,
        triwulan,
        target=None if 40 <= nasib < 45 else target,
        realisasi=None if kosong else realisasi,
    )


def _bilangan(acak: Random, i: IndikatorUji, n: int, triwulan: int) -> tuple[NilaiBaru, NilaiBaru]:
    """A number that grows some 3 % a year, or shrinks where less is better."""
    del triwulan  # the same in every quarter; ratios and yes/no do look at it
    satuan = 10**i.pola.desimal
    naik = -3 if i.pola.arah == Arah.TURUN_BAIK else 3
    pokok = i.dasar * satuan * (100 + naik * n) // 100
    if i.pola.agregasi == Agregasi.JUMLAH:
        pokok = max(pokok // 4, 1)
    if i.pola.jenis == JenisNilai.PERSEN:
        pokok = min(pokok, 100 * satuan)
    ukur = pokok * acak.randint(620, 1180) // 1000 if acak.randrange(4) != 0 else pokok
    if i.pola.jenis == JenisNilai.PERSEN:
        ukur = min(ukur, 100 * satuan)
    realisasi = _tulis(ukur, i.pola.desimal)
    if i.pola.arah == Arah.RENTANG:
        bawah, atas = Decimal(max(pokok - 2, 0)), Decimal(pokok + 2)
        teks = f"{bawah}..{atas}"
        return NilaiBaru(teks, batas_bawah=bawah, batas_atas=atas), realisasi
    # 3 in 1,000 promise nothing at all: a zero target, which no quotient can be taken of.
    return _tulis(0 if acak.randrange(1000) < 3 else pokok, i.pola.desimal), realisasi


def _rasio(acak: Random, i: IndikatorUji, n: int, triwulan: int) -> tuple[NilaiBaru, NilaiBaru]:
    """Numerator over denominator: 7/10 of the base promised, some of it done by this quarter."""
    penyebut = i.dasar + 3 * n
    janji = penyebut * (55 + 10 * triwulan) // 100
    nyata = min(janji * acak.randint(70, 115) // 100, penyebut)
    return _bagi(janji, penyebut), _bagi(nyata, penyebut)


def _predikat(acak: Random, i: IndikatorUji, n: int, triwulan: int) -> tuple[NilaiBaru, NilaiBaru]:
    """A predicate of the seven; one step up every second year is promised."""
    del triwulan
    janji = min(i.dasar + n // 2, len(PREDIKAT) - 1)
    nyata = min(max(janji + acak.choice((-1, 0, 0, 0, 1)), 0), len(PREDIKAT) - 1)
    return _kode(PREDIKAT[janji]), _kode(PREDIKAT[nyata])


def _ya_tidak(acak: Random, i: IndikatorUji, n: int, triwulan: int) -> tuple[NilaiBaru, NilaiBaru]:
    """Promised, and there or not yet."""
    del i, n
    return _kode("ya"), _kode("ya" if acak.randrange(5) < triwulan else "tidak")


_PEMBUAT = {
    JenisNilai.RASIO: _rasio,
    JenisNilai.PREDIKAT: _predikat,
    JenisNilai.YA_TIDAK: _ya_tidak,
}
_TUKAR = str.maketrans(",.", ".,")


def _tulis(bulat: int, desimal: int) -> NilaiBaru:
    """``bulat`` is the number in its smallest step: 8125 with two decimals is 81,25."""
    nilai = Decimal(bulat).scaleb(-desimal)
    return NilaiBaru(f"{nilai:,f}".translate(_TUKAR), nilai)


def _bagi(pembilang: int, penyebut: int) -> NilaiBaru:
    return NilaiBaru(f"{pembilang}/{penyebut}", Decimal(pembilang), Decimal(penyebut))


def _kode(kode: str) -> NilaiBaru:
    return NilaiBaru(kode, kode=kode)
