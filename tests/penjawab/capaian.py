"""Answers for capaian and for the combination of periods, in the form figures are printed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from penjawab import menjawab
from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.capaian import (
    Agregasi,
    Arah,
    CaraBulat,
    KaidahCapaian,
    Kebijakan,
    NilaiKinerja,
    Pembulatan,
    TargetNol,
    agregasi_periode,
    bulatkan,
    capaian,
    daftar_skala,
    kaidah_capaian,
)
from sakip_rules.capaian.bacaan import PembacaNilai
from sakip_rules.hasil import Hasil
from sakip_rules.regulasi import Contoh, Kasus


@menjawab("rumus_capaian")
def indikator(_contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    masukan = kasus.masukan
    pembaca = PembacaNilai(FormatAngka.ID, daftar_skala(kasus.pada))
    target, realisasi, dinilai = pembaca.pasangan(masukan["target"], masukan["realisasi"] or "")
    hasil = capaian(
        target,
        realisasi,
        arah=Arah(masukan["arah"]),
        kaidah=_kaidah(kasus),
        dinilai=dinilai,
    )
    return {"status": hasil.status.value, "capaian": _cetak(hasil, masukan)}


@menjawab("cara_agregasi")
def periode(_contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    masukan = kasus.masukan
    kaidah = _kaidah(kasus)
    nilai = [_nilai(teks) for teks in masukan["nilai"]]
    gabungan = agregasi_periode(nilai, cara=Agregasi(masukan["cara"]), kaidah=kaidah)
    jawaban = {
        "status": gabungan.status.value,
        "nilai": None
        if not isinstance(gabungan.nilai, Decimal)
        else tulis_angka(gabungan.nilai, FormatAngka.ID).replace(".", ""),
    }
    if "target" in masukan:
        arah = Arah(masukan.get("arah", "naik_baik"))
        hasil = capaian(_nilai(masukan["target"]), gabungan.nilai, arah=arah, kaidah=kaidah)
        jawaban["capaian"] = _cetak(hasil, masukan)
    return jawaban


def _kaidah(kasus: Kasus) -> KaidahCapaian:
    mau = kasus.masukan.get("kebijakan", {})
    batas = mau.get("batas_atas")
    return kaidah_capaian(
        kasus.pada,
        Kebijakan(
            batas_atas=None if batas is None else Decimal(batas),
            target_nol=TargetNol(mau["target_nol"]) if "target_nol" in mau else None,
        ),
    )


def _nilai(teks: str) -> NilaiKinerja | None:
    return PembacaNilai(FormatAngka.ID).pasangan(teks, "")[0]


def _cetak(hasil: Hasil, masukan: Mapping[str, str]) -> str | None:
    if hasil.nilai is None:
        return None
    cara = CaraBulat(masukan.get("pembulatan", CaraBulat.SETENGAH_KE_ATAS))
    bulat = bulatkan(hasil.nilai, Pembulatan(int(masukan["desimal"]), cara))
    return format(bulat, "f").replace(".", ",")
