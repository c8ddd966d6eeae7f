"""Uploading a table: read, checked, kept as a batch to look at; nothing else is written."""

import hashlib

import pytest

from domain.lembar import akibat, baris, berkas_csv, berkas_xlsx, impor, pratinjau
from domain.pemeran import MULAI, SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Peran
from sakip.impor.models import BetsImpor, RiwayatImpor
from sakip.impor.services import import_pratinjau
from sakip.organisasi.services import beri_peran
from sakip.pengukuran.models import Realisasi


@pytest.mark.parametrize("tulis", [berkas_csv, berkas_xlsx])
def test_pratinjau_menyimpan_bets_dan_tidak_menyentuh_kinerja(dunia: Dunia, tulis: object) -> None:
    isi = tulis(baris(), baris(tahun="2024"))  # type: ignore[operator]

    bets = pratinjau(dunia, isi=isi)

    assert (bets.keadaan, bets.versi, bets.ringkasan) == ("pratinjau", 1, {"baru": 2})
    assert (bets.sha256, bets.ukuran) == (hashlib.sha256(isi).hexdigest(), len(isi))
    assert bets.unit_id == dunia.unit["dinas-anggrek"]
    assert not Realisasi.objects.exists()


def test_riwayat_dan_pelakunya_tertulis(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris())

    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(bets) == [Peristiwa("insert", ani, "impor.import_pratinjau")]
    riwayat = RiwayatImpor.objects.get(bets=bets)
    assert (riwayat.tindakan, riwayat.dari, riwayat.ke) == ("import_pratinjau", "", "pratinjau")
    assert (riwayat.oleh_id, riwayat.saat) == (ani, SAAT)


def test_pengunggah_mendapat_tugas(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris())

    tugas = Tugas.objects.get(objek=bets.uuid)
    assert tugas.pengguna_id == dunia.orang["ani"].pengguna_id
    assert tugas.isian == {"berkas": "kinerja.csv"}


@pytest.mark.parametrize("siapa", ["budi", "citra", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="diperlukan peran"):
        pratinjau(dunia, baris(), siapa=siapa)

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    isi = dunia.dasar("ani") | {"oleh": lain.orang["eko"]}

    with pytest.raises(TidakBerizin):
        import_pratinjau(
            **isi, jenis="kinerja", nama_berkas="k.csv", isi=berkas_csv(baris()), opsi={}
        )


def test_unit_lain_menjadi_galat_barisnya(dunia: Dunia) -> None:
    assert akibat(pratinjau(dunia, baris(), siapa="dewi")) == ["galat"]


def test_jenis_yang_tidak_ada_dikatakan(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan, match="Tidak ada jenis impor “anggaran”"):
        import_pratinjau(
            **dunia.dasar("ani"), jenis="anggaran", nama_berkas="a.csv", isi=b"x", opsi={}
        )


def test_berkas_yang_tidak_terbaca_tidak_meninggalkan_apa_pun(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="Berkas tidak dapat dibaca"):
        pratinjau(dunia, isi=b"%PDF-1.4")

    assert hitung_baris() == sebelum


def test_gagal_di_tengah_tidak_meninggalkan_bets(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_isi: object, **_nama: object) -> None:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr("sakip.impor.services._tugas", gagal)
    sebelum = hitung_baris()

    with pytest.raises(RuntimeError):
        pratinjau(dunia, baris())

    assert hitung_baris() == sebelum


def test_unggah_ulang_berkas_yang_sama_tidak_mengubah_apa_pun(dunia: Dunia) -> None:
    semua = (
        baris(tahun="2023", indikator="Nama lama", target="80,00"),
        baris(tahun="2024", indikator="Nama baru", satuan="poin"),
        baris(kode_indikator="opini", jenis_nilai="predikat", target="WTP", realisasi="WDP"),
        baris(
            kode_indikator="opini", jenis_nilai="predikat", tahun="2026", target="", realisasi=""
        ),
        baris(kode_indikator="rentang", arah="rentang", target="70..80", realisasi="75"),
        baris(kode_indikator="rasio", jenis_nilai="rasio", target="11/14", realisasi="11/14"),
        baris(kode_indikator="ada", jenis_nilai="ya_tidak", target="Ya", realisasi="tidak"),
        baris(kode_indikator="kosong", target="", realisasi=""),
    )
    impor(dunia, *semua)

    kedua = pratinjau(dunia, *semua)

    assert akibat(kedua) == ["sama"] * 8


def test_penulisan_lain_dari_nilai_yang_sama_tetap_sama(dunia: Dunia) -> None:
    impor(dunia, baris(target="80", realisasi="76,50"))

    kedua = pratinjau(dunia, baris(target="80,00", realisasi="76,5"))

    assert akibat(kedua) == ["sama"]


def test_baris_berubah_memperlihatkan_yang_lama_dan_yang_baru(dunia: Dunia) -> None:
    impor(dunia, baris(realisasi="76"))

    bets = pratinjau(dunia, baris(realisasi="77"))

    satu = bets.baris.get()
    assert satu.akibat == "berubah"
    assert satu.lama is not None
    assert (satu.lama["realisasi"]["teks"], satu.isi["realisasi"]["teks"]) == ("76", "77")
    assert satu.lama["target"]["teks"] == "80"


def test_orang_dengan_dua_unit_mengunggah_per_unit(dunia: Dunia) -> None:
    beri_peran(
        **dunia.dasar("admin"),
        pengguna_id=dunia.orang["ani"].pengguna_id,
        peran=Peran.PENYUSUN_UNIT,
        unit="dinas-bakung",
        mulai=MULAI,
        selesai=None,
    )

    bakung = pratinjau(dunia, baris(unit="dinas-bakung"))
    with pytest.raises(IsianTidakSah) as galat:
        pratinjau(dunia, baris(), baris(unit="dinas-bakung"))

    assert "lebih dari satu unit" in galat.value.kesalahan[0].pesan
    assert bakung.unit_id == dunia.unit["dinas-bakung"]
    assert BetsImpor.objects.count() == 1
