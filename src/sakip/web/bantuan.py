"""The texts behind the figures: legal texts, where the law is silent, the user guide."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from sakip.pengukuran.kaidah import daftar_teks_regulasi

RAK = {
    "panduan": gettext_lazy("Panduan"),
    "tafsir": gettext_lazy("Tafsir"),
    "algoritma": gettext_lazy("Cara menghitung"),
}
AWAL = "README"


def kaidah(request: HttpRequest, id: str) -> HttpResponse:
    """A legal text: what it is, since when, and how far we have checked it."""
    teks = next((t for t in daftar_teks_regulasi() if t.id == id), None)
    if teks is None:
        raise Http404
    return render(request, "web/kaidah.html", {"teks": teks})


def daftar_kaidah(request: HttpRequest) -> HttpResponse:
    """All legal texts the figures rest on."""
    return render(request, "web/daftar_kaidah.html", {"daftar": daftar_teks_regulasi()})


def halaman(request: HttpRequest, rak: str, nama: str = AWAL) -> HttpResponse:
    """One page of the documentation."""
    if rak not in RAK:
        raise Http404
    judul, isi = _halaman(settings.DOKUMENTASI / rak / f"{nama}.md")
    return render(
        request,
        "web/halaman.html",
        {"judul": judul, "isi": isi, "rak": rak, "sebutan_rak": RAK[rak], "pertama": nama == AWAL},
    )


@lru_cache(maxsize=256)
def _halaman(berkas: Path) -> tuple[str, Markup]:
    if not berkas.is_file():
        raise Http404(_("Halaman itu tidak ada."))
    teks = berkas.read_text(encoding="utf-8")
    judul = next((b[2:] for b in teks.splitlines() if b.startswith("# ")), berkas.stem)
    penulis = MarkdownIt("commonmark", {"html": False}).enable("table")
    lambang = penulis.parse(teks)
    for satu in lambang:
        if satu.children is not None:
            satu.children = list(_tautkan(satu.children, berkas))
    # HTML inside the text is not passed through, so the result holds only what we wrote.
    return judul, Markup(penulis.renderer.render(lambang, penulis.options, {}))  # noqa: S704


def _tautkan(lambang: Iterable[Token], berkas: Path) -> Iterator[Token]:
    """The same text, its links leading to pages here; links to what is not served become words."""
    mati = False
    for satu in lambang:
        if satu.type == "link_open":
            alamat = _alamat(str(satu.attrs["href"]), berkas)
            mati = alamat is None
            satu.attrs["href"] = alamat or ""
        if not (mati and satu.type in {"link_open", "link_close"}):
            yield satu
        if satu.type == "link_close":
            mati = False


def _alamat(href: str, berkas: Path) -> str | None:
    """Where a link written for the files on disk leads inside the application."""
    if urlsplit(href).scheme or href.startswith(("/", "#")):
        return href
    tujuan = (berkas.parent / urlsplit(href).path).resolve()
    akar = Path(settings.DOKUMENTASI).resolve()
    if not tujuan.is_relative_to(akar):
        return None
    if tujuan.is_dir():
        tujuan /= f"{AWAL}.md"
    *rak, _nama = tujuan.relative_to(akar).parts
    if len(rak) != 1 or rak[0] not in RAK or tujuan.suffix != ".md":
        return None
    argumen: list[Any] = rak if tujuan.stem == AWAL else [*rak, tujuan.stem]
    return reverse("web:rak" if tujuan.stem == AWAL else "web:halaman", args=argumen)
