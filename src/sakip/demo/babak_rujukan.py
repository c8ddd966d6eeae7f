"""What plans draw on: the nomenclature of kecamatan is loaded, three indicators are shared."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from sakip.demo.babak_rencana import AWAL, lembar
from sakip.demo.baca import baca, sebut_sumber
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.impor.services import import_pratinjau, terapkan_impor
from sakip.perencanaan.services import PustakaBaru, simpan_pustaka


def babak(p: Panggung) -> list[Kejadian]:
    """Both are there before the first plan is drafted."""
    return [
        Kejadian(pukul(AWAL, 8, 30), partial(_pustaka, p)),
        Kejadian(pukul(AWAL, 9), partial(_nomenklatur, p)),
    ]


def _nomenklatur(p: Panggung, saat: datetime) -> None:
    """The list comes in by the import that everybody uses."""
    dasar = p.dasar("bapperida", saat)
    bets = import_pratinjau(
        **dasar,
        jenis="nomenklatur",
        nama_berkas="nomenklatur-7-01.xlsx",
        isi=lembar(list(_baris())),
        opsi={"sifat": "terbit"},
    )
    terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi)


def _baris() -> Iterator[dict[str, Any]]:
    isi = baca("nomenklatur.yaml")
    sumber = "; ".join(sebut_sumber(s)["judul"] for s in isi["sumber"])
    for program in isi["program"]:
        for kegiatan in program["kegiatan"]:
            for s in kegiatan["subkegiatan"]:
                yield {
                    "kode_bidang": isi["bidang"]["kode"],
                    "bidang": isi["bidang"]["nama"],
                    "kode_program": program["kode"],
                    "program": program["nama"],
                    "kode_kegiatan": kegiatan["kode"],
                    "kegiatan": kegiatan["nama"],
                    "kode_subkegiatan": s["kode"],
                    "subkegiatan": s["nama"],
                    "kinerja": s["kinerja"],
                    "indikator": s["indikator"],
                    "satuan": s["satuan"],
                    "tahun": isi["tahun"],
                    "sumber": sumber,
                }


def _pustaka(p: Panggung, saat: datetime) -> None:
    for i in baca("pustaka.yaml")["pustaka"]:
        simpan_pustaka(
            **p.dasar("bapperida", saat), isi=PustakaBaru(**i, jenis_unit=("kecamatan",))
        )
