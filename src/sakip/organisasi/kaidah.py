"""The door from stored policy choices to the rules that know which choices there are."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
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
from sakip_rules.tenggat import hari_kerja_antara, tambah_hari_kerja, tenggat_pengukuran

CAPAIAN = "capaian.indikator"
BUKTI = "bukti"
MUTU = "mutu"
JENDELA = "pengukuran.jendela"
ESKALASI = "pengukuran.eskalasi"
HARI_KERJA_PALING_BANYAK = 60
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


class SesudahTutup(StrEnum):
    """What holds once a window of measurement has closed (tafsir-0019)."""

    TANDAI = "tandai"  # entry goes on, and the sheet is marked late for ever
    KUNCI = "kunci"  # refused until the unit has leave for more days


@dataclass(frozen=True, slots=True)
class Eskalasi:
    """After how many working days late whom to tell; ``None``: this level is not told."""

    atasan: int | None = 1
    sekretaris_daerah: int | None = 3

    def tingkat(self, hari: int) -> int:
        """0: nobody yet, 1: the head of the unit, 2: the sekretaris daerah too."""
        if self.sekretaris_daerah is not None and hari >= self.sekretaris_daerah:
            return 2
        return 1 if self.atasan is not None and hari >= self.atasan else 0


def sesudah_tutup(pilihan: Mapping[str, Any] | None) -> SesudahTutup:
    """The stored choice; without one late work is marked and taken (tafsir-0019)."""
    return SesudahTutup((pilihan or {}).get("jendela", SesudahTutup.TANDAI))


def eskalasi(pilihan: Mapping[str, Any] | None) -> Eskalasi:
    """The stored choice; without one after the first and the third working day."""
    ada = {k: None if v == "tanpa" else int(v) for k, v in (pilihan or {}).items()}
    return Eskalasi(**ada)


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


def _salah_bukti(pilihan: Mapping[str, Any], _mulai: date) -> dict[str, str]:
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
    if kaidah in TUNGGAL:
        return _periksa_tunggal(TUNGGAL[kaidah], pilihan)
    if kaidah not in PEMERIKSA:
        return {"kaidah": _("“%s” bukan kaidah yang mempunyai pilihan.") % kaidah}
    return PEMERIKSA[kaidah](pilihan, mulai)


def _periksa_capaian(pilihan: Mapping[str, Any], mulai: date) -> dict[str, str]:
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


def _periksa_jendela(pilihan: Mapping[str, Any], _mulai: date) -> dict[str, str]:
    if set(pilihan) != {"jendela"}:
        return {"pilihan": _("Pilihan ini tidak dikenal.")}
    nilai = pilihan["jendela"]
    if nilai in list(SesudahTutup):
        return {}
    kata = _("“%(nilai)s” bukan pilihannya. Pilih: %(boleh)s.")
    return {"jendela": kata % {"nilai": nilai, "boleh": ", ".join(SesudahTutup)}}


def _periksa_eskalasi(pilihan: Mapping[str, Any], _mulai: date) -> dict[str, str]:
    """Whole working days, or ``tanpa``; the sekretaris daerah never before the head of the unit."""
    if set(pilihan) != {"atasan", "sekretaris_daerah"}:
        return {"pilihan": _("Pilihan ini tidak dikenal.")}
    salah = {
        nama: _("Tulis bilangan hari kerja 1 sampai %s, atau tanpa.") % HARI_KERJA_PALING_BANYAK
        for nama, nilai in pilihan.items()
        if nilai != "tanpa"
        and (type(nilai) is not int or not 1 <= nilai <= HARI_KERJA_PALING_BANYAK)
    }
    atasan, sekda = pilihan["atasan"], pilihan["sekretaris_daerah"]
    if not salah and "tanpa" not in {atasan, sekda} and sekda < atasan:
        salah["sekretaris_daerah"] = _("Sekretaris daerah tidak diberi tahu mendahului atasan.")
    return salah


# What is asked of the choices of each rule before they are stored.
PEMERIKSA: Mapping[str, Callable[[Mapping[str, Any], date], dict[str, str]]] = {
    CAPAIAN: _periksa_capaian,
    BUKTI: _salah_bukti,
    MUTU: _periksa_mutu,
    JENDELA: _periksa_jendela,
    ESKALASI: _periksa_eskalasi,
}


def jendela_baku(
    akhir: date, hari_kerja: int | None, libur: AbstractSet[date]
) -> tuple[date, date]:
    """First and last day of the window after a quarter that ends on ``akhir``.

    Without ``hari_kerja`` the practice of ten days, moved off days without work
    (``tenggat.pengukuran_triwulan``); else the n-th working day after the quarter.
    """
    mulai = akhir + timedelta(days=1)
    if hari_kerja is None:
        hari = tenggat_pengukuran(akhir, hari_libur=libur).tanggal
    else:
        hari = tambah_hari_kerja(akhir, hari_kerja, hari_libur=libur)
    return mulai, hari


def hari_kerja_sampai(pada: date, batas: date, libur: AbstractSet[date]) -> int:
    """Working days after ``pada`` up to and including ``batas``; 0 on it (tafsir-0007)."""
    return hari_kerja_antara(pada, batas, hari_libur=libur)


def terjemah(k: Kalimat) -> str:
    """A kernel sentence in the reader's language."""
    return _(k.pola).format(**dict(k.isian))
