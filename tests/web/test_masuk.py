"""Signing in and out: what it lets in, what it refuses, and how often one may try."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as setelan
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from jelajah import klien, semua_rute

from domain.pemeran import Dunia
from sakip.akun.models import Pengguna
from sakip.organisasi import services

pytestmark = pytest.mark.usefixtures("hari_cerita")
MASUK = "/akun/login/"
SANDI = "kuda-besi-berlari-87"
SALAH = "Nama pengguna atau kata sandi tidak cocok."


@pytest.fixture
def sandi_cepat(settings: Any) -> None:
    """For tests of the limits alone, which try often: argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def indah(dunia: Dunia) -> Pengguna:
    """Somebody with a password and a part to play."""
    from sakip.bersama.izin import Peran  # noqa: PLC0415 - beside its only use

    akun = services.buat_akun(
        **dunia.dasar("admin"), nama_pengguna="indah", nama="Indah Contoh", sandi=SANDI
    )
    services.beri_peran(
        **dunia.dasar("admin"),
        pengguna_id=akun.pk,
        peran=Peran.PEGAWAI,
        unit="dinas-anggrek",
        mulai=dunia.lingkup("admin").pada,
        selesai=None,
    )
    return akun


def _masuk(satu: Client, nama: str = "indah", sandi: str = SANDI, **isi: str) -> Any:
    return satu.post(MASUK, {"login": nama, "password": sandi} | isi)


@pytest.mark.parametrize("nama", ["indah", "INDAH", " indah "])
def test_dengan_sandi_benar_masuk_ke_beranda(indah: Pengguna, client: Client, nama: str) -> None:
    jawaban = _masuk(client, nama)

    assert (jawaban.status_code, jawaban.headers["Location"]) == (302, "/kerja/")
    assert client.session["_auth_user_id"] == str(indah.pk)
    assert client.get("/kerja/", follow=True).status_code == 200


@pytest.mark.parametrize(
    ("nama", "sandi"),
    [("indah", "salah"), ("indah", ""), ("tidak-ada", SANDI), ("", ""), ("indah", "x" * 5000)],
    ids=["sandi-salah", "sandi-kosong", "nama-salah", "kosong", "sandi-panjang"],
)
def test_dengan_sandi_salah_tetap_di_luar(
    indah: Pengguna, client: Client, nama: str, sandi: str
) -> None:
    jawaban = _masuk(client, nama, sandi)

    assert jawaban.status_code == 200
    assert "_auth_user_id" not in client.session
    assert not client.session.get("_auth_user_id")
    assert indah.is_active


def test_pesan_salah_tidak_memberi_tahu_mana_yang_salah(indah: Pengguna, client: Client) -> None:
    sandi_salah = _masuk(client, "indah", "salah").content.decode()
    nama_salah = _masuk(client, "tidak-ada", "salah").content.decode()

    assert indah.nama_pengguna == "indah"
    assert SALAH in sandi_salah
    assert SALAH in nama_salah


@pytest.mark.parametrize("ubah", [{"is_active": False}, {"sistem": True, "is_active": False}])
def test_akun_mati_tidak_dapat_masuk(
    dunia: Dunia, indah: Pengguna, client: Client, ubah: dict[str, bool]
) -> None:
    from domain.pemeran import menulis_langsung  # noqa: PLC0415 - beside its only use

    with menulis_langsung(dunia.sistem):
        Pengguna.objects.filter(sistem=True).update(sistem=False)
        Pengguna.objects.filter(pk=indah.pk).update(**ubah)

    _masuk(client)

    assert "_auth_user_id" not in client.session


def test_akun_yang_dimatikan_langsung_keluar(dunia: Dunia, indah: Pengguna, client: Client) -> None:
    from domain.pemeran import menulis_langsung  # noqa: PLC0415 - beside its only use

    _masuk(client)
    with menulis_langsung(dunia.sistem):
        Pengguna.objects.filter(pk=indah.pk).update(is_active=False)

    assert client.get("/kerja/99.11/").status_code == 302


def test_akun_tanpa_sandi_tidak_dapat_masuk(dunia: Dunia, client: Client) -> None:
    ani = Pengguna.objects.get(pk=dunia.orang["ani"].pengguna_id)

    _masuk(client, ani.nama_pengguna, "!")

    assert not ani.has_usable_password()
    assert "_auth_user_id" not in client.session


