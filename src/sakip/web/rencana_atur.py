"""Arranging the tree of a konsep: move, split, merge, clone, take out, and undo.

One page a node holds a plain form for each act. Dragging and the keyboard send the form of the
first one; what is refused there is said above the tree, which stays as it is.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.bersama.galat import (
    GalatLayanan,
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import selectors, services
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import Konsep, RencanaBaru
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import baca_versi, tidak_lengkap
from sakip.web.rencana import catat_kabar, halaman_rencana, sebut_versi
from sakip.web.rencana_atur_isi import isi_atur, sebut_simpul
from sakip.web.stasiun import garis

Kerja = Callable[[dict[str, Any]], DokumenVersi]


@berizin(Tindakan.SUSUN_RENCANA)
def atur_simpul(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Everything that can be done with the branch that ``?kode=`` names, or with the first one."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    return _halaman(request, akses, unit, tahun, versi, request.GET.get("kode", ""))


def _halaman(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    versi: UUID,
    kode: str,
    tolak: IsianTidakSah | None = None,
) -> HttpResponse:
    baris, naskah = _naskah(akses, unit, versi)
    if baris.ditetapkan is not None:
        raise services.sudah_ditetapkan(baris)
    kode = kode or naskah.simpul[0].kode
    if kode not in {s.kode for s in naskah.simpul}:
        raise TidakDitemukan(_("Simpul “%s” tidak ada di dokumen ini.") % kode)
    salah = tolak.menurut_letak if tolak else {}
    isi = {
        "unit": unit,
        "tahun": tahun,
        "stasiun": garis(akses, unit, tahun),
        "contoh": akses.instansi.contoh,
        "versi": baris,
        "sebut": sebut_versi(baris),
        "tolak": tolak.pesan if tolak else "",
        "salah": defaultdict(str, salah),
        "kesalahan": [{"id": None, "pesan": k.pesan} for k in tolak.kesalahan] if tolak else [],
        "ketikan": request.POST,
        "alamat": akses.alamat("rencana", tahun, unit.slug) + f"{versi}/",
        **isi_atur(akses, naskah, kode, request.GET, tahun),
    }
    return render(request, "web/rencana_atur.html", isi, status=422 if tolak else 200)


def _naskah(akses: Akses, unit: UnitTampak, versi: UUID) -> tuple[DokumenVersi, RencanaBaru]:
    baris = selectors.versi_dokumen(akses.lingkup, unit, versi)
    pohon = selectors.pohon_versi(akses.lingkup, unit, baris, baris.dokumen.tahun_selesai)
    return baris, services.naskah_dari(unit.slug, pohon)


@berizin(Tindakan.SUSUN_RENCANA)
@require_POST
def pindah_simpul(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Move a branch; also sent by dragging and by the keys of the tree."""
    kirim = request.POST
    letak = kirim.get("letak", "")

    def kerja(dasar: dict[str, Any]) -> DokumenVersi:
        return services.pindahkan_simpul(
            **dasar,
            simpul=kirim.get("kode", ""),
            induk=kirim.get("induk") or None,
            letak=baca_versi(letak) if letak else None,
        )

    return _lakukan(request, akses, tahun, slug, versi, kerja, _("“%s” dipindahkan."))


