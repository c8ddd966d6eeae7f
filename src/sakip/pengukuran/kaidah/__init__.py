"""The door from rows to the rules and back: reading values, computing a capaian, its category."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sakip.organisasi.kaidah import CAPAIAN, kebijakan_capaian, terjemah
from sakip.perencanaan.kaidah import YA, baca_nilai, cari_skala, kenali_format
from sakip.perencanaan.kaidah.nilai import NilaiBaru
from sakip_rules.angka import FormatAngka, bermakna_ganda, bukti_format
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
from sakip_rules.ketikan import bukan_ketikan_angka
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
    "kenali_format",
    "nama_regulasi",
    "nilai_kinerja",
    "samakan_ribuan",
    "tercapai",
    "terjemah",
    "tingkat_skala",
    "tolak_bukan_angka",
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


def tolak_bukan_angka(teks: str, *, pecahan: bool) -> None:
    """Raise ``MasukanSalah`` for what a spreadsheet leaves where a figure should stand."""
    sebab = bukan_ketikan_angka(teks, pecahan=pecahan)
    if sebab is not None:
        raise MasukanSalah(sebab)


def samakan_ribuan(teks: Sequence[str]) -> list[str]:
    """Read 1.000 as a thousand where another text of the set can only be Indonesian (85,5).

    Without such a proof, or with one for the other way of writing, every text stays as it is.
    """
    bukti = {b for satu in teks if (b := bukti_format(satu)) is not None}
    if bukti != {FormatAngka.ID}:
        return list(teks)
    ganda = {satu for satu in teks if "." in satu and bermakna_ganda(satu)}
    return [satu.replace(".", "") if satu in ganda else satu for satu in teks]


def tingkat_skala(skala_id: str, pada: date) -> tuple[str, ...]:
    """Predicates of a scale, the lowest first as it lists them; none without a scale."""
    return tuple(kode for kode, _sebutan in skala(skala_id, pada).tingkat) if skala_id else ()


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