def test_sesudah_lima_kali_gagal_percobaan_ditahan(indah: Pengguna, client: Client) -> None:
    gagal = [_masuk(client, "indah", f"salah-{n}").content.decode() for n in range(5)]

    keenam = _masuk(client).content.decode()

    assert all(SALAH in isi for isi in gagal)
    assert "Terlalu banyak percobaan masuk yang gagal" in keenam
    assert "_auth_user_id" not in client.session
    assert indah.is_active


def test_penahanan_berlaku_untuk_peramban_lain_dan_nama_berhuruf_besar(indah: Pengguna) -> None:
    gagal = [_masuk(Client(), "indah", f"salah-{n}") for n in range(5)]

    keenam = _masuk(Client(), "INDAH").content.decode()

    assert {g.status_code for g in gagal} == {200}
    assert "Terlalu banyak percobaan" in keenam
    assert indah.pk


def test_orang_lain_tidak_ikut_tertahan(dunia: Dunia, indah: Pengguna, client: Client) -> None:
    gagal = [_masuk(Client(), "orang-lain", f"salah-{n}") for n in range(5)]

    _masuk(client)

    assert len(gagal) == 5
    assert dunia.instansi.pk
    assert client.session["_auth_user_id"] == str(indah.pk)


@pytest.mark.usefixtures("sandi_cepat")
def test_alamat_palsu_di_kepala_tidak_melewati_batas(indah: Pengguna) -> None:
    gagal = [
        Client(HTTP_X_FORWARDED_FOR=f"10.0.0.{n}").post(
            MASUK, {"login": f"nama-{n}", "password": "x"}
        )
        for n in range(31)
    ]

    assert gagal[0].status_code == 200
    assert gagal[-1].status_code == 429 or "Terlalu banyak" in gagal[-1].content.decode()
    assert indah.pk


def test_batas_percobaan_disimpan_bersama_oleh_semua_proses(
    indah: Pengguna, client: Client
) -> None:
    """The counter of the limits lies in the database, not in the memory of one process."""
    _masuk(client, "indah", "salah")

    from django.db import connection  # noqa: PLC0415 - beside its only use

    with connection.cursor() as kursor:
        kursor.execute("SELECT count(*) FROM akun_tembolok WHERE cache_key LIKE '%login_failed%'")
        assert kursor.fetchone()[0] > 0
    assert caches["default"].__class__.__name__ == "DatabaseCache"
    assert indah.pk


@pytest.mark.usefixtures("sandi_cepat")
def test_terlalu_banyak_permintaan_berhalaman_kita(client: Client, dunia: Dunia) -> None:
    assert dunia.instansi.pk

    jawaban = [client.post(MASUK, {"login": f"n{n}", "password": "x"}) for n in range(40)][-1]

    assert "Terlalu banyak" in jawaban.content.decode()
    assert 'lang="id"' in jawaban.content.decode()


def test_sesi_berganti_kunci_saat_masuk(indah: Pengguna, client: Client) -> None:
    client.get(MASUK)
    client.post("/bahasa/", {"language": "id"})
    sesi = client.session
    sesi["sebelum"] = "ya"
    sesi.save()
    sebelum = client.cookies[setelan.SESSION_COOKIE_NAME].value

    _masuk(client)

    assert client.cookies[setelan.SESSION_COOKIE_NAME].value != sebelum
    assert indah.pk


def test_keluar_hanya_dengan_kiriman_dan_mengosongkan_sesi(indah: Pengguna, client: Client) -> None:
    _masuk(client)
    kunci = client.session.session_key

    dilihat = client.get("/akun/logout/")
    masih = client.session.get("_auth_user_id")
    keluar = client.post("/akun/logout/")

    assert (dilihat.status_code, masih) == (200, str(indah.pk))
    assert (keluar.status_code, keluar.headers["Location"]) == (302, MASUK)
    assert "_auth_user_id" not in client.session
    assert client.session.session_key != kunci


@pytest.mark.parametrize(
    ("ke", "sampai"),
    [
        ("/kerja/99.11/", "/kerja/99.11/"),
        ("https://jahat.example/", "/kerja/"),
        ("//jahat.example/", "/kerja/"),
        ("/\\jahat.example/", "/kerja/"),
        ("https:jahat.example", "/kerja/"),
        ("javascript:alert(1)", "/kerja/"),
    ],
)
def test_sesudah_masuk_tidak_dikirim_ke_situs_lain(
    indah: Pengguna, client: Client, ke: str, sampai: str
) -> None:
    jawaban = client.post(f"{MASUK}", {"login": "indah", "password": SANDI, "next": ke})

    assert jawaban.headers["Location"] == sampai
    assert indah.pk


