"""The performance report of a unit: what it will say, what is missing, and its way to hand-over."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.dokumen.laporan import pdf_laporan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.pelaporan import selectors, services
from sakip.pelaporan.models import KeadaanLaporan, LaporanKinerja
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis

TINDAKAN: dict[str, tuple[Callable[..., Any], Tindakan]] = {
    "ajukan": (services.ajukan_laporan, Tindakan.SUSUN_LAPORAN),
    "setujui": (services.setujui_laporan, Tindakan.SETUJUI_LAPORAN),
    "kembalikan": (services.kembalikan_laporan, Tindakan.SETUJUI_LAPORAN),
    "sampaikan": (services.sampaikan_laporan, Tindakan.SAMPAIKAN_LAPORAN),
}


@berizin(Tindakan.LIHAT_LAPORAN)
def laporan(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """A unit's report on a year. A POST opens it."""
    unit = akses.unit(slug, Tindakan.LIHAT_LAPORAN)
    if request.method == "POST":
        services.buka_laporan(
            **akses.dasar,
            unit=unit.slug,
            tahun=tahun,
            sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
        )
        return redirect("web:laporan", akses.instansi.kode, tahun, unit.slug)
    return _halaman(request, akses, tahun, unit)


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    unit: UnitTampak,
    *,
    tolak: str = "",
    salah: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page; after a refusal with the sentence and the reason that was typed."""
    daftar = selectors.daftar_laporan(akses.lingkup, unit, tahun)
    satu = daftar[0] if daftar else None
    isi = {
        "unit": unit,
        "tahun": tahun,
        "stasiun": garis(akses, unit, tahun),
        "laporan": satu,
        "batas": selectors.batas(unit, tahun),
        "pada": akses.lingkup.pada,
        "boleh_buka": satu is None
        and tahun < akses.lingkup.pada.year
        and akses.lingkup.boleh(Tindakan.SUSUN_LAPORAN, unit.jalur),
        "contoh": akses.instansi.contoh,
        "tolak": tolak,
        "salah": salah,
        "alasan": request.POST.get("alasan", ""),
    }
    if satu is not None:
        isi |= _isi(akses, unit, satu)
    return render(request, "web/laporan.html", isi, status=status)


def _isi(akses: Akses, unit: UnitTampak, satu: LaporanKinerja) -> dict[str, Any]:
    bagian = selectors.susunan_bagian(akses.lingkup, unit, satu, akses.lingkup.pada)
    terbuka = satu.keadaan in selectors.TERBUKA
    return {
        "bagian": bagian,
        "kosong_wajib": [b for b in bagian if b.wajib and (b.isi is None or not b.isi.teks)],
        "syarat": selectors.syarat_ajukan(akses.lingkup, satu) if terbuka else [],
        "alamat_syarat": {
            "pengukuran": akses.alamat("unit_tahun", satu.tahun, unit.slug),
            "bagian": "#bagian",
        },
        "riwayat": selectors.riwayat(akses.lingkup, unit, satu),
        "bergeser": selectors.angka_bergeser(akses.lingkup, unit, satu, akses.instansi.nama),
        "menulis": terbuka and akses.lingkup.boleh(Tindakan.SUSUN_LAPORAN, unit.jalur),
        "tindakan": _boleh(akses, unit, satu),
    }


def _boleh(akses: Akses, unit: UnitTampak, satu: LaporanKinerja) -> list[str]:
    """Acts that are possible from here for this visitor, the one that leads on first."""
    dari = {t.tindakan for t in selectors.ALUR_LAPORAN.tindakan_dari(satu.keadaan)}
    pengaju = {r.oleh_id for r in satu.riwayat.filter(tindakan="ajukan")}
    return [
        nama
        for nama, (_layanan, izin) in TINDAKAN.items()
        if nama in dari
        and akses.lingkup.boleh(izin, unit.jalur)
        and not (nama == "setujui" and akses.pengguna.pk in pengaju)
    ]


@berizin(Tindakan.LIHAT_LAPORAN)
@require_POST
def tindak_laporan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, tindakan: str
) -> HttpResponse:
    """One act on the report: hand up, approve, give back, hand in."""
    if tindakan not in TINDAKAN:
        raise Http404
    layanan, izin = TINDAKAN[tindakan]
    unit = akses.unit(slug, izin)
    satu = selectors.laporan_di_unit(akses.lingkup, unit, tahun, 1)
    isi = {"alasan": request.POST.get("alasan", "")} if tindakan == "kembalikan" else {}
    try:
        hasil = layanan(**akses.dasar, laporan=satu.uuid, versi=versi_kiriman(request), **isi)
    except (IsianTidakSah, VersiUsang, SyaratBelumTerpenuhi) as galat:
        salah = galat.kesalahan[0].pesan if galat.kesalahan else ""
        return _halaman(
            request, akses, tahun, unit, tolak=galat.pesan, salah=salah, status=galat.status
        )
    messages.success(request, _kabar(hasil))
    return redirect("web:laporan", akses.instansi.kode, tahun, unit.slug)


def _kabar(satu: LaporanKinerja) -> str:
    return {
        KeadaanLaporan.DIAJUKAN: _("Laporan diajukan kepada pimpinan unit."),
        KeadaanLaporan.DISETUJUI: _("Laporan disetujui; tinggal disampaikan."),
        KeadaanLaporan.DIKEMBALIKAN: _("Laporan dikembalikan kepada penyusunnya."),
        KeadaanLaporan.DISAMPAIKAN: _("Laporan disampaikan. Tanda terima: %s.") % satu.tanda_terima,
    }[KeadaanLaporan(satu.keadaan)]


@berizin(Tindakan.LIHAT_LAPORAN)
def pratinjau_laporan(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:  # noqa: ARG001
    """The draft as a PDF, from the figures of this moment; without number and check code."""
    unit = akses.unit(slug, Tindakan.LIHAT_LAPORAN)
    satu = selectors.laporan_di_unit(akses.lingkup, unit, tahun, 1)
    bahan = selectors.susun_bahan_laporan(
        akses.lingkup, satu, unit, instansi=akses.instansi.nama, tanggal=akses.lingkup.pada
    )
    nama = f"konsep-laporan-kinerja-{unit.slug}-{tahun}.pdf"
    return HttpResponse(
        pdf_laporan(bahan),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{nama}"'},
    )


@berizin(Tindakan.LIHAT_LAPORAN)
def bagian_laporan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, kode_bagian: str
) -> HttpResponse:
    """One part: last year's text beside this year's; a refused text stays in the form."""
    unit = akses.unit(slug, Tindakan.LIHAT_LAPORAN)
    satu = selectors.laporan_di_unit(akses.lingkup, unit, tahun, 1)
    bagian = selectors.bagian_laporan(akses.lingkup, unit, satu, kode_bagian, akses.lingkup.pada)
    isi: dict[str, Any] = {
        "teks": bagian.isi.teks if bagian.isi else "",
        "tanggapan": bagian.isi.tanggapan_kemiripan if bagian.isi else "",
        "versi": bagian.isi.versi if bagian.isi else 0,
        "galat": [],
    }
    status = 200
    if request.method == "POST":
        isi |= {k: request.POST.get(k, "") for k in ("teks", "tanggapan")}
        try:
            tersimpan = services.tulis_bagian(
                **akses.dasar,
                laporan=satu.uuid,
                kode=bagian.kode,
                teks=isi["teks"],
                tanggapan=isi["tanggapan"],
                versi=versi_kiriman(request),
            )
        except (IsianTidakSah, VersiUsang) as galat:
            status = galat.status
            isi["galat"] = [{"id": "id_teks", "pesan": galat.pesan}]
        else:
            messages.success(request, _("Bagian “%s” tersimpan.") % bagian.judul)
            if not selectors.BagianTampak(
                bagian.kode, bagian.judul, bagian.bab, "", bagian.wajib, tersimpan
            ).mirip:
                return redirect("web:laporan", akses.instansi.kode, tahun, unit.slug)
            return redirect(
                "web:bagian_laporan", akses.instansi.kode, tahun, unit.slug, bagian.kode
            )
    return render(
        request,
        "web/laporan_bagian.html",
        isi
        | {
            "unit": unit,
            "tahun": tahun,
            "bagian": bagian,
            "lalu": selectors.tahun_lalu(satu, bagian.kode),
            "menulis": satu.keadaan in selectors.TERBUKA
            and akses.lingkup.boleh(Tindakan.SUSUN_LAPORAN, unit.jalur),
            "contoh": akses.instansi.contoh,
        },
        status=status,
    )


@berizin(Tindakan.CETAK_MASSAL)
def cetak_massal(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Drafts of all units at once: asked for here, printed by the worker, found again any time."""
    if request.method == "POST":
        services.minta_cetak_massal(**akses.dasar, tahun=tahun)
        messages.success(request, _("Pencetakan dimulai; halaman ini boleh ditinggalkan."))
        return redirect("web:cetak_massal", akses.instansi.kode, tahun)
    return render(
        request,
        "web/cetak_massal.html",
        {
            "tahun": tahun,
            "pencetakan": selectors.pencetakan_terakhir(akses.lingkup, tahun),
            "contoh": akses.instansi.contoh,
        },
    )


@berizin(Tindakan.CETAK_MASSAL)
def unduh_cetakan(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:  # noqa: ARG001
    """The finished drafts in one archive."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_STORED) as arsip:
        for nama, isi in selectors.berkas_pencetakan(akses.lingkup, tahun):
            arsip.writestr(nama, isi)
    return HttpResponse(
        keluar.getvalue(),
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="konsep-laporan-kinerja-{tahun}.zip"'
        },
    )
