"""The pages of evidence: sent, chosen, opened at its page, taken off, withdrawn."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jelajah import alamat, klien

from domain.berkas_uji import DOCX, PDF_POLOS, png
from domain.lembar_uji import sampai, siapkan
from domain.pemeran import Dunia
from domain.periksa_uji import bukti, tata_daftar, uji
from domain.ukur_uji import TAHUN, Ukur
from sakip.arsip.models import Bukti
from sakip.arsip.services import simpan_bukti, simpan_tautan
from sakip.pengukuran.models import BuktiRealisasi, Realisasi
from sakip.pengukuran.services import tautkan_bukti

KODE, UNIT = "99.11", "dinas-anggrek"
URL = "https://contoh.go.id/berita"


@pytest.fixture(autouse=True)
def pada(settings: Any) -> None:
    settings.TANGGAL_CONTOH = date(2026, 4, 8)


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def _lembar(nama: str = "lembar_pengukuran") -> str:
    return alamat(nama, KODE, TAHUN, UNIT, 1)


def _pustaka() -> str:
    return alamat("bukti", KODE, TAHUN, UNIT)


def _isi(jawaban: Any) -> str:
    return " ".join(jawaban.content.decode().split())


def _angka(kode: str = "iku-3") -> Realisasi:
    return Realisasi.objects.get(indikator__kode=kode, periode__jenis="triwulan")


def _berkas(nama: str = "register.pdf", isi: bytes = PDF_POLOS) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi, "application/octet-stream")


def _simpan(u: Ukur, **ganti: Any) -> Bukti:
    isi = {
        **u.dunia.dasar("ani"),
        "unit": UNIT,
        "judul": "Register loket",
        "nama_berkas": "register.pdf",
        "isi": PDF_POLOS,
        "tahun": TAHUN,
    }
    return simpan_bukti(**isi | ganti)


def _tautkan(u: Ukur, satu: Bukti, halaman: str = "hlm. 12") -> BuktiRealisasi:
    return tautkan_bukti(
        **u.dunia.dasar("ani"),
        unit=UNIT,
        realisasi=_angka().uuid,
        bukti=satu.uuid,
        halaman=halaman,
    )


# On the sheet ------------------------------------------------------------------------------------


def test_beberapa_berkas_sekaligus_tersimpan_dan_tertaut(ukur: Ukur) -> None:
    jawaban = klien(ukur.dunia, "ani").post(
        _lembar("bukti_pengukuran"),
        {
            "realisasi": str(_angka().uuid),
            "berkas": [_berkas("register_loket.pdf"), _berkas("surat.docx", DOCX)],
            "tanggal": "2026-04-02",
            "berlaku_sampai": "2027-04-02",
            "retensi": "keuangan",
            "halaman": "3",
        },
    )

    assert jawaban.status_code == 302
    assert [
        (t.bukti.judul, t.bukti.tanggal, t.bukti.berlaku_sampai, t.bukti.retensi, t.halaman)
        for t in BuktiRealisasi.objects.select_related("bukti").order_by("id")
    ] == [
        ("register loket", date(2026, 4, 2), date(2027, 4, 2), "keuangan", "hlm. 3"),
        ("surat", date(2026, 4, 2), date(2027, 4, 2), "keuangan", "hlm. 3"),
    ]


def test_satu_berkas_yang_salah_membatalkan_semua_dan_disebut_namanya(ukur: Ukur) -> None:
    jawaban = klien(ukur.dunia, "ani").post(
        _lembar("bukti_pengukuran"),
        {
            "realisasi": str(_angka().uuid),
            "judul": "Kuartal satu",
            "berkas": [_berkas(), _berkas("pasang.pdf", b"MZ\x90\x00")],
        },
    )

    teks = _isi(jawaban)
    assert jawaban.status_code == 422
    assert "pasang.pdf: Isi berkas ini program komputer" in teks
    assert "Pilih lagi berkasnya" in teks
    assert 'value="Kuartal satu"' in teks
    assert not Bukti.objects.exists()


def test_tautan_sebagai_bukti_di_lembar(ukur: Ukur) -> None:
    jawaban = klien(ukur.dunia, "ani").post(
        _lembar("bukti_pengukuran"),
        {"realisasi": str(_angka().uuid), "url": URL, "judul": "Berita"},
    )

    assert jawaban.status_code == 302
    teks = _isi(klien(ukur.dunia, "vera").get(_lembar()))
    assert f'href="{URL}" target="_blank" rel="noopener noreferrer nofollow"' in teks


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "Pilih berkasnya, atau tulis tautannya"),
        ({"url": "http://10.0.0.1/"}, "Alamat harus diawali https://"),
        ({"url": URL, "judul": "A", "tanggal": "kemarin"}, "Tulis tanggal seperti 2026-07-14"),
        ({"url": URL, "judul": "A", "halaman": "h" * 41}, "Paling panjang 40 huruf"),
    ],
)
def test_isian_yang_salah_dijelaskan_di_lembar(ukur: Ukur, isi: dict[str, str], kata: str) -> None:
    jawaban = klien(ukur.dunia, "ani").post(
        _lembar("bukti_pengukuran"), {"realisasi": str(_angka().uuid), **isi}
    )

    assert jawaban.status_code == 422
    assert kata in _isi(jawaban)
    assert not Bukti.objects.exists()


def test_bukti_terbuka_pada_halamannya_dan_dapat_dilepas(ukur: Ukur) -> None:
    ada = _simpan(ukur)
    _tautkan(ukur, ada)
    ani = klien(ukur.dunia, "ani")

    teks = _isi(ani.get(_lembar()))
    lepas = ani.post(_lembar("lepas_bukti"), {"lepas": f"{_angka().uuid}:{ada.uuid}"})

    assert f'{alamat("lihat_bukti", KODE, ada.uuid)}#page=12" target="_blank"' in teks
    assert f'form="lepas-bukti" name="lepas" value="{_angka().uuid}:{ada.uuid}"' in teks
    assert lepas.status_code == 302
    assert not BuktiRealisasi.objects.exists()


def test_setelah_diverifikasi_tidak_ada_tombol_dan_kirimannya_ditolak(ukur: Ukur) -> None:
    ada = _simpan(ukur)
    _tautkan(ukur, ada)
    sampai(ukur, "diverifikasi")
    ani = klien(ukur.dunia, "ani")

    assert "lepas-bukti" not in _isi(ani.get(_lembar()))
    lepas = ani.post(_lembar("lepas_bukti"), {"lepas": f"{_angka().uuid}:{ada.uuid}"})
    tambah = ani.post(
        _lembar("bukti_pengukuran"), {"realisasi": str(_angka().uuid), "berkas": _berkas()}
    )
    pilih = ani.post(
        _lembar("pilih_bukti"),
        {"angka": str(_angka().uuid), "bukti": str(ada.uuid), "halaman": "4"},
    )

    assert [j.status_code for j in (lepas, tambah, pilih)] == [409, 409, 409]
    assert "bukti di belakangnya tetap" in _isi(lepas)
    assert BuktiRealisasi.objects.get().halaman == "hlm. 12"


def test_bukti_yang_berakhir_sebelum_periodenya_ditandai(ukur: Ukur) -> None:
    _tautkan(ukur, _simpan(ukur, berlaku_sampai=date(2026, 3, 30)))  # the quarter ends on the 31st

    kata = "Berlaku sampai 30 Maret 2026, sebelum periode ini berakhir"
    assert kata in _isi(klien(ukur.dunia, "vera").get(_lembar()))


# Choosing from what there is ---------------------------------------------------------------------


def test_bukti_yang_ada_dicari_dan_ditautkan(ukur: Ukur) -> None:
    dipakai = _simpan(ukur, judul="Notulen rapat", isi=png(), nama_berkas="n.png")
    _tautkan(ukur, dipakai)
    _simpan(ukur)
    ani = klien(ukur.dunia, "ani")
    angka = str(_angka("1b").uuid)

    semua = _isi(ani.get(_lembar("pilih_bukti"), {"angka": angka}))
    cocok = _isi(ani.get(_lembar("pilih_bukti"), {"angka": angka, "cari": "RAPAT notulen"}))
    nihil = _isi(ani.get(_lembar("pilih_bukti"), {"angka": angka, "cari": "tidakada"}))
    kirim = ani.post(
        _lembar("pilih_bukti"), {"angka": angka, "bukti": str(dipakai.uuid), "halaman": "2"}
    )

    assert "Register loket" in semua
    assert "Notulen rapat" in cocok
    assert "Register loket" not in cocok
    assert 'triwulan I 2026 <span class="redup">hlm. 12</span>' in cocok
    assert "Tidak ada bukti yang cocok" in nihil
    assert kirim.status_code == 302
    assert BuktiRealisasi.objects.filter(bukti=dipakai).count() == 2


def test_tanpa_angka_tidak_ada_yang_ditautkan(ukur: Ukur) -> None:
    ada = _simpan(ukur)

    jawaban = klien(ukur.dunia, "ani").post(_lembar("pilih_bukti"), {"bukti": str(ada.uuid)})

    assert jawaban.status_code == 422
    assert "pilih barisnya" in _isi(jawaban)


# The unit's evidence -----------------------------------------------------------------------------


def test_pustaka_menyebut_pemakaian_keadaan_dan_lama_simpan(ukur: Ukur) -> None:
    tata_daftar(ukur)
    ada = _simpan(ukur, berlaku_sampai=date(2026, 3, 30))
    _tautkan(ukur, ada)
    uji(ukur, "Desa A", "A", bukti=ada.uuid)
    simpan_tautan(**ukur.dunia.dasar("ani"), unit=UNIT, judul="Berita", url=URL, tahun=TAHUN)

    teks = _isi(klien(ukur.dunia, "vera").get(_pustaka()))

    assert "<h1>2 bukti tahun 2026</h1>" in teks
    assert "triwulan I 2026" in teks
    assert "Uji A</a>, Desa A" in teks or "Uji A, Desa A" in teks
    assert "Berakhir sebelum periode itu" in teks
    assert "Disimpan sampai 31 Desember 2031" in teks  # 2026 + 5
    assert "Sedang diperiksa" in teks
    assert "Belum dipakai" in teks
    assert "Tarik" not in teks  # Vera verifies; she uploads nothing


def test_yang_ditarik_tidak_ditawarkan_dan_tetap_terbaca(ukur: Ukur) -> None:
    ada = _simpan(ukur)
    _tautkan(ukur, ada)
    ani = klien(ukur.dunia, "ani")
    tarik = alamat("tarik_bukti", KODE, TAHUN, UNIT, ada.uuid)

    assert ani.post(tarik, {"versi": "1"}).status_code == 302
    usang = ani.post(tarik, {"versi": "1"})

    assert usang.status_code == 409
    assert "sudah diubah orang lain" in _isi(usang)
    assert "Register loket" not in _isi(ani.get(_pustaka(), {"jenis": "pdf"}))
    assert "Register loket" in _isi(ani.get(_pustaka(), {"ditarik": "1"}))
    assert "Register loket" not in _isi(ani.get(_lembar("pilih_bukti")))
    assert "Ditarik" in _isi(ani.get(_lembar()))


def test_banyaknya_kueri_tidak_bergantung_pada_banyaknya_bukti(ukur: Ukur) -> None:
    ani = klien(ukur.dunia, "ani")

    def banyak() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert ani.get(_pustaka()).status_code == 200
        return len(kueri)

    _tautkan(ukur, _simpan(ukur))
    banyak()  # the first visit fills what pages keep
    satu = banyak()
    for n in range(5):
        _tautkan(ukur, bukti(ukur, f"Bukti {n}"))

    banyak()
    assert banyak() == satu


# Opening -----------------------------------------------------------------------------------------


def test_pdf_dibuka_di_peramban_tanpa_menjadi_halaman_kami(ukur: Ukur) -> None:
    ada = _simpan(ukur)

    jawaban = klien(ukur.dunia, "vera").get(alamat("lihat_bukti", KODE, ada.uuid))

    assert jawaban.status_code == 200
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Content-Disposition"] == 'inline; filename="register.pdf"'
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    kebijakan = jawaban["Content-Security-Policy"]
    assert "default-src 'none'" in kebijakan
    assert "frame-ancestors 'none'" in kebijakan
    assert "script-src" not in kebijakan  # none: the default forbids it


def test_yang_bukan_pdf_diunduh_dan_tautan_menuju_alamatnya(ukur: Ukur) -> None:
    vera = klien(ukur.dunia, "vera")
    foto = _simpan(ukur, isi=png(), nama_berkas="a.png")
    tautan = simpan_tautan(
        **ukur.dunia.dasar("ani"), unit=UNIT, judul="Berita", url=URL, tahun=TAHUN
    )

    lihat = vera.get(alamat("lihat_bukti", KODE, foto.uuid))
    unduh = vera.get(lihat["Location"])
    keluar = vera.get(alamat("unduh_bukti", KODE, tautan.uuid))

    assert lihat["Location"] == alamat("unduh_bukti", KODE, foto.uuid)
    assert unduh["Content-Disposition"].startswith("attachment")
    assert "sandbox" in unduh["Content-Security-Policy"]
    assert (keluar.status_code, keluar["Location"]) == (302, URL)


def test_unit_lain_tidak_membukanya(ukur: Ukur) -> None:
    ada = _simpan(ukur)

    assert klien(ukur.dunia, "dewi").get(alamat("lihat_bukti", KODE, ada.uuid)).status_code == 404
