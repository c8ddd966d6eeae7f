"""What a stranger found when he tried the doors: each stays shut."""

from datetime import date
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client

from domain.lembar import baris, pratinjau
from domain.pemeran import Dunia
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.organisasi.services.pejabat import masa_penugasan
from web.jelajah import klien


@pytest.mark.parametrize("alamat", ["email/", "confirm-email/", "confirm-email/abc/"])
@pytest.mark.parametrize("siapa", [None, "admin"])
def test_akun_tidak_punya_pintu_surel(dunia: Dunia, alamat: str, siapa: str | None) -> None:
    satu = Client() if siapa is None else klien(dunia, siapa)

    dilihat = satu.get(f"/akun/{alamat}")
    dikirim = satu.post(f"/akun/{alamat}", {"email": "a@b.test", "action_add": ""})

    assert {dilihat.status_code, dikirim.status_code} == {404}


def test_pangkal_akun_mengantar_ke_depan(dunia: Dunia) -> None:
    assert klien(dunia, "admin").get("/akun/").headers["Location"] == "/"


def test_lupa_sandi_hanya_memberi_nasihat(dunia: Dunia) -> None:
    assert dunia.instansi.pk

    dilihat = Client().get("/akun/password/reset/")
    dikirim = Client().post("/akun/password/reset/", {"email": "korban@contoh.test"})

    assert dilihat.status_code == 200
    assert dikirim.status_code == 405
    assert mail.outbox == []


def test_sesi_habis_saat_mengirim_kembali_ke_halaman_yang_dapat_dibuka(dunia: Dunia) -> None:
    kode = dunia.instansi.kode

    jawaban = Client().post(f"/kerja/{kode}/impor/{uuid4()}/batalkan/")

    assert jawaban.headers["Location"] == f"/akun/login/?next=/kerja/{kode}/"


def test_alamat_kiriman_yang_dibuka_menjelaskan_diri(dunia: Dunia) -> None:
    jawaban = klien(dunia, "ani").get(f"/kerja/{dunia.instansi.kode}/impor/{uuid4()}/batalkan/")

    assert jawaban.status_code == 405
    assert "hanya menerima kiriman formulir" in jawaban.content.decode()
    assert jawaban.headers["Allow"] == "POST"


@pytest.mark.parametrize("cara", ["put", "delete", "patch", "options"])
def test_halaman_hanya_dibuka_dan_dikirimi(dunia: Dunia, cara: str) -> None:
    jawaban = getattr(klien(dunia, "ani"), cara)(f"/kerja/{dunia.instansi.kode}/")

    assert jawaban.status_code == 405


def test_angka_terbit_hanya_dari_yang_di_atas_unit(dunia: Dunia) -> None:
    with pytest.raises(TidakBerizin, match="terbit"):
        pratinjau(dunia, baris(), siapa="ani", sifat="terbit")


def test_tanda_yang_tak_terlihat_dibuang_dari_tabel(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(indikator="\u202eIndeks\u200b Kepuasan\x07"))

    assert bets.baris.get().isi["indikator"]["nama"] == "Indeks Kepuasan"


def test_penugasan_sebelum_republik_ditolak() -> None:
    with pytest.raises(IsianTidakSah) as galat:
        masa_penugasan(date(1, 1, 1), date(1, 1, 1))

    assert galat.value.kesalahan[0].letak == "mulai"
