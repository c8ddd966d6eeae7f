"""The ways in and out: each page renders, names its act, and offers no e-mail that we lack."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template import engines
from django.test import Client
from django.utils import translation


@pytest.fixture(autouse=True)
def indonesia() -> Iterator[None]:
    with translation.override("id"):
        yield


class FormulirMasuk(forms.Form):
    login = forms.CharField(label="Nama pengguna")
    password = forms.CharField(label="Kata sandi", widget=forms.PasswordInput)
    secret = "JBSWY3DPEHPK3PXP"


def _rakit(nama: str, **isi: Any) -> str:
    konteks = {
        "form": FormulirMasuk(),
        "csrf_input": "<csrf>",
        "action_url": "/x/",
        "authenticators": {},
        "is_mfa_enabled": False,
        "totp_svg_data_uri": "data:image/svg+xml,x",
        "unused_codes": ["abc-def"],
        "unused_code_count": 3,
        "total_count": 10,
    }
    return engines["jinja2"].get_template(nama).render(konteks | isi)


@pytest.mark.parametrize(
    ("nama", "tombol"),
    [
        ("account/login.html", "Masuk"),
        ("account/logout.html", "Keluar"),
        ("account/password_change.html", "Ganti kata sandi"),
        ("account/password_set.html", "Simpan kata sandi"),
        ("account/password_reset_from_key.html", "Ganti kata sandi"),
        ("account/reauthenticate.html", "Lanjutkan"),
        ("mfa/authenticate.html", "Masuk"),
        ("mfa/reauthenticate.html", "Lanjutkan"),
        ("mfa/totp/activate_form.html", "Aktifkan"),
        ("mfa/totp/deactivate_form.html", "Nonaktifkan"),
        ("mfa/recovery_codes/generate.html", "Buat kode pemulihan"),
    ],
)
def test_halaman_berformulir_menamai_tindakannya(nama: str, tombol: str) -> None:
    hasil = _rakit(nama)

    assert hasil.count("<h1>") == 1
    assert f">{tombol}</button>" in hasil
    assert "csrf" in hasil


@pytest.mark.parametrize(
    "nama",
    [
        "account/password_reset.html",
        "account/password_reset_done.html",
        "account/password_reset_from_key_done.html",
        "account/account_inactive.html",
        "account/signup_closed.html",
        "mfa/index.html",
        "mfa/recovery_codes/index.html",
    ],
)
def test_halaman_keterangan_menyebut_jalan_berikutnya(nama: str) -> None:
    hasil = _rakit(nama)

    assert hasil.count("<h1>") == 1
    assert "admin instansi" in hasil or "Bagian Organisasi" in hasil or "<a " in hasil


def test_tautan_sandi_yang_sudah_dipakai_tidak_menampilkan_formulir() -> None:
    hasil = _rakit("account/password_reset_from_key.html", token_fail=True)

    assert "<form" not in hasil
    assert "kedaluwarsa" in hasil


def test_kode_pemulihan_yang_tersisa_dihitung() -> None:
    kode = SimpleNamespace(get_unused_codes=lambda: ["a", "b"])
    hasil = _rakit(
        "mfa/index.html",
        is_mfa_enabled=True,
        authenticators={"totp": object(), "recovery_codes": kode},
    )

    assert "2 kode belum dipakai." in hasil
    assert "Verifikasi dua langkah aktif" in hasil


def test_halaman_masuk_sungguhan_memakai_tampilan_ini(client: Client) -> None:
    jawaban = client.get("/akun/login/")

    isi = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert 'class="pintu"' in isi
    assert 'autocomplete="current-password"' in isi
    assert "csrfmiddlewaretoken" in isi
