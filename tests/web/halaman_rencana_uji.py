"""What the tests of the pages of the plan share: addresses, words of a page, a penetapan."""

from datetime import date
from typing import Any

from django.test import Client
from jelajah import alamat, klien

from domain.pemeran import Dunia
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import tetapkan_rencana

KODE, UNIT, TAHUN = "99.11", "dinas-anggrek", 2026


def url(nama: str, *isi: object) -> str:
    return alamat(nama, KODE, TAHUN, UNIT, *isi)


def baca(satu: Client, tempat: str, **saring: str) -> str:
    jawaban = satu.get(tempat, saring)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def tetapkan(dunia: Dunia, versi: DokumenVersi) -> DokumenVersi:
    return tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=versi.uuid,
        versi=versi.versi,
        tanggal=date(2025, 7, 31),
        dasar="Keputusan Bupati nomor 1",
    )


def isi_simpul(**ganti: str) -> dict[str, Any]:
    return {
        "kode": "s2",
        "jenis": "sasaran",
        "induk": "t1",
        "uraian": "Meningkatnya tertib desa",
    } | ganti


def isi_indikator(**ganti: str) -> dict[str, Any]:
    return {
        "kode": "ikm",
        "nama": "Indeks kepuasan",
        "simpul": "s1",
        "iku": "1",
        "satuan": "nilai",
        "arah": "naik_baik",
        "jenis_nilai": "bilangan",
        "agregasi": "terakhir",
        "frekuensi": "tahunan",
        "cara": "manual",
        "target": "83,50",
        "baseline_teks": "82,40",
        "baseline_tahun": "2025",
    } | ganti


def kirim_simpul(dunia: Dunia, uraian: str) -> None:
    versi = DokumenVersi.objects.latest("nomor")
    jawaban = klien(dunia, "ani").post(
        f"{url('simpul_rencana', versi.uuid)}?kode=7.01.02.2.01.0001",
        {
            "jenis": "subkegiatan",
            "induk": "7.01.02.2.01",
            "uraian": uraian,
            "nomenklatur": "7.01.02.2.01.0001",
            "nomor_versi": versi.versi,
        },
    )
    assert jawaban.status_code == 302


def kirim_indikator(dunia: Dunia, versi: DokumenVersi, **ganti: str) -> None:
    versi.refresh_from_db()
    jawaban = klien(dunia, "ani").post(
        f"{url('indikator_rencana', versi.uuid)}?kode=ikm",
        isi_indikator(**ganti) | {"nomor_versi": versi.versi},
    )
    assert jawaban.status_code == 302
