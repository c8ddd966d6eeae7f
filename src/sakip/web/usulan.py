"""Proposals for a year's plan: the unit records them, the planner answers one by one."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, Kesalahan, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah, selectors, services
from sakip.perencanaan.models import AsalUsulan, KeadaanUsulan, UsulanKegiatan
from sakip.perencanaan.services import UsulanBaru
from sakip.tampilan.format import angka
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis, pilihan_tahun

MAKNA = {
    KeadaanUsulan.DICATAT: "perlu_tindakan",
    KeadaanUsulan.MASUK: "selesai",
    KeadaanUsulan.DITUNDA: "sementara",
    KeadaanUsulan.DITOLAK: "belum_ada_data",
    KeadaanUsulan.DITARIK: "belum_ada_data",
}
KOLOM = ("uraian", "lokasi", "pengusul", "prioritas", "rupiah")


@berizin(Tindakan.LIHAT_RENCANA)
def usulan(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Proposals of one unit for a year; those who may record them paste a list from Excel."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    if request.method != "POST":
        return _halaman(request, akses, unit, tahun)
    akses.lingkup.wajib(Tindakan.CATAT_USULAN, unit.jalur)
    isi = {k: request.POST.get(k, "") for k in ("asal", "daftar")}
    try:
        baru = services.catat_usulan(
            **akses.dasar,
            unit=slug,
            tahun=tahun,
            daftar=_baca(isi["daftar"], isi["asal"]),
            sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
        )
    except IsianTidakSah as galat:
        tolak = {"salah": [f"{k.letak}: {k.pesan}" for k in galat.kesalahan], "isi": isi}
        return _halaman(request, akses, unit, tahun, tolak=tolak, status=galat.status)
    messages.success(
        request,
        ngettext("%s usulan dicatat.", "%s usulan dicatat.", len(baru)) % angka(len(baru)),
    )
    return redirect("web:usulan", akses.instansi.kode, tahun, slug)


@berizin(Tindakan.LIHAT_RENCANA)
def usulan_pemda(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Proposals of all units in reach, to be answered one after the other."""
    unit = organisasi.daftar_unit(
        akses.lingkup, Tindakan.LIHAT_RENCANA, jenis=PERANGKAT_DAERAH, tahun=tahun
    )
    keadaan = request.GET.get("keadaan", "")
    semua = selectors.daftar_usulan(akses.lingkup, unit, tahun)
    menurut_unit: dict[int, list[UsulanKegiatan]] = {}
    for u in semua:
        menurut_unit.setdefault(u.unit_id, []).append(u)
    return render(
        request,
        "web/usulan_pemda.html",
        {
            "tahun": tahun,
            "contoh": akses.instansi.contoh,
            "baris": [
                (u, milik, selectors.serapan_usulan(milik))
                for u in unit
                if (milik := menurut_unit.get(u.id, []))
                and (not keadaan or any(x.keadaan == keadaan for x in milik))
            ],
            "banyak": len(semua),
            "menunggu": sum(u.keadaan == KeadaanUsulan.DICATAT for u in semua),
            "pilihan_keadaan": [("", _("Semua keadaan")), *KeadaanUsulan.choices],
            "keadaan": keadaan,
        },
    )


