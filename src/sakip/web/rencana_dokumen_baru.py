"""Beginning a planning document of the law, or drawing one from a document that is there."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import selectors, services
from sakip.perencanaan.models import DokumenVersi, JenisDokumen
from sakip.perencanaan.services import DokumenBaru, HasilSalin
from sakip.tampilan.format import angka
from sakip.web.akses import Akses, berizin
from sakip.web.stasiun import garis

# Which yearly plan is drawn from which longer one.
TURUNAN = {
    JenisDokumen.RENSTRA: JenisDokumen.RENJA,
    JenisDokumen.RPJMD: JenisDokumen.RKPD,
    JenisDokumen.RPD: JenisDokumen.RKPD,
}


class FormDokumen(forms.Form):
    """Kind, name and span of a document, and the words it begins with."""

    use_required_attribute = False  # what is asked for depends on the kind that is chosen

    jenis = forms.ChoiceField(label=gettext_lazy("Jenis dokumen"))
    judul = forms.CharField(label=gettext_lazy("Judul dokumen"), max_length=250)
    tahun_mulai = forms.IntegerField(
        label=gettext_lazy("Tahun awal"), min_value=2000, max_value=2060
    )
    tahun_selesai = forms.IntegerField(
        label=gettext_lazy("Tahun akhir"), min_value=2000, max_value=2060
    )
    uraian = forms.CharField(
        label=gettext_lazy("Visi atau tujuan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Visi untuk RPJPD dan RPJMD, tujuan untuk yang lain. Keputusan IKU mengambil "
            "indikator bertanda IKU dari rencana yang berlaku."
        ),
    )


@berizin(Tindakan.SUSUN_RENCANA)
def mulai_dokumen(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Begin a document of the law."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    jenis = request.GET.get("jenis", "")
    tahap = selectors.tahap_unit(unit, akses.lingkup.pada)
    pilihan = [
        (j, str(JenisDokumen(j).label)) for t in tahap for j in t.jenis if j in JenisDokumen.values
    ]
    masa = next((t.masa for t in tahap if jenis in t.jenis), None) or 1
    nama = dict(pilihan).get(jenis, "")
    form = FormDokumen(
        request.POST or None,
        initial={
            "jenis": jenis,
            "judul": f"{nama} {_sebut_masa(tahun, tahun + masa - 1)}" if nama else "",
            "tahun_mulai": tahun,
            "tahun_selesai": tahun + masa - 1,
        },
    )
    form.fields["jenis"].choices = pilihan  # type: ignore[attr-defined]
    form.fields["uraian"].required = request.POST.get("jenis", jenis) != JenisDokumen.IKU

    def tulis(isi: DokumenBaru) -> DokumenVersi:
        return services.mulai_dokumen(**akses.dasar, isi=isi)

    kata = _("Mulai dokumen perencanaan")
    versi = _kirim(request, unit, form, tulis)
    if isinstance(versi, DokumenVersi):
        messages.success(request, _("Konsep dimulai. Tambahkan sasaran dan indikatornya."))
        return _ke_versi(akses, slug, versi)
    return _formulir(request, akses, unit, tahun, form, kata)


@berizin(Tindakan.SUSUN_RENCANA)
def salin_dokumen(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Carry a version into another period, or a year of it into a yearly plan."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    sumber = selectors.versi_dokumen(akses.lingkup, unit, versi)
    d = sumber.dokumen
    asal = JenisDokumen(d.jenis)
    pilihan = [
        (j.value, str(j.label)) for j in (asal, *((TURUNAN[asal],) if asal in TURUNAN else ()))
    ]
    jenis = request.GET.get("jenis", "")
    form = FormDokumen(request.POST or None, initial=_awal_salin(sumber, jenis, tahun))
    form.fields["jenis"].choices = pilihan  # type: ignore[attr-defined]
    del form.fields["uraian"]

    def tulis(isi: DokumenBaru) -> HasilSalin:
        return services.salin_ke_periode(**akses.dasar, dari=sumber.uuid, isi=isi)

    hasil = _kirim(request, unit, form, tulis)
    if isinstance(hasil, HasilSalin):
        messages.success(request, _sebut_salinan(hasil))
        return _ke_versi(akses, slug, hasil.versi)
    return _formulir(request, akses, unit, tahun, form, _("Salin %s") % d.judul, sumber)


def _awal_salin(sumber: DokumenVersi, jenis: str, tahun: int) -> dict[str, Any]:
    """The next period of the same length, or the year shown for a yearly plan drawn from it."""
    d = sumber.dokumen
    if jenis and jenis != d.jenis and jenis in JenisDokumen.values:
        return {
            "jenis": jenis,
            "judul": f"{JenisDokumen(jenis).label} {tahun}",
            "tahun_mulai": tahun,
            "tahun_selesai": tahun,
        }
    mulai, lama = d.tahun_selesai + 1, d.tahun_selesai - d.tahun_mulai
    return {
        "jenis": d.jenis,
        "judul": f"{JenisDokumen(d.jenis).label} {_sebut_masa(mulai, mulai + lama)}",
        "tahun_mulai": mulai,
        "tahun_selesai": mulai + lama,
    }


def _sebut_salinan(hasil: HasilSalin) -> str:
    """What came along, and what stayed behind."""
    return _(
        "Tersalin sebagai konsep. Tidak ikut karena di luar masanya: %(target)s target dan "
        "%(pagu)s pagu. %(tanpa)s indikator belum bertarget. Keadaan awal dibiarkan seperti "
        "semula; perbarui bila perlu."
    ) % {
        "target": angka(hasil.target_tertinggal),
        "pagu": angka(hasil.pagu_tertinggal),
        "tanpa": angka(hasil.tanpa_target),
    }


def _sebut_masa(mulai: int, selesai: int) -> str:
    return str(mulai) if mulai == selesai else f"{mulai}–{selesai}"


def _kirim(request: HttpRequest, unit: UnitTampak, form: FormDokumen, tulis: Any) -> Any:
    """Write what the form says; faults go to their fields, the rest to the top."""
    if request.method != "POST" or not form.is_valid():
        return None
    d = form.cleaned_data
    isi = DokumenBaru(
        unit=unit.slug,
        jenis=d["jenis"],
        judul=d["judul"],
        tahun_mulai=d["tahun_mulai"],
        tahun_selesai=d["tahun_selesai"],
        uraian=d.get("uraian", ""),
    )
    try:
        return tulis(isi)
    except IsianTidakSah as galat:
        for k in galat.kesalahan:
            form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
    return None


def _ke_versi(akses: Akses, slug: str, versi: DokumenVersi) -> HttpResponse:
    tahun = versi.dokumen.tahun_mulai
    return redirect(f"{akses.alamat('rencana', tahun, slug)}?versi={versi.uuid}")


def _formulir(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    form: forms.Form,
    kata: str,
    sumber: DokumenVersi | None = None,
) -> HttpResponse:
    return render(
        request,
        "web/rencana_dokumen_ubah.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "contoh": akses.instansi.contoh,
            "form": form,
            "kata": kata,
            "sumber": sumber,
        },
        status=422 if request.method == "POST" else 200,
    )
