"""A unit's Renja beside what the RKPD of that year gives to the unit, and taking lines over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import selectors, services
from sakip.perencanaan.selectors import Selaras
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.rencana import sebut_versi
from sakip.web.stasiun import garis, pilihan_tahun

MAKNA = {
    Selaras.SAMA: "selesai",
    Selaras.BEDA: "perlu_tindakan",
    Selaras.HANYA_RKPD: "perlu_tindakan",
    Selaras.HANYA_RENJA: "sementara",
}


@berizin(Tindakan.LIHAT_RENCANA)
def selaras_rencana(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Line by line: what both say, what only one says; who drafts ticks what to take over."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    if request.method != "POST":
        return _halaman(request, akses, unit, tahun)
    akses.lingkup.wajib(Tindakan.SUSUN_RENCANA, unit.jalur)
    lihat = versi_kiriman(request)
    try:
        versi = services.samakan_rencana(
            **akses.dasar,
            unit=slug,
            tahun=tahun,
            kode=request.POST.getlist("kode"),
            versi=lihat,
        )
    except (IsianTidakSah, VersiUsang) as galat:
        return _halaman(request, akses, unit, tahun, pesan=galat.kalimat, status=galat.status)
    messages.success(
        request, _("%s sudah mengikuti RKPD pada baris yang dipilih.") % sebut_versi(versi)
    )
    return redirect("web:selaras_rencana", akses.instansi.kode, tahun, slug)


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    *,
    pesan: str = "",
    status: int = 200,
) -> HttpResponse:
    hasil = selectors.selaras_rkpd(akses.lingkup, unit, tahun)
    ada = [v for v in (hasil.rkpd, hasil.renja) if v is not None]
    return render(
        request,
        "web/rencana_selaras.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "selaras_rencana", unit, tahun),
            "contoh": any(v.dokumen.sifat == Sifat.CONTOH for v in ada),
            "hasil": hasil,
            "sebut": sebut_versi,
            "makna": MAKNA,
            "kata": {
                Selaras.SAMA: _("sama"),
                Selaras.BEDA: _("berbeda"),
                Selaras.HANYA_RKPD: _("hanya di RKPD"),
                Selaras.HANYA_RENJA: _("hanya di Renja"),
            },
            "kata_beda": {"uraian": _("uraian"), "pagu": _("pagu")},
            "menyusun": akses.lingkup.boleh(Tindakan.SUSUN_RENCANA, unit.jalur),
            "dicentang": request.POST.getlist("kode"),
            "pesan": pesan,
        },
        status=status,
    )
