"""Laying a checklist: once, by those who plan."""

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.periksa_uji import DESA, hitungan, tata_daftar
from domain.ukur_uji import JENDELA, Ukur, tata_ukur
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.pengukuran.models import ObjekPeriksa
from sakip.pengukuran.selectors.daftar_periksa import Hitungan
from sakip.pengukuran.services import atur_daftar_periksa


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def test_empat_belas_desa_dan_ujinya(ukur: Ukur) -> None:
    tata_daftar(ukur)

    satu = hitungan(ukur, 1, JENDELA[0][1])
    assert (satu.teks, set(satu.kurang)) == ("0/14", {"A", "B"})
    assert satu.sebab.startswith("14 desa tanpa bukti uji A: Desa A, Desa B")
    assert peristiwa(ObjekPeriksa.objects.order_by("id")[0]) == [
        Peristiwa("insert", ukur.dunia.orang["ani"].pengguna_id, "pengukuran.atur_daftar_periksa")
    ]


@pytest.mark.parametrize(
    ("nama_terbanyak", "kalimat"),
    [
        (None, "1 desa tanpa bukti uji B: Desa N; 2 desa tanpa bukti uji E: Desa C, Desa K"),
        (2, "1 desa tanpa bukti uji B: Desa N; 2 desa tanpa bukti uji E: Desa C, Desa K"),
        (1, "1 desa tanpa bukti uji B; 2 desa tanpa bukti uji E"),
    ],
)
def test_nama_disebut_selama_sedikit(nama_terbanyak: int | None, kalimat: str) -> None:
    satu = Hitungan(11, 14, {"B": ("Desa N",), "E": ("Desa C", "Desa K")}, "desa")

    assert satu.sebut(nama_terbanyak) == kalimat


def test_dua_kali_tidak_menambah_apa_pun(ukur: Ukur) -> None:
    tata_daftar(ukur)
    sebelum = hitung_baris()

    tata_daftar(ukur)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        atur_daftar_periksa(
            **ukur.dunia.dasar(siapa), unit=ukur.unit, indikator="iku-2", objek=DESA, uji=()
        )

    assert hitung_baris() == sebelum


def test_indikator_yang_tidak_ada_ditolak(ukur: Ukur) -> None:
    with pytest.raises(TidakDitemukan):
        atur_daftar_periksa(
            **ukur.dunia.dasar("ani"), unit=ukur.unit, indikator="iku-9", objek=DESA, uji=()
        )
