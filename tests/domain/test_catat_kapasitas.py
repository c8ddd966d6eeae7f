"""Recording a programme in which leaders learnt."""

from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.manfaat import selectors, services


def _isi(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "kabupaten-contoh",
        "kode": "program-2018",
        "nama": "Program",
        "tahun": 2018,
        "isi": {"Materi": ["inovasi pelayanan"]},
        "sumber": [{"judul": "Berita contoh"}],
        "satu_sumber": True,
        "sifat": "terbit",
    } | ganti


def test_program_tercatat_sekali_dan_terlihat_semua_unit(dunia: Dunia) -> None:
    hasil = services.catat_kapasitas(**_isi(dunia))
    lagi = services.catat_kapasitas(**_isi(dunia, nama="Lain"))

    assert (lagi.pk, lagi.nama) == (hasil.pk, "Program")
    assert selectors.daftar_program(dunia.lingkup("ani")) == [hasil]
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["fitri"].pengguna_id, "manfaat.catat_kapasitas")
    ]


@pytest.mark.parametrize("siapa", ["ani", "admin", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.catat_kapasitas(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_fakta_terbit_tanpa_sumber_ditolak(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="tidak dicatat"):
        services.catat_kapasitas(**_isi(dunia, sumber=[]))

    assert hitung_baris() == sebelum
