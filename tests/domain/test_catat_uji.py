"""Recording a checklist: only what is shown by evidence in time counts; a claim never does."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.periksa_uji import DESA, bukti, hitungan, tata_daftar, uji
from domain.ukur_uji import HARI, JENDELA, Ukur, tambah_pengampu, tata_ukur
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan, VersiUsang


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = tata_ukur(dunia)
    tata_daftar(u)
    return u


def _semua(u: Ukur, kode: str, kecuali: tuple[str, ...], saat: datetime) -> None:
    ada = bukti(u, f"Perdes {kode}")
    for desa in DESA:
        if desa not in kecuali:
            uji(u, desa, kode, bukti=ada.uuid, saat=saat)


def test_tiga_belas_dari_empat_belas_pada_triwulan_satu(ukur: Ukur) -> None:
    _semua(ukur, "A", (), HARI[0])
    _semua(ukur, "B", ("Desa N",), HARI[0])

    assert hitungan(ukur, 1, JENDELA[0][1]).teks == "13/14"


def test_dua_desa_tanpa_bukti_uji_e_menjadi_dua_belas(ukur: Ukur) -> None:
    _semua(ukur, "A", (), HARI[0])
    _semua(ukur, "B", (), HARI[1])
    _semua(ukur, "E", ("Desa C", "Desa K"), HARI[2])
    uji(ukur, "Desa C", "E", saat=HARI[2])  # a claim: passed, nothing to show

    satu = hitungan(ukur, 3, JENDELA[2][1])
    assert (satu.teks, satu.sebab) == ("12/14", "2 desa tanpa bukti uji E: Desa C, Desa K")


def test_bukti_sesudah_jendela_tidak_mengubah_hitungan_triwulan_itu(ukur: Ukur) -> None:
    _semua(ukur, "A", (), HARI[0])
    _semua(ukur, "B", ("Desa N",), HARI[0])
    uji(ukur, "Desa N", "B", bukti=bukti(ukur, "Laporan").uuid, saat=HARI[0] + timedelta(days=5))

    assert hitungan(ukur, 1, JENDELA[0][1]).teks == "13/14"
    assert hitungan(ukur, 2, JENDELA[1][1]).teks == "14/14"


def test_uji_yang_belum_jatuh_tempo_tidak_ikut(ukur: Ukur) -> None:
    _semua(ukur, "A", (), HARI[0])
    _semua(ukur, "B", (), HARI[0])

    assert hitungan(ukur, 2, JENDELA[1][1]).teks == "14/14"
    assert hitungan(ukur, 3, JENDELA[2][1]).teks == "0/14"


def test_mencabut_dan_menambah_bukti_memindahkan_tanggalnya(ukur: Ukur) -> None:
    satu = uji(ukur, "Desa A", "A")
    assert satu.tanggal == date(2026, 4, 8)

    dua = uji(ukur, "Desa A", "A", bukti=bukti(ukur).uuid, saat=HARI[1])

    assert (dua.tanggal, dua.versi) == (date(2026, 7, 8), 2)


def test_catatan_saja_tidak_memindahkan_tanggal(ukur: Ukur) -> None:
    ada = bukti(ukur).uuid
    uji(ukur, "Desa A", "A", bukti=ada)

    dua = uji(ukur, "Desa A", "A", bukti=ada, catatan="halaman 2", saat=HARI[1])

    assert dua.tanggal == date(2026, 4, 8)


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        uji(ukur, "Desa A", "A", siapa=siapa)

    assert hitung_baris() == sebelum


def test_pengampu_indikator_lain_ditolak(ukur: Ukur) -> None:
    tambah_pengampu(ukur, "jajang", "kasi-pmd", "iku-2")
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")

    assert uji(ukur, "Desa A", "A", siapa="jajang").terpenuhi
    with pytest.raises(TidakBerizin, match="Kasi-Pmd"):
        uji(ukur, "Desa B", "A", siapa="edi")


def test_bukti_tanpa_uji_terpenuhi_ditolak(ukur: Ukur) -> None:
    with pytest.raises(IsianTidakSah, match="Uji tidak dicatat"):
        uji(ukur, "Desa A", "A", terpenuhi=False, bukti=bukti(ukur).uuid)


@pytest.mark.parametrize("apa", ["objek", "uji", "bukti"])
def test_yang_bukan_milik_daftar_ini_tidak_ditemukan(ukur: Ukur, apa: str) -> None:
    with pytest.raises(TidakDitemukan):
        uji(ukur, "Desa A", "A", **{apa: uuid4()})


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    uji(ukur, "Desa A", "A")

    with pytest.raises(VersiUsang):
        uji(ukur, "Desa A", "A", versi=0)


def test_riwayat_ditulis(ukur: Ukur) -> None:
    hasil = uji(ukur, "Desa A", "A")

    assert peristiwa(hasil) == [
        Peristiwa("insert", ukur.dunia.orang["ani"].pengguna_id, "pengukuran.catat_uji")
    ]
