"""Rules that hold a figure against its own series: history, last period, last year, targets."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.mutu.bahan import Ambang, AngkaDiperiksa, KaidahMutu
from sakip_rules.pecahan import bulatkan

SKALA_MAD: Final = Fraction(14826, 10000)
"""Brings the median absolute deviation of a normal sample to its standard deviation."""
TIDAK_ADA: Final[tuple[Kalimat, ...]] = ()
DESIMAL: Final = 2


def tulis(nilai: Fraction) -> str:
    """A number of a sentence: at most two decimals, without zeros at the end."""
    bulat = bulatkan(nilai, DESIMAL).normalize()
    return tulis_angka(bulat, FormatAngka.ID)


def tengah(nilai: Sequence[Fraction]) -> Fraction:
    """The median, exact."""
    urut = sorted(nilai)
    n = len(urut)
    return urut[n // 2] if n % 2 else (urut[n // 2 - 1] + urut[n // 2]) / 2


def _pencilan(a: AngkaDiperiksa, ambang: Ambang) -> tuple[Kalimat, ...]:
    """Farther from the median of its history than ``pengali`` scaled median deviations."""
    if a.kini is None or a.kumulatif or len(a.sebelum) < ambang["titik"]:
        return TIDAK_ADA
    nilai = [t.nilai for t in a.sebelum]
    pusat = tengah(nilai)
    sebar = tengah([abs(n - pusat) for n in nilai]) * SKALA_MAD
    # More than half of them alike: there is no spread to hold a figure against.
    if sebar == 0:
        return TIDAK_ADA
    jarak = Fraction(ambang["pengali"]) * sebar
    if abs(a.kini.nilai - pusat) <= jarak:
        return TIDAK_ADA
    return (
        kalimat(
            "{teks} di luar rentang {bawah} sampai {atas} yang wajar menurut {banyak} angka "
            "sebelumnya (nilai tengah {tengah}).",
            teks=a.kini.teks,
            bawah=tulis(pusat - jarak),
            atas=tulis(pusat + jarak),
            banyak=len(nilai),
            tengah=tulis(pusat),
        ),
    )


def _loncatan(a: AngkaDiperiksa, ambang: Ambang) -> tuple[Kalimat, ...]:
    """Changed by more than so many per cent of the value before; from zero nothing is a share."""
    if a.kini is None or a.kumulatif or not a.sebelum or a.sebelum[-1].nilai == 0:
        return TIDAK_ADA
    lalu = a.sebelum[-1]
    persen = abs(a.kini.nilai - lalu.nilai) * 100 / abs(lalu.nilai)
    if persen <= Fraction(ambang["persen"]):
        return TIDAK_ADA
    return (
        kalimat(
            "{teks} berubah {persen} persen dari {lalu} ({periode}); lebih dari {batas} persen "
            "perlu dijelaskan.",
            teks=a.kini.teks,
            persen=tulis(persen),
            lalu=lalu.teks,
            periode=lalu.periode,
            batas=tulis(Fraction(ambang["persen"])),
        ),
    )


def _sama_tahun_lalu(a: AngkaDiperiksa, _ambang: Ambang) -> tuple[Kalimat, ...]:
    if a.kini is None or a.tahun_lalu is None or a.kini.nilai != a.tahun_lalu.nilai:
        return TIDAK_ADA
    # 20/24 and 25/30 are the same share of other cases: nobody copied that.
    if a.kini.teks != a.tahun_lalu.teks:
        return TIDAK_ADA
    return (
        kalimat(
            "{teks} sama persis dengan {periode}.", teks=a.kini.teks, periode=a.tahun_lalu.periode
        ),
    )


def _kumulatif_turun(a: AngkaDiperiksa, _ambang: Ambang) -> tuple[Kalimat, ...]:
    """A level reached so far is lower than it was earlier in the same year."""
    if a.kini is None or not a.kumulatif or a.awal_tahun or not a.sebelum:
        return TIDAK_ADA
    lalu = a.sebelum[-1]
    if a.kini.nilai >= lalu.nilai:
        return TIDAK_ADA
    return (
        kalimat(
            "Angka kumulatif turun dari {lalu} ({periode}) menjadi {teks}.",
            lalu=lalu.teks,
            periode=lalu.periode,
            teks=a.kini.teks,
        ),
    )


def _negatif(a: AngkaDiperiksa, _ambang: Ambang) -> tuple[Kalimat, ...]:
    """Below zero, though neither its target nor any figure before was: growth may be negative."""
    if a.kini is None:
        return TIDAK_ADA
    if a.kini.nilai >= 0 and (a.pembilang is None or a.pembilang >= 0):
        return TIDAK_ADA
    if any(t.nilai < 0 for t in a.sebelum) or (a.target is not None and a.target < 0):
        return TIDAK_ADA
    return (
        kalimat("{teks} negatif, padahal target dan angka sebelumnya tidak.", teks=a.kini.teks),
    )


def _selalu_target(a: AngkaDiperiksa, ambang: Ambang) -> tuple[Kalimat, ...]:
    """Exactly the target in every period of the year so far, and those are enough to be odd."""
    banyak = len(a.sepanjang_tahun)
    if Decimal(banyak) < ambang["periode"]:
        return TIDAK_ADA
    if any(target is None or t.nilai != target for t, target in a.sepanjang_tahun):
        return TIDAK_ADA
    return (
        kalimat("Sama persis dengan target pada semua {banyak} periode tahun ini.", banyak=banyak),
    )


KAIDAH_DERET: Final[tuple[KaidahMutu[AngkaDiperiksa], ...]] = (
    KaidahMutu(
        kode="pencilan",
        lihat=kalimat("Angka dibandingkan dengan riwayatnya sendiri."),
        lencana=kalimat("Tidak lazim"),
        perbaikan=kalimat("Periksa satuan dan sumbernya; bila benar, tulis apa yang terjadi."),
        gagal=_pencilan,
    ),
    KaidahMutu(
        kode="loncatan",
        lihat=kalimat("Angka dibandingkan dengan periode sebelumnya."),
        lencana=kalimat("Meloncat"),
        perbaikan=kalimat("Periksa lagi angkanya; bila benar, tulis sebab perubahannya."),
        gagal=_loncatan,
    ),
    KaidahMutu(
        kode="sama_tahun_lalu",
        lihat=kalimat("Angka dibandingkan dengan periode yang sama tahun lalu."),
        lencana=kalimat("Sama dengan tahun lalu"),
        perbaikan=kalimat("Pastikan bukan salinan; bila memang sama, tulis mengapa."),
        gagal=_sama_tahun_lalu,
    ),
    KaidahMutu(
        kode="kumulatif_turun",
        lihat=kalimat("Angka kumulatif dibandingkan dengan periode sebelumnya tahun ini."),
        lencana=kalimat("Kumulatif turun"),
        perbaikan=kalimat("Isi jumlah sampai dengan periode ini, atau jelaskan koreksinya."),
        gagal=_kumulatif_turun,
    ),
    KaidahMutu(
        kode="negatif",
        lihat=kalimat("Tanda angkanya."),
        lencana=kalimat("Negatif"),
        perbaikan=kalimat("Hapus tanda kurangnya; bila benar, tulis apa yang berkurang."),
        gagal=_negatif,
    ),
    KaidahMutu(
        kode="selalu_target",
        lihat=kalimat("Angka tahun ini dibandingkan dengan targetnya."),
        lencana=kalimat("Selalu sama dengan target"),
        perbaikan=kalimat("Isi hasil ukur, bukan targetnya; bila memang sama, sebut dari mana."),
        gagal=_selalu_target,
    ),
)
