"""An answer did not settle it: the arahan is asked anew, for the next sheet that is open."""

from datetime import date

import pytest

from domain.arahan_uji import JAWABAN, TEKS, disetujui, jawab, kini, perbarui, tulis
from domain.lembar_uji import sampai
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import Ukur
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.pengukuran.models import RiwayatArahan


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return disetujui(dunia)


def test_ditagih_lagi_pada_lembar_yang_masih_terbuka(ukur: Ukur) -> None:
    a = tulis(ukur)
    jawab(ukur, a)
    ukur.isi("1b", 2, "30")
    ukur.isi("iku-2", 2, "13/14")
    ukur.isi("iku-3", 2, "30/30")
    ukur.survei(2, ["3,40"] * 9, "150")
    sampai(ukur, "diajukan", 2)

    hasil = perbarui(ukur, a, sampai=date(2026, 9, 30))

    assert (hasil.keadaan, hasil.untuk.nomor, hasil.jawaban) == ("ditulis", 3, "")
    assert Tugas.objects.get(alur="arahan").peran == "penyusun_unit"
    # What was asked and answered before stays in the history, word for word.
    kata = RiwayatArahan.objects.order_by("pk").values_list("tindakan", "alasan")
    assert list(kata) == [
        ("tulis", TEKS),
        ("jawab", JAWABAN),
        ("perbarui", "Laporkan juga waktu tunggunya."),
    ]


def test_yang_belum_dijawab_tidak_diperbarui(ukur: Ukur) -> None:
    a = tulis(ukur)

    with pytest.raises(PerpindahanTidakSah, match="menunggu jawaban"):
        perbarui(ukur, a)


@pytest.mark.parametrize("siapa", ["ani", "vera", "dewi", "fitri"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    a = tulis(ukur)
    jawab(ukur, a)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        perbarui(ukur, a, siapa)

    assert hitung_baris() == sebelum


def test_instansi_lain_tidak_menemukannya(ukur: Ukur, lain: Dunia) -> None:
    a = tulis(ukur)

    with pytest.raises((TidakBerizin, TidakDitemukan)):
        perbarui(ukur, a, oleh=lain.pelaku("eko"), instansi=lain.instansi)


def test_isian_keliru_dan_versi_usang_ditolak(ukur: Ukur) -> None:
    a = tulis(ukur)
    jawab(ukur, a)

    with pytest.raises(IsianTidakSah):
        perbarui(ukur, a, teks=" ")
    with pytest.raises(VersiUsang):
        perbarui(ukur, a, versi=1)


def test_riwayat_ditulis(ukur: Ukur) -> None:
    a = tulis(ukur)
    jawab(ukur, a)

    perbarui(ukur, a)

    budi = ukur.dunia.orang["budi"].pengguna_id
    assert peristiwa(kini(a))[-1] == Peristiwa("update", budi, "pengukuran.perbarui_arahan")
