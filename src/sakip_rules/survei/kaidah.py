"""The kind ``survei_kepuasan``: elements, answer scale, multiplier and grades of one version."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from sakip_rules.regulasi import Isi, Jenis, daftarkan
from sakip_rules.regulasi.medan import angka, bulat, daftar, peta, pilihan, teks


class JawabanKosong(StrEnum):
    """What a missing answer does (tafsir-0009)."""

    KELUARKAN_JAWABAN = "keluarkan_jawaban"
    KELUARKAN_RESPONDEN = "keluarkan_responden"
    TOLAK = "tolak"


@dataclass(frozen=True, slots=True)
class Mutu:
    """A grade: ``dari`` and ``sampai`` are both inside, on the grid of the printed table."""

    kode: str
    sebutan: str
    dari: Decimal
    sampai: Decimal


@dataclass(frozen=True, slots=True)
class KaidahSurvei:
    """One version of the survey rule: elements, answer scale, multiplier, grades, rounding."""

    unsur: tuple[tuple[str, str], ...]
    terendah: Decimal
    tertinggi: Decimal
    pengali: Decimal
    desimal_mutu: int
    mutu: tuple[Mutu, ...]


def _bangun(_kepala: Isi, versi: Isi) -> KaidahSurvei:
    kode = [unsur["kode"] for unsur in versi["unsur"]]
    if len(set(kode)) != len(kode):
        raise versi.di("unsur").galat("kode unsur ganda: {kode}.", kode=", ".join(kode))
    skala, desimal = versi["skala_jawaban"], versi["mutu_dibulatkan_desimal"]
    mutu = tuple(Mutu(m["kode"], m["sebutan"], m["dari"], m["sampai"]) for m in versi["mutu"])
    langkah = Decimal(1).scaleb(-desimal)
    for isi, (atas, bawah) in zip(versi["mutu"][1:], pairwise(mutu), strict=True):
        if atas.dari - bawah.sampai != langkah:
            raise isi.di("sampai").galat(
                "mutu {kode} berakhir {sampai}, di atasnya mulai {dari}; jaraknya harus {langkah}.",
                kode=bawah.kode,
                sampai=bawah.sampai,
                dari=atas.dari,
                langkah=langkah,
            )
    pengali = versi["pengali"]
    ujung = (skala["terendah"] * pengali, skala["tertinggi"] * pengali)
    if (mutu[-1].dari, mutu[0].sampai) != ujung:
        raise versi.di("mutu").galat(
            "mutu harus mencakup {dari} sampai {sampai}, jangkauan indeks.",
            dari=ujung[0],
            sampai=ujung[1],
        )
    return KaidahSurvei(
        unsur=tuple((unsur["kode"], unsur["sebutan"]) for unsur in versi["unsur"]),
        terendah=skala["terendah"],
        tertinggi=skala["tertinggi"],
        pengali=pengali,
        desimal_mutu=desimal,
        mutu=mutu,
    )


SURVEI: Final = daftarkan(
    Jenis(
        "survei_kepuasan",
        versi={
            "unsur": daftar(peta({"kode": teks(), "sebutan": teks()})),
            "bobot": pilihan("sama"),
            "skala_jawaban": peta({"terendah": angka(), "tertinggi": angka()}),
            "pengali": angka(),
            "mutu_dibulatkan_desimal": bulat(),
            "jawaban_kosong": pilihan("tidak_diatur"),
            "mutu": daftar(
                peta({"kode": teks(), "sebutan": teks(), "dari": angka(), "sampai": angka()})
            ),
        },
        bangun=_bangun,
    )
)
