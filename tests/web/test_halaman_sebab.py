"""Pages of causes, of a superior's arahan and of money: what is sent, kept, refused and shown."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import alamat, klien

from domain.arahan_uji import disetujui, kini, tulis
from domain.lembar_uji import sampai, siapkan, tambah_orang, tindak
from domain.naskah_uji import DPA, bendahara, muat_anggaran
from domain.pemeran import Dunia
from domain.ukur_uji import TAHUN, tata_ukur
from sakip.bersama.izin import Peran
from sakip.organisasi.services import tetapkan_kebijakan
from sakip.pengukuran.models import Realisasi, Serapan

KODE, UNIT = "99.11", "dinas-anggrek"
TW1, TW2 = date(2026, 4, 8), date(2026, 7, 8)


@pytest.fixture(autouse=True)
def pada(settings: Any) -> Any:
    """The pages live on this day."""

    def atur(hari: date) -> None:
        settings.TANGGAL_CONTOH = hari

    atur(TW1)
    return atur


def _url(nama: str = "lembar_pengukuran", n: int = 1, *lagi: object) -> str:
    return alamat(nama, KODE, TAHUN, UNIT, n, *lagi)


def _isi(jawaban: Any) -> str:
    return " ".join(jawaban.content.decode().split())


def _r(kode: str) -> Realisasi:
    return Realisasi.objects.get(indikator__kode=kode, periode__jenis="triwulan")


# Causes and factors ------------------------------------------------------------------------------


def test_satu_centang_menjadi_faktor_dan_kata_mengalahkannya(dunia: Dunia) -> None:
    tata_ukur(dunia)
    ani = klien(dunia, "ani")
    isi = {"versi.iku-2": "0", "teks.iku-2": "13/14", "sesuai_rencana.iku-2": "1"}
    ani.post(_url(), isi)
    assert _r("iku-2").faktor == "Sesuai rencana."

    ani.post(_url(), isi | {"versi.iku-2": "1", "faktor.iku-2": "Desa didampingi."})
    assert _r("iku-2").faktor == "Desa didampingi."


def test_satu_centang_bagi_semua_yang_tercapai(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    u.isi("1b", 1, "41")
    u.isi("iku-2", 1, "13/14", faktor="")
    u.isi("iku-3", 1, "6/6", faktor="")
    ani = klien(dunia, "ani")
    assert "2 angka yang tercapai: sesuai rencana" in _isi(ani.get(_url()))

    isi = {"semua_sesuai": "1"}
    for kode, teks in (("1b", "41"), ("iku-2", "13/14"), ("iku-3", "6/6")):
        isi |= {f"versi.{kode}": "1", f"teks.{kode}": teks}
    ani.post(_url(), isi)

    # What fell short is left alone: its own factor was emptied by the form, as it was sent.
    assert {k: _r(k).faktor for k in ("1b", "iku-2", "iku-3")} == {
        "1b": "",
        "iku-2": "Sesuai rencana.",
        "iku-3": "Sesuai rencana.",
    }


def test_golongan_tersimpan_terbaca_dan_yang_asing_dikatakan(dunia: Dunia) -> None:
    tata_ukur(dunia)
    ani = klien(dunia, "ani")
    isi = {
        "versi.1b": "0",
        "teks.1b": "41",
        "penyebab.1b": "Loket satu.",
        "solusi.1b": "Loket dua.",
    }
    jawaban = ani.post(_url(), isi | {"golongan_sebab.1b": "nasib"})
    assert jawaban.status_code == 422
    assert "Pilih: Anggaran, Pegawai" in _isi(jawaban)

    ani.post(_url(), isi | {"golongan_sebab.1b": "sarana"})
    assert '<option value="sarana" selected>Sarana</option>' in _isi(ani.get(_url()))
    assert "<dt>Golongan sebab</dt><dd>Sarana</dd>" in _isi(klien(dunia, "citra").get(_url()))


def test_penyebab_terbanyak(dunia: Dunia) -> None:
    u = siapkan(dunia)
    fitri = klien(dunia, "fitri")
    halaman = alamat("sebab_pemda", KODE, TAHUN, 1)
    assert "Belum ada penyebab yang dapat dihitung" in _isi(fitri.get(halaman))

    tindak(u, "ajukan", "ani")

    teks = _isi(fitri.get(halaman))
    assert "<h1>Lainnya paling sering disebut: 1 dari 1 angka di bawah target</h1>" in teks
    assert "Berkas bolak-balik." in teks
    assert fitri.get(alamat("sebab_pemda", KODE, TAHUN, 5)).status_code == 404


# Arahan ------------------------------------------------------------------------------------------


def test_arahan_ditulis_dijawab_dan_ditutup_di_lembar(dunia: Dunia, pada: Any) -> None:
    u = disetujui(dunia)
    budi, ani = klien(dunia, "budi"), klien(dunia, "ani")
    assert "Tulis arahan" in _isi(budi.get(_url()))
    budi.post(_url("tulis_arahan"), {"teks": "Pasang daftar syarat.", "indikator": "1b"})
    pada(TW2)
    teks = _isi(ani.get(_url(n=2)))
    assert "1 arahan menunggu jawaban" in teks
    assert "Arahan triwulan I 2026: Indikator 1b" in teks
    a = u.indikator["1b"].arahan.get()

    jawab = _url("jawab_arahan", 2, a.uuid)
    kosong = ani.post(jawab, {"versi": "1", "arahan": str(a.uuid), "jawaban": " "})
    assert kosong.status_code == 422
    assert "Tulis apa yang dilakukan." in _isi(kosong)
    ani.post(jawab, {"versi": "1", "jawaban": "Terpasang 20 April."})
    assert "Terpasang 20 April." in _isi(budi.get(_url(n=2)))

    budi.post(_url("tutup_arahan", 2, a.uuid), {"versi": "2"})
    assert kini(a).keadaan == "ditutup"
    assert "menunggu jawaban" not in _isi(ani.get(_url(n=2)))


def test_yang_terlambat_membaca_arahan_diberi_tahu(dunia: Dunia, pada: Any) -> None:
    a = tulis(disetujui(dunia))
    pada(TW2)

    jawaban = klien(dunia, "ani").post(
        _url("jawab_arahan", 2, a.uuid), {"versi": "7", "arahan": str(a.uuid), "jawaban": "Sudah."}
    )

    assert jawaban.status_code == 409
    assert "sudah berubah sejak Anda membukanya" in _isi(jawaban)
    assert ">Sudah.</textarea>" in _isi(jawaban)


def test_sekda_menulis_dari_lembar_yang_disetujui(dunia: Dunia) -> None:
    u = disetujui(dunia)
    u.unit = dunia.instansi.slug
    tambah_orang(u, "sekda", Peran.SEKRETARIS_DAERAH)

    klien(dunia, "sekda").post(_url("tulis_arahan"), {"teks": "Laporkan.", "sampai": "x"})
    assert not u.indikator["1b"].arahan.exists()
    jawaban = klien(dunia, "sekda").post(
        _url("tulis_arahan"), {"teks": "Laporkan.", "sampai": "2026-06-30"}
    )
    assert jawaban.status_code == 302


# Money -------------------------------------------------------------------------------------------


@pytest.fixture
def tono(dunia: Dunia) -> Client:
    siapkan(dunia)
    muat_anggaran(dunia, *DPA, siapa=bendahara(dunia))
    return klien(dunia, "bendahara-semua")


def _uang(**rupiah: str) -> dict[str, str]:
    kode = {"rapat": "7.01.02.2.01.0001", "loket": "7.01.02.2.01.0002", "desa": "7.01.06"}
    return {f"versi.{k}": "0" for k in kode.values()} | {
        f"rupiah.{kode[nama]}": teks for nama, teks in rupiah.items()
    }


def test_realisasi_diisi_dan_yang_keliru_tetap_terketik(dunia: Dunia, tono: Client) -> None:
    halaman = _url("uang_pengukuran")
    salah = tono.post(halaman, _uang(rapat="12.000.000", desa="99.000.000"))
    assert salah.status_code == 422
    assert "Melebihi pagunya (Rp46.000.000)." in _isi(salah)
    assert 'value="99.000.000" aria-invalid="true"' in _isi(salah)
    assert Serapan.objects.count() == 0

    tono.post(halaman, _uang(rapat="12.000.000", loket="31.500.000", desa="9.200.000"))

    # 12 + 31,5 + 9,2 = 52,7 of 232 juta
    teks = _isi(klien(dunia, "ani").get(halaman))
    assert "<h1>22,72% anggaran terserap sampai triwulan I</h1>" in teks
    assert "belum memilih rumus efisiensi" in teks
    assert "<input" not in teks.partition("<table")[2].partition("</table>")[0]
    assert "Rp52.700.000" in _isi(klien(dunia, "ani").get(_url()))


def test_yang_belum_dibuka_dan_yang_tanpa_anggaran_menyebut_sebabnya(tono: Client) -> None:
    teks = _isi(tono.get(_url("uang_pengukuran", 2)))
    assert "baru dapat dicatat sejak 1 Juli 2026" in teks
    assert "Simpan realisasi" not in teks
    assert tono.get(_url("uang_pengukuran", 5)).status_code == 404
    assert "Di sini nanti pagu" in _isi(tono.get(alamat("uang_pengukuran", KODE, 2025, UNIT, 1)))


def test_rumus_yang_dipilih_disebut_dan_yang_kurang_dinamai(dunia: Dunia, tono: Client) -> None:
    tetapkan_kebijakan(
        **dunia.dasar("fitri"),
        kaidah="efisiensi.rumus",
        pilihan={"pilihan": "keluaran_pmk_214_2017"},
        mulai=date(2026, 1, 1),
        dasar="Perbup Contoh 1/2026",
    )
    halaman = _url("uang_pengukuran")
    assert "dicatat pada 7.01.02.2.01.0001" in _isi(tono.get(halaman))

    tono.post(halaman, _uang(rapat="54.000.000") | {"volume.7.01.02.2.01.0001": "12"})

    # 1 − (54/12)/(60/12) = 10,00 %; NE = 50 + 10/20 × 50 = 75
    assert "E 10,00%, nilai efisiensi 75,00" in _isi(tono.get(halaman))


def test_kueri_halaman_uang_tidak_bertambah_menurut_barisnya(tono: Client) -> None:
    halaman = _url("uang_pengukuran")
    tono.get(halaman)
    with CaptureQueriesContext(connection) as kueri:
        tono.get(halaman)

    # Session, account, instansi with peran; unit; data version; money, plan in force, what it
    # supports, policy; window with the sheet's state.
    assert len(kueri) <= 10


def test_lembar_yang_dibaca_hanya_bertambah_dua_kueri(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "terkunci")
    citra = klien(dunia, "citra")
    citra.get(_url())
    with CaptureQueriesContext(connection) as kueri:
        citra.get(_url())

    milik = [k["sql"] for k in kueri if "arahan" in k["sql"] or "serapan" in k["sql"]]
    assert len(milik) == 2
