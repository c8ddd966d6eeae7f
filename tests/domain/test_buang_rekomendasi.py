"""Taking a recommendation out of the draft."""

from typing import Any

import pytest

from domain.evaluasi_uji import evaluasi_pada
from domain.pemeran import Dunia, Peristiwa, hitung_baris
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
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
        services.buang_rekomendasi(**_isi(dunia, draf, siapa))

    assert hitung_baris() == sebelum


def test_dalam_tim_hanya_ketua(dunia: Dunia, draf: Rekomendasi) -> None:
    with pytest.raises(SyaratBelumTerpenuhi, match="hanya Evaluator: ketua tim"):
        services.buang_rekomendasi(**_isi(dunia, draf, "dodi"))


def test_versi_usang_ditolak(dunia: Dunia, draf: Rekomendasi) -> None:
    with pytest.raises(VersiUsang):
        services.buang_rekomendasi(**_isi(dunia, draf, versi=9))


def test_rekomendasi_evaluasi_lain_tidak_ada(dunia: Dunia, draf: Rekomendasi) -> None:
    lain = evaluasi_pada(dunia, "sementara", tahun=2024)

    with pytest.raises(TidakDitemukan):
        services.buang_rekomendasi(**_isi(dunia, draf, evaluasi=lain.uuid))


def test_sesudah_lhe_terbit_ditolak(dunia: Dunia) -> None:
    terbit = evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1)

    with pytest.raises(PerpindahanTidakSah, match="LHE diterbitkan"):
        services.buang_rekomendasi(**_isi(dunia, terbit))


def test_yang_dibuang_tinggal_di_riwayat(
    dunia: Dunia, evaluasi: Evaluasi, draf: Rekomendasi
) -> None:
    pk = draf.pk

    services.buang_rekomendasi(**_isi(dunia, draf))

    jejak = Rekomendasi.pgh_event_model.objects.filter(pgh_obj_id=pk)  # type: ignore[attr-defined]
    akhir = jejak.latest("pgh_id")
    assert list(evaluasi.rekomendasi.order_by("nomor").values_list("nomor", flat=True)) == [1, 3]
    assert Peristiwa(
        akhir.pgh_label,
        akhir.pgh_context.metadata["pengguna"],
        akhir.pgh_context.metadata["tindakan"],
    ) == Peristiwa("delete", dunia.orang["karin"].pengguna_id, "evaluasi.buang_rekomendasi")


def test_dua_kali_ditolak(dunia: Dunia, draf: Rekomendasi) -> None:
    isian = _isi(dunia, draf)
    services.buang_rekomendasi(**isian)

    with pytest.raises(TidakDitemukan):
        services.buang_rekomendasi(**isian)
