"""What an outside party answered, recorded by the planner with its letter."""

from typing import Any

import pytest

from domain.crosscutting_uji import LUAR, tata_usulan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.perencanaan.models import Crosscutting, RiwayatCrosscutting
from sakip.perencanaan.services import catat_jawaban_luar

SURAT = "Surat Kapolsek nomor B/12/XI/2026 (contoh)"


def _catat(dunia: Dunia, usulan: Crosscutting, siapa: str = "gita", **ganti: Any) -> Crosscutting:
    isi = {"crosscutting": usulan.uuid, "versi": usulan.versi, "terima": True, "dasar": SURAT}
    return catat_jawaban_luar(**dunia.dasar(siapa), **isi | ganti)


def test_kesediaan_dicatat_dengan_suratnya(dunia: Dunia) -> None:
    hasil = _catat(dunia, tata_usulan(dunia, LUAR))

    gita = dunia.orang["gita"].pengguna_id
    assert (hasil.keadaan, hasil.dasar, hasil.versi) == ("diterima", SURAT, 2)
    assert peristiwa(hasil)[-1] == Peristiwa("update", gita, "perencanaan.catat_jawaban_luar")
    riwayat = RiwayatCrosscutting.objects.latest("id")
    assert (riwayat.tindakan, riwayat.alasan) == ("catat_terima", SURAT)
    assert not Tugas.objects.filter(alur="crosscutting").exists()


def test_penolakan_dicatat_dengan_alasannya(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia, LUAR)

    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        _catat(dunia, usulan, terima=False)
    hasil = _catat(dunia, usulan, terima=False, alasan="Personel terbatas.")

    assert (hasil.keadaan, hasil.alasan) == ("ditolak", "Personel terbatas.")


def test_tanpa_surat_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        _catat(dunia, tata_usulan(dunia, LUAR), dasar=" ")

    assert [k.letak for k in galat.value.kesalahan] == ["dasar"]


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    usulan = tata_usulan(dunia, LUAR)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _catat(dunia, usulan, siapa)

    assert hitung_baris() == sebelum


def test_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        _catat(lain, tata_usulan(dunia, LUAR), "eko")


def test_unit_di_instansi_ini_menjawab_sendiri(dunia: Dunia) -> None:
    with pytest.raises(PerpindahanTidakSah, match="menjawab sendiri"):
        _catat(dunia, tata_usulan(dunia))


def test_yang_sudah_dijawab_dan_yang_usang_ditolak(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia, LUAR)

    with pytest.raises(VersiUsang):
        _catat(dunia, usulan, versi=7)
    hasil = _catat(dunia, usulan)
    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “diterima”"):
        _catat(dunia, hasil)
