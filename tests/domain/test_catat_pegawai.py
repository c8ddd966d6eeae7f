"""Recording a person."""

from typing import Any

import pytest

from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import TidakBerizin
from sakip.organisasi import services
from sakip.organisasi.models import Pegawai


def _isi(dunia: Dunia, siapa: str = "admin", **ganti: Any) -> dict[str, Any]:
    return {**dunia.dasar(siapa), "kode": "indah", "nama": "Indah Contoh", "nip": "0"} | ganti


def test_orang_tercatat_tanpa_riwayat_karena_namanya_dapat_dihapus(dunia: Dunia) -> None:
    hasil = services.catat_pegawai(**_isi(dunia))

    assert (hasil.nama, hasil.nip, hasil.instansi) == ("Indah Contoh", "0", dunia.instansi)
    assert not hasattr(Pegawai, "pgh_event_model")


def test_kode_yang_sama_memberi_yang_sudah_ada(dunia: Dunia) -> None:
    pertama = services.catat_pegawai(**_isi(dunia))
    sebelum = hitung_baris()

    kedua = services.catat_pegawai(**_isi(dunia, nama="Nama Lain Contoh"))

    assert (kedua, kedua.nama) == (pertama, "Indah Contoh")
    assert hitung_baris() == sebelum


def test_kode_yang_sama_di_instansi_lain_orang_lain(dunia: Dunia, lain: Dunia) -> None:
    di_sini = services.catat_pegawai(**_isi(dunia))

    di_sana = services.catat_pegawai(**_isi(dunia, oleh=lain.orang["eko"], instansi=lain.instansi))

    assert di_sini.pk != di_sana.pk


@pytest.mark.parametrize("siapa", ["budi", "fitri", "gita", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="diperlukan peran Admin instansi"):
        services.catat_pegawai(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        services.catat_pegawai(**_isi(dunia, oleh=lain.orang["eko"]))
