"""Invented indicators in a realistic mix of directions, kinds of value and units of measure."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from sakip.perencanaan.models import Agregasi, Arah, JenisNilai


@dataclass(frozen=True, slots=True)
class Pola:
    """A kind of indicator: how it begins, what it is measured in, how often it occurs."""

    awal: str
    satuan: str
    arah: Arah
    jenis: JenisNilai
    agregasi: Agregasi
    kerap: int
    dasar: tuple[int, int]
    desimal: int


# Beginning, unit of measure, direction, kind of value, aggregation, frequency in 100, range of the
# starting level, decimals.
_POLA = tuple(
    Pola(awal, satuan, Arah(arah), JenisNilai(jenis), Agregasi(cara), kerap, dasar, desimal)
    for awal, satuan, arah, jenis, cara, kerap, dasar, desimal in (
        ("Persentase", "persen", "naik_baik", "persen", "terakhir", 34, (40, 99), 2),
        ("Jumlah", "dokumen", "naik_baik", "bilangan", "jumlah", 14, (4, 900), 0),
        ("Jumlah", "orang", "naik_baik", "bilangan", "jumlah", 8, (90, 60_000), 0),
        ("Indeks", "indeks", "naik_baik", "bilangan", "rata_rata", 7, (2, 90), 3),
        ("Cakupan", "persen", "naik_baik", "rasio", "rasio_kumulatif", 9, (7, 480), 0),
        ("Nilai", "predikat", "naik_baik", "predikat", "terakhir", 4, (0, 6), 0),
        ("Tersedianya", "", "naik_baik", "ya_tidak", "terakhir", 3, (0, 1), 0),
        ("Angka", "per 1.000", "turun_baik", "bilangan", "rata_rata", 8, (2, 90), 2),
        ("Persentase keluhan atas", "persen", "turun_baik", "persen", "terakhir", 5, (3, 40), 2),
        ("Waktu", "hari", "turun_baik", "bilangan", "maksimum", 3, (2, 60), 0),
        ("Ketersediaan", "bulan", "rentang", "bilangan", "terakhir", 3, (3, 12), 0),
        ("Kesesuaian", "persen", "stabil", "persen", "terakhir", 2, (90, 100), 1),
    )
)
_OBJEK = (
    "layanan dasar",
    "sarana dan prasarana",
    "dokumen perencanaan",
    "pengelolaan aset",
    "penanganan aduan masyarakat",
    "pembinaan desa",
    "pelayanan terpadu",
    "data statistik sektoral",
    "tenaga terlatih",
    "kelompok binaan",
    "kegiatan pengawasan",
    "jaringan jalan lingkungan",
    "rumah tangga sasaran",
    "usaha kecil yang didampingi",
    "kawasan permukiman",
    "peserta didik",
)
_SIFAT = (
    "yang memenuhi standar",
    "yang selesai tepat waktu",
    "yang ditindaklanjuti",
    "yang terverifikasi",
    "dengan mutu baik",
    "di wilayah prioritas",
    "yang dapat dimanfaatkan masyarakat",
    "sesuai ketentuan",
)


@dataclass(frozen=True, slots=True)
class IndikatorUji:
    """One invented indicator; ``dasar`` is the level its figures start from."""

    kode: str
    nama: str
    pola: Pola
    dasar: int


def daftar_indikator(acak: Random, banyak: int) -> Iterator[IndikatorUji]:
    """``banyak`` indicators of one unit, drawn from ``acak``."""
    kerap = [p.kerap for p in _POLA]
    for n in range(1, banyak + 1):
        pola = acak.choices(_POLA, kerap)[0]
        yield IndikatorUji(
            kode=f"uji-{n:03d}",
            nama=f"{pola.awal} {acak.choice(_OBJEK)} {acak.choice(_SIFAT)} (contoh {n:03d})",
            pola=pola,
            dasar=acak.randint(*pola.dasar),
        )
