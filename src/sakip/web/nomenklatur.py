"""The national nomenclature: looked up as one types, on its own page and from other forms."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sakip.bersama.izin import Tindakan
from sakip.impor.tabel import bersih
from sakip.perencanaan import selectors
from sakip.perencanaan.models import TingkatNomenklatur
from sakip.perencanaan.selectors import ButirNomenklatur
from sakip.web.akses import Akses, berizin


@berizin(Tindakan.LIHAT_RENCANA)
def daftar(request: HttpRequest, akses: Akses) -> HttpResponse:
    """The search page: ``?q=`` a code's beginning or words, ``?tingkat=`` and ``?bidang=``."""
    butir, saring = _cari(request, akses)
    return render(
        request,
        "web/nomenklatur.html",
        saring
        | {
            "butir": butir,
            "pilihan_tingkat": TingkatNomenklatur.choices,
            "pilihan_bidang": selectors.daftar_bidang(akses.lingkup),
            "boleh_impor": akses.lingkup.boleh(Tindakan.IMPOR_NOMENKLATUR),
        },
    )


@berizin(Tindakan.LIHAT_RENCANA)
def cari(request: HttpRequest, akses: Akses) -> HttpResponse:
    """A fragment for forms: ``<option value="kode">nama</option>`` of what ``?q=`` may mean.

    For a field with a list, without a line of script::

        <input name="nomenklatur" list="daftar-nomenklatur" hx-get="{{ url('web:cari_nomenklatur',
          instansi.kode) }}" hx-trigger="input changed delay:200ms" hx-target="#daftar-nomenklatur"
          hx-vals='js:{q: event.target.value}'>  (or name="q" itself)
        <datalist id="daftar-nomenklatur"></datalist>

    ``?q=`` may also come under the field's own name ``nomenklatur``. ``?tingkat=`` and ``?bidang=``
    narrow it. Twenty at most, codes that are used no more last and with what replaces them.
    """
    butir, _saring = _cari(request, akses)
    return render(request, "web/nomenklatur_pilihan.html", {"butir": butir})


def _cari(request: HttpRequest, akses: Akses) -> tuple[list[ButirNomenklatur], dict[str, Any]]:
    teks = bersih(request.GET.get("q") or request.GET.get("nomenklatur") or "")[:200]
    tingkat = request.GET.get("tingkat", "")
    tingkat = tingkat if tingkat in TingkatNomenklatur.values else ""
    bidang = bersih(request.GET.get("bidang", ""))[:30]
    butir = selectors.cari_nomenklatur(akses.lingkup, teks, tingkat=tingkat, bidang=bidang)
    return butir, {"q": teks, "tingkat": tingkat, "bidang": bidang}
