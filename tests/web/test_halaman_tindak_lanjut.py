"""Recommendations on their pages: drafted, planned, followed up with evidence, checked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from halaman_evaluasi_uji import baca, di
from jelajah import klien

from domain import evaluasi_uji as uji
from domain.berkas_uji import PDF_POLOS
from domain.pemeran import Dunia
from sakip.arsip.models import Bukti

pytestmark = pytest.mark.usefixtures("hari_cerita")


def test_ketua_memilih_usulan_dan_menulis_sendiri(dunia: Dunia) -> None:
    e = uji.evaluasi_pada(dunia, "sementara", rekomendasi=0)
    karin = klien(dunia, "karin")
    halaman = di(dunia, "rekomendasi")

    awal = baca(karin, halaman)
    kosong = karin.post(halaman, {})
    salah = karin.post(halaman, {"temuan": "Hanya temuan.", "kode": "1.b"})
    berhasil = karin.post(
        halaman,
        {"usulan": ["3.c:0", "4.c:0", "1.a:0"], "kode": "2.b", "uraian": "Ukur tepat waktu."},
    )

    assert "Usulan untuk 3.c (CC)" in awal
    assert "Usulan untuk 1.a" not in awal  # answered BB: nothing to recommend
    assert (kosong.status_code, salah.status_code, berhasil.status_code) == (422, 422, 302)
    assert "Hanya temuan." in salah.content.decode()
    assert list(e.rekomendasi.order_by("nomor").values_list("kode", flat=True)) == [
        "1.a",
        "3.c",
        "4.c",
        "2.b",
    ]


def test_draf_diubah_dan_dibuang_dari_halaman(dunia: Dunia) -> None:
    e = uji.evaluasi_pada(dunia, "sementara")
    satu, dua = e.rekomendasi.order_by("nomor")
    karin = klien(dunia, "karin")

    ubah = karin.post(
        di(dunia, "ubah_rekomendasi", satu.uuid),
        {"versi": "1", "temuan": "T.", "uraian": "U baru."},
    )
    usang = karin.post(
        di(dunia, "ubah_rekomendasi", satu.uuid),
        {"versi": "1", "nomor": "1", "uraian": "Lagi."},
    )
    buang = karin.post(di(dunia, "ubah_rekomendasi", dua.uuid), {"versi": "1", "buang": "1"})

    assert (ubah.status_code, usang.status_code, buang.status_code) == (302, 409, 302)
    assert ">Lagi.</textarea>" in usang.content.decode()
    assert list(e.rekomendasi.values_list("uraian", flat=True)) == ["U baru."]


def test_unit_merencanakan_mengunggah_bukti_dan_ketua_memeriksa(dunia: Dunia) -> None:
    r = uji.evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1)
    halaman = di(dunia, "tindak_lanjut", r.uuid)
    ani, karin = klien(dunia, "ani"), klien(dunia, "karin")
    rencana = {
        "versi": "1",
        "rencana": "Menyusun pedoman.",
        "penanggung_jawab": str(uji.jabatan(dunia).uuid),
        "tenggat": "2026-12-31",
    }

    salah = ani.post(di(dunia, "rencanakan_tindak_lanjut", r.uuid), rencana | {"tenggat": "besok"})
    jadi = ani.post(di(dunia, "rencanakan_tindak_lanjut", r.uuid), rencana)
    tanpa = ani.post(di(dunia, "sampaikan_bukti", r.uuid), {"versi": "2", "keterangan": "Sudah."})
    bukti = ani.post(
        di(dunia, "sampaikan_bukti", r.uuid),
        {
            "versi": "2",
            "keterangan": "Sudah.",
            "judul": "Pedoman",
            "berkas": SimpleUploadedFile("pedoman.pdf", PDF_POLOS),
        },
    )
    periksa = baca(karin, halaman)
    putus = karin.post(
        di(dunia, "periksa_tindak_lanjut", r.uuid),
        {"versi": "3", "putusan": "belum_sesuai", "catatan": ""},
    )
    selesai = karin.post(
        di(dunia, "periksa_tindak_lanjut", r.uuid),
        {"versi": "3", "putusan": "selesai", "catatan": "Sesuai."},
    )

    assert (salah.status_code, jadi.status_code) == (422, 302)
    assert "Menyusun pedoman." in salah.content.decode()
    assert (tanpa.status_code, bukti.status_code) == (422, 302)
    assert "Pilih bukti yang sudah ada, atau unggah yang baru" in tanpa.content.decode()
    assert "Periksa bukti" in periksa
    assert (putus.status_code, selesai.status_code) == (422, 302)
    assert "1 dari 2 rekomendasi selesai" in baca(ani, di(dunia, "rekomendasi"))


def test_bukti_yang_ikut_tidak_tertinggal_bila_penyampaiannya_ditolak(dunia: Dunia) -> None:
    r = uji.rencanakan(dunia, uji.evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1))

    jawaban = klien(dunia, "ani").post(
        di(dunia, "sampaikan_bukti", r.uuid),
        {
            "versi": "2",
            "keterangan": " ",
            "judul": "Pedoman",
            "berkas": SimpleUploadedFile("pedoman.pdf", PDF_POLOS),
        },
    )

    assert jawaban.status_code == 422
    assert not Bukti.objects.exists()
