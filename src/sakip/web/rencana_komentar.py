"""Remarks on a node of the tree: read, written, answered, settled."""

from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah, TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import selectors, services
from sakip.perencanaan.models import JenisSimpul
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import tidak_lengkap, versi_kiriman
from sakip.web.rencana import sebut_versi
from sakip.web.stasiun import garis


@berizin(Tindakan.KOMENTARI_RENCANA)
def komentar_simpul(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """The threads on the node that ``?kode=`` names (or the first one), and a form for one more."""
    unit = akses.unit(slug, Tindakan.KOMENTARI_RENCANA)
    selectors.versi_dokumen(akses.lingkup, unit, versi)  # the address must name a version of it
    kode = request.POST.get("kode") or request.GET.get("kode", "")
    salah = ""
    if request.method == "POST":
        dijawab = _uuid(request.POST.get("balasan_dari", ""))
        try:
            services.tulis_komentar(
                **akses.dasar,
                unit=slug,
                simpul=kode,
                isi=request.POST.get("isi", ""),
                balasan_dari=dijawab,
            )
        except IsianTidakSah as galat:
            salah = galat.kesalahan[0].pesan
        else:
            messages.success(request, _("Komentar tersimpan."))
            return redirect(_alamat(akses, tahun, slug, versi, kode))
    return _halaman(request, akses, unit, tahun, versi, kode, salah)


def _halaman(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    versi: UUID,
    kode: str,
    salah: str,
) -> HttpResponse:
    baris = selectors.versi_dokumen(akses.lingkup, unit, versi)
    simpul = selectors.simpul_versi(akses.lingkup, unit, baris, kode)
    if simpul is None:
        raise TidakDitemukan(_("Simpul “%s” tidak ada di dokumen ini.") % kode)
    kode = simpul.simpul.kode
    utas = selectors.utas_komentar(akses.lingkup, unit, baris)
    isi = {
        "unit": unit,
        "tahun": tahun,
        "stasiun": garis(akses, unit, tahun),
        "contoh": akses.instansi.contoh,
        "versi": baris,
        "sebut": sebut_versi(baris),
        "simpul": simpul,
        "jenis": JenisSimpul(simpul.jenis).label,
        "kode": kode,
        "utas": [u for u in utas if u.simpul == kode],
        "salah": salah,
        "ketikan": request.POST,
        "alamat": _alamat(akses, tahun, unit.slug, versi, kode),
    }
    return render(request, "web/rencana_komentar.html", isi, status=422 if salah else 200)


@berizin(Tindakan.KOMENTARI_RENCANA)
@require_POST
def selesaikan_komentar(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID, komentar: UUID
) -> HttpResponse:
    """Call a thread settled."""
    akses.unit(slug, Tindakan.KOMENTARI_RENCANA)
    services.selesaikan_komentar(
        **akses.dasar,
        unit=slug,
        komentar=komentar,
        versi=versi_kiriman(request),
    )
    messages.success(request, _("Komentar diselesaikan."))
    return redirect(_alamat(akses, tahun, slug, versi, request.POST.get("kode", "")))


def _uuid(teks: str) -> UUID | None:
    if not teks:
        return None
    try:
        return UUID(teks)
    except ValueError as sebab:
        raise tidak_lengkap() from sebab


def _alamat(akses: Akses, tahun: int, slug: str, versi: UUID, kode: str) -> str:
    return f"{akses.alamat('rencana', tahun, slug)}{versi}/komentar/?kode={quote(kode)}"
