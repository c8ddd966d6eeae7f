"""Registering an address outside."""

import pytest

from domain.kabar_uji import webhook_baru
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.kabar import selectors
from sakip.kabar.models import Webhook
from sakip.kabar.tautan import rahasia_webhook


def test_terdaftar_untuk_unit_pengelolanya(dunia: Dunia) -> None:
    hasil = webhook_baru(dunia)
    bakung = webhook_baru(dunia, "admin-bakung", alamat="https://bakung.contoh.invalid/")

    assert hasil.unit_id == dunia.unit["kabupaten-contoh"]
    assert bakung.unit_id == dunia.unit["dinas-bakung"]
    assert selectors.daftar_webhook(dunia.lingkup("admin-bakung")) == [bakung]
    oleh = dunia.orang["admin"].pengguna_id
    assert peristiwa(hasil) == [Peristiwa("insert", oleh, "kabar.daftarkan_webhook")]


def test_rahasianya_tidak_tersimpan_dan_berbeda_tiap_webhook(dunia: Dunia) -> None:
    satu, dua = webhook_baru(dunia), webhook_baru(dunia, alamat="https://b.contoh.invalid/")

    rahasia = {rahasia_webhook(w.uuid, w.putaran) for w in (satu, dua)}

    assert [len(r) for r in rahasia] == [43, 43]
    assert not rahasia & {str(v) for w in Webhook.objects.values() for v in w.values()}


@pytest.mark.parametrize(
    "alamat",
    [
        "http://papan.contoh.invalid/",
        "https://",
        "https://papan",
        "https://127.0.0.1/",
        "https://10.0.0.8/masuk",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://server.local/",
        "https://nama:sandi@papan.contoh.invalid/",
        "https://papan.contoh.invalid:22/",
        "https://papan.contoh.invalid/#x",
        "https://papan.contoh.invalid:abc/",
        "ftp://papan.contoh.invalid/",
    ],
)
def test_alamat_ke_dalam_atau_bukan_https_ditolak(dunia: Dunia, alamat: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        webhook_baru(dunia, alamat=alamat)

    assert [k.letak for k in galat.value.kesalahan] == ["alamat"]
    assert hitung_baris() == sebelum


def test_dua_kali_atau_tanpa_isi_ditolak(dunia: Dunia) -> None:
    webhook_baru(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        webhook_baru(dunia, nama=" ", peristiwa=["lembar.dibaca"])

    assert sorted(galat.value.menurut_letak) == ["alamat", "nama", "peristiwa"]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "gita", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        webhook_baru(dunia, siapa)

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        webhook_baru(dunia, oleh=lain.orang["eko"])
