"""The workbook of a quarter: down, filled as people fill it, up, and equal to what was typed."""

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles.numbers import FORMAT_PERCENTAGE

from domain.buku_ukur_uji import (
    ALASAN,
    akibat,
    batalkan,
    galat,
    letak,
    perbaiki,
    pratinjau,
    terapkan,
    tulis,
    ubah,
    unduh,
)
from domain.lembar_uji import SOLUSI, keadaan_angka, lembar, tambah_orang, tindak
from domain.pemeran import Dunia, hitung_baris
from domain.ukur_uji import SEMESTER_1, Ukur, tambah_pengampu, tata_ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Peran
from sakip.impor.jenis import TanpaPerubahan
from sakip.impor.models import BetsImpor
from sakip.pengukuran.models import NilaiKomponen, Realisasi, RiwayatLembar


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def _isi_tw2(buku: Any) -> None:
    tulis("1b", Angka=36, Penyebab="=Berkas bolak-balik.", Solusi="Syarat diperiksa.")(buku)
    tulis("iku-2", Pembilang=13, Penyebut=14)(buku)
    tulis("iku-3", Pembilang=25, Penyebut="30")(buku)
    tulis("iku-5", Alasan="belum terbit")(buku)
    tulis("iku-1", Responden=150)(buku)
    lembar = buku["Isian"]
    lembar[letak(buku, "1b", "Penyebab")].data_type = "s"  # a text, as Excel types '=…
    kepala = [s.value for s in lembar[3]]
    unsur = next(n for n, kata in enumerate(kepala, 1) if str(kata).startswith("U1"))
    baris = next(s.row for s in lembar["A"] if s.value == "iku-1")
    for n, teks in enumerate(SEMESTER_1):
        lembar.cell(baris, unsur + n, float(teks.replace(",", ".")))


def test_diisi_di_excel_sama_dengan_yang_diketik(ukur: Ukur) -> None:
    bets = pratinjau(ukur, ubah(unduh(ukur, 2), _isi_tw2), 2)

    baru = {kode for kode, apa in akibat(bets).items() if apa == "baru"}
    assert (baru, len(akibat(bets))) == ({"iku-1", "1b", "iku-2", "iku-3", "iku-5"}, 7)
    assert not Realisasi.objects.exists()
    terapkan(ukur, bets, 2)

    menurut = {r.indikator.kode: r for r in Realisasi.objects.filter(lembar=lembar(ukur, 2))}
    assert {k: r.teks for k, r in menurut.items()} == {
        "iku-1": "83,42",  # (3,35 + … + 3,15) ÷ 9 × 25 = 30,03 ÷ 9 × 25
        "1b": "36",
        "iku-2": "13/14",
        "iku-3": "25/30",
    }
    assert menurut["1b"].penyebab == "=Berkas bolak-balik."
    assert Realisasi.objects.get(indikator__kode="iku-5").alasan_kosong == "belum_terbit"
    komponen = NilaiKomponen.objects.filter(realisasi=menurut["iku-3"])
    assert {k.komponen: str(k.nilai) for k in komponen} == {"pembilang": "25", "penyebut": "30"}
    assert ukur.mutakhir("iku-1", "semester").realisasi_teks == "83,42"


def test_yang_diunduh_lalu_diunggah_tidak_berbeda(ukur: Ukur) -> None:
    terapkan(ukur, pratinjau(ukur, ubah(unduh(ukur, 2), _isi_tw2), 2), 2)
    ukur.isi("1b", 2, "1234567890123456789,125", penyebab='"<&>"\nbaris\tdua', solusi="+1")
    isi = unduh(ukur, 2)
    ukur.isi("1b", 2, "1234567890123456789,125", penyebab='"<&>"\nbaris\tdua', solusi="=1+1")
    ukur.isi("iku-3", 2, "0,00001/123456789012345")
    sebelum = hitung_baris()

    # As it came, as another program saves it, and drawn from a sheet that moved on since.
    for berkas in (unduh(ukur, 2), ubah(unduh(ukur, 2)), isi):
        with pytest.raises(TanpaPerubahan, match="sama dengan yang tersimpan"):
            pratinjau(ukur, berkas, 2)

    assert hitung_baris() == sebelum
    buku = load_workbook(io.BytesIO(isi))
    assert buku["Isian"][letak(buku, "1b", "Angka")].value == "1.234.567.890.123.456.789,125"
    assert not any(s.data_type == "f" for baris in buku["Isian"] for s in baris)


