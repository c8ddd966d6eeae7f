"""The door from agreements to the rules: deadlines, differences, reconciliation, who may sign."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from sakip.organisasi.kaidah import terjemah
from sakip.perencanaan.kaidah import MasukanSalah, baca_target, hari_tenggat_perjanjian
from sakip.perencanaan.kaidah.nilai import NilaiBaru
from sakip.perencanaan.models import IndikatorVersi, JenisNilai, TahapAnggaran, TargetVersi
from sakip_rules.capaian import NilaiKinerja, Ordinal, Rasio, Rentang, YaTidak, skala
from sakip_rules.capaian.kebijakan import Agregasi
from sakip_rules.perjanjian import (
    SelisihAnggaran,
    TargetTahun,
    boleh_menandatangani,
    diisi_dengan_target_tahun,
    rekonsiliasi,
    selisih_anggaran,
)
from sakip_rules.tenggat import hari_kerja_antara

__all__ = [
    "MasukanSalah",
    "NilaiBaru",
    "SelisihAnggaran",
    "baca_sel",
    "boleh_menandatangani",
    "hari_terlambat",
    "perlu_alasan",
    "rentang_libur",
    "selisih_program",
    "target_awal",
    "tenggat_penandatanganan",
    "terjemah",
]
# Holidays are asked for from the anchor on: the longest deadline is a month, lateness a year.
_JANGKAUAN = timedelta(days=400)


def rentang_libur(disahkan: date) -> tuple[date, date]:
    """Between which days holidays matter for the deadline of a budget document."""
    return disahkan, disahkan + _JANGKAUAN


def tenggat_penandatanganan(tahap: str, disahkan: date, libur: frozenset[date]) -> date:
    """Last day to sign after this budget document; only the first of a year is no change.

    Raises ``KaidahBelumBerlaku`` for a budget older than the rule.
    """
    perubahan = tahap != TahapAnggaran.MURNI
    return hari_tenggat_perjanjian(disahkan, perubahan=perubahan, hari_libur=libur)


def hari_terlambat(tenggat: date, sampai: date, libur: frozenset[date]) -> int:
    """Working days after the deadline; 0 when in time."""
    return hari_kerja_antara(tenggat, sampai, hari_libur=libur)


def baca_sel(teks: str, w: IndikatorVersi) -> NilaiBaru | None:
    """One typed cell as its indicator takes it; empty is ``None``, nonsense ``MasukanSalah``."""
    if not teks.strip():
        return None
    return baca_target(teks, jenis=w.jenis_nilai, arah=w.arah)


def target_awal(w: IndikatorVersi, tahun: TargetVersi, pada: date) -> bool:
    """Whether a plan of action begins with the year's target in each period."""
    return diisi_dengan_target_tahun(_target_tahun(w, tahun, pada))


def perlu_alasan(
    w: IndikatorVersi,
    tahun: TargetVersi,
    periode: Sequence[tuple[str, TargetVersi | None]],
    pada: date,
) -> str:
    """What does not add up between year and periods, as a sentence; empty when all agrees."""
    hasil = rekonsiliasi(
        _target_tahun(w, tahun, pada),
        [(nama, None if t is None else _nilai(w, t, pada)) for nama, t in periode],
    )
    return "" if hasil is None else terjemah(hasil)


def _target_tahun(w: IndikatorVersi, t: TargetVersi, pada: date) -> TargetTahun:
    nilai = _nilai(w, t, pada)
    return TargetTahun(
        nilai if nilai is not None else Decimal(0),
        Agregasi(w.agregasi),
        berasio=w.jenis_nilai == JenisNilai.RASIO,
    )


def _nilai(w: IndikatorVersi, t: TargetVersi, pada: date) -> NilaiKinerja | None:
    if t.kode is not None:
        if w.jenis_nilai == JenisNilai.YA_TIDAK:
            return YaTidak(t.kode == "ya")
        return Ordinal(t.kode, skala(w.skala, pada))
    if t.batas_bawah is not None and t.batas_atas is not None:
        return Rentang(t.batas_bawah, t.batas_atas)
    if t.penyebut is not None and t.nilai is not None:
        return Rasio(t.nilai, t.penyebut)
    angka: Decimal | None = t.nilai
    return angka


def selisih_program(
    perjanjian: Iterable[tuple[str, str, Decimal]], anggaran: Iterable[tuple[str, str, Decimal]]
) -> tuple[SelisihAnggaran, ...]:
    """Programs whose money differs between annex and budget; rows are (code, name, rupiah)."""
    return selisih_anggaran(_peta(perjanjian), _peta(anggaran))


def _peta(baris: Iterable[tuple[str, str, Decimal]]) -> Mapping[str, tuple[str, Decimal]]:
    return {kode: (nama, rupiah) for kode, nama, rupiah in baris}
