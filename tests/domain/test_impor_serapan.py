"""The table "serapan": money spent, held against the budget in force."""

from decimal import Decimal
from typing import Any

import pytest

from domain.lembar import akibat, galat
from domain.naskah_uji import (
    DPA,
    DPPA,
    bendahara,
    muat_anggaran,
    pratinjau_anggaran,
    tarik_anggaran,
)
from domain.pemeran import Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.pengukuran.models import Serapan

BARIS: dict[str, Any] = {
    "unit": "dinas-anggrek",
    "tahun": "2026",
    "periode": "tw2",
    "kode": "7.01.02",
    "rupiah": "90000000",
}


@pytest.fixture
def tono(dunia: Dunia) -> str:
    siapa = bendahara(dunia)
    muat_anggaran(dunia, *DPA, siapa=siapa)
    return siapa


def _muat(dunia: Dunia, siapa: str, **ganti: Any) -> Any:
    return muat_anggaran(dunia, BARIS | ganti, siapa=siapa, jenis="serapan")


def _pratinjau(dunia: Dunia, siapa: str, *baris: dict[str, Any]) -> Any:
    return pratinjau_anggaran(dunia, *baris, siapa=siapa, jenis="serapan", format_angka="id")


def test_serapan_tersimpan_kumulatif_menurut_periode(dunia: Dunia, tono: str) -> None:
    _muat(dunia, tono)
    _muat(dunia, tono, periode="", rupiah="150000000")

    assert [
        (s.periode.jenis, s.periode.nomor, s.kode, s.rupiah)
        for s in Serapan.objects.select_related("periode").order_by("pk")
    ] == [
        ("triwulan", 2, "7.01.02", Decimal(90_000_000)),
        ("tahun", 1, "7.01.02", Decimal(150_000_000)),
    ]


def test_angka_yang_diperbaiki_meninggalkan_riwayat(dunia: Dunia, tono: str) -> None:
    _muat(dunia, tono)

    bets = _muat(dunia, tono, rupiah="95000000")

    satu = Serapan.objects.get()
    assert (satu.rupiah, satu.versi) == (Decimal(95_000_000), 2)
    assert bets.ringkasan == {"berubah": 1}
    assert [p.label for p in peristiwa(satu)] == ["insert", "update"]


def test_isi_yang_sama_tidak_mengubah_apa_pun(dunia: Dunia, tono: str) -> None:
    _muat(dunia, tono)

    assert akibat(_pratinjau(dunia, tono, BARIS)) == ["sama"]


@pytest.mark.parametrize("siapa", ["ani", "budi", "gita", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _pratinjau(dunia, siapa, BARIS)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "kolom", "kata"),
    [
        ({"unit": "hantu"}, "unit", "bukan unit"),
        ({"tahun": "x"}, "tahun", "bukan tahun"),
        ({"periode": "tw5"}, "periode", "bukan periode"),
        ({"kode": "7"}, "kode", "bukan kode"),
        ({"kode": "7.01.09"}, "kode", "tidak ada pada anggaran 2026"),
        ({"tahun": "2025"}, "kode", "tidak ada pada anggaran 2025"),
        ({"rupiah": "-1"}, "rupiah", "negatif"),
        ({"rupiah": ""}, "rupiah", "tulis 0"),
        ({"rupiah": "186000001"}, "rupiah", "Melebihi pagunya (Rp186.000.000)"),
    ],
    ids=lambda isi: str(isi)[:30],
)
def test_setiap_kesalahan_menyebut_kolom_dan_sebabnya(
    dunia: Dunia, tono: str, ganti: dict[str, str], kolom: str, kata: str
) -> None:
    bets = _pratinjau(dunia, tono, BARIS | ganti)

    assert [(k, kata in p) for _n, k, p in galat(bets)] == [(kolom, True)]


def test_pagu_yang_dibandingkan_ialah_yang_berlaku(dunia: Dunia, tono: str) -> None:
    muat_anggaran(dunia, *DPPA, siapa=tono)  # 7.01.02 goes from 186 down to 162 million

    bets = _pratinjau(dunia, tono, BARIS | {"rupiah": "162000001"})

    assert galat(bets)[0][2] == "Melebihi pagunya (Rp162.000.000)."
    assert akibat(_pratinjau(dunia, tono, BARIS | {"rupiah": "162000000"})) == ["baru"]


def test_baris_kembar_disebut(dunia: Dunia, tono: str) -> None:
    bets = _pratinjau(dunia, tono, BARIS, BARIS | {"rupiah": "1"})

    assert [(n, p) for n, _k, p in galat(bets)] == [
        (3, "Kode dan periode ini juga ada di baris 2.")
    ]


def test_membatalkan_mengembalikan_yang_lama(dunia: Dunia, tono: str) -> None:
    pertama = _muat(dunia, tono)
    kedua = _muat(dunia, tono, rupiah="95000000")

    tarik_anggaran(dunia, kedua, tono)

    assert Serapan.objects.get().rupiah == Decimal(90_000_000)
    # The older import was built on since: its amount came back, but as a newer version.
    with pytest.raises(IsianTidakSah, match="sudah diubah sesudahnya"):
        tarik_anggaran(dunia, pertama, tono)


def test_membatalkan_yang_baru_menghapusnya(dunia: Dunia, tono: str) -> None:
    bets = _muat(dunia, tono)

    tarik_anggaran(dunia, bets, tono)

    assert not Serapan.objects.exists()
