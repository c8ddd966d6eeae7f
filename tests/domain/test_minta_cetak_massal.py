"""Asking for the drafts of all units at once."""

import pytest
from django.db import connection

from domain.pemeran import Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.pelaporan import selectors, services


def _antrean() -> int:
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'pelaporan.cetak_satu'"
        )
        return int(kursor.fetchone()[0])


def test_satu_pekerjaan_untuk_tiap_unit_dan_kembali_seketika(dunia: Dunia) -> None:
    cetak = services.minta_cetak_massal(**dunia.dasar("fitri"), tahun=2025)

    pencetakan = selectors.pencetakan_terakhir(dunia.lingkup("fitri"), 2025)
    assert pencetakan is not None
    # Two dinas and one kecamatan; the bidang signs no agreement and reports nothing by itself.
    assert [h.unit.slug for h in pencetakan.hasil] == [
        "dinas-anggrek",
        "dinas-bakung",
        "kecamatan-cempaka",
    ]
    assert (pencetakan.selesai, pencetakan.berjalan, _antrean()) == (0, True, 3)
    assert peristiwa(cetak)[0].tindakan == "pelaporan.minta_cetak_massal"


def test_selama_berjalan_tidak_diminta_lagi(dunia: Dunia) -> None:
    services.minta_cetak_massal(**dunia.dasar("fitri"), tahun=2025)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="masih berjalan"):
        services.minta_cetak_massal(**dunia.dasar("gita"), tahun=2025)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.minta_cetak_massal(**dunia.dasar(siapa), tahun=2025)

    assert hitung_baris() == sebelum


def test_koordinator_satu_unit_hanya_mencetak_unitnya(dunia: Dunia) -> None:
    services.minta_cetak_massal(**dunia.dasar("koordinator-bakung"), tahun=2025)

    pencetakan = selectors.pencetakan_terakhir(dunia.lingkup("fitri"), 2025)
    assert pencetakan is not None
    assert [h.unit.slug for h in pencetakan.hasil] == ["dinas-bakung"]
