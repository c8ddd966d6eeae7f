"""The door from stored policy choices to the rules that know which choices there are."""

from collections.abc import Mapping
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
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.kalimat import Kalimat
from sakip_rules.tenggat import hari_kerja_antara, tambah_hari_kerja, tenggat_pengukuran

CAPAIAN = "capaian.indikator"
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


def periksa_kebijakan(kaidah: str, pilihan: Mapping[str, Any], mulai: date) -> dict[str, str]:
    """Faults of a policy, by field: before it is stored, not when a figure needs it."""
    if kaidah == JENDELA:
        return _periksa_jendela(pilihan)
    if kaidah == ESKALASI:
        return _periksa_eskalasi(pilihan)
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


def _periksa_jendela(pilihan: Mapping[str, Any]) -> dict[str, str]:
    if set(pilihan) != {"jendela"}:
        return {"pilihan": _("Pilihan ini tidak dikenal.")}
    nilai = pilihan["jendela"]
    if nilai in list(SesudahTutup):
        return {}
    kata = _("“%(nilai)s” bukan pilihannya. Pilih: %(boleh)s.")
    return {"jendela": kata % {"nilai": nilai, "boleh": ", ".join(SesudahTutup)}}


def _periksa_eskalasi(pilihan: Mapping[str, Any]) -> dict[str, str]:
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
