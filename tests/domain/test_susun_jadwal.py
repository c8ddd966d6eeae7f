"""Laying the windows of a year in one go."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, VersiUsang
from sakip.organisasi import selectors, services
from sakip.organisasi.kaidah import jendela_baku
from sakip.organisasi.services import JendelaBaru

DUA = [
    JendelaBaru(1, date(2026, 4, 1), date(2026, 4, 10)),
    JendelaBaru(2, date(2026, 7, 1), date(2026, 7, 10)),
]


def _isi(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {**dunia.dasar(siapa), "tahun": 2026, "daftar": DUA, "dasar": "SE contoh"} | ganti


def test_semua_jendela_sekaligus_dan_papan_menjadi_lain(dunia: Dunia) -> None:
    lingkup = dunia.lingkup("fitri")
    sebelum = selectors.versi_per_unit(lingkup).susunan

    hasil = services.susun_jadwal(**_isi(dunia))

    assert [(j.periode.nomor if j.periode else 0, j.selesai) for j in hasil] == [
        (1, date(2026, 4, 10)),
        (2, date(2026, 7, 10)),
    ]
    assert peristiwa(hasil[0]) == [
        Peristiwa("insert", dunia.orang["fitri"].pengguna_id, "organisasi.susun_jadwal")
    ]
    assert selectors.versi_per_unit(lingkup).susunan > sebelum


def test_yang_sudah_ada_menolak_semuanya(dunia: Dunia) -> None:
    services.susun_jadwal(**_isi(dunia, daftar=DUA[1:]))
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        services.susun_jadwal(**_isi(dunia))

    assert hitung_baris() == sebelum


def test_isian_yang_salah_disebut_triwulannya(dunia: Dunia) -> None:
    salah = [DUA[0], JendelaBaru(2, date(2026, 7, 10), date(2026, 7, 1))]
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.susun_jadwal(**_isi(dunia, daftar=salah))

    assert set(galat.value.menurut_letak) == {"selesai.2"}
    assert hitung_baris() == sebelum
    with pytest.raises(IsianTidakSah, match="sudah diatur"):
        services.susun_jadwal(**_isi(dunia, daftar=[]))


@pytest.mark.parametrize("siapa", ["ani", "gita", "admin-bakung", "koordinator-bakung"])
def test_peran_lain_atau_di_satu_unit_saja_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.susun_jadwal(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_mengubah_menyimpan_alasannya_dan_versi_lama_ditolak(dunia: Dunia) -> None:
    services.susun_jadwal(**_isi(dunia))
    isi: dict[str, Any] = {
        **dunia.dasar("fitri"),
        "jenis": "pengukuran",
        "tahun": 2026,
        "periode": selectors.periode(2026, "triwulan", 1),
        "mulai": date(2026, 4, 1),
        "selesai": date(2026, 4, 13),
        "dasar": "SE contoh",
        "alasan": "Cuti bersama",
        "versi": 1,
    }

    services.atur_jadwal(**isi)

    riwayat = selectors.riwayat_jadwal(dunia.lingkup("fitri"), 2026)
    assert [(r.selesai.day, r.alasan, r.oleh) for r in riwayat if r.mulai.month == 4] == [
        (13, "Cuti bersama", "Fitri Contoh"),
        (10, "", "Fitri Contoh"),
    ]
    with pytest.raises(VersiUsang):
        services.atur_jadwal(**isi | {"selesai": date(2026, 4, 14)})


def test_jendela_baku_menurut_kaidah_atau_hari_kerja() -> None:
    # 30 September + 10 days is Saturday 10 October: it moves to Monday 12.
    akhir = date(2026, 9, 30)
    assert jendela_baku(akhir, None, frozenset()) == (date(2026, 10, 1), date(2026, 10, 12))
    # Working days after it: Thu 1, Fri 2, then Tue 6 with Monday the 5th off.
    assert jendela_baku(akhir, 3, frozenset({date(2026, 10, 5)}))[1] == date(2026, 10, 6)
