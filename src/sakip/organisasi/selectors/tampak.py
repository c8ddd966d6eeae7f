"""A unit as pages and selectors pass it on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitTampak:
    """A unit as it was called and placed on one day."""

    id: int
    uuid: str
    kode: str
    slug: str
    jenis: str
    nama: str
    jalur: str
    kedalaman: int
    induk_id: int | None
    jumlah_desa: int | None
    sumber: str = ""
    sifat: str = "asli"
    arsip: bool = False


KOLOM_UNIT = (
    "unit_id",
    "unit__uuid",
    "unit__kode",
    "unit__slug",
    "unit__jenis",
    "nama",
    "jalur",
    "kedalaman",
    "induk_id",
    "unit__jumlah_desa",
    "unit__sumber",
    "unit__sifat",
    "arsip",
)
