"""Reading files: within reach, lists without the bytes, and what the public may ask."""

import hashlib
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.berkas_uji import PDF_POLOS, pindai, terbitkan
from domain.pemeran import Dunia
from sakip.arsip import selectors
from sakip.arsip.models import Bukti
from sakip.arsip.services import cocokkan_pindaian, simpan_bukti
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.organisasi.models import Sifat


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


def test_daftar_tanpa_isi_berkas_dan_satu_kueri(dunia: Dunia, bukti: Bukti) -> None:
    unit, lingkup = dunia.tampak("dinas-anggrek"), dunia.lingkup("ani")
    terbitkan(dunia)

    with CaptureQueriesContext(connection) as kueri:
        ada = selectors.daftar_bukti(lingkup, unit, 2026)
        terbit = selectors.daftar_dokumen(lingkup, unit, 2026)

    assert len(kueri) == 2
    assert [b.pk for b in ada] == [bukti.pk]
    assert {"isi"} == ada[0].berkas.get_deferred_fields()
    assert "isi" in terbit[0].berkas.get_deferred_fields()


def test_tahun_lain_tidak_ikut(dunia: Dunia, bukti: Bukti) -> None:
    unit, lingkup = dunia.tampak("dinas-anggrek"), dunia.lingkup("ani")
    terbitkan(dunia)

    assert bukti.tahun == 2026
    assert selectors.daftar_bukti(lingkup, unit, 2025) == []
    assert selectors.daftar_dokumen(lingkup, unit, 2025) == []


@pytest.mark.parametrize("siapa", ["dewi", "hari"])
def test_unit_di_luar_jangkauan(dunia: Dunia, bukti: Bukti, siapa: str) -> None:
    unit, lingkup, terbit = dunia.tampak("dinas-anggrek"), dunia.lingkup(siapa), terbitkan(dunia)

    with pytest.raises(TidakBerizin):
        selectors.daftar_bukti(lingkup, unit)
    with pytest.raises(TidakBerizin):
        selectors.daftar_dokumen(lingkup, unit)
    with pytest.raises(TidakDitemukan, match="bukan milik unit Anda"):
        selectors.bukti_menurut_uuid(lingkup, bukti.uuid)
    with pytest.raises(TidakDitemukan, match="bukan milik unit Anda"):
        selectors.dokumen_menurut_uuid(lingkup, terbit.uuid)


def test_instansi_lain_tidak_melihatnya(dunia: Dunia, lain: Dunia, bukti: Bukti) -> None:
    terbit = terbitkan(dunia)

    with pytest.raises(TidakDitemukan):
        selectors.bukti_menurut_uuid(lain.lingkup("eko"), bukti.uuid)
    with pytest.raises(TidakDitemukan):
        selectors.dokumen_menurut_uuid(lain.lingkup("eko"), terbit.uuid)


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra", "fitri"])
def test_yang_berjangkauan_membaca_isinya(dunia: Dunia, bukti: Bukti, siapa: str) -> None:
    terbit = terbitkan(dunia)

    assert bytes(selectors.bukti_menurut_uuid(dunia.lingkup(siapa), bukti.uuid).berkas.isi) == (
        PDF_POLOS
    )
    dokumen = selectors.dokumen_menurut_uuid(dunia.lingkup(siapa), terbit.uuid)
    assert bytes(dokumen.berkas.isi).startswith(b"%PDF-")


def test_yang_tidak_ada_dikatakan(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        selectors.dokumen_menurut_uuid(dunia.lingkup("fitri"), uuid4())


def test_publik_menurut_kode(dunia: Dunia) -> None:
    terbit = terbitkan(dunia, sifat=Sifat.ASLI)

    with CaptureQueriesContext(connection) as kueri:
        publik = selectors.dokumen_publik(terbit.kode_periksa)

    assert len(kueri) == 1
    assert publik is not None
    assert (publik.unit, publik.instansi, publik.jenis) == (
        "Dinas Anggrek",
        "Kabupaten Contoh",
        "Berita acara serah terima kinerja",
    )
    assert (publik.berlaku, publik.contoh, publik.nomor) == (True, False, 1)
    assert selectors.dokumen_publik("22222-22222") is None


def test_publik_menunjuk_penggantinya(dunia: Dunia) -> None:
    lama = terbitkan(dunia)
    baru = terbitkan(dunia, tanggal=date(2026, 9, 15))

    publik = selectors.dokumen_publik(lama.kode_periksa)

    assert publik is not None
    assert not publik.berlaku
    assert (publik.pengganti_kode, publik.pengganti_tanggal) == (
        baru.kode_periksa,
        date(2026, 9, 15),
    )


def test_sidik_berkas_yang_berubah_satu_bita_tidak_dikenal(dunia: Dunia) -> None:
    isi = bytes(terbitkan(dunia).berkas.isi)
    ubah = isi[:-1] + bytes([isi[-1] ^ 1])

    assert selectors.dokumen_bersidik(hashlib.sha256(isi).hexdigest()) is not None
    assert selectors.dokumen_bersidik(hashlib.sha256(ubah).hexdigest()) is None


def test_bukti_yang_kebetulan_diunggah_bukan_dokumen_terbit(dunia: Dunia, bukti: Bukti) -> None:
    assert selectors.dokumen_bersidik(bukti.berkas.sha256) is None
    assert dunia.instansi.pk == bukti.instansi_id


def test_pindaian_dikenal_menurut_sidiknya(dunia: Dunia) -> None:
    terbit = terbitkan(dunia)
    isi = pindai(bytes(terbit.berkas.isi))
    cocokkan_pindaian(
        **dunia.dasar("ani"), dokumen=terbit.uuid, nama_berkas="pindaian.pdf", isi=isi
    )

    publik = selectors.pindaian_bersidik(hashlib.sha256(isi).hexdigest())

    assert publik is not None
    assert publik.kode == terbit.kode_periksa
    assert [p.cara for p in selectors.daftar_pindaian(dunia.lingkup("ani"), terbit)] == ["qr"]
