"""Perjanjian kinerja: the statement with its signatures, and the annex with its two tables.

PermenPANRB 53/2014 Lampiran I: forms I/1-6 and I/3-6 for the government itself, I/2-6 and I/5-6 for
a perangkat daerah. Left stands Pihak Kedua, right Pihak Pertama.
"""

from sakip.dokumen.bahan import BahanPerjanjian, Nilai, Pihak, ProgramAnggaran, SasaranPerjanjian
from sakip.dokumen.cetak import cetak
from sakip.dokumen.kaidah import PK_PEMDA, PK_PERANGKAT_DAERAH, SusunanDokumen, susunan
from sakip.dokumen.kata import rupiah, sebut_nilai
from sakip.dokumen.pohon import (
    SEMPIT,
    Bagian,
    Dokumen,
    GayaParagraf,
    Isian,
    Kolom,
    Kop,
    Paragraf,
    Rata,
    Sel,
    Simpul,
    Tabel,
    TandaTangan,
    Utuh,
)
from sakip.dokumen.susun import (
    jumlah,
    kepala_berjalan,
    nama_program,
    penanda,
    tempat_tanggal,
    tiada,
)

SEBUTAN = "Perjanjian Kinerja"


def pdf_perjanjian(bahan: BahanPerjanjian) -> bytes:
    """The PDF of a perjanjian kinerja, the same bytes for the same bahan."""
    return cetak(pohon_perjanjian(bahan))


def pohon_perjanjian(bahan: BahanPerjanjian) -> Dokumen:
    """The section tree of a perjanjian kinerja."""
    pedoman = susunan_perjanjian(bahan)
    judul = judul_perjanjian(bahan)
    return Dokumen(
        judul=f"{judul} {bahan.kepala.unit}",
        kepala_berjalan=kepala_berjalan(bahan.kepala, SEBUTAN),
        kepala=bahan.kepala,
        isi=(
            Kop((f"Pemerintah {bahan.kepala.instansi}", bahan.kepala.unit)),
            Bagian("pernyataan", judul, _pernyataan(bahan, pedoman), tengah=True),
            Bagian(
                "lampiran",
                f"Lampiran {judul}",
                (
                    Paragraf(bahan.kepala.unit, GayaParagraf.TENGAH),
                    *isi_lampiran(bahan),
                    Utuh((_tanda_tangan(bahan),)),
                ),
                halaman_baru=True,
                tengah=True,
            ),
        ),
    )


def susunan_perjanjian(bahan: BahanPerjanjian) -> SusunanDokumen:
    """The structure that counts: by whose it is, on the day of signing."""
    id = PK_PEMDA if bahan.pihak_kedua is None else PK_PERANGKAT_DAERAH
    return susunan(id, bahan.kepala.tanggal)


def judul_perjanjian(bahan: BahanPerjanjian) -> str:
    """``Perjanjian Kinerja Tahun 2026``, or which change of it this is."""
    depan = "" if bahan.perubahan_ke == 0 else "Perubahan "
    urutan = f" (Perubahan Ke-{bahan.perubahan_ke})" if bahan.perubahan_ke > 1 else ""
    return f"{depan}{SEBUTAN} Tahun {bahan.kepala.tahun}{urutan}"


def _pernyataan(bahan: BahanPerjanjian, pedoman: SusunanDokumen) -> tuple[Simpul, ...]:
    k = pedoman.kalimat
    isi: list[Simpul] = []
    if bahan.kepala.nomor:
        isi.append(Paragraf(f"Nomor: {bahan.kepala.nomor}", GayaParagraf.TENGAH))
    isi += [Paragraf(k["pembuka"]), _identitas(bahan.pihak_pertama)]
    if bahan.pihak_kedua is None:
        isi.append(Paragraf(f"{k['janji']} {k['tanggung_jawab']}"))
    else:
        isi += [
            Paragraf(k["pihak_pertama"]),
            _identitas(bahan.pihak_kedua),
            Paragraf(k["pihak_kedua"]),
            Paragraf(f"{k['janji']} {k['tanggung_jawab']}"),
            Paragraf(k["supervisi"]),
        ]
    if bahan.perubahan_ke > 0:
        alasan = bahan.alasan_perubahan or "belum ada data: alasan perubahan"
        isi.append(Paragraf(f"Perjanjian ini mengubah perjanjian sebelumnya karena {alasan}."))
    isi.append(Utuh((_tanda_tangan(bahan),)))
    return tuple(isi)


