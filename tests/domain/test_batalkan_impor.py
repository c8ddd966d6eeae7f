"""Taking an applied table back: whole, exactly, and only while nothing was built on it."""

from datetime import date
from typing import Any

import pytest

from domain.lembar import baris, batalkan, impor, pratinjau
from domain.neraca import hitung_ulang, hitung_ulang_ringkasan, ringkasan, sel_mutakhir
from domain.pemeran import MULAI, Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Peran
from sakip.impor.models import BetsImpor, RiwayatImpor
from sakip.impor.services import batalkan_impor
from sakip.organisasi.models import PenugasanPeran
from sakip.organisasi.services import beri_peran
from sakip.pengukuran.models import CapaianSnapshot, Realisasi
from sakip.perencanaan.models import Indikator, TargetVersi

DUA_TAHUN = (baris(tahun="2024", realisasi="60"), baris(tahun="2025", realisasi="76"))


def test_angka_baru_ditarik_dan_halaman_kosong_kembali(dunia: Dunia) -> None:
    bets = impor(dunia, *DUA_TAHUN)

    hasil = batalkan(dunia, bets)

    assert (hasil.keadaan, hasil.versi) == ("dibatalkan", 3)
    assert sel_mutakhir(dunia) == {}
    assert ringkasan(dunia) == {}
    assert set(Realisasi.objects.values_list("keadaan", flat=True)) == {"ditarik"}
    assert set(TargetVersi.objects.values_list("ditarik", flat=True)) == {True}
    assert Indikator.objects.get().ditarik
    assert CapaianSnapshot.objects.count() == 2


@pytest.mark.parametrize(
    "ganti",
    [
        {"realisasi": "99"},
        {"target": "70"},
        {"realisasi": ""},
        {"target": ""},
        {"realisasi": "3/4", "target": "4/4", "jenis_nilai": "rasio"},
        {"target": "70..80", "arah": "rentang"},
        {"arah": "turun_baik"},
        {"indikator": "Nama lain", "satuan": "poin", "agregasi": "jumlah"},
        {"catatan": "dikoreksi", "sumber": "LKjIP", "capaian_tercetak": "95"},
        {"jenis_nilai": "predikat", "target": "BB", "realisasi": "A"},
    ],
    ids="-".join,
)
def test_yang_berubah_kembali_persis_seperti_semula(dunia: Dunia, ganti: dict[str, Any]) -> None:
    impor(dunia, *DUA_TAHUN)
    sebelum, sebelum_ringkas = sel_mutakhir(dunia), ringkasan(dunia)

    bets = impor(dunia, *(satu | ganti for satu in DUA_TAHUN))
    di_antara = sel_mutakhir(dunia)
    batalkan(dunia, bets)

    assert di_antara != sebelum
    assert sel_mutakhir(dunia) == sebelum == hitung_ulang(dunia)
    assert ringkasan(dunia) == sebelum_ringkas


def test_sifat_data_ikut_kembali(dunia: Dunia) -> None:
    impor(dunia, *DUA_TAHUN)
    sebelum = sel_mutakhir(dunia)

    bets = impor(
        dunia,
        *(satu | {"sumber": "LKjIP 2025", "realisasi": "77"} for satu in DUA_TAHUN),
        siapa="gita",
        sifat="terbit",
    )
    di_antara = {s["sifat"] for s in sel_mutakhir(dunia).values()}
    batalkan(dunia, bets, "gita")

    assert di_antara == {"terbit"}
    assert sel_mutakhir(dunia) == sebelum == hitung_ulang(dunia)


def test_nama_yang_diubah_tahun_baru_ikut_kembali(dunia: Dunia) -> None:
    impor(dunia, *DUA_TAHUN, baris(tahun="2022"))
    sebelum = sel_mutakhir(dunia)

    bets = impor(dunia, baris(tahun="2023", indikator="Nama sementara"))
    batalkan(dunia, bets)

    assert sel_mutakhir(dunia) == sebelum == hitung_ulang(dunia)


def test_baris_yang_sama_tidak_tersentuh(dunia: Dunia) -> None:
    impor(dunia, *DUA_TAHUN)
    sebelum = CapaianSnapshot.objects.count()

    bets = impor(dunia, DUA_TAHUN[0], baris(realisasi="80"))
    batalkan(dunia, bets)

    # One row changed and went back: two more computations, none for the row that stayed.
    assert CapaianSnapshot.objects.count() == sebelum + 2


def test_riwayat_menyebut_pelaku_dan_alasan(dunia: Dunia) -> None:
    bets = batalkan(dunia, impor(dunia, baris()), "gita")

    gita = dunia.orang["gita"].pengguna_id
    akhir = RiwayatImpor.objects.order_by("-id")[0]
    assert (akhir.tindakan, akhir.oleh_id, akhir.alasan) == ("batalkan", gita, "salah berkas")
    assert peristiwa(bets)[-1] == Peristiwa("update", gita, "impor.batalkan_impor")
    assert peristiwa(Realisasi.objects.get())[-1] == Peristiwa(
        "update", gita, "impor.batalkan_impor"
    )


@pytest.mark.parametrize("alasan", ["", "   "])
def test_tanpa_alasan_ditolak(dunia: Dunia, alasan: str) -> None:
    bets = impor(dunia, baris())

    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        batalkan_impor(**dunia.dasar("ani"), bets=bets.uuid, versi=2, alasan=alasan)

    assert len(sel_mutakhir(dunia)) == 1


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [("budi", "diperlukan peran"), ("dewi", "tidak mencakup unit ini")],
)
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str, kata: str) -> None:
    bets = impor(dunia, baris())
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match=kata):
        batalkan(dunia, bets, siapa)

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    bets = impor(dunia, baris())

    with pytest.raises(TidakDitemukan):
        batalkan(lain, bets, "eko")


