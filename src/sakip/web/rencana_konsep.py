"""Changing a plan on the screen: one node or one indicator at a time, the rest stays as it is."""

from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import JabatanTampak, UnitTampak, daftar_jabatan, daftar_unit
from sakip.perencanaan import selectors, services
from sakip.perencanaan.models import (
    Agregasi,
    Arah,
    CaraUkur,
    DokumenVersi,
    Frekuensi,
    JenisNilai,
    JenisSimpul,
)
from sakip.perencanaan.services import IndikatorBaru, RencanaBaru, SimpulBaru, TargetBaru
from sakip.web.akses import Akses, berizin
from sakip.web.rencana import sebut_versi
from sakip.web.stasiun import garis

# Fields of the form that are not columns of the wording by themselves.
BUKAN_KOLOM = {"target", "pengampu", "nomor_versi"}


class FormMulai(forms.Form):
    """The first konsep of a year: what it is called, and the tujuan it begins with."""

    judul = forms.CharField(label=gettext_lazy("Judul dokumen"), max_length=250)
    tujuan = forms.CharField(
        label=gettext_lazy("Tujuan"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Sasaran, program, dan indikator ditambahkan sesudahnya."),
    )


class FormVersi(forms.Form):
    """The version of the konsep that the visitor saw when the form was opened."""

    nomor_versi = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)


