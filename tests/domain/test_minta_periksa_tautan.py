"""Asking for a link to be looked at again: at once for the person, later for the worker."""

from datetime import timedelta
from typing import Any

import pytest

from domain.berkas_uji import PDF_POLOS
from domain.pemeran import SAAT, Dunia, hitung_baris
from domain.test_simpan_tautan import URL, antrean
from sakip.arsip.models import Bukti
from sakip.arsip.selectors import daftar_bukti
from sakip.arsip.services import minta_periksa_tautan, simpan_bukti, simpan_tautan
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.bersama.layanan import layanan_berjalan

NANTI = SAAT + timedelta(minutes=5)


@pytest.fixture
def tautan(dunia: Dunia) -> Bukti:
    return simpan_tautan(
        **dunia.dasar("ani"), unit="dinas-anggrek", judul="Berita", url=URL, tahun=2026
    )


def _minta(dunia: Dunia, bukti: Bukti, siapa: str = "ani", **ganti: Any) -> Bukti:
    return minta_periksa_tautan(
        **{**dunia.dasar(siapa), "bukti": bukti.uuid, "saat": NANTI} | ganti
    )


def test_diminta_lagi_masuk_antrean_dan_terbaca(dunia: Dunia, tautan: Bukti) -> None:
    _minta(dunia, tautan)

    assert antrean() == [str(tautan.uuid)] * 2
    (satu,) = daftar_bukti(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), 2026)
    assert satu.periksa_keadaan == "antre"  # type: ignore[attr-defined]
    assert satu.periksa_pada == NANTI  # type: ignore[attr-defined]


def test_antreannya_dibuat_atas_nama_tindakan_ini(
    dunia: Dunia, tautan: Bukti, monkeypatch: pytest.MonkeyPatch
) -> None:
    nama: list[str | None] = []
    monkeypatch.setattr(
        "sakip.arsip.services.tautan.antrekan", lambda *_isi: nama.append(layanan_berjalan())
    )

    _minta(dunia, tautan)

    assert nama == ["arsip.minta_periksa_tautan"]


def test_yang_baru_diperiksa_tidak_diminta_lagi(dunia: Dunia, tautan: Bukti) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="baru saja diperiksa"):
        _minta(dunia, tautan, saat=NANTI - timedelta(seconds=1))

    assert hitung_baris() == sebelum


def test_berkas_tidak_diperiksa(dunia: Dunia) -> None:
    berkas = simpan_bukti(
        **dunia.dasar("ani"),
        unit="dinas-anggrek",
        judul="Notulen",
        nama_berkas="a.pdf",
        isi=PDF_POLOS,
        tahun=2026,
    )

    with pytest.raises(IsianTidakSah, match="bukan tautan"):
        _minta(dunia, berkas)


@pytest.mark.parametrize("siapa", ["budi", "citra", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, tautan: Bukti, siapa: str) -> None:
    with pytest.raises(TidakBerizin, match="mengunggah bukti"):
        _minta(dunia, tautan, siapa)

    assert len(antrean()) == 1


def test_tautan_instansi_lain_tidak_ada(lain: Dunia, tautan: Bukti) -> None:
    with pytest.raises(TidakDitemukan):
        _minta(lain, tautan, "eko")
