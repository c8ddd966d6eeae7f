"""Opening an account."""

from typing import Any

import pytest

from domain.pemeran import SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.organisasi import services

SANDI = "kuda-besi-berlari-87"


def _isi(dunia: Dunia, siapa: str = "admin", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "nama_pengguna": "indah",
        "nama": "Indah Contoh",
        "sandi": SANDI,
    } | ganti


def test_akun_dapat_masuk_tetapi_belum_boleh_apa_pun(dunia: Dunia) -> None:
    hasil = services.buat_akun(**_isi(dunia))

    assert hasil.check_password(SANDI)
    assert hasil.password.startswith("argon2")
    assert hasil.dibuat_pada == SAAT
    assert not hasil.penugasan_peran.exists()


def test_riwayat_tidak_memuat_nama_dan_sandi(dunia: Dunia) -> None:
    hasil = services.buat_akun(**_isi(dunia, sandi=None))

    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["admin"].pengguna_id, "organisasi.buat_akun")
    ]
    kolom = {b.name for b in type(hasil).pgh_event_model._meta.fields}  # type: ignore[attr-defined]
    assert kolom.isdisjoint({"password", "nama", "last_login"})


def test_tanpa_sandi_tidak_dapat_masuk(dunia: Dunia) -> None:
    hasil = services.buat_akun(**_isi(dunia, sandi=None))

    assert not hasil.has_usable_password()


def test_nama_pengguna_yang_sama_memberi_yang_sudah_ada(dunia: Dunia) -> None:
    pertama = services.buat_akun(**_isi(dunia, sandi=None))
    sebelum = hitung_baris()

    kedua = services.buat_akun(**_isi(dunia, nama_pengguna="INDAH", nama="Lain Contoh"))

    assert (kedua, kedua.nama) == (pertama, "Indah Contoh")
    assert not kedua.has_usable_password()
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("sandi", ["", "pendek", "password1234", "indah contoh 1"])
def test_sandi_lemah_ditolak(dunia: Dunia, sandi: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.buat_akun(**_isi(dunia, sandi=sandi))

    assert {k.letak for k in galat.value.kesalahan} == {"sandi"}
    assert hitung_baris() == sebelum


def test_nama_pengguna_kosong_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.buat_akun(**_isi(dunia, nama_pengguna="  "))

    assert [k.letak for k in galat.value.kesalahan] == ["nama_pengguna"]


@pytest.mark.parametrize("siapa", ["budi", "fitri", "gita", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="diperlukan peran Admin instansi"):
        services.buat_akun(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        services.buat_akun(**_isi(dunia, oleh=lain.orang["eko"]))
