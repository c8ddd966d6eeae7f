"""One letter that gives many units more days: all of them or none."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import selectors, services
from sakip.organisasi.models import Jadwal
from sakip.organisasi.services import JendelaBaru


def _susun(dunia: Dunia) -> None:
    services.susun_jadwal(
        **dunia.dasar("fitri"),
        tahun=2026,
        daftar=[JendelaBaru(1, date(2026, 4, 1), date(2026, 4, 10))],
        dasar="SE contoh",
    )


def _izin(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "jadwal": Jadwal.objects.get(periode__nomor=1, tahun=2026).uuid,
        "unit": ["dinas-bakung", "dinas-anggrek"],
        "sampai": date(2026, 4, 17),
        "alasan": "jaringan terputus",
        "nomor": "000/2026 (contoh)",
    } | ganti


def test_satu_surat_untuk_banyak_unit(dunia: Dunia) -> None:
    _susun(dunia)

    hasil = services.perpanjang_banyak(**_izin(dunia))

    assert {(i.unit_id, i.nomor) for i in hasil} == {
        (dunia.unit[u], "000/2026 (contoh)") for u in ("dinas-anggrek", "dinas-bakung")
    }
    daftar = selectors.daftar_perpanjangan(dunia.lingkup("fitri"), 2026)
    assert {i.pk for i in daftar} == {i.pk for i in hasil}


@pytest.mark.parametrize(
    ("ganti", "galat"),
    [
        ({"unit": []}, IsianTidakSah),
        ({"sampai": date(2026, 4, 10)}, IsianTidakSah),
        ({"unit": ["dinas-anggrek", "tidak-ada"]}, TidakDitemukan),
    ],
    ids=["tanpa-unit", "tidak-lebih-lama", "satu-tidak-ada"],
)
def test_satu_yang_salah_membatalkan_seluruh_surat(dunia: Dunia, ganti: Any, galat: Any) -> None:
    _susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(galat):
        services.perpanjang_banyak(**_izin(dunia, **ganti))

    assert hitung_baris() == sebelum


def test_koordinator_unit_tidak_memperpanjang_unit_lain(dunia: Dunia) -> None:
    _susun(dunia)

    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.perpanjang_banyak(**_izin(dunia, "koordinator-bakung"))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    _susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.perpanjang_banyak(**_izin(dunia, siapa))

    assert hitung_baris() == sebelum


def test_instansi_lain_tidak_menemukan_jadwalnya(dunia: Dunia, lain: Dunia) -> None:
    _susun(dunia)
    isi = _izin(lain, "eko", unit=["dinas-lain"])
    sebelum = hitung_baris()

    with pytest.raises(TidakDitemukan):
        services.perpanjang_banyak(**isi)

    assert hitung_baris() == sebelum


def test_riwayat_menyebut_siapa(dunia: Dunia) -> None:
    _susun(dunia)

    hasil = services.perpanjang_banyak(**_izin(dunia))

    fitri = dunia.orang["fitri"].pengguna_id
    assert peristiwa(hasil[0]) == [Peristiwa("insert", fitri, "organisasi.perpanjang_banyak")]
