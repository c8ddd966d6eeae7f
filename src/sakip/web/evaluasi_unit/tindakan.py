"""Acts on an evaluation: post, then back to its page; a refused one shows what was typed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, Kesalahan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.evaluasi import selectors, services
from sakip.evaluasi.models import Evaluasi, Tingkat
from sakip.evaluasi.services import KriteriaKeluar, Penugasan
from sakip.evaluasi.services.alur import TINGKAT_PERAN
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, Sifat
from sakip.web.akses import Akses, berizin
from sakip.web.evaluasi_unit.halaman import halaman_evaluasi
from sakip.web.evaluasi_unit.lembar import halaman_lembar
from sakip.web.kiriman import versi_kiriman

BARIS_KRITERIA = 6


def _bertindak(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    slug: str,
    izin: Tindakan,
    lakukan: Callable[[Evaluasi, dict[str, Any]], object],
    berhasil: str,
    tingkat: str = "",
) -> HttpResponse:
    """Do one act; ``lakukan`` is given the evaluation and what every service asks for.

    A refusal shows the page it came from again: that of the sheet where ``tingkat`` is named.
    """
    unit = akses.unit(slug, izin)
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun).evaluasi
    try:
        lakukan(e, {**akses.dasar, "evaluasi": e.uuid, "versi": versi_kiriman(request)})
    except (IsianTidakSah, SyaratBelumTerpenuhi, VersiUsang) as galat:
        ditolak: dict[str, Any] = {"tolak": galat.pesan, "status": galat.status}
        if isinstance(galat, IsianTidakSah):
            ditolak["kesalahan"] = galat.kesalahan
        elif isinstance(galat, SyaratBelumTerpenuhi):
            ditolak["syarat"] = galat.syarat
        if tingkat:
            return halaman_lembar(request, akses, tahun, unit, tingkat, **ditolak)
        return halaman_evaluasi(request, akses, tahun, unit, **ditolak)
    messages.success(request, berhasil)
    return redirect("web:evaluasi_unit", akses.instansi.kode, tahun, slug)


@berizin(Tindakan.BUKA_EVALUASI)
@require_POST
def buka_semua_evaluasi(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Open the evaluations of all units in reach that are not open yet: all of them or none."""
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.BUKA_EVALUASI, jenis=PERANGKAT_DAERAH)
    belum = [
        b.unit for b in selectors.daftar_evaluasi(akses.lingkup, unit, tahun) if not b.evaluasi
    ]
    with transaction.atomic():
        for satu in belum:
            _buka(akses, tahun, satu.slug)
    messages.success(
        request,
        ngettext("Evaluasi %s unit dibuka.", "Evaluasi %s unit dibuka.", len(belum)) % len(belum),
    )
    return redirect("web:evaluasi", akses.instansi.kode, tahun)


def _buka(akses: Akses, tahun: int, slug: str) -> None:
    """Evaluated this year, or in the year measured when that lies ahead."""
    services.buka_evaluasi(
        **akses.dasar,
        unit=slug,
        tahun_kinerja=tahun,
        tahun_evaluasi=max(akses.lingkup.pada.year, tahun),
        sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
    )


