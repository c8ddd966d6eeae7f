"""Requests to change a target: the head of a unit asks, the planner answers."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah, selectors, services
from sakip.perencanaan.models import SebabUsul, UsulTarget
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis, pilihan_tahun

MAKNA = {
    UsulTarget.Keadaan.DIAJUKAN: "perlu_tindakan",
    UsulTarget.Keadaan.DITERIMA: "selesai",
    UsulTarget.Keadaan.DITOLAK: "belum_ada_data",
}


@berizin(Tindakan.LIHAT_RENCANA)
def usul_target(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Requests of a unit's year with their answers; the form of who may ask or answer."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    if request.method != "POST":
        return _halaman(request, akses, unit, tahun)
    akses.lingkup.wajib(Tindakan.USULKAN_TARGET, unit.jalur)
    isi = {k: request.POST.get(k, "") for k in ("indikator", "target", "sebab", "alasan")}
    try:
        services.usul_target(
            **akses.dasar,
            unit=slug,
            tahun=tahun,
            **isi,
        )
    except IsianTidakSah as galat:
        salah = galat.menurut_letak
        tolak = {"salah": salah, "isi": isi, "pesan": galat.pesan}
        return _halaman(request, akses, unit, tahun, tolak=tolak, status=galat.status)
    messages.success(request, _("Usul diajukan kepada perencana daerah."))
    return redirect("web:usul_target", akses.instansi.kode, tahun, slug)


@berizin(Tindakan.PUTUSKAN_TARGET)
@require_POST
def putuskan_target(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Answer a request; what bars the answer is said at its form."""
    unit = akses.unit(slug, Tindakan.PUTUSKAN_TARGET)
    usul = selectors.usul_menurut_uuid(akses.lingkup, unit, uuid)
    isi = {k: request.POST.get(k, "") for k in ("putusan", "alasan", "dasar", "tanggal")}
    try:
        services.putuskan_target(
            **akses.dasar,
            usul=usul.uuid,
            versi=versi_kiriman(request),
            terima=isi["putusan"] == "terima",
            alasan=isi["alasan"],
            dasar=isi["dasar"],
            tanggal=_hari(isi["tanggal"]),
        )
    except (IsianTidakSah, SyaratBelumTerpenuhi, VersiUsang) as galat:
        tolak = {
            "uuid": str(uuid),
            "pesan": galat.pesan,
            "salah": galat.menurut_letak,
            "isi": isi,
        }
        return _halaman(request, akses, unit, tahun, tolak=tolak, status=galat.status)
    messages.success(
        request,
        _("Usul diterima; versi perubahan sudah ditetapkan.")
        if isi["putusan"] == "terima"
        else _("Usul ditolak; alasannya tersimpan."),
    )
    return redirect("web:usul_target", akses.instansi.kode, tahun, slug)


def _hari(teks: str) -> date | None:
    if not teks:
        return None
    try:
        return date.fromisoformat(teks)
    except ValueError as sebab:
        raise IsianTidakSah.dari(
            _("Putusan tidak dicatat."), {"tanggal": _("Pilih tanggalnya.")}
        ) from sebab


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    *,
    tolak: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    daftar = selectors.daftar_usul(akses.lingkup, unit, tahun)
    mengusul = akses.lingkup.boleh(Tindakan.USULKAN_TARGET, unit.jalur)
    versi = selectors.versi_berlaku(akses.lingkup, unit, tahun)
    target = []
    if mengusul and versi is not None:
        semua = selectors.target_tahunan(akses.lingkup, unit, versi, tahun)
        target = [(t.kode, f"{t.nama} ({t.teks})") for t in semua]
    return render(
        request,
        "web/usul_target.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "usul_target", unit, tahun),
            "contoh": bool(versi and versi.dokumen.sifat == Sifat.CONTOH),
            "daftar": daftar,
            "menunggu": sum(u.keadaan == UsulTarget.Keadaan.DIAJUKAN for u in daftar),
            "mengusul": mengusul,
            "memutuskan": akses.lingkup.boleh(Tindakan.PUTUSKAN_TARGET, unit.jalur),
            "target": target,
            "versi": versi,
            "sebab": SebabUsul.choices,
            "mutasi_cukup": kaidah.mutasi_mengubah_target(akses.lingkup.pada),
            "makna": MAKNA,
            "tolak": tolak or {"salah": {}, "isi": {}},
            "pengguna_id": akses.pengguna.pk,
            "pada": akses.lingkup.pada,
        },
        status=status,
    )
