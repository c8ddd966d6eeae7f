"""Evidence on a sheet: uploaded and put behind a figure, chosen from what there is, taken off."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.arsip.selectors import daftar_bukti
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Tindakan
from sakip.impor.tabel import bersih
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors, services
from sakip.pengukuran.models import Realisasi
from sakip.web.akses import Akses, berizin
from sakip.web.bukti_isian import simpan_kiriman
from sakip.web.pengukuran.halaman import halaman_lembar
from sakip.web.pengukuran.kata import ROMAWI

DITAWARKAN = 20


@berizin(Tindakan.ISI_PENGUKURAN)
@require_POST
def bukti_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Upload evidence and put it behind a figure, in one step: all files, or none."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    try:
        realisasi = _uuid(request.POST.get("realisasi", ""))
        # Stored together with what it proves, or not at all.
        with transaction.atomic():
            semua = simpan_kiriman(request, akses, unit.slug, tahun)
            for bukti in semua:
                services.tautkan_bukti(
                    **akses.dasar,
                    unit=unit.slug,
                    realisasi=realisasi,
                    bukti=bukti.uuid,
                    halaman=request.POST.get("halaman", ""),
                )
    except (IsianTidakSah, PerpindahanTidakSah) as galat:
        kata = galat.kalimat
        if request.FILES:
            kata = f"{kata} {_('Pilih lagi berkasnya sebelum mengirim ulang.')}"
        return halaman_lembar(
            request, akses, unit, tahun, triwulan, tolak=kata, status=galat.status
        )
    kata = ngettext("Bukti tersimpan dan tertaut.", "%s bukti tersimpan dan tertaut.", len(semua))
    messages.success(request, kata % len(semua) if "%s" in kata else kata)
    return _ke_lembar(akses, tahun, unit, triwulan)


@berizin(Tindakan.ISI_PENGUKURAN)
def pilih_bukti(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Look through the evidence the unit has (``?angka=`` for which figure, ``?cari=``); link one.

    The sheet fetches the list of this page as one types; without a script it is this page.
    """
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    if request.method == "POST":
        return _tautkan(request, akses, unit, tahun, triwulan)
    return _pilihan(request, akses, unit, tahun, triwulan)


def _tautkan(
    request: HttpRequest, akses: Akses, unit: UnitTampak, tahun: int, triwulan: int
) -> HttpResponse:
    try:
        services.tautkan_bukti(
            **akses.dasar,
            unit=unit.slug,
            realisasi=_uuid(request.POST.get("angka", "")),
            bukti=_uuid(request.POST.get("bukti", "")),
            halaman=request.POST.get("halaman", ""),
        )
    except (IsianTidakSah, PerpindahanTidakSah) as galat:
        return _pilihan(
            request, akses, unit, tahun, triwulan, tolak=galat.kalimat, status=galat.status
        )
    messages.success(request, _("Bukti tertaut."))
    return _ke_lembar(akses, tahun, unit, triwulan)


def _pilihan(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    triwulan: int,
    *,
    tolak: str = "",
    status: int = 200,
) -> HttpResponse:
    kiriman = request.POST if request.method == "POST" else request.GET
    cari = bersih(kiriman.get("cari", ""))[:200]
    daftar = daftar_bukti(akses.lingkup, unit, cari=cari, batas=DITAWARKAN)
    return render(
        request,
        "web/bukti_pilih.html",
        {
            "unit": unit,
            "tahun": tahun,
            "n": triwulan,
            "romawi": ROMAWI,
            "contoh": akses.instansi.contoh,
            "angka": _angka(akses, unit, kiriman.get("angka", "")),
            "cari": cari,
            "daftar": daftar,
            "dipakai": selectors.pemakaian_bukti(akses.lingkup, unit, [b.pk for b in daftar]),
            "penuh": len(daftar) == DITAWARKAN,
            "tolak": tolak,
        },
        status=status,
    )


@berizin(Tindakan.ISI_PENGUKURAN)
@require_POST
def lepas_bukti(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Take evidence off a figure that is still being written; ``lepas``: "angka:bukti"."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    angka, _pisah, bukti = request.POST.get("lepas", "").partition(":")
    try:
        services.lepas_bukti(
            **akses.dasar,
            unit=unit.slug,
            realisasi=_uuid(angka),
            bukti=_uuid(bukti),
        )
    except (IsianTidakSah, PerpindahanTidakSah) as galat:
        return halaman_lembar(
            request, akses, unit, tahun, triwulan, tolak=galat.kalimat, status=galat.status
        )
    messages.success(request, _("Bukti dilepas dari angkanya; berkasnya tetap ada."))
    return _ke_lembar(akses, tahun, unit, triwulan)


def _ke_lembar(akses: Akses, tahun: int, unit: UnitTampak, triwulan: int) -> HttpResponse:
    return redirect("web:lembar_pengukuran", akses.instansi.kode, tahun, unit.slug, triwulan)


def _angka(akses: Akses, unit: UnitTampak, teks: str) -> Realisasi | None:
    """The figure that evidence is chosen for; without one the list can still be looked through."""
    try:
        uuid = UUID(teks)
    except ValueError:
        return None
    return selectors.angka_bukti(akses.lingkup, unit, uuid)


def _uuid(teks: str) -> UUID:
    try:
        return UUID(teks)
    except ValueError:
        raise IsianTidakSah(
            _("Bukti tidak ditautkan: isi dahulu angkanya, lalu pilih barisnya.")
        ) from None
