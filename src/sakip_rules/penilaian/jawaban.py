"""The answers of a sheet: what each is worth, and every fault of a filled sheet at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Final

from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.penilaian.lembar import Butir, Isian, Lembar, Pilihan, Rumus, SubKomponen

PEMISAH_OBJEK: Final = "/"
"""Between the answers of one question that is answered per object: ``a/b/b``."""


class JenisKesalahan(StrEnum):
    """What is wrong with an answer."""

    KODE_HILANG = "kode_hilang"
    KODE_TIDAK_DIKENAL = "kode_tidak_dikenal"
    KODE_GANDA = "kode_ganda"
    JAWABAN_TIDAK_DIKENAL = "jawaban_tidak_dikenal"


@dataclass(frozen=True, slots=True)
class KesalahanJawaban:
    """One fault; ``kode`` as it was written (for a missing code: as the sheet writes it).

    ``baris`` is its line in a table that was read (``terisi``), ``None`` where there is no line.
    """

    jenis: JenisKesalahan
    kode: str
    kalimat: Kalimat
    baris: int | None = None


class JawabanSalah(MasukanSalah):
    """A sheet that cannot be scored. ``kesalahan`` holds every fault, not only the first."""

    def __init__(self, kesalahan: tuple[KesalahanJawaban, ...]) -> None:
        super().__init__(
            kalimat(
                "Lembar tidak dapat dinilai: {isi}",
                isi=" ".join(str(satu) for satu in ringkasan(kesalahan)),
            )
        )
        self.kesalahan = kesalahan


def ringkasan(kesalahan: tuple[KesalahanJawaban, ...]) -> tuple[Kalimat, ...]:
    """Give a sentence per fault, with its line, but one for all missing codes together."""
    hilang = [satu.kode for satu in kesalahan if satu.jenis is JenisKesalahan.KODE_HILANG]
    lain = [
        satu.kalimat if satu.baris is None else _di_baris(satu.baris, satu.kalimat)
        for satu in kesalahan
        if satu.jenis is not JenisKesalahan.KODE_HILANG
    ]
    if hilang:
        lain.append(kalimat("Belum dijawab: {kode}; tambahkan barisnya.", kode=", ".join(hilang)))
    return tuple(lain)


def _di_baris(baris: int, isi: Kalimat) -> Kalimat:
    return kalimat("Baris {baris}: {isi}", baris=baris, isi=isi)


@dataclass(frozen=True, slots=True)
class TabelNilai:
    """What each answer of a sheet is worth, worked out once.

    ``nilai``: on the scale of its question; ``bagian``: points of the total, exact; ``baris``: the
    same points as whole multiples of 1/``penyebut``, so that a filled sheet is one sum of integers.
    """

    nilai: Mapping[str, Mapping[str, Fraction]]
    bagian: Mapping[str, Mapping[str, Fraction]]
    penyebut: int
    baris: tuple[tuple[str, Mapping[str, int]], ...]


@lru_cache(maxsize=64)
def tabel_nilai(lembar: Lembar) -> TabelNilai:
    """Work out what each answer is worth; once per sheet, which is compared by identity."""
    nilai = {satu.kode: {p.kode: Fraction(p.nilai) for p in satu.pilihan} for satu in lembar.isian}
    bagian = {
        satu.kode: {kode: n * _pengali(satu) for kode, n in nilai[satu.kode].items()}
        for satu in lembar.isian
    }
    penyebut = lcm(*(n.denominator for baris in bagian.values() for n in baris.values()))
    baris = tuple(
        (kode, {jawaban: int(n * penyebut) for jawaban, n in isi.items()})
        for kode, isi in bagian.items()
    )
    return TabelNilai(nilai, bagian, penyebut, baris)


def _pengali(isian: Isian) -> Fraction:
    """Points per unit of the answer's value, by the formula of its sub-komponen."""
    bobot = Fraction(isian.sub.bobot)
    tertinggi = Fraction(isian.pilihan[0].nilai)
    if isian.sub.rumus is Rumus.RATA_RATA_BUTIR:
        return bobot / len(isian.sub.butir) / tertinggi
    if isian.sub.rumus is Rumus.POIN_SEBANDING:
        return bobot / poin_tertinggi(isian.sub)
    return bobot / tertinggi


def poin_tertinggi(sub: SubKomponen) -> Fraction:
    """Σ of the highest points of a sub-komponen's questions."""
    return sum((Fraction(butir.pilihan[0].nilai) for butir in sub.butir), Fraction(0))


