"""Checking a printed evaluation result (LHE): do its parts give its total, its total its predikat?

Printed totals are read to two decimals. A total counts as right when it is the exact sum, the sum
rounded half up, or the sum cut off: texts say nothing on rounding (tafsir-0111). Which of the
three it was is said. Nothing is corrected: both numbers are given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from typing import Final

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.penilaian.muat import Predikat, pilih_kaidah, skala_predikat
from sakip_rules.penilaian.skala import SkalaInterval
from sakip_rules.regulasi import Jenis, daftarkan
from sakip_rules.regulasi.medan import bulat, daftar, pilihan

KAIDAH_LHE: Final = "akip.pemeriksaan_lhe"

_KONTEKS: Final = Context(prec=60)


class StatusLHE(StrEnum):
    """What could be checked, and how it came out."""

    KONSISTEN = "konsisten"
    TIDAK_KONSISTEN = "tidak_konsisten"
    TOTAL_SAJA = "total_saja"
    TANPA_ANGKA = "tanpa_angka"


class CaraTotal(StrEnum):
    """How a printed total follows from the sum of its parts."""

    TEPAT = "tepat"
    DIBULATKAN = "dibulatkan"
    DIPOTONG = "dipotong"


@dataclass(frozen=True, slots=True)
class AturanLHE:
    """Places that an LHE prints, and which ways of reaching the printed total are accepted."""

    desimal: int
    cara: tuple[CaraTotal, ...]


PEMERIKSAAN_LHE = daftarkan(
    Jenis(
        "pemeriksaan_lhe",
        versi={"desimal": bulat(), "cara": daftar(pilihan(*CaraTotal))},
        bangun=lambda _kepala, versi: AturanLHE(
            versi["desimal"], tuple(CaraTotal(satu) for satu in versi["cara"])
        ),
    )
)


@dataclass(frozen=True, slots=True)
class PemeriksaanLHE:
    """Both totals, both predikat, and every finding. ``None``: not printed, or not computable.

    ``predikat_hitung`` belongs to the computed total, or to the printed one when parts are absent.
    """

    status: StatusLHE
    total_hitung: Decimal | None
    total_tercetak: Decimal | None
    cara: CaraTotal | None
    predikat_hitung: Predikat | None
    predikat_tercetak: str | None
    temuan: tuple[Kalimat, ...]


def periksa_lhe(
    komponen: Sequence[Decimal],
    total_tercetak: Decimal | None,
    predikat_tercetak: str | None,
    *,
    regulasi_id: str | None = None,
    pada: date | None = None,
) -> PemeriksaanLHE:
    """Check a printed result. ``komponen``: printed scores of the parts, empty when not published.

    Without ``regulasi_id`` (the source does not name its rule) no predikat is computed. A total or
    a sum outside 0..100 is a finding, not an error. ``pada`` chooses the version of the rule
    ``akip.pemeriksaan_lhe`` (needed only when it has several). Raises ``MasukanSalah`` for an
    unknown text.
    """
    aturan = pilih_kaidah(KAIDAH_LHE, PEMERIKSAAN_LHE, "kebijakan-nasional", pada).isi
    skala = None if regulasi_id is None else skala_predikat(regulasi_id=regulasi_id).isi
    hitung = sum(komponen, Decimal(0)) if komponen else None
    temuan: list[Kalimat] = []
    cara = None
    if hitung is not None and total_tercetak is not None:
        cara = _cara(aturan, hitung, total_tercetak)
        if cara is None:
            temuan.append(_beda_total(hitung, total_tercetak))
    predikat = _predikat(aturan, skala, hitung if hitung is not None else total_tercetak, temuan)
    dari_cetakan = _predikat(aturan, skala, total_tercetak, temuan)
    if predikat_tercetak is not None:
        temuan.extend(_beda_predikat(dari_cetakan or predikat, predikat_tercetak))
    return PemeriksaanLHE(
        status=_status(hitung, total_tercetak, temuan),
        total_hitung=hitung,
        total_tercetak=total_tercetak,
        cara=cara,
        predikat_hitung=predikat,
        predikat_tercetak=predikat_tercetak,
        temuan=tuple(dict.fromkeys(temuan)),
    )


def _cara(aturan: AturanLHE, hitung: Decimal, tercetak: Decimal) -> CaraTotal | None:
    satuan = Decimal(1).scaleb(-aturan.desimal)
    cetakan = {
        CaraTotal.TEPAT: hitung,
        CaraTotal.DIBULATKAN: hitung.quantize(satuan, ROUND_HALF_UP, _KONTEKS),
        CaraTotal.DIPOTONG: hitung.quantize(satuan, ROUND_DOWN, _KONTEKS),
    }
    return next((cara for cara in aturan.cara if cetakan[cara] == tercetak), None)


def _predikat(
    aturan: AturanLHE, skala: SkalaInterval | None, nilai: Decimal | None, temuan: list[Kalimat]
) -> Predikat | None:
    if skala is None or nilai is None:
        return None
    if not skala.dari <= nilai <= skala.sampai:
        temuan.append(
            kalimat(
                "Nilai {nilai} di luar {dari} sampai {sampai}.",
                nilai=_tulis(nilai),
                dari=skala.dari,
                sampai=skala.sampai,
            )
        )
        return None
    satuan = Decimal(1).scaleb(-aturan.desimal)
    return skala.kelas_dari(nilai.quantize(satuan, ROUND_HALF_UP, _KONTEKS))


def _beda_total(hitung: Decimal, tercetak: Decimal) -> Kalimat:
    return kalimat(
        "Jumlah komponen {hitung}, total yang tercetak {tercetak}.",
        hitung=_tulis(hitung),
        tercetak=_tulis(tercetak),
    )


def _beda_predikat(seharusnya: Predikat | None, tercetak: str) -> tuple[Kalimat, ...]:
    if seharusnya is None or seharusnya.kode == tercetak:
        return ()
    return (
        kalimat(
            "Predikat menurut skala {seharusnya}, yang tercetak {tercetak}.",
            seharusnya=seharusnya.kode,
            tercetak=tercetak,
        ),
    )


def _status(
    hitung: Decimal | None, tercetak: Decimal | None, temuan: Sequence[Kalimat]
) -> StatusLHE:
    if temuan:
        return StatusLHE.TIDAK_KONSISTEN
    if tercetak is None:
        return StatusLHE.TANPA_ANGKA if hitung is None else StatusLHE.KONSISTEN
    return StatusLHE.TOTAL_SAJA if hitung is None else StatusLHE.KONSISTEN


def _tulis(nilai: Decimal) -> str:
    """Write with two places, or as many as it has when it has more."""
    panjang = -int(nilai.as_tuple().exponent)
    return tulis_angka(nilai, FormatAngka.ID, max(panjang, 2))
