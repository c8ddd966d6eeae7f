"""The head of the unit answers within five working days."""

from typing import Any

import pytest

from domain.evaluasi_uji import evaluasi_pada, pada, tambah
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "budi", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "evaluasi": e.uuid,
        "versi": e.versi,
        "tanggapan": "Kami menerima, dengan catatan atas 2.c.",
    } | ganti


@pytest.fixture
def sementara(dunia: Dunia) -> Evaluasi:
    return evaluasi_pada(dunia, "sementara")  # Tuesday 24 November 2026: until Tuesday 1 December


def test_tanggapan_tersimpan_dan_panel_mendapat_tugas(dunia: Dunia, sementara: Evaluasi) -> None:
    hasil = services.tanggapi_naskah(**_isi(dunia, sementara))

    assert (hasil.keadaan, hasil.tanggapan) == (
        "ditanggapi",
        "Kami menerima, dengan catatan atas 2.c.",
    )
    assert [t.peran for t in Tugas.objects.filter(objek=hasil.uuid)] == [
        "evaluator_pengendali_mutu"
    ]
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["budi"].pengguna_id, "evaluasi.tanggapi_naskah"
    )


@pytest.mark.parametrize("siapa", ["ani", "karin", "inge", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, sementara: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.tanggapi_naskah(**_isi(dunia, sementara, siapa))

    assert hitung_baris() == sebelum


def test_pimpinan_unit_lain_ditolak(dunia: Dunia, sementara: Evaluasi) -> None:
    tambah(dunia, "beni", Peran.PIMPINAN_UNIT, "dinas-bakung")

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        services.tanggapi_naskah(**_isi(dunia, sementara, "beni"))


def test_tanggapan_kosong_ditolak(dunia: Dunia, sementara: Evaluasi) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.tanggapi_naskah(**_isi(dunia, sementara, tanggapan=" \n"))

    assert galat.value.kesalahan[0].letak == "tanggapan"


def test_hari_terakhir_diterima_sesudahnya_tidak(dunia: Dunia, sementara: Evaluasi) -> None:
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match=r"sudah lewat .1 Desember 2026."):
        services.tanggapi_naskah(**_isi(dunia, sementara, saat=pada("2026-12-02", 0)))
    assert hitung_baris() == sebelum
    hasil = services.tanggapi_naskah(**_isi(dunia, sementara, saat=pada("2026-12-01", 23)))

    assert hasil.keadaan == "ditanggapi"


def test_sebelum_naskah_dua_kali_atau_dengan_versi_usang_ditolak(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "ditanggapi")

    with pytest.raises(PerpindahanTidakSah, match="“ditanggapi”"):
        services.tanggapi_naskah(**_isi(dunia, e))
    with pytest.raises(VersiUsang):
        services.tanggapi_naskah(**_isi(dunia, e, versi=e.versi - 1))
    with pytest.raises(PerpindahanTidakSah, match="“tim ditugaskan”"):
        services.tanggapi_naskah(**_isi(dunia, evaluasi_pada(dunia, "ditugaskan", tahun=2024)))
