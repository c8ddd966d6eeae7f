"""The kind ``kaidah_mutu``: which rules are in use, and with which thresholds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from sakip_rules.angka import FormatAngka, baca_angka
from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat
from sakip_rules.mutu.bahan import Ambang
from sakip_rules.pemeriksaan import Keparahan
from sakip_rules.regulasi import Isi, Jenis, daftarkan, muat_regulasi
from sakip_rules.regulasi.medan import angka, peta_bebas, pilihan

KODE: Final = (
    "pencilan",
    "loncatan",
    "semua_seratus",
    "sama_tahun_lalu",
    "sebelum_bukti",
    "pembilang",
    "kumulatif_turun",
    "negatif",
    "bukti_tahun_lain",
    "selalu_target",
)
DIPAKAI: Final = ("dipakai", "tidak")


class Syarat(StrEnum):
    """Whether what is missing keeps a sheet from being handed in, or is only said."""

    WAJIB = "wajib"
    DIANJURKAN = "dianjurkan"


SAKELAR_SYARAT: Final = ("bukti", "rencana_aksi")


@dataclass(frozen=True, slots=True)
class SatuAturan:
    """Weight and thresholds of one rule."""

    keparahan: Keparahan
    ambang: Ambang


@dataclass(frozen=True, slots=True)
class AturanMutu:
    """The rules in use on a day, by code; and what else is asked for before handing in."""

    kaidah: Mapping[str, SatuAturan]
    bukti: Syarat
    rencana_aksi: Syarat


def _bangun(_kepala: Isi, versi: Isi) -> SatuAturan:
    return SatuAturan(Keparahan(versi["keparahan"]), dict(versi["ambang"].items()))


KAIDAH_MUTU: Final = daftarkan(
    Jenis(
        "kaidah_mutu",
        versi={"keparahan": pilihan(*Keparahan), "ambang": peta_bebas(angka("0"))},
        bangun=_bangun,
    )
)


def aturan_mutu(pada: date, pilihan: Mapping[str, str] | None = None) -> AturanMutu:
    """The rules on a day with an instansi's choices.

    Raises ``KaidahBelumBerlaku``, or ``MasukanSalah`` for a choice that is none.
    """
    return _aturan(pada, tuple(sorted((pilihan or {}).items())))


@lru_cache(maxsize=256)
def _aturan(pada: date, pilihan: tuple[tuple[str, str], ...]) -> AturanMutu:
    pilih = dict(pilihan)
    for nama, nilai in pilihan:
        periksa_pilihan(nama, nilai, pada)
    regulasi = muat_regulasi()
    kaidah = {}
    for kode in KODE:
        if pilih.get(kode) == "tidak":
            continue
        isi = regulasi.kaidah(f"mutu.{kode}", pada, KAIDAH_MUTU).isi
        ambang = {
            nama: _angka(pilih[f"{kode}_{nama}"]) if f"{kode}_{nama}" in pilih else nilai
            for nama, nilai in isi.ambang.items()
        }
        kaidah[kode] = SatuAturan(isi.keparahan, ambang)
    syarat = {
        nama: Syarat(
            pilih.get(nama) or regulasi.kaidah(f"pengukuran.{nama}", pada, SAKELAR).isi.bawaan
        )
        for nama in SAKELAR_SYARAT
    }
    return AturanMutu(kaidah, syarat["bukti"], syarat["rencana_aksi"])


def periksa_pilihan(nama: str, nilai: object, pada: date) -> None:
    """Refuse a choice that no rule has, or that is none of its values (``MasukanSalah``)."""
    if nama in SAKELAR_SYARAT:
        _salah_satu(nilai, tuple(Syarat))
        return
    if nama in KODE:
        _salah_satu(nilai, DIPAKAI)
        return
    # The longest code first: "sama_tahun_lalu" has underscores of its own.
    for kode in sorted(KODE, key=len, reverse=True):
        if nama.startswith(f"{kode}_"):
            isi = muat_regulasi().kaidah(f"mutu.{kode}", pada, KAIDAH_MUTU).isi
            if nama.removeprefix(f"{kode}_") in isi.ambang:
                _angka(nilai)
                return
    raise MasukanSalah(kalimat("Pilihan “{nama}” tidak dikenal.", nama=nama))


def _salah_satu(nilai: object, boleh: tuple[str, ...]) -> None:
    if nilai not in boleh:
        raise MasukanSalah(
            kalimat(
                "“{nilai}” bukan pilihannya. Pilih: {boleh}.", nilai=nilai, boleh=", ".join(boleh)
            )
        )


def _angka(nilai: object) -> Decimal:
    """A threshold of an instansi: a number above zero, written "12,5" or "12.5"."""
    teks = str(nilai)
    hasil = baca_angka(teks, FormatAngka.ID if "," in teks else FormatAngka.EN)
    if hasil is None or hasil <= 0:
        raise MasukanSalah(kalimat("“{nilai}” bukan ambang: tulis angka di atas nol.", nilai=teks))
    return hasil
