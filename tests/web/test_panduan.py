"""The guide inside the application: every page opens, every link leads somewhere."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from sakip.pengukuran.services.periksa import KOLOM, KOLOM_WAJIB

PANDUAN = Path(settings.DOKUMENTASI) / "panduan"
HALAMAN = sorted(berkas.stem for berkas in PANDUAN.glob("*.md"))
ARTIKEL = re.compile(r"<article.*?</article>", re.DOTALL)

pytestmark = pytest.mark.django_db


def _alamat(nama: str) -> str:
    return "/bantuan/panduan/" if nama == "README" else f"/bantuan/panduan/{nama}/"


def _isi(alamat: str) -> str:
    jawaban = Client().get(alamat)
    assert jawaban.status_code == 200, alamat
    (artikel,) = ARTIKEL.findall(jawaban.content.decode())
    return artikel


def test_setiap_kelompok_peran_punya_halaman() -> None:
    assert HALAMAN == [
        "README",
        "admin",
        "evaluator",
        "koordinator",
        "penyusun",
        "pimpinan-daerah",
        "pimpinan-unit",
        "rencana-excel",
    ]


@pytest.mark.parametrize("nama", HALAMAN)
def test_tautan_panduan_sampai_di_halaman_aplikasi(nama: str) -> None:
    tautan = re.findall(r'href="([^"]*)"', _isi(_alamat(nama)))

    assert [t for t in tautan if not t.startswith("/")] == []
    assert {t: Client().get(t).status_code for t in tautan} == dict.fromkeys(tautan, 200)


def test_tautan_ke_berkas_yang_tidak_disajikan_tinggal_kata() -> None:
    """``docs/operasi.md`` is for whoever runs the server; its name stays, the link does not."""
    isi = _isi("/bantuan/panduan/admin/")

    assert "docs/operasi.md" in isi
    assert 'operasi.md"' not in isi


def test_halaman_panduan_menyebut_bahasanya_sendiri() -> None:
    klien = Client()
    klien.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    teks = klien.get("/bantuan/panduan/penyusun/").content.decode()

    assert '<html lang="en"' in teks
    assert '<article class="prosa" lang="id">' in teks


def test_kolom_di_panduan_sama_dengan_kolom_impor() -> None:
    isi = (PANDUAN / "penyusun.md").read_text(encoding="utf-8")
    tabel = isi.partition("### Kolomnya")[2].partition("###")[0]
    baris = [b for b in tabel.splitlines() if b.startswith("| `")]

    def kolom(terpilih: list[str]) -> set[str]:
        return {k for b in terpilih for k in re.findall(r"`(\w+)`", b.split("|")[1])}

    assert kolom(baris) == set(KOLOM)
    assert kolom([b for b in baris if b.split("|")[2].strip() == "ya"]) == set(KOLOM_WAJIB)


@pytest.mark.parametrize("alamat", ["/bantuan/rahasia/", "/bantuan/panduan/tidak-ada/"])
def test_halaman_yang_tidak_ada_dijawab_404(alamat: str) -> None:
    assert Client().get(alamat).status_code == 404
