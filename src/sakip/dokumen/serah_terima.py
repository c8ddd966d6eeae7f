"""Berita acara serah terima kinerja: where everything stood when a post changed hands.

No regulation prescribes it (tafsir-0303); the old and the new holder sign what both now know.
"""

from sakip.dokumen.bahan import BahanSerahTerima, Pihak
from sakip.dokumen.cetak import cetak
from sakip.dokumen.kaidah import SERAH_TERIMA, BagianSusunan, SusunanDokumen, susunan
from sakip.dokumen.kata import hari, persen, rupiah, sebut_nilai, tanggal, tanggal_terbilang
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
    narasi,
)
from sakip.dokumen.susun import (
    jumlah,
    kepala_berjalan,
    nama_program,
    penanda,
    sel_atau_tiada,
    tempat_tanggal,
    tiada,
)

SEBUTAN = "Berita Acara Serah Terima Kinerja"


def pdf_serah_terima(bahan: BahanSerahTerima) -> bytes:
    """The PDF of the berita acara, the same bytes for the same bahan."""
    return cetak(pohon_serah_terima(bahan))


def pohon_serah_terima(bahan: BahanSerahTerima) -> Dokumen:
    """The section tree of the berita acara."""
    kepala = bahan.kepala
    pedoman = susunan(SERAH_TERIMA, kepala.tanggal)
    return Dokumen(
        judul=f"{SEBUTAN} {bahan.jabatan}",
        kepala_berjalan=kepala_berjalan(kepala, SEBUTAN),
        kepala=kepala,
        isi=(
            Kop((f"Pemerintah {kepala.instansi}", kepala.unit)),
            Bagian("pernyataan", SEBUTAN, _pernyataan(bahan, pedoman), tengah=True),
            *_bagian(bahan, pedoman),
            Utuh((Paragraf(pedoman.kalimat["penutup"]), _tanda_tangan(bahan))),
        ),
    )


def _pernyataan(bahan: BahanSerahTerima, pedoman: SusunanDokumen) -> tuple[Simpul, ...]:
    k, kepala = pedoman.kalimat, bahan.kepala
    nomor = (Paragraf(f"Nomor: {kepala.nomor}", GayaParagraf.TENGAH),) if kepala.nomor else ()
    return (
        *nomor,
        Paragraf(
            k["pembuka"].format(
                hari=hari(kepala.tanggal), tanggal=tanggal_terbilang(kepala.tanggal)
            )
        ),
        _identitas(bahan.menyerahkan),
        Paragraf(k["menyerahkan"]),
        _identitas(bahan.menerima),
        Paragraf(k["menerima"]),
        Paragraf(k["pernyataan"].format(jabatan=bahan.jabatan, tahun=kepala.tahun)),
    )


def _identitas(pihak: Pihak) -> Isian:
    return Isian((("Nama", pihak.nama), ("Jabatan", pihak.jabatan)))


def _bagian(bahan: BahanSerahTerima, pedoman: SusunanDokumen) -> tuple[Bagian, ...]:
    isi: dict[str, tuple[Simpul, ...]] = {
        "indikator": (_tabel_indikator(bahan, pedoman.cari("indikator")),)
        if bahan.indikator
        else (tiada("kedudukan indikator kinerja utama"),),
        "rekomendasi": _rekomendasi(bahan, pedoman.cari("rekomendasi")),
        "anggaran": (_tabel_anggaran(bahan, pedoman.cari("anggaran")),)
        if bahan.anggaran
        else (tiada("sisa anggaran"),),
        "catatan": narasi(bahan.catatan),
    }
    dipakai = [b for b in pedoman.bagian if isi.get(b.kode)]
    return tuple(
        Bagian(b.kode, b.judul, isi[b.kode], nomor=f"{nomor}.")
        for nomor, b in enumerate(dipakai, start=1)
    )


