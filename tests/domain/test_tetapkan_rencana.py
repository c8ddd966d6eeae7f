"""Laying a document down: from then on nobody changes it, whatever code path writes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from domain.naskah_uji import DESA, IKM, POHON, susun
from domain.pemeran import HARI, Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.perencanaan.models import DokumenVersi, RiwayatRencana, TargetVersi
from sakip.perencanaan.services import tetapkan_rencana

TETAPKAN = "perencanaan.tetapkan_rencana"


def _tetapkan(dunia: Dunia, versi: DokumenVersi, siapa: str = "gita", **ganti: Any) -> DokumenVersi:
    isi = {
        "dokumen_versi": versi.uuid,
        "versi": versi.versi,
        "tanggal": date(2025, 7, 31),
        "dasar": "Keputusan Bupati nomor 1 (contoh)",
    } | ganti
    return tetapkan_rencana(**dunia.dasar(siapa), **isi)


def test_penetapan_mencatat_hari_dan_dasarnya(dunia: Dunia) -> None:
    hasil = _tetapkan(dunia, susun(dunia))

    gita = dunia.orang["gita"].pengguna_id
    assert (hasil.ditetapkan, hasil.dasar) == (
        date(2025, 7, 31),
        "Keputusan Bupati nomor 1 (contoh)",
    )
    assert hasil.versi == 2
    assert peristiwa(hasil)[-1] == Peristiwa("update", gita, TETAPKAN)
    riwayat = RiwayatRencana.objects.get(tindakan="tetapkan")
    assert (riwayat.dari, riwayat.ke, riwayat.oleh_id) == ("konsep", "ditetapkan", gita)


def test_sesudahnya_basis_data_menolak_perubahan(dunia: Dunia) -> None:
    hasil = _tetapkan(dunia, susun(dunia))

    with (
        menulis_langsung(dunia.sistem),
        pytest.raises(ProgrammingError, match="sudah ditetapkan"),
        transaction.atomic(),
    ):
        TargetVersi.objects.filter(dokumen_versi=hasil).update(teks="1")


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    konsep = susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _tetapkan(dunia, konsep, siapa)

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia) -> None:
    konsep = susun(dunia)

    with pytest.raises(TidakDitemukan):
        tetapkan_rencana(
            **lain.dasar("eko"),
            dokumen_versi=konsep.uuid,
            versi=1,
            tanggal=date(2025, 7, 31),
            dasar="x",
        )


def test_menetapkan_dua_kali_ditolak(dunia: Dunia) -> None:
    hasil = _tetapkan(dunia, susun(dunia))
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “ditetapkan”"):
        _tetapkan(dunia, hasil)

    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    konsep = susun(dunia)
    susun(dunia, versi=1, judul="Renja lain")

    with pytest.raises(VersiUsang):
        _tetapkan(dunia, konsep)


def test_semua_yang_kurang_disebut_sekaligus(dunia: Dunia) -> None:
    konsep = susun(
        dunia,
        simpul=(*POHON[:2], replace(POHON[1], kode="s2", uraian="Sasaran kosong")),
        indikator=(replace(IKM, target=()), DESA),
        dukungan=(),
    )
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        _tetapkan(dunia, konsep)

    pesan = galat.value.pesan
    assert "Sasaran “Sasaran kosong” belum mempunyai indikator." in pesan
    assert "Indikator “Indeks kepuasan” belum mempunyai target." in pesan
    assert galat.value.syarat[0].sasaran == "rencana"
    assert hitung_baris() == sebelum


def test_tanpa_indikator_belum_dapat_ditetapkan(dunia: Dunia) -> None:
    konsep = susun(dunia, simpul=POHON[:1], indikator=(), dukungan=())

    with pytest.raises(SyaratBelumTerpenuhi, match="belum memuat satu indikator pun"):
        _tetapkan(dunia, konsep)


def test_temuan_yang_hanya_memperingatkan_tidak_menahan(dunia: Dunia) -> None:
    konsep = susun(dunia, dukungan=())  # both sub-kegiatan move nothing

    assert _tetapkan(dunia, konsep).ditetapkan is not None


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"dasar": "  "}, "dasar"),
        ({"tanggal": HARI + timedelta(days=1)}, "tanggal"),
    ],
    ids=["tanpa-dasar", "besok"],
)
def test_isian_yang_salah_disebut_bidangnya(
    dunia: Dunia, ganti: dict[str, Any], letak: str
) -> None:
    konsep = susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _tetapkan(dunia, konsep, **ganti)

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert hitung_baris() == sebelum


def test_hari_ini_boleh(dunia: Dunia) -> None:
    assert _tetapkan(dunia, susun(dunia), tanggal=HARI).ditetapkan == HARI


def test_perubahan_tidak_dapat_mendahului_yang_murni(dunia: Dunia) -> None:
    _tetapkan(dunia, susun(dunia))
    perubahan = susun(dunia, perubahan=True, indikator=(IKM,))

    with pytest.raises(IsianTidakSah) as galat:
        _tetapkan(dunia, perubahan, tanggal=date(2025, 7, 30))

    assert "31 Juli 2025" in galat.value.kesalahan[0].pesan
    assert _tetapkan(dunia, perubahan).ditetapkan == date(2025, 7, 31)
