"""What every page carries: a content policy, no copy on the way, escaped text, both languages."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jelajah import Tempat, isi_tempat, klien, tambah_orang
from rute import RUTE

from domain.lembar import baris, impor, pratinjau
from domain.pemeran import MULAI, Dunia, menulis_langsung
from sakip.bersama.izin import IZIN
from sakip.organisasi.models import Pegawai
from sakip.organisasi.services import UnitBaru, catat_pegawai, susun_unit

pytestmark = pytest.mark.usefixtures("hari_cerita")
JAHAT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
# Downloads and pieces of pages are no pages of their own.
BUKAN_HALAMAN = (
    "templat",
    "tabel_x",
    "unduh_",
    "pratinjau_",
    "cari_",
    "cabang_",
    "jumlah_",
    "buku_pengukuran",
    "papan_pengukuran_unduh",
    "lihat_bukti",
)
HALAMAN = [n for n, r in RUTE.items() if r.ya_get == 200 and not n.startswith(BUKAN_HALAMAN)]
UMUM = ["/akun/login/", "/kaidah/", "/bantuan/panduan/", "/tidak-ada/", "/tampilan/gaya/"]


def _pembuka(dunia: Dunia, nama: str) -> Client:
    """The browser of somebody who may open a page wherever it is in the government."""
    peran = min(IZIN[RUTE[nama].izin].peran)
    return klien(dunia, tambah_orang(dunia, peran, dunia.instansi.slug))


def _periksa_kepala(jawaban: Any) -> None:
    kebijakan = jawaban.headers["Content-Security-Policy"]
    assert "default-src 'self'" in kebijakan
    assert "unsafe" not in kebijakan
    assert "frame-ancestors 'none'" in kebijakan
    assert jawaban.headers["X-Frame-Options"] == "DENY"
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
    assert jawaban.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("nama", sorted(RUTE))
def test_setiap_halaman_membawa_kebijakan_isi_dan_tidak_disimpan_di_jalan(
    admin: Client, tempat: Tempat, nama: str
) -> None:
    jawaban = admin.get(RUTE[nama].alamat(tempat))

    if nama == "lihat_bukti":
        # A PDF in the browser's own viewer: nothing of it may load anything or be sent anywhere.
        kebijakan = jawaban.headers["Content-Security-Policy"]
        assert "default-src 'none'" in kebijakan
        assert "form-action 'none'" in kebijakan
        assert "frame-ancestors 'none'" in kebijakan
    else:
        _periksa_kepala(jawaban)
    assert jawaban.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("alamat", UMUM)
def test_halaman_umum_dan_galat_pun_membawanya(client: Client, dunia: Dunia, alamat: str) -> None:
    assert dunia.instansi.pk

    jawaban = client.get(alamat)

    _periksa_kepala(jawaban)
    assert "no-store" in jawaban.headers["Cache-Control"]


def test_galat_server_pun_membawanya_dan_tidak_membuka_isinya(
    admin: Client, tempat: Tempat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_isi: object, **_nama: object) -> None:
        raise RuntimeError("sandi=rahasia-besar")

    monkeypatch.setattr("sakip.web.organisasi.selectors.daftar_unit", gagal)
    admin.raise_request_exception = False

    jawaban = admin.get(RUTE["organisasi"].alamat(tempat))

    assert jawaban.status_code == 500
    assert "Terjadi galat pada sistem" in jawaban.content.decode()
    assert "rahasia-besar" not in jawaban.content.decode()
    _periksa_kepala(jawaban)


@pytest.fixture
def jahat(dunia: Dunia) -> Tempat:
    """A government whose every name is an attack."""
    dunia.unit |= susun_unit(
        **dunia.dasar("sistem"),
        daftar=[
            UnitBaru(
                kode="jahat",
                slug="dinas-jahat",
                nama=JAHAT,
                jenis="dinas",
                induk="kabupaten-contoh",
                mulai=MULAI,
                sumber=JAHAT,
            )
        ],
    )
    catat_pegawai(**dunia.dasar("sistem"), kode="jahat", nama=JAHAT)
    Pegawai.objects.get(kode="jahat")
    with menulis_langsung(dunia.sistem):
        Pegawai.objects.filter(instansi=dunia.instansi).update(nama=JAHAT)
    buruk = {
        "unit": "dinas-jahat",
        "indikator": JAHAT,
        "satuan": JAHAT[:60],
        "catatan": JAHAT,
        "sumber": JAHAT,
        "capaian_tercetak": JAHAT[:40],
        "rumus_tercetak": JAHAT[:40],
    }
    impor(dunia, baris(**buruk), siapa="gita")
    pratinjau(dunia, baris(**buruk | {"realisasi": JAHAT, "kode_indikator": JAHAT}), siapa="gita")
    return isi_tempat(dunia, "dinas-jahat", "gita")


@pytest.mark.parametrize("nama", HALAMAN)
def test_teks_jahat_tidak_pernah_menjadi_skrip(dunia: Dunia, jahat: Tempat, nama: str) -> None:
    from sakip.impor.models import BetsImpor  # noqa: PLC0415 - beside its only use

    semua = [RUTE[nama].alamat(jahat)] + [
        f"/kerja/99.11/impor/{u}/?akibat=semua"
        for u in BetsImpor.objects.values_list("uuid", flat=True)
        if nama == "impor"
    ]

    satu = _pembuka(dunia, nama)

    isi = "".join(satu.get(alamat).content.decode() for alamat in semua)

    assert "<script>alert" not in isi
    assert "<img src=x" not in isi
    assert "onerror=alert(2)>" not in isi.replace("&gt;", "")


@pytest.mark.parametrize("nama", ["tabel", "unit_tahun", "unit", "organisasi"])
def test_teks_jahat_memang_sampai_ke_halaman(admin: Client, jahat: Tempat, nama: str) -> None:
    """The counterpart: these pages do show the hostile text, so the test above means something."""
    assert "&lt;script&gt;" in admin.get(RUTE[nama].alamat(jahat)).content.decode()


def test_berkas_jahat_diperlihatkan_sebagai_teks(
    admin: Client, dunia: Dunia, jahat: Tempat
) -> None:
    bets = pratinjau(dunia, baris(indikator=JAHAT, realisasi=JAHAT), siapa="gita")

    isi = admin.get(f"/kerja/{jahat.kode}/impor/{bets.uuid}/?akibat=semua").content.decode()

    assert "&lt;script&gt;" in isi
    assert "<script>alert" not in isi


def test_pencarian_jahat_tidak_dipantulkan_mentah(admin: Client, tempat: Tempat) -> None:
    isi = admin.get(RUTE["tabel"].alamat(tempat), {"cari": JAHAT, "urut": JAHAT}).content.decode()

    assert "<script>alert" not in isi
    assert "<img src=x" not in isi


def test_rumus_di_excel_tetap_teks(admin: Client, dunia: Dunia) -> None:
    from io import BytesIO  # noqa: PLC0415 - beside its only use

    from openpyxl import load_workbook  # noqa: PLC0415 - beside its only use

    impor(dunia, baris(indikator='=HYPERLINK("http://jahat.example")', satuan="+1"))

    isi = admin.get("/kerja/99.11/2025/tabel/excel/").content
    sel = load_workbook(BytesIO(isi)).active["B2"]  # type: ignore[index]

    assert (sel.data_type, sel.value) == ("s", '=HYPERLINK("http://jahat.example")')


@pytest.mark.parametrize("nama", HALAMAN)
def test_halaman_berbahasa_inggris_bila_dipilih(dunia: Dunia, tempat: Tempat, nama: str) -> None:
    satu = _pembuka(dunia, nama)
    satu.cookies["django_language"] = "en"

    jawaban = satu.get(RUTE[nama].alamat(tempat))

    assert jawaban.status_code == 200
    assert '<html lang="en"' in jawaban.content.decode()
    assert jawaban.headers["Content-Language"] == "en"


def test_penolakan_pun_berbahasa_inggris(dunia: Dunia, tempat: Tempat) -> None:
    dewi = klien(dunia, "dewi")
    dewi.cookies["django_language"] = "en"

    isi = dewi.get(RUTE["unit_tahun"].alamat(tempat)).content.decode()

    assert "Peran Anda tidak mencakup" not in isi
    assert "your role" in isi.lower()


@pytest.mark.parametrize("kue", ["xx", "../../etc", "en; DROP", ""])
def test_bahasa_karangan_menjadi_indonesia(client: Client, dunia: Dunia, kue: str) -> None:
    assert dunia.instansi.pk
    client.cookies["django_language"] = kue

    assert '<html lang="id"' in client.get("/akun/login/").content.decode()


@pytest.mark.parametrize(
    ("nama", "paling_banyak"),
    [
        ("beranda_instansi", 12),
        ("organisasi", 5),
        ("unit", 11),
        ("hasil_evaluasi", 6),
        ("hitung_lke", 4),
        ("daftar_impor", 7),
        ("impor", 9),
        ("mengapa", 7),
    ],
)
def test_banyaknya_kueri_halaman_lain_terbatas(
    admin: Client, dunia: Dunia, tempat: Tempat, nama: str, paling_banyak: int
) -> None:
    impor(dunia, *(baris(kode_indikator=f"b{n}") for n in range(20)))

    with CaptureQueriesContext(connection) as kueri:
        assert admin.get(RUTE[nama].alamat(tempat)).status_code == 200

    assert len(kueri) <= paling_banyak, "\n".join(q["sql"][:110] for q in kueri)


def test_hasil_evaluasi_tidak_bertanya_sekali_per_unit(dunia: Dunia, admin: Client) -> None:
    from decimal import Decimal  # noqa: PLC0415 - beside its only use

    from sakip.evaluasi.services import HasilLuar, catat_hasil_evaluasi  # noqa: PLC0415

    hasil = [
        catat_hasil_evaluasi(
            **dunia.dasar("fitri"),
            hasil=HasilLuar(
                slug, 2020, None, False, None, None, "P", Decimal(70), "", [{"judul": "s"}]
            ),
        )
        for slug in dunia.unit
    ]

    with CaptureQueriesContext(connection) as kueri:
        jawaban = admin.get("/kerja/99.11/hasil-evaluasi/")

    assert len(hasil) == 5
    assert jawaban.status_code == 200
    assert len(kueri) <= 6, "\n".join(q["sql"][:110] for q in kueri)
