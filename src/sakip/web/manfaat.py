"""What was learnt and tried, what was decided with money, and what effect it had."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.manfaat import selectors, services
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import IndikatorVersi
from sakip.web.akses import Akses, berizin
from sakip.web.stasiun import garis

RUPIAH = re.compile(r"[0-9]{1,15}")  # full rupiah; dots between thousands are taken out first


@berizin(Tindakan.LIHAT_MANFAAT)
def kapasitas(request: HttpRequest, akses: Akses) -> HttpResponse:
    """Programmes in which leaders learnt: facts with source → lesson → innovation → effect."""
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_MANFAAT)
    inovasi = selectors.daftar_inovasi(akses.lingkup, unit)
    return render(
        request,
        "web/kapasitas.html",
        {
            "program": [
                (p, [i for i in inovasi if i.inovasi.program_id == p.pk])
                for p in selectors.daftar_program(akses.lingkup)
            ],
            "pada": akses.lingkup.pada,
            "contoh": akses.instansi.contoh,
        },
    )


class FormInovasi(forms.Form):
    """Something new, the lesson behind it, and the indicator it must move."""

    nama = forms.CharField(label=gettext_lazy("Nama inovasi"), max_length=150)
    uraian = forms.CharField(
        label=gettext_lazy("Apa yang berubah"), widget=forms.Textarea(attrs={"rows": 3})
    )
    program = forms.ChoiceField(label=gettext_lazy("Program kapasitas asalnya"), required=False)
    pelajaran = forms.CharField(
        label=gettext_lazy("Pelajaran yang menjadi dasarnya"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    indikator = forms.ChoiceField(
        label=gettext_lazy("Indikator yang harus bergerak"),
        help_text=gettext_lazy("Dampaknya dibaca dari realisasi indikator ini."),
    )
    mulai = forms.DateField(
        label=gettext_lazy("Mulai dijalankan"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )


@berizin(Tindakan.LIHAT_MANFAAT)
def manfaat(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """A unit's innovations with their effect, and its decisions; a form for a new innovation."""
    unit = akses.unit(slug, Tindakan.LIHAT_MANFAAT)
    form = _form_inovasi(akses, unit, tahun, request.POST or None)
    status = 200
    if request.method == "POST":
        akses.lingkup.wajib(Tindakan.CATAT_INOVASI, unit.jalur)
        status = 422
        if form.is_valid() and _catat_inovasi(akses, unit, form):
            messages.success(request, _("Inovasi tercatat; dampaknya dibaca dari indikatornya."))
            return redirect("web:manfaat", akses.instansi.kode, tahun, unit.slug)
    return render(
        request,
        "web/manfaat.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "inovasi": selectors.daftar_inovasi(akses.lingkup, [unit]),
            "keputusan": selectors.daftar_keputusan(akses.lingkup, [unit], [tahun]),
            "boleh": akses.lingkup.boleh(Tindakan.CATAT_INOVASI, unit.jalur),
            "form": form,
            "contoh": unit.sifat == Sifat.CONTOH or akses.instansi.contoh,
        },
        status=status,
    )


def _form_inovasi(akses: Akses, unit: UnitTampak, tahun: int, data: Any) -> FormInovasi:
    form = FormInovasi(data, initial={"mulai": akses.lingkup.pada})
    pilihan = [("", _("Pilih …")), *_indikator(unit, tahun).items()]
    form.fields["indikator"].choices = pilihan  # type: ignore[attr-defined]
    program = selectors.daftar_program(akses.lingkup)
    form.fields["program"].choices = [  # type: ignore[attr-defined]
        ("", _("Tidak dari program kapasitas")),
        *((p.kode, f"{p.nama} {p.tahun}") for p in program),
    ]
    return form


def _indikator(unit: UnitTampak, tahun: int) -> dict[str, str]:
    """What a unit measures, by code, in its latest wording."""
    return dict(
        IndikatorVersi.objects.filter(
            indikator__unit_id=unit.id,
            indikator__ditarik=False,
            dokumen_versi__dokumen__tahun_mulai__lte=tahun,
        )
        .order_by("dokumen_versi_id")
        .values_list("indikator__kode", "nama")
    )


def _catat_inovasi(akses: Akses, unit: UnitTampak, form: FormInovasi) -> bool:
    try:
        services.catat_inovasi(
            **akses.dasar,
            unit=unit.slug,
            sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
            **form.cleaned_data,
        )
    except IsianTidakSah as galat:
        for k in galat.kesalahan:
            form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
        return False
    return True


