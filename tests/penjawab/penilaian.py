"""Answers for predikat scales, evaluation sheets, their warnings, and printed results."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from penjawab import menjawab
from sakip_rules.penilaian import (
    Lembar,
    lembar_evaluasi,
    nilai_lembar,
    periksa_lhe,
    predikat,
)
from sakip_rules.regulasi import Contoh, Kasus


@menjawab("skala_interval")
def skala(_contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    hasil = predikat(Decimal(kasus.masukan["nilai"]), pada=kasus.pada)
    return {"kode": hasil.kode, "sebutan": hasil.sebutan}


@menjawab("lembar_evaluasi")
def lembar(contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    susunan = lembar_evaluasi(contoh.dasar[0].regulasi, kasus.pada, kasus.masukan.get("varian"))
    hasil = nilai_lembar(susunan, _jawaban(susunan, kasus.masukan))
    return {
        "nilai": str(hasil.nilai),
        "predikat": hasil.predikat.kode,
        "komponen": tuple(str(satu.nilai) for satu in hasil.komponen),
    }


@menjawab("kontrol_kerangka")
def kontrol(contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    susunan = lembar_evaluasi(contoh.dasar[0].regulasi, kasus.pada)
    hasil = nilai_lembar(susunan, _jawaban(susunan, {"sisanya": "terbaik", **kasus.masukan}))
    butir = [dict(satu.isian)["butir"] for satu in hasil.peringatan]
    return {"butir": tuple(dict.fromkeys(butir))}


@menjawab("pemeriksaan_lhe")
def lhe(_contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    masukan = kasus.masukan
    hasil = periksa_lhe(
        [Decimal(satu) for satu in masukan["komponen"]],
        _angka(masukan["total"]),
        masukan["predikat"],
        regulasi_id=masukan["regulasi"],
        pada=kasus.pada,
    )
    return {
        "status": hasil.status.value,
        "total_hitung": _teks(hasil.total_hitung),
        "total_tercetak": _teks(hasil.total_tercetak),
        "cara": None if hasil.cara is None else hasil.cara.value,
    }


def _jawaban(susunan: Lembar, masukan: Mapping[str, Any]) -> dict[str, str]:
    if "urut" in masukan:
        return dict(zip(susunan.kode_jawaban, masukan["urut"], strict=False))
    letak = {"terbaik": 0, "terburuk": -1}[masukan["sisanya"]]
    umum = {satu.kode: satu.pilihan[letak].kode for satu in susunan.isian}
    return {**umum, **masukan["jawaban"]}


def _angka(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def _teks(nilai: Decimal | None) -> str | None:
    return None if nilai is None else format(nilai, "f")
