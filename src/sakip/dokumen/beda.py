"""Differences of two versions of a plan, as a sheet that goes along with the decree on the change.

No regulation prescribes its form. What a version does not hold is printed as a dash, never as zero.
"""

from dataclasses import dataclass
from decimal import Decimal

from sakip.dokumen.bahan import KepalaDokumen
from sakip.dokumen.cetak import cetak
from sakip.dokumen.kata import rupiah
from sakip.dokumen.pohon import (
    SEMPIT,
    Bagian,
    Dokumen,
    GayaParagraf,
    Kolom,
    Kop,
    Paragraf,
    Rata,
    Sel,
    Simpul,
    Tabel,
)
from sakip.dokumen.susun import kepala_berjalan

SEBUTAN = "Perbandingan Versi Rencana"
KOSONG = "–"


@dataclass(frozen=True, slots=True)
class BarisBeda:
    """One thing on which two versions disagree: which, of what, and what each says."""

    nama: str
    hal: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanBeda:
    """Both versions by name with their basis, and the differences by kind."""

    kepala: KepalaDokumen
    lama: str
    baru: str
    dasar: str
    target: tuple[BarisBeda, ...]
    pagu: tuple[tuple[str, int, Decimal | None, Decimal | None], ...]
    indikator: tuple[BarisBeda, ...]
    simpul: tuple[BarisBeda, ...]


def pdf_beda(bahan: BahanBeda) -> bytes:
    """The PDF of the comparison, the same bytes for the same bahan."""
    return cetak(pohon_beda(bahan))


def pohon_beda(bahan: BahanBeda) -> Dokumen:
    """The section tree of the comparison; kinds without a difference are left out."""
    kepala, hal = bahan.kepala, "Yang berbeda"
    bagian = [
        ("target", "Target yang berbeda", _tabel(bahan.target, "Indikator", "Periode")),
        ("pagu", "Pagu indikatif yang berbeda", _tabel_pagu(bahan)),
        (
            "indikator",
            "Indikator yang berbeda",
            _tabel(bahan.indikator, "Indikator", hal),
        ),
        ("simpul", "Simpul yang berbeda", _tabel(bahan.simpul, "Simpul", hal)),
    ]
    ada = [b for b in bagian if b[2] is not None]
    return Dokumen(
        judul=f"{SEBUTAN} {bahan.baru}",
        kepala_berjalan=kepala_berjalan(kepala, SEBUTAN),
        kepala=kepala,
        isi=(
            Kop((f"Pemerintah {kepala.instansi}", kepala.unit)),
            Bagian("pembuka", SEBUTAN, _pembuka(bahan, kosong=not ada), tengah=True),
            *(
                Bagian(kode, judul, (tabel,), nomor=f"{n}.")
                for n, (kode, judul, tabel) in enumerate(ada, 1)
                if tabel is not None
            ),
        ),
    )


def _pembuka(bahan: BahanBeda, *, kosong: bool) -> tuple[Simpul, ...]:
    dasar = (Paragraf(f"Dasar: {bahan.dasar}", GayaParagraf.TENGAH),) if bahan.dasar else ()
    sama = (Paragraf("Kedua versi sama."),) if kosong else ()
    return (Paragraf(f"{bahan.lama} → {bahan.baru}", GayaParagraf.TENGAH), *dasar, *sama)


def _tabel(baris: tuple[BarisBeda, ...], nama: str, hal: str) -> Tabel | None:
    if not baris:
        return None
    return Tabel(
        keterangan="",
        kolom=(
            Kolom("No", SEMPIT, Rata.TENGAH),
            Kolom(nama, 5),
            Kolom(hal, 3),
            Kolom("Semula", 4),
            Kolom("Menjadi", 4),
        ),
        baris=tuple(
            (Sel(str(n)), Sel(b.nama), Sel(b.hal), Sel(b.lama or KOSONG), Sel(b.baru or KOSONG))
            for n, b in enumerate(baris, 1)
        ),
    )


def _tabel_pagu(bahan: BahanBeda) -> Tabel | None:
    if not bahan.pagu:
        return None
    return Tabel(
        keterangan="",
        kolom=(
            Kolom("No", SEMPIT, Rata.TENGAH),
            Kolom("Simpul", 5),
            Kolom("Tahun", 0, Rata.TENGAH),
            Kolom("Semula (Rp)", 0, Rata.KANAN),
            Kolom("Menjadi (Rp)", 0, Rata.KANAN),
        ),
        baris=tuple(
            (Sel(str(n)), Sel(nama), Sel(str(tahun)), Sel(rupiah(lama)), Sel(rupiah(baru)))
            for n, (nama, tahun, lama, baru) in enumerate(bahan.pagu, 1)
        ),
    )
