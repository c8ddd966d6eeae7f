"""The door from stored policy choices to the rules that know which choices there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from sakip_rules.capaian import Kebijakan, kaidah_capaian
from sakip_rules.capaian.kebijakan import (
    Limpahan,
    LuarRentang,
    NilaiOrdinal,
    RealisasiNol,
    TargetNegatif,
    TargetNol,
)
from sakip_rules.efisiensi import AmbangEfisiensi
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.kalimat import Kalimat
from sakip_rules.mutu import aturan_mutu
from sakip_rules.sebab import ID_FAKTOR, SyaratFaktor

CAPAIAN = "capaian.indikator"
BUKTI = "bukti"
MUTU = "mutu"
BATAS = ("batas_atas", "batas_bawah")
SAKELAR: dict[str, type[StrEnum]] = {
    "target_nol": TargetNol,
    "target_negatif": TargetNegatif,
    "realisasi_nol": RealisasiNol,
    "limpahan": Limpahan,
    "luar_rentang": LuarRentang,
    "ordinal": NilaiOrdinal,
}
EFISIENSI = "efisiensi.rumus"
AMBANG = ("efisien_di_atas", "tidak_efisien_di_bawah")


class PilihanEfisiensi(StrEnum):
    """How an instansi speaks of efficiency (tafsir-0010); the difference may have thresholds."""

    TIDAK_DIPILIH = "tidak_dipilih"
    SELISIH = "selisih_capaian_serapan"
    KELUARAN = "keluaran_pmk_214_2017"


# Rules with one choice of their own, stored as {"pilihan": code}.
TUNGGAL: dict[str, type[StrEnum]] = {EFISIENSI: PilihanEfisiensi, ID_FAKTOR: SyaratFaktor}


def kebijakan_capaian(pilihan: Mapping[str, Any]) -> Kebijakan:
    """Stored choices as the rules take them; ``ValueError`` for one that is none."""
    return Kebijakan(**{nama: _satu(nama, nilai) for nama, nilai in pilihan.items()})


def _satu(nama: str, nilai: Any) -> Any:
    if nama in BATAS:
        return nilai if nilai == "tanpa" else Decimal(nilai)
    if nama not in SAKELAR:
        raise ValueError(nama)
    return SAKELAR[nama](nilai)


@dataclass(frozen=True, slots=True)
class KebijakanBukti:
    """How large evidence may be (MB by kind; 0: not taken), and how many years it is kept.

    The years count from the end of the evidence's year; a class without years is kept for ever.
    The defaults are ours: docs/tafsir/tafsir-0018.md says why, and that an instansi sets its own.
    """

    ukuran: Mapping[str, int]
    retensi: Mapping[str, int]


UKURAN_BUKTI = {"pdf": 10, "gambar": 10, "kantor": 10, "zip": 10}  # MB
UKURAN_TERBESAR = 50  # MB; the bytes go through memory and into the database
RETENSI_BUKTI = {"kinerja": 5, "keuangan": 10}  # years; "tetap" has no end
RETENSI_TERLAMA = 100


def kebijakan_bukti(pilihan: Mapping[str, Any] | None) -> KebijakanBukti:
    """The stored choices over the defaults, field by field."""
    isi = pilihan or {}
    return KebijakanBukti(
        ukuran={**UKURAN_BUKTI, **isi.get("ukuran", {})},
        retensi={**RETENSI_BUKTI, **isi.get("retensi", {})},
    )


def _salah_bukti(pilihan: Mapping[str, Any]) -> dict[str, str]:
    """Faults of the evidence policy, by field ("ukuran.pdf")."""
    batas = {
        "ukuran": (UKURAN_BUKTI, 0, UKURAN_TERBESAR),
        "retensi": (RETENSI_BUKTI, 1, RETENSI_TERLAMA),
    }
    salah = {nama: _("Pilihan ini tidak dikenal.") for nama in pilihan if nama not in batas}
    for bagian, (dikenal, paling_kecil, paling_besar) in batas.items():
        isi = pilihan.get(bagian, {})
        if not isinstance(isi, Mapping):
            salah[bagian] = _("Pilihan ini tidak dikenal.")
            continue
        for nama, nilai in isi.items():
            if nama not in dikenal:
                salah[f"{bagian}.{nama}"] = _("Pilihan ini tidak dikenal.")
            elif type(nilai) is not int or not paling_kecil <= nilai <= paling_besar:
                salah[f"{bagian}.{nama}"] = _(
                    "Tulis bilangan bulat %(kecil)s sampai %(besar)s."
                ) % {
                    "kecil": paling_kecil,
                    "besar": paling_besar,
                }
    return salah


def periksa_kebijakan(kaidah: str, pilihan: Mapping[str, Any], mulai: date) -> dict[str, str]:
    """Faults of a policy, by field: before it is stored, not when a figure needs it."""
    if kaidah == BUKTI:
        return _salah_bukti(pilihan)
    if kaidah == MUTU:
        return _periksa_mutu(pilihan, mulai)
    if kaidah in TUNGGAL:
        return _periksa_tunggal(TUNGGAL[kaidah], pilihan)
    if kaidah != CAPAIAN:
        return {"kaidah": _("“%s” bukan kaidah yang mempunyai pilihan.") % kaidah}
    salah = {}
    for nama, nilai in pilihan.items():
        try:
            kaidah_capaian(mulai, kebijakan_capaian({nama: nilai}))
        except KaidahBelumBerlaku:
            return {"mulai": _("Belum ada kaidah yang berlaku pada tanggal itu.")}
        except MasukanSalah as sebab:
            salah[nama] = terjemah(sebab.kalimat)
        except (ValueError, TypeError, InvalidOperation):
            boleh = ", ".join(SAKELAR[nama]) if nama in SAKELAR else _("angka, atau tanpa")
            salah[nama] = (
                _("“%(nilai)s” bukan pilihannya. Pilih: %(boleh)s.")
                % {"nilai": nilai, "boleh": boleh}
                if nama in SAKELAR or nama in BATAS
                else _("Pilihan ini tidak dikenal.")
            )
    return salah


def _periksa_mutu(pilihan: Mapping[str, Any], mulai: date) -> dict[str, str]:
    """Faults of choices about data quality: thresholds, rules left out, what holds a sheet up."""
    salah = {}
    for nama, nilai in pilihan.items():
        try:
            aturan_mutu(mulai, {nama: str(nilai)})
        except KaidahBelumBerlaku:
            return {"mulai": _("Belum ada kaidah yang berlaku pada tanggal itu.")}
        except MasukanSalah as sebab:
            salah[nama] = terjemah(sebab.kalimat)
    return salah


def _periksa_tunggal(sakelar: type[StrEnum], pilihan: Mapping[str, Any]) -> dict[str, str]:
    kode = pilihan.get("pilihan")
    boleh = [satu.value for satu in sakelar]
    if kode not in boleh:
        return {
            "pilihan": _("“%(nilai)s” bukan pilihannya. Pilih: %(boleh)s.")
            % {"nilai": kode, "boleh": ", ".join(boleh)}
        }
    lain = set(pilihan) - {"pilihan"}
    if kode != PilihanEfisiensi.SELISIH or not lain:
        return dict.fromkeys(lain, _("Pilihan ini tidak dikenal."))
    try:
        ambang_efisiensi(pilihan)
    except MasukanSalah as sebab:
        return {"pilihan": terjemah(sebab.kalimat)}
    except (KeyError, TypeError, InvalidOperation):
        return dict.fromkeys(lain, _("Isi kedua ambang dengan angka, mis. 5 dan -5."))
    return dict.fromkeys(lain - set(AMBANG), _("Pilihan ini tidak dikenal."))


def ambang_efisiensi(pilihan: Mapping[str, Any]) -> AmbangEfisiensi | None:
    """The thresholds that an instansi decreed; ``None``: it decreed none (tafsir-0010)."""
    if not set(AMBANG) & set(pilihan):
        return None
    return AmbangEfisiensi(*(Decimal(pilihan[nama]) for nama in AMBANG))


def terjemah(k: Kalimat) -> str:
    """A kernel sentence in the reader's language."""
    return _(k.pola).format(**dict(k.isian))
