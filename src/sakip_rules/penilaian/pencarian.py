"""Exact search for the smallest sets of lifts that reach a needed gain. No heuristic.

A stage is one thing that can be lifted in alternative ways; an option of a stage costs a number of
levels, some of which need a statement, and brings a whole number of units. Reachable sums are kept
as the bits of one integer per (levels, statements), so that adding an option is one shift, and
every set of minimal levels is kept. Algorithm and proof of the window: docs/algoritma/simulasi.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_Topeng = dict[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Opsi:
    """One way to lift a stage: levels climbed, how many of them need a statement, units gained."""

    tingkat: int
    pernyataan: int
    tambahan: int


@dataclass(frozen=True, slots=True)
class Temuan:
    """One set that reaches the gain: what it costs, and the option chosen per stage (or none)."""

    tingkat: int
    pernyataan: int
    tambahan: int
    pilihan: tuple[Opsi | None, ...]


_DIAM: Final = Opsi(0, 0, 0)


def tingkat_tersedikit(tahap: Sequence[Sequence[Opsi]], perlu: int) -> int | None:
    """Fewest levels whose best options bring ``perlu`` units; ``None`` when nothing reaches it."""
    semua = sum(max((opsi.tingkat for opsi in satu), default=0) for satu in tahap)
    batas = min(8, semua)
    while True:
        terbaik = _tambahan_terbanyak(tahap, batas)[0]
        cukup = next((k for k, nilai in enumerate(terbaik) if nilai >= perlu), None)
        if cukup is not None or batas == semua:
            return cukup
        batas = min(batas * 2, semua)


def _tambahan_terbanyak(tahap: Sequence[Sequence[Opsi]], batas: int) -> list[list[int]]:
    """Most units that at most 0, 1, … ``batas`` levels can bring, from each stage to the last."""
    hasil = [[0] * (batas + 1)]
    for opsi in reversed(tahap):
        sesudah = hasil[-1]
        terbaik = sesudah.copy()
        for satu in opsi:
            for k in range(satu.tingkat, batas + 1):
                terbaik[k] = max(terbaik[k], sesudah[k - satu.tingkat] + satu.tambahan)
        hasil.append(terbaik)
    hasil.reverse()
    return hasil


def cari(tahap: Sequence[Sequence[Opsi]], perlu: int, banyak: int) -> list[Temuan]:
    """Give at most ``banyak`` sets of the fewest levels that bring ``perlu`` units or more.

    Ordered by statements, then by units gained. Every set of that many levels is considered.
    """
    tingkat = tingkat_tersedikit(tahap, perlu)
    if tingkat is None or tingkat == 0:
        return []
    lapis = _sebar(tahap, tingkat, perlu)
    temuan: list[Temuan] = []
    for pernyataan in range(tingkat + 1):
        sisa = lapis[-1].get((tingkat, pernyataan), 0) >> perlu
        tambahan = perlu
        while sisa != 0 and len(temuan) < banyak:
            lompat = (sisa & -sisa).bit_length() - 1
            tambahan += lompat
            for pilihan in _telusuri(tahap, lapis, tingkat, pernyataan, tambahan):
                temuan.append(Temuan(tingkat, pernyataan, tambahan, pilihan))
                if len(temuan) == banyak:
                    break
            sisa >>= lompat + 1
            tambahan += 1
    return temuan


def _langkah_terbesar(tahap: Sequence[Sequence[Opsi]]) -> int:
    """Largest gain of a last level: no set of fewest levels exceeds the need by that much."""
    return max(
        opsi.tambahan - (satu[letak - 1].tambahan if letak > 0 else 0)
        for satu in tahap
        for letak, opsi in enumerate(satu)
    )


def _sebar(tahap: Sequence[Sequence[Opsi]], tingkat: int, perlu: int) -> list[_Topeng]:
    """Sums reachable before and after each stage that can still become part of an answer.

    Cut off are sums above the window, and sums from which even the best later options with the
    levels that are left stay below the need.
    """
    muat = (1 << (perlu + _langkah_terbesar(tahap) + 1)) - 1
    sisa = _tambahan_terbanyak(tahap, tingkat)
    lapis: list[_Topeng] = [{(0, 0): 1}]
    for nomor, opsi in enumerate(tahap, start=1):
        sesudah = dict(lapis[-1])
        for (k, p), topeng in lapis[-1].items():
            for satu in opsi:
                kunci = (k + satu.tingkat, p + satu.pernyataan)
                if kunci[0] <= tingkat:
                    sesudah[kunci] = sesudah.get(kunci, 0) | ((topeng << satu.tambahan) & muat)
        lapis.append(_pangkas(sesudah, tingkat, perlu, sisa[nomor]))
    return lapis


def _pangkas(topeng: _Topeng, tingkat: int, perlu: int, sisa: Sequence[int]) -> _Topeng:
    """Drop the sums that can no longer reach the need with the levels that are left."""
    hasil = {}
    for (k, p), isi in topeng.items():
        rendah = max(0, perlu - sisa[tingkat - k])
        tinggal = isi >> rendah << rendah
        if tinggal != 0:
            hasil[k, p] = tinggal
    return hasil


def _telusuri(
    tahap: Sequence[Sequence[Opsi]],
    lapis: Sequence[_Topeng],
    tingkat: int,
    pernyataan: int,
    tambahan: int,
) -> Iterator[tuple[Opsi | None, ...]]:
    """Every choice of options with exactly these levels, statements and units."""
    nomor = len(tahap) - 1
    if nomor < 0:
        yield ()
        return
    for satu in (_DIAM, *tahap[nomor]):
        k, p, t = tingkat - satu.tingkat, pernyataan - satu.pernyataan, tambahan - satu.tambahan
        if t >= 0 and (lapis[nomor].get((k, p), 0) >> t) & 1:
            for awal in _telusuri(tahap[:nomor], lapis, k, p, t):
                yield (*awal, None if satu is _DIAM else satu)