@berizin(Tindakan.BUKA_EVALUASI)
@require_POST
def buka_evaluasi(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Open the evaluation of a unit's year."""
    unit = akses.unit(slug, Tindakan.BUKA_EVALUASI)
    try:
        _buka(akses, tahun, slug)
    except IsianTidakSah as galat:
        return halaman_evaluasi(
            request,
            akses,
            tahun,
            unit,
            tolak=galat.pesan,
            kesalahan=galat.kesalahan,
            status=galat.status,
        )
    messages.success(request, _("Evaluasi dibuka; unit mendapat tugas evaluasi mandiri."))
    return redirect("web:evaluasi_unit", akses.instansi.kode, tahun, slug)


@berizin(Tindakan.ISI_MANDIRI)
@require_POST
def ajukan_mandiri(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Hand in the self-evaluation."""
    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        Tindakan.ISI_MANDIRI,
        lambda _e, isi: services.ajukan_mandiri(**isi),
        _("Evaluasi mandiri diajukan."),
        Tingkat.MANDIRI,
    )


@berizin(Tindakan.TERBITKAN_SURAT_TUGAS)
@require_POST
def terbitkan_surat_tugas(
    request: HttpRequest, akses: Akses, tahun: int, slug: str
) -> HttpResponse:
    """Name the team."""

    def lakukan(_e: Evaluasi, isi: dict[str, Any]) -> None:
        services.terbitkan_surat_tugas(
            **isi,
            nomor=request.POST.get("nomor", ""),
            tanggal=_tanggal(request, "tanggal", _("Surat tugas tidak diterbitkan.")),
            tim=[
                Penugasan(int(pengguna), peran)
                for peran in TINGKAT_PERAN
                for pengguna in dict.fromkeys(request.POST.getlist(peran))
                if pengguna.isascii() and pengguna.isdigit() and len(pengguna) < 19
            ],
        )

    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        Tindakan.TERBITKAN_SURAT_TUGAS,
        lakukan,
        _("Surat tugas terbit; anggota tim mendapat tugasnya."),
    )


def _tanggal(request: HttpRequest, nama: str, pesan: str) -> date:
    try:
        return date.fromisoformat(request.POST.get(nama, ""))
    except ValueError as sebab:
        raise IsianTidakSah(pesan, (Kesalahan(nama, _("Isi tanggalnya.")),)) from sebab


@berizin(Tindakan.NILAI_EVALUASI)
@require_POST
def tetapkan_tidak_berlaku(
    request: HttpRequest, akses: Akses, tahun: int, slug: str
) -> HttpResponse:
    """Say which criteria do not apply; rows without a criterion are left out."""

    def lakukan(_e: Evaluasi, isi: dict[str, Any]) -> None:
        services.tetapkan_tidak_berlaku(
            **isi,
            kriteria=[
                KriteriaKeluar(
                    kode,
                    request.POST.get(f"{n}.alasan", ""),
                    request.POST.get(f"{n}.dasar", ""),
                )
                for n in range(BARIS_KRITERIA)
                if (kode := request.POST.get(f"{n}.kode", "").strip())
            ],
        )

    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        Tindakan.NILAI_EVALUASI,
        lakukan,
        _("Kriteria yang tidak berlaku tersimpan."),
    )


@berizin(Tindakan.NILAI_EVALUASI)
@require_POST
def selesaikan_lembar(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, tingkat: str
) -> HttpResponse:
    """Finish a tier's sheet."""
    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        Tindakan.NILAI_EVALUASI,
        lambda _e, isi: services.selesaikan_lembar(**isi, tingkat=tingkat),
        _("Lembar selesai dan diteruskan."),
        tingkat if tingkat in Tingkat.values else "",
    )


@berizin(Tindakan.SAMPAIKAN_NASKAH)
@require_POST
def sampaikan_naskah(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Send the provisional findings to the unit."""
    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        Tindakan.SAMPAIKAN_NASKAH,
        lambda _e, isi: services.sampaikan_naskah(**isi),
        _("Naskah hasil sementara disampaikan; unit mendapat waktu menanggapi."),
    )


@berizin(Tindakan.TANGGAPI_NASKAH)
@require_POST
def tanggapi_naskah(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """The head of the unit answers."""
    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        Tindakan.TANGGAPI_NASKAH,
        lambda _e, isi: services.tanggapi_naskah(
            **isi, tanggapan=request.POST.get("tanggapan", "")
        ),
        _("Tanggapan disampaikan."),
    )


@berizin(Tindakan.PANEL_EVALUASI)
@require_POST
def panelkan(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Close the panel."""
    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        Tindakan.PANEL_EVALUASI,
        lambda _e, isi: services.panelkan(**isi, catatan=request.POST.get("catatan", "")),
        _("Panel ditutup; LHE siap diterbitkan."),
        Tingkat.PANEL,
    )