def test_penyusun_unit_tidak_membatalkan_baris_unit_lain(dunia: Dunia) -> None:
    # Gita's table holds rows of both; the batch belongs to the whole government.
    bets = impor(dunia, baris(), baris(unit="dinas-bakung"), siapa="gita")

    with pytest.raises(TidakBerizin):
        batalkan(dunia, bets, "ani")

    assert len(sel_mutakhir(dunia)) == 2


def test_pratinjau_tidak_dibatalkan(dunia: Dunia) -> None:
    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “pratinjau”"):
        batalkan(dunia, pratinjau(dunia, baris()))


def test_yang_sudah_dibatalkan_tidak_dibatalkan_lagi(dunia: Dunia) -> None:
    bets = batalkan(dunia, impor(dunia, baris()))

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “dibatalkan”"):
        batalkan(dunia, bets)


def test_formulir_usang_ditolak(dunia: Dunia) -> None:
    bets = impor(dunia, baris())

    with pytest.raises(VersiUsang):
        batalkan_impor(**dunia.dasar("ani"), bets=bets.uuid, versi=1, alasan="x")


def test_ditolak_bila_sesudahnya_ada_yang_mengubah(dunia: Dunia) -> None:
    pertama = impor(dunia, *DUA_TAHUN)
    impor(dunia, baris(realisasi="90"))
    sebelum = sel_mutakhir(dunia)

    with pytest.raises(IsianTidakSah, match="1 baris sudah diubah sesudahnya") as galat:
        batalkan(dunia, pertama)

    (salah,) = galat.value.kesalahan
    assert salah.letak == "baris 3"
    assert "Indeks Kepuasan Masyarakat" in salah.pesan
    assert sel_mutakhir(dunia) == sebelum


def test_sesudah_yang_lebih_baru_dibatalkan_yang_lama_dapat_dibatalkan(dunia: Dunia) -> None:
    pertama = impor(dunia, *DUA_TAHUN)
    kedua = impor(dunia, baris(realisasi="90"))
    ketiga = impor(dunia, baris(realisasi="91"))

    batalkan(dunia, ketiga)
    batalkan(dunia, kedua)
    batalkan(dunia, pertama)

    assert sel_mutakhir(dunia) == {}


def test_nilai_yang_kebetulan_sama_lagi_tetap_milik_impor_terakhir(dunia: Dunia) -> None:
    pertama = impor(dunia, baris(realisasi="76"))
    impor(dunia, baris(realisasi="90"))
    impor(dunia, baris(realisasi="76"))

    with pytest.raises(IsianTidakSah):
        batalkan(dunia, pertama)


def test_arah_tidak_dibalik_di_bawah_angka_yang_datang_kemudian(dunia: Dunia) -> None:
    impor(dunia, baris())
    kedua = impor(dunia, baris(arah="turun_baik"))
    impor(dunia, baris(periode="tw1", arah="turun_baik"))

    with pytest.raises(IsianTidakSah) as galat:
        batalkan(dunia, kedua)

    assert "dipakai angka lain" in galat.value.kesalahan[0].pesan
    assert sel_mutakhir(dunia) == hitung_ulang(dunia)


def test_realisasi_yang_sudah_diajukan_tidak_ditimpa_dan_tidak_ditarik(dunia: Dunia) -> None:
    bets = impor(dunia, baris())
    realisasi = Realisasi.objects.get()
    realisasi.keadaan, realisasi.versi = "diajukan", realisasi.versi + 1
    with menulis_langsung(dunia.sistem):
        realisasi.save()

    pratinjau_baru = pratinjau(dunia, baris(realisasi="77"))
    with pytest.raises(IsianTidakSah):
        batalkan(dunia, bets)

    assert "sedang dalam alur (diajukan)" in pratinjau_baru.baris.get().galat[0]["pesan"]


def test_gagal_di_tengah_tidak_meninggalkan_setengahnya(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    bets = impor(dunia, *DUA_TAHUN)
    sebelum, baris_tabel = sel_mutakhir(dunia), hitung_baris()

    def gagal(*_isi: object, **_nama: object) -> None:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr("sakip.pengukuran.services.batalkan.cabut", gagal)
    with pytest.raises(RuntimeError):
        batalkan(dunia, bets)

    assert BetsImpor.objects.get().keadaan == "diterapkan"
    assert sel_mutakhir(dunia) == sebelum
    assert hitung_baris() == baris_tabel


def test_ringkasan_unit_dihitung_ulang(dunia: Dunia) -> None:
    impor(dunia, baris(kode_indikator="tetap"))
    bets = impor(dunia, baris())

    batalkan(dunia, bets)

    assert ringkasan(dunia) == hitung_ulang_ringkasan(dunia)
    assert [r["jumlah"] for r in ringkasan(dunia).values()] == [1]


def test_peran_kedua_penyusun_yang_berakhir_tidak_membuka_pembatalan(dunia: Dunia) -> None:
    ani = dunia.orang["ani"].pengguna_id
    beri_peran(
        **dunia.dasar("admin"),
        pengguna_id=ani,
        peran=Peran.PENYUSUN_UNIT,
        unit="dinas-bakung",
        mulai=MULAI,
        selesai=None,
    )
    bets = impor(dunia, baris(unit="dinas-bakung"))
    peran = PenugasanPeran.objects.get(pengguna_id=ani, unit__slug="dinas-bakung")
    peran.masa = (MULAI, date(2026, 11, 24))
    with menulis_langsung(dunia.sistem):
        peran.save()

    with pytest.raises(TidakBerizin):
        batalkan(dunia, bets)
