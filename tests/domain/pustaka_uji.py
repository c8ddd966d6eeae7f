"""A shared indicator, and the two acts on it in one call each."""

from dataclasses import replace
from typing import Any

from domain.pemeran import Dunia
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import PustakaBaru, pakai_pustaka, simpan_pustaka

IKM = PustakaBaru(
    kode="ikm-bersama",
    nama="Indeks Kepuasan Masyarakat",
    arah="naik_baik",
    jenis_nilai="bilangan",
    satuan="nilai",
    definisi="Menurut PermenPANRB 14/2017",
    jenis_unit=("dinas",),
)


def simpan(dunia: Dunia, siapa: str = "gita", versi: int | None = None, **ganti: Any) -> Any:
    return simpan_pustaka(**dunia.dasar(siapa), isi=replace(IKM, **ganti), versi=versi)


def pakai(
    dunia: Dunia, dari: DokumenVersi, siapa: str = "ani", unit: str = "dinas-anggrek", **ganti: Any
) -> DokumenVersi:
    isi: dict[str, Any] = {
        "unit": unit,
        "pustaka": IKM.kode,
        "dokumen_versi": dari.uuid,
        "versi": dari.versi if dari.ditetapkan is None else None,
        "simpul": "s1",
        "target": {2026: "83,50"},
    }
    return pakai_pustaka(**dunia.dasar(siapa), **isi | ganti)