@pytest.mark.parametrize(
    ("alamat", "isi"),
    [
        ("/bahasa/", {"language": "en", "next": "https://jahat.example/"}),
        ("/tampilan/atur/", {"tema": "gelap", "kembali": "https://jahat.example/"}),
        ("/tampilan/atur/", {"tema": "gelap", "kembali": "//jahat.example/"}),
    ],
)
def test_pilihan_tampilan_tidak_mengirim_ke_situs_lain(
    client: Client, alamat: str, isi: dict[str, str]
) -> None:
    assert client.post(alamat, isi).headers["Location"] == "/"


def test_alamat_berhuruf_nol_ditolak(indah: Pengguna, client: Client) -> None:
    jawaban = _masuk(client, next="\x00//jahat.example")

    assert indah.pk
    assert jawaban.status_code == 400
    assert "_auth_user_id" not in client.session


def test_halaman_terkunci_mengingat_alamatnya(client: Client, dunia: Dunia) -> None:
    assert dunia.instansi.pk

    jawaban = client.get("/kerja/99.11/2025/?periode=tw1")

    assert jawaban.headers["Location"] == "/akun/login/?next=/kerja/99.11/2025/%3Fperiode%3Dtw1"


@pytest.mark.parametrize("cara", ["get", "post"])
def test_pendaftaran_tertutup(client: Client, dunia: Dunia, cara: str) -> None:
    sebelum = Pengguna.objects.count()
    isi = {"username": "penyusup", "password1": SANDI, "password2": SANDI}

    jawaban = getattr(client, cara)("/akun/signup/", isi)

    assert dunia.instansi.pk
    assert jawaban.status_code in {200, 403}
    assert Pengguna.objects.count() == sebelum


ALLAUTH = [n for n in semua_rute() if n.startswith(("account_", "mfa_"))]
BERISI = {
    "account_confirm_email": {"key": "abc"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "abc-def"},
}


def _alamat(nama: str) -> str:
    return reverse(nama, kwargs=BERISI.get(nama))


@pytest.mark.parametrize("siapa", [None, "ani", "admin"])
@pytest.mark.parametrize("nama", ALLAUTH)
def test_setiap_pintu_akun_menjawab_tanpa_galat(dunia: Dunia, nama: str, siapa: str | None) -> None:
    satu = Client() if siapa is None else klien(dunia, siapa)

    dilihat = satu.get(_alamat(nama))
    dikirim = satu.post(_alamat(nama), {"email": "a@b.id", "password": "x", "code": "1"})

    assert dilihat.status_code in {200, 302, 403, 404, 405}
    # 403: an account without a password cannot prove again who it is.
    assert dikirim.status_code in {200, 302, 403, 404, 405, 429}


def test_sandi_dapat_diganti_dan_yang_lama_mati(indah: Pengguna, client: Client) -> None:
    _masuk(client)
    baru = "lembu-terbang-di-awan-41"

    client.post(
        "/akun/password/change/",
        {"oldpassword": SANDI, "password1": baru, "password2": baru},
    )

    indah.refresh_from_db()
    assert indah.check_password(baru)


@pytest.mark.parametrize("sandi", ["pendek", "password1234", "indahcontoh12"])
def test_sandi_lemah_tidak_diterima_saat_diganti(
    indah: Pengguna, client: Client, sandi: str
) -> None:
    _masuk(client)

    client.post(
        "/akun/password/change/",
        {"oldpassword": SANDI, "password1": sandi, "password2": sandi},
    )

    indah.refresh_from_db()
    assert indah.check_password(SANDI)


@pytest.fixture
def jawaban_masuk(client: Client) -> Callable[[], Any]:
    return lambda: client.get(MASUK)


def test_halaman_masuk_tidak_menyebut_akun_di_pemasangan_sungguhan(
    jawaban_masuk: Callable[[], Any], settings: Any
) -> None:
    from sakip.config.contoh import SANDI_CONTOH  # noqa: PLC0415 - beside its only use

    settings.CONTOH = False

    assert SANDI_CONTOH not in jawaban_masuk().content.decode()


def test_kue_sesi_tidak_terbaca_skrip(indah: Pengguna, client: Client) -> None:
    _masuk(client)

    kue = client.cookies[setelan.SESSION_COOKIE_NAME]
    assert kue["httponly"]
    assert kue["samesite"] == "Lax"
    assert indah.pk
