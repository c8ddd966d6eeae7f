"""Efficiency by outputs, as PMK 214/PMK.02/2017 has it for ministries (tafsir-0011)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sakip_rules.efisiensi.kaidah import (
    Jepit,
    KaidahEfisiensi,
    RumusEfisiensi,
    aturan_efisiensi,
    jejak_efisiensi,
)
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Hasil, Langkah, Status
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.pecahan import bulatkan, ke_desimal
from sakip_rules.regulasi import Kaidah


@dataclass(frozen=True, slots=True)
class Keluaran:
    """One output: budget and target, money spent and volume made; money in one unit throughout."""

    nama: str
    pagu: Decimal
    target: Decimal
    realisasi_anggaran: Decimal
    realisasi_volume: Decimal


@dataclass(frozen=True, slots=True)
class EfisiensiKeluaran:
    """``efisiensi`` is E in per cent, clamped; ``nilai`` is NE, 0 to 100; one status for both."""

    efisiensi: Hasil
    nilai: Hasil


def efisiensi_keluaran(keluaran: Sequence[Keluaran], pada: date) -> EfisiensiKeluaran:
    """Compute E = mean of 1 − (spent/made)/(budget/target), clamped, and NE = 50 + E/20 × 50.

    No outputs give ``belum_diisi``; one without budget, target or volume makes the whole
    ``tidak_dapat_dihitung`` and is named. Raises ``MasukanSalah`` for negative amounts.
    """
    aturan = aturan_efisiensi("efisiensi.keluaran", pada, RumusEfisiensi.KELUARAN_PMK_214_2017)
    for satu in keluaran:
        _tolak_negatif(satu)
    if not keluaran:
        return _tanpa_nilai(
            Status.BELUM_DIISI, kalimat("Belum ada keluaran yang diisi."), keluaran, aturan
        )
    buntu = [k.nama for k in keluaran if 0 in (k.pagu, k.target, k.realisasi_volume)]
    if buntu:
        sebab = kalimat(
            "Keluaran {nama} tidak mempunyai pagu, target, atau volume.", nama=", ".join(buntu)
        )
        return _tanpa_nilai(Status.TIDAK_DAPAT_DIHITUNG, sebab, keluaran, aturan)
    jepit = aturan.isi.jepit
    if jepit is None:  # the loader refuses this rule without a clamp
        raise ValueError(f"kaidah {aturan.id} tidak mempunyai jepit")
    return _terhitung(keluaran, jepit, aturan)


def _terhitung(
    keluaran: Sequence[Keluaran], jepit: Jepit, aturan: Kaidah[KaidahEfisiensi]
) -> EfisiensiKeluaran:
    penuh = sum((_hemat(satu) for satu in keluaran), Fraction(0)) / len(keluaran) * 100
    dijepit = min(max(penuh, Fraction(jepit.dari)), Fraction(jepit.sampai))
    nilai = 50 + dijepit / Fraction(jepit.sampai) * 50
    langkah = [
        *(
            Langkah(kalimat("Penghematan {nama}.", nama=satu.nama), ke_desimal(_hemat(satu) * 100))
            for satu in keluaran
        ),
        Langkah(kalimat("Rata-rata {banyak} keluaran.", banyak=len(keluaran)), ke_desimal(penuh)),
    ]
    if dijepit != penuh:
        uraian = kalimat(
            "{penuh} dijepit pada {dari} sampai {sampai}.",
            penuh=bulatkan(penuh, 2),
            dari=jepit.dari,
            sampai=jepit.sampai,
        )
        langkah.append(Langkah(uraian, ke_desimal(dijepit)))
    akhir = Langkah(kalimat("50 + E / {batas} × 50.", batas=jepit.sampai), ke_desimal(nilai))
    masukan = _masukan(keluaran)
    return EfisiensiKeluaran(
        Hasil(
            Status.TERHITUNG,
            ke_desimal(dijepit),
            jejak_efisiensi(aturan, masukan, tuple(langkah)),
        ),
        Hasil(
            Status.TERHITUNG,
            ke_desimal(nilai),
            jejak_efisiensi(aturan, masukan, (*langkah, akhir)),
        ),
    )


def _hemat(satu: Keluaran) -> Fraction:
    """One output's saving: 1 − (spent per unit made) / (budget per unit promised)."""
    biaya = Fraction(satu.realisasi_anggaran) / Fraction(satu.realisasi_volume)
    rencana = Fraction(satu.pagu) / Fraction(satu.target)
    return 1 - biaya / rencana


def _tanpa_nilai(
    status: Status,
    sebab: Kalimat,
    keluaran: Sequence[Keluaran],
    aturan: Kaidah[KaidahEfisiensi],
) -> EfisiensiKeluaran:
    hasil = Hasil(status, None, jejak_efisiensi(aturan, _masukan(keluaran), (Langkah(sebab),)))
    return EfisiensiKeluaran(hasil, hasil)


def _masukan(keluaran: Sequence[Keluaran]) -> tuple[tuple[str, str], ...]:
    return tuple((satu.nama, _teks(satu)) for satu in keluaran)


def _teks(satu: Keluaran) -> str:
    rencana = f"{satu.pagu:f}/{satu.target:f}"
    return f"realisasi {satu.realisasi_anggaran:f}/{satu.realisasi_volume:f}, rencana {rencana}"


def _tolak_negatif(satu: Keluaran) -> None:
    angka = (satu.pagu, satu.target, satu.realisasi_anggaran, satu.realisasi_volume)
    if any(not nilai.is_finite() or nilai < 0 for nilai in angka):
        raise MasukanSalah(
            kalimat(
                "Keluaran {nama}: pagu, target, realisasi anggaran, dan volume harus bilangan "
                "yang tidak negatif.",
                nama=satu.nama,
            )
        )
