"""What heads every page of a unit's year: its six stations, and the years to choose from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.urls import NoReverseMatch
from django.utils.translation import get_language

from sakip.beranda.selectors import (
    BahanStasiun,
    JejakTahun,
    Stasiun,
    enam_stasiun,
    jejak_tahun,
    susun_bahan,
)
from sakip.evaluasi.selectors import daftar_hasil
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import JenisUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.selectors import RingkasanPeriode, periode_unit
from sakip.web.akses import Akses
from sakip.web.pecahan import ingat

HALAMAN = {
    "rencana": "rencana",
    "perjanjian": "perjanjian",
    "aksi": "aksi",
    "pengukuran": "pengukuran",
    "laporan": "laporan",
    "evaluasi": "evaluasi_unit",
}


def pilihan_tahun(akses: Akses, halaman: str, unit: UnitTampak, tahun: int) -> list[dict[str, Any]]:
    """The three years that are alive, and the one shown: each on the same page of the unit."""
    kini = akses.lingkup.pada.year
    return tautan_tahun(
        tahun, (kini - 1, kini, kini + 1), lambda t: akses.alamat(halaman, t, unit.slug)
    )


def tautan_tahun(
    tahun: int, ada: Iterable[int], alamat: Callable[[int], str]
) -> list[dict[str, Any]]:
    """Years to choose from, the newest first: those of ``ada``, and the one shown."""
    return [
        {"judul": str(t), "url": alamat(t), "aktif": t == tahun}
        for t in sorted({*ada, tahun}, reverse=True)
    ]


def garis(akses: Akses, unit: UnitTampak, tahun: int) -> list[dict[str, Any]]:
    """The stations of one unit's year for ``{{ stasiun(...) }}``.

    One query when nothing changed since the last time, else four.
    """
    kunci = (organisasi.nomor_unit(unit), akses.instansi.kode, akses.lingkup.pada, unit, tahun)
    return ingat(
        ("stasiun", get_language(), *kunci),
        lambda: garis_dari(akses, unit, tahun, periode_unit(akses.lingkup, unit)),
    )


def garis_dari(
    akses: Akses, unit: UnitTampak, tahun: int, ringkasan: Sequence[RingkasanPeriode]
) -> list[dict[str, Any]]:
    """The same for a page that has read the summaries already. Two queries."""
    bahan = bahan_stasiun(akses, unit, [tahun], ringkasan)[tahun]
    return tautkan(akses, unit, tahun, enam_stasiun(akses.lingkup, tahun, bahan))


def bahan_stasiun(
    akses: Akses,
    unit: UnitTampak,
    tahun: list[int],
    ringkasan: Sequence[RingkasanPeriode],
    jejak: Mapping[tuple[int, int], JejakTahun] | None = None,
) -> dict[int, BahanStasiun]:
    """What the stations of these years are made of. Two queries, one where ``jejak`` was read."""
    if jejak is None:
        jejak = jejak_tahun(akses.lingkup, [unit], tahun)
    hasil = daftar_hasil(akses.lingkup, unit)
    pemda = unit.jenis == JenisUnit.PEMDA
    return {
        t: susun_bahan(jejak, unit.id, t, ringkasan=ringkasan, hasil=hasil, pemda=pemda)
        for t in tahun
    }


def tautkan(
    akses: Akses, unit: UnitTampak, tahun: int, stasiun: list[Stasiun]
) -> list[dict[str, Any]]:
    """Stations as the template wants them, each with the address of its page."""
    return [asdict(s) | {"url": _alamat(akses, HALAMAN[s.kode], tahun, unit)} for s in stasiun]


def _alamat(akses: Akses, halaman: str, tahun: int, unit: UnitTampak) -> str | None:
    try:
        return akses.alamat(halaman, tahun, unit.slug)
    except NoReverseMatch:  # a station whose page is not built yet is plain text
        return None