class FormKeputusan(forms.Form):
    """A decision that moves money, with the day on which its effect is looked at."""

    unit = forms.ChoiceField(label=gettext_lazy("Unit"))
    tanggal = forms.DateField(
        label=gettext_lazy("Tanggal keputusan"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    uraian = forms.CharField(
        label=gettext_lazy("Keputusan"), widget=forms.Textarea(attrs={"rows": 2})
    )
    alasan = forms.CharField(label=gettext_lazy("Alasan"), widget=forms.Textarea(attrs={"rows": 3}))
    dari = forms.CharField(
        label=gettext_lazy("Dari kode anggaran"),
        help_text=gettext_lazy("Kode program atau sub-kegiatan, mis. 7.01.02.2.01.0001."),
        max_length=30,
    )
    ke = forms.CharField(
        label=gettext_lazy("Ke kode anggaran"),
        required=False,
        help_text=gettext_lazy("Kosongkan bila uangnya keluar dari unit."),
        max_length=30,
    )
    rupiah = forms.CharField(label=gettext_lazy("Rupiah"), max_length=30)
    indikator = forms.ChoiceField(
        label=gettext_lazy("Indikator yang harus bergerak"),
        required=False,
        help_text=gettext_lazy("Dengan indikator ini dampaknya diperiksa."),
    )
    diperiksa = forms.DateField(
        label=gettext_lazy("Dampak diperiksa pada"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )

    def clean_rupiah(self) -> Decimal:
        teks = self.cleaned_data["rupiah"].replace(".", "").strip()
        if not RUPIAH.fullmatch(teks):
            raise forms.ValidationError(_("Tulis angka rupiah, mis. 12.000.000."))
        return Decimal(teks)


@berizin(Tindakan.LIHAT_MANFAAT)
def keputusan(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """The decision log of a year over all units in reach; published refocusing apart below it."""
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_MANFAAT)
    form = _form_keputusan(request, akses, tahun, unit)
    status = 200
    if request.method == "POST":
        akses.lingkup.wajib(Tindakan.CATAT_KEPUTUSAN)
        status = 422
        if form.is_valid() and _catat_keputusan(akses, form):
            messages.success(request, _("Keputusan tercatat."))
            return redirect("web:keputusan", akses.instansi.kode, tahun)
    nama = {u.id: u for u in unit}
    semua = [(k, nama[k.unit_id]) for k in selectors.daftar_keputusan(akses.lingkup, unit)]
    return render(
        request,
        "web/keputusan.html",
        {
            "tahun": tahun,
            "pada": akses.lingkup.pada,
            "keputusan": [x for x in semua if x[0].tahun == tahun and x[0].sifat != Sifat.TERBIT],
            "terbit": [x for x in semua if x[0].sifat == Sifat.TERBIT],
            "boleh": akses.lingkup.boleh(Tindakan.CATAT_KEPUTUSAN),
            "form": form,
            "terbuka": bool(form.errors) or "unit" in request.GET,
            "contoh": akses.instansi.contoh,
        },
        status=status,
    )


def _form_keputusan(
    request: HttpRequest, akses: Akses, tahun: int, unit: list[UnitTampak]
) -> FormKeputusan:
    """The form; a link may name the unit and the indicator that the decision is about."""
    isi = request.POST if request.method == "POST" else request.GET
    awal = {k: isi.get(k, "") for k in ("unit", "indikator")}
    form = FormKeputusan(request.POST or None, initial={"tanggal": akses.lingkup.pada} | awal)
    sasaran = [u for u in unit if u.jenis in PERANGKAT_DAERAH]
    form.fields["unit"].choices = [("", _("Pilih …")), *((u.slug, u.nama) for u in sasaran)]  # type: ignore[attr-defined]
    tentang = next((u for u in sasaran if u.slug == awal["unit"]), None)
    if tentang is None:
        # Which indicators there are to choose from is known with the unit.
        del form.fields["indikator"]
    else:
        pilihan = [("", _("Tanpa indikator")), *_indikator(tentang, tahun).items()]
        form.fields["indikator"].choices = pilihan  # type: ignore[attr-defined]
    return form


def _catat_keputusan(akses: Akses, form: FormKeputusan) -> bool:
    isi = form.cleaned_data
    tanggal: date = isi["tanggal"]
    try:
        services.catat_keputusan(
            **akses.dasar,
            unit=isi["unit"],
            tahun=tanggal.year,
            tanggal=tanggal,
            uraian=isi["uraian"],
            alasan=isi["alasan"],
            pindah=[services.Pindah(isi["dari"], isi["ke"], isi["rupiah"])],
            indikator=isi.get("indikator", ""),
            diperiksa=isi["diperiksa"],
            sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
        )
    except IsianTidakSah as galat:
        for k in galat.kesalahan:
            form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
        return False
    return True
