"""Rewording a recommendation of the draft."""

from typing import Any

import pytest

from domain.evaluasi_uji import evaluasi_pada
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi, Rekomendasi


def _isi(dunia: Dunia, r: Rekomendasi, siapa: str = "karin", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "evaluasi": r.evaluasi.uuid,
        "rekomendasi": r.uuid,
        "versi": r.versi,
        "temuan": "T.",
        "uraian": "U.",
    } | ganti


@pytest.fixture
def evaluasi(dunia: Dunia) -> Evaluasi:
    return evaluasi_pada(dunia, "sementara", rekomendasi=3)


@pytest.fixture
def draf(evaluasi: Evaluasi) -> Rekomendasi:
    return evaluasi.rekomendasi.get(nomor=2)


@pytest.mark.parametrize("siapa", ["ani", "mutia", "inge", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, draf: Rekomendasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.ubah_rekomendasi(**_isi(dunia, draf, siapa))

    assert hitung_baris() == sebelum


def test_dalam_tim_hanya_ketua(dunia: Dunia, draf: Rekomendasi) -> None:
    with pytest.raises(SyaratBelumTerpenuhi, match="hanya Evaluator: ketua tim"):
        services.ubah_rekomendasi(**_isi(dunia, draf, "dodi"))


def test_versi_usang_ditolak(dunia: Dunia, draf: Rekomendasi) -> None:
    with pytest.raises(VersiUsang):
        services.ubah_rekomendasi(**_isi(dunia, draf, versi=9))


def test_rekomendasi_evaluasi_lain_tidak_ada(dunia: Dunia, draf: Rekomendasi) -> None:
    lain = evaluasi_pada(dunia, "sementara", tahun=2024)

    with pytest.raises(TidakDitemukan):
        services.ubah_rekomendasi(**_isi(dunia, draf, evaluasi=lain.uuid))


def test_sesudah_lhe_terbit_ditolak(dunia: Dunia) -> None:
    terbit = evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1)

    with pytest.raises(PerpindahanTidakSah, match="LHE diterbitkan"):
        services.ubah_rekomendasi(**_isi(dunia, terbit))


def test_kalimatnya_diganti_dan_riwayatnya_tinggal(dunia: Dunia, draf: Rekomendasi) -> None:
    hasil = services.ubah_rekomendasi(**_isi(dunia, draf, temuan=" T2. ", uraian="U2."))

    assert (hasil.temuan, hasil.uraian, hasil.versi) == ("T2.", "U2.", 2)
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["karin"].pengguna_id, "evaluasi.ubah_rekomendasi"
    )


def test_rekomendasi_kosong_ditolak(dunia: Dunia, draf: Rekomendasi) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.ubah_rekomendasi(**_isi(dunia, draf, uraian=" "))

    assert galat.value.kesalahan[0].letak == "uraian"
