"""What the worker found of a link is kept, each look beside the ones before."""

import pytest
from django.db import ProgrammingError, connection, transaction

from domain.pemeran import SAAT, Dunia, hitung_baris, menulis_langsung
from domain.test_simpan_tautan import URL
from sakip.arsip import pekerjaan
from sakip.arsip.models import Bukti, PeriksaTautan
from sakip.arsip.selectors import daftar_bukti
from sakip.arsip.services import catat_periksa_tautan, simpan_tautan
from sakip.arsip.tautan import HasilTautan, Keadaan
from sakip.bersama.galat import TidakBerizin
from sakip.bersama.layanan import layanan_berjalan
from sakip.organisasi import selectors as organisasi

HASIL = HasilTautan(Keadaan.MINTA_MASUK, "Hanya terbuka bagi yang masuk.")


@pytest.fixture
def tautan(dunia: Dunia) -> Bukti:
    return simpan_tautan(
        **dunia.dasar("ani"), unit="dinas-anggrek", judul="Berita", url=URL, tahun=2026
    )


def test_hasilnya_terbaca_dan_yang_lama_tetap(dunia: Dunia, tautan: Bukti) -> None:
    sebelum = organisasi.nomor_unit(dunia.tampak("dinas-anggrek"))

    catat_periksa_tautan(oleh=dunia.sistem, saat=SAAT, bukti=tautan.uuid, hasil=HASIL)

    (satu,) = daftar_bukti(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), 2026)
    assert satu.periksa_keadaan == "minta_masuk"  # type: ignore[attr-defined]
    assert satu.periksa_keterangan == HASIL.keterangan  # type: ignore[attr-defined]
    assert list(tautan.periksa.order_by("id").values_list("keadaan", flat=True)) == [
        "antre",
        "minta_masuk",
    ]
    assert organisasi.nomor_unit(dunia.tampak("dinas-anggrek")) == sebelum + 1


def test_pekerjaan_menanyakan_alamatnya_lalu_mencatat(
    tautan: Bukti, monkeypatch: pytest.MonkeyPatch
) -> None:
    ditanya = []

    def periksa(url: str) -> HasilTautan:
        ditanya.append(url)
        return HasilTautan(Keadaan.TERBUKA)

    monkeypatch.setattr("sakip.arsip.tautan.periksa_tautan", periksa)

    pekerjaan.periksa_satu_tautan(bukti=str(tautan.uuid))

    assert ditanya == [URL]
    assert tautan.periksa.latest("id").keadaan == "terbuka"


def test_orang_tidak_mencatat_hasilnya(dunia: Dunia, tautan: Bukti) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        catat_periksa_tautan(oleh=dunia.pelaku("admin"), saat=SAAT, bukti=tautan.uuid, hasil=HASIL)

    assert hitung_baris() == sebelum


def test_hasil_yang_tercatat_tidak_dapat_diubah(dunia: Dunia, tautan: Bukti) -> None:
    assert tautan.periksa.exists()

    with menulis_langsung(dunia.sistem):
        with pytest.raises(ProgrammingError), connection.cursor() as kursor:
            kursor.execute("UPDATE arsip_periksatautan SET keadaan = 'terbuka'")
        transaction.set_rollback(True)

    assert PeriksaTautan.objects.filter(keadaan="antre").count() == 1


def test_dilakukan_atas_nama_tindakan_ini(
    dunia: Dunia, tautan: Bukti, monkeypatch: pytest.MonkeyPatch
) -> None:
    nama: list[str | None] = []
    monkeypatch.setattr(
        "sakip.arsip.services.tautan.naikkan_versi_data",
        lambda *_isi: nama.append(layanan_berjalan()),
    )

    catat_periksa_tautan(oleh=dunia.sistem, saat=SAAT, bukti=tautan.uuid, hasil=HASIL)

    assert nama == ["arsip.catat_periksa_tautan"]
