"""Opening a changed version: a whole copy beside the one that stays as it was laid down."""

from typing import Any

import pytest

from domain.dokumen_uji import mulai, tata_renstra, tetapkan
from domain.naskah_uji import susun
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.perencanaan.models import (
    DokumenVersi,
    IndikatorVersi,
    PaguSimpul,
    RiwayatRencana,
    SimpulVersi,
    TargetVersi,
)
from sakip.perencanaan.services import buka_perubahan


def _buka(dunia: Dunia, lama: DokumenVersi, siapa: str = "ani", **ganti: Any) -> DokumenVersi:
    isi = {"dokumen_versi": lama.uuid, "versi": lama.versi, "alasan": "RPJMD berubah."} | ganti
    return buka_perubahan(**dunia.dasar(siapa), **isi)


def test_perubahan_dimulai_sebagai_salinan_utuh(dunia: Dunia) -> None:
    lama = tetapkan(dunia, tata_renstra(dunia))

    baru = _buka(dunia, lama)

    assert (baru.nomor, baru.sifat_versi, baru.ditetapkan, baru.dasar) == (2, "perubahan", None, "")
    for model in (SimpulVersi, IndikatorVersi, TargetVersi, PaguSimpul):
        semua = model._default_manager
        assert (
            semua.filter(dokumen_versi=lama).count() == semua.filter(dokumen_versi=baru).count() > 0
        )
    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(baru) == [Peristiwa("insert", ani, "perencanaan.buka_perubahan")]
    riwayat = RiwayatRencana.objects.get(dokumen_versi=baru)
    assert (riwayat.dari, riwayat.tindakan, riwayat.ke, riwayat.alasan, riwayat.oleh_id) == (
        "ditetapkan",
        "buka_perubahan",
        "konsep",
        "RPJMD berubah.",
        ani,
    )


def test_keputusan_iku_pun_mempunyai_versi_perubahan(dunia: Dunia) -> None:
    tetapkan(dunia, tata_renstra(dunia))
    iku = mulai(dunia, jenis="iku", judul="IKU", tahun_selesai=2026, uraian="")

    baru = _buka(dunia, tetapkan(dunia, iku))

    assert (baru.nomor, baru.dokumen.jenis) == (2, "iku")
    assert [i.indikator.kode for i in IndikatorVersi.objects.filter(dokumen_versi=baru)] == ["ikm"]


def test_tanpa_alasan_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        _buka(dunia, tetapkan(dunia, susun(dunia)), alasan=" ")

    assert [k.letak for k in galat.value.kesalahan] == ["alasan"]


@pytest.mark.parametrize("siapa", ["budi", "citra", "dewi", "hari"])
def test_orang_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    versi = tetapkan(dunia, susun(dunia))
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _buka(dunia, versi, siapa)

    assert hitung_baris() == sebelum


def test_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        _buka(lain, tetapkan(dunia, susun(dunia)), "eko")


def test_konsep_tidak_perlu_versi_perubahan(dunia: Dunia) -> None:
    with pytest.raises(PerpindahanTidakSah, match="masih konsep"):
        _buka(dunia, susun(dunia))


def test_dari_versi_terakhir_saja_dan_sekali_saja(dunia: Dunia) -> None:
    lama = tetapkan(dunia, susun(dunia))
    _buka(dunia, lama)

    with pytest.raises(PerpindahanTidakSah, match="Sudah ada versi sesudahnya"):
        _buka(dunia, lama)


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    versi = tetapkan(dunia, susun(dunia))

    with pytest.raises(VersiUsang):
        _buka(dunia, versi, versi=versi.versi - 1)
