"""Answers for the structure of documents."""

from collections.abc import Mapping
from typing import Any

from penjawab import menjawab
from sakip_rules.regulasi import Contoh, Kasus
from sakip_rules.susunan_dokumen import (
    Keharusan,
    TingkatDokumen,
    bagian_kurang,
    susunan_dokumen,
)


@menjawab("susunan_dokumen")
def susunan(contoh: Contoh, kasus: Kasus) -> Mapping[str, Any]:
    isi = susunan_dokumen(contoh.kaidah, kasus.pada).isi.untuk(
        TingkatDokumen(kasus.masukan["tingkat"])
    )
    jawaban: dict[str, Any] = {
        "bagian": tuple(b.kode for b in isi.anak(None)),
        "analisis": tuple(a.kode for a in isi.analisis),
        "analisis_wajib": tuple(a.kode for a in isi.analisis if a.keharusan is Keharusan.WAJIB),
        "kurang": tuple(str(k) for k in bagian_kurang(isi, kasus.masukan.get("ada", ()))),
    }
    if "bagian" in kasus.masukan:
        jawaban["kolom"] = isi.cari(kasus.masukan["bagian"]).kolom
    return jawaban
