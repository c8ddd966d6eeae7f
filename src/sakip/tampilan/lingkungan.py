"""The Jinja2 environment behind every page (``TEMPLATES[…]["OPTIONS"]["environment"]``).

Undefined names raise: a blank where a number should be is worse than an error. What the layout may
do without has its default among the globals, which a view's context overrides.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from sakip.tampilan import format as tulis
from sakip.tampilan import grafik, kaidah, penanda
from sakip.tampilan.pilihan import kerapatan, tema

# What dasar.html reads; a view fills what it has.
RANGKA: dict[str, Any] = {
    "request": None,
    "csrf_input": "",
    "csrf_token": "",
    "instansi": None,
    "tahun": None,
    "unit": None,
    "pengguna": None,
    "contoh": False,
    "menu": (),
    "pilihan_tahun": (),
    "pilihan_unit": (),
    "versi_data": None,
    "daftar_sumber": (),
    "pembaruan": None,
    "tautan_kaki": (),
    "lencana_kabar": None,
}

PENYARING: dict[str, Any] = {
    "angka": tulis.angka,
    "angka_rata": tulis.angka_rata,
    "teks_nilai": tulis.teks_nilai,
    "persen": tulis.persen,
    "rupiah": tulis.rupiah,
    "rupiah_ringkas": tulis.rupiah_ringkas,
    "tanggal": tulis.tanggal,
    "bulan": tulis.bulan,
    "nama_bulan": tulis.nama_bulan,
    "angka_polos": tulis.angka_polos,
    "tanggal_hari": tulis.tanggal_hari,
    "tanggal_pendek": tulis.tanggal_pendek,
    "tanggal_iso": tulis.tanggal_iso,
    "jam": tulis.jam,
    "waktu": tulis.waktu,
    "durasi": tulis.durasi,
    "sisa_hari": tulis.sisa_hari,
    "terlambat": tulis.terlambat,
    "ukuran_berkas": tulis.ukuran_berkas,
    "angka_jejak": tulis.angka_jejak,
    "tanda": penanda.tanda,
    "tanda_alur": penanda.tanda_alur,
    # For words that come from data: ``_()`` would read their per cent signs as places to fill.
    "terjemah": translation.gettext,
}


def url(nama: str, *args: object, **kwargs: object) -> str:
    """Address of a named route. Costs some 20 µs: outside loops, build a prefix once."""
    return reverse(nama, args=args or None, kwargs=kwargs or None)


def kueri(request: HttpRequest | None, **ubah: object) -> str:
    """Query string of this page with some parts changed; ``None`` takes a part away.

    ``kueri(request, urut="-capaian", hal=None)`` keeps filters and goes back to the first page.
    """
    isi = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for nama, nilai in ubah.items():
        if nilai is None:
            isi.pop(nama, None)
        else:
            isi[nama] = str(nilai)
    teks = isi.urlencode()
    return f"?{teks}" if teks else "?"


def pesan(request: HttpRequest | None) -> list[Any]:
    """Messages waiting for this visitor; none when the page has no request (error pages)."""
    return [] if request is None else list(get_messages(request))


def _global() -> Mapping[str, Any]:
    return {
        **RANGKA,
        "url": url,
        "static": static,
        "kueri": kueri,
        "pesan_untuk": pesan,
        "tema_untuk": tema,
        "kerapatan_untuk": kerapatan,
        "bahasa": tulis.bahasa,
        "isi_kalimat": tulis.isi_kalimat,
        "pisah_masukan": tulis.pisah_masukan,
        "arti_istilah": kaidah.arti_istilah,
        "sebutan_regulasi": kaidah.sebutan_regulasi,
        "tanda": penanda.tanda,
        "tanda_alur": penanda.tanda_alur,
        "tanda_capaian": penanda.tanda_capaian,
        "tanda_contoh": penanda.tanda_contoh,
        "kelas_kategori": penanda.kelas_kategori,
        "kelas_makna": penanda.kelas_makna,
        "makna": penanda.MAKNA,
        "sparkline": grafik.sparkline,
        "garis": grafik.garis,
        "letak": grafik.letak,
        "letak_urut": grafik.letak_urut,
        "rentang_nilai": grafik.rentang_nilai,
        "jalur_skala": grafik.jalur_skala,
    }


def lingkungan(**pilihan: Any) -> Environment:
    """Build the environment; Django hands over loader, autoescape and reloading."""
    pilihan["undefined"] = StrictUndefined
    env = Environment(  # noqa: S701 - autoescape is on: Django's backend sets it, tests hold it
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        **pilihan,
    )
    # What the i18n extension adds to an environment is not in its type.
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.globals.update(_global())
    env.filters.update(PENYARING)
    return env
