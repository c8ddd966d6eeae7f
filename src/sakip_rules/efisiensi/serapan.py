"""Absorption of the budget, and the distance between what was reached and what was spent."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sakip_rules.efisiensi.kaidah import RumusEfisiensi, aturan_efisiensi, jejak_efisiensi
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Hasil, Langkah, Status
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.pecahan import ke_desimal


class GolonganEfisiensi(StrEnum):
    """What a difference is called, by thresholds that an instansi decreed itself."""

    EFISIEN = "efisien"
    CUKUP_EFISIEN = "cukup_efisien"
    TIDAK_EFISIEN = "tidak_efisien"


@dataclass(frozen=True, slots=True)
class AmbangEfisiensi:
    """Thresholds in percentage points, both exclusive. There is no default (tafsir-0010).

    Raises ``MasukanSalah`` when they cross.
    """

    efisien_di_atas: Decimal
    tidak_efisien_di_bawah: Decimal

    def __post_init__(self) -> None:
        """Refuse thresholds that would make one difference both efficient and not."""
        if not self.tidak_efisien_di_bawah <= self.efisien_di_atas:
            raise MasukanSalah(
                kalimat(
                    "Ambang efisien {atas} lebih rendah dari ambang tidak efisien {bawah}.",
                    atas=self.efisien_di_atas,
                    bawah=self.tidak_efisien_di_bawah,
                )
            )

    def golongan(self, selisih: Decimal) -> GolonganEfisiensi:
        """Name a difference; exactly on a threshold is ``cukup_efisien``."""
        if selisih > self.efisien_di_atas:
            return GolonganEfisiensi.EFISIEN
        if selisih < self.tidak_efisien_di_bawah:
            return GolonganEfisiensi.TIDAK_EFISIEN
        return GolonganEfisiensi.CUKUP_EFISIEN


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """A difference in percentage points; ``golongan`` only when thresholds were decreed."""

    hasil: Hasil
    golongan: GolonganEfisiensi | None


def serapan(realisasi: Decimal | None, pagu: Decimal | None, pada: date) -> Hasil:
    """Compute spent money as a percentage of the budget, both in the same unit, unrounded.

    A missing amount gives ``belum_diisi``, a budget of zero ``tidak_dapat_dihitung``; refunds may
    make ``realisasi`` negative. Raises ``MasukanSalah`` for a negative budget or NaN.
    """
    aturan = aturan_efisiensi("efisiensi.serapan", pada, RumusEfisiensi.REALISASI_PER_PAGU)
    masukan = (("realisasi_anggaran", _teks(realisasi)), ("pagu", _teks(pagu)))

    def tanpa_nilai(status: Status, sebab: Kalimat) -> Hasil:
        return Hasil(status, None, jejak_efisiensi(aturan, masukan, (Langkah(sebab),)))

    if realisasi is None or pagu is None:
        return tanpa_nilai(Status.BELUM_DIISI, kalimat("Realisasi anggaran atau pagu belum diisi."))
    if not (realisasi.is_finite() and pagu.is_finite()) or pagu < 0:
        raise MasukanSalah(
            kalimat(
                "Realisasi anggaran {realisasi} dan pagu {pagu} tidak masuk akal; pagu tidak "
                "boleh negatif.",
                realisasi=realisasi,
                pagu=pagu,
            )
        )
    if pagu == 0:
        return tanpa_nilai(
            Status.TIDAK_DAPAT_DIHITUNG, kalimat("Pagu nol: serapan tidak dapat dihitung.")
        )
    nilai = ke_desimal(Fraction(realisasi) / Fraction(pagu) * 100)
    uraian = kalimat("{realisasi} / {pagu} × 100.", realisasi=realisasi, pagu=pagu)
    return Hasil(
        Status.TERHITUNG, nilai, jejak_efisiensi(aturan, masukan, (Langkah(uraian, nilai),))
    )


def selisih_capaian_serapan(
    capaian: Hasil, serapan: Hasil, pada: date, *, ambang: AmbangEfisiensi | None = None
) -> Efisiensi:
    """Compute capaian minus serapan, in percentage points, and name it if ``ambang`` is given.

    Where either has no value the difference takes over its status, capaian's first.
    """
    aturan = aturan_efisiensi("efisiensi.selisih", pada, RumusEfisiensi.SELISIH_CAPAIAN_SERAPAN)
    masukan = (("capaian", _teks(capaian.nilai)), ("serapan", _teks(serapan.nilai)))
    anak = (capaian.jejak, serapan.jejak)
    if capaian.nilai is None or serapan.nilai is None:
        sumber, nama = (capaian, "capaian") if capaian.nilai is None else (serapan, "serapan")
        sebab = kalimat(
            "Tidak ada {nama} ({status}), jadi tidak ada selisih.",
            nama=nama,
            status=sumber.status.value,
        )
        jejak = jejak_efisiensi(aturan, masukan, (Langkah(sebab),), anak)
        return Efisiensi(Hasil(sumber.status, None, jejak), None)
    selisih = ke_desimal(Fraction(capaian.nilai) - Fraction(serapan.nilai))
    golongan = None if ambang is None else ambang.golongan(selisih)
    langkah = [
        Langkah(
            kalimat("{capaian} − {serapan}.", capaian=capaian.nilai, serapan=serapan.nilai), selisih
        )
    ]
    if ambang is not None and golongan is not None:
        uraian = kalimat(
            "Ambang instansi: di atas {atas} efisien, di bawah {bawah} tidak efisien → {golongan}.",
            atas=ambang.efisien_di_atas,
            bawah=ambang.tidak_efisien_di_bawah,
            golongan=golongan.value.replace("_", " "),
        )
        langkah.append(Langkah(uraian))
    jejak = jejak_efisiensi(aturan, masukan, tuple(langkah), anak)
    return Efisiensi(Hasil(Status.TERHITUNG, selisih, jejak), golongan)


def _teks(nilai: Decimal | None) -> str:
    return "kosong" if nilai is None else format(nilai, "f")
