"""The door to the rules of data quality: figures of a year → what is to be asked about them."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sakip.organisasi.kaidah import MUTU, terjemah
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.mutu import (
    AngkaDiperiksa,
    AturanMutu,
    BuktiDiperiksa,
    Syarat,
    TemuanMutu,
    Titik,
    aturan_mutu,
    periksa_mutu,
)
from sakip_rules.pemeriksaan import Keparahan

__all__ = [
    "MUTU",
    "AngkaDiperiksa",
    "AturanMutu",
    "BuktiDiperiksa",
    "Keparahan",
    "TemuanMutu",
    "Titik",
    "aturan",
    "bagian",
    "kumulatif",
    "periksa",
    "sidik_angka",
    "terjemah",
    "titik",
    "wajib",
]
# Words by which a document says that a figure counts from January on.
KATA_KUMULATIF = re.compile(r"kumulatif|akumulasi|sampai dengan|s\.d\.", re.IGNORECASE)


def aturan(pada: date, pilihan: Mapping[str, Any] | None) -> AturanMutu | None:
    """Rules in force on a day with an instansi's choices; ``None`` before there were any."""
    try:
        return aturan_mutu(pada, pilihan)
    except KaidahBelumBerlaku:
        return None
    except MasukanSalah:
        # A choice of a rule that is no more: the national ones hold, and nothing is left unasked.
        return aturan_mutu(pada)


def wajib(syarat: str) -> bool:
    """Whether what is missing holds a sheet up."""
    return syarat == Syarat.WAJIB


def periksa(angka: Sequence[AngkaDiperiksa], satu: AturanMutu) -> tuple[TemuanMutu, ...]:
    """Every finding on the figures of a sheet."""
    return periksa_mutu(angka, satu)


def bagian(nilai: Decimal | None, penyebut: Decimal | None) -> Fraction | None:
    """A value as one exact number: a share in per cent; ``None`` for what is no number."""
    if nilai is None or penyebut == 0:
        return None
    return Fraction(nilai) if penyebut is None else Fraction(nilai) * 100 / Fraction(penyebut)


def titik(periode: str, n: NilaiBaru | None) -> Titik | None:
    """A stored value as a point of a series."""
    nilai = bagian(n.nilai, n.penyebut) if n else None
    return None if nilai is None or n is None else Titik(periode, n.teks, nilai)


def kumulatif(agregasi: str, *kata: str) -> bool:
    """Whether a figure is typed as a level reached so far (tafsir-0213)."""
    if agregasi == "maksimum":
        return True
    return agregasi == "terakhir" and any(KATA_KUMULATIF.search(k) for k in kata)


def sidik_angka(*isi: str) -> str:
    """What a verifier's mark is tied to: the value and its explanations as they were read."""
    return hashlib.sha256("\x1f".join(isi).encode()).hexdigest()[:24]
