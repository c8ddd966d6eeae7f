"""Reading what was typed into a cell as the value its indicator takes, or saying why it is none."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.periode import BANYAK_UNSUR, IsiPeriode
from sakip.pengukuran.kaidah.periode import isi_survei as indeks_survei
from sakip.perencanaan.models import IndikatorVersi, JenisNilai

BUKAN_ANGKA = frozenset({JenisNilai.PREDIKAT, JenisNilai.YA_TIDAK})


def baca_isi(teks: str, v: IndikatorVersi, pada: date, *, lama: str = "") -> IsiPeriode | None:
    """The typed value; ``lama`` is the text that stands there, which is never doubted again.

    Raises ``MasukanSalah``, or ``IsianTidakSah`` for a share without its parts.
    """
    bersih = teks.strip()
    if v.jenis_nilai not in BUKAN_ANGKA and bersih != lama:
        rasio = v.jenis_nilai == JenisNilai.RASIO
        # A share of which one field is empty still holds what was pasted into the other.
        kaidah.tolak_bukan_angka(bersih.strip("/ ") if rasio else bersih, pecahan=rasio)
        if rasio and bersih:
            _wajib_pecahan(bersih)
    nilai = kaidah.baca_nilai(
        bersih, None, jenis=v.jenis_nilai, arah=None, format_angka="id", boleh_nol=True
    )
    if nilai is None:
        return None
    # A predicate must stand on its scale; anything else passes through.
    kaidah.nilai_kinerja(nilai, v.jenis_nilai, v.skala, pada)
    return IsiPeriode(nilai)


def _wajib_pecahan(teks: str) -> None:
    """Both parts of a share, neither below zero."""
    atas, garis, bawah = (satu.strip() for satu in teks.partition("/"))
    pesan = ""
    if not garis:
        pesan = _("Tulis pembilang dan penyebutnya, seperti 25/30, bukan persennya.")
    elif not atas or not bawah:
        pesan = _("Isi pembilang dan penyebutnya; yang satu masih kosong.")
    elif atas.startswith(("-", "\u2212")) or bawah.startswith(("-", "\u2212")):
        pesan = _("Pembilang dan penyebut tidak dapat kurang dari nol.")
    if pesan:
        raise IsianTidakSah.dari(_("Angka tidak disimpan."), {"teks": pesan})


def baca_survei(unsur: Sequence[str], responden: str, pada: date) -> IsiPeriode | None:
    """Nine means and the number of respondents; all empty is no value."""
    if not responden.strip() and not any(u.strip() for u in unsur):
        return None
    salah: dict[str, str] = {}
    angka: list[Decimal] = []
    for n, teks in enumerate(unsur, 1):
        satu = _angka(teks, f"unsur_{n}", salah)
        angka += [satu] if satu is not None else []
    banyak = _angka(responden, "responden", salah)
    if banyak is not None and (banyak != banyak.to_integral_value() or banyak < 1):
        salah["responden"] = _("Tulis banyaknya responden, mis. 150.")
    if len(unsur) != BANYAK_UNSUR and not salah:
        salah["unsur_1"] = _("Survei ini mempunyai %s unsur.") % BANYAK_UNSUR
    if salah or banyak is None:
        raise IsianTidakSah.dari(_("Survei tidak disimpan."), salah)
    return indeks_survei(angka, int(banyak), pada)


def _angka(teks: str, letak: str, salah: dict[str, str]) -> Decimal | None:
    try:
        n = kaidah.baca_nilai(
            teks.strip(), None, jenis=JenisNilai.BILANGAN, arah=None, format_angka="id"
        )
    except kaidah.MasukanSalah as sebab:
        salah[letak] = kaidah.terjemah(sebab.kalimat)
        return None
    if n is None or n.nilai is None or n.penyebut is not None:
        salah[letak] = _("Isi dengan satu angka, mis. 3,35.")
        return None
    return n.nilai