class FormSimpul(FormVersi):
    """A node of the tree."""

    kode = forms.CharField(
        label=gettext_lazy("Kode"),
        max_length=60,
        help_text=gettext_lazy("Mis. s6, atau kode nomenklatur 7.01.02.2.01.0001."),
    )
    jenis = forms.ChoiceField(label=gettext_lazy("Jenjang"), choices=JenisSimpul.choices)
    induk = forms.ChoiceField(label=gettext_lazy("Di bawah"), required=False)
    uraian = forms.CharField(label=gettext_lazy("Uraian"), widget=forms.Textarea(attrs={"rows": 2}))
    nomenklatur = forms.CharField(
        label=gettext_lazy("Kode nomenklatur"),
        max_length=30,
        required=False,
        help_text=gettext_lazy(
            "Untuk program, kegiatan, sub-kegiatan; anggaran disambung dengannya."
        ),
    )
    mendukung = forms.MultipleChoiceField(
        label=gettext_lazy("Indikator yang didukung"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class FormIndikator(FormVersi):
    """An indicator with its target of the year."""

    kode = forms.SlugField(label=gettext_lazy("Kode"), max_length=160)
    nama = forms.CharField(label=gettext_lazy("Nama"), widget=forms.Textarea(attrs={"rows": 2}))
    simpul = forms.ChoiceField(label=gettext_lazy("Mengukur"))
    iku = forms.BooleanField(label=gettext_lazy("Indikator kinerja utama (IKU)"), required=False)
    satuan = forms.CharField(label=gettext_lazy("Satuan"), max_length=60, required=False)
    arah = forms.ChoiceField(label=gettext_lazy("Arah"), choices=Arah.choices)
    jenis_nilai = forms.ChoiceField(label=gettext_lazy("Jenis nilai"), choices=JenisNilai.choices)
    agregasi = forms.ChoiceField(
        label=gettext_lazy("Nilai tahunan dari periodenya"), choices=Agregasi.choices
    )
    frekuensi = forms.ChoiceField(label=gettext_lazy("Diukur tiap"), choices=Frekuensi.choices)
    cara = forms.ChoiceField(label=gettext_lazy("Cara ukur"), choices=CaraUkur.choices)
    target = forms.CharField(
        label=gettext_lazy("Target"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Tulis 83,50 atau 11/14, tanpa satuan."),
    )
    baseline_teks = forms.CharField(
        label=gettext_lazy("Keadaan awal"), max_length=60, required=False
    )
    baseline_tahun = forms.IntegerField(
        label=gettext_lazy("Tahun keadaan awal"), required=False, min_value=2000, max_value=2060
    )
    pengampu = forms.ChoiceField(label=gettext_lazy("Pengampu"), required=False)
    definisi = forms.CharField(
        label=gettext_lazy("Definisi operasional"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    sumber_data = forms.CharField(
        label=gettext_lazy("Sumber data"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )


@berizin(Tindakan.SUSUN_RENCANA)
def mulai_rencana(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Begin the Renja of a year with its tujuan."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    form = FormMulai(request.POST or None, initial={"judul": f"Renja {tahun}"})
    if request.method == "POST" and form.is_valid():
        isi = RencanaBaru(
            unit=slug,
            jenis="renja",
            judul=form.cleaned_data["judul"],
            tahun_mulai=tahun,
            tahun_selesai=tahun,
            sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
            simpul=(SimpulBaru("t1", "tujuan", form.cleaned_data["tujuan"]),),
        )
        versi = _simpan(akses, isi, None, form)
        if versi is not None:
            messages.success(request, _("Konsep dimulai. Tambahkan sasaran dan indikatornya."))
            return _ke_versi(akses, tahun, slug, versi)
    kata = _("Mulai konsep Renja %s") % tahun
    return _formulir(request, akses, unit, tahun, form, kata=kata)


@berizin(Tindakan.SUSUN_RENCANA)
def simpul_rencana(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Add a node, or change the one that ``?kode=`` names."""
    unit, baris, naskah = _naskah(akses, tahun, slug, versi)
    lama = _cari(naskah.simpul, request.GET.get("kode", ""))
    awal = _awal_simpul(naskah, lama) | {"nomor_versi": baris.versi}
    form = FormSimpul(request.POST or None, initial=awal)
    form.fields["induk"].choices = [  # type: ignore[attr-defined]
        ("", _("akar dokumen")),
        *_pilihan_simpul(naskah, kecuali=lama.kode if lama else ""),
        *([(lama.induk, lama.induk)] if lama and lama.induk and ":" in lama.induk else []),
    ]
    form.fields["mendukung"].choices = [(i.kode, i.nama) for i in naskah.indikator]  # type: ignore[attr-defined]
    if lama:
        form.fields["kode"].disabled = True
    if request.method == "POST" and form.is_valid() and _kode_baru(form, naskah.simpul, lama):
        d = form.cleaned_data
        simpul = SimpulBaru(
            kode=d["kode"].strip(),
            jenis=d["jenis"],
            uraian=d["uraian"],
            induk=d["induk"] or None,
            nomenklatur=d["nomenklatur"].strip(),
            sumber=lama.sumber if lama else "",
            sifat=lama.sifat if lama else "",
        )
        isi = services.dengan_simpul(naskah, simpul, tuple(d["mendukung"]))
        hasil = _simpan(akses, isi, baris, form)
        if hasil is not None:
            messages.success(request, _("“%s” tersimpan pada konsep.") % simpul.uraian)
            return _ke_versi(akses, tahun, slug, hasil)
    kata = _("Ubah %s") % lama.uraian if lama else _("Tambah simpul")
    return _formulir(request, akses, unit, tahun, form, kata=kata, versi=baris)


@berizin(Tindakan.SUSUN_RENCANA)
def indikator_rencana(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Add an indicator, or change the one that ``?kode=`` names."""
    unit, baris, naskah = _naskah(akses, tahun, slug, versi)
    lama = _cari(naskah.indikator, request.GET.get("kode", ""))
    awal = _awal_indikator(lama, tahun) | {"nomor_versi": baris.versi}
    form = FormIndikator(request.POST or None, initial=awal)
    form.fields["simpul"].choices = _pilihan_simpul(naskah)  # type: ignore[attr-defined]
    form.fields["pengampu"].choices = [  # type: ignore[attr-defined]
        ("", _("belum ditunjuk")),
        *((j.jabatan.kode, j.jabatan.nama) for j in _jabatan(akses, unit)),
    ]
    if lama:
        form.fields["kode"].disabled = True
    if request.method == "POST" and form.is_valid() and _kode_baru(form, naskah.indikator, lama):
        isi = services.dengan_indikator(naskah, _indikator(form.cleaned_data, lama, tahun))
        hasil = _simpan(akses, isi, baris, form)
        if hasil is not None:
            messages.success(request, _("“%s” tersimpan pada konsep.") % form.cleaned_data["nama"])
            return _ke_versi(akses, tahun, slug, hasil)
    kata = _("Ubah %s") % lama.nama if lama else _("Tambah indikator")
    return _formulir(request, akses, unit, tahun, form, kata=kata, versi=baris)


def _naskah(
    akses: Akses, tahun: int, slug: str, versi: UUID
) -> tuple[UnitTampak, DokumenVersi, RencanaBaru]:
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    baris = selectors.versi_dokumen(akses.lingkup, unit, versi)
    pohon = selectors.pohon_versi(akses.lingkup, unit, baris, tahun)
    return unit, baris, services.naskah_dari(slug, pohon)


T = TypeVar("T", SimpulBaru, IndikatorBaru)


def _cari(daftar: tuple[T, ...], kode: str) -> T | None:
    return next((s for s in daftar if s.kode == kode), None)


def _kode_baru(form: forms.Form, daftar: tuple[T, ...], lama: T | None) -> bool:
    """Whether what is added has a code of its own; adding must not write over what is there."""
    ada = None if lama else _cari(daftar, form.cleaned_data["kode"].strip())
    if ada is not None:
        sebut = ada.uraian if isinstance(ada, SimpulBaru) else ada.nama
        form.add_error("kode", _("Sudah dipakai “%s”; pilih kode lain.") % sebut)
    return ada is None


def _awal_simpul(naskah: RencanaBaru, lama: SimpulBaru | None) -> dict[str, Any]:
    if lama is None:
        return {"jenis": JenisSimpul.SASARAN}
    return {
        "kode": lama.kode,
        "jenis": lama.jenis,
        "induk": lama.induk or "",
        "uraian": lama.uraian,
        "nomenklatur": lama.nomenklatur,
        "mendukung": [i for s, i in naskah.dukungan if s == lama.kode],
    }


def _awal_indikator(lama: IndikatorBaru | None, tahun: int) -> dict[str, Any]:
    if lama is None:
        return {"agregasi": Agregasi.TERAKHIR, "iku": True}
    target = next((t.teks for t in lama.target if (t.tahun, t.periode) == (tahun, "tahun")), "")
    return {
        nama: getattr(lama, nama) for nama in FormIndikator.base_fields if nama not in BUKAN_KOLOM
    } | {"target": target, "pengampu": lama.pengampu or ""}


def _indikator(d: dict[str, Any], lama: IndikatorBaru | None, tahun: int) -> IndikatorBaru:
    """What the form says; what it does not ask for stays as it was."""
    dasar = lama or IndikatorBaru(d["kode"], d["nama"], d["arah"], d["jenis_nilai"], d["simpul"])
    lain = tuple(t for t in dasar.target if (t.tahun, t.periode) != (tahun, "tahun"))
    target = (*lain, TargetBaru(tahun, d["target"])) if d["target"].strip() else lain
    tetap = {k: v for k, v in d.items() if k not in BUKAN_KOLOM}
    return replace(dasar, **tetap, pengampu=d["pengampu"] or None, target=target)


def _pilihan_simpul(naskah: RencanaBaru, kecuali: str = "") -> list[tuple[str, str]]:
    jenis = dict(JenisSimpul.choices)
    return [(s.kode, f"{jenis[s.jenis]}: {s.uraian}") for s in naskah.simpul if s.kode != kecuali]


def _jabatan(akses: Akses, unit: UnitTampak) -> list[JabatanTampak]:
    """Posts of the unit and of those below it."""
    bawah = [
        u
        for u in daftar_unit(akses.lingkup, Tindakan.LIHAT_ORGANISASI)
        if u.jalur.startswith(unit.jalur)
    ]
    return [j for u in bawah for j in daftar_jabatan(akses.lingkup, u)]


def _simpan(
    akses: Akses, isi: RencanaBaru, baris: DokumenVersi | None, form: forms.Form
) -> DokumenVersi | None:
    """Write the konsep; faults go to the field they are about, the rest to the top of the form."""
    try:
        return services.susun_rencana(
            oleh=akses.oleh,
            saat=akses.saat,
            instansi=akses.instansi,
            isi=isi,
            versi=form.cleaned_data.get("nomor_versi"),
            dari=baris.uuid if baris is not None else None,
        )
    except IsianTidakSah as galat:
        for k in galat.kesalahan:
            form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
    except VersiUsang as galat:
        form.add_error(None, galat.pesan)
    return None


def _ke_versi(akses: Akses, tahun: int, slug: str, versi: DokumenVersi) -> HttpResponse:
    return redirect(f"{akses.alamat('rencana', tahun, slug)}?versi={versi.uuid}")


def _formulir(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    form: forms.Form,
    *,
    kata: str,
    versi: DokumenVersi | None = None,
) -> HttpResponse:
    return render(
        request,
        "web/rencana_ubah.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "contoh": akses.instansi.contoh,
            "form": form,
            "kata": kata,
            "versi": versi,
            "sebut": sebut_versi,
        },
        status=422 if request.method == "POST" else 200,
    )
