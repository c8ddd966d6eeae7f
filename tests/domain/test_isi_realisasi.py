"""Entering figures: the oracle of the story end to end, then the ladder."""

from datetime import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import (
    HARI,
    LIMA_IKU,
    Ukur,
    isi_setahun,
    kunci_jendela,
    tambah_pengampu,
    tata_ukur,
)
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.jam import WIB
from sakip.pengukuran.models import NilaiKomponen, Realisasi, RingkasanUnit


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def _dua(nilai: Decimal | None) -> str:
    assert nilai is not None
    return f"{nilai:.2f}".replace(".", ",")


def test_setahun_baros_menghasilkan_angka_cerita(ukur: Ukur) -> None:
    isi_setahun(ukur)

    hasil = {
        kode: (m.realisasi_teks, _dua(m.capaian))
        for kode in ("iku-1", "1b", "iku-2", "iku-3", "iku-4", "iku-5", "ikw")
        if (m := ukur.mutakhir(kode))
    }
    assert hasil == {
        "iku-1": ("84,14", "100,77"),  # (83,41667 × 150 + 84,77778 × 170) ÷ 320; ÷ 83,50
        "1b": ("24", "120,00"),  # (60 − 24) ÷ 30
        "iku-2": ("11/14", "100,00"),
        "iku-3": ("69/80", "95,83"),  # 86,25 ÷ 90
        "iku-4": ("11/32", "98,21"),  # 34,375 ÷ 35
        "iku-5": ("70,00", "97,22"),  # ÷ 72
        "ikw": ("82,89", "99,49"),  # 0,5 × 84,13976 + 0,3 × 78,57143 + 0,2 × 86,25; ÷ 83,32
    }
    assert not ukur.semua().filter(sementara=True, periode__jenis="tahun").exists()


def test_rata_rata_lima_iku_98_41_dan_dua_tercapai(ukur: Ukur) -> None:
    isi_setahun(ukur)

    lima = [ukur.mutakhir(k).capaian or Decimal(0) for k in LIMA_IKU]

    assert _dua(sum(lima, Decimal(0)) / 5) == "98,41"
    assert sum(c >= 100 for c in lima) == 2


@pytest.mark.parametrize(
    ("kode", "teks", "capaian"),
    [
        ("1b", ["41", "36", "28", "24"], ["63,33", "80,00", "106,67", "120,00"]),
        (
            "iku-2",
            ["13/14", "13/14", "12/14", "11/14"],
            ["118,18", "118,18", "109,09", "100,00"],
        ),
        ("iku-3", ["6/6", "31/36", "61/72", "69/80"], ["111,11", "95,68", "94,14", "95,83"]),
    ],
)
def test_tiap_triwulan(ukur: Ukur, kode: str, teks: list[str], capaian: list[str]) -> None:
    # IKU-3 is held against 90: 100 ÷ 90, 86,1111 ÷ 90, 84,7222 ÷ 90, 86,25 ÷ 90.
    isi_setahun(ukur)

    tw = [ukur.mutakhir(kode, "triwulan", n) for n in range(1, 5)]

    assert [m.realisasi_teks for m in tw] == teks
    assert [_dua(m.capaian) for m in tw] == capaian


def test_yang_disimpan_adalah_angka_triwulan_itu_sendiri(ukur: Ukur) -> None:
    isi_setahun(ukur)

    komponen = NilaiKomponen.objects.filter(
        realisasi__indikator=ukur.indikator["iku-3"], realisasi__periode__nomor=2
    )
    assert {k.komponen: str(k.nilai) for k in komponen} == {"pembilang": "25", "penyebut": "30"}


def test_tahun_sementara_sampai_triwulan_terakhir_masuk(ukur: Ukur) -> None:
    ukur.isi("iku-3", 1, "6/6")
    ukur.isi("iku-3", 2, "25/30")

    setahun = ukur.mutakhir("iku-3")
    assert (setahun.realisasi_teks, setahun.sementara, setahun.keadaan) == ("31/36", True, "konsep")


