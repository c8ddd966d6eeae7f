"""Issuing the paper that will be signed by hand."""

from datetime import date

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.perjanjian_uji import (
    TANDA_TANGAN,
    TELAAH,
    diajukan,
    ditelaah,
    lanjut,
    naskah_kertas,
    tata,
)
from domain.rencana_uji import TAHUN
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.perjanjian.services import terbitkan_naskah_perjanjian


def test_naskah_terbit_bertanggal_hari_upacara_dan_pindaiannya_ditunggu(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditelaah(dunia)

    hasil = terbitkan_naskah_perjanjian(**lanjut(dunia, pk, "ani", TELAAH, tanggal=TANDA_TANGAN))

    assert (hasil.keadaan, hasil.di_atas_kertas) == ("ditelaah", True)
    assert hasil.dokumen is not None
    assert (hasil.dokumen.tanggal, hasil.berlaku) == (TANDA_TANGAN, None)
    assert hasil.dokumen.bahan["isi"]["kepala"]["kode_periksa"] == hasil.dokumen.kode_periksa
    assert Tugas.objects.get(objek=pk.uuid).peran == "penyusun_unit"
    assert hasil.riwayat.latest("id").tindakan == "terbitkan_naskah"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "perjanjian.terbitkan_naskah_perjanjian"
    )


@pytest.mark.parametrize("siapa", ["budi", "gita", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    pk = ditelaah(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        terbitkan_naskah_perjanjian(**lanjut(dunia, pk, siapa, TELAAH, tanggal=TANDA_TANGAN))

    assert hitung_baris() == sebelum


def test_hari_upacara_di_luar_masa_jabatan_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditelaah(dunia)

    with pytest.raises(IsianTidakSah) as galat:
        terbitkan_naskah_perjanjian(**lanjut(dunia, pk, "ani", TELAAH, tanggal=date(2023, 12, 31)))

    assert "tidak menjabat" in galat.value.kesalahan[0].pesan


def test_dua_kali_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)

    with pytest.raises(SyaratBelumTerpenuhi, match="sudah dicetak"):
        terbitkan_naskah_perjanjian(**lanjut(dunia, pk, "ani", TELAAH, tanggal=TANDA_TANGAN))


def test_sebelum_ditelaah_atau_versi_usang_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)

    with pytest.raises(PerpindahanTidakSah):
        terbitkan_naskah_perjanjian(**lanjut(dunia, pk, "ani", TELAAH, tanggal=TANDA_TANGAN))
    with pytest.raises(VersiUsang):
        terbitkan_naskah_perjanjian(
            **lanjut(dunia, pk, "ani", TELAAH, tanggal=date(TAHUN, 1, 23), versi=1)
        )
