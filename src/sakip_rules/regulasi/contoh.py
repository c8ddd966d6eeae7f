"""Worked cases beside the law (``contoh/*.yaml``): read by auditors, run by the tests."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sakip_rules.hasil import Dasar
from sakip_rules.regulasi.baca import Posisi, baca_dokumen
from sakip_rules.regulasi.kaidah import POLA_KAIDAH, SKEMA_DASAR, baca_dasar
from sakip_rules.regulasi.medan import bebas, daftar, peta, peta_bebas, tanggal, teks


@dataclass(frozen=True, slots=True)
class Kasus:
    """One case: on which day, from what input, which result or which refusal (``galat``)."""

    nama: str
    pada: date
    masukan: dict[str, Any]
    hasil: dict[str, Any] | None
    galat: str | None
    sumber: str | None
    posisi: Posisi


@dataclass(frozen=True, slots=True)
class Contoh:
    """A file of cases for one rule."""

    kaidah: str
    dasar: tuple[Dasar, ...]
    kasus: tuple[Kasus, ...]


_KASUS = peta(
    {"nama": teks(), "pada": tanggal(), "masukan": peta_bebas(bebas())},
    {"hasil": peta_bebas(bebas()), "galat": teks(), "sumber": teks()},
)
_SKEMA = peta({"kaidah": teks(POLA_KAIDAH), "dasar": daftar(SKEMA_DASAR), "kasus": daftar(_KASUS)})


def baca_contoh(berkas: Path, nama: str) -> list[Contoh]:
    """Read the cases of a file; each must say exactly one of ``hasil`` and ``galat``."""
    hasil = []
    for dokumen in baca_dokumen(berkas, nama):
        isi = _SKEMA(dokumen)
        for kasus in isi["kasus"]:
            if ("hasil" in kasus) == ("galat" in kasus):
                raise kasus.posisi.galat("kasus menyebut tepat satu: hasil atau galat.")
        hasil.append(
            Contoh(
                kaidah=isi["kaidah"],
                dasar=baca_dasar(isi["dasar"]),
                kasus=tuple(
                    Kasus(
                        nama=k["nama"],
                        pada=k["pada"],
                        masukan=k["masukan"],
                        hasil=k.get("hasil"),
                        galat=k.get("galat"),
                        sumber=k.get("sumber"),
                        posisi=k.posisi,
                    )
                    for k in isi["kasus"]
                ),
            )
        )
    return hasil
