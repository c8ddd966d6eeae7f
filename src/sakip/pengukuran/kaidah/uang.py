"""The door to the rules of money: absorption, and efficiency by the formula an instansi chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sakip.organisasi.kaidah import PilihanEfisiensi, ambang_efisiensi
from sakip.pengukuran.kaidah import kaidah_untuk
from sakip_rules.capaian.gulung import gulung
from sakip_rules.efisiensi import (
    Efisiensi,
    EfisiensiKeluaran,
    Keluaran,
    efisiensi_keluaran,
    selisih_capaian_serapan,
    serapan,
)
from sakip_rules.hasil import Hasil, Jejak, Langkah, Status
from sakip_rules.kalimat import kalimat

__all__ = [
    "CapaianPendukung",
    "Efisiensi",
    "EfisiensiKeluaran",
    "Hasil",
    "Keluaran",
    "PilihanEfisiensi",
    "Status",
    "capaian_bersama",
    "efisiensi_keluaran",
    "rumus_dipilih",
    "selisih",
    "serapan",
    "serapan_persen",
]
KAIDAH_GULUNG = "agregasi.gulung"


@dataclass(frozen=True, slots=True)
class CapaianPendukung:
    """The capaian of an indicator that a line of the budget supports, as it stands."""

    nama: str
    status: str
    capaian: Decimal | None


def rumus_dipilih(pilihan: Mapping[str, Any] | None) -> PilihanEfisiensi:
    """The formula of an instansi's stored choice; without one there is none (tafsir-0010)."""
    if pilihan is None:
        return PilihanEfisiensi.TIDAK_DIPILIH
    return PilihanEfisiensi(pilihan["pilihan"])


def serapan_persen(realisasi: Decimal | None, pagu: Decimal | None, pada: date) -> Decimal | None:
    """Absorption in per cent; ``None`` where it cannot be reckoned."""
    return serapan(realisasi, pagu, pada).nilai


def capaian_bersama(daftar: Sequence[CapaianPendukung], pada: date) -> Hasil:
    """The capaian of several indicators together: their mean, each counting alike."""
    kaidah = kaidah_untuk(pada, None)
    return gulung([(_hasil(c, pada), Decimal(1)) for c in daftar], kaidah=kaidah)


def _hasil(c: CapaianPendukung, pada: date) -> Hasil:
    langkah = Langkah(kalimat("Capaian {nama}.", nama=c.nama), c.capaian)
    jejak = Jejak(KAIDAH_GULUNG, pada, (), (), (langkah,))
    return Hasil(Status(c.status), c.capaian, jejak)


def selisih(
    capaian: Hasil, terserap: Hasil, pada: date, pilihan: Mapping[str, Any] | None
) -> Efisiensi:
    """Capaian minus absorption, named only by thresholds that the instansi decreed."""
    ambang = ambang_efisiensi(pilihan or {})
    return selisih_capaian_serapan(capaian, terserap, pada, ambang=ambang)
