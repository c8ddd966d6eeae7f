"""Laporan hasil evaluasi in the form of a letter (structure: published letters under 88/2021)."""

from decimal import Decimal

from sakip.dokumen.bahan import BahanLhe, ButirLhe
from sakip.dokumen.cetak import cetak
from sakip.dokumen.kaidah import LHE_SURAT, BagianSusunan, SusunanDokumen, angka, susunan
from sakip.dokumen.kata import KOSONG
from sakip.dokumen.pohon import (
    SEMPIT,
    Bagian,
    Daftar,
    Dokumen,
    KepalaSurat,
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
from sakip.dokumen.susun import kepala_berjalan, penanda, sel_atau_tiada, tempat_tanggal, tiada

SEBUTAN = "Laporan Hasil Evaluasi AKIP"


def pdf_lhe(bahan: BahanLhe) -> bytes:
    """The PDF of a LHE, the same bytes for the same bahan."""
    return cetak(pohon_lhe(bahan))


def pohon_lhe(bahan: BahanLhe) -> Dokumen:
    """The section tree of a LHE."""
    kepala = bahan.kepala
    pedoman = susunan(LHE_SURAT, kepala.tanggal)
    hal = bahan.hal or f"{SEBUTAN} {kepala.unit} Tahun {kepala.tahun}"
    return Dokumen(
        judul=hal,
        kepala_berjalan=kepala_berjalan(kepala, SEBUTAN),
        kepala=kepala,
        isi=(
            Kop((f"Pemerintah {kepala.instansi}", bahan.pengirim)),
            KepalaSurat(
                baris=(
                    ("Nomor", kepala.nomor or KOSONG),
                    ("Sifat", bahan.sifat),
                    ("Lampiran", bahan.lampiran),
                    ("Hal", hal),
                ),
                tempat_tanggal=tempat_tanggal(kepala),
                kepada=tuple(b for b in (bahan.kepada, bahan.alamat_kepada) if b),
            ),
            Paragraf(
                pedoman.kalimat["dasar"].format(
                    dasar=rangkai(bahan.dasar), unit=kepala.unit, tahun=kepala.tahun
                )
            )
            if bahan.dasar
            else tiada("dasar hukum dan surat tugas"),
            *_bagian(bahan, pedoman),
            *_akhir(bahan, pedoman),
        ),
    )


def rangkai(butir: tuple[str, ...]) -> str:
    """``a, b, dan c``."""
    if len(butir) < 3:
        return " dan ".join(butir)
    return f"{', '.join(butir[:-1])}, dan {butir[-1]}"


def _bagian(bahan: BahanLhe, pedoman: SusunanDokumen) -> tuple[Bagian, ...]:
    k = pedoman.kalimat
    isi: dict[str, tuple[Simpul, ...]] = {
        "tujuan": (
            Paragraf(k["tujuan"]),
            Daftar(tuple(k[f"tujuan_{n}"] for n in range(1, 6)), bernomor=True),
        ),
        "komponen": (
            Paragraf(
                k["komponen"].format(
                    komponen=rangkai(tuple(komponen.nama for komponen in bahan.komponen))
                )
            ),
        ),
        "hasil": (
            Paragraf(
                k["hasil"].format(
                    unit=bahan.kepala.unit,
                    nilai=angka(bahan.nilai, 2),
                    predikat=bahan.predikat,
                    sebutan=bahan.sebutan,
                )
            ),
            _tabel_nilai(bahan, pedoman.cari("hasil")),
        ),
        "tindak_lanjut": _tindak_lanjut(bahan, pedoman.cari("tindak_lanjut")),
        "catatan": (
            Paragraf(k["catatan"]),
            _tabel_butir(bahan.catatan, pedoman.cari("catatan")),
        )
        if bahan.catatan
        else (tiada("catatan per komponen"),),
        "rekomendasi": (
            Paragraf(k["rekomendasi"].format(pimpinan=bahan.kepada)),
            _tabel_butir(bahan.rekomendasi, pedoman.cari("rekomendasi")),
        )
        if bahan.rekomendasi
        else (tiada("rekomendasi"),),
    }
    dipakai = [b for b in pedoman.bagian if isi.get(b.kode)]
    return tuple(
        Bagian(b.kode, b.judul, isi[b.kode], nomor=f"{nomor}.")
        for nomor, b in enumerate(dipakai, start=1)
    )


def _tabel_nilai(bahan: BahanLhe, bagian: BagianSusunan) -> Tabel:
    kanan, tengah = Rata.KANAN, Rata.TENGAH
    return Tabel(
        keterangan="",
        kolom=tuple(
            Kolom(*satu)
            for satu in zip(
                bagian.kolom,
                (SEMPIT, 5, 2, 2, 2),
                (tengah, Rata.KIRI, kanan, kanan, kanan),
                strict=True,
            )
        ),
        baris=tuple(
            (
                Sel(str(nomor)),
                Sel(satu.nama),
                Sel(angka(satu.bobot, 2)),
                sel_atau_tiada("" if satu.nilai_lalu is None else angka(satu.nilai_lalu, 2)),
                Sel(angka(satu.nilai, 2)),
            )
            for nomor, satu in enumerate(bahan.komponen, start=1)
        ),
        kaki=(
            (
                Sel("Nilai hasil evaluasi", kolom=2),
                Sel(angka(sum((s.bobot for s in bahan.komponen), Decimal(0)), 2)),
                sel_atau_tiada("" if bahan.nilai_lalu is None else angka(bahan.nilai_lalu, 2)),
                Sel(angka(bahan.nilai, 2)),
            ),
            (
                Sel("Predikat", kolom=3),
                sel_atau_tiada(bahan.predikat_lalu),
                Sel(bahan.predikat),
            ),
        ),
    )


def _tindak_lanjut(bahan: BahanLhe, bagian: BagianSusunan) -> tuple[Simpul, ...]:
    if not bahan.tindak_lanjut:
        return ()
    return (
        Tabel(
            keterangan="",
            kolom=tuple(
                Kolom(judul, lebar, rata)
                for judul, lebar, rata in zip(
                    bagian.kolom, (SEMPIT, 6, 2), (Rata.TENGAH, Rata.KIRI, Rata.KIRI), strict=True
                )
            ),
            baris=tuple(
                (Sel(str(nomor)), Sel(satu.uraian), Sel(satu.status))
                for nomor, satu in enumerate(bahan.tindak_lanjut, start=1)
            ),
        ),
    )


def _tabel_butir(butir: tuple[ButirLhe, ...], bagian: BagianSusunan) -> Tabel:
    menurut: dict[str, list[str]] = {}
    for satu in butir:
        menurut.setdefault(satu.komponen, []).append(satu.uraian)
    baris: list[tuple[Sel, ...]] = []
    nomor = 0
    for komponen, uraian in menurut.items():
        for urutan, teks in enumerate(uraian):
            nomor += 1
            depan = (Sel(komponen, baris=len(uraian)),) if urutan == 0 else ()
            baris.append((Sel(str(nomor)), *depan, Sel(teks)))
    return Tabel(
        keterangan="",
        kolom=tuple(
            Kolom(judul, lebar, rata)
            for judul, lebar, rata in zip(
                bagian.kolom, (SEMPIT, 3, 7), (Rata.TENGAH, Rata.KIRI, Rata.KIRI), strict=True
            )
        ),
        baris=tuple(baris),
    )


def _akhir(bahan: BahanLhe, pedoman: SusunanDokumen) -> tuple[Simpul, ...]:
    k = pedoman.kalimat
    isi: list[Simpul] = [
        Paragraf(k["penutup"]),
        Utuh((Paragraf(k["terima_kasih"]), TandaTangan("", (penanda(bahan.penandatangan),)))),
    ]
    if bahan.tembusan:
        isi.append(Utuh((Paragraf("Tembusan:"), Daftar(bahan.tembusan, bernomor=True))))
    return tuple(isi)
