"""A link as evidence: kept at once, looked at afterwards."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from sakip.arsip.models import Bukti, PeriksaTautan
from sakip.arsip.services import simpan_bukti, simpan_tautan
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import selectors as organisasi

URL = "https://contoh.go.id/berita/1"


def _isi(dunia: Dunia, siapa: str = "ani", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "dinas-anggrek",
        "judul": "Berita musrenbang",
        "url": URL,
        "tahun": 2026,
    } | ganti


def antrean() -> list[str]:
    """What the worker was asked to do with links."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT args->>'bukti' FROM procrastinate_jobs"
            " WHERE task_name = 'arsip.periksa_satu_tautan' ORDER BY id"
        )
        return [baris[0] for baris in kursor.fetchall()]


def test_tautan_tersimpan_seketika_dan_diperiksa_kemudian(dunia: Dunia) -> None:
    sebelum = organisasi.nomor_unit(dunia.tampak("dinas-anggrek"))

    bukti = simpan_tautan(**_isi(dunia, url=" HTTPS://Contoh.go.id/berita/1 "))

    assert (bukti.url, bukti.berkas, bukti.tautan) == (URL, None, True)
    assert PeriksaTautan.objects.get(bukti=bukti).keadaan == "antre"
    assert antrean() == [str(bukti.uuid)]
    assert organisasi.nomor_unit(dunia.tampak("dinas-anggrek")) == sebelum + 1
    assert peristiwa(bukti) == [
        Peristiwa("insert", dunia.orang["ani"].pengguna_id, "arsip.simpan_tautan")
    ]


def test_mengirim_dua_kali_tidak_menggandakan(dunia: Dunia) -> None:
    satu = simpan_tautan(**_isi(dunia))
    sebelum = hitung_baris()

    assert simpan_tautan(**_isi(dunia)).pk == satu.pk
    assert hitung_baris() == sebelum
    assert len(antrean()) == 1


@pytest.mark.parametrize("siapa", ["budi", "citra", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="mengunggah bukti"):
        simpan_tautan(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_unit_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    assert lain.unit

    with pytest.raises(TidakDitemukan):
        simpan_tautan(**_isi(dunia, unit="dinas-lain"))


def test_semua_kesalahan_sekaligus(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        simpan_tautan(
            **_isi(dunia, judul="", url="http://10.0.0.1/", tahun=1, tanggal=date(2026, 11, 25))
        )

    assert [k.letak for k in galat.value.kesalahan] == ["url", "judul", "tahun", "tanggal"]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    "ganti",
    [{"url": ""}, {"url": "http://contoh.go.id/"}, {"nama_berkas": "a.pdf"}],
    ids=["tanpa-keduanya", "bukan-https", "bernama-berkas"],
)
def test_basis_data_menolak_yang_bukan_berkas_dan_bukan_tautan(
    dunia: Dunia, ganti: dict[str, str]
) -> None:
    ada = simpan_tautan(**_isi(dunia))
    isi = {
        "instansi": dunia.instansi,
        "unit_id": ada.unit_id,
        "url": URL,
        "judul": "Lain",
        "tahun": 2026,
        "diunggah_pada": ada.diunggah_pada,
    } | ganti

    with menulis_langsung(dunia.sistem):
        with pytest.raises(IntegrityError, match="arsip_bukti_berkas_atau_tautan"):
            Bukti.objects.create(**isi)
        transaction.set_rollback(True)


def test_basis_data_menolak_berkas_sekaligus_tautan(dunia: Dunia) -> None:
    bukti = simpan_bukti(
        **dunia.dasar("ani"),
        unit="dinas-anggrek",
        judul="Notulen",
        nama_berkas="a.pdf",
        isi=b"%PDF-1.7\n%%EOF\n",
        tahun=2026,
    )

    with menulis_langsung(dunia.sistem):
        with pytest.raises(IntegrityError, match="arsip_bukti_berkas_atau_tautan"):
            Bukti.objects.create(
                instansi=dunia.instansi,
                unit_id=bukti.unit_id,
                berkas_id=bukti.berkas_id,
                url=URL,
                judul="Dua",
                tahun=2026,
                diunggah_pada=bukti.diunggah_pada,
            )
        transaction.set_rollback(True)
