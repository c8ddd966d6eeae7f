"""One cell by itself: its figure broken down, and what people remark on it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors, services
from sakip.pengukuran.kaidah.pilahan import SEBUTAN_KOMPONEN
from sakip.pengukuran.services import AlamatLembar
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.pengukuran.kata import ROMAWI
from sakip.web.pengukuran.kiriman_baris import menurut_bidang
from sakip.web.stasiun import garis


@berizin(Tindakan.LIHAT_KINERJA)
def sel_pengukuran(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, indikator: str
) -> HttpResponse:
    """A figure with its breakdowns and remarks; beside the sheet when scripts run."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    return _halaman(request, akses, unit, AlamatLembar(slug, tahun, triwulan), indikator)


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    alamat: AlamatLembar,
    indikator: str,
    *,
    dimensi: str = "",
    salah: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    b, periode = selectors.sel_lembar(akses.lingkup, unit, alamat.tahun, alamat.triwulan, indikator)
    nilai = b.isi.nilai if b.isi else None
    pilahan = selectors.pilahan_angka(
        akses.lingkup, unit, b.butir.versi, nilai, b.realisasi.pk if b.realisasi else None
    )
    isi: dict[str, Any] = {
        "unit": unit,
        "tahun": alamat.tahun,
        "stasiun": garis(akses, unit, alamat.tahun),
        "contoh": akses.instansi.contoh,
        "n": alamat.triwulan,
        "romawi": ROMAWI,
        "b": b,
        "pilahan": pilahan,
        "sebut_selisih": services.sebut_selisih,
        "sebut_komponen": SEBUTAN_KOMPONEN,
        "komentar": selectors.komentar_angka(
            akses.lingkup, unit, b.butir.versi.indikator_id, periode
        ),
        "mengisi": b.boleh_isi and b.isi is not None,
        "mengomentari": akses.lingkup.boleh(Tindakan.KOMENTARI_PENGUKURAN, unit.jalur),
        "dimensi": dimensi,
        "salah": salah or {},
        "ketikan": request.POST,
    }
    return render(request, "web/pengukuran_sel.html", isi, status=status)


@berizin(Tindakan.ISI_PENGUKURAN)
@require_POST
def pilahan_pengukuran(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, indikator: str
) -> HttpResponse:
    """Save the parts of one dimension; refused parts come back as they were typed."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    alamat, dimensi = AlamatLembar(slug, tahun, triwulan), request.POST.get("dimensi", "")
    try:
        services.isi_pilahan(
            **akses.dasar,
            alamat=alamat,
            indikator=indikator,
            dimensi=dimensi,
            bagian=_bagian(request.POST),
            penjelasan=request.POST.get("penjelasan", ""),
            versi=versi_kiriman(request),
        )
    except (IsianTidakSah, VersiUsang) as galat:
        salah = menurut_bidang(galat)
        return _halaman(
            request,
            akses,
            unit,
            alamat,
            indikator,
            dimensi=dimensi,
            salah=salah,
            status=galat.status,
        )
    messages.success(request, _("Pilahan tersimpan."))
    return redirect("web:sel_pengukuran", akses.instansi.kode, tahun, slug, triwulan, indikator)


def _bagian(data: QueryDict) -> dict[str, dict[str, str]]:
    """Fields named ``bagian.<komponen>.<kategori>``; a category may hold points itself."""
    hasil: dict[str, dict[str, str]] = {}
    for nama in data:
        awal, _titik, sisa = nama.partition(".")
        komponen, titik, kategori = sisa.partition(".")
        if awal == "bagian" and titik:
            hasil.setdefault(kategori, {})[komponen] = data.get(nama, "")
    return hasil


@berizin(Tindakan.KOMENTARI_PENGUKURAN)
@require_POST
def komentar_pengukuran(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, indikator: str
) -> HttpResponse:
    """Write a remark on a cell."""
    unit = akses.unit(slug, Tindakan.KOMENTARI_PENGUKURAN)
    alamat = AlamatLembar(slug, tahun, triwulan)
    try:
        services.komentari_angka(
            **akses.dasar, alamat=alamat, indikator=indikator, isi=request.POST.get("isi", "")
        )
    except IsianTidakSah as galat:
        return _halaman(
            request,
            akses,
            unit,
            alamat,
            indikator,
            salah={"komentar": galat.kesalahan[0].pesan},
            status=422,
        )
    messages.success(request, _("Komentar tersimpan."))
    return redirect("web:sel_pengukuran", akses.instansi.kode, tahun, slug, triwulan, indikator)


@berizin(Tindakan.KOMENTARI_PENGUKURAN)
@require_POST
def selesai_komentar_pengukuran(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    slug: str,
    triwulan: int,
    indikator: str,
    komentar: UUID,
) -> HttpResponse:
    """Call a remark settled."""
    akses.unit(slug, Tindakan.KOMENTARI_PENGUKURAN)
    services.selesaikan_komentar_angka(
        **akses.dasar, unit=slug, komentar=komentar, versi=versi_kiriman(request)
    )
    messages.success(request, _("Komentar diselesaikan."))
    return redirect("web:sel_pengukuran", akses.instansi.kode, tahun, slug, triwulan, indikator)