def test_golongan_sebab_pergi_pulang_dengan_katanya(ukur: Ukur) -> None:
    ukur.isi("1b", 1, "41", **SOLUSI, golongan_sebab="sarana")
    isi = unduh(ukur)
    buku = load_workbook(io.BytesIO(isi))
    sel = letak(buku, "1b", "Golongan sebab")
    daftar = {str(v.sqref): v for v in buku["Isian"].data_validations.dataValidation}
    assert buku["Isian"][sel].value == "Sarana"
    assert "Sarana" in daftar[sel].formula1
    assert "Pegawai" in daftar[sel].formula1

    # "Pegawai" is the word of the code "sdm"; in whichever case it is typed.
    bets = pratinjau(ukur, ubah(isi, tulis("1b", Golongan_sebab="pegawai")))
    terapkan(ukur, bets)

    satu = bets.baris.get(akibat="berubah")
    assert satu.isi["beda"] == [{"kolom": "golongan_sebab", "lama": "Sarana", "baru": "Pegawai"}]
    r = Realisasi.objects.get(indikator__kode="1b", lembar=lembar(ukur))
    assert (r.golongan_sebab, r.teks) == ("sdm", "41")
    with pytest.raises(TanpaPerubahan):
        pratinjau(ukur, unduh(ukur))


def test_unggahan_kedua_menyebut_penerapnya(ukur: Ukur) -> None:
    isi = ubah(unduh(ukur), tulis("1b", Angka=41))
    terapkan(ukur, pratinjau(ukur, isi))
    sebelum = hitung_baris()

    with pytest.raises(TanpaPerubahan) as kabar:
        pratinjau(ukur, isi)

    assert "sudah diterapkan 8 April 2026" in kabar.value.pesan
    assert "oleh Ani" in kabar.value.pesan
    assert hitung_baris() == sebelum


def test_buku_terkunci_kecuali_isiannya_dan_berdaftar_pilihan(ukur: Ukur) -> None:
    buku = load_workbook(io.BytesIO(unduh(ukur, 2)))
    satu = buku["Isian"]

    terbuka = {s.coordinate for baris in satu.iter_rows(min_row=4) for s in baris
               if not s.protection.locked}  # fmt: skip
    assert satu.protection.sheet
    assert {letak(buku, "1b", "Angka"), letak(buku, "iku-3", "Penyebut")} <= terbuka
    assert not {letak(buku, "ikw", "Angka"), letak(buku, "1b", "Target"),
                letak(buku, "1b", "Pembilang")} & terbuka  # fmt: skip
    aturan = {str(v.sqref): v for v in satu.data_validations.dataValidation}
    assert aturan[letak(buku, "1b", ALASAN)].formula1 == '"belum waktunya,belum terbit"'
    assert aturan[letak(buku, "1b", "Angka")].type == "decimal"
    assert satu.freeze_panes == "C4"
    assert buku["_sakip"].sheet_state == "veryHidden"
    assert str(satu["A2"].value).startswith("CONTOH")  # the cast lives in a demo


@pytest.mark.parametrize(
    ("kode", "kolom", "nilai", "kata"),
    [
        ("1b", "Angka", "1.000", "dapat berarti 1000 atau 1."),
        ("1b", "Angka", "85,500", "dapat berarti 85,5 atau 85500."),
        ("1b", "Angka", "NaN", "bukan angka yang dapat dihitung"),
        ("1b", "Angka", "∞", "bukan angka yang dapat dihitung"),
        ("1b", "Angka", "-", "kosongkan selnya dan pilih alasannya"),
        ("1b", "Angka", "n/a", "kosongkan selnya dan pilih alasannya"),
        ("1b", "Angka", "12 menit", "bukan satu angka"),
        ("1b", "Angka", "9" * 25, "lebih panjang dari 24 digit"),
        ("1b", "Angka", 1e30, "lebih panjang dari 24 digit"),
        ("1b", "Angka", date(2026, 11, 14), "“2026-11-14” tampak seperti tanggal"),
        ("iku-3", "Penyebut", date(2026, 11, 14), "Sel ini tanggal"),
        ("iku-3", "Penyebut", "25/30", "Isi satu angka saja"),
        ("iku-3", "Penyebut", None, "Isi pembilang dan penyebutnya"),
        ("iku-3", "Penyebut", 0, "harus lebih besar dari nol"),
        ("1b", ALASAN, "entah", "Pilih: belum waktunya, belum terbit"),
        ("1b", "Penyebab", "p" * 2001, "Paling panjang 2000 huruf"),
    ],
    ids=str,
)
def test_isi_yang_tidak_terbaca_disebut_selnya(
    ukur: Ukur, kode: str, kolom: str, nilai: Any, kata: str
) -> None:
    sel = ""

    def cara(buku: Any) -> None:
        nonlocal sel
        tulis("iku-3", Pembilang=25)(buku)
        tulis(kode, **{"Alasan" if kolom == ALASAN else kolom: nilai})(buku)
        sel = letak(buku, kode, kolom)

    if kode == "1b":
        bets = pratinjau(ukur, ubah(unduh(ukur), cara, tulis("iku-3", Penyebut=30)))
    else:
        bets = pratinjau(ukur, ubah(unduh(ukur), cara))

    assert list(galat(bets)) == [sel]
    assert kata in galat(bets)[sel]
    with pytest.raises(SyaratBelumTerpenuhi):
        terapkan(ukur, bets)
    assert not Realisasi.objects.exists()


