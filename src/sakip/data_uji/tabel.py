"""The generated rows as people would bring them: a table for the import."""

import csv
import io
from collections.abc import Iterable, Iterator

from sakip.data_uji.baris import BarisUji
from sakip.data_uji.rancangan import SUMBER
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.services.periksa import KOLOM


def tabel(baris: Iterable[tuple[str, BarisUji]]) -> bytes:
    """CSV of (unit slug, row) pairs, with the columns the import ``kinerja`` reads."""
    keluar = io.StringIO(newline="")
    tulis = csv.DictWriter(keluar, KOLOM)
    tulis.writeheader()
    tulis.writerows(_sel(baris))
    return keluar.getvalue().encode()


def _sel(baris: Iterable[tuple[str, BarisUji]]) -> Iterator[dict[str, object]]:
    for unit, b in baris:
        pola = b.indikator.pola
        yield {
            "unit": unit,
            "tahun": b.tahun,
            "periode": f"tw{b.triwulan}",
            "kode_indikator": b.indikator.kode,
            "indikator": b.indikator.nama,
            "satuan": pola.satuan,
            "arah": pola.arah.value,
            "jenis_nilai": pola.jenis.value,
            "agregasi": pola.agregasi.value,
            "target": _teks(b.target),
            "realisasi": _teks(b.realisasi),
            "sumber": SUMBER,
        }


def _teks(n: NilaiBaru | None) -> str:
    return "" if n is None else n.teks
