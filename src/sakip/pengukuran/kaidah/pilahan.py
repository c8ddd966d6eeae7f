"""Breaking a figure down: dimensions with fixed categories, and parts held against the whole.

Kecamatan and desa are the government's own; they are read, not listed here (tafsir-0212).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sakip.pengukuran.kaidah.nilai import NilaiBaru

KECAMATAN, DESA = "kecamatan", "desa"
TIDAK_DIKETAHUI = "tidak_diketahui"
SEBUTAN_KOMPONEN: dict[str, Promise] = {
    "nilai": _("nilai"),
    "pembilang": _("pembilang"),
    "penyebut": _("penyebut"),
}
SEBUTAN: dict[str, Promise] = {
    "jenis_kelamin": _("jenis kelamin"),
    "usia": _("kelompok usia"),
    "disabilitas": _("disabilitas"),
    KECAMATAN: _("kecamatan"),
    DESA: _("desa"),
}
TETAP: dict[str, tuple[tuple[str, Promise], ...]] = {
    "jenis_kelamin": (("laki_laki", _("laki-laki")), ("perempuan", _("perempuan"))),
    "usia": (
        ("0_17", _("di bawah 18 tahun")),
        ("18_59", _("18 sampai 59 tahun")),
        ("60_lebih", _("60 tahun ke atas")),
    ),
    "disabilitas": (
        ("dengan", _("penyandang disabilitas")),
        ("tanpa", _("bukan penyandang disabilitas")),
    ),
}


@dataclass(frozen=True, slots=True)
class Selisih:
    """Parts that do not make the whole: what they add up to, and what stands in the cell."""

    komponen: str
    jumlah: Decimal
    utuh: Decimal


def komponen_pilahan(jenis: str) -> tuple[str, ...]:
    """What is broken down of a kind of value: both parts of a share, or a count; else nothing."""
    return {"rasio": ("pembilang", "penyebut"), "bilangan": ("nilai",)}.get(jenis, ())


def utuh(n: NilaiBaru) -> dict[str, Decimal]:
    """The whole of each component."""
    if n.nilai is None:
        return {}
    if n.penyebut is None:
        return {"nilai": n.nilai}
    return {"pembilang": n.nilai, "penyebut": n.penyebut}


def selisih_pilahan(
    n: NilaiBaru, bagian: Mapping[str, Mapping[str, Decimal]]
) -> tuple[Selisih, ...]:
    """Components whose categories do not add up to the whole; ``bagian`` by category."""
    hasil = []
    for komponen, seluruh in utuh(n).items():
        jumlah = sum((b[komponen] for b in bagian.values() if komponen in b), Decimal(0))
        if jumlah != seluruh:
            hasil.append(Selisih(komponen, jumlah, seluruh))
    return tuple(hasil)
