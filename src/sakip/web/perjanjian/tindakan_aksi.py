"""Acts on plans of action: each address calls one service and goes back."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.perjanjian import selectors, services
from sakip.perjanjian.services import IsianAksi, IsianLangkah
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.perjanjian.aksi import halaman_daftar_aksi, halaman_satu_aksi
from sakip.web.perjanjian.kata import kurang

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SEL = re.compile(rf"target-({_UUID})-(tw[1-4]|sem[12])")
ALASAN = re.compile(rf"alasan-({_UUID})")
LANGKAH = re.compile(rf"langkah-({_UUID})-uraian")


@berizin(Tindakan.SUSUN_AKSI)
@require_POST
def susun_aksi(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Draw up a plan of action; on refusal the list comes back with what is missing."""
    unit = akses.unit(slug, Tindakan.SUSUN_AKSI)
    alasan = request.POST.get("alasan", "")
    try:
        a = services.susun_aksi(
            **akses.dasar,
            unit=slug,
            tahun=tahun,
            alasan=alasan,
        )
    except (IsianTidakSah, SyaratBelumTerpenuhi) as galat:
        syarat = galat.syarat if isinstance(galat, SyaratBelumTerpenuhi) else ()
        isian = {
            "alasan": alasan,
            "tolak": galat.pesan,
            "salah": galat.menurut_letak,
            "syarat": kurang(akses, unit, tahun, syarat),
        }
        return halaman_daftar_aksi(request, akses, tahun, slug, isian=isian, status=galat.status)
    messages.success(request, _("Rencana aksi tersusun. Lengkapi target periode dan langkahnya."))
    return redirect("web:satu_aksi", akses.instansi.kode, tahun, slug, a.nomor)


Tempat = tuple[int, str, int]


def _bertindak(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tempat: Tempat,
    izin: Tindakan,
    lakukan: Callable[[dict[str, Any]], object],
    kata: str,
) -> HttpResponse:
    """Do an act on a plan of action; what bars it is said on the page itself."""
    tahun, slug, nomor = tempat
    unit = akses.unit(slug, izin)
    a = selectors.satu_aksi(akses.lingkup, unit, tahun, nomor)
    dasar = {
        **akses.dasar,
        "rencana": a.uuid,
        "versi": versi_kiriman(request),
    }
    try:
        lakukan(dasar)
    except (SyaratBelumTerpenuhi, IsianTidakSah, VersiUsang) as galat:
        return halaman_satu_aksi(
            request,
            akses,
            unit,
            selectors.satu_aksi(akses.lingkup, unit, tahun, nomor),
            tolak=galat.pesan,
            syarat=galat.syarat if isinstance(galat, SyaratBelumTerpenuhi) else (),
            kesalahan=galat.kesalahan,
            ketikan=dict(request.POST.lists()),
            status=galat.status,
        )
    messages.success(request, kata)
    return redirect("web:satu_aksi", akses.instansi.kode, tahun, slug, nomor)


def isian_kiriman(request: HttpRequest) -> IsianAksi:
    """The form as a command; names that are none of ours are left out."""
    target, alasan, langkah = {}, {}, {}
    for nama, teks in request.POST.items():
        isi = str(teks)
        if cocok := SEL.fullmatch(nama):
            target[UUID(cocok[1]), cocok[2]] = isi
        elif cocok := ALASAN.fullmatch(nama):
            alasan[UUID(cocok[1])] = isi
        elif cocok := LANGKAH.fullmatch(nama):
            langkah[UUID(cocok[1])] = _langkah(request, cocok[1], isi)
    return IsianAksi(target, langkah, alasan)


def _langkah(request: HttpRequest, uuid: str, uraian: str) -> IsianLangkah:
    jabatan = request.POST.get(f"langkah-{uuid}-jabatan", "")
    return IsianLangkah(
        uraian,
        tuple(int(t) for t in request.POST.getlist(f"langkah-{uuid}-tw") if t in {*"1234"}),
        UUID(jabatan) if re.fullmatch(_UUID, jabatan) else None,
    )


@berizin(Tindakan.SUSUN_AKSI)
@require_POST
def ubah_aksi(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Save the form; with the button that says so also hand it in."""
    mengajukan = "ajukan" in request.POST

    def lakukan(dasar: dict[str, Any]) -> None:
        hasil = services.ubah_aksi(**dasar, isian=isian_kiriman(request))
        if mengajukan:
            services.ajukan_aksi(**dasar | {"versi": hasil.versi})

    kata = (
        _("Rencana aksi diajukan; verifikator unit memeriksanya.")
        if mengajukan
        else _("Rencana aksi tersimpan.")
    )
    return _bertindak(request, akses, (tahun, slug, nomor), Tindakan.SUSUN_AKSI, lakukan, kata)


@berizin(Tindakan.VERIFIKASI_AKSI)
@require_POST
def verifikasi_aksi(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Find it right."""
    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        Tindakan.VERIFIKASI_AKSI,
        lambda dasar: services.verifikasi_aksi(**dasar),
        _("Rencana aksi diverifikasi; kini menunggu pimpinan unit."),
    )


@berizin(Tindakan.LIHAT_PERJANJIAN)
@require_POST
def setujui_aksi(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Approve: by the head, or by the substitute, whom only the service can tell."""
    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        Tindakan.LIHAT_PERJANJIAN,
        lambda dasar: services.setujui_aksi(**dasar),
        _("Rencana aksi disetujui; target periodenya berlaku."),
    )


@berizin(Tindakan.SETUJUI_AKSI)
@require_POST
def alihkan_aksi(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Pass the approval on to the named substitute."""
    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        Tindakan.SETUJUI_AKSI,
        lambda dasar: services.alihkan_aksi(**dasar),
        _("Persetujuan dialihkan; tugasnya ada pada pengganti yang ditunjuk."),
    )


@berizin(Tindakan.LIHAT_PERJANJIAN)
@require_POST
def kembalikan_aksi(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Send back with a reason: the verifier or the head, as the state has it."""
    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        Tindakan.LIHAT_PERJANJIAN,
        lambda dasar: services.kembalikan_aksi(**dasar, alasan=request.POST.get("alasan", "")),
        _("Rencana aksi dikembalikan kepada penyusun dengan alasan Anda."),
    )