def test_gabungan_tidak_ada_sebelum_semua_bagiannya_ada(ukur: Ukur) -> None:
    ukur.isi("iku-2", 1, "13/14")
    ukur.isi("iku-3", 1, "6/6")

    assert not ukur.semua().filter(indikator=ukur.indikator["ikw"]).exists()


def test_mengapa_menunjukkan_rata_rata_yang_keliru(ukur: Ukur) -> None:
    isi_setahun(ukur)

    jejak = ukur.mutakhir("iku-3").snapshot.jejak["anak"][0]
    assert "= 91,67: itu keliru" in jejak["langkah"][-2]["uraian"]
    # 91,67 / 90 = 101,85 %; 86,25 / 90 = 95,83 %
    assert jejak["langkah"][-1]["uraian"] == (
        "Terhadap target 90,00 rata-rata itu akan memberi capaian 101,85%, tampak tercapai; "
        "yang benar 95,83%, belum tercapai."
    )
    assert jejak["langkah"][0]["uraian"] == "Triwulan 1: 6/6."


def test_ringkasan_unit_ikut_diperbarui(ukur: Ukur) -> None:
    isi_setahun(ukur)

    r = RingkasanUnit.objects.get(
        unit_id=ukur.dunia.unit[ukur.unit], periode__jenis="tahun", periode__tahun=2026
    )
    # All seven are drafts: computed, shown beside, and counted by nobody yet.
    assert (r.jumlah, r.terhitung, r.tercapai, r.sementara) == (7, 0, 0, 7)
    assert (r.menurut_kategori, r.menurut_keadaan) == ({}, {"konsep": 7})


def test_angka_yang_diganti_menambah_revisi_dan_membuang_komponen_lama(ukur: Ukur) -> None:
    ukur.isi("iku-3", 1, "6/6")
    ukur.isi("iku-3", 1, "", alasan_kosong="belum_terbit")

    r = Realisasi.objects.get(indikator=ukur.indikator["iku-3"], periode__jenis="triwulan")
    assert (r.revisi, r.versi, r.teks, r.alasan_kosong) == (2, 2, "", "belum_terbit")
    assert not NilaiKomponen.objects.filter(realisasi=r).exists()
    assert ukur.mutakhir("iku-3", "triwulan").status == "belum_waktunya"
    assert ukur.mutakhir("iku-3").realisasi_teks == ""


def test_isian_yang_sama_tidak_menulis_apa_pun(ukur: Ukur) -> None:
    ukur.isi("1b", 1, "41")
    sebelum = hitung_baris()

    hasil = ukur.isi("1b", 1, "41")

    assert hasil.mutakhir is None
    assert hitung_baris() == sebelum


def test_tanpa_kejadian_pada_triwulan_itu_ditulis_nol_per_nol(ukur: Ukur) -> None:
    ukur.isi("iku-3", 1, "0/0")

    assert ukur.mutakhir("iku-3", "triwulan").status == "tidak_dinilai"

    ukur.isi("iku-3", 2, "9/10")
    assert ukur.mutakhir("iku-3", "triwulan", 2).realisasi_teks == "9/10"


def test_tahunan_boleh_masuk_lebih_awal_dan_alasannya_tidak_mengikat_lembar(ukur: Ukur) -> None:
    ukur.isi("iku-5", 1, "", alasan_kosong="belum_terbit")
    awal = Realisasi.objects.get(indikator=ukur.indikator["iku-5"])
    assert (awal.lembar_id, awal.alasan_kosong) == (None, "belum_terbit")

    ukur.isi("iku-5", 2, "70,00")

    kini = Realisasi.objects.get(indikator=ukur.indikator["iku-5"])
    assert kini.lembar is not None
    assert kini.lembar.periode.nomor == 2


@pytest.mark.parametrize(
    ("kode", "teks", "kata"),
    [
        ("1b", "12 menit", "bukan satu angka"),
        ("1b", "41.5", "format"),
        ("iku-3", "86,11", "Tulis pembilang dan penyebutnya"),
        ("iku-3", "5/0", "Penyebut"),
        ("iku-1", "83,42", "dihitung dari survei"),
    ],
)
def test_isian_yang_tidak_terbaca_ditolak_dengan_kalimat(
    ukur: Ukur, kode: str, teks: str, kata: str
) -> None:
    ukur.isi("iku-2", 2, "13/14")
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        ukur.isi(kode, 2, teks)

    assert kata in " ".join(k.pesan for k in galat.value.kesalahan)
    assert hitung_baris() == sebelum


