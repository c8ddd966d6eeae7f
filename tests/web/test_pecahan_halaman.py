"""Fragments: kept by key, put into the page as they are, plain or compressed."""

import gzip
import zlib

import pytest
from django.test import RequestFactory

from sakip.web import pecahan as modul
from sakip.web.pecahan import TEMPAT, Pecahan, Tembolok, halaman, ingat, pecahan


def test_tembolok_membuang_yang_paling_lama_tidak_dipakai() -> None:
    tembolok = Tembolok(100)
    for nama in ("a", "b", "c"):
        tembolok.simpan(nama, nama.upper(), 40)
        tembolok.ambil("a")

    assert [tembolok.ambil(n) for n in ("a", "b", "c")] == ["A", None, "C"]


def test_tembolok_menghitung_ukuran_setelah_diganti() -> None:
    tembolok = Tembolok(100)
    tembolok.simpan("a", 1, 90)
    tembolok.simpan("a", 2, 10)
    tembolok.simpan("b", 3, 80)

    assert (tembolok.ambil("a"), tembolok.ambil("b")) == (2, 3)


def test_yang_lebih_besar_dari_tembolok_tidak_disimpan() -> None:
    tembolok = Tembolok(100)
    tembolok.simpan("a", 1, 101)

    assert tembolok.ambil("a") is None


def test_ingat_memanggil_sekali_untuk_kunci_yang_sama() -> None:
    panggilan: list[int] = []

    def buat() -> int:
        panggilan.append(1)
        return len(panggilan)

    assert [ingat(("uji", n), buat) for n in (1, 1, 2)] == [1, 1, 2]


@pytest.fixture
def rangka(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame that is only a line before and a line after; fragments are written by ``isi``."""

    def render(lembar: str, konteks: dict[str, object], *_lain: object, **_kunci: object) -> str:
        if lembar == "pecahan":
            return f"<p>{konteks['isi']}</p>"
        return f"atas {konteks['nama']}\n{konteks['isi_pecahan']}\nbawah é"

    monkeypatch.setattr(modul, "render_to_string", render)


def _pecahan(isi: str = "ñ" * 5000) -> Pecahan:
    return pecahan("pecahan", (isi,), lambda: {"isi": isi})


@pytest.mark.usefixtures("rangka")
@pytest.mark.parametrize("terima", ["", "gzip", "br, gzip;q=0.8"])
def test_isi_halaman_sama_dimampatkan_atau_tidak(terima: str) -> None:
    request = RequestFactory().get("/", headers={"accept-encoding": terima} if terima else {})

    jawaban = halaman(request, "bingkai", {"nama": "Ani"}, _pecahan())

    isi = gzip.decompress(jawaban.content) if terima else jawaban.content
    assert isi.decode() == f"atas Ani\n<p>{'ñ' * 5000}</p>\nbawah é"
    assert jawaban.get("Content-Encoding") == ("gzip" if terima else None)
    assert jawaban["Vary"] == "Accept-Encoding"
    if terima:
        assert len(jawaban.content) < 500


@pytest.mark.usefixtures("rangka")
def test_tanpa_pecahan_halaman_utuh_juga() -> None:
    jawaban = halaman(RequestFactory().get("/"), "bingkai", {"nama": "Ani"}, None)

    assert jawaban.content.decode() == "atas Ani\n\nbawah é"


@pytest.mark.usefixtures("rangka")
def test_rahasia_bingkai_tidak_dimampatkan_bersama_isi() -> None:
    """Equal text in frame and fragment must not shorten the answer (BREACH)."""
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    rahasia = "".join(f"{n * 7919 % 65521:04x}" for n in range(400))
    lain = rahasia[::-1]

    sama = halaman(request, "bingkai", {"nama": rahasia}, _pecahan(rahasia))
    beda = halaman(request, "bingkai", {"nama": lain}, _pecahan(rahasia))

    assert abs(len(sama.content) - len(beda.content)) <= len(rahasia) // 100


@pytest.mark.usefixtures("rangka")
def test_pecahan_yang_mampat_menutup_pada_batas_bita() -> None:
    satu = _pecahan("abc" * 100)

    assert zlib.decompressobj(-zlib.MAX_WBITS).decompress(satu.mampat) == satu.isi


def test_tempat_pecahan_tidak_dapat_ditebak() -> None:
    assert len(TEMPAT) > 30
