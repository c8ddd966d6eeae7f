"""Interval scales: a number falls into exactly one class, and each edge says whether it belongs.

The edges carry the words of the law for >, ≥, ≤ and <: ``di_atas``, ``mulai_dari``,
``sampai_dengan``, ``di_bawah``. A scale that leaves a gap, overlaps, or does not cover its range
is a load error, so a value inside the range always has one class and never a default.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat
from sakip_rules.regulasi import Isi, Jenis, Posisi, daftarkan
from sakip_rules.regulasi.medan import angka, daftar, peta, teks


@dataclass(frozen=True, slots=True)
class Kelas:
    """One class of a scale. One lower and one upper edge is set; the other two are ``None``."""

    kode: str
    sebutan: str
    di_atas: Decimal | None
    mulai_dari: Decimal | None
    sampai_dengan: Decimal | None
    di_bawah: Decimal | None

    @property
    def batas_bawah(self) -> Decimal:
        """The lower edge as a number, whether the class holds it or not."""
        return _tepi(self.di_atas, self.mulai_dari)

    @property
    def batas_atas(self) -> Decimal:
        """The upper edge as a number, whether the class holds it or not."""
        return _tepi(self.sampai_dengan, self.di_bawah)

    def memuat(self, nilai: Decimal | Fraction) -> bool:
        """Say whether the value lies in this class (exactly, also for a fraction)."""
        if self.di_atas is not None and self.di_atas >= nilai:
            return False
        if self.mulai_dari is not None and self.mulai_dari > nilai:
            return False
        if self.sampai_dengan is not None and self.sampai_dengan < nilai:
            return False
        return self.di_bawah is None or self.di_bawah > nilai


@dataclass(frozen=True, slots=True)
class SkalaInterval:
    """Classes, lowest first, and the closed range ``dari``..``sampai`` that they cover."""

    nama: str
    satuan: str
    dari: Decimal
    sampai: Decimal
    kelas: tuple[Kelas, ...]

    def kelas_dari(self, nilai: Decimal) -> Kelas:
        """Find the class of a value. Raises ``MasukanSalah`` outside the range, NaN included."""
        if not nilai.is_finite() or not self.dari <= nilai <= self.sampai:
            raise MasukanSalah(
                kalimat(
                    "Nilai {nilai} di luar {dari} sampai {sampai}; periksa kembali angkanya.",
                    nilai=tulis_angka(nilai, FormatAngka.ID) if nilai.is_finite() else nilai,
                    dari=self.dari,
                    sampai=self.sampai,
                )
            )
        return next(kelas for kelas in self.kelas if kelas.memuat(nilai))

    def di_atasnya(self, kelas: Kelas) -> Kelas | None:
        """Give the next higher class, ``None`` for the highest."""
        letak = self.kelas.index(kelas) + 1
        return self.kelas[letak] if letak < len(self.kelas) else None


def _tepi(satu: Decimal | None, dua: Decimal | None) -> Decimal:
    tepi = satu if satu is not None else dua
    if tepi is None:
        raise ValueError("kelas tanpa tepi")
    return tepi


def baca_kelas(isi: Isi, kode: str, sebutan: str) -> Kelas:
    """Build a class from a checked mapping; not exactly one lower and one upper edge is refused."""
    for pasangan in (("di_atas", "mulai_dari"), ("sampai_dengan", "di_bawah")):
        if sum(kunci in isi for kunci in pasangan) != 1:
            raise isi.posisi.galat(
                "kelas {kode} menyebut tepat satu dari {satu} dan {dua}.",
                kode=kode,
                satu=pasangan[0],
                dua=pasangan[1],
            )
    return Kelas(
        kode=kode,
        sebutan=sebutan,
        di_atas=isi.get("di_atas"),
        mulai_dari=isi.get("mulai_dari"),
        sampai_dengan=isi.get("sampai_dengan"),
        di_bawah=isi.get("di_bawah"),
    )


def periksa_cakupan(
    kelas: tuple[Kelas, ...], dari: Decimal, sampai: Decimal, posisi: Posisi
) -> None:
    """Refuse classes (lowest first) that do not cover ``dari``..``sampai`` exactly once."""
    terendah, tertinggi = kelas[0], kelas[-1]
    if terendah.mulai_dari != dari or tertinggi.sampai_dengan != sampai:
        raise posisi.galat(
            "kelas {bawah} harus mulai_dari {dari} dan kelas {atas} sampai_dengan {sampai}.",
            bawah=terendah.kode,
            dari=dari,
            atas=tertinggi.kode,
            sampai=sampai,
        )
    for bawah, atas in pairwise(kelas):
        bertemu = bawah.batas_atas == atas.batas_bawah
        sekali = (bawah.sampai_dengan is None) != (atas.mulai_dari is None)
        if not bertemu or not sekali:
            raise posisi.galat(
                "antara kelas {bawah} dan {atas} ada celah atau tumpang tindih di {tepi}.",
                bawah=bawah.kode,
                atas=atas.kode,
                tepi=bawah.batas_atas,
            )


TEPI = {
    "di_atas": angka(),
    "mulai_dari": angka(),
    "sampai_dengan": angka(),
    "di_bawah": angka(),
}
"""The four optional edge keys of a class, for kinds that hold intervals of their own."""


def _bangun(kepala: Isi, versi: Isi) -> SkalaInterval:
    del kepala
    masukan = versi["masukan"]
    kelas = tuple(baca_kelas(isi, isi["kode"], isi["sebutan"]) for isi in versi["kelas"])
    kelas = tuple(sorted(kelas, key=lambda satu: (satu.batas_bawah, satu.di_atas is not None)))
    if len({satu.kode for satu in kelas}) != len(kelas):
        raise versi.di("kelas").galat("kode kelas ganda.")
    periksa_cakupan(kelas, masukan["dari"], masukan["sampai"], versi.di("kelas"))
    return SkalaInterval(
        masukan["nama"], masukan["satuan"], masukan["dari"], masukan["sampai"], kelas
    )


SKALA_INTERVAL = daftarkan(
    Jenis(
        "skala_interval",
        versi={
            "masukan": peta({"nama": teks(), "satuan": teks(), "dari": angka(), "sampai": angka()}),
            "kelas": daftar(peta({"kode": teks(), "sebutan": teks()}, TEPI)),
        },
        bangun=_bangun,
    )
)
