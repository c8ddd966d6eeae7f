"""What the look reads from the law: meanings of terms and short names of texts, never a number."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext

from sakip.tampilan.format import bahasa
from sakip_rules.hasil import Dasar
from sakip_rules.istilah import muat_istilah
from sakip_rules.regulasi import muat_regulasi


@dataclass(frozen=True, slots=True)
class Arti:
    """A term as the reader meets it: word, English gloss (English pages only), meaning, source."""

    kata: str
    padanan: str | None
    arti: str
    dasar: str


@lru_cache(maxsize=512)
def _arti(kode: str, kode_bahasa: str) -> Arti:
    satu = muat_istilah().menurut_kode[kode]
    return Arti(
        satu.istilah if satu.singkatan is None else f"{satu.singkatan}: {satu.istilah}",
        satu.inggris if kode_bahasa == "en" else None,
        gettext(satu.arti),
        "; ".join(kutip(dasar) for dasar in satu.dasar),
    )


def arti_istilah(kode: str) -> Arti:
    """Meaning of a term of ``istilah.yaml``; ``KeyError`` if the glossary does not hold it."""
    return _arti(kode, bahasa())


def kutip(dasar: Dasar) -> str:
    """``PermenPANRB 53/2014, Lampiran I`` of a citation."""
    return f"{gettext(sebutan_regulasi(dasar.regulasi))}, {gettext(dasar.letak)}"


@lru_cache(maxsize=256)
def sebutan_regulasi(id: str) -> str:
    """Short name of a legal text; texts that hold no rules here are named by the glossary.

    Raises ``KeyError`` for an id that neither knows: a citation must never be a dead letter.
    """
    for teks in muat_regulasi().daftar_teks():
        if teks.id == id:
            return teks.sebutan
    return muat_istilah().rujukan[id]
