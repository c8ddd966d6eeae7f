"""The indicator library: looked through, kept, taken into a plan, compared across units."""

import re
from dataclasses import fields
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.impor.tabel import bersih
from sakip.organisasi.models import BERKINERJA, JenisUnit
from sakip.organisasi.selectors import daftar_unit
from sakip.perencanaan import selectors, services
from sakip.perencanaan.models import (
    Agregasi,
    Arah,
    DokumenVersi,
    Frekuensi,
    JenisNilai,
    PustakaIndikator,
)
from sakip.perencanaan.services import PustakaBaru
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.rencana import sebut_versi
from sakip.web.rencana_konsep import formulir_rencana

TAHUN = re.compile(r"20[0-6][0-9]")


class FormPustaka(forms.Form):
    """A shared indicator."""

    kode = forms.SlugField(label=gettext_lazy("Kode"), max_length=160)
    nama = forms.CharField(label=gettext_lazy("Nama"), widget=forms.Textarea(attrs={"rows": 2}))
    satuan = forms.CharField(label=gettext_lazy("Satuan"), max_length=60, required=False)
    arah = forms.ChoiceField(label=gettext_lazy("Arah"), choices=Arah.choices)
    jenis_nilai = forms.ChoiceField(label=gettext_lazy("Jenis nilai"), choices=JenisNilai.choices)
    agregasi = forms.ChoiceField(
        label=gettext_lazy("Nilai tahunan dari periodenya"), choices=Agregasi.choices
    )
    frekuensi = forms.ChoiceField(label=gettext_lazy("Diukur tiap"), choices=Frekuensi.choices)
    definisi = forms.CharField(
        label=gettext_lazy("Definisi operasional"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    rumus = forms.CharField(
        label=gettext_lazy("Rumus"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    sumber_data = forms.CharField(label=gettext_lazy("Sumber data"), required=False)
    nomenklatur = forms.CharField(
        label=gettext_lazy("Kode nomenklatur"), max_length=30, required=False
    )
    jenis_unit = forms.MultipleChoiceField(
        label=gettext_lazy("Untuk jenis unit"),
        choices=JenisUnit.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Tidak memilih berarti untuk semua jenis unit."),
    )
    asal = forms.CharField(required=False, widget=forms.HiddenInput)
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)


@berizin(Tindakan.LIHAT_RENCANA)
def daftar(request: HttpRequest, akses: Akses) -> HttpResponse:
    """All shared indicators, narrowed by ``?q=``, ``?jenis_unit=`` and ``?jenis_nilai=``."""
    saring = {
        "cari": bersih(request.GET.get("q", ""))[:100],
        "jenis_unit": bersih(request.GET.get("jenis_unit", ""))[:20],
        "jenis_nilai": bersih(request.GET.get("jenis_nilai", ""))[:10],
    }
    return render(
        request,
        "web/pustaka.html",
        saring
        | {
            "pustaka": selectors.daftar_pustaka(
                akses.lingkup,
                cari=saring["cari"],
                jenis_unit=saring["jenis_unit"],
                jenis_nilai=saring["jenis_nilai"],
            ),
            "tahun": akses.lingkup.pada.year,
            "pilihan_jenis_unit": JenisUnit.choices,
            "pilihan_jenis_nilai": JenisNilai.choices,
            "sebut_jenis_unit": dict(JenisUnit.choices),
            "contoh": akses.instansi.contoh,
            "boleh_kelola": akses.lingkup.boleh(Tindakan.KELOLA_PUSTAKA),
            "unit_asal": _unit_asal(akses),
        },
    )


def _unit_asal(akses: Akses) -> list[tuple[str, str]]:
    """Units from whose plans the caller may put an indicator into the library."""
    if not akses.lingkup.boleh(Tindakan.KELOLA_PUSTAKA):
        return []
    unit = daftar_unit(akses.lingkup, Tindakan.LIHAT_RENCANA, jenis=BERKINERJA)
    return [(u.slug, u.nama) for u in unit]


@berizin(Tindakan.LIHAT_RENCANA)
def satu(request: HttpRequest, akses: Akses, pustaka: str) -> HttpResponse:
    """A shared indicator, and who promises how much of it in ``?tahun=``."""
    baris = selectors.pustaka_menurut_kode(akses.lingkup, pustaka)
    tahun = _tahun(request, akses)
    return render(
        request,
        "web/pustaka_satu.html",
        {
            "p": baris,
            "tahun": tahun,
            "sebut_jenis_unit": dict(JenisUnit.choices),
            "pemakai": selectors.pemakai_pustaka(akses.lingkup, baris, tahun),
            "sebut": sebut_versi,
            "unit_penyusun": [
                u
                for u in daftar_unit(akses.lingkup, Tindakan.SUSUN_RENCANA)
                if not baris.jenis_unit or u.jenis in baris.jenis_unit
            ],
            "contoh": akses.instansi.contoh,
            "boleh_kelola": akses.lingkup.boleh(Tindakan.KELOLA_PUSTAKA),
        },
    )


def _tahun(request: HttpRequest, akses: Akses) -> int:
    teks = request.GET.get("tahun", "")
    return int(teks) if TAHUN.fullmatch(teks) else akses.lingkup.pada.year


@berizin(Tindakan.KELOLA_PUSTAKA)
def ubah(request: HttpRequest, akses: Akses, pustaka: str = "") -> HttpResponse:
    """Define a shared indicator (``?indikator=``: from one of a plan), or change one."""
    lama = selectors.pustaka_menurut_kode(akses.lingkup, pustaka) if pustaka else None
    dasar = _dasar(request, akses, lama)
    form = FormPustaka(request.POST or None, initial=_awal(dasar, lama))
    if lama is not None:
        form.fields["kode"].disabled = True
    versi = versi_kiriman(request) if lama is not None and request.method == "POST" else None
    if request.method == "POST" and form.is_valid():
        d = dict(form.cleaned_data)
        del d["versi"]
        isi = PustakaBaru(
            **d
            | {
                "jenis_unit": tuple(d["jenis_unit"]),
                "asal": d["asal"] or None,
                "komponen": dasar.komponen,
                "pilahan": dasar.pilahan,
            }
        )
        try:
            baru = services.simpan_pustaka(
                **akses.dasar,
                isi=isi,
                versi=versi,
            )
        except IsianTidakSah as galat:
            for k in galat.kesalahan:
                form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
        except VersiUsang as galat:
            form.add_error(None, galat.pesan)
        else:
            messages.success(request, _("“%s” tersimpan di pustaka.") % baru.nama)
            return redirect("web:pustaka_satu", akses.instansi.kode, baru.kode)
    kata = _("Ubah %s") % lama.nama if lama else _("Indikator pustaka baru")
    konteks = {"form": form, "kata": kata, "calon": [] if lama else _calon(request, akses)}
    status = 422 if request.method == "POST" else 200
    return render(request, "web/pustaka_ubah.html", konteks, status=status)


def _calon(request: HttpRequest, akses: Akses) -> list[tuple[str, str]]:
    """Indicators of the plan of ``?unit=`` this year, to begin a shared one from."""
    slug = bersih(request.GET.get("unit", ""))
    if not slug:
        return []
    unit, tahun = akses.unit(slug, Tindakan.LIHAT_RENCANA), akses.lingkup.pada.year
    dokumen = selectors.daftar_dokumen(akses.lingkup, unit, tahun)
    if not dokumen:
        return []
    pohon = selectors.pohon_versi(akses.lingkup, unit, dokumen[0].versi[0], tahun)
    return [(str(i.versi.uuid), i.versi.nama) for i in pohon.indikator() if not i.versi.pustaka_id]


def _dasar(request: HttpRequest, akses: Akses, lama: PustakaIndikator | None) -> PustakaBaru:
    """What the form begins with."""
    if lama is not None:
        nilai = {f.name: getattr(lama, f.name) for f in fields(PustakaBaru) if f.name != "asal"}
        nilai |= {"pilahan": tuple(lama.pilahan), "jenis_unit": tuple(lama.jenis_unit)}
        return PustakaBaru(**nilai, asal=lama.asal.slug if lama.asal else None)
    asal = request.GET.get("indikator", "")
    try:
        uuid = UUID(asal)
    except ValueError:
        return PustakaBaru("", "", Arah.NAIK_BAIK.value, JenisNilai.BILANGAN.value)
    unit, wording = selectors.wording_indikator(akses.lingkup, uuid)
    return services.pustaka_dari(wording, unit.slug)


def _awal(dasar: PustakaBaru, lama: PustakaIndikator | None) -> dict[str, Any]:
    awal = {n: getattr(dasar, n) for n in FormPustaka.base_fields if n != "versi"}
    return awal | {"versi": lama.versi if lama else None, "asal": dasar.asal or ""}


@berizin(Tindakan.KELOLA_PUSTAKA)
@require_POST
def tarik(request: HttpRequest, akses: Akses, pustaka: str) -> HttpResponse:
    """Offer a shared indicator no longer."""
    baris = selectors.pustaka_menurut_kode(akses.lingkup, pustaka)
    services.tarik_pustaka(
        **akses.dasar,
        pustaka=baris.uuid,
        versi=versi_kiriman(request),
    )
    messages.success(request, _("“%s” ditarik dari pustaka.") % baris.nama)
    return redirect("web:pustaka", akses.instansi.kode)


class FormPakai(forms.Form):
    """Where in a plan a shared indicator is put, and with which target of the year."""

    simpul = forms.ChoiceField(label=gettext_lazy("Mengukur"))
    target = forms.CharField(
        label=gettext_lazy("Target"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Tulis 83,50 atau 11/14, tanpa satuan."),
    )
    nomor_versi = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)


@berizin(Tindakan.SUSUN_RENCANA)
def pakai(request: HttpRequest, akses: Akses, tahun: int, slug: str, pustaka: str) -> HttpResponse:
    """Take a shared indicator into the unit's plan of a year."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    baris = selectors.pustaka_menurut_kode(akses.lingkup, pustaka)
    dokumen = selectors.daftar_dokumen(akses.lingkup, unit, tahun)
    if not dokumen:
        messages.error(request, _("Rencana %s unit ini belum disusun; mulai konsepnya.") % tahun)
        return redirect("web:rencana", akses.instansi.kode, tahun, slug)
    versi = dokumen[0].versi[0]
    pohon = selectors.pohon_versi(akses.lingkup, unit, versi, tahun)
    form = FormPakai(request.POST or None, initial={"nomor_versi": versi.versi})
    form.fields["simpul"].choices = [  # type: ignore[attr-defined]
        (s.kode, f"{s.versi.get_jenis_display()}: {s.versi.uraian}") for s in pohon.simpul()
    ]
    if request.method == "POST" and form.is_valid():
        hasil = _pakai(akses, slug, pustaka, versi, tahun, form)
        if hasil is not None:
            messages.success(request, _("“%s” masuk ke konsep.") % baris.nama)
            return redirect(f"{akses.alamat('rencana', tahun, slug)}?versi={hasil.uuid}")
    return formulir_rencana(
        request, akses, unit, tahun, form, kata=_("Pakai %s") % baris.nama, versi=versi
    )


def _pakai(  # noqa: PLR0913, PLR0917
    akses: Akses, slug: str, pustaka: str, versi: DokumenVersi, tahun: int, form: FormPakai
) -> DokumenVersi | None:
    d = form.cleaned_data
    try:
        return services.pakai_pustaka(
            **akses.dasar,
            unit=slug,
            pustaka=pustaka,
            dokumen_versi=versi.uuid,
            versi=d["nomor_versi"] if versi.ditetapkan is None else None,
            simpul=d["simpul"],
            target={tahun: d["target"]},
        )
    except IsianTidakSah as galat:
        for k in galat.kesalahan:
            form.add_error(None, k.pesan)
    except VersiUsang as galat:
        form.add_error(None, galat.pesan)
    return None
