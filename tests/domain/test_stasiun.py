"""The six stations: what a reader in a hurry is told of a unit's year, on a day."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.lembar import baris, impor
from domain.pemeran import Dunia
from domain.rencana_uji import tata_rencana
from sakip.beranda.selectors import BahanStasiun, Jejak, enam_stasiun, jejak_tahun
from sakip.bersama.izin import Lingkup
from sakip.pengukuran.selectors import periode_unit


def _pada(dunia: Dunia, hari: str) -> Lingkup:
    return dunia.lingkup("ani", date.fromisoformat(hari))


def _jejak(keadaan: str, nomor: int = 1, hari: str | None = None, **isi: Any) -> Jejak:
    tanggal = date.fromisoformat(hari) if hari else None
    return Jejak(keadaan, nomor, tanggal, isi.get("terlambat", -1), isi.get("teks", ""))


def _satu(dunia: Dunia, hari: str, tahun: int, nomor: int, **jejak: list[Jejak]) -> tuple[str, str]:
    s = enam_stasiun(_pada(dunia, hari), tahun, BahanStasiun(dict(jejak)))[nomor]
    return s.keadaan, s.uraian


def test_tahun_tanpa_catatan_apa_pun_tidak_hijau_dan_tidak_merah(dunia: Dunia) -> None:
    lalu, kini, depan = (
        [s.keadaan for s in enam_stasiun(_pada(dunia, "2026-11-24"), t, BahanStasiun({}))]
        for t in (2024, 2026, 2027)
    )

    assert set(lalu) == {"belum_ada_data"}
    assert (
        kini
        == ["belum_ada_data"] * 2 + ["belum_waktunya"] + ["belum_ada_data"] + ["belum_waktunya"] * 2
    )
    assert depan == ["belum_ada_data"] + ["belum_waktunya"] * 5


def test_angka_impor_yang_belum_lengkap_tidak_selesai(dunia: Dunia) -> None:
    impor(
        dunia,
        baris(tahun="2024", realisasi="60"),
        baris(realisasi="76"),
        baris(kode_indikator="k2", indikator="Lain", realisasi=""),
        siapa="gita",
    )
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")
    bahan = BahanStasiun({}, periode_unit(lingkup, unit))

    lalu, penuh = (enam_stasiun(lingkup, t, bahan)[3] for t in (2025, 2024))

    assert (lalu.keadaan, lalu.uraian) == ("perlu_tindakan", "1 dari 2 terhitung")
    # Complete, but a draft: whoever imported it did not verify it.
    assert (penuh.keadaan, penuh.uraian) == ("sementara", "1 angka belum diverifikasi")


@pytest.mark.parametrize(
    ("hari", "harapan"),
    [
        # 53/2014 Lamp. II huruf D: two months after the year, so 28 February 2026.
        ("2026-02-10", ("perlu_tindakan", "18 hari lagi")),
        ("2026-02-28", ("perlu_tindakan", "hari ini hari terakhir")),
        ("2026-03-01", ("terlambat", "terlambat 1 hari")),
    ],
)
def test_laporan_tahun_lalu_menghitung_hari(
    dunia: Dunia, hari: str, harapan: tuple[str, str]
) -> None:
    assert _satu(dunia, hari, 2025, 4, pengukuran=[_jejak("terkunci", 4)]) == harapan


def test_laporan_yang_disampaikan_menyebut_keterlambatannya(dunia: Dunia) -> None:
    tepat = [_jejak("disampaikan", hari="2026-02-26", terlambat=0)]
    telat = [_jejak("disampaikan", hari="2026-03-09", terlambat=6)]

    assert _satu(dunia, "2026-06-01", 2025, 4, laporan=tepat) == (
        "selesai",
        "disampaikan 26 Februari 2026",
    )
    assert _satu(dunia, "2026-06-01", 2025, 4, laporan=telat)[1].endswith("terlambat 6 hari")


@pytest.mark.parametrize(
    ("jejak", "harapan"),
    [
        ({"anggaran": [_jejak("murni", hari="2026-01-05")]}, "DPA sudah ada, belum disusun"),
        ({"perjanjian": [_jejak("ditelaah")]}, "menunggu Pihak Pertama"),
        ({"perjanjian": [_jejak("ditandatangani_1")]}, "menunggu Pihak Kedua"),
        (
            {"perjanjian": [_jejak("ditandatangani", hari="2026-01-23")]},
            "ditandatangani 23 Januari 2026",
        ),
        (
            {
                "perjanjian": [_jejak("ditandatangani", hari="2026-01-23")],
                "anggaran": [_jejak("perubahan", 2, hari="2026-10-05")],
            },
            "anggaran berubah sesudahnya",
        ),
    ],
    ids=["dpa", "pertama", "kedua", "selesai", "dppa"],
)
def test_perjanjian_mengatakan_siapa_yang_ditunggu(
    dunia: Dunia, jejak: dict[str, list[Jejak]], harapan: str
) -> None:
    assert _satu(dunia, "2026-10-06", 2026, 1, **jejak)[1] == harapan


def test_triwulan_yang_lewat_tanpa_lembar_perlu_tindakan(dunia: Dunia) -> None:
    pk = [_jejak("ditandatangani", hari="2026-01-23")]
    tw1 = [_jejak("terkunci", 1)]

    assert _satu(dunia, "2026-03-31", 2026, 3, perjanjian=pk)[0] == "belum_waktunya"
    assert _satu(dunia, "2026-04-01", 2026, 3, perjanjian=pk) == (
        "perlu_tindakan",
        "triwulan I belum diisi",
    )
    assert _satu(dunia, "2026-06-30", 2026, 3, pengukuran=tw1)[0] == "selesai"
    assert _satu(dunia, "2026-07-01", 2026, 3, pengukuran=tw1) == (
        "perlu_tindakan",
        "triwulan II belum diisi",
    )


def test_jejak_semua_tahap_satu_kueri_dan_hanya_dalam_jangkauan(dunia: Dunia) -> None:
    tata_rencana(dunia)
    unit = [dunia.tampak(s) for s in ("dinas-anggrek", "dinas-bakung")]

    ani = dunia.lingkup("ani")

    with CaptureQueriesContext(connection) as kueri:
        milik_ani = jejak_tahun(ani, unit, [2025, 2026])
    milik_dewi = jejak_tahun(dunia.lingkup("dewi"), unit, [2025, 2026])

    assert len(kueri) == 1
    assert list(milik_ani) == [(dunia.unit["dinas-anggrek"], 2026)]
    tahap = milik_ani[dunia.unit["dinas-anggrek"], 2026]
    assert {k: [(j.keadaan, j.tanggal) for j in v] for k, v in tahap.items()} == {
        "rencana": [("murni", date(2025, 7, 31))],
        "anggaran": [("murni", date(2026, 1, 5))],
    }
    assert milik_dewi == {}


def test_triwulan_yang_jendelanya_tutup_terlambat_dalam_hari_kerja(dunia: Dunia) -> None:
    """CERITA: window of TW II closes Fri 10 July 2026; Mon 13 is one working day later."""
    pk = {"perjanjian": [_jejak("ditandatangani", hari="2026-01-23")]}
    jendela = {2: date(2026, 7, 10)}

    def keadaan(hari: str, **jejak: list[Jejak]) -> tuple[str, str]:
        bahan = BahanStasiun(pk | jejak, jendela=jendela)
        s = enam_stasiun(_pada(dunia, hari), 2026, bahan)[3]
        return s.keadaan, s.uraian

    assert keadaan("2026-07-10") == ("perlu_tindakan", "triwulan II belum diisi")
    assert keadaan("2026-07-13") == (
        "terlambat",
        "triwulan II belum diisi, terlambat 1 hari kerja",
    )
    konsep = [_jejak("konsep", 2)]
    assert keadaan("2026-07-16", pengukuran=konsep)[1].endswith("terlambat 4 hari kerja")
    diajukan = [_jejak("diajukan", 2, terlambat=4)]
    assert keadaan("2026-07-20", pengukuran=diajukan) == (
        "sementara",
        "triwulan II menunggu verifikasi, terlambat 4 hari kerja",
    )
