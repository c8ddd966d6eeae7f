"""Entering a survey: nine means and the respondents; the index is reckoned, never typed."""

from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import SEMESTER_1, SEMESTER_2, Ukur, tata_ukur
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.pengukuran.models import NilaiKomponen
from sakip.pengukuran.services import IsianSel


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def test_ikm_semester_satu_83_42(ukur: Ukur) -> None:
    # Σ 30,03 ÷ 9 × 25; with the weight 0,11 it would be 82,58.
    hasil = ukur.survei(2, SEMESTER_1, "150")

    assert hasil.realisasi.teks == "83,42"
    assert ukur.mutakhir("iku-1", "semester", 1).realisasi_teks == "83,42"
    assert NilaiKomponen.objects.filter(realisasi=hasil.realisasi).count() == 11
    assert ukur.mutakhir("iku-1").sementara


def test_setahun_digabung_menurut_responden(ukur: Ukur) -> None:
    ukur.survei(2, SEMESTER_1, "150")
    ukur.survei(4, SEMESTER_2, "170")

    setahun = ukur.mutakhir("iku-1")
    assert (setahun.realisasi_teks, setahun.sementara) == ("84,14", False)
    assert f"{setahun.capaian:.2f}" == "100.77"


def test_mengganti_survei_mengganti_semua_unsurnya(ukur: Ukur) -> None:
    ukur.survei(2, SEMESTER_2, "170")
    ukur.survei(2, SEMESTER_1, "150")

    assert ukur.mutakhir("iku-1", "semester", 1).realisasi_teks == "83,42"


def test_mengosongkan_survei_mengembalikan_sel_kosong(ukur: Ukur) -> None:
    hasil = ukur.survei(2, SEMESTER_1, "150")
    ukur.survei(2, [""] * 9, "", isian=IsianSel(alasan_kosong="belum_terbit"))

    assert not NilaiKomponen.objects.filter(realisasi=hasil.realisasi).exists()


@pytest.mark.parametrize(
    ("unsur", "responden", "letak"),
    [
        (["4,5", *SEMESTER_1[1:]], "150", {"teks"}),
        (["", *SEMESTER_1[1:]], "150", {"unsur_1"}),
        (["x", "y", *SEMESTER_1[2:]], "banyak", {"unsur_1", "unsur_2", "responden"}),
        (SEMESTER_1, "0", {"responden"}),
        (SEMESTER_1, "1,5", {"responden"}),
        (SEMESTER_1[:8], "150", {"unsur_1"}),
    ],
    ids=["di luar skala", "satu kosong", "bukan angka", "tanpa responden", "pecahan", "delapan"],
)
def test_survei_yang_salah_ditolak_di_bidangnya(
    ukur: Ukur, unsur: list[str], responden: str, letak: set[str]
) -> None:
    ukur.isi("1b", 2, "30")
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        ukur.survei(2, unsur, responden)

    assert {k.letak for k in galat.value.kesalahan} == letak
    assert hitung_baris() == sebelum


def test_indikator_yang_bukan_survei_ditolak(ukur: Ukur) -> None:
    with pytest.raises(IsianTidakSah, match="tidak diukur dengan survei"):
        ukur.survei(2, SEMESTER_1, "150", indikator="1b", versi=0)


def test_pada_triwulan_ganjil_belum_waktunya(ukur: Ukur) -> None:
    with pytest.raises(PerpindahanTidakSah, match="belum waktunya"):
        ukur.survei(1, SEMESTER_1, "150", versi=0)


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        ukur.survei(2, SEMESTER_1, "150", oleh=ukur.dunia.orang[siapa])

    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    ukur.survei(2, SEMESTER_1, "150")

    with pytest.raises(VersiUsang):
        ukur.survei(2, SEMESTER_2, "170", versi=0)


def test_riwayat_ditulis(ukur: Ukur) -> None:
    hasil: Any = ukur.survei(2, SEMESTER_1, "150")

    assert peristiwa(hasil.realisasi) == [
        Peristiwa("insert", ukur.dunia.orang["ani"].pengguna_id, "pengukuran.isi_survei")
    ]
