"""Theme and density: one POST, one cookie, back to where one was, never to a stranger's page."""

import pytest
from django.test import RequestFactory

from sakip.tampilan.pilihan import atur, kerapatan, tema


def test_tema_disimpan_dan_kembali_ke_halaman_semula(rf: RequestFactory) -> None:
    jawaban = atur(rf.post("/tampilan/atur/", {"tema": "gelap", "kembali": "/kerja/36.04/"}))

    assert jawaban.status_code == 302
    assert jawaban["Location"] == "/kerja/36.04/"
    assert jawaban.cookies["tema"].value == "gelap"
    assert jawaban.cookies["tema"]["samesite"] == "Lax"


@pytest.mark.parametrize(
    "tujuan", ["https://lain.example/", "//lain.example", "javascript:alert(1)"]
)
def test_alamat_luar_tidak_diikuti(rf: RequestFactory, tujuan: str) -> None:
    jawaban = atur(rf.post("/tampilan/atur/", {"kerapatan": "rapat", "kembali": tujuan}))

    assert jawaban["Location"] == "/"


def test_pilihan_asing_tidak_disimpan(rf: RequestFactory) -> None:
    jawaban = atur(rf.post("/tampilan/atur/", {"tema": "neon"}))

    assert "tema" not in jawaban.cookies


def test_hanya_post(rf: RequestFactory) -> None:
    assert atur(rf.get("/tampilan/atur/")).status_code == 405


@pytest.mark.parametrize(("kuki", "hasil"), [("gelap", "gelap"), ("<b>", "sistem"), ("", "sistem")])
def test_kuki_yang_diubah_orang_kembali_ke_bawaan(
    rf: RequestFactory, kuki: str, hasil: str
) -> None:
    permintaan = rf.get("/")
    permintaan.COOKIES["tema"] = kuki

    assert tema(permintaan) == hasil
    assert kerapatan(permintaan) == "lega"
    assert tema(None) == "sistem"
