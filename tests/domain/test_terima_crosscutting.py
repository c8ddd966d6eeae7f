"""The answer of who was asked: accepted with the node that carries it, or refused with a reason."""

from typing import Any

import pytest

from domain.crosscutting_uji import LUAR, pemegang, tata_usulan, usulkan
from domain.pemeran import SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_rencana
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Peran
from sakip.perencanaan.models import Crosscutting, RiwayatCrosscutting
from sakip.perencanaan.services import terima_crosscutting, tolak_crosscutting


def _pimpinan(dunia: Dunia, unit: str = "dinas-bakung") -> str:
    return pemegang(dunia, Peran.PIMPINAN_UNIT, unit)


def _terima(dunia: Dunia, usulan: Crosscutting, siapa: str, **ganti: Any) -> Crosscutting:
    isi = {"crosscutting": usulan.uuid, "versi": usulan.versi} | ganti
    return terima_crosscutting(**dunia.dasar(siapa), **isi)


def _tolak(dunia: Dunia, usulan: Crosscutting, siapa: str, **ganti: Any) -> Crosscutting:
    isi = {"crosscutting": usulan.uuid, "versi": usulan.versi, "alasan": "Bukan tugas kami."}
    return tolak_crosscutting(**dunia.dasar(siapa), **isi | ganti)


def test_penerimaan_menyebut_simpul_yang_memikulnya(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)
    tata_rencana(dunia, "dinas-bakung")
    siapa = _pimpinan(dunia)

    hasil = _terima(dunia, usulan, siapa, simpul="p6", catatan="Mulai triwulan II.")

    pimpinan = dunia.orang[siapa].pengguna_id
    assert (hasil.keadaan, hasil.versi, hasil.alasan) == ("diterima", 2, "Mulai triwulan II.")
    assert hasil.simpul_penerima is not None
    assert (hasil.simpul_penerima.kode, hasil.simpul_penerima.unit_id) == (
        "p6",
        dunia.unit["dinas-bakung"],
    )
    assert (hasil.pemutus_id, hasil.diputus_pada) == (pimpinan, SAAT)
    assert peristiwa(hasil)[-1] == Peristiwa("update", pimpinan, "perencanaan.terima_crosscutting")
    riwayat = RiwayatCrosscutting.objects.latest("id")
    assert (riwayat.dari, riwayat.tindakan, riwayat.ke) == ("diajukan", "terima", "diterima")
    assert not Tugas.objects.filter(alur="crosscutting").exists()


def test_menerima_tanpa_menyebut_simpul_boleh(dunia: Dunia) -> None:
    hasil = _terima(dunia, tata_usulan(dunia), _pimpinan(dunia))

    assert (hasil.keadaan, hasil.simpul_penerima_id) == ("diterima", None)


def test_simpul_pemikul_harus_ada_pada_pohon_sendiri(dunia: Dunia) -> None:
    usulan, siapa = tata_usulan(dunia), _pimpinan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _terima(dunia, usulan, siapa, simpul="s2")  # a node of who asks

    assert [k.letak for k in galat.value.kesalahan] == ["simpul"]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("jawab", [_terima, _tolak])
@pytest.mark.parametrize("siapa", ["ani", "dewi", "gita", "citra", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str, jawab: Any) -> None:
    usulan = tata_usulan(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        jawab(dunia, usulan, siapa)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("jawab", [_terima, _tolak])
def test_pimpinan_unit_lain_ditolak(dunia: Dunia, jawab: Any) -> None:
    usulan = tata_usulan(dunia)

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        jawab(dunia, usulan, "budi")  # heads the unit that asks


@pytest.mark.parametrize("jawab", [_terima, _tolak])
def test_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia, jawab: Any) -> None:
    usulan = tata_usulan(dunia)

    with pytest.raises(TidakDitemukan):
        jawab(lain, usulan, "eko")


@pytest.mark.parametrize("jawab", [_terima, _tolak])
def test_yang_mengusulkan_tidak_menjawabnya_sendiri(dunia: Dunia, jawab: Any) -> None:
    tata_rencana(dunia)
    siapa = pemegang(dunia, Peran.PERENCANA_DAERAH, dunia.instansi.slug)
    usulan = usulkan(dunia, siapa)
    dunia.orang[f"{Peran.PIMPINAN_UNIT.value}-dinas-bakung"] = dunia.orang[siapa]
    _pimpinan(dunia)

    with pytest.raises(SyaratBelumTerpenuhi, match="dilakukan orang lain"):
        jawab(dunia, usulan, siapa)


@pytest.mark.parametrize("jawab", [_terima, _tolak])
def test_yang_sudah_dijawab_tidak_dijawab_lagi(dunia: Dunia, jawab: Any) -> None:
    siapa = _pimpinan(dunia)
    hasil = _terima(dunia, tata_usulan(dunia), siapa)

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “diterima”"):
        jawab(dunia, hasil, siapa)


@pytest.mark.parametrize("jawab", [_terima, _tolak])
def test_versi_usang_ditolak(dunia: Dunia, jawab: Any) -> None:
    usulan, siapa = tata_usulan(dunia), _pimpinan(dunia)

    with pytest.raises(VersiUsang):
        jawab(dunia, usulan, siapa, versi=usulan.versi + 1)


@pytest.mark.parametrize("jawab", [_terima, _tolak])
def test_pihak_luar_tidak_dijawabkan_unit(dunia: Dunia, jawab: Any) -> None:
    usulan, siapa = tata_usulan(dunia, LUAR), _pimpinan(dunia)

    with pytest.raises(PerpindahanTidakSah, match="menjawab dengan surat"):
        jawab(dunia, usulan, siapa)
