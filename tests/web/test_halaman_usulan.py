"""Pages of proposals: pasted from a sheet, answered one by one, counted."""

import pytest
from jelajah import alamat, klien

from domain.naskah_uji import NASKAH, susun
from domain.pemeran import Dunia
from domain.test_samakan_rencana import RKPD
from domain.usulan_uji import POSYANDU, SALURAN, catat
from sakip.perencanaan.models import UsulanKegiatan
from sakip.perencanaan.services import susun_rencana

pytestmark = pytest.mark.usefixtures("hari_cerita")
TAHUN = NASKAH.tahun_mulai
HALAMAN = ("usulan", "99.11", TAHUN, "dinas-anggrek")


def _tempel(dunia: Dunia, teks: str) -> tuple[int, str]:
    jawaban = klien(dunia, "ani").post(
        alamat(*HALAMAN), {"asal": "kecamatan", "daftar": teks}, follow=True
    )
    return jawaban.status_code, jawaban.content.decode()


def test_tempelan_dari_excel_dicatat_beserta_kolomnya(dunia: Dunia) -> None:
    status, teks = _tempel(
        dunia, "Perbaikan saluran\tDesa Satu\tLPM\t1\t25.000.000\nPosyandu baru\n\n"
    )

    assert status == 200
    assert "2 usulan dicatat." in teks
    assert [
        (u.uraian, u.lokasi, u.pengusul, u.prioritas, u.rupiah)
        for u in UsulanKegiatan.objects.order_by("nomor")
    ] == [
        ("Perbaikan saluran", "Desa Satu", "LPM", 1, 25_000_000),
        ("Posyandu baru", "", "", None, None),
    ]
    assert "0 dari 1 usulan prioritas masuk rencana" in teks


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        ("Saluran\t\t\tsatu", "Prioritas:"),
        ("Saluran\t\t\t1,5", "bilangan bulat"),
        ("Saluran\t\t\t1\tbanyak", "Rupiah:"),
        ("", "Tidak ada usulan yang ditulis"),
    ],
)
def test_tempelan_yang_salah_kembali_dengan_ketikannya(dunia: Dunia, baris: str, kata: str) -> None:
    status, teks = _tempel(dunia, baris)

    assert status == 422
    assert kata in teks
    assert baris.split("\t", maxsplit=1)[0] in teks
    assert not UsulanKegiatan.objects.exists()


def test_putusan_menyebut_pemuatnya_dan_dihitung(dunia: Dunia) -> None:
    susun(dunia)
    usulan, _lain = catat(dunia, [SALURAN, POSYANDU], tahun=TAHUN)
    isi = {
        "versi": "1",
        "tindakan": "masukkan",
        "pemuat": "dinas-anggrek",
        "kode": "7.01.02.2.01.0001",
        "alasan": "",
    }

    jawaban = klien(dunia, "gita").post(
        alamat("putuskan_usulan", *HALAMAN[1:], usulan.uuid), isi, follow=True
    )

    teks = jawaban.content.decode()
    assert "1 dari 2 usulan prioritas masuk rencana" in teks
    assert "7.01.02.2.01.0001 Rapat" in teks


def test_putusan_yang_ditolak_kembali_pada_usulannya(dunia: Dunia) -> None:
    (usulan,) = catat(dunia, tahun=TAHUN)
    isi = {"versi": "1", "tindakan": "masukkan", "pemuat": "dinas-anggrek", "kode": "9.99"}

    jawaban = klien(dunia, "gita").post(alamat("putuskan_usulan", *HALAMAN[1:], usulan.uuid), isi)

    assert jawaban.status_code == 422
    teks = jawaban.content.decode()
    assert "Tidak ada kode “9.99”" in teks
    assert 'value="9.99"' in teks


def test_satu_formulir_putusan_pada_satu_waktu(dunia: Dunia) -> None:
    usulan, _lain = catat(dunia, [SALURAN, POSYANDU], tahun=TAHUN)

    teks = klien(dunia, "gita").get(alamat(*HALAMAN), {"buka": str(usulan.uuid)}).content.decode()

    assert teks.count('name="tindakan"') == 1
    assert "Catat putusan usulan 1" in teks
    assert "Putuskan usulan 2" in teks


def test_pembaca_melihat_tanpa_formulir(dunia: Dunia) -> None:
    catat(dunia, tahun=TAHUN)

    teks = klien(dunia, "citra").get(alamat(*HALAMAN)).content.decode()

    assert "Perbaikan saluran" in teks
    assert "Putuskan usulan" not in teks
    assert "Catat usulan" not in teks


def test_halaman_pemda_menghitung_tiap_unit(dunia: Dunia) -> None:
    catat(dunia, [SALURAN, POSYANDU], tahun=TAHUN)

    teks = klien(dunia, "gita").get(alamat("usulan_pemda", "99.11", TAHUN)).content.decode()
    kosong = klien(dunia, "gita").get(
        alamat("usulan_pemda", "99.11", TAHUN), {"keadaan": "ditolak"}
    )

    assert "2 usulan menunggu putusan" in teks
    assert "0/2" in teks
    assert "Dinas Anggrek" not in kosong.content.decode().split("<main", 1)[1]


def test_rkpd_dan_renja_disandingkan_dan_disamakan(dunia: Dunia) -> None:
    susun_rencana(**dunia.dasar("gita"), isi=RKPD)
    susun(dunia)
    halaman = alamat("selaras_rencana", "99.11", 2026, "dinas-anggrek")
    penyusun = klien(dunia, "ani")

    sebelum = penyusun.get(halaman).content.decode()
    jawaban = penyusun.post(halaman, {"versi": "1", "kode": ["7.01.02"]}, follow=True)
    pembaca = klien(dunia, "citra").get(halaman).content.decode()

    assert "5 baris Renja belum selaras dengan RKPD" in sebelum
    assert "pagu, Lama antrean" in sebelum
    assert "4 baris Renja belum selaras dengan RKPD" in jawaban.content.decode()
    assert "Samakan baris" not in pembaca
