"""Drawing an open agreement again from what is in force."""

from decimal import Decimal

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from domain.perjanjian_uji import SUSUN, TELAAH, buat, diajukan, lanjut, muat_dppa, tata
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.perencanaan.models import DokumenAnggaran
from sakip.perjanjian.services import kembalikan_perjanjian, tarik_ulang_perjanjian

BARU = {"7.01.02": "180000000", "7.01.06": "46000000"}


def test_anggarannya_menjadi_yang_berlaku_dan_keadaannya_tetap(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)
    kembalikan_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH, alasan="berbeda dari DPA"))
    baru = muat_dppa(dunia, BARU, disahkan=SUSUN)

    hasil = tarik_ulang_perjanjian(**lanjut(dunia, pk, "ani", TELAAH))

    assert (hasil.keadaan, hasil.anggaran) == ("dikembalikan", baru)
    assert hasil.anggaran_program.get(kode="7.01.02").rupiah == Decimal(180000000)
    assert hasil.butir.count() == 3
    assert hasil.riwayat.latest("id").tindakan == "tarik_ulang"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "perjanjian.tarik_ulang_perjanjian"
    )


def test_tanpa_perubahan_isinya_sama(dunia: Dunia) -> None:
    tata(dunia)
    pk = buat(dunia)
    sebelum = list(pk.butir.values_list("urutan", "target"))

    hasil = tarik_ulang_perjanjian(**lanjut(dunia, pk, "ani", SUSUN))

    assert list(hasil.butir.values_list("urutan", "target")) == sebelum


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    pk = buat(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tarik_ulang_perjanjian(**lanjut(dunia, pk, siapa, SUSUN))

    assert hitung_baris() == sebelum


def test_yang_sedang_ditelaah_tidak_berubah_di_tangan_penelaah(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)

    with pytest.raises(PerpindahanTidakSah):
        tarik_ulang_perjanjian(**lanjut(dunia, pk, "ani", SUSUN))


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = buat(dunia)

    with pytest.raises(VersiUsang):
        tarik_ulang_perjanjian(**lanjut(dunia, pk, "ani", SUSUN, versi=9))


def test_sumber_yang_ditarik_disebut(dunia: Dunia) -> None:
    r = tata(dunia)
    pk = buat(dunia)
    _tarik(dunia, r.anggaran)

    with pytest.raises(SyaratBelumTerpenuhi, match="belum disahkan"):
        tarik_ulang_perjanjian(**lanjut(dunia, pk, "ani", SUSUN))


def _tarik(dunia: Dunia, anggaran: DokumenAnggaran) -> None:
    with menulis_langsung(dunia.sistem):
        DokumenAnggaran.objects.filter(pk=anggaran.pk).update(ditarik=True)
