"""What the tests of the pages of an evaluation share: addresses, words, a form that is sent."""

from html import unescape
from typing import Any

from django.test import Client
from jelajah import alamat, klien

from domain import evaluasi_uji as uji
from domain.pemeran import Dunia
from sakip.evaluasi.models import Evaluasi

UNIT, TAHUN = uji.UNIT, 2025


def di(dunia: Dunia, nama: str = "evaluasi_unit", *sisa: object) -> str:
    return alamat(nama, dunia.instansi.kode, TAHUN, UNIT, *sisa)


def baca(satu: Client, tempat: str, status: int = 200) -> str:
    jawaban = satu.get(tempat)
    assert jawaban.status_code == status
    return unescape(jawaban.content.decode())


def kirim(dunia: Dunia, siapa: str, tempat: str, **isi: Any) -> Any:
    versi = Evaluasi.objects.values_list("versi", flat=True).get(tahun_kinerja=TAHUN)
    return klien(dunia, siapa).post(tempat, {"versi": versi} | isi)
