"""Policies an instansi may choose where the law is silent, each a named switch.

What each choice does is told on the tafsir page its rule names; which choices exist, which is the
national default and since when is data (``sakip_regulasi/kebijakan-nasional/sakelar.yaml``).
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from sakip_rules.hasil import Dasar


class Arah(StrEnum):
    """Which way an indicator is better."""

    # Enum hashes in Python; a hundred thousand rows look their formula up by direction.
    __hash__ = str.__hash__

    NAIK_BAIK = "naik_baik"
    TURUN_BAIK = "turun_baik"
    RENTANG = "rentang"
    STABIL = "stabil"


class Agregasi(StrEnum):
    """How the values of several periods become one."""

    JUMLAH = "jumlah"
    TERAKHIR = "terakhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    RASIO_KUMULATIF = "rasio_kumulatif"
    KUMULATIF_RENSTRA = "kumulatif_renstra"


class TargetNol(StrEnum):
    """What a target of exactly zero gives (``capaian.target_nol``)."""

    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"
    MENURUT_TERCAPAI = "menurut_tercapai"
    NOL_ATAU_SERATUS = "nol_atau_seratus"
    NOL = "nol"
    SERATUS = "seratus"
    SERATUS_DUA_PULUH = "seratus_dua_puluh"


class TargetNegatif(StrEnum):
    """What a negative target (a growth of −2%) does (``capaian.target_negatif``)."""

    TUKAR_RUMUS = "tukar_rumus"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"


class RealisasiNol(StrEnum):
    """What a realisasi of zero or less against a positive target gives, when more is better."""

    DIHITUNG = "dihitung"
    TIDAK_DINILAI = "tidak_dinilai"


class Limpahan(StrEnum):
    """What a deviation beyond the target itself gives, where the formula falls below zero."""

    APA_ADANYA = "apa_adanya"
    NOL = "nol"


class LuarRentang(StrEnum):
    """What a realisasi outside the target range gives."""

    BATAS_TERDEKAT = "batas_terdekat"
    NOL = "nol"


class NilaiOrdinal(StrEnum):
    """How two predicates of one scale are compared."""

    SKOR = "skor"
    TERCAPAI = "tercapai"


class PeriodeKosong(StrEnum):
    """What a due but empty period does to an aggregation."""

    TUNDA = "tunda"
    YANG_TERISI = "yang_terisi"


class AnakKosong(StrEnum):
    """What a due but empty child does to a roll-up."""

    TUNDA = "tunda"
    YANG_TERISI = "yang_terisi"
    NOL = "nol"


class CaraBulat(StrEnum):
    """How a displayed number is shortened."""

    __hash__ = str.__hash__

    SETENGAH_KE_ATAS = "setengah_ke_atas"
    DIPOTONG = "dipotong"


@dataclass(frozen=True, slots=True)
class Pembulatan:
    """Decimals shown and how; display only, applied once."""

    desimal: int
    cara: CaraBulat = CaraBulat.SETENGAH_KE_ATAS


@dataclass(frozen=True, slots=True, kw_only=True)
class Kebijakan:
    """Choices of one instansi; ``None`` keeps the national default of that switch.

    ``batas_atas`` and ``batas_bawah`` are percentages or ``"tanpa"``. ``dasar`` cites the decision
    of the instansi (its Perbup, its juknis); with it a limit other than the national choices is
    accepted, without it only those are.
    """

    batas_atas: Decimal | Literal["tanpa"] | None = None
    batas_bawah: Decimal | Literal["tanpa"] | None = None
    target_nol: TargetNol | None = None
    target_negatif: TargetNegatif | None = None
    realisasi_nol: RealisasiNol | None = None
    limpahan: Limpahan | None = None
    luar_rentang: LuarRentang | None = None
    ordinal: NilaiOrdinal | None = None
    periode_kosong: PeriodeKosong | None = None
    anak_kosong: AnakKosong | None = None
    pembulatan: Pembulatan | None = None
    dasar: tuple[Dasar, ...] = ()
