"""Sending an agreement back, with a reason that is kept."""

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.perjanjian_uji import (
    SUSUN,
    TELAAH,
    diajukan,
    ditandatangani,
    ditandatangani_pertama,
    lanjut,
    naskah_kertas,
    tata,
)
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.perjanjian.services import (
    ajukan_perjanjian,
    kembalikan_perjanjian,
    telaah_perjanjian,
    terbitkan_naskah_perjanjian,
)

ALASAN = "Program 7.01.02: PK 186.000.000, DPA 180.000.000"


def test_alasannya_sampai_kepada_penyusun_dan_tersimpan(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)

    hasil = kembalikan_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH, alasan=ALASAN))

    assert hasil.keadaan == "dikembalikan"
    tugas = Tugas.objects.get(objek=pk.uuid)
    assert (tugas.peran, tugas.isian["alasan"]) == ("penyusun_unit", ALASAN)
    assert hasil.riwayat.latest("id").alasan == ALASAN
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["fitri"].pengguna_id, "perjanjian.kembalikan_perjanjian"
    )


def test_sesudah_diperbaiki_diajukan_lagi(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)
    kembalikan_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH, alasan=ALASAN))

    hasil = ajukan_perjanjian(**lanjut(dunia, pk, "ani", TELAAH))

    assert hasil.keadaan == "diajukan"


def test_yang_baru_ditandatangani_satu_pihak_kehilangan_tanda_tangannya(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani_pertama(dunia)

    hasil = kembalikan_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH, alasan="camat berganti"))

    assert hasil.tanggal_pertama is None


def test_naskah_kertas_yang_tidak_jadi_diganti_yang_baru(dunia: Dunia) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)
    lama = pk.dokumen
    kembalikan_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH, alasan="salah cetak"))
    ajukan_perjanjian(**lanjut(dunia, pk, "ani", TELAAH))
    telaah_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH))

    terbitkan_naskah_perjanjian(**lanjut(dunia, pk, "ani", TELAAH, tanggal=TELAAH))

    pk.refresh_from_db()
    assert lama is not None
    lama.refresh_from_db()
    assert lama.pengganti == pk.dokumen


def test_tanpa_alasan_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        kembalikan_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH, alasan="  "))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "budi", "gita", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    pk = diajukan(dunia)

    with pytest.raises(TidakBerizin):
        kembalikan_perjanjian(**lanjut(dunia, pk, siapa, TELAAH, alasan=ALASAN))


def test_yang_sudah_ditandatangani_tidak_dikembalikan(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani(dunia)

    with pytest.raises(PerpindahanTidakSah, match="Tidak ada tindakan lagi"):
        kembalikan_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH, alasan=ALASAN))


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)

    with pytest.raises(VersiUsang):
        kembalikan_perjanjian(**lanjut(dunia, pk, "fitri", SUSUN, versi=1, alasan=ALASAN))
