"""Where a year ends if it goes on as so far: a reckoning with its method, never a forecast."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from sakip_rules.capaian.hitungan import bagi, pecahan
from sakip_rules.capaian.kebijakan import Agregasi
from sakip_rules.capaian.nilai import NilaiKinerja, Rasio
from sakip_rules.capaian.pembulatan import tulis_ringkas
from sakip_rules.hasil import Langkah
from sakip_rules.kalimat import Kalimat, kalimat, pola_kalimat

SEDIKIT: Final = 2  # points: one alone says nothing about how things go


class CaraProyeksi(StrEnum):
    """How the rest of the year is filled."""

    LAJU = "laju_periode"
    TERAKHIR = "nilai_terakhir"
    RATA_RATA = "rata_rata_periode"
    TERTINGGI = "nilai_tertinggi"
    RASIO = "rasio_sejauh_ini"


CARA: Final = {
    Agregasi.JUMLAH: CaraProyeksi.LAJU,
    Agregasi.KUMULATIF_RENSTRA: CaraProyeksi.LAJU,
    Agregasi.TERAKHIR: CaraProyeksi.TERAKHIR,
    Agregasi.RATA_RATA: CaraProyeksi.RATA_RATA,
    Agregasi.MAKSIMUM: CaraProyeksi.TERTINGGI,
    Agregasi.RASIO_KUMULATIF: CaraProyeksi.RASIO,
}


@dataclass(frozen=True, slots=True)
class ProyeksiTahun:
    """The value at the end of the year, or why none is said.

    ``bawah`` and ``atas``: where it ends if every period that is left goes like the lowest and the
    highest so far. ``alasan`` is there exactly when ``nilai`` is ``None``.
    """

    cara: CaraProyeksi | None
    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    terisi: int = 0
    sisa: int = 0
    langkah: tuple[Langkah, ...] = ()
    alasan: Kalimat | None = None


def proyeksi_tahun(nilai: Sequence[NilaiKinerja | None], cara: Agregasi) -> ProyeksiTahun:
    """Carry the periods of a year on to its end (docs/algoritma/proyeksi.md).

    ``nilai`` holds every period of the year in order, ``None`` for those that are still to come;
    each stands for itself, a cumulative share with its own parts. Refused, with the reason: fewer
    than two periods measured, a hole between them, and what is no number.
    """
    isi = [n for n in nilai if n is not None]
    if alasan := _alasan(nilai, isi):
        return ProyeksiTahun(None, terisi=len(isi), sisa=len(nilai) - len(isi), alasan=alasan)
    sisa = len(nilai) - len(isi)
    bilangan = [n for n in isi if isinstance(n, Decimal | Rasio)]
    pilihan = CARA[cara]
    if pilihan is CaraProyeksi.RASIO and not all(isinstance(n, Rasio) for n in isi):
        pilihan = CaraProyeksi.TERAKHIR
    tengah, bawah, atas = _akhir(bilangan, sisa, pilihan)
    return ProyeksiTahun(
        pilihan,
        _desimal(tengah),
        _desimal(bawah),
        _desimal(atas),
        len(isi),
        sisa,
        (_langkah(pilihan, bilangan, sisa, _desimal(tengah)),),
    )


def _alasan(nilai: Sequence[NilaiKinerja | None], isi: Sequence[NilaiKinerja]) -> Kalimat | None:
    if len(nilai) < SEDIKIT:
        return kalimat("Diukur sekali setahun; tidak ada angka di tengah tahun untuk diteruskan.")
    if len(isi) < SEDIKIT:
        return kalimat(
            "Baru {terisi} periode terukur; sedikitnya {perlu} diperlukan untuk melihat ke depan.",
            terisi=len(isi),
            perlu=SEDIKIT,
        )
    if any(n is None for n in nilai[: len(isi)]):
        return kalimat("Ada periode kosong di antara yang terukur; lajunya tidak diketahui.")
    if not all(isinstance(n, Decimal | Rasio) for n in isi):
        return kalimat("Predikat, rentang dan ya/tidak tidak diteruskan menjadi angka.")
    if any(isinstance(n, Rasio) and n.penyebut == 0 for n in isi):
        return kalimat("Ada periode dengan penyebut nol; tidak ada kasus yang dapat diteruskan.")
    return None


def _akhir(
    isi: Sequence[Decimal | Rasio], sisa: int, cara: CaraProyeksi
) -> tuple[Fraction, Fraction, Fraction]:
    """End of the year: as so far, with the lowest and with the highest period going on."""
    angka = [_pecahan(n) for n in isi]
    rendah, tinggi, jumlah = min(angka), max(angka), sum(angka, Fraction(0))
    banyak = len(angka) + sisa
    match cara:
        case CaraProyeksi.LAJU:
            rata = jumlah / len(angka)
            return jumlah + sisa * rata, jumlah + sisa * rendah, jumlah + sisa * tinggi
        case CaraProyeksi.RATA_RATA:
            return (
                jumlah / len(angka),
                (jumlah + sisa * rendah) / banyak,
                (jumlah + sisa * tinggi) / banyak,
            )
        case CaraProyeksi.TERTINGGI:
            return tinggi, tinggi, tinggi
        case CaraProyeksi.RASIO:
            return _akhir_rasio([n for n in isi if isinstance(n, Rasio)], sisa, rendah, tinggi)
        case _:
            akhir = angka[-1]
            return (akhir, rendah, tinggi) if sisa else (akhir, akhir, akhir)


def _akhir_rasio(
    isi: Sequence[Rasio], sisa: int, rendah: Fraction, tinggi: Fraction
) -> tuple[Fraction, Fraction, Fraction]:
    """Shares by their parts; each period that is left brings the cases of an average one."""
    kali = Fraction(isi[0].pengali)
    atas = sum((Fraction(n.pembilang) for n in isi), Fraction(0))
    bawah = sum((Fraction(n.penyebut) for n in isi), Fraction(0))
    datang = bawah / len(isi) * sisa
    semua = bawah + datang
    return (
        atas / bawah * kali,
        (atas * kali + datang * rendah) / semua,
        (atas * kali + datang * tinggi) / semua,
    )


def _pecahan(n: Decimal | Rasio) -> Fraction:
    atas, bawah = pecahan(n)
    return Fraction(atas) / Fraction(bawah)


def _desimal(n: Fraction) -> Decimal:
    return bagi((Decimal(n.numerator), Decimal(n.denominator)))


_POLA: Final = {
    CaraProyeksi.LAJU: pola_kalimat(
        "Laju rata-rata: jumlah {terisi} periode ÷ {terisi} × {banyak} periode = {nilai}."
    ),
    CaraProyeksi.TERAKHIR: pola_kalimat(
        "Nilai terakhir dari {terisi} periode yang terukur diteruskan sampai akhir tahun: {nilai}."
    ),
    CaraProyeksi.RATA_RATA: pola_kalimat("Rata-rata {terisi} periode yang terukur = {nilai}."),
    CaraProyeksi.TERTINGGI: pola_kalimat(
        "Nilai tertinggi dari {terisi} periode yang terukur = {nilai}; ia hanya dapat naik."
    ),
    CaraProyeksi.RASIO: pola_kalimat(
        "Jumlah pembilang ÷ jumlah penyebut {terisi} periode = {nilai}; sisa periode dengan kasus "
        "sebanyak rata-rata."
    ),
}


def _langkah(cara: CaraProyeksi, isi: Sequence[object], sisa: int, nilai: Decimal) -> Langkah:
    return Langkah(
        kalimat(
            _POLA[cara],
            terisi=len(isi),
            banyak=len(isi) + sisa,
            nilai=tulis_ringkas(nilai),
        ),
        nilai,
    )