def rata_rata_objek(butir: Butir | Isian, jawaban: Sequence[str]) -> Fraction:
    """Mean value of a question answered once per object (each sasaran, each indikator), exact.

    On the scale of the question. Raises ``MasukanSalah`` when no object or an unknown answer is
    given. Source: PermenPANRB 12/2015, Lampiran, Bab III huruf B angka 2 huruf g and i.
    """
    nilai = {satu.kode: Fraction(satu.nilai) for satu in butir.pilihan}
    if not jawaban:
        raise MasukanSalah(
            kalimat("Butir {kode} tidak punya objek; isi sedikitnya satu.", kode=butir.kode)
        )
    asing = next((satu for satu in jawaban if satu not in nilai), None)
    if asing is not None:
        raise MasukanSalah(_pesan_jawaban(butir.kode, asing, butir.pilihan))
    return sum((nilai[satu] for satu in jawaban), Fraction(0)) / len(jawaban)


def nilai_butir(lembar: Lembar, isian: Isian, jawaban: str) -> Fraction:
    """Value of an accepted answer on the scale of its question (mean over its objects)."""
    nilai = tabel_nilai(lembar).nilai[isian.kode].get(jawaban)
    return rata_rata_objek(isian, jawaban.split(PEMISAH_OBJEK)) if nilai is None else nilai


def sumbangan(lembar: Lembar, isian: Isian, jawaban: str) -> Fraction:
    """Points of the total that an accepted answer brings, exactly, also when it has objects."""
    bagian = tabel_nilai(lembar).bagian[isian.kode].get(jawaban)
    return nilai_butir(lembar, isian, jawaban) * _pengali(isian) if bagian is None else bagian


def rapikan_jawaban(lembar: Lembar, jawaban: Mapping[str, str]) -> dict[str, str]:
    """Give the answers in the spelling and order of the sheet: blanks and letter case forgiven.

    Raises ``JawabanSalah`` with every missing, unknown and doubled code and unknown answer.
    """
    kesalahan: list[KesalahanJawaban] = []
    baku = {kode.casefold(): kode for kode in lembar.kode_jawaban}
    ada: dict[str, str] = {}
    for tertulis, isi in jawaban.items():
        kode = baku.get(tertulis.strip().casefold())
        if kode is None:
            kesalahan.append(_kode_asing(lembar, tertulis))
        elif kode in ada:
            kesalahan.append(_kode_ganda(tertulis))
        else:
            ada[kode] = rapikan_satu(lembar, kode, isi) or ""
            if not ada[kode]:
                kesalahan.append(_jawaban_asing(lembar, kode, isi))
    kesalahan.extend(_kode_hilang(kode) for kode in lembar.kode_jawaban if kode not in ada)
    if kesalahan:
        raise JawabanSalah(tuple(kesalahan))
    return {kode: ada[kode] for kode in lembar.kode_jawaban}


def rapikan_satu(lembar: Lembar, kode: str, jawaban: str) -> str | None:
    """Give one answer in the spelling of the sheet, ``None`` when it is not one of its choices."""
    baku = {p.kode.casefold(): p.kode for p in lembar.isian_menurut_kode[kode].pilihan}
    bagian = jawaban.split(PEMISAH_OBJEK) if lembar.objek_banyak else [jawaban]
    rapi = [baku.get(satu.strip().casefold()) for satu in bagian]
    return PEMISAH_OBJEK.join(satu for satu in rapi if satu) if all(rapi) else None


def _kode_asing(lembar: Lembar, kode: str) -> KesalahanJawaban:
    return KesalahanJawaban(
        JenisKesalahan.KODE_TIDAK_DIKENAL,
        kode,
        kalimat(
            "Kode “{kode}” tidak ada di lembar ini; kodenya {awal} sampai {akhir}.",
            kode=kode.strip(),
            awal=lembar.kode_jawaban[0],
            akhir=lembar.kode_jawaban[-1],
        ),
    )


def _kode_ganda(kode: str) -> KesalahanJawaban:
    return KesalahanJawaban(
        JenisKesalahan.KODE_GANDA,
        kode,
        kalimat("Kode “{kode}” ganda; hapus salah satunya.", kode=kode.strip()),
    )


def _kode_hilang(kode: str) -> KesalahanJawaban:
    return KesalahanJawaban(
        JenisKesalahan.KODE_HILANG,
        kode,
        kalimat("Kode {kode} belum dijawab; tambahkan barisnya.", kode=kode),
    )


def _jawaban_asing(lembar: Lembar, kode: str, jawaban: str) -> KesalahanJawaban:
    return KesalahanJawaban(
        JenisKesalahan.JAWABAN_TIDAK_DIKENAL,
        kode,
        _pesan_jawaban(kode, jawaban.strip(), lembar.isian_menurut_kode[kode].pilihan),
    )


def _pesan_jawaban(kode: str, jawaban: str, pilihan: tuple[Pilihan, ...]) -> Kalimat:
    ada = ", ".join(satu.kode for satu in pilihan)
    if jawaban == "":
        return kalimat("Kode {kode} kosong; isi salah satu dari {ada}.", kode=kode, ada=ada)
    return kalimat(
        "Jawaban “{jawaban}” untuk {kode} tidak dikenal; pilih salah satu dari {ada}.",
        jawaban=jawaban,
        kode=kode,
        ada=ada,
    )