def _kolom(
    bagian: BagianSusunan, lebar: tuple[int, ...], rata: tuple[Rata, ...]
) -> tuple[Kolom, ...]:
    return tuple(Kolom(*satu) for satu in zip(bagian.kolom, lebar, rata, strict=True))


def _tabel_indikator(bahan: BahanSerahTerima, bagian: BagianSusunan) -> Tabel:
    kanan = Rata.KANAN
    return Tabel(
        keterangan="",
        kolom=_kolom(
            bagian,
            (SEMPIT, 6, 0, 0, 0, 3),
            (Rata.TENGAH, Rata.KIRI, kanan, kanan, kanan, Rata.KIRI),
        ),
        baris=tuple(
            (
                Sel(str(nomor)),
                Sel(satu.nama),
                Sel(sebut_nilai(satu.target, satu.satuan)),
                sel_atau_tiada(sebut_nilai(satu.realisasi, satu.satuan)),
                sel_atau_tiada(persen(satu.capaian)),
                Sel(", ".join(t for t in (satu.keadaan, satu.periode) if t)),
            )
            for nomor, satu in enumerate(bahan.indikator, start=1)
        ),
    )


def _rekomendasi(bahan: BahanSerahTerima, bagian: BagianSusunan) -> tuple[Simpul, ...]:
    if not bahan.rekomendasi:
        if bahan.tanpa_rekomendasi:
            return (Paragraf("Tidak ada rekomendasi yang masih terbuka."),)
        return (tiada("rekomendasi yang masih terbuka"),)
    return (
        Tabel(
            keterangan="",
            kolom=_kolom(bagian, (SEMPIT, 6, 3, 2), (Rata.TENGAH, Rata.KIRI, Rata.KIRI, Rata.KIRI)),
            baris=tuple(
                (
                    Sel(str(nomor)),
                    Sel(satu.uraian),
                    sel_atau_tiada(satu.penanggung_jawab),
                    sel_atau_tiada("" if satu.jatuh_tempo is None else tanggal(satu.jatuh_tempo)),
                )
                for nomor, satu in enumerate(bahan.rekomendasi, start=1)
            ),
        ),
    )


def _tabel_anggaran(bahan: BahanSerahTerima, bagian: BagianSusunan) -> Tabel:
    kanan = Rata.KANAN
    judul = tuple(
        f"{k} (Rp)" if k in {"Anggaran", "Realisasi", "Sisa"} else k for k in bagian.kolom
    )
    sisa = [None if p.realisasi is None else p.anggaran - p.realisasi for p in bahan.anggaran]
    return Tabel(
        keterangan="",
        kolom=tuple(
            Kolom(*satu)
            for satu in zip(
                judul,
                (SEMPIT, 5, 0, 0, 0),
                (Rata.TENGAH, Rata.KIRI, kanan, kanan, kanan),
                strict=True,
            )
        ),
        baris=tuple(
            (
                Sel(str(nomor)),
                Sel(nama_program(satu)),
                Sel(rupiah(satu.anggaran)),
                sel_atau_tiada(rupiah(satu.realisasi)),
                sel_atau_tiada(rupiah(sisa[nomor - 1])),
            )
            for nomor, satu in enumerate(bahan.anggaran, start=1)
        ),
        kaki=(
            (
                Sel("Jumlah", kolom=2),
                Sel(rupiah(jumlah([p.anggaran for p in bahan.anggaran]))),
                sel_atau_tiada(rupiah(jumlah([p.realisasi for p in bahan.anggaran]))),
                sel_atau_tiada(rupiah(jumlah(sisa))),
            ),
        ),
    )


def _tanda_tangan(bahan: BahanSerahTerima) -> TandaTangan:
    return TandaTangan(
        tempat_tanggal(bahan.kepala),
        (
            penanda(bahan.menerima, "Pihak Kedua,"),
            penanda(bahan.menyerahkan, "Pihak Pertama,"),
        ),
        () if bahan.mengetahui is None else (penanda(bahan.mengetahui, "Mengetahui,"),),
    )
