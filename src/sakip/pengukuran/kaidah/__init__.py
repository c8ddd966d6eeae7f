"""The door from rows to the rules and back: reading values, computing a capaian, its category."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sakip.organisasi.kaidah import CAPAIAN, kebijakan_capaian, terjemah
from sakip.perencanaan.kaidah import YA, baca_nilai, cari_skala, kenali_format
from sakip.perencanaan.kaidah.nilai import NilaiBaru
from sakip_rules.capaian import (
    Arah,
    KaidahCapaian,
    NilaiKinerja,
    Ordinal,
    Rasio,
    Rentang,
    YaTidak,
    banding_keliru,
    capaian,
    kaidah_capaian,
    skala,
    tercapai,
)
from sakip_rules.galat import GalatKaidah, KaidahBelumBerlaku, MasukanSalah
from sakip_rules.hasil import Hasil, Jejak, Status
from sakip_rules.kategori import kategori_capaian
from sakip_rules.pemeriksaan import angka_janggal
from sakip_rules.regulasi import TeksRegulasi, muat_regulasi

__all__ = [
    "GalatKaidah",
    "Jejak",
    "KaidahBelumBerlaku",
    "KaidahCapaian",
    "MasukanSalah",
    "Status",
    "baca_nilai",
    "cari_skala",
    "daftar_teks_regulasi",
    "hitung",
    "kaidah_untuk",
    "kategori",
    "kejanggalan",
    "kenali_format",
    "nama_regulasi",
    "nilai_kinerja",
    "tercapai",
    "terjemah",
    "tingkat_skala",
]
KAIDAH_CAPAIAN = CAPAIAN


def kaidah_untuk(pada: date, pilihan: Mapping[str, Any] | None) -> KaidahCapaian:
    """Rules in force on a day with an instansi's stored choices; they are cached per choice."""
    return _kaidah(pada, tuple(sorted((pilihan or {}).items())))


@lru_cache(maxsize=256)
def _kaidah(pada: date, pilihan: tuple[tuple[str, str], ...]) -> KaidahCapaian:
    return kaidah_capaian(pada, kebijakan_capaian(dict(pilihan)))


def hitung(  # noqa: PLR0913
    target: NilaiBaru | None,
    realisasi: NilaiBaru | None,
    *,
    arah: str,
    jenis: str,
    skala_id: str,
    pada: date,
    kaidah: KaidahCapaian,
    jatuh_tempo: bool,
    asal: tuple[Jejak, ...] = (),
    keliru: Decimal | None = None,
) -> Hasil:
    """The capaian of one indicator in one period, with its explanation.

    ``asal`` tells how the realisasi itself was reckoned, where it was not simply typed; ``keliru``
    is the mean of percentages that it is not, held against the target as well.
    """
    janji = nilai_kinerja(target, jenis, skala_id, pada)
    hasil = capaian(
        janji,
        nilai_kinerja(realisasi, jenis, skala_id, pada),
        arah=Arah(arah),
        kaidah=kaidah,
        jatuh_tempo=jatuh_tempo,
    )
    if not asal:
        return hasil
    if keliru is not None and (
        banding := banding_keliru(janji, keliru, hasil, arah=Arah(arah), kaidah=kaidah)
    ):
        asal = (replace(asal[0], langkah=(*asal[0].langkah, banding)), *asal[1:])
    return replace(hasil, jejak=replace(hasil.jejak, anak=asal + hasil.jejak.anak))


def nilai_kinerja(
    n: NilaiBaru | None, jenis: str, skala_id: str, pada: date
) -> NilaiKinerja | None:
    """A stored value as the rules take it; ``None`` is empty."""
    if n is None:
        return None
    if n.kode is not None:
        if jenis == "ya_tidak":
            return YaTidak(n.kode.lower() in YA)
        return Ordinal(n.kode, skala(skala_id, pada))
    if n.batas_bawah is not None and n.batas_atas is not None:
        return Rentang(n.batas_bawah, n.batas_atas)
    if n.penyebut is not None and n.nilai is not None:
        return Rasio(n.nilai, n.penyebut)
    return n.nilai


def tingkat_skala(skala_id: str, pada: date) -> tuple[str, ...]:
    """Predicates of a scale, the lowest first as it lists them; none without a scale."""
    return tuple(kode for kode, _sebutan in skala(skala_id, pada).tingkat) if skala_id else ()


def kejanggalan(n: NilaiBaru | None) -> str:
    """Why a figure is unlikely though it may be entered, as a sentence; empty when it is not."""
    if n is None or n.nilai is None:
        return ""
    janggal = angka_janggal(n.nilai if n.penyebut is None else Rasio(n.nilai, n.penyebut))
    return "" if janggal is None else terjemah(janggal)


def kategori(nilai: Decimal | None, pada: date) -> str:
    """Code of the category (Permendagri 86/2017); empty where none applies or none was in force."""
    if nilai is None:
        return ""
    try:
        return kategori_capaian(nilai, pada).kode
    except KaidahBelumBerlaku:
        return ""


@lru_cache(maxsize=1)
def nama_regulasi() -> dict[str, dict[str, str]]:
    """Title and address (of this site) of every legal text, by id, for citations."""
    return {
        t.id: {"judul": t.judul, "url": f"/kaidah/{t.id}/"} for t in muat_regulasi().daftar_teks()
    }


def daftar_teks_regulasi() -> tuple[TeksRegulasi, ...]:
    """All legal texts the rules rest on."""
    return muat_regulasi().daftar_teks()
