"""The generated rows as people would bring them: a table for the import."""

import csv
import io
from collections.abc import Iterable, Iterator

from sakip.data_uji.baris import BarisUji
from sakip.data_uji.rancangan import SUMBER
from sakip.pengukuran.kaidah.nilai import NilaiBaru

KOLOM = (
    "unit",
    "tahun",
    "periode",
    "kode_indikator",
    "indikator",
    "satuan",
    "arah",
    "jenis_nilai",
    "agregasi",
    "target",
    "realisasi",
    "sumber",
)


def tabel(baris: Iterable[tuple[str, BarisUji]]) -> bytes:
    """CSV of (unit slug, row) pairs, with the columns the import ``kinerja`` reads."""
    keluar = io.StringIO(newline="")
    tulis = csv.writer(keluar)
    tulis.writerow(KOLOM)
    tulis.writerows(_sel(baris))
    return keluar.getvalue().encode()


def _sel(baris: Iterable[tuple[str, BarisUji]]) -> Iterator[tuple[object, ...]]:
    for unit, b in baris:
        pola = b.indikator.pola
        yield (
            unit,
            b.tahun,
            f"tw{b.triwulan}",
            b.indikator.kode,
            b.indikator.nama,
            pola.satuan,
            pola.arah.value,
            pola.jenis.value,
            pola.agregasi.value,
            _teks(b.target),
            _teks(b.realisasi),
            SUMBER,
        )


def _teks(n: NilaiBaru | None) -> str:
    return "" if n is None else n.teks
