"""A superior's arahan on a sheet: written, answered, closed, renewed; a refusal is said there."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.pengukuran import services
from sakip.pengukuran.services import AlamatLembar
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.pengukuran.halaman import halaman_lembar


def _bertindak(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tempat: tuple[int, str, int],
    layanan: Callable[..., object],
    isi: dict[str, Any],
    berhasil: str,
) -> HttpResponse:
    """Do one act; refused, the sheet again with the sentence and what was typed."""
    tahun, slug, triwulan = tempat
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    try:
        layanan(**akses.dasar, **isi)
    except (PerpindahanTidakSah, VersiUsang, IsianTidakSah) as galat:
        return halaman_lembar(
            request, akses, unit, tahun, triwulan, tolak=galat.kalimat, status=galat.status
        )
    messages.success(request, berhasil)
    return redirect("web:lembar_pengukuran", akses.instansi.kode, tahun, slug, triwulan)


def _sampai(request: HttpRequest) -> date | None:
    teks = request.POST.get("sampai", "")
    return date.fromisoformat(teks) if teks else None


def _tanggal_salah(
    request: HttpRequest, akses: Akses, tempat: tuple[int, str, int]
) -> HttpResponse:
    tahun, slug, triwulan = tempat
    unit = akses.unit(slug, Tindakan.TULIS_ARAHAN)
    pesan = _("Arahan tidak disimpan: tanggalnya tidak terbaca.")
    return halaman_lembar(request, akses, unit, tahun, triwulan, tolak=pesan, status=422)


@berizin(Tindakan.TULIS_ARAHAN)
@require_POST
def tulis_arahan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Ask for something after reading this sheet."""
    tempat = (tahun, slug, triwulan)
    try:
        sampai = _sampai(request)
    except ValueError:
        return _tanggal_salah(request, akses, tempat)
    isi = {
        "alamat": AlamatLembar(slug, tahun, triwulan),
        "teks": request.POST.get("teks", ""),
        "indikator": request.POST.get("indikator", ""),
        "sampai": sampai,
    }
    kata = _("Arahan tersimpan; penyusun unit menjawabnya pada triwulan berikutnya.")
    return _bertindak(request, akses, tempat, services.tulis_arahan, isi, kata)


@berizin(Tindakan.JAWAB_ARAHAN)
@require_POST
def jawab_arahan(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, arahan: UUID
) -> HttpResponse:
    """Say what was done about it."""
    try:
        bukti = UUID(request.POST["bukti"]) if request.POST.get("bukti") else None
    except ValueError:
        bukti = UUID(int=0)  # no such evidence: the service says so
    isi = {
        "unit": slug,
        "arahan": arahan,
        "jawaban": request.POST.get("jawaban", ""),
        "bukti": bukti,
        "versi": versi_kiriman(request),
    }
    kata = _("Jawaban tersimpan; yang menulis arahan membacanya.")
    return _bertindak(request, akses, (tahun, slug, triwulan), services.jawab_arahan, isi, kata)


@berizin(Tindakan.TULIS_ARAHAN)
@require_POST
def tutup_arahan(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, arahan: UUID
) -> HttpResponse:
    """Call it done."""
    isi = {
        "unit": slug,
        "arahan": arahan,
        "alasan": request.POST.get("alasan", ""),
        "versi": versi_kiriman(request),
    }
    kata = _("Arahan ditutup.")
    return _bertindak(request, akses, (tahun, slug, triwulan), services.tutup_arahan, isi, kata)


@berizin(Tindakan.TULIS_ARAHAN)
@require_POST
def perbarui_arahan(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, arahan: UUID
) -> HttpResponse:
    """Not settled: ask anew."""
    tempat, versi = (tahun, slug, triwulan), versi_kiriman(request)
    try:
        sampai = _sampai(request)
    except ValueError:
        return _tanggal_salah(request, akses, tempat)
    isi = {
        "unit": slug,
        "arahan": arahan,
        "teks": request.POST.get("teks", ""),
        "sampai": sampai,
        "versi": versi,
    }
    kata = _("Arahan diperbarui; penyusun unit menjawabnya lagi.")
    return _bertindak(request, akses, tempat, services.perbarui_arahan, isi, kata)
