"""Acts from the board: lock or open the ticked sheets of a quarter, tell the superiors now."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.bersama.izin import Tindakan
from sakip.pengukuran import services
from sakip.pengukuran.services import AlamatLembar, HasilMassal
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import baca_versi, tidak_lengkap
from sakip.web.papan_ukur.halaman import halaman_papan

PALING_BANYAK = 200  # sheets in one act; more than any government has units


def _daftar(request: HttpRequest, tahun: int) -> list[tuple[AlamatLembar, int]]:
    """The ticked units with the version of their sheet: ``slug v1-v2-v3-v4``."""
    n = request.POST.get("triwulan", "")
    if n not in {"1", "2", "3", "4"}:
        raise tidak_lengkap()
    hasil = []
    for teks in request.POST.getlist("unit")[:PALING_BANYAK]:
        slug, _sela, versi = teks.partition(" ")
        semua = versi.split("-")
        if len(semua) != 4:
            raise tidak_lengkap()
        hasil.append((AlamatLembar(slug, tahun, int(n)), baca_versi(semua[int(n) - 1])))
    return hasil


def _jawab(
    request: HttpRequest, akses: Akses, tahun: int, hasil: Sequence[HasilMassal], kata: str
) -> HttpResponse:
    """Back to the board when all went well; else the board with the result of each unit."""
    if any(not h.berhasil for h in hasil):
        return halaman_papan(request, akses, tahun, hasil=hasil, status=409)
    messages.success(request, kata)
    # The filters travel in the address; what was sent last is the quarter of the form.
    saringan = request.GET.copy()
    saringan["triwulan"] = request.POST["triwulan"]
    return redirect(f"{akses.alamat('papan_pengukuran', tahun)}?{saringan.urlencode()}")


def _banyak(
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    tindakan: Callable[..., list[HasilMassal]],
    **isi: Any,
) -> list[HasilMassal] | HttpResponse:
    daftar = _daftar(request, tahun) if request.POST.getlist("unit") else []
    if not daftar:
        kata = _("Belum ada unit yang dicentang. Centang unitnya, lalu ulangi.")
        return halaman_papan(request, akses, tahun, tolak=kata, status=422)
    return tindakan(**akses.dasar, daftar=daftar, **isi)


@berizin(Tindakan.TELAAH_PENGUKURAN)
@require_POST
def kunci_massal(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Lock the ticked sheets of a quarter."""
    hasil = _banyak(request, akses, tahun, services.kunci_banyak)
    if isinstance(hasil, HttpResponse):
        return hasil
    kata = ngettext("%s lembar dikunci.", "%s lembar dikunci.", len(hasil)) % len(hasil)
    return _jawab(request, akses, tahun, hasil, kata)


@berizin(Tindakan.TELAAH_PENGUKURAN)
@require_POST
def buka_kunci_massal(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Open the ticked locked sheets again, with one reason, until a day."""
    alasan, galat = request.POST.get("alasan", "").strip(), {}
    try:
        sampai = date.fromisoformat(request.POST.get("sampai", ""))
    except ValueError:
        sampai, galat["sampai"] = akses.lingkup.pada, _("Isi tanggal berakhirnya.")
    if not alasan:
        galat["alasan"] = _("Tulis alasannya; penyusun dan evaluator membacanya.")
    if galat:
        kata = _("Kunci tidak dibuka.")
        return halaman_papan(request, akses, tahun, tolak=kata, galat=galat, status=422)
    hasil = _banyak(request, akses, tahun, services.buka_kunci_banyak, alasan=alasan, sampai=sampai)
    if isinstance(hasil, HttpResponse):
        return hasil
    kata = ngettext("%s lembar dibuka lagi.", "%s lembar dibuka lagi.", len(hasil)) % len(hasil)
    return _jawab(request, akses, tahun, hasil, kata)


@berizin(Tindakan.ATUR_JADWAL)
@require_POST
def eskalasi_pengukuran(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Tell the superiors of late sheets now, without waiting for the night's job."""
    baru = services.eskalasikan(**akses.dasar)
    if baru:
        kata = ngettext("%s tugas baru untuk atasan.", "%s tugas baru untuk atasan.", baru) % baru
        messages.success(request, kata)
    else:
        messages.info(request, _("Tidak ada keterlambatan baru untuk diteruskan kepada atasan."))
    return redirect(akses.alamat("papan_pengukuran", tahun))
