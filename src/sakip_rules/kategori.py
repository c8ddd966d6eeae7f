"""Category of a capaian: the scale of Permendagri 86/2017, with its gaps decided by tafsir.

The scale is written in whole numbers (91–100, 76–90, …, 50 and below). Fractions between the
classes (tafsir-0001) and values above 100 (tafsir-0002) are not regulated: each has a switch.
Algorithm and guarantees: ``docs/algoritma/kategori.md``.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Jejak, Langkah
from sakip_rules.kalimat import Kalimat, kalimat, pola_kalimat
from sakip_rules.regulasi import Isi, Jenis, daftarkan, muat_regulasi
from sakip_rules.regulasi.medan import angka, boleh_null, daftar, peta, pilihan, teks

KAIDAH: Final = "capaian.kategori"
SAKELAR_PECAHAN: Final = "capaian.kategori.pecahan"
SAKELAR_DI_ATAS: Final = "capaian.kategori.di_atas_skala"
DI_LUAR_SKALA: Final = "di_luar_skala"


class PecahanKategori(StrEnum):
    """Where a class begins when the number is no whole number (tafsir-0001)."""

    MULAI_DARI = "mulai_dari"
    DI_ATAS = "di_atas"


class MelampauiSkala(StrEnum):
    """What becomes of a value above the highest class (tafsir-0002)."""

    KELAS_TERTINGGI = "kelas_tertinggi"
    DI_LUAR_SKALA = "di_luar_skala"


@dataclass(frozen=True, slots=True)
class KelasCapaian:
    """One class as the text writes it; ``dari`` is ``None`` for "and below"."""

    kode: str
    sebutan: str
    dari: Decimal | None
    sampai: Decimal


@dataclass(frozen=True, slots=True)
class SkalaCapaian:
    """The classes as the text writes them, from the highest to the lowest."""

    kelas: tuple[KelasCapaian, ...]


@dataclass(frozen=True, slots=True)
class Kategori:
    """The class a capaian falls into, with the explanation; ``di_luar_skala`` is a class too."""

    kode: str
    sebutan: str
    jejak: Jejak


def kategori_capaian(
    nilai: Decimal,
    pada: date,
    *,
    pecahan: PecahanKategori | None = None,
    di_atas_skala: MelampauiSkala | None = None,
) -> Kategori:
    """Classify a capaian in per cent, unrounded. ``None`` for a switch is the national default.

    Source: Permendagri 86/2017, skala nilai peringkat kinerja. Raises ``KaidahBelumBerlaku`` for
    a day that no version covers, ``MasukanSalah`` for NaN or infinity.
    """
    if not nilai.is_finite():
        raise MasukanSalah(
            kalimat("Capaian “{nilai}” bukan bilangan, jadi tidak berkategori.", nilai=nilai)
        )
    aturan = muat_regulasi().kaidah(KAIDAH, pada, SKALA_CAPAIAN)
    cara = pecahan or PecahanKategori(_bawaan(SAKELAR_PECAHAN, pada))
    lampau = di_atas_skala or MelampauiSkala(_bawaan(SAKELAR_DI_ATAS, pada))
    kode, sebutan, uraian = _golongkan(nilai, aturan.isi, cara, lampau)
    return Kategori(
        kode,
        sebutan,
        Jejak(
            kaidah=aturan.id,
            versi=aturan.versi,
            dasar=aturan.dasar,
            masukan=(
                ("capaian", format(nilai, "f")),
                ("pecahan", cara.value),
                ("di_atas_skala", lampau.value),
            ),
            langkah=(Langkah(uraian, nilai),),
            tafsir=aturan.tafsir,
        ),
    )


def batas_kelas(
    skala: SkalaCapaian, pecahan: PecahanKategori
) -> tuple[tuple[KelasCapaian, Decimal | None, bool], ...]:
    """Give each class, its lower bound and whether the bound itself belongs to it.

    ``mulai_dari`` takes the class's own lower number (included), ``di_atas`` the upper number of
    the class below it (excluded). The lowest class has no bound.
    """
    termasuk = pecahan is PecahanKategori.MULAI_DARI
    berbatas = [
        (kelas, kelas.dari if termasuk else di_bawahnya.sampai, termasuk)
        for kelas, di_bawahnya in pairwise(skala.kelas)
    ]
    return (*berbatas, (skala.kelas[-1], None, False))


def _bawaan(sakelar: str, pada: date) -> str:
    return muat_regulasi().kaidah(sakelar, pada, SAKELAR).isi.bawaan


def _golongkan(
    nilai: Decimal, skala: SkalaCapaian, cara: PecahanKategori, lampau: MelampauiSkala
) -> tuple[str, str, Kalimat]:
    puncak = skala.kelas[0].sampai
    if nilai > puncak and lampau is MelampauiSkala.DI_LUAR_SKALA:
        return (
            DI_LUAR_SKALA,
            pola_kalimat("Di luar skala"),
            kalimat("{nilai} melampaui {batas}, ujung skala.", nilai=nilai, batas=puncak),
        )
    *berbatas, (terendah, _, _) = batas_kelas(skala, cara)
    for kelas, batas, termasuk in berbatas:
        if batas is not None and (nilai > batas or (termasuk and nilai == batas)):
            uraian = kalimat(
                "{nilai} {tanda} {batas}: {kelas}.",
                nilai=nilai,
                tanda="≥" if termasuk else ">",
                batas=batas,
                kelas=kelas.sebutan,
            )
            return kelas.kode, kelas.sebutan, uraian
    uraian = kalimat(
        "{nilai} tidak mencapai kelas di atasnya: {kelas}.", nilai=nilai, kelas=terendah.sebutan
    )
    return terendah.kode, terendah.sebutan, uraian


def _bangun(_kepala: Isi, versi: Isi) -> SkalaCapaian:
    kelas = tuple(
        KelasCapaian(k["kode"], k["sebutan"], k["dari"], k["sampai"]) for k in versi["kelas"]
    )
    for isi, satu in zip(versi["kelas"], kelas, strict=True):
        if (satu.dari is None) != (satu is kelas[-1]):
            raise isi.posisi.galat("hanya kelas terendah, yang terakhir, yang ditulis dari: null.")
    for isi, (di_atas, di_bawah) in zip(versi["kelas"][1:], pairwise(kelas), strict=True):
        if di_atas.dari != di_bawah.sampai + 1:
            raise isi.di("sampai").galat(
                "kelas {kode} berakhir {sampai}, sedangkan kelas di atasnya mulai {dari}; kelas "
                "bilangan bulat harus berurutan.",
                kode=di_bawah.kode,
                sampai=di_bawah.sampai,
                dari=di_atas.dari,
            )
    if "tafsir" not in versi:
        raise versi.posisi.galat("tidak_diatur harus menunjuk sebuah tafsir.")
    return SkalaCapaian(kelas)


SKALA_CAPAIAN: Final = daftarkan(
    Jenis(
        "skala_bilangan_bulat",
        versi={
            "pecahan": pilihan("tidak_diatur"),
            "di_atas_skala": pilihan("tidak_diatur"),
            "kelas": daftar(
                peta(
                    {
                        "kode": teks(),
                        "sebutan": teks(),
                        "dari": boleh_null(angka()),
                        "sampai": angka(),
                    }
                ),
                paling_sedikit=2,
            ),
        },
        bangun=_bangun,
    )
)
