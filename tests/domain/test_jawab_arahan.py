"""The unit says what it did about an arahan, and cannot hand its sheet in before."""

from uuid import uuid4

import pytest

from domain.arahan_uji import JAWABAN, disetujui, jawab, kini, tulis, tutup
from domain.lembar_uji import sampai, tindak
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.periksa_uji import bukti
from domain.ukur_uji import TAHUN, Ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Tindakan
from sakip.pengukuran.models import RiwayatArahan
from sakip.pengukuran.selectors import lembar_unit


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return disetujui(dunia)


def _isi_tw2(u: Ukur) -> None:
    u.isi("1b", 2, "30")
    u.isi("iku-2", 2, "13/14")
    u.isi("iku-3", 2, "30/30")
    u.survei(2, ["3,40"] * 9, "150")


def test_jawaban_tersimpan_dan_penulis_membacanya(ukur: Ukur) -> None:
    a = tulis(ukur)
    ada = bukti(ukur)

    hasil = jawab(ukur, a, bukti=ada.uuid)

    assert (hasil.keadaan, hasil.jawaban, hasil.bukti_id) == ("dijawab", JAWABAN, ada.pk)
    tugas = Tugas.objects.get(alur="arahan")
    assert (tugas.peran, tugas.sasaran["isi"]) == ("pimpinan_unit", [TAHUN, ukur.unit, 2])


def test_lembar_tidak_diajukan_sebelum_arahannya_dijawab(ukur: Ukur) -> None:
    a = tulis(ukur)
    _isi_tw2(ukur)

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(ukur, "ajukan", "ani", 2)
    assert [(s.kode, s.sasaran) for s in galat.value.syarat] == [("arahan", f"sel:{a.uuid}")]

    jawab(ukur, a)
    assert tindak(ukur, "ajukan", "ani", 2).keadaan == "diajukan"


def test_lembar_menyebut_arahan_yang_harus_dijawab(ukur: Ukur) -> None:
    a = tulis(ukur, indikator="1b")
    lingkup = ukur.dunia.lingkup("ani")
    unit = ukur.dunia.tampak(ukur.unit)
    assert lingkup.boleh(Tindakan.JAWAB_ARAHAN, unit.jalur)

    asal = lembar_unit(lingkup, unit, TAHUN, 1).arahan
    nanti = lembar_unit(lingkup, unit, TAHUN, 2).arahan

    assert [s.arahan.pk for s in asal.ditulis_di_sini] == [a.pk]
    assert asal.tagihan == []
    [satu] = nanti.dijawab_di_sini
    assert (satu.tagihan, satu.boleh_jawab, satu.boleh_putus) == (True, True, False)
    assert (satu.penulis, satu.sebutan_peran) == ("Budi Contoh", "Pimpinan unit")


def test_jawaban_dapat_diperbaiki_sampai_lembar_diajukan(ukur: Ukur) -> None:
    a = tulis(ukur)
    jawab(ukur, a)
    assert jawab(ukur, a, jawaban="Diperbaiki.").jawaban == "Diperbaiki."
    _isi_tw2(ukur)
    sampai(ukur, "diajukan", 2)

    with pytest.raises(PerpindahanTidakSah, match="lembarnya sedang “diajukan”"):
        jawab(ukur, a)


@pytest.mark.parametrize("siapa", ["budi", "fitri", "vera", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    a = tulis(ukur)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        jawab(ukur, a, siapa)

    assert hitung_baris() == sebelum


def test_instansi_lain_tidak_menemukannya(ukur: Ukur, lain: Dunia) -> None:
    a = tulis(ukur)

    with pytest.raises((TidakBerizin, TidakDitemukan)):
        jawab(ukur, a, oleh=lain.pelaku("eko"), instansi=lain.instansi)


def test_yang_sudah_ditutup_tidak_dijawab(ukur: Ukur) -> None:
    a = tulis(ukur)
    tutup(ukur, a, alasan="Keliru lembar.")

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “selesai”"):
        jawab(ukur, a)


@pytest.mark.parametrize("jawaban", ["  ", "a" * 1001], ids=["kosong", "panjang"])
def test_isian_keliru_ditolak(ukur: Ukur, jawaban: str) -> None:
    a = tulis(ukur)

    with pytest.raises(IsianTidakSah) as galat:
        jawab(ukur, a, jawaban=jawaban)

    assert list(galat.value.menurut_letak) == ["jawaban"]


def test_bukti_unit_lain_ditolak(ukur: Ukur) -> None:
    a = tulis(ukur)

    with pytest.raises(TidakDitemukan, match="Bukti itu tidak ada"):
        jawab(ukur, a, bukti=uuid4())


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    a = tulis(ukur)

    with pytest.raises(VersiUsang, match="sudah berubah"):
        jawab(ukur, a, versi=9)


def test_riwayat_ditulis(ukur: Ukur) -> None:
    a = tulis(ukur)

    jawab(ukur, a)

    ani = ukur.dunia.orang["ani"].pengguna_id
    assert RiwayatArahan.objects.order_by("pk").values_list("dari", "ke", "oleh_id", "alasan")[
        1
    ] == ("ditulis", "dijawab", ani, JAWABAN)
    assert peristiwa(kini(a))[-1] == Peristiwa("update", ani, "pengukuran.jawab_arahan")
