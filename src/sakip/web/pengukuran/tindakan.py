"""The acts on a sheet, one address each; a refusal is said on the sheet itself."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.pengukuran import selectors, services
from sakip.pengukuran.services import AlamatLembar
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.pengukuran.halaman import halaman_lembar
from sakip.web.pengukuran.isian import Ketikan, simpan_baris
from sakip.web.pengukuran.kata import kata_berhasil
from sakip.web.pengukuran.mutu import simpan_jawaban


def _bertindak(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tempat: tuple[int, str, int],
    kode: str,
    layanan: Callable[..., object],
    tambahan: dict[str, Any] | None = None,
    versi: int | None = None,
) -> HttpResponse:
    """Do one act on a sheet; what cannot be done yet is said on the page, with what was typed."""
    tahun, slug, triwulan = tempat
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    versi = versi_kiriman(request) if versi is None else versi
    try:
        layanan(
            **akses.dasar,
            alamat=AlamatLembar(slug, tahun, triwulan),
            versi=versi,
            **(tambahan or {}),
        )
    except (SyaratBelumTerpenuhi, PerpindahanTidakSah, VersiUsang, IsianTidakSah) as galat:
        return halaman_lembar(
            request,
            akses,
            unit,
            tahun,
            triwulan,
            tolak="" if isinstance(galat, SyaratBelumTerpenuhi) else galat.kalimat,
            syarat=galat.syarat if isinstance(galat, SyaratBelumTerpenuhi) else (),
            status=galat.status,
        )
    messages.success(request, kata_berhasil(kode))
    return redirect("web:lembar_pengukuran", akses.instansi.kode, tahun, slug, triwulan)


def _tolak(
    request: HttpRequest, akses: Akses, tempat: tuple[int, str, int], pesan: str
) -> HttpResponse:
    """The sheet again with the sentence, and with what was typed into the form beside it."""
    tahun, slug, triwulan = tempat
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    return halaman_lembar(request, akses, unit, tahun, triwulan, tolak=pesan, status=422)


@berizin(Tindakan.AJUKAN_PENGUKURAN)
@require_POST
def ajukan_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Save what stands in the form, then hand the sheet in."""
    unit = akses.unit(slug, Tindakan.AJUKAN_PENGUKURAN)
    versi, ketikan = versi_kiriman(request), Ketikan()
    if any(nama.startswith("versi.") for nama in request.POST):
        alamat = AlamatLembar(slug, tahun, triwulan)
        _banyak, ketikan = simpan_baris(request, akses, unit, alamat)
    if ketikan.salah:
        return halaman_lembar(request, akses, unit, tahun, triwulan, ketikan=ketikan, status=422)
    simpan_jawaban(request, akses, AlamatLembar(slug, tahun, triwulan))
    # The rows just saved may have opened the sheet; its own version is not what they change.
    x = selectors.lembar_unit(akses.lingkup, unit, tahun, triwulan)
    tempat = (tahun, slug, triwulan)
    versi = x.versi if versi == 0 else versi
    return _bertindak(request, akses, tempat, "ajukan", services.ajukan_pengukuran, versi=versi)


@berizin(Tindakan.LIHAT_KINERJA)
@require_POST
def verifikasi_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Verified by the verifikator, or by a named substitute."""
    tempat = (tahun, slug, triwulan)
    return _bertindak(request, akses, tempat, "verifikasi", services.verifikasi_pengukuran)


@berizin(Tindakan.LIHAT_KINERJA)
@require_POST
def setujui_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Approved by the head of the unit, or by a named substitute."""
    tempat = (tahun, slug, triwulan)
    return _bertindak(request, akses, tempat, "setujui", services.setujui_pengukuran)


@berizin(Tindakan.LIHAT_KINERJA)
@require_POST
def telaah_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Reviewed by the Bagian Organisasi."""
    tempat = (tahun, slug, triwulan)
    return _bertindak(request, akses, tempat, "telaah", services.telaah_pengukuran)


@berizin(Tindakan.TELAAH_PENGUKURAN)
@require_POST
def kunci_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Locked."""
    tempat = (tahun, slug, triwulan)
    return _bertindak(request, akses, tempat, "kunci", services.kunci_pengukuran)


@berizin(Tindakan.LIHAT_KINERJA)
@require_POST
def kembalikan_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Given back with a reason: the whole, or the figures that were ticked."""
    isi = {
        "alasan": request.POST.get("alasan", ""),
        "indikator": request.POST.getlist("indikator"),
    }
    tempat = (tahun, slug, triwulan)
    return _bertindak(request, akses, tempat, "kembalikan", services.kembalikan_pengukuran, isi)


@berizin(Tindakan.TELAAH_PENGUKURAN)
@require_POST
def buka_kunci_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Opened again until a day, with a reason."""
    tempat = (tahun, slug, triwulan)
    try:
        sampai = date.fromisoformat(request.POST.get("sampai", ""))
    except ValueError:
        return _tolak(request, akses, tempat, _("Kunci tidak dibuka: isi tanggal berakhirnya."))
    isi = {
        "alasan": request.POST.get("alasan", ""),
        "sampai": sampai,
        "indikator": request.POST.getlist("indikator"),
    }
    return _bertindak(request, akses, tempat, "buka_kunci", services.buka_kunci_pengukuran, isi)


@berizin(Tindakan.LIHAT_KINERJA)
@require_POST
def tandai_angka(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """One figure ticked off by its verifier, or all that no rule asks about."""
    tempat = (tahun, slug, triwulan)
    indikator = request.POST.get("indikator", "")
    if not indikator:
        return _bertindak(request, akses, tempat, "tandai", services.tandai_tanpa_peringatan)
    isi = {"indikator": indikator, "catatan": request.POST.get("catatan", "")}
    return _bertindak(request, akses, tempat, "tandai", services.tandai_angka, isi)
