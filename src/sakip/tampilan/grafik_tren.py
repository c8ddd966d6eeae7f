"""Geometry of the chart over time: promised path, measured points, and where the year may end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sakip.tampilan.grafik import letak, rentang_nilai, tulis_letak

LEBAR, TINGGI, TEPI, KAKI = 640, 260, 44, 34
Pasang = tuple[Decimal, Decimal | None]


@dataclass(frozen=True, slots=True)
class Tempat:
    """A point in the box: where, and the value and words that belong to it."""

    x: str
    y: str
    nilai: Decimal
    sah: bool = True


@dataclass(frozen=True, slots=True)
class Kipas:
    """A projection: from the last measured point to the end of the year, and its spread."""

    garis: str
    bidang: str
    x: str
    y: str
    nilai: Decimal


@dataclass(frozen=True, slots=True)
class GrafikTren:
    """Everything a template draws, as coordinates in a box of ``LEBAR`` by ``TINGGI``."""

    lebar: int
    tinggi: int
    jalur_target: str
    tangga_target: str
    target: tuple[Tempat, ...]
    garis: str
    titik: tuple[Tempat, ...]
    baseline: Tempat | None
    kipas: Kipas | None
    sumbu: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ramal:
    """What a projection says at the end of the year."""

    akhir: Decimal
    nilai: Decimal
    bawah: Decimal
    atas: Decimal


def grafik_tren(
    target: Sequence[Pasang],
    titik: Sequence[tuple[Decimal, Decimal | None, bool]],
    *,
    tangga: Sequence[Pasang] = (),
    baseline: Pasang | None = None,
    ramal: Ramal | None = None,
) -> GrafikTren:
    """Place everything on one axis. ``titik``: time, value, and whether it counts already.

    ``target`` are yearly promises, joined by straight lines; ``tangga`` those of the periods of the
    chosen year, which hold until the next one. A value that is missing is left out, never zero.
    """
    kotak = _Kotak(target, titik, tangga, baseline, ramal)
    sah = [(x, y) for x, y, ya in titik if y is not None and ya]
    return GrafikTren(
        LEBAR,
        TINGGI,
        kotak.jalur(target),
        kotak.tangga(tangga),
        tuple(kotak.tempat(x, y) for x, y in target if y is not None),
        kotak.jalur(sah),
        tuple(kotak.tempat(x, y, sah=ya) for x, y, ya in titik if y is not None),
        kotak.tempat(baseline[0], baseline[1]) if baseline and baseline[1] is not None else None,
        kotak.kipas(sah[-1], ramal) if ramal and sah else None,
        tuple((kotak.x(Decimal(t)), str(t)) for t in kotak.tahun),
    )


class _Kotak:
    """The axis that all of it shares."""

    def __init__(
        self,
        target: Iterable[Pasang],
        titik: Iterable[tuple[Decimal, Decimal | None, bool]],
        tangga: Iterable[Pasang],
        baseline: Pasang | None,
        ramal: Ramal | None,
    ) -> None:
        semua: list[Pasang] = [*target, *((x, y) for x, y, _sah in titik), *tangga]
        semua += [baseline] if baseline else []
        semua += [(ramal.akhir, ramal.bawah), (ramal.akhir, ramal.atas)] if ramal else []
        ada = [(x, y) for x, y in semua if y is not None]
        self.rendah, self.puncak = rentang_nilai(y for _x, y in ada)
        waktu = [x for x, _y in ada] or [Decimal(0)]
        # A line of one year still has a beginning: the end of the year before.
        self.akhir = max(waktu).to_integral_value(ROUND_CEILING)
        self.awal = min(*waktu, self.akhir - 1).to_integral_value(ROUND_FLOOR)
        self.tahun = range(int(self.awal), int(self.akhir) + 1)

    def x(self, waktu: Decimal) -> str:
        datar = letak(waktu, bawah=self.awal, atas=self.akhir, lebar=LEBAR - 2 * TEPI)
        return tulis_letak(Decimal(datar) + TEPI)

    def y(self, nilai: Decimal) -> str:
        tegak = letak(nilai, bawah=self.rendah, atas=self.puncak, lebar=TINGGI - TEPI - KAKI)
        return tulis_letak(TINGGI - KAKI - 6 - Decimal(tegak))

    def tempat(self, waktu: Decimal, nilai: Decimal, *, sah: bool = True) -> Tempat:
        return Tempat(self.x(waktu), self.y(nilai), nilai, sah)

    def jalur(self, deret: Iterable[Pasang]) -> str:
        ada = [(self.x(x), self.y(y)) for x, y in deret if y is not None]
        return "M" + "L".join(f"{x} {y}" for x, y in ada) if len(ada) > 1 else ""

    def tangga(self, deret: Sequence[Pasang]) -> str:
        """Steps: each promise holds up to its own period's end."""
        bagian: list[str] = []
        lalu: str | None = None
        for waktu, nilai in deret:
            if nilai is None:
                continue
            mulai = lalu if lalu is not None else self.x(waktu - Decimal("0.25"))
            y = self.y(nilai)
            bagian.append(f"{'M' if not bagian else 'L'}{mulai} {y}L{self.x(waktu)} {y}")
            lalu = self.x(waktu)
        return "".join(bagian)

    def kipas(self, dari: tuple[Decimal, Decimal], ramal: Ramal) -> Kipas:
        x0, y0, x1 = self.x(dari[0]), self.y(dari[1]), self.x(ramal.akhir)
        y, bawah, atas = self.y(ramal.nilai), self.y(ramal.bawah), self.y(ramal.atas)
        return Kipas(
            f"M{x0} {y0}L{x1} {y}",
            f"M{x0} {y0}L{x1} {bawah}L{x1} {atas}Z",
            x1,
            y,
            ramal.nilai,
        )
