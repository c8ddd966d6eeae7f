"""How far the next predikat is, and the cheapest ways to reach it.

A lift (kenaikan) raises one answer by one level of its scale. Sets are compared by the number of
levels first, then by how many of them need the evaluator's explicit statement (88/2021: A and AA,
which no count of criteria can reach), then by the score they add. The search is exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, lcm
from typing import Any

from sakip_rules.pecahan import bulatkan
from sakip_rules.penilaian.jawaban import nilai_butir, sumbangan, tabel_nilai
from sakip_rules.penilaian.jejak import tampilan
from sakip_rules.penilaian.lembar import Isian, Lembar, Pilihan
from sakip_rules.penilaian.muat import Predikat
from sakip_rules.penilaian.nilai import HasilPenilaian, nilai_lembar
from sakip_rules.penilaian.pencarian import Opsi, Temuan, cari


@dataclass(frozen=True, slots=True)
class LangkahNaik:
    """One answer raised from ``dari`` to ``ke``: levels climbed and points of the total added."""

    kode: str
    dari: str
    ke: str
    tambahan: Decimal
    tingkat: int
    perlu_pernyataan: bool

    def ke_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "kode": self.kode,
            "dari": self.dari,
            "ke": self.ke,
            "tambahan": format(self.tambahan, "f"),
            "perlu_pernyataan": self.perlu_pernyataan,
        }


@dataclass(frozen=True, slots=True)
class Kenaikan:
    """A set of lifts that reaches the next predikat (or a higher one)."""

    langkah: tuple[LangkahNaik, ...]
    tingkat: int
    tambahan: Decimal
    nilai_baru: Decimal
    predikat_baru: Predikat
    perlu_pernyataan: bool


@dataclass(frozen=True, slots=True)
class Simulasi:
    """Where a sheet stands. ``berikut``, ``jarak``, ``nilai_minimum`` are ``None`` at the top.

    ``jarak`` is the distance to the bound that must be *exceeded* (0 at exactly 70,00);
    ``nilai_minimum`` the lowest published score that has the next predikat (70,01).
    ``kenaikan``: cheapest sets first. ``tunggal``: every single level, most points first.
    """

    nilai: Decimal
    predikat: Predikat
    berikut: Predikat | None
    jarak: Decimal | None
    nilai_minimum: Decimal | None
    kenaikan: tuple[Kenaikan, ...]
    tunggal: tuple[LangkahNaik, ...]

    def ke_data(self) -> dict[str, Any]:
        """Plain data for JSON; numbers as text with a decimal point."""
        return {
            "berikut": None if self.berikut is None else self.berikut.kode,
            "jarak": None if self.jarak is None else format(self.jarak, "f"),
            "nilai_minimum": None
            if self.nilai_minimum is None
            else format(self.nilai_minimum, "f"),
            "kenaikan": [
                {
                    "langkah": [naik.ke_data() for naik in satu.langkah],
                    "tambahan": format(satu.tambahan, "f"),
                    "nilai_baru": format(satu.nilai_baru, "f"),
                    "predikat_baru": satu.predikat_baru.kode,
                    "perlu_pernyataan": satu.perlu_pernyataan,
                }
                for satu in self.kenaikan
            ],
        }


@dataclass(frozen=True, slots=True)
class _Tahap:
    """What can be lifted: the answers it stands for (more than one when they are alike)."""

    isian: tuple[Isian, ...]
    opsi: tuple[Opsi, ...]


def simulasi(lembar: Lembar, jawaban: Mapping[str, str], *, banyak: int = 5) -> Simulasi:
    """Find distance and cheapest lifts to the next predikat, at most ``banyak`` sets.

    When every set of the fewest levels needs a statement, sets without any are added after them.
    Raises ``JawabanSalah`` as ``nilai_lembar``. Algorithm: docs/algoritma/simulasi.md.
    """
    hasil = nilai_lembar(lembar, jawaban)
    berikut = lembar.predikat.di_atasnya(hasil.predikat)
    tunggal = _tunggal(hasil)
    if berikut is None:
        return Simulasi(hasil.nilai, hasil.predikat, None, None, None, (), tunggal)
    minimum = _nilai_minimum(lembar, berikut)
    return Simulasi(
        nilai=hasil.nilai,
        predikat=hasil.predikat,
        berikut=berikut,
        jarak=berikut.batas_bawah - hasil.nilai,
        nilai_minimum=minimum,
        kenaikan=_kenaikan(hasil, minimum, banyak),
        tunggal=tunggal,
    )


def _nilai_minimum(lembar: Lembar, berikut: Predikat) -> Decimal:
    satuan = Decimal(1).scaleb(-lembar.desimal)
    tepi = berikut.batas_bawah.quantize(satuan)
    return tepi if berikut.di_atas is None else tepi + satuan


def _kenaikan(hasil: HasilPenilaian, minimum: Decimal, banyak: int) -> tuple[Kenaikan, ...]:
    lembar = hasil.lembar
    satuan = lcm(tabel_nilai(lembar).penyebut, hasil.tepat.denominator)
    # Half a unit of the last place below the minimum already rounds up to it.
    ambang = Fraction(minimum) - Fraction(1, 2 * 10**lembar.desimal)
    perlu = ceil((ambang - hasil.tepat) * satuan)
    tahap = _tahap(hasil, satuan)
    temuan = cari([satu.opsi for satu in tahap], perlu, banyak)
    if temuan and all(satu.pernyataan > 0 for satu in temuan):
        biasa = [tuple(o for o in satu.opsi if o.pernyataan == 0) for satu in tahap]
        temuan += cari(biasa, perlu, banyak) if any(biasa) else []
    return tuple(_susun(hasil, tahap, satu, satuan) for satu in temuan)


def _susun(hasil: HasilPenilaian, tahap: Sequence[_Tahap], temuan: Temuan, satuan: int) -> Kenaikan:
    langkah = tuple(
        naik
        for satu, opsi in zip(tahap, temuan.pilihan, strict=True)
        if opsi is not None
        for naik in _pecah(hasil, satu, opsi)
    )
    letak = hasil.lembar.kode_jawaban.index
    langkah = tuple(sorted(langkah, key=lambda naik: letak(naik.kode)))
    tambahan = Fraction(temuan.tambahan, satuan)
    nilai = bulatkan(hasil.tepat + tambahan, hasil.lembar.desimal)
    return Kenaikan(
        langkah=langkah,
        tingkat=temuan.tingkat,
        tambahan=tampilan(tambahan),
        nilai_baru=nilai,
        predikat_baru=hasil.lembar.predikat.kelas_dari(nilai),
        perlu_pernyataan=temuan.pernyataan > 0,
    )


def _pecah(hasil: HasilPenilaian, tahap: _Tahap, opsi: Opsi) -> tuple[LangkahNaik, ...]:
    """Give the levels of a stage to its answers, in the order of the sheet."""
    sisa = opsi.tingkat
    langkah = []
    for isian in tahap.isian:
        naik = _naik(hasil, isian)
        ambil = min(sisa, len(naik))
        if ambil > 0:
            langkah.append(naik[ambil - 1])
            sisa -= ambil
    return tuple(langkah)


def _naik(hasil: HasilPenilaian, isian: Isian) -> tuple[LangkahNaik, ...]:
    """Every higher answer, nearest first."""
    jawaban = hasil.jawaban[isian.kode]
    kini = sumbangan(hasil.lembar, isian, jawaban)
    return tuple(
        LangkahNaik(
            kode=isian.kode,
            dari=jawaban,
            ke=pilihan.kode,
            tambahan=tampilan(sumbangan(hasil.lembar, isian, pilihan.kode) - kini),
            tingkat=tingkat,
            perlu_pernyataan=_pernyataan(hasil.lembar, isian, pilihan),
        )
        for tingkat, pilihan in enumerate(_di_atas(hasil, isian), start=1)
    )


def _di_atas(hasil: HasilPenilaian, isian: Isian) -> list[Pilihan]:
    kini = nilai_butir(hasil.lembar, isian, hasil.jawaban[isian.kode])
    return [satu for satu in reversed(isian.pilihan) if kini < satu.nilai]


def _pernyataan(lembar: Lembar, isian: Isian, pilihan: Pilihan) -> bool:
    """Say whether an answer lies above what fulfilling criteria can reach."""
    batas = next((p.nilai for p in isian.pilihan if p.kode == lembar.tanpa_pernyataan), None)
    return batas is not None and pilihan.nilai > batas


def _tunggal(hasil: HasilPenilaian) -> tuple[LangkahNaik, ...]:
    satu = [naik[0] for isian in hasil.lembar.isian if (naik := _naik(hasil, isian))]
    return tuple(sorted(satu, key=lambda naik: (naik.perlu_pernyataan, -naik.tambahan)))


def _tahap(hasil: HasilPenilaian, satuan: int) -> list[_Tahap]:
    """One stage per answer; answers whose every level brings the same are put together."""
    tahap: list[_Tahap] = []
    kembar: dict[int, list[Isian]] = {}
    for isian in hasil.lembar.isian:
        opsi = _opsi(hasil, isian, satuan)
        langkah = opsi[0].tambahan if opsi else 0
        rata = all(o.tambahan == langkah * o.tingkat and o.pernyataan == 0 for o in opsi)
        if opsi and rata:
            kembar.setdefault(langkah, []).append(isian)
        elif opsi:
            tahap.append(_Tahap((isian,), opsi))
    for langkah, isian_kembar in kembar.items():
        muat = sum(len(_di_atas(hasil, isian)) for isian in isian_kembar)
        opsi = tuple(Opsi(t, 0, langkah * t) for t in range(1, muat + 1))
        tahap.append(_Tahap(tuple(isian_kembar), opsi))
    return tahap


def _opsi(hasil: HasilPenilaian, isian: Isian, satuan: int) -> tuple[Opsi, ...]:
    kini = sumbangan(hasil.lembar, isian, hasil.jawaban[isian.kode])
    opsi = []
    pernyataan = 0
    for tingkat, pilihan in enumerate(_di_atas(hasil, isian), start=1):
        pernyataan += _pernyataan(hasil.lembar, isian, pilihan)
        tambahan = (sumbangan(hasil.lembar, isian, pilihan.kode) - kini) * satuan
        opsi.append(Opsi(tingkat, pernyataan, int(tambahan)))
    return tuple(opsi)