def _identitas(pihak: Pihak) -> Isian:
    return Isian((("Nama", pihak.nama), ("Jabatan", pihak.jabatan)))


def _tanda_tangan(bahan: BahanPerjanjian) -> TandaTangan:
    if bahan.pihak_kedua is None:
        return TandaTangan(tempat_tanggal(bahan.kepala), (penanda(bahan.pihak_pertama),))
    return TandaTangan(
        tempat_tanggal(bahan.kepala),
        (
            penanda(bahan.pihak_kedua, "Pihak Kedua,"),
            penanda(bahan.pihak_pertama, "Pihak Pertama,"),
        ),
    )


def isi_lampiran(
    bahan: BahanPerjanjian, keterangan: tuple[str, str] = ("", "")
) -> tuple[Simpul, ...]:
    """The two tables of the annex; the report prints them too, with captions."""
    pedoman = susunan_perjanjian(bahan)
    sasaran, program = pedoman.cari("lampiran.sasaran"), pedoman.cari("lampiran.program")
    return (
        tabel_sasaran(keterangan[0], sasaran.kolom, bahan.sasaran)
        if bahan.sasaran
        else tiada("sasaran, indikator dan target"),
        _tabel_program(keterangan[1], program.kolom, bahan.program)
        if bahan.program
        else tiada("program dan anggaran"),
    )


def tabel_sasaran(
    keterangan: str, kolom: tuple[str, ...], daftar: tuple[SasaranPerjanjian, ...]
) -> Tabel:
    """No, sasaran, indicators and targets; a sasaran spans the rows of its indicators."""
    lebar, rata = (SEMPIT, 5, 5, 0), (Rata.TENGAH, Rata.KIRI, Rata.KIRI, Rata.KANAN)
    baris: list[tuple[Sel, ...]] = []
    for nomor, satu in enumerate(daftar, start=1):
        banyak = max(1, len(satu.indikator))
        depan = (Sel(str(nomor), baris=banyak), Sel(satu.uraian, baris=banyak))
        if not satu.indikator:
            baris.append((*depan, Sel("belum ada data", kolom=2, tiada=True)))
        for urutan, indikator in enumerate(satu.indikator):
            target = sebut_nilai(Nilai(indikator.target), indikator.satuan)
            isi = (Sel(indikator.nama), Sel(target))
            baris.append((*depan, *isi) if urutan == 0 else isi)
    return Tabel(
        keterangan=keterangan,
        kolom=tuple(Kolom(*satu) for satu in zip(kolom, lebar, rata, strict=True)),
        baris=tuple(baris),
    )


def _tabel_program(
    keterangan: str, kolom: tuple[str, ...], daftar: tuple[ProgramAnggaran, ...]
) -> Tabel:
    lebar, rata = (SEMPIT, 6, 0, 3), (Rata.TENGAH, Rata.KIRI, Rata.KANAN, Rata.KIRI)
    judul = [f"{k} (Rp)" if k == "Anggaran" else k for k in kolom]
    banyak = len(kolom)
    return Tabel(
        keterangan=keterangan,
        kolom=tuple(Kolom(*satu) for satu in zip(judul, lebar, rata, strict=False)),
        baris=tuple(
            (
                Sel(str(nomor)),
                Sel(nama_program(satu)),
                Sel(rupiah(satu.anggaran)),
                Sel(satu.keterangan),
            )[:banyak]
            for nomor, satu in enumerate(daftar, start=1)
        ),
        kaki=(
            (
                Sel("Jumlah", kolom=2),
                Sel(rupiah(jumlah([p.anggaran for p in daftar]))),
                Sel(""),
            )[: banyak - 1],
        ),
    )
