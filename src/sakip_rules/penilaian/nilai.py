"""From a filled sheet to its score, predikat, warnings and explanation.

The total is one exact sum, always computed here; nothing takes a total from outside. It is rounded
once, at the end, and the predikat belongs to the rounded, published score (tafsir-0101). What only
a reader asks for (komponen, warnings, trace) is worked out when asked for, so that a regency's
sheets are scored in one go.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from sakip_rules.hasil import Jejak
from sakip_rules.kalimat import Kalimat
from sakip_rules.pecahan import bulatkan
from sakip_rules.penilaian.jawaban import nilai_butir, rapikan_jawaban, sumbangan, tabel_nilai
from sakip_rules.penilaian.jejak import jejak_penilaian
from sakip_rules.penilaian.komponen import NilaiKomponen, NilaiSub
from sakip_rules.penilaian.kontrol import periksa_kontrol
from sakip_rules.penilaian.lembar import Isian, Lembar
from sakip_rules.penilaian.muat import Predikat


class HasilPenilaian:
    """A scored sheet. ``nilai`` is in points 0..100 with the places of the sheet (two).

    ``tepat`` is the score before rounding; ``jawaban`` the answers as the sheet spells them.
    """

    def __init__(self, lembar: Lembar, jawaban: Mapping[str, str], tepat: Fraction) -> None:
        self.lembar = lembar
        self.jawaban = jawaban
        self.tepat = tepat
        self.nilai: Decimal = bulatkan(tepat, lembar.desimal)
        self.predikat: Predikat = lembar.predikat.kelas_dari(self.nilai)

    @cached_property
    def komponen(self) -> tuple[NilaiKomponen, ...]:
        """Scores of the komponen and their sub-komponen, in the order of the sheet."""
        return tuple(self._komponen(satu.kode) for satu in self.lembar.komponen)

    @cached_property
    def peringatan(self) -> tuple[Kalimat, ...]:
        """Warnings of the kontrol kerangka; they never change the score."""
        if not self.lembar.kontrol:
            return ()
        nilai = {
            satu.kode: nilai_butir(self.lembar, satu, self.jawaban[satu.kode])
            / Fraction(satu.pilihan[0].nilai)
            for satu in self.lembar.isian
        }
        return periksa_kontrol(self.lembar.kontrol, nilai)

    @cached_property
    def jejak(self) -> Jejak:
        """The explanation: law and version, answers, the working of each komponen, the predikat."""
        return jejak_penilaian(self.lembar, self.jawaban, self.komponen, self.nilai, self.predikat)

    def ke_data(self) -> dict[str, Any]:
        """Plain data for JSON; numbers as text with a decimal point."""
        return {
            "regulasi": self.lembar.regulasi,
            "varian": self.lembar.varian,
            "nilai": format(self.nilai, "f"),
            "predikat": self.predikat.kode,
            "sebutan": self.predikat.sebutan,
            "komponen": [satu.ke_data() for satu in self.komponen],
            "peringatan": [str(satu) for satu in self.peringatan],
            "jejak": self.jejak.ke_data(),
        }

    def _komponen(self, kode: str) -> NilaiKomponen:
        isian = [satu for satu in self.lembar.isian if satu.komponen.kode == kode]
        komponen = isian[0].komponen
        sub = tuple(
            self._sub([satu for satu in isian if satu.sub.kode == sub.kode]) for sub in komponen.sub
        )
        tepat = sum((satu.tepat for satu in sub), Fraction(0))
        return NilaiKomponen(
            kode=komponen.kode,
            nama=komponen.nama,
            bobot=komponen.bobot,
            nilai=bulatkan(tepat, self.lembar.desimal),
            tepat=tepat,
            sub=sub,
        )

    def _sub(self, isian: list[Isian]) -> NilaiSub:
        sub = isian[0].sub
        jawaban = tuple((satu.kode, self.jawaban[satu.kode]) for satu in isian)
        nilai = [(satu, self.jawaban[satu.kode]) for satu in isian]
        tepat = sum((sumbangan(self.lembar, *satu) for satu in nilai), Fraction(0))
        return NilaiSub(
            kode=sub.kode,
            nama=sub.nama,
            jenis=sub.jenis,
            bobot=sub.bobot,
            nilai=bulatkan(tepat, self.lembar.desimal),
            tepat=tepat,
            mentah=sum((nilai_butir(self.lembar, *satu) for satu in nilai), Fraction(0)),
            tertinggi=sum((Fraction(satu.pilihan[0].nilai) for satu in isian), Fraction(0)),
            jawaban=jawaban,
        )


def nilai_lembar(lembar: Lembar, jawaban: Mapping[str, str]) -> HasilPenilaian:
    """Score a filled sheet: ``jawaban`` maps each of ``lembar.kode_jawaban`` to a choice's code.

    A question that the text scores per object takes its answers joined by ``/`` (``a/b/b``) and
    counts their mean. Raises ``JawabanSalah`` (all faults at once) for missing, unknown or doubled
    codes and unknown answers. Source: rule ``akip.lembar_evaluasi`` of the sheet's legal text.
    """
    tabel = tabel_nilai(lembar)
    if len(jawaban) == len(tabel.baris):
        try:
            jumlah = sum([poin[jawaban[kode]] for kode, poin in tabel.baris])
        except KeyError:
            pass
        else:
            return HasilPenilaian(lembar, dict(jawaban), Fraction(jumlah, tabel.penyebut))
    rapi = rapikan_jawaban(lembar, jawaban)
    tepat = sum((sumbangan(lembar, satu, rapi[satu.kode]) for satu in lembar.isian), Fraction(0))
    return HasilPenilaian(lembar, rapi, tepat)
