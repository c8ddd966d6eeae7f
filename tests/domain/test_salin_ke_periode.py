"""A plan carried into its next period, and a year of a Renstra into a Renja."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from domain.dokumen_uji import RENSTRA, mulai, tata_renstra, tetapkan
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.perencanaan.models import (
    DokumenVersi,
    Dukungan,
    IndikatorVersi,
    PaguSimpul,
    RiwayatRencana,
    SimpulVersi,
    TargetVersi,
)
from sakip.perencanaan.services import DokumenBaru, HasilSalin, salin_ke_periode

BARU = replace(RENSTRA, judul="Renstra 2027–2031", tahun_mulai=2027, tahun_selesai=2031, uraian="")
RENJA = DokumenBaru("dinas-anggrek", "renja", "Renja 2026", 2026, 2026)


def _salin(
    dunia: Dunia, dari: DokumenVersi, isi: DokumenBaru = BARU, siapa: str = "ani", **ganti: Any
) -> HasilSalin:
    return salin_ke_periode(**dunia.dasar(siapa), dari=dari.uuid, isi=replace(isi, **ganti))


def _banyak(versi: DokumenVersi) -> list[int]:
    return [
        m._default_manager.filter(dokumen_versi=versi).count()
        for m in (SimpulVersi, IndikatorVersi, Dukungan, TargetVersi, PaguSimpul)
    ]


def test_periode_baru_membawa_pohon_tanpa_target_lama(dunia: Dunia) -> None:
    """The old plan has 3 targets (two of ikm, one of desa) and 2 amounts, none after 2026."""
    lama = tata_renstra(dunia)

    hasil = _salin(dunia, lama)

    assert _banyak(lama) == [6, 2, 1, 3, 2]
    assert _banyak(hasil.versi) == [6, 2, 1, 0, 0]
    assert (hasil.target_tertinggal, hasil.pagu_tertinggal, hasil.tanpa_target) == (3, 2, 2)
    assert (hasil.versi.dokumen.tahun_mulai, hasil.versi.ditetapkan) == (2027, None)


def test_keadaan_awal_dibiarkan_dan_identitasnya_sama(dunia: Dunia) -> None:
    lama = tata_renstra(dunia)

    baru = _salin(dunia, lama).versi

    awal, kini = (
        IndikatorVersi.objects.get(dokumen_versi=v, indikator__kode="ikm") for v in (lama, baru)
    )
    assert (kini.baseline_teks, kini.baseline_tahun) == ("82,40", 2025)
    assert kini.indikator_id == awal.indikator_id  # so that the series goes on


def test_renja_mengambil_target_dan_pagu_tahunnya(dunia: Dunia) -> None:
    hasil = _salin(dunia, tetapkan(dunia, tata_renstra(dunia)), RENJA)

    assert (hasil.target_tertinggal, hasil.pagu_tertinggal, hasil.tanpa_target) == (1, 1, 0)
    assert sorted(
        TargetVersi.objects.filter(dokumen_versi=hasil.versi).values_list("teks", flat=True)
    ) == ["11/14", "83,50"]
    assert list(
        PaguSimpul.objects.filter(dokumen_versi=hasil.versi).values_list("tahun", "rupiah")
    ) == [(2026, Decimal(100))]


def test_riwayat_mengatakan_apa_yang_tertinggal(dunia: Dunia) -> None:
    hasil = _salin(dunia, tata_renstra(dunia))

    riwayat = RiwayatRencana.objects.get(dokumen_versi=hasil.versi, tindakan="salin")
    assert riwayat.oleh_id == dunia.orang["ani"].pengguna_id
    assert riwayat.alasan == (
        "Disalin dari Renstra 2021–2026. Tidak ikut, karena di luar masa: 3 target dan 2 pagu. "
        "Keadaan awal dibiarkan seperti semula."
    )


@pytest.mark.parametrize("siapa", ["budi", "citra", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    lama = tata_renstra(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _salin(dunia, lama, siapa=siapa)

    assert hitung_baris() == sebelum


def test_unit_lain_dan_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    lama = tata_renstra(dunia)

    with pytest.raises(TidakBerizin):
        _salin(dunia, lama, siapa="dewi")
    with pytest.raises(TidakDitemukan):
        _salin(dunia, lama, siapa="dewi", unit="dinas-bakung")  # not a document of that unit
    with pytest.raises(TidakDitemukan):
        _salin(lain, lama, siapa="eko")


def test_masa_yang_bertumpuk_ditolak(dunia: Dunia) -> None:
    lama = tata_renstra(dunia)

    with pytest.raises(IsianTidakSah) as galat:
        _salin(dunia, lama, tahun_mulai=2026, tahun_selesai=2030)

    assert "Sudah ada “Renstra 2021–2026”" in galat.value.kesalahan[0].pesan


def test_menyalin_dua_kali_ditolak(dunia: Dunia) -> None:
    lama = tata_renstra(dunia)
    _salin(dunia, lama)

    with pytest.raises(IsianTidakSah, match="belum disalin"):
        _salin(dunia, lama)


def test_renstra_tidak_disalin_dari_renja(dunia: Dunia) -> None:
    renja = mulai(dunia, jenis="renja", tahun_selesai=2026)

    with pytest.raises(IsianTidakSah) as galat:
        _salin(dunia, renja)

    assert galat.value.kesalahan[0].pesan == "Renstra tidak disalin dari Renja."
