"""What a visitor reads: English where English was chosen, Indonesian everywhere else.

Names, sources and notes of the data stay as they were entered; everything around them must not
hold a word of the other language.
"""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test import Client
from django.urls import reverse

from sakip.akun.models import Pengguna
from sakip.config.contoh import SANDI_CONTOH
from sakip.impor.models import BetsImpor
from sakip.pengukuran.models import CapaianMutakhir
from sakip_rules.penilaian import lembar_evaluasi

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("contoh")]

BWI, SERANG = "35.10", "36.04"
KATA_INDONESIA = frozenset(
    [
        *("yang", "dan", "dari", "ke", "di", "untuk", "dengan", "pada", "ini", "itu", "atau"),
        *("tidak", "belum", "sudah", "adalah", "oleh", "akan", "dapat", "bila", "jika", "karena"),
        *("sebagai", "lalu", "juga", "hanya", "setiap", "semua", "antara", "sampai", "bukan"),
        *("lebih", "paling", "ada", "tanpa", "menurut", "sejak", "anda", "kata", "sandi", "masuk"),
        *("keluar", "baris", "berkas", "unduh", "kerja", "kinerja", "tahun", "nilai", "angka"),
        *("kaidah", "dasar", "sumber", "hasil", "halaman", "pilih", "isi", "jumlah", "tinggi"),
        *("rendah", "sekarang", "naik", "turun", "baik", "terhitung", "bobot", "kriteria"),
    ]
)
KATA_INGGRIS = frozenset(
    [
        *(
            "the",
            "of",
            "and",
            "is",
            "are",
            "your",
            "you",
            "with",
            "this",
            "that",
            "not",
            "password",
        ),
        *("username", "forgot", "sign", "code", "enter", "please", "required", "field", "must"),
    ]
)


class Teks(HTMLParser):
    """The texts of a page that people read or hear; code, and what says its own language, apart."""

    DIAM = frozenset({"script", "style", "code", "kbd"})
    TUNGGAL = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta"})
    TERDENGAR = frozenset({"title", "aria-label", "placeholder", "data-label", "alt"})

    def __init__(self) -> None:
        super().__init__()
        self.potongan: list[str] = []
        self._lewati: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sifat = dict(attrs)
        lewati = tag in self.DIAM or ("lang" in sifat and tag != "html")
        if not (lewati or any(self._lewati)):
            self.potongan += [isi for nama, isi in attrs if nama in self.TERDENGAR and isi]
        if tag not in self.TUNGGAL:
            self._lewati.append(lewati)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.TUNGGAL and self._lewati:
            self._lewati.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(self._lewati):
            self.potongan.append(" ".join(data.split()))


def _teks(klien: Client, alamat: str) -> tuple[int, list[str]]:
    jawaban = klien.get(alamat)
    pengurai = Teks()
    pengurai.feed(jawaban.content.decode())
    return jawaban.status_code, list(dict.fromkeys(pengurai.potongan))


