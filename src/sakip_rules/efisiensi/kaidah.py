"""The kind ``efisiensi``: the name of a formula and, where there is one, its clamp."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Jejak, Langkah
from sakip_rules.kalimat import kalimat
from sakip_rules.regulasi import Isi, Jenis, Kaidah, daftarkan, muat_regulasi
from sakip_rules.regulasi.medan import angka, boleh_null, peta, pilihan


class RumusEfisiensi(StrEnum):
    """The formulas that exist in code; a rule selects one by name."""

    REALISASI_PER_PAGU = "realisasi_per_pagu"
    SELISIH_CAPAIAN_SERAPAN = "selisih_capaian_serapan"
    KELUARAN_PMK_214_2017 = "keluaran_pmk_214_2017"


@dataclass(frozen=True, slots=True)
class Jepit:
    """The range a value is clamped to, both ends inside."""

    dari: Decimal
    sampai: Decimal


@dataclass(frozen=True, slots=True)
class KaidahEfisiensi:
    """One version of an efficiency rule."""

    rumus: RumusEfisiensi
    jepit: Jepit | None


def _bangun(_kepala: Isi, versi: Isi) -> KaidahEfisiensi:
    rumus, jepit = RumusEfisiensi(versi["rumus"]), versi["jepit"]
    if (jepit is None) == (rumus is RumusEfisiensi.KELUARAN_PMK_214_2017):
        raise versi.di("jepit").galat(
            "jepit wajib bagi {rumus} saja; rumus lain menulis null.",
            rumus=RumusEfisiensi.KELUARAN_PMK_214_2017.value,
        )
    if jepit is None:
        return KaidahEfisiensi(rumus, None)
    if jepit["dari"] != -jepit["sampai"] or jepit["sampai"] <= 0:
        raise versi.di("jepit").galat("jepit harus setangkup terhadap nol, misalnya -20 dan 20.")
    return KaidahEfisiensi(rumus, Jepit(jepit["dari"], jepit["sampai"]))


EFISIENSI: Final = daftarkan(
    Jenis(
        "efisiensi",
        versi={
            "rumus": pilihan(*RumusEfisiensi),
            "jepit": boleh_null(peta({"dari": angka(), "sampai": angka()})),
        },
        bangun=_bangun,
    )
)


def aturan_efisiensi(id: str, pada: date, rumus: RumusEfisiensi) -> Kaidah[KaidahEfisiensi]:
    """Give the version in force and make sure that it selects the formula about to be used."""
    aturan = muat_regulasi().kaidah(id, pada, EFISIENSI)
    if aturan.isi.rumus is not rumus:
        raise MasukanSalah(
            kalimat(
                "Kaidah {id} memilih rumus {ada}, bukan {diminta}.",
                id=id,
                ada=aturan.isi.rumus.value,
                diminta=rumus.value,
            )
        )
    return aturan


def jejak_efisiensi(
    aturan: Kaidah[KaidahEfisiensi],
    masukan: tuple[tuple[str, str], ...],
    langkah: tuple[Langkah, ...],
    anak: tuple[Jejak, ...] = (),
) -> Jejak:
    """Build the explanation of one result of this kind."""
    return Jejak(
        kaidah=aturan.id,
        versi=aturan.versi,
        dasar=aturan.dasar,
        masukan=masukan,
        langkah=langkah,
        tafsir=aturan.tafsir,
        anak=anak,
    )
