"""Rules that look at one figure by itself and at its evidence, and at the sheet as a whole."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.mutu.bahan import Ambang, AngkaDiperiksa, BahanMutu, KaidahMutu
from sakip_rules.mutu.kaidah_deret import TIDAK_ADA, tulis

SERATUS: Final = Decimal(100)


def _pembilang(a: AngkaDiperiksa, _ambang: Ambang) -> tuple[Kalimat, ...]:
    if a.pembilang is None or a.penyebut is None or a.pembilang <= a.penyebut:
        return TIDAK_ADA
    return (
        kalimat(
            "Pembilang {atas} lebih besar daripada penyebut {bawah}.",
            atas=tulis(Fraction(a.pembilang)),
            bawah=tulis(Fraction(a.penyebut)),
        ),
    )


def _sebelum_bukti(a: AngkaDiperiksa, _ambang: Ambang) -> tuple[Kalimat, ...]:
    """The figure was reported before the day that its evidence bears (tafsir-0213)."""
    if a.dilaporkan is None:
        return TIDAK_ADA
    return tuple(
        kalimat(
            "Bukti “{judul}” bertanggal {tanggal}, sesudah hari angkanya dilaporkan.",
            judul=b.judul,
            tanggal=_hari(b.tanggal),
        )
        for b in a.bukti
        if b.tanggal is not None and b.tanggal > a.dilaporkan
    )


def _hari(tanggal: date) -> str:
    return f"{tanggal.day}-{tanggal.month}-{tanggal.year}"


def _bukti_tahun_lain(a: AngkaDiperiksa, _ambang: Ambang) -> tuple[Kalimat, ...]:
    """Evidence of a year that this figure is not about; data that lag may be of years before."""
    return tuple(
        kalimat(
            "Bukti “{judul}” milik tahun {bukti}, sedangkan angka ini tahun {tahun}.",
            judul=b.judul,
            bukti=b.tahun,
            tahun=a.tahun,
        )
        for b in a.bukti
        if not a.tahun - a.jeda <= b.tahun <= a.tahun
    )


def _semua_seratus(bahan: BahanMutu, ambang: Ambang) -> tuple[Kalimat, ...]:
    capaian = [a.capaian for a in bahan.angka if a.capaian is not None]
    if len(capaian) < ambang["angka"] or any(c != SERATUS for c in capaian):
        return TIDAK_ADA
    return (kalimat("Semua {banyak} capaian lembar ini tepat 100,00%.", banyak=len(capaian)),)


KAIDAH_BUKTI: Final[tuple[KaidahMutu[AngkaDiperiksa], ...]] = (
    KaidahMutu(
        kode="pembilang",
        lihat=kalimat("Pembilang dan penyebut."),
        lencana=kalimat("Pembilang melebihi penyebut"),
        perbaikan=kalimat("Periksa urutan dan isi keduanya; bila benar, tulis mengapa."),
        gagal=_pembilang,
    ),
    KaidahMutu(
        kode="sebelum_bukti",
        lihat=kalimat("Tanggal bukti dan hari angkanya dilaporkan."),
        lencana=kalimat("Mendahului bukti"),
        perbaikan=kalimat("Betulkan tanggal buktinya, atau tautkan dokumen yang sudah ada."),
        gagal=_sebelum_bukti,
    ),
    KaidahMutu(
        kode="bukti_tahun_lain",
        lihat=kalimat("Tahun bukti dan tahun angkanya."),
        lencana=kalimat("Bukti tahun lain"),
        perbaikan=kalimat("Tautkan bukti tahun ini; bila memang itu sumbernya, tulis mengapa."),
        gagal=_bukti_tahun_lain,
    ),
)
KAIDAH_SELEMBAR: Final[tuple[KaidahMutu[BahanMutu], ...]] = (
    KaidahMutu(
        kode="semua_seratus",
        lihat=kalimat("Semua capaian pada lembar."),
        lencana=kalimat("Semua 100,00"),
        perbaikan=kalimat(
            "Pastikan angkanya hasil ukur, bukan target yang disalin; tulis dasarnya."
        ),
        gagal=_semua_seratus,
    ),
)
