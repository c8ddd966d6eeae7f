"""A planning document in Excel: the workbook of a unit, its upload, foreign columns matched."""

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah, Kesalahan, TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.impor import selectors as impor_selectors
from sakip.impor import services as impor_services
from sakip.impor.tabel import bersih
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import selectors
from sakip.perencanaan.models import DokumenVersi, JenisDokumen
from sakip.perencanaan.selectors import DokumenTampak
from sakip.perencanaan.services import RencanaBaru, naskah_dari
from sakip.perencanaan.services.impor_rencana import DATAR, buku_kerja, kolom_lembar
from sakip.web.akses import Akses, berizin
from sakip.web.impor import baca_berkas
from sakip.web.kiriman import versi_kiriman
from sakip.web.rencana import sebut_versi
from sakip.web.stasiun import garis
from sakip.web.tabel import XLSX

TAHUN = re.compile(r"20[0-6][0-9]")
DISUSUN = tuple(j for j in JenisDokumen if j != JenisDokumen.RENAKSI)


@berizin(Tindakan.IMPOR_RENCANA)
def rencana_excel(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Download the workbook of a document, fill it, bring it back; or bring another's table."""
    unit = akses.unit(slug, Tindakan.IMPOR_RENCANA)
    if request.method != "POST":
        return _halaman(request, akses, unit, tahun)
    try:
        nama, isi = baca_berkas(request)
        bets = impor_services.import_pratinjau(
            **akses.dasar,
            jenis="rencana",
            nama_berkas=nama,
            isi=isi,
            opsi={
                "sifat": Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
                "format_angka": request.POST.get("format_angka", "kenali"),
                "mau": _dokumen_kiriman(request, akses, unit, tahun),
            },
        )
    except IsianTidakSah as galat:
        salah = galat.kesalahan or (Kesalahan("berkas", galat.pesan),)
        return _halaman(request, akses, unit, tahun, salah, galat.pesan)
    return redirect("web:impor", akses.instansi.kode, bets.uuid)


def _halaman(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    kesalahan: tuple[Kesalahan, ...] = (),
    pesan: str = "",
) -> HttpResponse:
    dokumen = selectors.daftar_dokumen(akses.lingkup, unit, tahun)
    return render(
        request,
        "web/rencana_excel.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "contoh": Sifat.CONTOH in {unit.sifat, *(d.dokumen.sifat for d in dokumen)},
            "dokumen": dokumen,
            "sebut": sebut_versi,
            "pilihan_dokumen": [
                *((str(d.dokumen.uuid), sebut_versi(d.versi[0])) for d in dokumen),
                ("", _("dokumen baru")),
            ],
            "pilihan_jenis": [(j.value, j.label) for j in DISUSUN],
            "dipilih": request.POST,
            "kesalahan": [{"id": f"id_{k.letak}", "pesan": k.pesan} for k in kesalahan],
            "pesan_galat": pesan,
        },
        status=422 if kesalahan else 200,
    )


def _dokumen_kiriman(
    request: HttpRequest, akses: Akses, unit: UnitTampak, tahun: int
) -> dict[str, Any]:
    """The document that a form names: one that is there, or a new one by its head."""
    dipilih = request.POST.get("dokumen", "")
    if dipilih:
        d = _dokumen(selectors.daftar_dokumen(akses.lingkup, unit, tahun), dipilih).dokumen
        return _kepala(unit, d.jenis, d.judul, d.tahun_mulai, d.tahun_selesai)
    return _kepala_baru(unit, request.POST, tahun)


