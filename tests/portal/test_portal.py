"""The public pages: what is shown, what is not yet, and that they cannot write."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import InternalError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from domain.lembar import baris, impor
from domain.pemeran import Dunia, menulis_langsung
from domain.rencana_uji import RencanaUji, tata_rencana
from sakip.evaluasi.services import HasilLuar, catat_hasil_evaluasi
from sakip.pengukuran.models import CapaianMutakhir, KeadaanRealisasi, Realisasi
from sakip.perjanjian.models import ButirPerjanjian, PerjanjianKinerja
from sakip.portal import baca

UNIT = "/99.11/dinas-anggrek/2026/"


@pytest.fixture(autouse=True)
def hari_cerita(settings: Any) -> None:
    settings.TANGGAL_CONTOH = date(2026, 11, 24)


def _perjanjian(dunia: Dunia, r: RencanaUji, keadaan: str) -> PerjanjianKinerja:
    with menulis_langsung(dunia.sistem):
        pk = PerjanjianKinerja.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit[r.unit],
            tahun=2026,
            nomor=1,
            keadaan=keadaan,
            dokumen_versi=r.versi,
            anggaran=r.anggaran,
            pihak_pertama=r.pejabat["pertama"],
            pihak_kedua=r.pejabat["kedua"],
            sifat="contoh",
        )
        for urutan, kode in enumerate(sorted(r.indikator)):
            ButirPerjanjian.objects.create(
                instansi=dunia.instansi,
                perjanjian=pk,
                urutan=urutan,
                simpul=r.simpul["s1"],
                sasaran="Meningkatnya kualitas layanan",
                indikator=r.indikator[kode],
                indikator_versi=r.wording[kode],
                target=r.target[kode],
            )
    return pk


def _isi(alamat: str, status: int = 200) -> str:
    jawaban = Client().get(alamat)
    assert jawaban.status_code == status
    return jawaban.content.decode()


def test_janji_tampil_hanya_sesudah_ditandatangani(dunia: Dunia) -> None:
    r = tata_rencana(dunia)
    pk = _perjanjian(dunia, r, "ditelaah")
    sebelum = _isi(UNIT)

    with menulis_langsung(dunia.sistem):
        pk.keadaan = "ditandatangani"
        pk.save(update_fields=["keadaan"])
    sesudah = _isi(UNIT)

    assert "belum menerbitkan janji 2026" in sebelum
    assert "Rata-rata waktu layanan" not in sebelum
    assert "Dinas Anggrek berjanji 3 hal untuk 2026" in sesudah
    assert "Rata-rata waktu layanan" in sesudah
    assert "DATA CONTOH" in sesudah


def test_angka_yang_belum_disetujui_tidak_tampil(dunia: Dunia) -> None:
    impor(dunia, baris(tahun="2025", realisasi="76"), siapa="gita")
    realisasi = Realisasi.objects.get(unit__slug="dinas-anggrek")
    sebelum = _isi("/99.11/dinas-anggrek/2025/")

    assert realisasi.keadaan == KeadaanRealisasi.KONSEP
    assert "76" not in sebelum.partition("<main")[2].partition("</main>")[0]


def test_angka_terbitan_tampil_dengan_sumbernya(dunia: Dunia) -> None:
    impor(
        dunia,
        baris(tahun="2025", realisasi="76", sumber="LKjIP Contoh 2025"),
        siapa="gita",
        sifat="terbit",
    )

    isi = _isi("/99.11/dinas-anggrek/2025/")

    assert "target 2025 tercapai menurut angka terbitan" in isi
    assert "LKjIP Contoh 2025" in isi
    assert "DATA CONTOH" not in isi


def test_angka_terkunci_rekaan_tanpa_perjanjian_tampil_dan_bertanda_contoh(dunia: Dunia) -> None:
    impor(dunia, baris(tahun="2025", realisasi="76"), siapa="gita", sifat="contoh")
    with menulis_langsung(dunia.sistem):
        Realisasi.objects.update(keadaan=KeadaanRealisasi.TERKUNCI)
        CapaianMutakhir.objects.update(keadaan=KeadaanRealisasi.TERKUNCI)

    isi = _isi("/99.11/dinas-anggrek/2025/")

    assert "target 2025 tercapai" in isi
    assert "menurut angka terbitan" not in isi
    assert "DATA CONTOH" in isi


def test_pemda_menampilkan_seri_dan_unit_menurut_abjad(dunia: Dunia) -> None:
    for tahun, nilai, predikat in ((2019, "80.08", "A"), (2021, None, "BB")):
        catat_hasil_evaluasi(
            **dunia.dasar("fitri"),
            hasil=HasilLuar(
                unit="kabupaten-contoh",
                tahun_tercetak=tahun,
                tahun_kinerja=None,
                tahun_kinerja_disimpulkan=False,
                tahun_evaluasi=tahun,
                tanggal_penyerahan=None,
                penilai="Penilai",
                nilai=Decimal(nilai) if nilai else None,
                predikat=predikat,
                sumber=[{"judul": "Berita contoh"}],
                satu_sumber=True,
            ),
        )

    isi = _isi("/99.11/")

    assert "BB pada 2021, turun dari A pada 2019" in isi
    assert "satu sumber" in isi
    assert "2022–2026: belum ada sumber" in isi
    assert isi.index("Dinas Anggrek") < isi.index("Dinas Bakung")


@pytest.mark.parametrize(
    ("alamat", "status"),
    [
        ("/", 200),
        ("/99.11/", 200),
        ("/99.11/kapasitas/", 200),
        ("/99.11/kecamatan-cempaka/2026/", 200),
        ("/99.11/kecamatan-cempaka/", 302),
        ("/99.99/", 404),
        ("/99.11/tidak-ada/2026/", 404),
        ("/99.11/kecamatan-cempaka/2999/", 404),
    ],
)
def test_halaman_publik_terbuka_tanpa_masuk(dunia: Dunia, alamat: str, status: int) -> None:
    assert dunia
    assert Client().get(alamat).status_code == status
    assert Client().post(alamat).status_code == 405


def test_satu_instansi_langsung_ke_halamannya(dunia: Dunia, monkeypatch: Any) -> None:
    from sakip.portal import halaman  # noqa: PLC0415 - needs the settings

    monkeypatch.setattr(halaman.organisasi, "daftar_instansi_publik", lambda: [dunia.instansi])

    assert Client().get("/").headers["Location"] == "/99.11/"


def test_basis_data_menolak_tulisan_dari_halaman_publik(dunia: Dunia) -> None:
    @baca.publik
    def nakal(_request: Any, ini: baca.Kunjungan) -> Any:
        with menulis_langsung(dunia.sistem):
            ini.instansi.save()

    from django.test import RequestFactory  # noqa: PLC0415 - only here

    with pytest.raises(InternalError, match="read-only"), transaction.atomic():
        nakal(RequestFactory().get("/99.11/"), kode="99.11")


def test_halaman_unit_publik_paling_banyak_sebelas_kueri(dunia: Dunia) -> None:
    _perjanjian(dunia, tata_rencana(dunia), "ditandatangani")
    klien = Client()

    with CaptureQueriesContext(connection) as kueri:
        klien.get(UNIT)

    bukan_baca = ("SAVEPOINT", "RELEASE", "SET ")
    assert len([k for k in kueri if not k["sql"].startswith(bukan_baca)]) <= 12
