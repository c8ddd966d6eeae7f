"""The worker prints one unit's draft."""

import pytest

from domain.laporan_uji import tata_laporan
from domain.pemeran import SAAT, Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import TidakBerizin
from sakip.pelaporan import selectors, services
from sakip.pelaporan.models import HasilCetak
from sakip.pelaporan.pekerjaan import cetak_satu


@pytest.fixture
def hasil(dunia: Dunia) -> dict[str, HasilCetak]:
    tata_laporan(dunia)
    cetak = services.minta_cetak_massal(**dunia.dasar("fitri"), tahun=2025)
    return {h.unit.slug: h for h in cetak.hasil.select_related("unit")}


def test_pekerjaan_mencetak_dan_kemajuannya_terbaca(
    dunia: Dunia, hasil: dict[str, HasilCetak]
) -> None:
    for h in hasil.values():
        cetak_satu(hasil=str(h.uuid), saat=SAAT.isoformat())

    berkas = selectors.berkas_pencetakan(dunia.lingkup("fitri"), 2025)
    assert [nama for nama, _isi in berkas] == ["laporan-kinerja-dinas-anggrek-2025.pdf"]
    assert berkas[0][1].startswith(b"%PDF")
    pencetakan = selectors.pencetakan_terakhir(dunia.lingkup("fitri"), 2025)
    assert pencetakan is not None
    assert not pencetakan.berjalan
    kosong = HasilCetak.objects.get(pk=hasil["dinas-bakung"].pk)
    assert kosong.sebab == "belum ada realisasi yang dapat dilaporkan"
    assert peristiwa(kosong)[-1].tindakan == "pelaporan.cetak_konsep"


def test_dua_kali_mencetak_sekali(dunia: Dunia, hasil: dict[str, HasilCetak]) -> None:
    dasar = {"oleh": dunia.sistem, "saat": SAAT, "hasil": hasil["dinas-anggrek"].uuid}
    services.cetak_konsep(**dasar)
    sebelum = hitung_baris()

    services.cetak_konsep(**dasar)

    assert hitung_baris() == sebelum


def test_orang_tidak_menjalankan_pekerjaan_sistem(
    dunia: Dunia, hasil: dict[str, HasilCetak]
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="pemasangan"):
        services.cetak_konsep(
            oleh=dunia.orang["fitri"], saat=SAAT, hasil=hasil["dinas-anggrek"].uuid
        )

    assert hitung_baris() == sebelum