@berizin(Tindakan.SUSUN_RENCANA)
@require_POST
def pecah_simpul(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Split a node."""
    kirim = request.POST

    def kerja(dasar: dict[str, Any]) -> DokumenVersi:
        return services.pecah_simpul(
            **dasar,
            simpul=kirim.get("kode", ""),
            kode_baru=kirim.get("kode_baru", "").strip(),
            uraian=kirim.get("uraian", ""),
            anak=tuple(kirim.getlist("anak")),
            indikator=tuple(kirim.getlist("indikator")),
        )

    return _lakukan(request, akses, tahun, slug, versi, kerja, _("“%s” dipecah."))


@berizin(Tindakan.SUSUN_RENCANA)
@require_POST
def gabung_simpul(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Merge another node into this one."""
    kirim = request.POST

    def kerja(dasar: dict[str, Any]) -> DokumenVersi:
        return services.gabung_simpul(
            **dasar, simpul=kirim.get("kode", ""), dari=kirim.get("dari", "")
        )

    return _lakukan(
        request, akses, tahun, slug, versi, kerja, _("Simpul lain digabung ke dalam “%s”.")
    )


@berizin(Tindakan.SUSUN_RENCANA)
@require_POST
def buang_simpul(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Take a branch out of the konsep."""
    kode = request.POST.get("kode", "")

    def kerja(dasar: dict[str, Any]) -> DokumenVersi:
        return services.buang_simpul(**dasar, simpul=kode)

    return _lakukan(request, akses, tahun, slug, versi, kerja, _("“%s” dibuang dari konsep."))


@berizin(Tindakan.SUSUN_RENCANA)
@require_POST
def klon_simpul(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Copy a branch of another tree to this node, or beside it."""
    kirim = request.POST
    try:
        asal = UUID(kirim.get("asal_versi", ""))
    except ValueError as sebab:
        raise tidak_lengkap() from sebab

    def kerja(dasar: dict[str, Any]) -> DokumenVersi:
        return services.klon_simpul(
            **dasar,
            asal_unit=kirim.get("asal_unit", ""),
            asal_versi=asal,
            simpul=kirim.get("simpul", ""),
            induk=kirim.get("induk") or None,
        )

    return _lakukan(request, akses, tahun, slug, versi, kerja, _("Cabang disalin ke dekat “%s”."))


def _lakukan(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    slug: str,
    versi: UUID,
    kerja: Kerja,
    kabar: str,
) -> HttpResponse:
    """Do it and go back to the node; refusals are said where they were caused."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    kode = request.POST.get("kode", "")
    _baris, sebelum = _naskah(akses, unit, versi)
    try:
        hasil = kerja(_dasar(akses, slug, versi, request))
    except IsianTidakSah as galat:
        if "dari_pohon" in request.POST or not galat.kesalahan:
            return _di_pohon(request, akses, unit, tahun, versi, galat)
        return _halaman(request, akses, unit, tahun, versi, kode, galat)
    except (VersiUsang, PerpindahanTidakSah) as galat:
        return _di_pohon(request, akses, unit, tahun, versi, galat)
    catat_kabar(request, hasil, kabar % sebut_simpul(sebelum, kode))
    return _ke_simpul(akses, tahun, slug, hasil, kode)


def _dasar(akses: Akses, slug: str, versi: UUID, request: HttpRequest) -> dict[str, Any]:
    nomor = baca_versi(request.POST.get("nomor_versi", ""))
    return {
        **akses.dasar,
        "konsep": Konsep(slug, versi, nomor),
    }


def _di_pohon(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    versi: UUID,
    galat: GalatLayanan,
) -> HttpResponse:
    """The tree as it stands now, with the refusal above it."""
    pesan = galat.kalimat
    tolak = {"pesan": pesan, "versi": str(versi)}
    return halaman_rencana(request, akses, unit, tahun, tolak=tolak, status=galat.status)


def _ke_simpul(akses: Akses, tahun: int, slug: str, versi: DokumenVersi, kode: str) -> HttpResponse:
    alamat = akses.alamat("rencana", tahun, slug)
    return redirect(f"{alamat}?versi={versi.uuid}#s-{quote(kode)}")


@berizin(Tindakan.SUSUN_RENCANA)
@require_POST
def urungkan_rencana(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Make the konsep what it was before it was last written."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    try:
        hasil = services.urungkan_rencana(**_dasar(akses, slug, versi, request))
    except (VersiUsang, PerpindahanTidakSah) as galat:
        return _di_pohon(request, akses, unit, tahun, versi, galat)
    catat_kabar(request, hasil, _("Perubahan terakhir diurungkan."))
    return _ke_simpul(akses, tahun, slug, hasil, request.POST.get("kode", ""))
