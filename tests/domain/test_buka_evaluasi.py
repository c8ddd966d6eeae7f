"""Opening the evaluation of a unit's year."""

from typing import Any

import pytest

from domain.evaluasi_uji import UNIT, buka, tata_tim
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.evaluasi import services


def _isi(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    tata_tim(dunia)
    return {
        **dunia.dasar(siapa),
        "unit": UNIT,
        "tahun_kinerja": 2025,
        "tahun_evaluasi": 2026,
    } | ganti


@pytest.mark.parametrize("siapa", ["fitri", "inge"])
def test_koordinator_atau_inspektur_membukanya_dan_unit_mendapat_tugas(
    dunia: Dunia, siapa: str
) -> None:
    hasil = services.buka_evaluasi(**_isi(dunia, siapa))

    tugas = Tugas.objects.get(objek=hasil.uuid)
    assert (hasil.keadaan, hasil.regulasi) == ("dibuka", "permenpanrb-88-2021")
    assert (tugas.peran, tugas.jatuh_tempo, tugas.tahun) == ("penyusun_unit", None, 2025)
    assert tugas.sasaran == {"halaman": "lke", "isi": [2025, UNIT, "mandiri"]}
    assert [(r.dari, r.tindakan, r.ke) for r in hasil.riwayat.all()] == [("", "buka", "dibuka")]
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang[siapa].pengguna_id, "evaluasi.buka_evaluasi")
    ]


@pytest.mark.parametrize("siapa", ["ani", "budi", "karin", "koordinator-bakung", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    isian = _isi(dunia, siapa)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.buka_evaluasi(**isian)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"unit": "bidang-angsana"}, "hanya perangkat daerah"),
        ({"unit": "kabupaten-contoh"}, "hanya perangkat daerah"),
        ({"tahun_evaluasi": 2024}, "dievaluasi pada 2025 sampai 2027"),
        ({"tahun_evaluasi": 2028}, "dievaluasi pada 2025 sampai 2027"),
        ({"regulasi": "permenpanrb-12-2015"}, "memakai PermenPANRB 88/2021"),
        ({"regulasi": "tidak-ada"}, "memakai PermenPANRB 88/2021"),
    ],
    ids=["bidang", "pemda", "sebelum-tahunnya", "terlalu-lama", "regulasi-lama", "regulasi-asing"],
)
def test_isian_yang_tidak_sah_disebut(dunia: Dunia, ganti: dict[str, Any], kata: str) -> None:
    isian = _isi(dunia, **ganti)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.buka_evaluasi(**isian)

    assert kata in " ".join(k.pesan for k in galat.value.kesalahan)
    assert hitung_baris() == sebelum


def test_unit_yang_tidak_ada_ditolak(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        services.buka_evaluasi(**_isi(dunia, unit="dinas-lain"))


def test_membuka_dua_kali_ditolak(dunia: Dunia) -> None:
    buka(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="tidak dibuka") as galat:
        services.buka_evaluasi(**_isi(dunia))

    assert "sudah dibuka" in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


def test_tahun_sebelum_peraturannya_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.buka_evaluasi(**_isi(dunia, tahun_kinerja=2019, tahun_evaluasi=2020))

    assert "belum berlaku pada tahun itu" in galat.value.kesalahan[0].pesan
