"""Whoever holds the part that wrote an arahan calls it done."""

import pytest

from domain.arahan_uji import disetujui, jawab, kini, tulis, tutup
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


def test_jawaban_diterima_dan_tidak_ada_tugas_lagi(ukur: Ukur) -> None:
    a = tulis(ukur)
    jawab(ukur, a)

    assert tutup(ukur, a).keadaan == "ditutup"
    assert not Tugas.objects.filter(alur="arahan").exists()


def test_yang_belum_dijawab_ditutup_dengan_alasan(ukur: Ukur) -> None:
    a = tulis(ukur)

    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        tutup(ukur, a)
    assert tutup(ukur, a, alasan="Keliru lembar.").keadaan == "ditutup"


@pytest.mark.parametrize("siapa", ["ani", "vera", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    a = tulis(ukur)
    jawab(ukur, a)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tutup(ukur, a, siapa)

    assert hitung_baris() == sebelum


def test_peran_penulis_lain_ditolak(ukur: Ukur) -> None:
    # Fitri may write arahan herself; this one is the head's.
    a = tulis(ukur)
    jawab(ukur, a)

    with pytest.raises(TidakBerizin, match="ditulis Pimpinan unit"):
        tutup(ukur, a, "fitri")


def test_instansi_lain_tidak_menemukannya(ukur: Ukur, lain: Dunia) -> None:
    a = tulis(ukur)

    with pytest.raises((TidakBerizin, TidakDitemukan)):
        tutup(ukur, a, oleh=lain.pelaku("eko"), instansi=lain.instansi)


def test_dua_kali_ditolak(ukur: Ukur) -> None:
    a = tulis(ukur)
    jawab(ukur, a)
    tutup(ukur, a)

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “selesai”"):
        tutup(ukur, a)


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    a = tulis(ukur)
    jawab(ukur, a)

    with pytest.raises(VersiUsang):
        tutup(ukur, a, versi=1)


def test_riwayat_ditulis(ukur: Ukur) -> None:
    a = tulis(ukur)
    jawab(ukur, a)

    tutup(ukur, a)

    budi = ukur.dunia.orang["budi"].pengguna_id
    assert list(RiwayatArahan.objects.order_by("pk").values_list("tindakan", flat=True)) == [
        "tulis",
        "jawab",
        "tutup",
    ]
    assert peristiwa(kini(a))[-1] == Peristiwa("update", budi, "pengukuran.tutup_arahan")