def _kepala_baru(unit: UnitTampak, isi: Any, tahun: int) -> dict[str, Any]:
    jenis = isi.get("jenis_dokumen", JenisDokumen.RENJA)
    mulai, selesai = isi.get("tahun_mulai") or str(tahun), isi.get("tahun_selesai") or str(tahun)
    salah = {}
    if jenis not in {j.value for j in DISUSUN}:
        salah["jenis_dokumen"] = _("Pilih jenis dokumennya.")
    for nama, nilai in (("tahun_mulai", mulai), ("tahun_selesai", selesai)):
        if not TAHUN.fullmatch(nilai):
            salah[nama] = _("“%s” bukan tahun.") % nilai
    if not salah and not 0 <= int(selesai) - int(mulai) < 25:
        salah["tahun_selesai"] = _("Masa dokumen 1 sampai 25 tahun; periksa tahunnya.")
    if salah:
        raise IsianTidakSah.dari(_("Dokumennya belum jelas."), salah)
    label = JenisDokumen(jenis).label
    masa = mulai if mulai == selesai else f"{mulai}–{selesai}"
    judul = bersih(isi.get("judul_dokumen", ""))[:250] or f"{label} {masa}"
    return _kepala(unit, jenis, judul, int(mulai), int(selesai))


def _kepala(unit: UnitTampak, jenis: str, judul: str, mulai: int, selesai: int) -> dict[str, Any]:
    return {
        "unit": unit.slug,
        "jenis": str(jenis),
        "judul": judul,
        "tahun_mulai": mulai,
        "tahun_selesai": selesai,
    }


def _dokumen(semua: list[DokumenTampak], uuid: str) -> DokumenTampak:
    cocok = next((d for d in semua if str(d.dokumen.uuid) == uuid), None)
    if cocok is None:
        raise TidakDitemukan(_("Dokumen itu bukan dokumen unit ini."))
    return cocok


@berizin(Tindakan.IMPOR_RENCANA)
def templat_rencana(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """The workbook, filled with the last version of ``?dokumen=`` or empty for a new document."""
    unit = akses.unit(slug, Tindakan.IMPOR_RENCANA)
    dipilih = request.GET.get("dokumen", "")
    dari: DokumenVersi | None = None
    if dipilih:
        dari = _dokumen(selectors.daftar_dokumen(akses.lingkup, unit, tahun), dipilih).versi[0]
        naskah = naskah_dari(slug, selectors.pohon_versi(akses.lingkup, unit, dari, tahun))
    else:
        naskah = RencanaBaru(**_kepala_baru(unit, request.GET, tahun), simpul=())
    isi = buku_kerja(
        naskah,
        instansi=akses.instansi.kode,
        nama_unit=unit.nama,
        dari=str(dari.uuid) if dari else "",
        versi=str(dari.versi) if dari else "",
    )
    nama = f"{naskah.jenis}-{slug}-{naskah.tahun_mulai}.xlsx"
    return HttpResponse(
        isi, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{nama}"'}
    )


@berizin(Tindakan.LIHAT_IMPOR)
@require_POST
def petakan(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:
    """Match the columns of a foreign table, and check it under them."""
    bets = impor_selectors.bets_impor(akses.lingkup, uuid)
    versi = versi_kiriman(request)
    if bets.opsi.get("bentuk") != "asing":
        raise TidakDitemukan(_("Impor ini tidak mempunyai kolom yang perlu dicocokkan."))
    naskah = bets.opsi["naskah"]
    tahun = range(naskah["tahun_mulai"], naskah["tahun_selesai"] + 1)
    peta = {
        k: asing
        for k in kolom_lembar(DATAR, tahun)
        if (asing := request.POST.get(f"peta.{k}", "")) in bets.opsi["judul"]
    }
    impor_services.perbaiki_impor(
        **akses.dasar,
        bets=bets.uuid,
        versi=versi,
        sel={},
        opsi={
            "peta": peta,
            "terpetakan": "uraian" in peta,
            "induk": bersih(request.POST.get("induk", ""))[:60],
            "cara": "gabung" if request.POST.get("cara") == "gabung" else "ganti",
        },
    )
    if "uraian" not in peta:
        messages.error(request, _("Cocokkan sekurangnya kolom Uraian."))
    return redirect("web:impor", akses.instansi.kode, bets.uuid)
