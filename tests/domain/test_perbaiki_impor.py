"""Correcting cells of a preview on screen: checked again, nothing else is written."""

import pytest

from domain.buku_uji import (
    buku,
    galat,
    isi_sel,
    pratinjau,
    terapkan,
    tersimpan,
)
from domain.naskah_uji import NASKAH
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    VersiUsang,
)
from sakip.impor.models import BetsImpor, RiwayatImpor
from sakip.impor.services import perbaiki_impor


def _perbaiki(dunia: Dunia, bets: BetsImpor, siapa: str = "ani", **sel: str) -> BetsImpor:
    """Correct cells named like ``Indikator_2_arah``."""
    nomor = {"Simpul": 1_000_000, "Indikator": 2_000_000}
    isi = {}
    for letak, teks in sel.items():
        lembar, baris, kolom = letak.split("_", 2)
        isi[nomor[lembar] + int(baris), kolom] = teks
    return perbaiki_impor(**dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi, sel=isi)


def test_galat_diperbaiki_di_layar_lalu_diterapkan(dunia: Dunia) -> None:
    bets = pratinjau(
        dunia, buku(dunia, NASKAH, isi_sel("Indikator", E2="naik", S2="12 - 15", E3=None))
    )
    assert set(galat(bets)) == {"Indikator!E2", "Indikator!S2", "Indikator!E3"}
    with pytest.raises(SyaratBelumTerpenuhi):
        terapkan(dunia, bets)

    bets = _perbaiki(dunia, bets, Indikator_2_arah="Dalam rentang", Indikator_3_arah="naik_baik")

    assert galat(bets) == {}
    assert (bets.versi, bets.ringkasan) == (2, {"baru": 8})
    assert RiwayatImpor.objects.filter(bets=bets).latest("id").tindakan == "perbaiki"
    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(bets)[-1] == Peristiwa("update", ani, "impor.perbaiki_impor")
    terapkan(dunia, bets)
    ikm = next(i for i in tersimpan(dunia).indikator if i.kode == "ikm")
    assert (ikm.arah, ikm.target[0].teks) == ("rentang", "12..15")


def test_perbaikan_memakai_versi_pratinjau_yang_dilihat(dunia: Dunia) -> None:
    bets = pratinjau(dunia, buku(dunia, NASKAH, isi_sel("Indikator", E2="naik")))
    _perbaiki(dunia, bets, Indikator_2_arah="turun_baik")

    with pytest.raises(VersiUsang):
        _perbaiki(dunia, bets, Indikator_2_arah="naik_baik")


def test_perbaikan_hanya_pada_pratinjau_dan_oleh_yang_berhak(dunia: Dunia) -> None:
    bets = pratinjau(dunia, buku(dunia, NASKAH))
    sebelum = hitung_baris()
    for siapa in ("budi", "dewi", "fitri"):
        with pytest.raises(TidakBerizin):
            _perbaiki(dunia, bets, siapa, Indikator_2_arah="turun_baik")
    with pytest.raises(IsianTidakSah, match="Perbaikan tidak disimpan"):
        _perbaiki(dunia, bets, Indikator_99_arah="turun_baik")
    assert hitung_baris() == sebelum

    terapkan(dunia, bets)

    with pytest.raises(PerpindahanTidakSah):
        _perbaiki(dunia, BetsImpor.objects.get(pk=bets.pk), Indikator_2_arah="turun_baik")
