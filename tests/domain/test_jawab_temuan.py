"""Answering what a rule asks: it holds the sheet up until then, and lapses with the figure."""

from datetime import date, datetime

import pytest

from domain.lembar_uji import SOLUSI, sampai, tambah_orang, tindak
from domain.mutu_uji import JAWABAN, janggal, jawab, lihat, temuan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from domain.ukur_uji import HARI, Ukur, tambah_pengampu, tata_ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.pengukuran.models import JawabanTemuan, LembarPengukuran, RiwayatLembar


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = tata_ukur(dunia)
    tambah_orang(u, "vera", Peran.VERIFIKATOR_UNIT)
    janggal(u)
    return u


def test_yang_belum_dijawab_menahan_dan_menyebut_tempatnya(ukur: Ukur) -> None:
    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(ukur, "ajukan", "ani")

    assert [(s.kode, s.sasaran) for s in galat.value.syarat] == [("temuan", "sel:iku-3")]
    assert "Pembilang 9 lebih besar daripada penyebut 8." in galat.value.pesan

    jawab(ukur)
    assert tindak(ukur, "ajukan", "ani").keadaan == "diajukan"


def test_jawaban_menyimpan_siapa_kapan_dan_apa_yang_ditanya(ukur: Ukur) -> None:
    hasil = jawab(ukur)

    ani = ukur.dunia.orang["ani"].pengguna_id
    assert (hasil.jawaban, hasil.oleh_id, hasil.saat) == (JAWABAN, ani, HARI[0])
    assert hasil.temuan == "Pembilang 9 lebih besar daripada penyebut 8."
    satu = temuan(ukur)
    assert satu.jawaban is not None
    assert (satu.jawaban.jawaban, satu.jawaban.oleh) == (JAWABAN, "Ani Contoh")


def test_jawaban_gugur_ketika_angkanya_berubah_dan_kembali_bila_dikembalikan(ukur: Ukur) -> None:
    jawab(ukur)
    ukur.isi("iku-3", 1, "10/8")
    assert temuan(ukur).jawaban is None

    with pytest.raises(SyaratBelumTerpenuhi):
        tindak(ukur, "ajukan", "ani")

    ukur.isi("iku-3", 1, "9/8")
    assert temuan(ukur).jawaban is not None


def test_saat_diajukan_hanya_jawaban_yang_masih_berlaku_dihitung(ukur: Ukur) -> None:
    jawab(ukur)
    ukur.isi("iku-3", 1, "7/8", **SOLUSI)

    tindak(ukur, "ajukan", "ani")

    assert list(JawabanTemuan.objects.values_list("berlaku", flat=True)) == [False]


def test_pemeriksa_membaca_peringatan_dan_jawabannya(ukur: Ukur) -> None:
    jawab(ukur)
    tindak(ukur, "ajukan", "ani")

    b = next(b for b in lihat(ukur, "vera").baris if b.kode == "iku-3")

    assert [(t.kaidah, t.jawaban and t.jawaban.jawaban) for t in b.temuan] == [
        ("mutu.pembilang", JAWABAN)
    ]


def test_yang_menjawab_tidak_memeriksa(ukur: Ukur) -> None:
    tambah_orang(ukur, "rangkap", Peran.PENYUSUN_UNIT, Peran.VERIFIKATOR_UNIT)
    jawab(ukur, "rangkap")
    tindak(ukur, "ajukan", "ani")

    with pytest.raises(SyaratBelumTerpenuhi, match="pemeriksaan harus dilakukan orang lain"):
        tindak(ukur, "verifikasi", "rangkap")


def test_pengampu_menjawab_barisnya_saja(ukur: Ukur) -> None:
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")
    tambah_pengampu(ukur, "oman", "kasi-pelayanan", "1b")

    with pytest.raises(TidakBerizin):
        jawab(ukur, "oman")
    assert jawab(ukur, "edi").versi == 1


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi", "vera", "citra"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        jawab(ukur, siapa)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("jawaban", ["", "   ", "sudah", "x" * 2001])
def test_jawaban_yang_tidak_menjawab_ditolak(ukur: Ukur, jawaban: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="Jawaban tidak disimpan"):
        jawab(ukur, jawaban=jawaban)

    assert hitung_baris() == sebelum


def test_peringatan_yang_sudah_tidak_ada_ditolak(ukur: Ukur) -> None:
    lama = temuan(ukur).sidik
    ukur.isi("iku-3", 1, "8/8")

    with pytest.raises(PerpindahanTidakSah, match="sudah tidak ada"):
        jawab(ukur, sidik=lama)


def test_lembar_yang_diajukan_tidak_dijawab_lagi(ukur: Ukur) -> None:
    jawab(ukur)
    sampai(ukur, "diajukan")

    with pytest.raises(PerpindahanTidakSah, match="sedang “diajukan”"):
        jawab(ukur, versi=1)


def test_dua_orang_menjawab_yang_kedua_diberi_tahu(ukur: Ukur) -> None:
    jawab(ukur)

    with pytest.raises(VersiUsang, match="sudah dijawab orang lain"):
        jawab(ukur, jawaban="Jawaban lain yang cukup panjang.")

    assert jawab(ukur, jawaban="Jawaban lain yang cukup panjang.", versi=1).versi == 2


def test_sesudah_pembukaan_kembali_berakhir_tidak_dijawab(ukur: Ukur) -> None:
    jawab(ukur)
    sampai(ukur, "diajukan")
    with menulis_langsung(ukur.dunia.sistem):
        LembarPengukuran.objects.update(keadaan="dikembalikan", dibuka_sampai=date(2026, 4, 20))

    with pytest.raises(PerpindahanTidakSah, match="berakhir 20 April 2026"):
        jawab(ukur, versi=1, saat=datetime(2026, 4, 21, 9, 0, tzinfo=WIB))


def test_riwayat_ditulis(ukur: Ukur) -> None:
    hasil = jawab(ukur)

    ani = ukur.dunia.orang["ani"].pengguna_id
    r = RiwayatLembar.objects.get(tindakan="jawab")
    assert (r.oleh_id, r.alasan, r.teks, r.dari, r.ke) == (ani, JAWABAN, "9/8", "konsep", "konsep")
    assert peristiwa(hasil)[-1] == Peristiwa("insert", ani, "pengukuran.jawab_temuan")