def test_sel_berformat_persen_dibaca_seperti_tampaknya(ukur: Ukur) -> None:
    def cara(buku: Any) -> None:
        sel = buku["Isian"][letak(buku, "1b", "Angka")]
        sel.value, sel.number_format = 0.415, FORMAT_PERCENTAGE

    bets = pratinjau(ukur, ubah(unduh(ukur), cara))

    assert "Sel berformat persen" in bets.opsi["catatan"][0]
    terapkan(ukur, bets)
    assert ukur.mutakhir("1b", "triwulan").realisasi_teks == "41,5"


def test_galat_diperbaiki_di_pratinjau_lalu_diterapkan(ukur: Ukur) -> None:
    bets = pratinjau(ukur, ubah(unduh(ukur), tulis("1b", Angka="41 menit")))
    nomor = bets.baris.get(akibat="galat").nomor

    bets = perbaiki(ukur, bets, **{f"_{nomor}_nilai": "41"})
    terapkan(ukur, bets)

    assert ukur.mutakhir("1b", "triwulan").realisasi_teks == "41"


def test_yang_berubah_di_dua_tempat_diputuskan_orang(ukur: Ukur) -> None:
    ukur.isi("1b", 1, "41", **SOLUSI)
    ukur.isi("iku-2", 1, "13/14")
    isi = ubah(unduh(ukur), tulis("1b", Angka=40), tulis("iku-3", Pembilang=6, Penyebut=6))
    ukur.isi("1b", 1, "39", **SOLUSI)
    ukur.isi("iku-2", 1, "12/14")

    bets = pratinjau(ukur, isi)

    apa = akibat(bets)
    assert (apa["1b"], apa["iku-2"], apa["iku-3"]) == ("galat", "sama", "baru")
    satu = bets.baris.get(akibat="galat")
    assert satu.isi["beda"] == [{"kolom": "nilai", "lama": "39", "baru": "40"}]
    assert "Pilih mana yang dipakai" in satu.galat[0]["pesan"]
    milik = bets.baris.get(isi__asal__kode="iku-2")
    assert "buku ini tidak mengubahnya" in milik.isi["catatan"]

    bets = perbaiki(ukur, bets, **{f"_{satu.nomor}_putusan": "buku"})
    terapkan(ukur, bets)
    angka = {k: ukur.mutakhir(k, "triwulan").realisasi_teks for k in ("1b", "iku-2", "iku-3")}
    assert angka == {"1b": "40", "iku-2": "12/14", "iku-3": "6/6"}


def test_yang_tersimpan_dapat_dipertahankan(ukur: Ukur) -> None:
    ukur.isi("1b", 1, "41", **SOLUSI)
    isi = ubah(unduh(ukur), tulis("1b", Angka=40))
    ukur.isi("1b", 1, "39", **SOLUSI)
    bets = pratinjau(ukur, isi)
    nomor = bets.baris.get(akibat="galat").nomor

    bets = perbaiki(ukur, bets, **{f"_{nomor}_putusan": "tersimpan"})

    assert set(akibat(bets).values()) == {"sama"}
    assert ukur.mutakhir("1b", "triwulan").realisasi_teks == "39"


def test_angka_yang_bergerak_sesudah_pratinjau_menahan_semuanya(ukur: Ukur) -> None:
    isi = ubah(unduh(ukur), tulis("1b", Angka=40), tulis("iku-2", Pembilang=13, Penyebut=14))
    bets = pratinjau(ukur, isi)
    ukur.isi("1b", 1, "39")

    with pytest.raises(VersiUsang, match="berubah sejak pratinjau"):
        terapkan(ukur, bets)

    assert not Realisasi.objects.filter(indikator__kode="iku-2").exists()


