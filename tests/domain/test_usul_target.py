"""Asking the planner for another target."""

from typing import Any

import pytest

from domain.pemeran import SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_rencana
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.perencanaan.models import UsulTarget
from sakip.perencanaan.services import usul_target

USUL = "perencanaan.usul_target"


def _isi(dunia: Dunia, siapa: str = "budi", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "dinas-anggrek",
        "tahun": 2026,
        "indikator": "desa",
        "target": "9/14",
        "sebab": "mutasi",
        "alasan": "pejabat baru",
    } | ganti


def test_usul_menyimpan_target_lama_dan_baru(dunia: Dunia) -> None:
    tata_rencana(dunia)

    usul = usul_target(**_isi(dunia))

    assert (usul.target_lama, usul.target_baru, usul.keadaan) == ("11/14", "9/14", "diajukan")
    assert (usul.sebab, usul.alasan, usul.diajukan_pada) == ("mutasi", "pejabat baru", SAAT)
    budi = dunia.orang["budi"].pengguna_id
    assert usul.pengusul_id == budi
    assert peristiwa(usul) == [Peristiwa("insert", budi, USUL)]


def test_perencana_mendapat_tugas(dunia: Dunia) -> None:
    tata_rencana(dunia)

    usul = usul_target(**_isi(dunia))

    tugas = Tugas.objects.get(alur="usul_target", objek=usul.uuid)
    assert (tugas.peran, tugas.unit_id) == ("perencana_daerah", dunia.unit["dinas-anggrek"])
    assert tugas.sasaran == {"halaman": "usul_target", "isi": [2026, "dinas-anggrek"]}
    assert tugas.isian["lama"] == "11/14"


@pytest.mark.parametrize("siapa", ["ani", "gita", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_rencana(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        usul_target(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_pimpinan_unit_lain_ditolak(dunia: Dunia) -> None:
    tata_rencana(dunia, "dinas-bakung")

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        usul_target(**_isi(dunia, unit="dinas-bakung"))


def test_tanpa_rencana_yang_berlaku_tidak_ada_yang_diusulkan(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan, match="Tidak ada target tahun 2026"):
        usul_target(**_isi(dunia))


@pytest.mark.parametrize(("indikator", "tahun"), [("hantu", 2026), ("desa", 2027)])
def test_indikator_atau_tahun_tanpa_target_ditolak(
    dunia: Dunia, indikator: str, tahun: int
) -> None:
    tata_rencana(dunia)

    with pytest.raises(TidakDitemukan):
        usul_target(**_isi(dunia, indikator=indikator, tahun=tahun))


def test_satu_usul_terbuka_untuk_satu_indikator(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul_target(**_isi(dunia))
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        usul_target(**_isi(dunia, target="8/14"))

    assert [k.letak for k in galat.value.kesalahan] == ["indikator"]
    assert hitung_baris() == sebelum
    assert usul_target(**_isi(dunia, indikator="waktu", target="35")).target_lama == "30"


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"target": "sebelas"}, "target", "bukan satu angka"),
        ({"target": ""}, "target", "Target kosong"),
        ({"target": "11/14"}, "target", "Sama dengan target yang berlaku"),
        ({"indikator": "waktu", "target": "30,00"}, "target", "Sama dengan"),
        ({"indikator": "waktu", "target": "3/4"}, "target", "rasio"),
        ({"sebab": "bosan"}, "sebab", "Pilih: anggaran"),
        ({"alasan": " "}, "alasan", "Tulis alasannya"),
    ],
    ids=lambda isi: str(isi)[:30],
)
def test_isian_yang_salah_disebut_bidangnya(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    tata_rencana(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        usul_target(**_isi(dunia, **ganti))

    assert kata in {k.letak: k.pesan for k in galat.value.kesalahan}[letak]
    assert hitung_baris() == sebelum
    assert not UsulTarget.objects.exists()