def _asing(potongan: list[str], kata: frozenset[str]) -> list[str]:
    """Texts that still hold such a word once the data's own texts are taken out."""
    hasil = []
    for teks in potongan:
        sisa = teks
        for isi in milik_data():
            if isi in sisa:
                sisa = sisa.replace(isi, " ")
        # A word inside an address ("badan-kepegawaian-dan-pelatihan") is part of a name.
        if kata & set(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", sisa.lower())):
            hasil.append(teks)
    return hasil


def _rata(nilai: Any) -> Iterator[str]:
    if isinstance(nilai, str):
        yield " ".join(nilai.split())
    elif isinstance(nilai, dict):
        for isi in nilai.values():
            yield from _rata(isi)
    elif isinstance(nilai, list):
        for isi in nilai:
            yield from _rata(isi)


@cache
def milik_data() -> list[str]:
    """Texts that people entered: every text column without fixed choices, longest first.

    Read once: the demo is the same for every test here, and takes half a second.
    """
    hasil: set[str] = set()
    for model in apps.get_models():
        if not model.__module__.startswith("sakip.") or model.__name__.endswith("Event"):
            continue
        kolom = [
            f.name
            for f in model._meta.concrete_fields
            if isinstance(f, models.CharField | models.TextField | models.JSONField)
            and not f.choices
            and f.name not in {"password", "jejak", "pola", "isian"}
        ]
        for baris in model._default_manager.values_list(*kolom) if kolom else ():
            for nilai in baris:
                hasil.update(_rata(nilai))
    # Codes and single lower-case words would hide words of the pages themselves.
    return sorted((t for t in hasil if re.search(r"[A-Z ]", t)), key=len, reverse=True)


def _klien(akun: str | None, bahasa: str) -> Client:
    klien = Client()
    if akun is not None:
        klien.force_login(Pengguna.objects.get(nama_pengguna=akun))
    if bahasa != settings.LANGUAGE_CODE:
        klien.cookies[settings.LANGUAGE_COOKIE_NAME] = bahasa
    return klien


def _mengapa() -> str:
    uuid = CapaianMutakhir.objects.filter(
        unit__slug="sekretariat-dprd", status="tidak_dapat_dihitung"
    ).values_list("snapshot__uuid", flat=True)[0]
    return reverse("web:mengapa", args=[BWI, 2024, "sekretariat-dprd", uuid])


def _impor() -> str:
    return reverse("web:impor", args=[BWI, BetsImpor.objects.filter(instansi__kode=BWI)[0].uuid])


HALAMAN = {
    "masuk": (None, lambda: reverse("account_login")),
    "lupa-kata-sandi": (None, lambda: reverse("account_reset_password")),
    "ganti-kata-sandi": ("bwi.perencana", lambda: reverse("account_change_password")),
    "dua-langkah": ("bwi.perencana", lambda: reverse("mfa_index")),
    "beranda": ("bwi.perencana", lambda: reverse("web:beranda_instansi", args=[BWI])),
    "beranda-unit": ("program", lambda: reverse("web:beranda_instansi", args=[SERANG])),
    "kinerja": ("bwi.perencana", lambda: reverse("web:pemda", args=[BWI, 2024])),
    "kinerja-kosong": ("bwi.perencana", lambda: reverse("web:pemda", args=[BWI, 2026])),
    "tabel": ("bwi.perencana", lambda: reverse("web:tabel", args=[BWI, 2023])),
    "unit": (
        "bwi.perencana",
        lambda: reverse("web:unit_tahun", args=[BWI, 2024, "dinas-kesehatan"]),
    ),
    "mengapa": ("bwi.perencana", _mengapa),
    "organisasi": ("admin", lambda: reverse("web:organisasi", args=[SERANG])),
    "pejabat": ("admin", lambda: reverse("web:unit", args=[SERANG, "kecamatan-baros"])),
    "hasil-evaluasi": ("organisasi", lambda: reverse("web:hasil_evaluasi", args=[SERANG])),
    "lke-88-2021": ("ketua", lambda: reverse("web:hitung_lke", args=[SERANG])),
    "lke-12-2015": ("ketua", lambda: reverse("web:hitung_lke_lembar", args=[SERANG, "12-2015"])),
    "daftar-impor": ("bwi.perencana", lambda: reverse("web:daftar_impor", args=[BWI])),
    "impor": ("bwi.perencana", _impor),
    "kaidah": ("bwi.perencana", lambda: reverse("web:daftar_kaidah")),
    "satu-kaidah": ("bwi.perencana", lambda: reverse("web:kaidah", args=["permenpanrb-53-2014"])),
    "tidak-ada": ("bwi.perencana", lambda: f"/kerja/{BWI}/2024/antah-berantah/"),
    "tidak-berizin": ("program", lambda: reverse("web:daftar_impor", args=[BWI])),
}


@pytest.mark.parametrize("nama", HALAMAN)
def test_tidak_ada_kata_indonesia_di_halaman_inggris(nama: str) -> None:
    akun, alamat = HALAMAN[nama]

    _status, potongan = _teks(_klien(akun, "en"), alamat())

    assert len(potongan) > 10
    assert _asing(potongan, KATA_INDONESIA) == []


@pytest.mark.parametrize("nama", HALAMAN)
def test_tidak_ada_kata_inggris_di_halaman_indonesia(nama: str) -> None:
    akun, alamat = HALAMAN[nama]

    _status, potongan = _teks(_klien(akun, "id"), alamat())

    assert _asing(potongan, KATA_INGGRIS) == []


def test_bahasa_peramban_tidak_ditanya() -> None:
    klien = Client(headers={"accept-language": "en-GB,en"})

    assert "Masuk" in _teks(klien, reverse("account_login"))[1]


def test_galat_masuk_berbahasa_indonesia_dan_memberi_jalan() -> None:
    klien = Client()

    jawaban = klien.post(reverse("account_login"), {"login": "program", "password": "keliru"})

    teks = jawaban.content.decode()
    assert "Nama pengguna atau kata sandi tidak cocok." in teks
    assert "Lupa kata sandi?" in teks
    assert reverse("account_reset_password") in teks


def test_lupa_kata_sandi_memberi_nasihat_bukan_formulir_surel() -> None:
    jawaban = Client().get(reverse("account_reset_password"))

    teks = jawaban.content.decode()
    assert "Minta admin instansi Anda" in teks
    assert 'name="email"' not in teks


def test_kata_sandi_baru_yang_lemah_dijelaskan_dalam_bahasa_indonesia() -> None:
    klien = _klien("program", "id")
    isian = {"oldpassword": SANDI_CONTOH, "password1": "abc", "password2": "abd"}

    teks = klien.post(reverse("account_change_password"), isian).content.decode()

    assert "Kata sandi ini terlalu pendek; paling sedikit 12 karakter." in teks
    assert "This password" not in teks


@pytest.mark.parametrize(
    ("bahasa", "sebutan", "kalimat"),
    [("id", "Sangat Baik", "Jumlah:"), ("en", "Very good", "Total:")],
)
def test_penjelasan_nilai_berbahasa_pembacanya(bahasa: str, sebutan: str, kalimat: str) -> None:
    """Every answer BB is worth 80 of 100, so the total is exactly 80,00: still BB."""
    kode = [f"j-{k}.{s}" for k in "1234" for s in "abc"]
    alamat = reverse("web:hitung_lke", args=[SERANG])

    teks = _klien("ketua", bahasa).post(alamat, dict.fromkeys(kode, "BB")).content.decode()

    assert {"id": "80,00 = BB", "en": "80.00 = BB"}[bahasa] in teks
    assert sebutan in teks
    assert kalimat in teks


def test_peringatan_kontrol_kerangka_berbahasa_inggris() -> None:
    """The best renstra without any: the reason comes from the rule file, and is said in English."""
    alamat = reverse("web:hitung_lke_lembar", args=[SERANG, "12-2015"])
    lembar = lembar_evaluasi("permenpanrb-12-2015", varian="unit_kerja")
    jawaban = {f"j-{i.kode}": i.pilihan[0].kode for i in lembar.isian} | {"j-A.I.1": "tidak"}

    teks = _klien("ketua", "en").post(alamat, jawaban).content.decode()

    assert "A.I.2 is scored higher than A.I.1: there is no renstra or RPJMD yet." in teks
