"""Invented trees: for each unit a plan from tujuan down to sub-kegiatan, one below the other.

The pemda's sasaran carry the tujuan of its units, in turn, so that all of them are one tree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sakip.data_uji.rancangan import Skala
from sakip.perencanaan.models import JenisSimpul

# Of 100 nodes so many of each level, and at least one; what is left are sub-kegiatan.
_BAGIAN = (
    (JenisSimpul.TUJUAN, 1),
    (JenisSimpul.SASARAN, 4),
    (JenisSimpul.PROGRAM, 8),
    (JenisSimpul.KEGIATAN, 25),
)
_AWAL = {
    JenisSimpul.TUJUAN: "Meningkatnya",
    JenisSimpul.SASARAN: "Meningkatnya mutu",
    JenisSimpul.PROGRAM: "Program pengelolaan",
    JenisSimpul.KEGIATAN: "Penyelenggaraan",
    JenisSimpul.SUBKEGIATAN: "Penyediaan",
}
_HAL = (
    "layanan dasar masyarakat",
    "tata kelola pemerintahan",
    "pertumbuhan ekonomi daerah",
    "sarana dan prasarana wilayah",
    "ketahanan sosial keluarga",
    "lingkungan hidup dan kawasan",
    "pembinaan pemerintahan desa",
    "keterbukaan informasi",
)


@dataclass(frozen=True, slots=True)
class SimpulUji:
    """One node; ``induk`` is the place of its parent in the list, ``None`` at the root."""

    kode: str
    jenis: JenisSimpul
    induk: int | None
    uraian: str
    nomenklatur: str


def pohon_unit(skala: Skala, urutan: int) -> Iterator[SimpulUji]:
    """The nodes of the n-th unit, a parent always before its children."""
    di_atas: list[int] = []
    tingkat: list[int] = []
    letak = 0
    for jenis, banyak in _banyak(skala.simpul_unit(urutan)):
        di_atas, tingkat = tingkat, []
        for n in range(banyak):
            induk = di_atas[n * len(di_atas) // banyak] if di_atas else None
            hal = _HAL[(urutan + letak) % len(_HAL)]
            yield SimpulUji(
                kode=f"{jenis[:2]}{n + 1}",
                jenis=jenis,
                induk=induk,
                uraian=f"{_AWAL[jenis]} {hal} (contoh {urutan:02d}.{letak:03d})",
                nomenklatur=_kode(jenis, urutan, n),
            )
            tingkat.append(letak)
            letak += 1


def _banyak(simpul: int) -> list[tuple[JenisSimpul, int]]:
    """How many nodes of each level; never fewer than above, so that no branch ends early."""
    hasil = [(jenis, max(simpul * bagian // 100, 1)) for jenis, bagian in _BAGIAN]
    sisa = simpul - sum(n for _jenis, n in hasil)
    return [*hasil, (JenisSimpul.SUBKEGIATAN, sisa)]


def _kode(jenis: JenisSimpul, urutan: int, n: int) -> str:
    panjang = {JenisSimpul.PROGRAM: 1, JenisSimpul.KEGIATAN: 2, JenisSimpul.SUBKEGIATAN: 3}
    ekor = (f"{n + 1:02d}", "2.01", "0001")[: panjang.get(jenis, 0)]
    return ".".join((f"9.{urutan:02d}", *ekor)) if ekor else ""


def letak_sasaran(daftar: Sequence[SimpulUji]) -> list[int]:
    """Places of the sasaran in a tree: what the goals of units below stand under."""
    return [n for n, s in enumerate(daftar) if s.jenis == JenisSimpul.SASARAN]
