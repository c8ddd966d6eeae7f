"""A five years' plan and its start: what tests of documents begin from."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from domain.naskah_uji import DESA, IKM, NASKAH, POHON
from domain.pemeran import Dunia
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import (
    DokumenBaru,
    TargetBaru,
    mulai_dokumen,
    susun_rencana,
    tetapkan_rencana,
)

RENSTRA = DokumenBaru(
    unit="dinas-anggrek",
    jenis="renstra",
    judul="Renstra 2026–2030",
    tahun_mulai=2026,
    tahun_selesai=2030,
    uraian="Meningkatnya pelayanan",
)


def mulai(dunia: Dunia, siapa: str = "ani", isi: DokumenBaru = RENSTRA, **ganti: Any) -> Any:
    """Begin a document, with what the test is about changed."""
    return mulai_dokumen(**dunia.dasar(siapa), isi=replace(isi, **ganti))


def tata_renstra(dunia: Dunia) -> DokumenVersi:
    """A Renstra 2021–2026: targets of its last two years, money of the last one."""
    pohon = tuple(
        replace(s, pagu=((2025, Decimal(90)), (2026, Decimal(100)))) if s.jenis == "program" else s
        for s in POHON
    )
    ikm = replace(IKM, target=(TargetBaru(2025, "82,40"), TargetBaru(2026, "83,50")))
    naskah = replace(
        NASKAH,
        jenis="renstra",
        judul="Renstra 2021–2026",
        tahun_mulai=2022,
        tahun_selesai=2026,
        simpul=pohon,
        indikator=(ikm, replace(DESA, iku=False)),
    )
    return susun_rencana(**dunia.dasar("ani"), isi=naskah)


def tetapkan(dunia: Dunia, versi: DokumenVersi, hari: date = date(2025, 7, 31)) -> DokumenVersi:
    """Lay a version down on a day."""
    return tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=versi.uuid,
        versi=versi.versi,
        tanggal=hari,
        dasar="Keputusan Bupati nomor 1 (contoh)",
    )
