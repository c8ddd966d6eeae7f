"""Withdrawing evidence: it stays where it was used, and can no longer be chosen."""

from typing import Any

import pytest

from domain.berkas_uji import PDF_POLOS
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.arsip.models import Bukti
from sakip.arsip.selectors import bukti_menurut_uuid, daftar_bukti
from sakip.arsip.services import simpan_bukti, tarik_bukti
from sakip.bersama.galat import TidakBerizin, TidakDitemukan, VersiUsang


@pytest.fixture
def bukti(dunia: Dunia) -> Bukti:
    return simpan_bukti(
        **dunia.dasar("ani"),
        unit="dinas-anggrek",
        judul="Notulen",
        nama_berkas="notulen.pdf",
        isi=PDF_POLOS,
        tahun=2026,
    )


def _tarik(dunia: Dunia, bukti: Bukti, siapa: str = "ani", versi: int = 1) -> dict[str, Any]:
    return {**dunia.dasar(siapa), "bukti": bukti.uuid, "versi": versi}


def test_bukti_ditarik_dari_daftar_dan_tetap_dapat_dibuka(dunia: Dunia, bukti: Bukti) -> None:
    tarik_bukti(**_tarik(dunia, bukti))

    unit, lingkup = dunia.tampak("dinas-anggrek"), dunia.lingkup("ani")
    assert daftar_bukti(lingkup, unit) == []
    assert daftar_bukti(lingkup, unit, ditarik=True) == [bukti]
    assert bytes(bukti_menurut_uuid(lingkup, bukti.uuid).berkas.isi) == PDF_POLOS
    assert peristiwa(bukti)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "arsip.tarik_bukti"
    )


def test_menarik_dua_kali_tidak_mengubah_apa_pun(dunia: Dunia, bukti: Bukti) -> None:
    tarik_bukti(**_tarik(dunia, bukti))

    lagi = tarik_bukti(**_tarik(dunia, bukti, versi=2))

    assert lagi.versi == 2


def test_versi_usang_ditolak(dunia: Dunia, bukti: Bukti) -> None:
    tarik_bukti(**_tarik(dunia, bukti))

    with pytest.raises(VersiUsang):
        tarik_bukti(**_tarik(dunia, bukti))


@pytest.mark.parametrize("siapa", ["budi", "citra", "dewi", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, bukti: Bukti, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="mengunggah bukti"):
        tarik_bukti(**_tarik(dunia, bukti, siapa))

    assert hitung_baris() == sebelum
    assert not Bukti.objects.get(pk=bukti.pk).ditarik


def test_bukti_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia, bukti: Bukti) -> None:
    assert dunia.instansi.pk != lain.instansi.pk

    with pytest.raises(TidakDitemukan):
        tarik_bukti(**_tarik(lain, bukti, "eko"))
