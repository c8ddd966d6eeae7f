"""Telaah by the Bagian Organisasi: only what agrees with the DPA goes on to be signed."""

import pytest

from domain.pemeran import MULAI, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.perjanjian_uji import SUSUN, TELAAH, UNIT, buat, diajukan, lanjut, muat_dppa, tata
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.organisasi import services as organisasi
from sakip.perjanjian import selectors
from sakip.perjanjian.services import telaah_perjanjian


def test_yang_ditelaah_menunggu_tanda_tangan_pihak_pertama(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)

    hasil = telaah_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH))

    assert hasil.keadaan == "ditelaah"
    assert Tugas.objects.get(objek=pk.uuid).peran == "pimpinan_unit"
    assert hasil.riwayat.latest("id").tindakan == "telaah"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["fitri"].pengguna_id, "perjanjian.telaah_perjanjian"
    )


@pytest.mark.parametrize("siapa", ["ani", "budi", "gita", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    pk = diajukan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        telaah_perjanjian(**lanjut(dunia, pk, siapa, TELAAH))

    assert hitung_baris() == sebelum


def test_selisih_dari_dpa_menghalangi_dan_terdaftar(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)
    muat_dppa(
        dunia, {"7.01.02": "180000000", "7.01.05": "6000000", "7.01.06": "46000000"}, disahkan=SUSUN
    )
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match=r"7\.01\.02, 7\.01\.05 berbeda dari DPA"):
        telaah_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH))

    assert hitung_baris() == sebelum
    selisih = selectors.selisih_dari_anggaran(dunia.lingkup("fitri"), pk)
    assert [(s.kode, s.beda) for s in selisih] == [("7.01.02", -6000000), ("7.01.05", 6000000)]


def test_yang_menyusun_tidak_menelaah_buatannya_sendiri(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["ani"].pengguna_id,
        peran=Peran.KOORDINATOR_SAKIP,
        unit=UNIT,
        mulai=MULAI,
        selesai=None,
    )

    with pytest.raises(SyaratBelumTerpenuhi, match="harus dilakukan orang lain"):
        telaah_perjanjian(**lanjut(dunia, pk, "ani", TELAAH))


def test_yang_belum_diajukan_atau_sudah_ditelaah_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = buat(dunia)

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “konsep”"):
        telaah_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH))


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)

    with pytest.raises(VersiUsang):
        telaah_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH, versi=1))
