"""Error pages: what happened, why, what to do, with the status that fits."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import GalatLayanan, IsianTidakSah, VersiUsang

BERHALAMAN = {400, 403, 404, 409, 413, 422, 429, 500}
# Fields of a form that nobody types, or that must not be shown again.
BUKAN_KETIKAN = re.compile(
    r"csrfmiddlewaretoken|(nomor_)?versi.*|.*(password|sandi|kode|token).*|putusan|sebab|sifat|jenis"
)
TERPENDEK = 2
UUID = re.compile(r"-?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-?")


def halaman_galat(request: HttpRequest, galat: GalatLayanan) -> HttpResponse:
    """The page for a refusal of a service or selector."""
    isi: dict[str, Any] = {"pesan": galat.pesan}
    if request.method == "POST":
        isi |= {"ketikan": ketikan(request), "kembali": _asal(request)}
    if isinstance(galat, IsianTidakSah):
        isi["kesalahan"] = galat.kesalahan
    if isinstance(galat, VersiUsang):
        isi |= {"milik_anda": galat.milik_anda, "tersimpan": galat.tersimpan}
    if isinstance(galat, SyaratBelumTerpenuhi):
        isi["syarat"] = galat.syarat
    return _halaman(request, galat.status, isi)


def ketikan(request: HttpRequest) -> list[tuple[str, str]]:
    """What somebody typed into the form that was refused, so that it can be copied back."""
    hasil = []
    for nama, teks in request.POST.items():
        isi = str(teks).strip()
        if len(isi) < TERPENDEK or UUID.fullmatch(isi) or BUKAN_KETIKAN.fullmatch(nama):
            continue
        sebutan = " ".join(b for b in re.split(r"[._-]", UUID.sub(" ", nama)) if b.strip())
        hasil.append((sebutan.capitalize(), isi))
    return hasil


def _asal(request: HttpRequest) -> str:
    """The page that sent the form, if it is one of ours; else nothing."""
    asal = request.headers.get("Referer", "")
    ada = url_has_allowed_host_and_scheme(asal, {request.get_host()}, request.is_secure())
    return asal if ada else ""


def _halaman(request: HttpRequest, status: int, isi: dict[str, Any]) -> HttpResponse:
    lembar = status if status in BERHALAMAN else 400
    return render(request, f"galat/{lembar}.html", isi, status=status)


def tidak_ditemukan(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """No such address."""
    return _halaman(
        request,
        404,
        {"pesan": _("Alamat ini tidak ada. Periksa penulisannya, atau mulai dari Beranda.")},
    )


def tidak_berizin(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Refused by the framework itself."""
    return _halaman(request, 403, {"pesan": _("Anda tidak diizinkan membuka halaman ini.")})


def permintaan_salah(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """A request the framework could not read."""
    return _halaman(
        request,
        400,
        {"pesan": _("Permintaan tidak dapat dibaca. Muat ulang halaman, lalu ulangi.")},
    )


def cara_salah(request: HttpRequest, asal: HttpResponseBase) -> HttpResponse:
    """An address that only takes a sent form, opened as a page (405)."""
    jawaban = _halaman(
        request,
        405,
        {
            "pesan": _(
                "Alamat ini hanya menerima kiriman formulir, jadi tidak dapat dibuka sebagai "
                "halaman. Mulai lagi dari Beranda."
            )
        },
    )
    if "Allow" in asal.headers:
        jawaban.headers["Allow"] = asal.headers["Allow"]
    return jawaban


def terlalu_banyak(request: HttpRequest) -> HttpResponse:
    """Too many tries in a short time; the page itself says it in words."""
    return _halaman(request, 429, {})


def terlalu_besar(request: HttpRequest, maks: int) -> HttpResponse:
    """More was sent than this page takes (413); none of it was read."""
    return _halaman(
        request,
        413,
        {
            "pesan": _(
                "Kiriman ini lebih besar dari %s MB, jadi tidak diterima dan tidak ada yang "
                "tersimpan. Kecilkan berkasnya (misalnya pindai lebih tipis), atau bagi menjadi "
                "beberapa berkas, lalu unggah lagi."
            )
            % (maks // 1_000_000),
            "kembali": _asal(request),
        },
    )


def tanpa_panjang(request: HttpRequest) -> HttpResponse:
    """A body that does not say how long it is (411); none of it was read."""
    return _halaman(
        request,
        411,
        {
            "pesan": _(
                "Kiriman ini tidak menyebut panjangnya (Content-Length), jadi tidak diterima. "
                "Kirim lagi dari peramban biasa."
            )
        },
    )


def galat_server(request: HttpRequest) -> HttpResponse:
    """Our fault."""
    return _halaman(
        request,
        500,
        {
            "pesan": _(
                "Terjadi galat pada sistem; tidak ada yang setengah tersimpan. "
                "Coba lagi, dan bila berulang beri tahu admin instansi Anda jamnya."
            )
        },
    )


def formulir_kedaluwarsa(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The form's secret does not fit: usually a page left open since an earlier sign-in."""
    return _halaman(
        request,
        403,
        {
            "pesan": _(
                "Formulir ini sudah kedaluwarsa, jadi tidak diproses. "
                "Kembali, muat ulang halamannya, lalu kirim lagi."
            ),
            "ketikan": ketikan(request) if request.user.is_authenticated else [],
        },
    )
