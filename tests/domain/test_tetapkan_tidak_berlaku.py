"""Criteria that do not apply at a unit: reason and citation, or they stay."""

from typing import Any

import pytest

from domain.evaluasi_uji import evaluasi_pada
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.evaluasi import kaidah, services
from sakip.evaluasi.models import Evaluasi
from sakip.evaluasi.services import KriteriaKeluar

DUA = (
    KriteriaKeluar("1.a.2", "RPJPD disusun pemda.", "Perbup contoh 1/2026, Lampiran II"),
    KriteriaKeluar("3.a.4", "Reviu hanya atas laporan pemda.", "Perbup contoh 1/2026, Lampiran II"),
)


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "karin", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "evaluasi": e.uuid,
        "versi": e.versi,
        "kriteria": DUA,
    } | ganti


@pytest.fixture
def ditugaskan(dunia: Dunia) -> Evaluasi:
    return evaluasi_pada(dunia, "ditugaskan")


def test_dua_kriteria_keluar_dari_pembagi_dengan_alasan_dan_dasarnya(
    dunia: Dunia, ditugaskan: Evaluasi
) -> None:
    hasil = services.tetapkan_tidak_berlaku(**_isi(dunia, ditugaskan))

    lembar = kaidah.lembar_kerja(hasil.regulasi, hasil.tahun_evaluasi, hasil.juknis)
    assert [b.kode for b in lembar.sub("1.a").butir] == [
        "1.a.1",
        "1.a.3",
        "1.a.4",
        "1.a.5",
        "1.a.6",
    ]
    assert [k.kode for k in lembar.dikecualikan] == ["1.a.2", "3.a.4"]
    assert hasil.keadaan == "ditugaskan"
    assert hasil.riwayat.latest("id").alasan == (
        "1.a.2: RPJPD disusun pemda.; 3.a.4: Reviu hanya atas laporan pemda."
    )
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["karin"].pengguna_id, "evaluasi.tetapkan_tidak_berlaku"
    )


def test_daftar_baru_menggantikan_yang_lama(dunia: Dunia, ditugaskan: Evaluasi) -> None:
    satu = services.tetapkan_tidak_berlaku(**_isi(dunia, ditugaskan))

    hasil = services.tetapkan_tidak_berlaku(**_isi(dunia, satu, kriteria=()))

    assert hasil.juknis == []


@pytest.mark.parametrize("siapa", ["ani", "budi", "inge", "mutia", "fitri"])
def test_peran_lain_ditolak(dunia: Dunia, ditugaskan: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.tetapkan_tidak_berlaku(**_isi(dunia, ditugaskan, siapa))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["citra", "dodi"])
def test_dalam_tim_hanya_ketua(dunia: Dunia, ditugaskan: Evaluasi, siapa: str) -> None:
    with pytest.raises(SyaratBelumTerpenuhi, match="hanya Evaluator: ketua tim"):
        services.tetapkan_tidak_berlaku(**_isi(dunia, ditugaskan, siapa))


@pytest.mark.parametrize(
    ("kriteria", "letak", "kata"),
    [
        ([KriteriaKeluar("1.a.2", " ", "Perbup")], "0.alasan", "mengapa"),
        ([KriteriaKeluar("1.a.2", "Sebab.", "")], "0.dasar", "juknis"),
        ([KriteriaKeluar("9.z.9", "Sebab.", "Perbup")], "juknis", "“9.z.9” tidak ada"),
        ([DUA[0], DUA[0]], "juknis", "dikecualikan dua kali"),
        (
            [KriteriaKeluar(f"2.a.{n}", "Sebab.", "Perbup") for n in (1, 2, 3)],
            "juknis",
            "Semua kriteria 2.a dikecualikan",
        ),
    ],
    ids=["tanpa-alasan", "tanpa-dasar", "asing", "ganda", "semua"],
)
def test_yang_tidak_sah_ditolak(
    dunia: Dunia, ditugaskan: Evaluasi, kriteria: list[KriteriaKeluar], letak: str, kata: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.tetapkan_tidak_berlaku(**_isi(dunia, ditugaskan, kriteria=kriteria))

    assert galat.value.kesalahan[0].letak == letak
    assert kata in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("keadaan", ["mandiri", "sementara", "diterbitkan"])
def test_hanya_selama_tim_bekerja(dunia: Dunia, keadaan: str) -> None:
    e = evaluasi_pada(dunia, keadaan)

    with pytest.raises(PerpindahanTidakSah):
        services.tetapkan_tidak_berlaku(**_isi(dunia, e))


def test_versi_usang_ditolak(dunia: Dunia, ditugaskan: Evaluasi) -> None:
    with pytest.raises(VersiUsang):
        services.tetapkan_tidak_berlaku(**_isi(dunia, ditugaskan, versi=1))