@berizin(Tindakan.PUTUSKAN_USULAN)
@require_POST
def putuskan_usulan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Answer a proposal; what bars the answer is said at its form."""
    unit = akses.unit(slug, Tindakan.PUTUSKAN_USULAN)
    baris = selectors.usulan_menurut_uuid(akses.lingkup, unit, uuid)
    isi = {k: request.POST.get(k, "") for k in ("tindakan", "pemuat", "kode", "alasan")}
    try:
        services.putuskan_usulan(
            **akses.dasar,
            usulan=baris.uuid,
            versi=versi_kiriman(request),
            **isi,
        )
    except (IsianTidakSah, SyaratBelumTerpenuhi, PerpindahanTidakSah, VersiUsang) as galat:
        return _halaman(
            request,
            akses,
            unit,
            tahun,
            tolak={"uuid": str(uuid), "pesan": galat.kalimat, "isi": isi},
            status=galat.status,
        )
    messages.success(request, _("Putusan atas usulan tercatat."))
    return redirect("web:usulan", akses.instansi.kode, tahun, slug)


@berizin(Tindakan.CATAT_USULAN)
@require_POST
def tarik_usulan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Take back a proposal that was not answered yet."""
    unit = akses.unit(slug, Tindakan.CATAT_USULAN)
    baris = selectors.usulan_menurut_uuid(akses.lingkup, unit, uuid)
    isi = {"alasan": request.POST.get("alasan", "")}
    try:
        services.tarik_usulan(
            **akses.dasar,
            usulan=baris.uuid,
            versi=versi_kiriman(request),
            **isi,
        )
    except (IsianTidakSah, PerpindahanTidakSah, VersiUsang) as galat:
        return _halaman(
            request,
            akses,
            unit,
            tahun,
            tolak={"uuid": str(uuid), "pesan": galat.kalimat, "isi": isi},
            status=galat.status,
        )
    messages.success(request, _("Usulan ditarik; ia tetap tercatat."))
    return redirect("web:usulan", akses.instansi.kode, tahun, slug)


def _baca(teks: str, asal: str) -> list[UsulanBaru]:
    """Lines as they are pasted from a sheet: columns with a tab between, or one text alone."""
    hasil: list[UsulanBaru] = []
    salah: list[Kesalahan] = []
    for n, baris in enumerate((b for b in teks.splitlines() if b.strip()), 1):
        sel = dict(zip(KOLOM, (s.strip() for s in baris.split("\t")), strict=False))
        letak = _("usulan %s") % n
        prioritas = _angka(sel.get("prioritas", ""), letak, _("Prioritas"), salah)
        if prioritas is not None and prioritas != int(prioritas):
            salah.append(Kesalahan(letak, _("Prioritas ditulis sebagai bilangan bulat.")))
            prioritas = None
        hasil.append(
            UsulanBaru(
                uraian=sel["uraian"],
                asal=asal,
                lokasi=sel.get("lokasi", ""),
                pengusul=sel.get("pengusul", ""),
                prioritas=None if prioritas is None else int(prioritas),
                rupiah=_angka(sel.get("rupiah", ""), letak, _("Rupiah"), salah),
            )
        )
    if salah:
        raise IsianTidakSah(_("Usulan tidak dicatat."), tuple(salah))
    return hasil


def _angka(teks: str, letak: str, kolom: str, salah: list[Kesalahan]) -> Decimal | None:
    teks = teks.removeprefix("Rp").strip()
    if not teks or teks == "-":
        return None
    try:
        nilai = kaidah.baca_target(teks, jenis="bilangan", arah="naik_baik").nilai
    except kaidah.MasukanSalah as sebab:
        salah.append(Kesalahan(letak, f"{kolom}: {kaidah.terjemah(sebab.kalimat)}"))
        return None
    return nilai


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    *,
    tolak: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    daftar = selectors.daftar_usulan(akses.lingkup, [unit], tahun)
    memutuskan = akses.lingkup.boleh(Tindakan.PUTUSKAN_USULAN, unit.jalur)
    pemuat = []
    if memutuskan:
        semua = organisasi.daftar_unit(
            akses.lingkup, Tindakan.LIHAT_RENCANA, jenis=PERANGKAT_DAERAH
        )
        pemuat = [(u.slug, u.nama) for u in semua]
    return render(
        request,
        "web/usulan.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "usulan", unit, tahun),
            "contoh": any(u.sifat == Sifat.CONTOH for u in daftar),
            "daftar": daftar,
            "serapan": selectors.serapan_usulan(daftar),
            "mencatat": akses.lingkup.boleh(Tindakan.CATAT_USULAN, unit.jalur),
            "memutuskan": memutuskan,
            "pemuat": pemuat,
            "asal": AsalUsulan.choices,
            # One form at a time: a Musrenbang has dozens of proposals.
            "dibuka": (tolak or {}).get("uuid") or request.GET.get("buka", ""),
            "makna": MAKNA,
            "tolak": tolak or {"salah": [], "isi": {}},
        },
        status=status,
    )
