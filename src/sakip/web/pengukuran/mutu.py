"""Warnings of a sheet: what its page shows of them, and answers as they come in."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.bersama.galat import GalatLayanan, IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.selectors import LembarTampak
from sakip.pengukuran.selectors.lampu import lampu_lembar, utang_pengampu
from sakip.pengukuran.services import AlamatLembar
from sakip.pengukuran.services import jawab_temuan as layanan_jawab
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import baca_versi, tidak_lengkap


def isi_mutu(akses: Akses, unit: UnitTampak, tahun: int, x: LembarTampak) -> dict[str, Any]:
    """Lights, who owes figures, and where warnings and conditions lead. No query."""
    tempat = (tahun, unit.slug, x.periode.nomor)
    mengajukan = x.sunting and akses.lingkup.boleh(Tindakan.AJUKAN_PENGUKURAN, unit.jalur)
    return {
        "lampu": lampu_lembar(x, tahun, x.syarat) if mengajukan and x.lembar else [],
        "utang": utang_pengampu(x) if mengajukan else [],
        "sasaran": {
            "rencana_aksi": akses.alamat("aksi", tahun, unit.slug),
            "bukti": "#bukti",
            "mutu": "#mutu-lembar",
        },
        "url_mutu": {
            "jawab": akses.alamat("jawab_temuan", *tempat),
            "tandai": akses.alamat("tandai_angka", *tempat),
        },
    }


def simpan_jawaban(request: HttpRequest, akses: Akses, alamat: AlamatLembar) -> int:
    """Save the answers that came with a sheet; how many.

    A value that was changed in the same form takes its old question with it: that answer is passed
    over, and what is asked now holds the sheet up until it is answered.
    """
    banyak = 0
    for sidik in request.POST.getlist("temuan"):
        jawaban = _jawaban(request, sidik)
        if not jawaban or jawaban == request.POST.get(f"jawab_lama.{sidik}", ""):
            continue
        try:
            _simpan(request, akses, alamat, sidik)
        except PerpindahanTidakSah:
            continue
        except (IsianTidakSah, VersiUsang) as galat:
            kata = _("Jawaban “%(jawaban)s” tidak disimpan. %(sebab)s")
            messages.error(request, kata % {"jawaban": jawaban, "sebab": _sebab(galat)})
        else:
            banyak += 1
    return banyak


def _jawaban(request: HttpRequest, sidik: str) -> str:
    return request.POST.get(f"jawab.{sidik}", "").replace("\r\n", "\n").strip()


def _sebab(galat: GalatLayanan) -> str:
    if isinstance(galat, IsianTidakSah) and galat.kesalahan:
        return next(iter(galat.menurut_letak.values()))
    return galat.pesan


def _simpan(request: HttpRequest, akses: Akses, alamat: AlamatLembar, sidik: str) -> None:
    layanan_jawab(
        **akses.dasar,
        alamat=alamat,
        sidik=sidik,
        jawaban=_jawaban(request, sidik),
        versi=baca_versi(request.POST.get(f"versi_temuan.{sidik}", "")),
    )


@berizin(Tindakan.ISI_PENGUKURAN)
@require_POST
def jawab_temuan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """An answer as its field is left; without a script, from a form of its own."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    alamat = AlamatLembar(slug, tahun, triwulan)
    sidik = request.POST.get("temuan", "")
    if not sidik:
        raise tidak_lengkap()
    salah = ""
    try:
        _simpan(request, akses, alamat, sidik)
    except GalatLayanan as galat:
        if not request.headers.get("HX-Request"):
            raise
        salah = _sebab(galat)
    if not request.headers.get("HX-Request"):
        return redirect("web:lembar_pengukuran", akses.instansi.kode, tahun, slug, triwulan)
    x = selectors.lembar_unit(akses.lingkup, unit, tahun, triwulan)
    t = next((t for t in x.mutu.temuan if t.sidik == sidik), None) if x.mutu else None
    # A refusal is said in the very field, so it is an answer to be shown like any other (200).
    return render(
        request,
        "web/mutu_jawab.html",
        {
            "t": t,
            "b": next((b for b in x.baris if t and b.kode == t.objek), None),
            "alamat": akses.alamat("jawab_temuan", tahun, slug, triwulan),
            "salah": salah,
            "nilai": _jawaban(request, sidik) if salah else None,
        },
    )
