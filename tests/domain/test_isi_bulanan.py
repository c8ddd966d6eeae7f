"""Months on the sheet of their quarter: what they make of it, and what is refused."""

from decimal import Decimal

import pytest

from domain.kisi_uji import bulan, tata_kisi
from domain.lembar_uji import isi_tw1, keadaan_angka, sampai, tambah_orang, tindak
from domain.pemeran import Dunia, hitung_baris
from domain.ukur_uji import Ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Peran
from sakip.pengukuran.models import CapaianMutakhir, Realisasi
from sakip.pengukuran.services import AngkaBersaing


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_kisi(dunia)


def test_triwulan_dan_tahun_dijumlahkan_dari_bulannya(ukur: Ukur) -> None:
    for n, teks in ((1, "100"), (2, "120"), (3, "80")):
        bulan(ukur, "kunjungan", n, teks)

    tw = ukur.mutakhir("kunjungan", "triwulan")
    # 100 + 120 + 80 = 300; 300 ÷ 1.200 = 25 %. No month is judged by itself.
    assert (tw.realisasi_teks, tw.capaian, tw.sementara) == ("300", Decimal(25), False)
    assert ukur.mutakhir("kunjungan").realisasi_teks == "300"
    assert not CapaianMutakhir.objects.filter(periode__jenis="bulan").exists()


def test_rasio_bulanan_menjumlahkan_pembilang_dan_penyebutnya(ukur: Ukur) -> None:
    for n, teks in ((1, "4/5"), (2, "8/10"), (3, "10/10")):
        bulan(ukur, "pungli", n, teks)
    bulan(ukur, "pungli", 4, "2/5")

    assert ukur.mutakhir("pungli", "triwulan").realisasi_teks == "22/25"
    # The second quarter adds up the year so far: 22 + 2 of 25 + 5; only April of it is in.
    tw2 = ukur.mutakhir("pungli", "triwulan", 2)
    assert (tw2.realisasi_teks, tw2.sementara) == ("24/30", True)


def test_bulan_yang_dikosongkan_kembali_mengubah_triwulannya(ukur: Ukur) -> None:
    bulan(ukur, "kunjungan", 1, "100")
    bulan(ukur, "kunjungan", 1, "", versi=1)

    q = Realisasi.objects.get(indikator=ukur.indikator["kunjungan"], periode__jenis="triwulan")
    assert (q.teks, q.versi) == ("", 2)


def test_triwulan_sendiri_hanya_menerima_uraian(ukur: Ukur) -> None:
    bulan(ukur, "kunjungan", 1, "100")
    with pytest.raises(IsianTidakSah) as galat:
        ukur.isi("kunjungan", 1, "300")
    assert "dihitung dari bulannya" in galat.value.kalimat

    ukur.isi("kunjungan", 1, "", penyebab="Gedung diperbaiki.", solusi="Loket keliling.")

    q = Realisasi.objects.get(indikator=ukur.indikator["kunjungan"], periode__jenis="triwulan")
    assert (q.teks, q.penyebab) == ("100", "Gedung diperbaiki.")


@pytest.mark.parametrize(("kode", "nomor"), [("kunjungan", 4), ("1b", 1), ("pungli", 12)])
def test_bulan_yang_bukan_bulannya_tidak_ada(ukur: Ukur, kode: str, nomor: int) -> None:
    sebelum = hitung_baris()
    with pytest.raises(TidakDitemukan, match="tidak diisi untuk bulan"):
        bulan(ukur, kode, nomor, "5", **ukur.dasar("ani", 1))
    assert hitung_baris() == sebelum


def test_peran_lain_ditolak_dan_versi_usang_menawarkan_keduanya(ukur: Ukur) -> None:
    with pytest.raises(TidakBerizin):
        bulan(ukur, "kunjungan", 1, "100", oleh=ukur.dunia.pelaku("fitri"))
    bulan(ukur, "kunjungan", 1, "100")

    with pytest.raises(VersiUsang) as galat:
        bulan(ukur, "kunjungan", 1, "90")

    assert isinstance(galat.value, AngkaBersaing)
    assert (galat.value.teks_tersimpan, galat.value.teks_anda) == ("100", "90")
    assert "kini tertulis “100”, Anda mengetik “90”" in galat.value.pesan
    assert galat.value.pesan.startswith("Ani")


def test_kiriman_ulang_yang_sama_bukan_perselisihan(ukur: Ukur) -> None:
    bulan(ukur, "kunjungan", 1, "100")
    sebelum = hitung_baris()

    assert bulan(ukur, "kunjungan", 1, "100").mutakhir is None  # the answer was lost on the way
    assert hitung_baris() == sebelum


def test_bulan_kosong_menahan_pengajuan_dan_bulan_ikut_terkunci(ukur: Ukur) -> None:
    tambah_orang(ukur, "vera", Peran.VERIFIKATOR_UNIT)
    isi_tw1(ukur)
    ukur.isi("latih", 1, "8/10")
    uraian = {"penyebab": "Gedung diperbaiki.", "solusi": "Loket keliling."}
    bulan(ukur, "kunjungan", 1, "100")
    bulan(ukur, "kunjungan", 2, "120")
    ukur.isi("kunjungan", 1, "", **uraian)
    ukur.isi("pungli", 1, "", alasan_kosong="belum_terbit")

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(ukur, "ajukan", "ani")
    belum = [s.pesan for s in galat.value.syarat]
    assert belum == ["Indikator kunjungan: bulan Maret belum diisi."]

    bulan(ukur, "kunjungan", 3, "80")
    sampai(ukur, "terkunci")
    assert set(keadaan_angka(ukur).values()) == {"terkunci"}
    assert Realisasi.objects.filter(periode__jenis="bulan", keadaan="terkunci").count() == 3
    with pytest.raises(PerpindahanTidakSah):
        bulan(ukur, "kunjungan", 3, "90", versi=2)
