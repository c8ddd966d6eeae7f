"""The LHE: what it will say, its issue, and its paper."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.alur.mesin import SyaratBelum, SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, Kesalahan, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.dokumen.lhe import pdf_lhe
from sakip.evaluasi import kaidah, selectors, services
from sakip.evaluasi.models import KeadaanEvaluasi
from sakip.evaluasi.services.surat import bahan_lhe, nilai_panel
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.web.akses import Akses, berizin
from sakip.web.evaluasi_unit.kata import kalimat_jarak, kurang, ringkas, temuan
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis

K = KeadaanEvaluasi
RENCANA_BAWAAN = timedelta(days=21)  # what the letter usually gives; the issuer changes it


@berizin(Tindakan.LIHAT_EVALUASI)
def lhe(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """The LHE as it is, or as it will be; posting issues it."""
    unit = akses.unit(slug, Tindakan.LIHAT_EVALUASI)
    if request.method == "POST":
        return _terbitkan(request, akses, tahun, slug)
    return _halaman(request, akses, tahun, unit)


def _terbitkan(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    unit = akses.unit(slug, Tindakan.TERBITKAN_LHE)
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    try:
        services.terbitkan_lhe(
            **akses.dasar,
            evaluasi=e.evaluasi.uuid,
            versi=versi_kiriman(request),
            nomor=request.POST.get("nomor", ""),
            tenggat_rencana=_tanggal(request.POST.get("tenggat_rencana", "")),
        )
    except SyaratBelumTerpenuhi as galat:
        return _halaman(
            request, akses, tahun, unit, tolak=galat.pesan, syarat=galat.syarat, status=409
        )
    except IsianTidakSah as galat:
        return _halaman(
            request, akses, tahun, unit, tolak=galat.pesan, kesalahan=galat.kesalahan, status=422
        )
    except VersiUsang as galat:
        return _halaman(request, akses, tahun, unit, tolak=galat.pesan, status=galat.status)
    messages.success(request, _("LHE terbit; unit mendapat tugas merencanakan tindak lanjut."))
    return redirect("web:lhe", akses.instansi.kode, tahun, slug)


def _tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        # Refused by the service together with the other faults.
        return date.min


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    unit: UnitTampak,
    *,
    tolak: str = "",
    syarat: tuple[SyaratBelum, ...] = (),
    kesalahan: tuple[Kesalahan, ...] = (),
    status: int = 200,
) -> HttpResponse:
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    terbit = e.evaluasi.keadaan == K.DITERBITKAN
    terlihat = terbit or (e.menilai and e.evaluasi.keadaan == K.DIPANELKAN)
    hasil = nilai_panel(e.evaluasi) if terlihat else None
    menerbitkan = e.boleh("terbitkan_lhe")
    isi = {
        "unit": unit,
        "tahun": tahun,
        "e": e,
        "temuan": temuan(e.evaluasi, unit),
        "stasiun": garis(akses, unit, tahun),
        "terbit": terbit,
        "hasil": hasil,
        "surat": bahan_lhe(e.perkara, hasil, nomor=e.evaluasi.nomor_lhe, tanggal=akses.lingkup.pada)
        if hasil
        else None,
        "jarak": kalimat_jarak(kaidah.simulasi(e.lembar, hasil.jawaban)) if hasil else "",
        "pita": kaidah.pita_predikat(e.lembar),
        "menerbitkan": menerbitkan,
        "kurang": kurang(akses, unit, tahun, "", e.belum("terbitkan_lhe")) if menerbitkan else [],
        "tolak": tolak,
        "syarat": kurang(akses, unit, tahun, "", syarat),
        "salah": {k.letak: k.pesan for k in kesalahan},
        "ringkas": ringkas(kesalahan),
        "ketikan": request.POST,
        "tenggat_bawaan": akses.lingkup.pada + RENCANA_BAWAAN,
        "contoh": Sifat.CONTOH in {e.evaluasi.sifat, unit.sifat},
    }
    return render(request, "web/lhe.html", isi, status=status)


@berizin(Tindakan.TERBITKAN_LHE)
@require_safe
def rancangan_lhe(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:  # noqa: ARG001
    """The paper as a draft, before it is issued: without number, code and QR."""
    unit = akses.unit(slug, Tindakan.TERBITKAN_LHE)
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    hasil = nilai_panel(e.evaluasi) if e.evaluasi.keadaan == K.DIPANELKAN and e.menilai else None
    if hasil is None:
        raise PerpindahanTidakSah(
            _("Rancangan LHE dapat dicetak sesudah panel dan sebelum terbit.")
        )
    pdf = pdf_lhe(bahan_lhe(e.perkara, hasil, tanggal=akses.lingkup.pada))
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="rancangan-lhe-{unit.slug}-{tahun}.pdf"'
        },
    )