def test_dibatalkan_selama_belum_disentuh_orang_lain(ukur: Ukur) -> None:
    ukur.isi("1b", 1, "41,50", **SOLUSI)
    isi = ubah(unduh(ukur), tulis("1b", Angka=40), tulis("iku-3", Pembilang=6, Penyebut=6))
    bets = terapkan(ukur, pratinjau(ukur, isi))

    batalkan(ukur, bets)

    assert ukur.mutakhir("1b", "triwulan").realisasi_teks == "41,50"
    r = Realisasi.objects.get(indikator__kode="iku-3", periode__jenis="triwulan")
    assert (r.teks, NilaiKomponen.objects.filter(realisasi=r).count()) == ("", 0)
    # The same file may be brought again: what stands there is what stood when it was drawn.
    kembali = pratinjau(ukur, isi)
    assert akibat(kembali) | {"1b": "berubah", "iku-3": "baru"} == akibat(kembali)


def test_pembatalan_ditolak_sesudah_angkanya_diubah_lagi(ukur: Ukur) -> None:
    isi = ubah(unduh(ukur), tulis("1b", Angka=40), tulis("iku-3", Pembilang=6, Penyebut=6))
    bets = terapkan(ukur, pratinjau(ukur, isi))
    ukur.isi("1b", 1, "39")
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as salah:
        batalkan(ukur, bets)

    assert [k.pesan for k in salah.value.kesalahan] == [
        "“Indikator 1b” sudah diubah sesudah impor ini."
    ]
    assert hitung_baris() == sebelum


def test_angka_yang_dikembalikan_tetap_harus_dijawab_sesudah_batal(ukur: Ukur) -> None:
    tambah_orang(ukur, "vera", Peran.VERIFIKATOR_UNIT)
    for kode, teks in (("1b", "41"), ("iku-2", "13/14"), ("iku-3", "6/6")):
        ukur.isi(kode, 1, teks, **SOLUSI, faktor="Sesuai rencana.")
    tindak(ukur, "ajukan", "ani")
    tindak(ukur, "kembalikan", "vera", alasan="periksa 1b", indikator=["1b"])
    bets = terapkan(ukur, pratinjau(ukur, ubah(unduh(ukur), tulis("1b", Angka=40))))
    assert keadaan_angka(ukur)["1b"] == "konsep"
    jejak = RiwayatLembar.objects.filter(tindakan="isi").latest("id")
    assert (jejak.teks, jejak.oleh.nama.split()[0]) == ("40", "Ani")

    batalkan(ukur, bets)

    assert keadaan_angka(ukur)["1b"] == "dikembalikan"
    assert ukur.mutakhir("1b", "triwulan").realisasi_teks == "41"


def test_yang_menerapkan_buku_tidak_memeriksanya(ukur: Ukur) -> None:
    tambah_orang(ukur, "vera", Peran.VERIFIKATOR_UNIT, Peran.PENYUSUN_UNIT)
    isi = ubah(
        unduh(ukur),
        tulis("1b", Angka=41, Golongan_sebab="Sarana", Penyebab="Berkas.", Solusi="Loket."),
        tulis("iku-2", Pembilang=13, Penyebut=14, Faktor_pendorong="Sesuai rencana."),
        tulis("iku-3", Pembilang=6, Penyebut=6, Faktor_pendorong="Sesuai rencana."),
    )
    terapkan(ukur, pratinjau(ukur, isi, siapa="vera"), siapa="vera")
    # Written as the word of the list, stored as its code.
    assert (
        Realisasi.objects.get(
            indikator__kode="1b", periode__jenis="triwulan", periode__nomor=1
        ).golongan_sebab
        == "sarana"
    )
    tindak(ukur, "ajukan", "ani")

    with pytest.raises(SyaratBelumTerpenuhi):
        tindak(ukur, "verifikasi", "vera")


def test_pengampu_mengisi_barisnya_saja(ukur: Ukur) -> None:
    tambah_pengampu(ukur, "oman", "kasi-pelayanan", "1b")
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")
    buku = load_workbook(io.BytesIO(unduh(ukur, siapa="edi")))
    assert buku["Isian"][letak(buku, "1b", "Angka")].protection.locked
    assert not buku["Isian"][letak(buku, "iku-3", "Penyebut")].protection.locked

    isi = ubah(unduh(ukur), tulis("1b", Angka=40), tulis("iku-3", Pembilang=6, Penyebut=6))
    bets = pratinjau(ukur, isi, siapa="edi")

    (pesan,) = galat(bets).values()
    assert "Anda tidak memegang jabatan itu" in pesan
    assert BetsImpor.objects.get().baris.get(akibat="baru").isi["asal"]["kode"] == "iku-3"
