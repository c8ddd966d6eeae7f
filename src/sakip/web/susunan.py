"""Changing the structure: adding, renaming, moving, merging and splitting units."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors, services
from sakip.organisasi.models import JenisUnit, Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import UnitBaru
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman

BARU_TERBANYAK = 4  # rows of the form that splits a unit


def _hari() -> forms.DateInput:
    """A day as browsers want it written, whatever the language of the page."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class FormPerubahan(forms.Form):
    """What every change of the structure says: from when, by which regulation."""

    tanggal = forms.DateField(label=gettext_lazy("Mulai berlaku"), widget=_hari())
    dasar = forms.CharField(
        label=gettext_lazy("Dasar"),
        max_length=300,
        help_text=gettext_lazy("Nomor dan tanggal peraturannya, mis. Perda 5/2026, 1 Juli 2026."),
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    field_order: tuple[str, ...] = ()


class FormNama(FormPerubahan):
    """A new name."""

    nama = forms.CharField(label=gettext_lazy("Nama baru"), max_length=200)
    field_order = ("nama", "tanggal", "dasar")


class FormPindah(FormPerubahan):
    """A new parent."""

    induk = forms.ChoiceField(label=gettext_lazy("Di bawah"))
    field_order = ("induk", "tanggal", "dasar")


class FormGabung(FormPerubahan):
    """Which units end, and into which they go over."""

    lain = forms.MultipleChoiceField(
        label=gettext_lazy("Unit lain yang ikut berakhir"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    ke = forms.ChoiceField(label=gettext_lazy("Digabung ke"), required=False)
    nama = forms.CharField(
        label=gettext_lazy("Nama unit baru"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Isi hanya bila gabungannya menjadi unit yang baru."),
    )
    kode = forms.CharField(label=gettext_lazy("Kode unit baru"), max_length=40, required=False)
    field_order = ("ke", "nama", "kode", "tanggal", "dasar", "lain")


class FormPecah(FormPerubahan):
    """The units that come to be; empty rows are left out."""

    tetap = forms.BooleanField(
        label=gettext_lazy("Unit ini tetap ada di samping yang baru"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(1, BARU_TERBANYAK + 1):
            self.fields[f"nama_{n}"] = forms.CharField(
                label=_("Nama unit baru %s") % n, max_length=200, required=n == 1
            )
            self.fields[f"kode_{n}"] = forms.CharField(
                label=_("Kode unit baru %s") % n, max_length=40, required=n == 1
            )
        baris = [f"{k}_{n}" for n in range(1, BARU_TERBANYAK + 1) for k in ("nama", "kode")]
        self.order_fields([*baris, "tetap", "tanggal", "dasar"])


# The government itself is the root, laid once.
JENIS = [("", "–"), *(j for j in JenisUnit.choices if j[0] != JenisUnit.PEMDA)]


class FormTambah(forms.Form):
    """A unit that was not there."""

    jenis = forms.ChoiceField(
        label=gettext_lazy("Jenis"),
        choices=[("", "–"), *(p for p in JenisUnit.choices if p[0] != JenisUnit.PEMDA)],
    )
    nama = forms.CharField(label=gettext_lazy("Nama"), max_length=200)
    kode = forms.CharField(label=gettext_lazy("Kode"), max_length=40)
    tanggal = forms.DateField(label=gettext_lazy("Mulai berlaku"), widget=_hari())
    dasar = forms.CharField(label=gettext_lazy("Sumber"), max_length=300, required=False)


@berizin(Tindakan.SUSUN_UNIT)
def tambah_unit(request: HttpRequest, akses: Akses, slug: str) -> HttpResponse:
    """Add a unit below this one."""
    induk = akses.unit(slug, Tindakan.SUSUN_UNIT)
    form = FormTambah(request.POST or None, initial={"tanggal": akses.lingkup.pada})

    def simpan(d: dict[str, Any]) -> str:
        baru = _unit(akses, d["nama"], d["kode"], d["jenis"], induk.slug, d["tanggal"])
        unit = services.tambah_unit(**akses.dasar, isi=baru)
        messages.success(request, _("%s ditambahkan.") % d["nama"])
        return unit.slug

    return _laksanakan(request, akses, induk, form, simpan, _("Tambah unit di bawah %s"))


@berizin(Tindakan.SUSUN_UNIT)
def ganti_nama(request: HttpRequest, akses: Akses, slug: str) -> HttpResponse:
    """Call a unit otherwise from a day on."""
    unit = akses.unit(slug, Tindakan.SUSUN_UNIT)
    form = FormNama(request.POST or None, initial=_awal(akses, unit) | {"nama": unit.nama})

    def simpan(d: dict[str, Any]) -> str:
        services.ganti_nama_unit(**_dasar(akses, d), unit=slug, versi=d["versi"], nama=d["nama"])
        messages.success(request, _("Nama baru tercatat; tahun lama tetap dengan nama lamanya."))
        return slug

    return _laksanakan(request, akses, unit, form, simpan, _("Ganti nama %s"))


@berizin(Tindakan.SUSUN_UNIT)
def pindah_unit(request: HttpRequest, akses: Akses, slug: str) -> HttpResponse:
    """Put a unit under another parent from a day on."""
    unit = akses.unit(slug, Tindakan.SUSUN_UNIT)
    form = FormPindah(request.POST or None, initial=_awal(akses, unit))
    form.fields["induk"].choices = [  # type: ignore[attr-defined]
        (u.slug, u.nama)
        for u in selectors.daftar_unit(akses.lingkup, Tindakan.SUSUN_UNIT)
        if not u.jalur.startswith(unit.jalur) and u.id != unit.induk_id
    ]

    def simpan(d: dict[str, Any]) -> str:
        services.pindahkan_unit(**_dasar(akses, d), unit=slug, versi=d["versi"], induk=d["induk"])
        messages.success(request, _("Letak baru tercatat, beserta semua unit di bawahnya."))
        return slug

    return _laksanakan(request, akses, unit, form, simpan, _("Pindahkan %s"))


@berizin(Tindakan.SUSUN_UNIT)
def gabung_unit(request: HttpRequest, akses: Akses, slug: str) -> HttpResponse:
    """Let a unit, and others with it, go over into one."""
    unit = akses.unit(slug, Tindakan.SUSUN_UNIT)
    form = FormGabung(request.POST or None, initial=_awal(akses, unit))
    sejenis = [
        (u.slug, u.nama)
        for u in selectors.daftar_unit(akses.lingkup, Tindakan.SUSUN_UNIT, jenis=[unit.jenis])
        if u.id != unit.id
    ]
    form.fields["lain"].choices = sejenis  # type: ignore[attr-defined]
    form.fields["ke"].choices = [("", _("unit baru")), *sejenis]  # type: ignore[attr-defined]

    def simpan(d: dict[str, Any]) -> str:
        ke: str | UnitBaru = d["ke"]
        if not ke:
            if not d["nama"] or not d["kode"]:
                raise IsianTidakSah.dari(
                    _("Susunan unit tidak diubah."),
                    {"nama": _("Pilih unit penerusnya, atau tulis nama dan kode unit barunya.")},
                )
            ke = _sesama(akses, unit, d["nama"], d["kode"], d["tanggal"])
        services.gabungkan_unit(**_dasar(akses, d), unit=[slug, *d["lain"]], ke=ke)
        messages.success(request, _("Penggabungan tercatat; tahun lama tetap dapat dibuka."))
        return ke if isinstance(ke, str) else ke.slug

    return _laksanakan(request, akses, unit, form, simpan, _("Gabungkan %s"), bubar=True)


@berizin(Tindakan.SUSUN_UNIT)
def pecah_unit(request: HttpRequest, akses: Akses, slug: str) -> HttpResponse:
    """Split a unit into new ones."""
    unit = akses.unit(slug, Tindakan.SUSUN_UNIT)
    form = FormPecah(request.POST or None, initial=_awal(akses, unit))

    def simpan(d: dict[str, Any]) -> str:
        baru = [
            _sesama(akses, unit, d[f"nama_{n}"], d[f"kode_{n}"], d["tanggal"])
            for n in range(1, BARU_TERBANYAK + 1)
            if d[f"nama_{n}"]
        ]
        services.pecah_unit(
            **_dasar(akses, d), unit=slug, versi=d["versi"], menjadi=baru, tetap=d["tetap"]
        )
        messages.success(request, _("Pemekaran tercatat; tahun lama tetap dapat dibuka."))
        return baru[0].slug

    return _laksanakan(request, akses, unit, form, simpan, _("Pecah %s"), bubar=True)


def _awal(akses: Akses, unit: UnitTampak) -> dict[str, Any]:
    return {
        "tanggal": akses.lingkup.pada,
        "versi": selectors.riwayat_unit(akses.lingkup, unit).versi,
    }


def _dasar(akses: Akses, d: dict[str, Any]) -> dict[str, Any]:
    return {
        **akses.dasar,
        "tanggal": d["tanggal"],
        "dasar": d["dasar"],
    }


def _unit(  # noqa: PLR0913, PLR0917
    akses: Akses, nama: str, kode: str, jenis: str, induk: str, mulai: Any
) -> UnitBaru:
    return UnitBaru(
        kode=kode.strip(),
        slug=slugify(nama)[:80],
        nama=nama.strip(),
        jenis=jenis,
        induk=induk,
        mulai=mulai,
        sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
    )


def _sesama(akses: Akses, unit: UnitTampak, nama: str, kode: str, mulai: Any) -> UnitBaru:
    """A new unit of the same kind, beside this one: that takes leave on their parent."""
    akses.lingkup.wajib(Tindakan.SUSUN_UNIT, unit.jalur.removesuffix(f"{unit.id}."))
    induk = next(
        u.slug
        for u in selectors.daftar_unit(akses.lingkup, Tindakan.LIHAT_ORGANISASI)
        if u.id == unit.induk_id
    )
    return _unit(akses, nama, kode, unit.jenis, induk, mulai)


def _laksanakan(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    form: forms.Form,
    simpan: Callable[[dict[str, Any]], str],
    kata: str,
    *,
    bubar: bool = False,
) -> HttpResponse:
    """Show the form, or do what it says; what is refused comes back with all that was typed."""
    status = 200
    if request.method == "POST":
        status = 422
        if "versi" in form.fields:
            versi_kiriman(request)  # a form without it is not one of ours
        if form.is_valid():
            try:
                return redirect("web:unit", akses.instansi.kode, simpan(form.cleaned_data))
            except IsianTidakSah as galat:
                for k in galat.kesalahan:
                    form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
            except (PerpindahanTidakSah, VersiUsang) as galat:
                form.add_error(None, galat.pesan)
                status = galat.status
    return render(
        request,
        "web/susunan_ubah.html",
        {
            "unit": unit,
            "form": form,
            "kata": kata % unit.nama,
            "akibat": selectors.akibat_bubar(akses.lingkup, unit) if bubar else None,
        },
        status=status,
    )
