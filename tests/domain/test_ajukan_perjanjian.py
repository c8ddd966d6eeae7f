"""Handing an agreement in for telaah."""

from datetime import date

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.perjanjian_uji import SUSUN, buat, diajukan, lanjut, muat_dppa, tata
from domain.rencana_uji import TAHUN
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.organisasi import services as organisasi
from sakip.perjanjian.services import ajukan_perjanjian


def test_yang_diajukan_menjadi_tugas_bagian_organisasi(dunia: Dunia) -> None:
    tata(dunia)
    pk = buat(dunia)

    hasil = ajukan_perjanjian(**lanjut(dunia, pk, "ani", SUSUN))

    assert hasil.keadaan == "diajukan"
    tugas = Tugas.objects.get(objek=pk.uuid)
    assert (tugas.peran, tugas.isian["unit"]) == ("koordinator_sakip", "Dinas Anggrek")
    assert list(pk.riwayat.values_list("tindakan", flat=True)) == ["susun", "ajukan"]
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "perjanjian.ajukan_perjanjian"
    )


@pytest.mark.parametrize("siapa", ["budi", "fitri", "citra"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    pk = buat(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        ajukan_perjanjian(**lanjut(dunia, pk, siapa, SUSUN))

    assert hitung_baris() == sebelum


def test_unit_lain_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = buat(dunia)

    with pytest.raises(TidakBerizin):
        ajukan_perjanjian(**lanjut(dunia, pk, "dewi", SUSUN))


def test_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia) -> None:
    tata(dunia)
    pk = buat(dunia)

    with pytest.raises(TidakDitemukan):
        ajukan_perjanjian(**lanjut(dunia, pk, "ani", SUSUN) | lain.dasar("eko"))


def test_dua_kali_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “diajukan”"):
        ajukan_perjanjian(**lanjut(dunia, pk, "ani", SUSUN))

    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = buat(dunia)

    with pytest.raises(VersiUsang):
        ajukan_perjanjian(**lanjut(dunia, pk, "ani", SUSUN, versi=pk.versi + 1))


def test_yang_berbeda_dari_dpa_atau_pejabatnya_berganti_disebut_sekaligus(dunia: Dunia) -> None:
    r = tata(dunia)
    pk = buat(dunia)
    muat_dppa(dunia, {"7.01.02": "180000000", "7.01.06": "46000000"}, disahkan=SUSUN)
    organisasi.akhiri_penugasan(
        **dunia.dasar("sistem"),
        penugasan=r.pejabat["pertama"].uuid,
        versi=1,
        selesai=date(TAHUN, 1, 10),
    )
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        ajukan_perjanjian(**lanjut(dunia, pk, "ani", SUSUN))

    assert [s.kode for s in galat.value.syarat] == ["selisih_anggaran", "pejabat_berganti"]
    assert "Budi Contoh tidak menjabat" in galat.value.pesan
    assert hitung_baris() == sebelum
