"""Tables as people upload them, and the three acts on them in one call each."""

import csv
import io
from typing import Any

from openpyxl import Workbook

from domain.pemeran import Dunia
from sakip.impor.models import BarisImpor, BetsImpor
from sakip.impor.services import (
    batalkan_impor,
    buang_impor,
    import_pratinjau,
    terapkan_impor,
)

BAKU: dict[str, Any] = {
    "unit": "dinas-anggrek",
    "tahun": "2025",
    "periode": "",
    "kode_indikator": "ikm",
    "indikator": "Indeks Kepuasan Masyarakat",
    "satuan": "indeks",
    "arah": "naik_baik",
    "jenis_nilai": "bilangan",
    "agregasi": "terakhir",
    "target": "80",
    "realisasi": "76",
    "capaian_tercetak": "",
    "rumus_tercetak": "",
    "catatan": "",
    "sumber": "",
}


def baris(**ganti: Any) -> dict[str, Any]:
    """One row with everything right, but for what the test is about."""
    return BAKU | ganti


def berkas_csv(*semua: dict[str, Any], pemisah: str = ",") -> bytes:
    keluar = io.StringIO(newline="")
    tulis = csv.DictWriter(keluar, list(semua[0]), delimiter=pemisah)
    tulis.writeheader()
    tulis.writerows(semua)
    return keluar.getvalue().encode()


def berkas_xlsx(*semua: dict[str, Any]) -> bytes:
    buku = Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.append(list(semua[0]))
    for satu in semua:
        lembar.append(list(satu.values()))
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def pratinjau(
    dunia: Dunia, *semua: dict[str, Any], siapa: str = "ani", isi: bytes | None = None, **opsi: Any
) -> BetsImpor:
    return import_pratinjau(
        **dunia.dasar(siapa),
        jenis="kinerja",
        nama_berkas="kinerja.csv",
        isi=berkas_csv(*semua) if isi is None else isi,
        opsi=opsi,
    )


def terapkan(dunia: Dunia, bets: BetsImpor, siapa: str = "ani") -> BetsImpor:
    return terapkan_impor(**dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi)


def impor(dunia: Dunia, *semua: dict[str, Any], siapa: str = "ani", **opsi: Any) -> BetsImpor:
    """Upload and apply."""
    return terapkan(dunia, pratinjau(dunia, *semua, siapa=siapa, **opsi), siapa)


def batalkan(dunia: Dunia, bets: BetsImpor, siapa: str = "ani") -> BetsImpor:
    return batalkan_impor(
        **dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi, alasan="salah berkas"
    )


def buang(dunia: Dunia, bets: BetsImpor, siapa: str = "ani") -> BetsImpor:
    return buang_impor(**dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi)


def akibat(bets: BetsImpor) -> list[str]:
    """What applying each row does, in the order of the sheet."""
    return list(bets.baris.order_by("nomor").values_list("akibat", flat=True))


def galat(bets: BetsImpor) -> list[tuple[int, str, str]]:
    """Every fault as (row, column, sentence)."""
    return [
        (b.nomor, g["kolom"], g["pesan"])
        for b in BarisImpor.objects.filter(bets=bets).order_by("nomor")
        for g in b.galat
    ]
