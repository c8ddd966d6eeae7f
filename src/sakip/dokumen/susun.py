"""Pieces that several documents are put together from."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sakip.dokumen.bahan import KepalaDokumen, Pihak, ProgramAnggaran
from sakip.dokumen.kata import KOSONG, persen, rupiah, tanggal
from sakip.dokumen.pohon import SEMPIT, Catatan, Kolom, PenandaTangan, Rata, Sel, Tabel

PANJANG_PENUH = 1000


def tiada(hal: str) -> Catatan:
    """Name what has no data yet; nothing is put in its place."""
    return Catatan(f"Belum ada data: {hal}.")


def sel_atau_tiada(teks: str, sebab: str = "belum ada data") -> Sel:
    """A cell, or the words that say why it is empty."""
    return Sel(teks) if teks and teks != KOSONG else Sel(sebab, tiada=True)


def penanda(pihak: Pihak, sebagai: str = "") -> PenandaTangan:
    """A signature block for a person."""
    return PenandaTangan(sebagai, pihak.jabatan, pihak.nama, pihak.pangkat, pihak.nip)


def tempat_tanggal(kepala: KepalaDokumen, pada: date | None = None) -> str:
    """``Ciruas, 23 Januari 2026``, or the day alone; ``pada`` is another day than the issue."""
    hari = tanggal(pada or kepala.tanggal)
    return f"{kepala.tempat}, {hari}" if kepala.tempat else hari


def kepala_berjalan(kepala: KepalaDokumen, sebutan: str) -> str:
    """What runs along the top: which document, which year, whose."""
    return f"{sebutan} {kepala.tahun} · {kepala.unit}"


def jumlah(nilai: Sequence[Decimal | None]) -> Decimal | None:
    """The exact sum, or ``None`` when one of them is missing: half a total is no total."""
    ada = [satu for satu in nilai if satu is not None]
    return sum(ada, Decimal(0)) if ada and len(ada) == len(nilai) else None


def tabel_serapan(
    keterangan: str, program: tuple[ProgramAnggaran, ...], serapan: Decimal | None
) -> Tabel:
    """Programs with budget, spending and the share spent; the total at the foot."""
    kanan = Rata.KANAN
    return Tabel(
        keterangan=keterangan,
        kolom=(
            Kolom("No", SEMPIT, Rata.TENGAH),
            Kolom("Program", 5),
            Kolom("Anggaran (Rp)", 0, kanan),
            Kolom("Realisasi (Rp)", 0, kanan),
            Kolom("%", 0, kanan),
        ),
        baris=tuple(
            (
                Sel(str(nomor)),
                Sel(nama_program(satu)),
                Sel(rupiah(satu.anggaran)),
                sel_atau_tiada(rupiah(satu.realisasi)),
                sel_atau_tiada(persen(satu.serapan).removesuffix("%")),
            )
            for nomor, satu in enumerate(program, start=1)
        ),
        kaki=(
            (
                Sel("Jumlah", kolom=2),
                Sel(rupiah(jumlah([p.anggaran for p in program]))),
                sel_atau_tiada(rupiah(jumlah([p.realisasi for p in program]))),
                sel_atau_tiada(persen(serapan).removesuffix("%")),
            ),
        ),
    )


def nama_program(program: ProgramAnggaran) -> str:
    """``7.01.02 Penyelenggaraan …``: the code before the name, where there is one."""
    return f"{program.kode} {program.nama}".strip()


def panjang(nilai: Decimal, sumbu: Decimal) -> int:
    """How long a bar is, in thousandths of the axis; never outside it."""
    if sumbu <= 0:
        return 0
    return max(0, min(PANJANG_PENUH, int(nilai * PANJANG_PENUH / sumbu)))
