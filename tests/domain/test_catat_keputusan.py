"""Recording a decision that moved money."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_rencana
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.manfaat import selectors, services
from sakip.manfaat.services import Pindah


@pytest.fixture(autouse=True)
def berencana(dunia: Dunia) -> None:
    tata_rencana(dunia)


def _isi(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "dinas-anggrek",
        "tahun": 2026,
        "tanggal": date(2026, 8, 12),
        "uraian": "Rapat koordinasi dikurangi",
        "alasan": "tidak menggerakkan indikator",
        "pindah": [Pindah("7.01.02", "7.01.06", Decimal(12_000_000))],
        "indikator": "desa",
        "diperiksa": date(2027, 8, 12),
        "sifat": "contoh",
    } | ganti


def test_keputusan_tercatat_dengan_rupiah_yang_pindah(dunia: Dunia) -> None:
    hasil = services.catat_keputusan(**_isi(dunia))
    lagi = services.catat_keputusan(**_isi(dunia))

    assert lagi.pk == hasil.pk
    assert [(p.dari, p.ke, p.rupiah) for p in hasil.pindah.all()] == [
        ("7.01.02", "7.01.06", 12_000_000)
    ]
    unit = [dunia.tampak("dinas-anggrek")]
    assert selectors.daftar_keputusan(dunia.lingkup("budi"), unit, [2026]).get() == hasil
    assert not selectors.daftar_keputusan(dunia.lingkup("dewi"), unit).exists()
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["fitri"].pengguna_id, "manfaat.catat_keputusan")
    ]


def test_angka_terbitan_cukup_tahun_dan_sumbernya(dunia: Dunia) -> None:
    terbit = {"sifat": "terbit", "tanggal": None, "alasan": "", "diperiksa": None}

    hasil = services.catat_keputusan(
        **_isi(dunia, **terbit, sumber=[{"judul": "Berita contoh"}], uraian="Penghematan 2018")
    )
    with pytest.raises(IsianTidakSah, match="tidak dicatat"):
        services.catat_keputusan(**_isi(dunia, **terbit, uraian="Penghematan 2019"))

    assert hasil.tanggal is None


@pytest.mark.parametrize("siapa", ["ani", "budi", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.catat_keputusan(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"pindah": []}, "pindah"),
        ({"pindah": [Pindah("7.01.02", "", Decimal(0))]}, "pindah"),
        ({"pindah": [Pindah("7.01.02", "7.01.02", Decimal(1))]}, "pindah"),
        ({"pindah": [Pindah("7.01.02", "", Decimal("0.5"))]}, "pindah"),
        ({"pindah": [Pindah("7.01.02", "", Decimal("1e30"))]}, "pindah"),
        ({"tanggal": None}, "tanggal"),
        ({"alasan": ""}, "alasan"),
        ({"diperiksa": date(2026, 8, 12)}, "diperiksa"),
        ({"indikator": "lain"}, "indikator"),
    ],
    ids=["kosong", "nol", "sama", "sen", "mustahil", "tanggal", "alasan", "diperiksa", "indikator"],
)
def test_isian_yang_kurang_disebut_bidangnya(dunia: Dunia, ganti: Any, letak: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.catat_keputusan(**_isi(dunia, **ganti))

    assert letak in {k.letak for k in galat.value.kesalahan}
    assert hitung_baris() == sebelum
