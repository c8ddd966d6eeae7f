"""Addresses of the plan, the tree and the budget, and the things that they need."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from bentuk_rute import Rute, Tempatnya
from jelajah import Tempat, alamat

from domain.naskah_uji import DESA, IKM, NASKAH
from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan
from sakip.perencanaan.models import DokumenVersi, SimpulVersi
from sakip.perencanaan.services import (
    Konsep,
    TargetBaru,
    pindahkan_simpul,
    susun_rencana,
    tetapkan_rencana,
    tulis_komentar,
    usul_target,
)

_U = Tempatnya.UNIT
# Years and codes that no other part lays: with a konsep, with a plan in force, with a konsep that
# was changed.
KONSEP, BERLAKU, DIUBAH = 2055, 2056, 2058
# What each act on a branch is sent with.
ATUR: dict[str, Callable[[Tempat], dict[str, Any]]] = {
    "pindah_simpul": lambda _t: {"kode": "7.01.02.2.01.0002", "induk": "7.01.02.2.01", "letak": 0},
    "pecah_simpul": lambda _t: {
        "kode": "s1",
        "kode_baru": "s8",
        "uraian": "Baru",
        "anak": "7.01.02",
    },
    "gabung_simpul": lambda _t: {"kode": "7.01.02.2.01.0001", "dari": "7.01.02.2.01.0002"},
    "buang_simpul": lambda _t: {"kode": "7.01.02.2.01.0001"},
    "klon_simpul": lambda t: {
        "kode": "t1",
        "asal_unit": t.slug,
        "asal_versi": t.benda["konsep"],
        "simpul": "s1",
        "induk": "t1",
    },
}

RUTE: dict[str, Rute] = {
    "rencana": Rute(
        lambda t: alamat("rencana", t.kode, BERLAKU, t.slug), Tindakan.LIHAT_RENCANA, _U, 200, 200
    ),
    "beda_rencana": Rute(
        lambda t: alamat("beda_rencana", t.kode, BERLAKU, t.slug),
        Tindakan.LIHAT_RENCANA,
        _U,
        200,
        200,
    ),
    "periksa_rencana": Rute(
        lambda t: alamat("periksa_rencana", t.kode, BERLAKU, t.slug),
        Tindakan.LIHAT_RENCANA,
        _U,
        200,
        200,
    ),
    "kesehatan_pohon": Rute(
        lambda t: alamat("kesehatan_pohon", t.kode, BERLAKU),
        Tindakan.LIHAT_RENCANA,
        Tempatnya.INSTANSI,
        200,
        200,
    ),
    "pohon": Rute(
        lambda t: alamat("pohon", t.kode, BERLAKU),
        Tindakan.LIHAT_RENCANA,
        Tempatnya.INSTANSI,
        200,
        200,
    ),
    "pohon_utuh": Rute(
        lambda t: alamat("pohon_utuh", t.kode, BERLAKU),
        Tindakan.LIHAT_RENCANA,
        Tempatnya.INSTANSI,
        200,
        200,
    ),
    "cabang_pohon": Rute(
        lambda t: alamat("cabang_pohon", t.kode, BERLAKU, t.benda["simpul"]),
        Tindakan.LIHAT_RENCANA,
        Tempatnya.MILIK,
        200,
        200,
    ),
    "unduh_pohon": Rute(
        lambda t: f"{alamat('unduh_pohon', t.kode, BERLAKU, 'svg')}?akar={t.benda['simpul']}",
        Tindakan.LIHAT_RENCANA,
        Tempatnya.MILIK,
        200,
        200,
    ),
    "simpul_rencana": Rute(
        lambda t: alamat("simpul_rencana", t.kode, KONSEP, t.slug, t.benda["konsep"]),
        Tindakan.SUSUN_RENCANA,
        _U,
        200,
        302,
        lambda _t: {
            "kode": "s9",
            "jenis": "sasaran",
            "induk": "t1",
            "uraian": "Sasaran baru",
            "nomor_versi": "1",
        },
    ),
    "indikator_rencana": Rute(
        lambda t: alamat("indikator_rencana", t.kode, KONSEP, t.slug, t.benda["konsep"]),
        Tindakan.SUSUN_RENCANA,
        _U,
        200,
        302,
        lambda _t: {
            "kode": "baru",
            "nama": "Indikator baru",
            "simpul": "s1",
            "arah": "naik_baik",
            "jenis_nilai": "bilangan",
            "agregasi": "terakhir",
            "frekuensi": "tahunan",
            "cara": "manual",
            "target": "5",
            "nomor_versi": "1",
        },
    ),
    "atur_simpul": Rute(
        lambda t: alamat("atur_simpul", t.kode, KONSEP, t.slug, t.benda["konsep"]),
        Tindakan.SUSUN_RENCANA,
        _U,
        200,
        200,
    ),
    **{
        nama: Rute(
            lambda t, nama=nama: alamat(nama, t.kode, KONSEP, t.slug, t.benda["konsep"]),  # type: ignore[misc]
            Tindakan.SUSUN_RENCANA,
            _U,
            None,
            302,
            lambda t, kirim=kirim: {"nomor_versi": "1"} | kirim(t),  # type: ignore[misc]
        )
        for nama, kirim in ATUR.items()
    },
    "urungkan_rencana": Rute(
        lambda t: alamat("urungkan_rencana", t.kode, DIUBAH, t.slug, t.benda["diubah"]),
        Tindakan.SUSUN_RENCANA,
        _U,
        None,
        302,
        lambda _t: {"nomor_versi": "2"},
    ),
    "komentar_simpul": Rute(
        lambda t: alamat("komentar_simpul", t.kode, KONSEP, t.slug, t.benda["konsep"]),
        Tindakan.KOMENTARI_RENCANA,
        _U,
        200,
        302,
        lambda _t: {"kode": "s1", "isi": "Ukuran hasilnya mana?"},
    ),
    "selesaikan_komentar": Rute(
        lambda t: alamat(
            "selesaikan_komentar",
            t.kode,
            KONSEP,
            t.slug,
            t.benda["konsep"],
            t.benda["komentar"],
        ),
        Tindakan.KOMENTARI_RENCANA,
        _U,
        None,
        302,
        lambda _t: {"versi": "1", "kode": "s1"},
    ),
    "tetapkan_rencana": Rute(
        lambda t: alamat("tetapkan_rencana", t.kode, KONSEP, t.slug, t.benda["konsep"]),
        Tindakan.TETAPKAN_RENCANA,
        _U,
        None,
        302,
        lambda _t: {"nomor_versi": "1", "tanggal": "2026-11-01", "dasar": "Keputusan"},
    ),
    "anggaran": Rute(
        lambda t: alamat("anggaran", t.kode, BERLAKU, t.slug), Tindakan.LIHAT_RENCANA, _U, 200, 200
    ),
    "usul_target": Rute(
        lambda t: alamat("usul_target", t.kode, BERLAKU, t.slug),
        Tindakan.LIHAT_RENCANA,
        _U,
        200,
        302,
        lambda _t: {
            "indikator": "tertib",
            "target": "9/14",
            "sebab": "anggaran",
            "alasan": "dipotong",
        },
        izin_post=Tindakan.USULKAN_TARGET,
    ),
    "putuskan_target": Rute(
        lambda t: alamat("putuskan_target", t.kode, BERLAKU, t.slug, t.benda["usul"]),
        Tindakan.PUTUSKAN_TARGET,
        _U,
        None,
        302,
        lambda _t: {"versi": "1", "putusan": "tolak", "alasan": "tidak cukup"},
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """Lay what these addresses point at in a unit; names to put into addresses."""
    konsep = susun_tahun(dunia, slug, penyusun, KONSEP)
    berlaku = susun_tahun(dunia, slug, penyusun, BERLAKU)
    tetapkan_rencana(
        **dunia.dasar("sistem"),
        dokumen_versi=berlaku.uuid,
        versi=1,
        tanggal=date(2026, 11, 1),
        dasar="Keputusan",
    )
    usul = usul_target(
        **dunia.dasar("sistem"),
        unit=slug,
        tahun=BERLAKU,
        indikator="indeks",
        target="80",
        sebab="anggaran",
        alasan="dipotong",
    )
    diubah = susun_tahun(dunia, slug, penyusun, DIUBAH)
    pindahkan_simpul(
        **dunia.dasar(penyusun),
        konsep=Konsep(slug, diubah.uuid, 1),
        simpul="7.01.02.2.01.0002",
        induk="7.01.02.2.01",
        letak=0,
    )
    komentar = tulis_komentar(
        **dunia.dasar(penyusun), unit=slug, simpul="s1", isi="Ukuran hasilnya mana?"
    )
    simpul = SimpulVersi.objects.get(dokumen_versi=berlaku, kedalaman=0).simpul
    return {
        "simpul": str(simpul.uuid),
        "konsep": str(konsep.uuid),
        "diubah": str(diubah.uuid),
        "komentar": str(komentar.uuid),
        "usul": str(usul.uuid),
    }


def susun_tahun(dunia: Dunia, slug: str, penyusun: str, tahun: int) -> DokumenVersi:
    naskah = replace(
        NASKAH,
        unit=slug,
        judul=f"Renja {tahun}",
        tahun_mulai=tahun,
        tahun_selesai=tahun,
        indikator=(
            replace(IKM, kode="indeks", target=(TargetBaru(tahun, "83,50"),)),
            replace(DESA, kode="tertib", target=(TargetBaru(tahun, "11/14"),)),
        ),
        dukungan=(),
    )
    return susun_rencana(**dunia.dasar(penyusun), isi=naskah)
