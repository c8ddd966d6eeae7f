"""Acts on agreements: each address asks its own leave, calls one service, and goes back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, Kesalahan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.perjanjian import selectors, services
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.perjanjian.halaman import halaman_daftar, halaman_satu, kata_berhasil
from sakip.web.perjanjian.kata import kurang


def hari_kiriman(request: HttpRequest, nama: tuple[str, ...]) -> dict[str, date]:
    """Days of these fields; all that cannot be read come back at once."""
    hari, salah = {}, {}
    for satu in nama:
        try:
            hari[satu] = date.fromisoformat(request.POST.get(satu, ""))
        except ValueError:
            salah[satu] = _("Pilih tanggalnya.")
    if salah:
        raise IsianTidakSah.dari(_("Tanggal belum lengkap."), salah)
    return hari


@berizin(Tindakan.SUSUN_PERJANJIAN)
@require_POST
def susun_perjanjian(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Draw up an agreement; on refusal the list comes back with what is missing."""
    unit = akses.unit(slug, Tindakan.SUSUN_PERJANJIAN)
    isi = {k: request.POST.get(k, "") for k in ("sebab", "alasan")}
    try:
        pk = services.susun_perjanjian(**akses.dasar, unit=slug, tahun=tahun, **isi)
    except (IsianTidakSah, SyaratBelumTerpenuhi) as galat:
        syarat = galat.syarat if isinstance(galat, SyaratBelumTerpenuhi) else ()
        return halaman_daftar(
            request,
            akses,
            tahun,
            slug,
            isian=isi
            | {
                "tolak": galat.pesan,
                "salah": galat.menurut_letak,
                "syarat": kurang(akses, unit, tahun, syarat),
            },
            status=galat.status,
        )
    messages.success(request, kata_berhasil("susun"))
    return redirect("web:satu_perjanjian", akses.instansi.kode, tahun, slug, pk.nomor)


def _bertindak(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tempat: tuple[int, str, int],
    izin: Tindakan,
    kode: str,
    layanan: Callable[..., Any],
    *,
    tambahan: Callable[[], dict[str, Any]] = dict,
) -> HttpResponse:
    """Do one act on an agreement; what bars it is said on the page itself."""
    tahun, slug, nomor = tempat
    unit = akses.unit(slug, izin)
    pk = selectors.satu_perjanjian(akses.lingkup, unit, tahun, nomor)
    try:
        layanan(
            **akses.dasar,
            perjanjian=pk.uuid,
            versi=versi_kiriman(request),
            **tambahan(),
        )
    except (SyaratBelumTerpenuhi, IsianTidakSah, VersiUsang) as galat:
        salah: tuple[Kesalahan, ...] = galat.kesalahan
        return halaman_satu(
            request,
            akses,
            unit,
            pk,
            tolak=galat.pesan,
            syarat=galat.syarat if isinstance(galat, SyaratBelumTerpenuhi) else (),
            kesalahan=salah,
            ketikan={k: str(v) for k, v in request.POST.items()} | {"tindakan": kode},
            status=galat.status,
        )
    messages.success(request, kata_berhasil(kode))
    return redirect("web:satu_perjanjian", akses.instansi.kode, tahun, slug, nomor)


@berizin(Tindakan.SUSUN_PERJANJIAN)
@require_POST
def ajukan_perjanjian(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Hand in for telaah."""
    izin = Tindakan.SUSUN_PERJANJIAN
    return _bertindak(
        request, akses, (tahun, slug, nomor), izin, "ajukan", services.ajukan_perjanjian
    )


@berizin(Tindakan.SUSUN_PERJANJIAN)
@require_POST
def tarik_ulang_perjanjian(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Draw the lines again from plan and budget."""
    izin = Tindakan.SUSUN_PERJANJIAN
    return _bertindak(
        request, akses, (tahun, slug, nomor), izin, "tarik_ulang", services.tarik_ulang_perjanjian
    )


@berizin(Tindakan.TELAAH_PERJANJIAN)
@require_POST
def telaah_perjanjian(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Find it fit to be signed."""
    izin = Tindakan.TELAAH_PERJANJIAN
    return _bertindak(
        request, akses, (tahun, slug, nomor), izin, "telaah", services.telaah_perjanjian
    )


@berizin(Tindakan.TELAAH_PERJANJIAN)
@require_POST
def kembalikan_perjanjian(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Send back with a reason."""
    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        Tindakan.TELAAH_PERJANJIAN,
        "kembalikan",
        services.kembalikan_perjanjian,
        tambahan=lambda: {"alasan": request.POST.get("alasan", "")},
    )


@berizin(Tindakan.TANDATANGANI_PERTAMA)
@require_POST
def tandatangani_pertama(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Sign as Pihak Pertama."""
    izin = Tindakan.TANDATANGANI_PERTAMA
    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        izin,
        "tandatangani_pertama",
        services.tandatangani_pertama,
    )


@berizin(Tindakan.UNGGAH_PINDAIAN)
@require_POST
def terbitkan_naskah(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Issue the paper to be signed by hand."""
    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        Tindakan.UNGGAH_PINDAIAN,
        "terbitkan_naskah",
        services.terbitkan_naskah_perjanjian,
        tambahan=lambda: hari_kiriman(request, ("tanggal",)),
    )


@berizin(Tindakan.UNGGAH_PINDAIAN)
@require_POST
def catat_kertas(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Record the signatures on paper with their scan."""

    def isi() -> dict[str, Any]:
        berkas = request.FILES.get("berkas")
        if berkas is None:
            raise IsianTidakSah.dari(
                _("Pindaian belum dipilih."), {"berkas": _("Pilih berkas pindaiannya.")}
            )
        return {
            **hari_kiriman(request, ("tanggal_pertama", "tanggal_kedua")),
            "nama_berkas": berkas.name or "",
            "isi": berkas.read(),
            "kode_diketik": request.POST.get("kode", ""),
        }

    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        Tindakan.UNGGAH_PINDAIAN,
        "catat_kertas",
        services.catat_perjanjian_kertas,
        tambahan=isi,
    )


@berizin(Tindakan.TANDATANGANI_KEDUA)
@require_POST
def tandatangani_kedua(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """Sign this one as Pihak Kedua."""
    return _bertindak(
        request,
        akses,
        (tahun, slug, nomor),
        Tindakan.TANDATANGANI_KEDUA,
        "tandatangani_kedua",
        _satu_kedua,
    )


def _satu_kedua(**isi: Any) -> object:
    pasangan = (isi.pop("perjanjian"), isi.pop("versi"))
    return services.tandatangani_kedua(**isi, perjanjian=[pasangan])
