"""The glossary (``sakip_regulasi/istilah.yaml``): the field's words, read as strictly as the law.

Each term has an English gloss, a definition in our own words, citations, and the synonyms that
are refused in this program. The application shows it; a test looks for the refused words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import sakip_regulasi
from sakip_rules.hasil import Dasar
from sakip_rules.regulasi.baca import Isi, baca_dokumen
from sakip_rules.regulasi.kaidah import SKEMA_DASAR, baca_dasar
from sakip_rules.regulasi.medan import boleh_null, bulat, daftar, peta, peta_bebas, pilihan, teks

BERKAS: Final = Path(sakip_regulasi.__file__).parent / "istilah.yaml"


class Asal(StrEnum):
    """Where a word comes from: the law, what offices say, or this program."""

    PERATURAN = "peraturan"
    PRAKTIK = "praktik"
    SISTEM = "sistem"


@dataclass(frozen=True, slots=True)
class Istilah:
    """One term. ``jangan_pakai`` are refused synonyms; ``dasar`` is empty unless it is law."""

    kode: str
    istilah: str
    singkatan: str | None
    inggris: str
    arti: str
    asal: Asal
    dasar: tuple[Dasar, ...]
    jangan_pakai: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glosarium:
    """All terms by code, and the titles of texts that are cited but hold no rules here."""

    menurut_kode: Mapping[str, Istilah]
    rujukan: Mapping[str, str]

    def cari(self, sebutan: str) -> Istilah | None:
        """Find a term by its code, name or abbreviation, whatever the case; ``None`` if absent."""
        dicari = sebutan.casefold()
        for satu in self.menurut_kode.values():
            nama = {satu.kode, satu.istilah.casefold()}
            if satu.singkatan is not None:
                nama.add(satu.singkatan.casefold())
            if dicari in nama:
                return satu
        return None


_SKEMA = peta(
    {
        "skema": bulat(paling_kecil=1),
        "rujukan": peta_bebas(teks()),
        "istilah": daftar(
            peta(
                {
                    "kode": teks(r"[a-z0-9_]+"),
                    "istilah": teks(),
                    "singkatan": boleh_null(teks()),
                    "inggris": teks(),
                    "arti": teks(),
                    "asal": pilihan(*Asal),
                    "dasar": daftar(SKEMA_DASAR, paling_sedikit=0),
                    "jangan_pakai": daftar(teks(), paling_sedikit=0),
                }
            )
        ),
    }
)


@cache
def muat_istilah() -> Glosarium:
    """Read the glossary that comes with the program, once per process."""
    return baca_istilah(BERKAS)


def baca_istilah(berkas: Path) -> Glosarium:
    """Read a glossary file strictly.

    Raises ``BerkasRegulasiSalah`` naming the line: for unknown or missing keys, two terms of one
    code, name or abbreviation, a refused synonym that is itself a term or stands under two terms,
    a term of the law without citation, or a citation on one that is not.
    """
    (dokumen,) = baca_dokumen(berkas, berkas.name)
    isi = _SKEMA(dokumen)
    menurut_kode: dict[str, Istilah] = {}
    sebutan: dict[str, str] = {}
    for butir in isi["istilah"]:
        satu = _istilah(butir)
        _tolak_ganda(butir, satu, sebutan)
        menurut_kode[satu.kode] = satu
    _periksa_padanan(isi, sebutan)
    return Glosarium(MappingProxyType(menurut_kode), MappingProxyType(dict(isi["rujukan"])))


def _istilah(butir: Isi) -> Istilah:
    satu = Istilah(
        kode=butir["kode"],
        istilah=butir["istilah"],
        singkatan=butir["singkatan"],
        inggris=butir["inggris"],
        arti=butir["arti"],
        asal=Asal(butir["asal"]),
        dasar=baca_dasar(butir["dasar"]),
        jangan_pakai=butir["jangan_pakai"],
    )
    if (satu.asal is Asal.PERATURAN) != (len(satu.dasar) > 0):
        raise butir.di("dasar").galat(
            "istilah {kode} berasal dari {asal}; dasar wajib bagi yang dari peraturan saja.",
            kode=satu.kode,
            asal=satu.asal.value,
        )
    return satu


def _tolak_ganda(butir: Isi, satu: Istilah, sebutan: dict[str, str]) -> None:
    nama = [f"kode {satu.kode}", satu.istilah.casefold()]
    if satu.singkatan is not None:
        nama.append(satu.singkatan.casefold())
    for sebuah in nama:
        if sebuah in sebutan:
            raise butir.posisi.galat(
                "“{nama}” sudah dipakai istilah {kode}.", nama=sebuah, kode=sebutan[sebuah]
            )
    sebutan.update(dict.fromkeys(nama, satu.kode))


def _periksa_padanan(isi: Isi, sebutan: Mapping[str, str]) -> None:
    pemilik: dict[str, str] = {}
    for butir in isi["istilah"]:
        for padanan in butir["jangan_pakai"]:
            kunci = padanan.casefold()
            lain = sebutan.get(kunci) or pemilik.get(kunci)
            if lain is not None:
                raise butir.di("jangan_pakai").galat(
                    "padanan “{padanan}” sudah dipakai istilah {kode}.", padanan=padanan, kode=lain
                )
            pemilik[kunci] = butir["kode"]
