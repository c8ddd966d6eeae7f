"""What Beranda says of the figures: the newest year that has any, for a reader in a hurry."""

from dataclasses import dataclass

from sakip.organisasi.models import BERKINERJA, kode_periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.selectors import (
    Ringkasan,
    RingkasanPeriode,
    jumlahkan,
    ringkasan_terbaru,
)
from sakip.tampilan.penanda import KATEGORI
from sakip.web.akses import Akses

TERTINGGAL_MAKS = 5
SETAHUN = kode_periode("tahun", 1)


@dataclass(frozen=True, slots=True)
class Tautan:
    """A name and where it leads."""

    judul: str
    url: str


@dataclass(frozen=True, slots=True)
class Tertinggal:
    """A unit that misses targets: how many, of how many computed figures."""

    unit: Tautan
    belum: int
    terhitung: int


@dataclass(frozen=True, slots=True)
class Sorotan:
    """One year in a few sentences.

    ``berangka`` of ``banyak_unit`` units have figures, ``tanpa_angka`` are the others; ``kategori``
    says how many figures stand in which category, the best first.
    """

    tahun: int
    url: str
    ringkasan: Ringkasan
    berangka: int
    banyak_unit: int
    kategori: tuple[tuple[str, int], ...]
    tertinggal: tuple[Tertinggal, ...]
    tanpa_angka: tuple[Tautan, ...]
    tahun_lain: tuple[Tautan, ...]


def sorotan_unit(akses: Akses, unit: UnitTampak, semua: list[RingkasanPeriode]) -> Sorotan | None:
    """The newest year of one unit; ``None`` without any figure. No query."""
    if not semua:
        return None
    akhir = semua[-1]

    def alamat(tahun: int) -> str:
        return akses.alamat("unit_tahun", tahun, unit.slug)

    return Sorotan(
        tahun=akhir.tahun,
        url=alamat(akhir.tahun),
        ringkasan=akhir.ringkasan,
        berangka=1,
        banyak_unit=1,
        kategori=_kategori(akhir.ringkasan),
        tertinggal=(),
        tanpa_angka=(),
        tahun_lain=tuple(
            Tautan(str(t), alamat(t))
            for t in sorted({p.tahun for p in semua} - {akhir.tahun}, reverse=True)
        ),
    )


def sorotan_instansi(akses: Akses, unit: list[UnitTampak]) -> Sorotan | None:
    """The newest year over all units in reach; ``None`` without any figure. One query."""
    akhir = ringkasan_terbaru(akses.lingkup)
    if akhir is None:
        return None
    berkinerja = [u for u in unit if u.jenis in BERKINERJA]
    ringkasan = {u.id: akhir.ringkasan[u.id] for u in berkinerja if u.id in akhir.ringkasan}
    jumlah = jumlahkan(list(ringkasan.values()))
    awalan = akses.alamat("pemda", akhir.tahun)
    return Sorotan(
        tahun=akhir.tahun,
        url=awalan if akhir.kode == SETAHUN else f"{awalan}?periode={akhir.kode}",
        ringkasan=jumlah,
        berangka=len(ringkasan),
        banyak_unit=len(berkinerja),
        kategori=_kategori(jumlah),
        tertinggal=_tertinggal(berkinerja, ringkasan, awalan),
        tanpa_angka=tuple(
            Tautan(u.nama, f"{awalan}{u.slug}/") for u in berkinerja if u.id not in ringkasan
        ),
        tahun_lain=tuple(
            Tautan(str(t), akses.alamat("pemda", t))
            for t in sorted(set(akhir.tahun_ada) - {akhir.tahun}, reverse=True)
        ),
    )


def _kategori(ringkasan: Ringkasan) -> tuple[tuple[str, int], ...]:
    return tuple((k, n) for k in KATEGORI if (n := ringkasan.menurut_kategori.get(k, 0)) > 0)


def _tertinggal(
    unit: list[UnitTampak], ringkasan: dict[int, Ringkasan], awalan: str
) -> tuple[Tertinggal, ...]:
    daftar = [
        Tertinggal(Tautan(u.nama, f"{awalan}{u.slug}/"), r.terhitung - r.tercapai, r.terhitung)
        for u in unit
        if (r := ringkasan.get(u.id)) is not None and r.tercapai < r.terhitung
    ]
    # Stable: units that miss as many stay in the order of the tree.
    return tuple(sorted(daftar, key=lambda t: -t.belum)[:TERTINGGAL_MAKS])
