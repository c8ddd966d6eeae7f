"""The pages of plans of action: filled in, checked, approved, passed on."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import alamat, klien

from domain import aksi_uji as uji
from domain.pemeran import Dunia
from domain.perjanjian_uji import UNIT, tata
from domain.rencana_uji import TAHUN
from sakip.perjanjian import services
from sakip.perjanjian.models import RencanaAksi

PLT = date(TAHUN, 2, 2)


@pytest.fixture(autouse=True)
def pada(settings: Any) -> Any:
    """The pages live on this day."""

    def atur(hari: date) -> None:
        settings.TANGGAL_CONTOH = hari

    atur(uji.SUSUN)
    return atur


def _daftar(dunia: Dunia, nama: str = "aksi") -> str:
    return alamat(nama, dunia.instansi.kode, TAHUN, UNIT)


def _satu(dunia: Dunia, nama: str = "satu_aksi") -> str:
    return alamat(nama, dunia.instansi.kode, TAHUN, UNIT, 1)


def _teks(satu: Client, tempat: str) -> str:
    jawaban = satu.get(tempat)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def _kirim(satu: Client, tempat: str, aksi: RencanaAksi, **isi: Any) -> Any:
    aksi.refresh_from_db()
    return satu.post(tempat, {"versi": aksi.versi, **isi})


def test_sebelum_perjanjian_ditandatangani_halaman_menyebutnya(dunia: Dunia) -> None:
    tata(dunia)

    teks = _teks(klien(dunia, "ani"), _daftar(dunia))

    assert "Rencana aksi 2026 belum disusun" in teks
    assert "belum ditandatangani kedua pihak" in teks
    assert "tombol utama" not in teks


def test_penyusun_menyusun_mengisi_dan_mengajukan(dunia: Dunia) -> None:
    uji.tata_aksi(dunia)
    ani = klien(dunia, "ani")
    assert "Susun rencana aksi 2026" in _teks(ani, _daftar(dunia))
    assert ani.post(_daftar(dunia, "susun_aksi")).headers["Location"] == _satu(dunia)
    aksi = RencanaAksi.objects.get()
    aduan, waktu = uji.indikator(aksi, "aduan"), uji.indikator(aksi, "waktu")
    langkah = aksi.langkah.get(kode="7.01.02")

    teks = _teks(ani, _satu(dunia))
    ditolak = _kirim(ani, _satu(dunia, "ubah_aksi"), aksi, ajukan="1")
    diterima = _kirim(
        ani,
        _satu(dunia, "ubah_aksi"),
        aksi,
        ajukan="1",
        **{
            f"target-{waktu}-tw1": "40",
            f"alasan-{aduan}": uji.ALASAN,
            f"langkah-{langkah.uuid}-uraian": "Loket dua giliran",
            f"langkah-{langkah.uuid}-tw": ["1", "2"],
        },
    )

    assert teks.count("tombol utama") == 1
    assert "1 indikator belum cocok dengan target tahunnya" in teks
    assert "persentase tanpa penyebut" in teks
    assert ditolak.status_code == 409
    assert "Jawab dengan alasan" in ditolak.content.decode()
    assert diterima.status_code == 302
    aksi.refresh_from_db()
    langkah.refresh_from_db()
    assert (aksi.keadaan, langkah.uraian, langkah.triwulan) == (
        "diajukan",
        "Loket dua giliran",
        [1, 2],
    )


def test_sel_yang_salah_ditunjuk_dan_ketikan_lain_tetap(dunia: Dunia) -> None:
    uji.tata_aksi(dunia)
    aksi = uji.buat(dunia)
    waktu = uji.indikator(aksi, "waktu")

    jawaban = _kirim(
        klien(dunia, "ani"),
        _satu(dunia, "ubah_aksi"),
        aksi,
        **{f"target-{waktu}-tw1": "secepatnya", f"target-{waktu}-tw2": "38"},
    )

    teks = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert f'href="#target-{waktu}-tw1"' in teks
    assert 'value="secepatnya"' in teks
    assert 'value="38"' in teks
    aksi.refresh_from_db()
    assert aksi.versi == 1


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [("hari", "Verifikasi rencana aksi 2026"), ("budi", ""), ("ani", ""), ("citra", "")],
)
def test_hanya_verifikator_mendapat_tombol_verifikasi(dunia: Dunia, siapa: str, kata: str) -> None:
    uji.tata_aksi(dunia)
    uji.diajukan(dunia)

    teks = _teks(klien(dunia, siapa), _satu(dunia))

    assert "Rencana aksi 2026 menunggu verifikasi" in teks
    assert teks.count("tombol utama") == (1 if kata else 0)
    assert kata in teks


def test_pimpinan_menyetujui(dunia: Dunia, pada: Any) -> None:
    uji.tata_aksi(dunia)
    aksi = uji.diverifikasi(dunia)
    pada(uji.SETUJU)
    budi = klien(dunia, "budi")

    teks = _teks(budi, _satu(dunia))
    jawaban = _kirim(budi, _satu(dunia, "setujui_aksi"), aksi)

    assert "Setujui rencana aksi 2026" in teks
    assert jawaban.status_code == 302
    sesudah = _teks(budi, _satu(dunia))
    assert "disetujui; target periodenya berlaku" in sesudah
    assert "tombol utama" not in sesudah


def test_plt_yang_memverifikasi_hanya_dapat_mengalihkan(dunia: Dunia, pada: Any) -> None:
    uji.tata_aksi(dunia)
    aksi = uji.diverifikasi(dunia)
    uji.plt_hari(dunia, PLT)
    uji.tunjuk_dewi(dunia, PLT)
    pada(PLT)
    hari, dewi = klien(dunia, "hari"), klien(dunia, "dewi")

    teks = _teks(hari, _satu(dunia))
    ditolak = _kirim(hari, _satu(dunia, "setujui_aksi"), aksi)
    dialihkan = _kirim(hari, _satu(dunia, "alihkan_aksi"), aksi)

    assert "persetujuan dialihkan ke verifikator pengganti (surat tugas no. 800/12/2026)" in teks
    assert "Alihkan persetujuan kepada Dewi Contoh" in teks
    assert teks.count("tombol utama") == 1
    assert (ditolak.status_code, dialihkan.status_code) == (409, 302)
    assert "Anda menyetujui sebagai pengganti" in _teks(dewi, _satu(dunia))
    assert _kirim(dewi, _satu(dunia, "setujui_aksi"), aksi).status_code == 302


def test_verifikator_mengembalikan_dengan_alasan_yang_terbaca_penyusun(dunia: Dunia) -> None:
    uji.tata_aksi(dunia)
    aksi = uji.diajukan(dunia)
    hari = klien(dunia, "hari")

    kosong = _kirim(hari, _satu(dunia, "kembalikan_aksi"), aksi, alasan="")
    terisi = _kirim(hari, _satu(dunia, "kembalikan_aksi"), aksi, alasan="langkah kurang")

    assert (kosong.status_code, terisi.status_code) == (422, 302)
    assert "langkah kurang" in _teks(klien(dunia, "ani"), _satu(dunia))


def test_perubahan_tanpa_alasan_ditolak_di_daftarnya(dunia: Dunia) -> None:
    uji.tata_aksi(dunia)
    uji.disetujui(dunia)

    jawaban = klien(dunia, "ani").post(_daftar(dunia, "susun_aksi"), {"alasan": ""})

    assert jawaban.status_code == 422
    assert "Tulis mengapa rencana aksi yang disetujui perlu diubah" in jawaban.content.decode()


def test_kueri_halaman_isian_terbatas(dunia: Dunia) -> None:
    uji.tata_aksi(dunia)
    uji.buat(dunia)
    ani = klien(dunia, "ani")
    ani.get(_satu(dunia))

    with CaptureQueriesContext(connection) as kueri:
        ani.get(_satu(dunia))

    assert len(kueri) <= 19


def test_dua_tab_yang_kedua_melihat_ketikannya_di_halaman_yang_sama(dunia: Dunia) -> None:
    uji.tata_aksi(dunia)
    aksi = uji.buat(dunia)
    waktu = uji.indikator(aksi, "waktu")
    ani = klien(dunia, "ani")
    assert _kirim(ani, _satu(dunia, "ubah_aksi"), aksi, **{f"target-{waktu}-tw1": "40"}).status_code

    usang = {"versi": aksi.versi, f"target-{waktu}-tw1": "38"}
    jawaban = ani.post(_satu(dunia, "ubah_aksi"), usang)

    assert jawaban.status_code == 409
    assert 'value="38"' in jawaban.content.decode()
    assert 'role="alert"' in jawaban.content.decode()


def test_yang_sudah_digantikan_mengatakannya(dunia: Dunia, pada: Any) -> None:
    uji.tata_aksi(dunia)
    uji.disetujui(dunia)
    baru = uji.diverifikasi(dunia, alasan="langkah bertambah")
    services.setujui_aksi(**uji.lanjut(dunia, baru, "budi", uji.SETUJU))
    pada(uji.SETUJU)
    ani = klien(dunia, "ani")

    assert "nomor 1 sudah digantikan nomor 2" in _teks(ani, _satu(dunia))
    assert "Digantikan nomor 2" in _teks(ani, _daftar(dunia))
