"""Files that leave the system, and the public question whether one that came back is genuine."""

import hashlib
from uuid import UUID

from allauth.core.ratelimit import consume
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sakip.arsip import selectors
from sakip.arsip.isi import PDF
from sakip.arsip.kode import rapikan_kode
from sakip.arsip.models import Berkas
from sakip.arsip.selectors import DokumenPublik
from sakip.arsip.services import UKURAN_MAKS
from sakip.bersama.izin import Tindakan
from sakip.web.akses import Akses, berizin
from sakip.web.galat import terlalu_banyak
from sakip.web.perantara import KEBIJAKAN

KEBIJAKAN_BERKAS = f"{KEBIJAKAN}; sandbox"
# The viewer is an object with a style of its own; nothing else may come in.
KEBIJAKAN_PDF = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


@berizin(Tindakan.LIHAT_DOKUMEN)
@require_safe
def unduh_dokumen(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:  # noqa: ARG001
    """An issued document as it was issued."""
    dokumen = selectors.dokumen_menurut_uuid(akses.lingkup, uuid)
    return _unduhan(dokumen.berkas, f"{slugify(dokumen.judul)[:80]}-{dokumen.kode_periksa}.pdf")


@berizin(Tindakan.LIHAT_KINERJA)
@require_safe
def unduh_bukti(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:  # noqa: ARG001
    """A piece of evidence under the name it came with; a link leads to where it points."""
    bukti = selectors.bukti_menurut_uuid(akses.lingkup, uuid)
    if bukti.berkas is None:
        return HttpResponseRedirect(bukti.url)
    return _unduhan(bukti.berkas, bukti.nama_berkas)


@berizin(Tindakan.LIHAT_KINERJA)
@require_safe
def lihat_bukti(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:  # noqa: ARG001
    """A PDF in the browser's own viewer, so that ``#page=12`` opens the page; others are saved.

    Only what is a PDF by its bytes is shown, and only as one (``nosniff``): no viewer runs it as a
    page of ours. It may load nothing, send nothing and stand in no frame. ``sandbox`` is left out
    for it alone, since under it browsers refuse to open their viewer.
    """
    bukti = selectors.bukti_menurut_uuid(akses.lingkup, uuid)
    if bukti.berkas is None or bukti.berkas.jenis != PDF.mime:
        return redirect("web:unduh_bukti", akses.instansi.kode, uuid)
    return HttpResponse(
        bytes(bukti.berkas.isi),
        content_type=PDF.mime,
        headers={
            "Content-Disposition": content_disposition_header(
                as_attachment=False, filename=bukti.nama_berkas
            ),
            "Content-Security-Policy": KEBIJAKAN_PDF,
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _unduhan(berkas: Berkas, nama: str) -> HttpResponse:
    """Bytes to be saved, never shown as a page of ours: their content is not ours to trust."""
    return HttpResponse(
        bytes(berkas.isi),
        content_type=berkas.jenis,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=nama),
            "Content-Security-Policy": KEBIJAKAN_BERKAS,
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest) -> HttpResponse:
    """Ask about a document by its code, or by the file itself (hashed here, kept nowhere)."""
    if request.method == "POST":
        return _periksa_berkas(request)
    ketikan = request.GET.get("kode", "").strip()
    if not ketikan:
        return _formulir(request)
    kode = rapikan_kode(ketikan)
    if kode is None:
        return _formulir(request, ketikan=ketikan, salah_kode=_kata_salah(ketikan), status=422)
    return redirect("web:periksa_kode", kode)


@require_safe
def periksa_kode(request: HttpRequest, kode: str) -> HttpResponse:
    """What the paper with this code is, whose, and whether it still holds.

    Not counted: codes are too many to be guessed, and a whole office may look at one paper.
    """
    rapi = rapikan_kode(kode)
    if rapi is None:
        return _formulir(request, ketikan=kode, salah_kode=_kata_salah(kode), status=404)
    if rapi != kode:
        return redirect("web:periksa_kode", rapi)
    dokumen = selectors.dokumen_publik(rapi)
    if dokumen is None:
        return _formulir(
            request,
            ketikan=rapi,
            salah_kode=_("Tidak ada dokumen terbit dengan kode %s.") % rapi,
            status=404,
        )
    return _halaman(request, dokumen)


def _kata_salah(kode: str) -> str:
    return (
        _(
            "“%s” bukan kode periksa yang utuh. Salin sepuluh huruf dan angka dari bawah lembar, "
            "seperti ABCDE-FGHJK; angka 0 dan 1 serta huruf I, L dan O tidak pernah dipakai."
        )
        % (kode[:40])
    )


def _periksa_berkas(request: HttpRequest) -> HttpResponse:
    if not consume(request, action="periksa"):
        return terlalu_banyak(request)
    berkas = request.FILES.get("berkas")
    if berkas is None or not berkas.size:
        return _formulir(request, salah_berkas=_("Pilih berkas yang akan diperiksa."), status=422)
    if berkas.size > UKURAN_MAKS:
        pesan = _("Berkas lebih besar dari %s MB, jadi bukan dokumen yang terbit dari sini.")
        return _formulir(request, salah_berkas=pesan % (UKURAN_MAKS // 1_000_000), status=422)
    sidik = hashlib.sha256()
    for potongan in berkas.chunks():
        sidik.update(potongan)
    sha256 = sidik.hexdigest()
    if (dokumen := selectors.dokumen_bersidik(sha256)) is not None:
        return _halaman(request, dokumen, nama_berkas=berkas.name or "")
    if (dokumen := selectors.pindaian_bersidik(sha256)) is not None:
        return _halaman(request, dokumen, nama_berkas=berkas.name or "", pindaian=True)
    return _formulir(request, tak_dikenal={"nama": berkas.name or "", "sha256": sha256})


def _halaman(
    request: HttpRequest, dokumen: DokumenPublik, *, nama_berkas: str = "", pindaian: bool = False
) -> HttpResponse:
    with timezone.override(dokumen.zona):
        return render(
            request,
            "web/periksa_dokumen.html",
            {
                "dokumen": dokumen,
                "nama_berkas": nama_berkas,
                "pindaian": pindaian,
                "contoh": dokumen.contoh,
            },
        )


def _formulir(  # noqa: PLR0913 - what the form shows again
    request: HttpRequest,
    *,
    ketikan: str = "",
    salah_kode: str = "",
    salah_berkas: str = "",
    tak_dikenal: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    kesalahan = [
        {"id": f"id_{nama}", "pesan": pesan}
        for nama, pesan in (("kode", salah_kode), ("berkas", salah_berkas))
        if pesan
    ]
    return render(
        request,
        "web/periksa.html",
        {
            "ketikan": ketikan,
            "salah_kode": salah_kode,
            "salah_berkas": salah_berkas,
            "kesalahan": kesalahan,
            "tak_dikenal": tak_dikenal,
            "maks_mb": UKURAN_MAKS // 1_000_000,
        },
        status=status,
    )
