"""The running count of a month, for a share that is looked ahead at."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.pengukuran import selectors, services
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis


@berizin(Tindakan.ISI_PENGUKURAN)
def berjalan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, indikator: str
) -> HttpResponse:
    """Write down what the month brought; refused, with everything typed kept."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    catatan = selectors.catatan_berjalan(akses.lingkup, unit, tahun, indikator)
    if catatan is None:
        raise TidakDitemukan(_("Indikator itu bukan rasio kumulatif unit ini."))
    teks, salah, status = catatan.kini_teks, "", 200
    if request.method == "POST":
        teks = request.POST.get("teks", "")
        try:
            services.catat_berjalan(
                **akses.dasar,
                unit=unit.slug,
                tahun=tahun,
                bulan=akses.lingkup.pada.month,
                indikator=indikator,
                teks=teks,
                versi=versi_kiriman(request),
            )
        except (PerpindahanTidakSah, VersiUsang) as galat:
            salah, status = galat.pesan, galat.status
        except IsianTidakSah as galat:
            salah = galat.kesalahan[0].pesan if galat.kesalahan else galat.pesan
            status = galat.status
        else:
            messages.success(request, _("Catatan bulan ini tersimpan."))
            return redirect("web:unit_tahun", akses.instansi.kode, tahun, unit.slug)
    return render(
        request,
        "web/berjalan.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "catatan": catatan,
            "pada": akses.lingkup.pada,
            "teks": teks,
            "salah": salah,
            "contoh": unit.sifat == Sifat.CONTOH or akses.instansi.contoh,
        },
        status=status,
    )
