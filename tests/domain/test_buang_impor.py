"""Dropping a preview."""

import pytest

from domain.lembar import baris, buang, impor, pratinjau
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.impor.models import RiwayatImpor
from sakip.impor.services import buang_impor
from sakip.pengukuran.models import Realisasi


def test_pratinjau_dibuang_tugasnya_hilang_riwayatnya_tinggal(dunia: Dunia) -> None:
    bets = buang(dunia, pratinjau(dunia, baris()))

    ani = dunia.orang["ani"].pengguna_id
    assert (bets.keadaan, bets.versi) == ("dibuang", 2)
    assert not Tugas.objects.filter(objek=bets.uuid).exists()
    assert not Realisasi.objects.exists()
    assert peristiwa(bets)[-1] == Peristiwa("update", ani, "impor.buang_impor")
    assert RiwayatImpor.objects.order_by("-id")[0].tindakan == "buang"


def test_pratinjau_bergalat_pun_dapat_dibuang(dunia: Dunia) -> None:
    assert buang(dunia, pratinjau(dunia, baris(target="x"))).keadaan == "dibuang"


@pytest.mark.parametrize(
    ("siapa", "kata"), [("budi", "diperlukan peran"), ("dewi", "tidak mencakup unit ini")]
)
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str, kata: str) -> None:
    bets = pratinjau(dunia, baris())
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match=kata):
        buang(dunia, bets, siapa)

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    bets = pratinjau(dunia, baris())

    with pytest.raises(TidakDitemukan):
        buang(lain, bets, "eko")


def test_yang_diterapkan_tidak_dibuang(dunia: Dunia) -> None:
    bets = impor(dunia, baris())

    with pytest.raises(PerpindahanTidakSah, match="Yang dapat dilakukan: membatalkan impor"):
        buang(dunia, bets)


def test_yang_sudah_dibuang_tidak_dibuang_lagi(dunia: Dunia) -> None:
    bets = buang(dunia, pratinjau(dunia, baris()))

    with pytest.raises(PerpindahanTidakSah):
        buang(dunia, bets)


def test_formulir_usang_ditolak(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris())
    buang(dunia, bets)

    with pytest.raises(VersiUsang):
        buang_impor(**dunia.dasar("ani"), bets=bets.uuid, versi=1)
