"""The texts behind the figures: legal texts, where the law is silent, the user guide."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markupsafe import Markup

from sakip.pengukuran.kaidah import daftar_teks_regulasi

RAK = {"tafsir": "tafsir", "panduan": "panduan", "algoritma": "algoritma"}


def kaidah(request: HttpRequest, id: str) -> HttpResponse:
    """A legal text: what it is, since when, and how far we have checked it."""
    teks = next((t for t in daftar_teks_regulasi() if t.id == id), None)
    if teks is None:
        raise Http404
    return render(request, "web/kaidah.html", {"teks": teks})


def daftar_kaidah(request: HttpRequest) -> HttpResponse:
    """All legal texts the figures rest on."""
    return render(request, "web/daftar_kaidah.html", {"daftar": daftar_teks_regulasi()})


def halaman(request: HttpRequest, rak: str, nama: str = "README") -> HttpResponse:
    """One page of the documentation."""
    if rak not in RAK:
        raise Http404
    judul, isi = _halaman(settings.DOKUMENTASI / RAK[rak] / f"{nama}.md")
    return render(request, "web/halaman.html", {"judul": judul, "isi": isi, "rak": rak})


@lru_cache(maxsize=256)
def _halaman(berkas: Path) -> tuple[str, Markup]:
    if not berkas.is_file():
        raise Http404(_("Halaman itu tidak ada."))
    teks = berkas.read_text(encoding="utf-8")
    judul = next((b[2:] for b in teks.splitlines() if b.startswith("# ")), berkas.stem)
    penulis = MarkdownIt("commonmark", {"html": False}).enable("table")
    # HTML inside the text is not passed through, so the result holds only what we wrote.
    return judul, Markup(penulis.render(teks))  # noqa: S704
