"""Proposals that the tests hand in."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from domain.pemeran import Dunia
from sakip.perencanaan.models import UsulanKegiatan
from sakip.perencanaan.services import UsulanBaru, catat_usulan

TAHUN: Final = 2027
SALURAN: Final = UsulanBaru(
    "Perbaikan saluran", "kecamatan", "Desa Satu", "LPM", 1, Decimal(25_000_000)
)
POSYANDU: Final = UsulanBaru("Posyandu baru", "kecamatan", "Desa Dua", prioritas=2)
POKIR: Final = UsulanBaru("Lampu jalan", "pokir")


def catat(
    dunia: Dunia, daftar: Sequence[UsulanBaru] = (SALURAN,), siapa: str = "ani", **lain: Any
) -> list[UsulanKegiatan]:
    isi = {"unit": "dinas-anggrek", "tahun": TAHUN} | lain
    return catat_usulan(**dunia.dasar(siapa), daftar=daftar, **isi)
