"""Geometry of the small charts: exact numbers in, SVG coordinates as text out. Macros draw them.

Coordinates are rounded to a tenth of a pixel; the numbers people read are never taken from them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup, escape

Nilai = Decimal | int | None


@dataclass(frozen=True, slots=True)
class Titik:
    """One point of a line: where it stands, and which value of the series it shows."""

    x: str
    y: str
    urutan: int


@dataclass(frozen=True, slots=True)
class Garis:
    """A line over time: unbroken stretches (``d`` of a path each), and every point there is."""

    ruas: tuple[str, ...]
    titik: tuple[Titik, ...]


def _teks(nilai: Decimal) -> str:
    """To a tenth of a pixel. Written through whole tenths: a page of hundreds needs thousands."""
    persepuluh = int(nilai.scaleb(1).to_integral_value())
    return _tulis_persepuluh(persepuluh)


def tulis_letak(nilai: Decimal) -> str:
    """A coordinate as SVG takes it, to a tenth of a pixel."""
    return _teks(nilai)


@lru_cache(maxsize=8192)
def _tulis_persepuluh(persepuluh: int) -> str:
    return format((Decimal(persepuluh) / 10).normalize(), "f")


@lru_cache(maxsize=64)
def _datar(jumlah: int, lebar: int, tepi: int) -> tuple[str, ...]:
    """Where the points of a series stand across the box."""
    langkah = Decimal(lebar - 2 * tepi) / max(1, jumlah - 1)
    return tuple(_teks(tepi + langkah * urutan) for urutan in range(jumlah))


def rentang_nilai(nilai: Iterable[Nilai]) -> tuple[Decimal, Decimal]:
    """Lowest and highest of what is there; (0, 1) of an empty series, never a zero-wide range."""
    ada = [Decimal(n) for n in nilai if n is not None]
    if not ada:
        return Decimal(0), Decimal(1)
    bawah, atas = min(ada), max(ada)
    return (bawah - 1, atas + 1) if bawah == atas else (bawah, atas)


def garis(
    nilai: Sequence[Nilai],
    *,
    lebar: int,
    tinggi: int,
    tepi: int = 4,
    rentang: tuple[Decimal, Decimal] | None = None,
) -> Garis:
    """Place a series in a box; a missing value breaks the line, it is never drawn as zero.

    ``rentang`` is the lowest and highest value of the axis, so that two series can share one.
    """
    rendah, puncak = rentang or rentang_nilai(nilai)
    datar = _datar(len(nilai), lebar, tepi)
    dasar = tinggi - tepi
    skala = Decimal(tinggi - 2 * tepi) / (puncak - rendah)
    titik: list[Titik] = []
    ruas: list[str] = []
    terbuka: list[str] = []
    for urutan, satu in enumerate(nilai):
        if satu is None:
            ruas.append("".join(terbuka))
            terbuka = []
            continue
        x, y = datar[urutan], _teks(dasar - (satu - rendah) * skala)
        terbuka.append(f"{'L' if terbuka else 'M'}{x} {y}")
        titik.append(Titik(x, y, urutan))
    ruas.append("".join(terbuka))
    return Garis(tuple(r for r in ruas if "L" in r), tuple(titik))


def letak(nilai: Nilai, *, bawah: Nilai, atas: Nilai, lebar: int) -> str:
    """Where a value stands on an axis of ``lebar`` pixels; beyond the ends it stops at the end."""
    if nilai is None or bawah is None or atas is None:
        return "0"
    bagian = (Decimal(nilai) - bawah) / (Decimal(atas) - bawah)
    return _teks(min(max(bagian, Decimal(0)), Decimal(1)) * lebar)


def letak_urut(urutan: int, jumlah: int, *, lebar: int, tepi: int = 4) -> str:
    """Where the n-th of ``jumlah`` points stands across a chart, as ``garis`` places it."""
    return _teks(tepi + Decimal(lebar - 2 * tepi) / max(1, jumlah - 1) * urutan)


def sparkline(nilai: Sequence[Nilai], keterangan: str, lebar: int = 88, tinggi: int = 24) -> Markup:
    """Trend for a table cell; ``keterangan`` is its text alternative. Gaps stay gaps.

    A function and not a macro: a table holds hundreds, and the string is short.
    """
    jalur = garis(nilai, lebar=lebar, tinggi=tinggi)
    sendiri = {t.urutan for t in jalur.titik} if not jalur.ruas else _sendiri(nilai)
    bulatan = "".join(
        f'<circle cx="{t.x}" cy="{t.y}" r="1.5"/>' for t in jalur.titik if t.urutan in sendiri
    )
    ujung = jalur.titik[-1] if jalur.titik else None
    akhir = f'<circle class="ujung" cx="{ujung.x}" cy="{ujung.y}" r="2.5"/>' if ujung else ""
    return Markup(  # noqa: S704 - coordinates are ours, the only text is escaped
        f'<svg class="spark" viewBox="0 0 {lebar} {tinggi}" width="{lebar}" height="{tinggi}" '
        f'role="img" aria-label="{escape(keterangan)}"><path d="{"".join(jalur.ruas)}"/>'
        f"{bulatan}{akhir}</svg>"
    )


def _sendiri(nilai: Sequence[Nilai]) -> set[int]:
    """Points with no neighbour: without a dot of their own they would not be seen."""
    tepi = [None, *nilai, None]
    return {
        i
        for i, satu in enumerate(nilai)
        if satu is not None and tepi[i] is None and tepi[i + 2] is None
    }


@dataclass(frozen=True, slots=True)
class Jalur:
    """One class of a scale, placed: its code and word, its edges as printed, x and width."""

    kode: str
    sebutan: str
    di_atas: Decimal
    sampai_dengan: Decimal
    x: str
    lebar: str
    tengah: str


def jalur_skala(kelas: Iterable[Mapping[str, object]], *, lebar: int) -> tuple[Jalur, ...]:
    """Classes of a scale from low to high, placed along ``lebar`` pixels.

    Each class is a mapping with ``kode``, ``sebutan``, ``di_atas`` (or ``mulai_dari``) and
    ``sampai_dengan``: the regulation's own words for its edges.
    """
    urut = sorted(
        (
            Decimal(str(k["di_atas"] if k.get("di_atas") is not None else k["mulai_dari"])),
            Decimal(str(k["sampai_dengan"])),
            str(k["kode"]),
            str(k["sebutan"]),
        )
        for k in kelas
    )
    bawah, atas = urut[0][0], urut[-1][1]
    per_poin = Decimal(lebar) / (atas - bawah)
    return tuple(
        Jalur(
            kode,
            sebutan,
            mulai,
            akhir,
            _teks((mulai - bawah) * per_poin),
            _teks((akhir - mulai) * per_poin),
            _teks(((mulai + akhir) / 2 - bawah) * per_poin),
        )
        for mulai, akhir, kode, sebutan in urut
    )