def test_semua_kesalahan_disebut_sekaligus(ukur: Ukur) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        ukur.isi("1b", 1, "x", alasan_kosong="entah", penyebab="p" * 2001)

    assert {k.letak for k in galat.value.kesalahan} == {"teks", "alasan_kosong", "penyebab"}


def test_yang_dihitung_sistem_dan_yang_belum_waktunya_tidak_diisi(ukur: Ukur) -> None:
    with pytest.raises(IsianTidakSah, match="dihitung dari indikator lain"):
        ukur.isi("ikw", 1, "80")
    with pytest.raises(PerpindahanTidakSah, match="belum waktunya"):
        ukur.isi("iku-1", 1, "", alasan_kosong="belum_waktunya")
    with pytest.raises(TidakDitemukan, match="tidak dijanjikan"):
        ukur.isi("iku-9", 1, "1", versi=0)


@pytest.mark.parametrize("siapa", ["budi", "fitri", "citra", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        ukur.isi("1b", 1, "41", siapa=siapa)

    assert hitung_baris() == sebelum


def test_pengampu_hanya_mengisi_yang_diampu_jabatannya(ukur: Ukur) -> None:
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")
    tambah_pengampu(ukur, "oman", "kasi-pelayanan", "1b")

    ukur.isi("1b", 1, "41", siapa="oman")
    with pytest.raises(TidakBerizin, match="Anda tidak memegang jabatan itu"):
        ukur.isi("1b", 1, "40", siapa="edi")


@pytest.mark.parametrize(
    ("saat", "kata"),
    [
        (datetime(2026, 3, 31, 9, 0, tzinfo=WIB), "baru dibuka 1 April 2026"),
        (datetime(2026, 4, 11, 0, 1, tzinfo=WIB), "ditutup 10 April 2026"),
    ],
    ids=["sebelum dibuka", "sesudah ditutup"],
)
def test_di_luar_jendela_ditolak(ukur: Ukur, saat: datetime, kata: str) -> None:
    kunci_jendela(ukur.dunia)
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match=kata):
        ukur.isi("1b", 1, "41", saat=saat)

    assert hitung_baris() == sebelum


def test_sesudah_jendela_tetap_dapat_diisi_bila_tidak_dikunci(ukur: Ukur) -> None:
    hasil = ukur.isi("1b", 1, "41", saat=datetime(2026, 4, 11, 0, 1, tzinfo=WIB))

    assert hasil.realisasi.teks == "41"


def test_tahun_tanpa_jendela_ditolak(ukur: Ukur) -> None:
    with pytest.raises(TidakDitemukan):
        ukur.isi("1b", 5, "41", saat=HARI[0], versi=0)


def test_versi_usang_ditolak_dengan_angka_yang_tersimpan(ukur: Ukur) -> None:
    ukur.isi("1b", 1, "41")
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang, match="kini tertulis “41”"):
        ukur.isi("1b", 1, "40", versi=0)

    assert hitung_baris() == sebelum


def test_riwayat_mencatat_siapa_mengisi(ukur: Ukur) -> None:
    hasil = ukur.isi("1b", 1, "41")
    ukur.isi("1b", 1, "40")

    ani = ukur.dunia.orang["ani"].pengguna_id
    assert peristiwa(hasil.realisasi) == [
        Peristiwa("insert", ani, "pengukuran.isi_realisasi"),
        Peristiwa("update", ani, "pengukuran.isi_realisasi"),
    ]


def test_kueri_satu_angka(ukur: Ukur) -> None:
    ukur.isi("iku-3", 1, "6/6")

    with CaptureQueriesContext(connection) as kueri:
        ukur.isi("iku-3", 1, "5/6", versi=1)

    # Savepoint, author, and one statement for each of the three traces among them.
    assert len(kueri) <= 17, [q["sql"][:90] for q in kueri]
