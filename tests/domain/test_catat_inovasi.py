"""Recording an innovation and the indicator it must move."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_rencana
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.manfaat import selectors, services


@pytest.fixture(autouse=True)
def berencana(dunia: Dunia) -> None:
    tata_rencana(dunia)


def _isi(dunia: Dunia, siapa: str = "budi", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "dinas-anggrek",
        "nama": "Antar Berkas",
        "uraian": "Berkas diantar sekali datang",
        "pelajaran": "Pelayanan dilihat dari sisi pemohon",
        "indikator": "waktu",
        "mulai": date(2026, 8, 19),
        "sifat": "contoh",
    } | ganti


def test_inovasi_tercatat_dan_tampak_pada_unitnya(dunia: Dunia) -> None:
    hasil = services.catat_inovasi(**_isi(dunia))

    unit = [dunia.tampak(s) for s in ("dinas-anggrek", "dinas-bakung")]
    assert [i.inovasi.nama for i in selectors.daftar_inovasi(dunia.lingkup("ani"), unit)] == [
        "Antar Berkas"
    ]
    assert selectors.daftar_inovasi(dunia.lingkup("dewi"), unit) == []
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["budi"].pengguna_id, "manfaat.catat_inovasi")
    ]


@pytest.mark.parametrize("siapa", ["ani", "dewi", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.catat_inovasi(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"nama": " "}, "nama"),
        ({"pelajaran": ""}, "pelajaran"),
        ({"indikator": "tidak-ada"}, "indikator"),
        ({"program": "tidak-ada"}, "program"),
        ({"mulai": date(1999, 12, 31)}, "mulai"),
        ({"mulai": date(9999, 1, 1)}, "mulai"),
    ],
    ids=["nama", "pelajaran", "indikator", "program", "terlalu-lama", "terlalu-jauh"],
)
def test_isian_yang_kurang_disebut_bidangnya(dunia: Dunia, ganti: Any, letak: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.catat_inovasi(**_isi(dunia, **ganti))

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert hitung_baris() == sebelum


def test_nama_yang_sama_dua_kali_ditolak(dunia: Dunia) -> None:
    services.catat_inovasi(**_isi(dunia))
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="tidak dicatat"):
        services.catat_inovasi(**_isi(dunia))

    assert hitung_baris() == sebelum
