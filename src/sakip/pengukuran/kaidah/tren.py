"""Stored values as numbers on a line, and where the year ends if it goes on like that."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sakip.pengukuran.kaidah import nilai_kinerja
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import persen
from sakip_rules.angka import FormatAngka, baca_angka
from sakip_rules.capaian import Agregasi, ProyeksiTahun, proyeksi_tahun
from sakip_rules.galat import MasukanSalah

__all__ = ["ProyeksiTahun", "angka_tersimpan", "menuju", "proyeksi_akhir"]


def angka_tersimpan(teks: str) -> Decimal | None:
    """What a stored text says as one number: ``1.234,5``, the share ``11/14`` in per cent.

    ``None`` for predicates, ranges and nothing at all: they have no height on a line.
    """
    try:
        bagian = [baca_angka(t, FormatAngka.ID) for t in teks.split("/")] if teks else []
    except MasukanSalah:
        return None
    match bagian:
        case [satu]:
            return satu
        case [atas, bawah]:
            return persen(NilaiBaru(teks, atas, bawah))
        case _:
            return None


def proyeksi_akhir(
    nilai: Sequence[NilaiBaru | None], *, agregasi: str, jenis: str, skala: str, pada: date
) -> ProyeksiTahun:
    """Carry a year's periods on to its end; each value stands for its own period alone."""
    cara = Agregasi(agregasi)
    if cara is Agregasi.RASIO_KUMULATIF and jenis != "rasio":
        cara = Agregasi.TERAKHIR
    return proyeksi_tahun([nilai_kinerja(n, jenis, skala, pada) for n in nilai], cara)


def menuju(p: ProyeksiTahun, target: Decimal | None, arah: str) -> str:
    """Whether a year carried on meets its target: ``tercapai``, ``tidak``, ``ambang``, or empty.

    ``ambang``: it depends on how the periods that are left go. Only where more, or less, is better.
    """
    if p.nilai is None or p.bawah is None or p.atas is None or target is None:
        return ""
    if arah == "naik_baik":
        ya = [n >= target for n in (p.bawah, p.nilai, p.atas)]
    elif arah == "turun_baik":
        ya = [n <= target for n in (p.bawah, p.nilai, p.atas)]
    else:
        return ""
    return "tercapai" if all(ya) else "ambang" if any(ya) else "tidak"
