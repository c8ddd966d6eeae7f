"""The tree on A3 paper: an overview with page numbers, then each sasaran with its whole branch."""

import json
from calendar import timegm
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import typst

from sakip.dokumen.bahan import KepalaDokumen
from sakip.dokumen.cetak import CONTOH, TEMPLAT
from sakip.dokumen.huruf import semua_tercetak
from sakip.dokumen.pohon_bagan import Butir, Ukuran, bagi_halaman

# What an A3 sheet lying down leaves for a drawing, in points.
LEBAR, TINGGI = 1110, 660
CELAH, LEBAR_TERBESAR = 20, 250
HURUF = 4.35  # of the 8.5 points that titles are set in


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A goal with the branches that are drawn under it, each on pages of its own."""

    judul: str
    cabang: tuple[Butir, ...]


def pdf_pohon(kepala: KepalaDokumen, versi: str, kelompok: Sequence[Kelompok]) -> bytes:
    """PDF/A-2 and PDF/UA; the same bytes for the same tree."""
    penyusun = typst.Compiler(
        str(TEMPLAT / "pohon.typ"), root=str(TEMPLAT), ignore_system_fonts=True
    )
    isi = penyusun.compile(
        format="pdf",
        sys_inputs={"data": _data(kepala, versi, kelompok)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=timegm(kepala.tanggal.timetuple()),
    )
    assert isinstance(isi, bytes)  # noqa: S101 - no output file was named
    return isi


def _data(kepala: KepalaDokumen, versi: str, kelompok: Sequence[Kelompok]) -> str:
    isi: dict[str, Any] = {
        "instansi": kepala.instansi,
        "unit": kepala.unit,
        "tahun": kepala.tahun,
        "versi": versi,
        "pita": CONTOH if kepala.contoh else "",
        "tanggal": {
            "tahun": kepala.tanggal.year,
            "bulan": kepala.tanggal.month,
            "hari": kepala.tanggal.day,
        },
        "kelompok": [
            {"judul": k.judul, "cabang": [_cabang(c) for c in k.cabang]} for k in kelompok
        ],
    }
    return json.dumps(semua_tercetak(isi), ensure_ascii=False, sort_keys=True)


def _cabang(butir: Butir) -> dict[str, Any]:
    u = ukuran_a3(butir)
    halaman = bagi_halaman(butir, u, TINGGI)
    return {
        "judul": butir.judul,
        "jenis": butir.jenis,
        "baris": u.baris,
        "tepi": u.tepi,
        "halaman": [[asdict(k) for k in h.kotak] for h in halaman],
    }


def ukuran_a3(butir: Butir) -> Ukuran:
    """Columns as wide as the sheet allows for the levels that the branch has."""
    kolom = butir.dalam()
    lebar = min((LEBAR - (kolom - 1) * CELAH) // kolom, LEBAR_TERBESAR)
    return Ukuran(lebar=lebar, celah=CELAH, jarak=7, baris=11, tepi=5, huruf=HURUF)
