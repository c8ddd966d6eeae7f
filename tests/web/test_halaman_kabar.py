"""The inbox, preferences and webhooks on screen, and the bell that every page carries."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import alamat, klien

from domain.kabar_uji import SUREL, berlangganan, isian_atur, kabari, surat_baru, webhook_baru
from domain.pemeran import SAAT, Dunia
from sakip.kabar import services
from sakip.kabar.models import AturKabar, Surat, Webhook
from sakip.kabar.tautan import rahasia_webhook
from sakip.web.pecahan import TEMBOLOK

pytestmark = pytest.mark.usefixtures("hari_cerita")
KABAR, ATUR, HOOK = (alamat(n, "99.11") for n in ("kabar", "atur_kabar", "webhook"))
SEL = "/kerja/99.11/2026/dinas-anggrek/pengukuran/triwulan-1/#baris-iku-2"


@pytest.fixture
def ani(dunia: Dunia) -> Client:
    TEMBOLOK.kosongkan()
    return klien(dunia, "ani")


def _teks(satu: Client, jalan: str) -> str:
    return satu.get(jalan).content.decode()


def test_kabar_bertaut_ke_selnya_dan_dapat_ditandai(dunia: Dunia, ani: Client) -> None:
    kabari(dunia, "a")
    kabari(dunia, "b")

    teks = _teks(ani, KABAR)
    assert "2 kabar belum Anda baca" in teks
    assert teks.count(f'href="{SEL}"') == 2
    assert "Kabar &lt;a&gt;" in teks
    kunci = teks.split('name="kunci" value="')[1].split('"')[0]
    assert ani.post(KABAR, {"kunci": kunci}).status_code == 302

    assert "1 kabar belum Anda baca" in _teks(ani, KABAR)
    assert _teks(ani, f"{KABAR}?semua=1").count(f'href="{SEL}"') == 2
    sampai = teks.split('name="sampai" value="')[1].split('"')[0]
    kabari(dunia, "c", SAAT + timedelta(minutes=1))
    assert ani.post(KABAR, {"sampai": sampai}).status_code == 302
    assert "1 kabar belum Anda baca" in _teks(ani, KABAR), "came in after the page was shown"
    ani.post(KABAR, {"sampai": (SAAT + timedelta(minutes=1)).isoformat()})
    assert "Semua sudah dibaca" in _teks(ani, KABAR)


@pytest.mark.parametrize("sampai", ["", "kemarin", "2026-11-24T09:00:00"])
def test_waktu_yang_bukan_waktu_ditolak(ani: Client, sampai: str) -> None:
    assert ani.post(KABAR, {"sampai": sampai}).status_code == 422


def test_lonceng_tidak_menambah_kueri_dan_selalu_benar(dunia: Dunia, ani: Client) -> None:
    """No page counts: the bell asks afterwards, and the next page finds the number."""
    halaman = alamat("organisasi", "99.11")

    def buka() -> tuple[int, str]:
        with CaptureQueriesContext(connection) as kueri:
            teks = _teks(ani, halaman)
        return len(kueri), teks.split('id="lencana-kabar"')[1].split("</a>")[0]

    buka()
    kabari(dunia)
    banyak, lonceng = buka()
    assert "hx-get" in lonceng
    assert ">1</span>" in _teks(ani, alamat("jumlah_kabar", "99.11"))
    banyak_lagi, lonceng = buka()
    assert "1 kabar belum dibaca" in lonceng
    assert banyak_lagi == banyak
    kabari(dunia, "b")
    assert "hx-get" in buka()[1]


def test_orang_lain_tidak_memakai_angka_yang_tersimpan(dunia: Dunia, ani: Client) -> None:
    kabari(dunia)
    _teks(ani, KABAR)

    teks = _teks(klien(dunia, "budi"), alamat("jumlah_kabar", "99.11"))

    assert "belum dibaca" not in teks


def test_atur_menyimpan_dan_salah_ketik_tidak_hilang(
    dunia: Dunia, ani: Client, settings: Any
) -> None:
    assert "belum mempunyai server surel" in _teks(ani, ATUR)
    isi = {
        "surel": SUREL,
        "ringkasan": "mingguan",
        "hening_mulai": "17:30",
        "hening_selesai": "08:00",
        "jenis": ["tugas", "terlambat"],
        "versi": "0",
    }

    salah = ani.post(ATUR, isi | {"surel": "bukan"})
    assert salah.status_code == 422
    assert 'value="bukan"' in salah.content.decode()
    assert ani.post(ATUR, isi).status_code == 302

    atur = AturKabar.objects.get()
    assert (atur.ringkasan, atur.hening_libur, atur.surel_sah_pada) == ("mingguan", False, None)
    assert "Alamat surel belum disahkan" not in _teks(ani, ATUR)
    settings.EMAIL_HOST = "surel.contoh.invalid"
    assert "Alamat surel belum disahkan" in _teks(ani, ATUR)
    assert ani.post(ATUR, isi).status_code == 409
    assert ani.post(ATUR, isi | {"versi": "x"}).status_code == 422
    assert SUREL not in _teks(klien(dunia, "budi"), ATUR)
    assert SUREL not in _teks(klien(dunia, "admin"), ATUR)


def test_tautan_pengesahan_baru_berlaku_setelah_ditekan(dunia: Dunia) -> None:
    services.atur_kabar(**dunia.dasar("ani"), isian=isian_atur(), versi=0)
    jalan = "/kabar/sahkan/" + Surat.objects.get().teks.split("/kabar/sahkan/")[1].split()[0]
    tamu = Client()

    assert "Sahkan alamat surel Anda" in _teks(tamu, jalan)
    assert AturKabar.objects.get().surel_sah_pada is None
    assert "sudah disahkan" in tamu.post(jalan).content.decode()
    assert AturKabar.objects.get().surel_sah_pada is not None
    assert tamu.get("/kabar/sahkan/ngarang/").status_code == 404


def test_tautan_berhenti_sekali_tekan_juga_oleh_program_surel(dunia: Dunia) -> None:
    surat = surat_baru(dunia)
    jalan = "/kabar/hentikan/" + surat.teks.split("/kabar/hentikan/")[1].split()[0]
    tamu = Client(enforce_csrf_checks=True)

    assert "Hentikan ringkasan" in _teks(tamu, jalan)
    assert AturKabar.objects.get().ringkasan == "harian"
    # RFC 8058: posted without cookies and without a form secret.
    assert tamu.post(jalan, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert AturKabar.objects.get().ringkasan == "mati"


def test_rahasia_webhook_tampil_sekali(dunia: Dunia) -> None:
    admin = klien(dunia, "admin")
    isi = {
        "nama": "Papan",
        "alamat": "https://papan.contoh.invalid/masuk",
        "peristiwa": ["lembar.terkunci"],
    }

    jawaban = admin.post(HOOK, isi).content.decode()

    w = Webhook.objects.get()
    assert rahasia_webhook(w.uuid, 1) in jawaban
    assert rahasia_webhook(w.uuid, 1) not in _teks(admin, HOOK)
    assert admin.post(HOOK, isi).status_code == 422
    ubah = alamat("ubah_webhook", "99.11", w.uuid)
    baru = admin.post(ubah, {"tindakan": "ganti_rahasia", "versi": "1"}).content.decode()
    assert rahasia_webhook(w.uuid, 2) in baru
    assert admin.post(ubah, {"tindakan": "matikan", "versi": "1"}).status_code == 409
    assert (
        "Dimatikan"
        in admin.post(ubah, {"tindakan": "matikan", "versi": "2"}, follow=True).content.decode()
    )


def test_alamat_surel_tidak_ada_di_halaman_lain_dan_di_portal(dunia: Dunia) -> None:
    berlangganan(dunia)
    webhook_baru(dunia)
    admin, tamu = klien(dunia, "admin"), Client()

    dalam = [KABAR, HOOK, alamat("organisasi", "99.11"), alamat("unit", "99.11", "dinas-anggrek")]
    luar: list[Any] = ["/", "/99.11/"]

    assert not [j for j in dalam if SUREL in _teks(admin, j)]
    assert not [j for j in luar if SUREL in tamu.get(j, follow=True).content.decode()]
