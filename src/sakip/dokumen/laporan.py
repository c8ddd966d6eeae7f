"""Laporan kinerja (LKjIP): title page, ikhtisar, Bab I to IV and annexes, from frozen data.

PermenPANRB 53/2014 Lampiran II C–D and anak lampiran II/1. Every part of the structure appears;
one without data says so by name (tafsir-0301). Nothing is written that was not given.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from sakip.dokumen.analisis import bagian_analisis
from sakip.dokumen.bahan import BahanLaporan, PernyataanReviu
from sakip.dokumen.cetak import cetak
from sakip.dokumen.grafik import grafik_capaian
from sakip.dokumen.kaidah import (
    LAPORAN,
    BagianSusunan,
    Keharusan,
    SusunanDokumen,
    TingkatDokumen,
    susunan,
)
from sakip.dokumen.kata import persen
from sakip.dokumen.perjanjian import isi_lampiran, judul_perjanjian, tabel_sasaran
from sakip.dokumen.pohon import (
    Bagian,
    Daftar,
    DaftarIsi,
    Dokumen,
    Paragraf,
    Sampul,
    Simpul,
    TandaTangan,
    Utuh,
    narasi,
)
from sakip.dokumen.susun import (
    kepala_berjalan,
    penanda,
    tabel_serapan,
    tempat_tanggal,
    tiada,
)

SEBUTAN = "Laporan Kinerja"
Pengisi = Callable[[BahanLaporan, SusunanDokumen, BagianSusunan], tuple[Simpul, ...]]


def pdf_laporan(bahan: BahanLaporan) -> bytes:
    """The PDF of a laporan kinerja, the same bytes for the same bahan."""
    return cetak(pohon_laporan(bahan))


def susunan_laporan(bahan: BahanLaporan) -> SusunanDokumen:
    """The structure that counts on the day of the report, for its level."""
    tingkat = (
        TingkatDokumen.PEMERINTAH_DAERAH
        if bahan.pemerintah_daerah
        else TingkatDokumen.PERANGKAT_DAERAH
    )
    return susunan(LAPORAN, bahan.kepala.tanggal).untuk(tingkat)


def pohon_laporan(bahan: BahanLaporan) -> Dokumen:
    """The section tree of a laporan kinerja."""
    kepala, pedoman = bahan.kepala, susunan_laporan(bahan)
    sampul = Sampul(
        judul=SEBUTAN,
        tahun=str(kepala.tahun),
        unit=kepala.unit,
        instansi=f"Pemerintah {kepala.instansi}",
        keterangan=(f"Nomor: {kepala.nomor}",) if kepala.nomor else (),
    )
    bagian = tuple(
        satu
        for b in pedoman.anak(None)
        if b.kode != "sampul" and (satu := _bagian(bahan, pedoman, b)) is not None
    )
    return Dokumen(
        judul=f"{SEBUTAN} {kepala.unit} Tahun {kepala.tahun}",
        kepala_berjalan=kepala_berjalan(kepala, SEBUTAN),
        kepala=kepala,
        isi=(sampul, DaftarIsi("Daftar Isi"), *bagian),
        buku=True,
    )


def _bagian(bahan: BahanLaporan, pedoman: SusunanDokumen, b: BagianSusunan) -> Bagian | None:
    """One part with what is inside it; ``None`` if it need not be there and is not."""
    tulisan = next((n.teks for n in bahan.narasi if n.kode == b.kode), "")
    anak = tuple(
        satu for a in pedoman.anak(b.kode) if (satu := _bagian(bahan, pedoman, a)) is not None
    )
    pengisi = PENGISI.get(b.kode)
    isi: tuple[Simpul, ...] = (*narasi(tulisan), *(pengisi(bahan, pedoman, b) if pengisi else ()))
    if not isi and not anak:
        if b.keharusan is Keharusan.BILA_ADA:
            return None
        isi = (tiada(b.judul[0].lower() + b.judul[1:]),)
    return Bagian(
        kode=b.kode,
        judul=b.judul,
        nomor=_nomor(b),
        isi=(*isi, *anak, *_sesudah(bahan, b)),
        halaman_baru=b.induk is None,
    )


def _nomor(b: BagianSusunan) -> str:
    """``Bab I``, ``A.``; nothing before "Lampiran"."""
    if b.nomor is None or b.nomor == b.judul:
        return ""
    return b.nomor if b.induk is None else f"{b.nomor}."


def _sesudah(bahan: BahanLaporan, b: BagianSusunan) -> tuple[Simpul, ...]:
    """The head signs below the closing chapter."""
    if b.kode != "bab_4":
        return ()
    tanda = TandaTangan(tempat_tanggal(bahan.kepala), (penanda(bahan.penandatangan),))
    return (Utuh((tanda,)),)


def _perjanjian(
    bahan: BahanLaporan, pedoman: SusunanDokumen, b: BagianSusunan
) -> tuple[Simpul, ...]:
    del pedoman
    if bahan.perjanjian is None or not bahan.perjanjian.sasaran:
        return ()
    judul = judul_perjanjian(bahan.perjanjian)
    return (tabel_sasaran(judul, b.kolom, bahan.perjanjian.sasaran),)


def _capaian(bahan: BahanLaporan, pedoman: SusunanDokumen, b: BagianSusunan) -> tuple[Simpul, ...]:
    if not bahan.sasaran:
        return ()
    tahun = bahan.kepala.tahun
    grafik = grafik_capaian(bahan.sasaran, tahun)
    analisis = tuple(a for a in pedoman.analisis if a.kode in b.analisis)
    return (
        Paragraf(ringkasan_capaian(bahan)),
        *(() if grafik is None else (grafik,)),
        *(
            Bagian(
                kode=f"{b.kode}.sasaran_{nomor}",
                nomor=f"{nomor}.",
                judul=satu.uraian,
                isi=bagian_analisis(satu, analisis, tahun, f"{b.kode}.sasaran_{nomor}"),
            )
            for nomor, satu in enumerate(bahan.sasaran, start=1)
        ),
    )


def ringkasan_capaian(bahan: BahanLaporan) -> str:
    """``2 dari 5 indikator mencapai target; 1 belum dapat dinilai.``

    Where some are IKU, of those, and beside it their mean: a high mean alone hides what was missed.
    """
    daftar = [i for s in bahan.sasaran for i in s.indikator]
    utama = [i for i in daftar if i.utama]
    semua = [i.tercapai for i in utama or daftar]
    belum = semua.count(None)
    sebutan = "indikator kinerja utama" if utama else "indikator"
    kalimat = f"{semua.count(True)} dari {len(semua)} {sebutan} mencapai target"
    capaian = [i.capaian for i in utama if i.capaian is not None]
    if capaian:
        kalimat += f", rata-rata capaiannya {persen(sum(capaian, Decimal(0)) / len(capaian))}"
    return f"{kalimat}; {belum} belum dapat dinilai." if belum > 0 else f"{kalimat}."


def _anggaran(bahan: BahanLaporan, pedoman: SusunanDokumen, b: BagianSusunan) -> tuple[Simpul, ...]:
    del pedoman, b
    if not bahan.anggaran:
        return ()
    tabel = tabel_serapan(
        f"Realisasi anggaran tahun {bahan.kepala.tahun}", bahan.anggaran, bahan.serapan
    )
    if bahan.serapan is None:
        return (tabel,)
    return (tabel, Paragraf(f"Serapan anggaran seluruhnya {persen(bahan.serapan)}."))


def _lampiran_perjanjian(
    bahan: BahanLaporan, pedoman: SusunanDokumen, b: BagianSusunan
) -> tuple[Simpul, ...]:
    del pedoman, b
    if bahan.perjanjian is None:
        return ()
    judul = judul_perjanjian(bahan.perjanjian)
    return isi_lampiran(bahan.perjanjian, (judul, "Program dan anggaran menurut perjanjian"))


def _lampiran_lain(
    bahan: BahanLaporan, pedoman: SusunanDokumen, b: BagianSusunan
) -> tuple[Simpul, ...]:
    del pedoman, b
    return (Daftar(bahan.lampiran_lain, bernomor=True),) if bahan.lampiran_lain else ()


def _reviu(bahan: BahanLaporan, pedoman: SusunanDokumen, b: BagianSusunan) -> tuple[Simpul, ...]:
    del b
    if bahan.reviu is None:
        return ()
    reviu: PernyataanReviu = bahan.reviu
    k = pedoman.kalimat
    instansi = f"Pemerintah {bahan.kepala.instansi}"
    return (
        Paragraf(k["reviu_lingkup"].format(instansi=instansi, tahun=bahan.kepala.tahun)),
        Paragraf(k["reviu_tujuan"]),
        Paragraf(k["reviu_simpulan"]),
        *narasi(reviu.paragraf_penjelas),
        Utuh(
            (
                TandaTangan(
                    tempat_tanggal(bahan.kepala, reviu.tanggal),
                    (penanda(reviu.penandatangan),),
                ),
            )
        ),
    )


PENGISI: Mapping[str, Pengisi] = {
    "pernyataan_reviu": _reviu,
    "bab_2.perjanjian": _perjanjian,
    "bab_3.capaian": _capaian,
    "bab_3.anggaran": _anggaran,
    "lampiran.perjanjian": _lampiran_perjanjian,
    "lampiran.lain": _lampiran_lain,
}
"""Parts made of figures; all others hold what the unit wrote."""
