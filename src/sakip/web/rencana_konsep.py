"""Changing a plan on the screen: one node or one indicator at a time, the rest stays as it is."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak, daftar_jabatan, daftar_unit
from sakip.perencanaan import selectors, services
from sakip.perencanaan.models import DokumenVersi, JenisSimpul
from sakip.perencanaan.services import IndikatorBaru, RencanaBaru, SimpulBaru
from sakip.web.akses import Akses, berizin
from sakip.web.rencana import sebut_versi
from sakip.web.rencana_isian import (
    FormIndikator,
    FormSimpul,
    awal_indikator,
    awal_simpul,
)
from sakip.web.stasiun import garis


@berizin(Tindakan.SUSUN_RENCANA)
def simpul_rencana(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Add a node, or change the one that ``?kode=`` names."""
    unit, baris, naskah = _naskah(akses, tahun, slug, versi)
    lama = _cari(naskah.simpul, request.GET.get("kode", ""))
    awal = awal_simpul(naskah, lama) | {"nomor_versi": baris.versi}
    form = FormSimpul(request.POST or None, initial=awal, naskah=naskah, lama=lama)
    form.pilih("induk", _pilihan_induk(naskah, lama))
    form.pilih("pemilik", _pilihan_unit(akses, unit, lama))
    form.pilih(
        "jabatan",
        _pilihan_jabatan(akses, unit, _("belum ditentukan"), lama.jabatan if lama else None),
    )
    if request.method == "POST" and form.is_valid() and _kode_baru(form, naskah.simpul, lama):
        simpul = form.simpul(lama)
        hasil = _simpan(
            akses,
            lambda: services.dengan_simpul(naskah, simpul, tuple(form.cleaned_data["mendukung"])),
            baris,
            form,
        )
        if hasil is not None:
            messages.success(request, _("“%s” tersimpan pada konsep.") % simpul.uraian)
            return _ke_versi(akses, tahun, slug, hasil, simpul.kode)
    kata = _("Ubah %s") % lama.uraian if lama else _("Tambah simpul")
    return formulir_rencana(request, akses, unit, tahun, form, kata=kata, versi=baris)


@berizin(Tindakan.SUSUN_RENCANA)
def indikator_rencana(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Add an indicator, or change the one that ``?kode=`` names."""
    unit, baris, naskah = _naskah(akses, tahun, slug, versi)
    lama = _cari(naskah.indikator, request.GET.get("kode", ""))
    awal = awal_indikator(lama) | {"nomor_versi": baris.versi}
    form = FormIndikator(request.POST or None, initial=awal, naskah=naskah, lama=lama, tahun=tahun)
    form.pilih("simpul", _pilihan_simpul(naskah))
    form.pilih(
        "pengampu",
        _pilihan_jabatan(akses, unit, _("belum ditunjuk"), lama.pengampu if lama else None),
    )
    if request.method == "POST" and form.is_valid() and _kode_baru(form, naskah.indikator, lama):
        indikator = form.indikator(lama)
        hasil = _simpan(akses, lambda: services.dengan_indikator(naskah, indikator), baris, form)
        if hasil is not None:
            messages.success(request, _("“%s” tersimpan pada konsep.") % indikator.nama)
            return _ke_versi(akses, tahun, slug, hasil, indikator.simpul)
    kata = _("Ubah %s") % lama.nama if lama else _("Tambah indikator")
    return formulir_rencana(request, akses, unit, tahun, form, kata=kata, versi=baris)


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


def _pilihan_simpul(naskah: RencanaBaru, kecuali: str = "") -> list[tuple[str, str]]:
    jenis = dict(JenisSimpul.choices)
    return [(s.kode, f"{jenis[s.jenis]}: {s.uraian}") for s in naskah.simpul if s.kode != kecuali]


def _pilihan_induk(naskah: RencanaBaru, lama: SimpulBaru | None) -> list[tuple[str, str]]:
    luar = [(lama.induk, lama.induk)] if lama and lama.induk and ":" in lama.induk else []
    kecuali = lama.kode if lama else ""
    return [("", _("akar dokumen")), *_pilihan_simpul(naskah, kecuali), *luar]


def _unit_bawah(akses: Akses, unit: UnitTampak) -> list[UnitTampak]:
    """The unit and those below it."""
    return [
        u
        for u in daftar_unit(akses.lingkup, Tindakan.LIHAT_ORGANISASI)
        if u.jalur.startswith(unit.jalur)
    ]


def _pilihan_unit(akses: Akses, unit: UnitTampak, lama: SimpulBaru | None) -> list[tuple[str, str]]:
    """Who may own a node; an owner from elsewhere stays a choice where it is one already."""
    ada = [(u.slug, u.nama) for u in _unit_bawah(akses, unit)]
    kini = lama.pemilik if lama and lama.pemilik else unit.slug
    luar = [] if kini in dict(ada) else [(kini, kini)]
    return [("", _("belum ditentukan")), *ada, *luar]


def _pilihan_jabatan(
    akses: Akses, unit: UnitTampak, kosong: str, kini: str | None
) -> list[tuple[str, str]]:
    """Posts of the unit and of those below it, and the one that is named now."""
    ada = {
        j.jabatan.kode: j.jabatan.nama
        for u in _unit_bawah(akses, unit)
        for j in daftar_jabatan(akses.lingkup, u)
    }
    luar = [(kini, kini)] if kini and kini not in ada else []
    return [("", kosong), *ada.items(), *luar]


def _simpan(
    akses: Akses,
    isi: Callable[[], RencanaBaru],
    baris: DokumenVersi | None,
    form: forms.Form,
) -> DokumenVersi | None:
    """Write the konsep; faults go to the field they are about, the rest to the top of the form."""
    try:
        return services.susun_rencana(
            **akses.dasar,
            isi=isi(),
            versi=form.cleaned_data.get("nomor_versi"),
            dari=baris.uuid if baris is not None else None,
        )
    except IsianTidakSah as galat:
        for k in galat.kesalahan:
            form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
    except VersiUsang as galat:
        form.add_error(None, galat.pesan)
    return None


def _ke_versi(
    akses: Akses, tahun: int, slug: str, versi: DokumenVersi, kode: str = ""
) -> HttpResponse:
    letak = f"#s-{quote(kode)}" if kode else ""
    return redirect(f"{akses.alamat('rencana', tahun, slug)}?versi={versi.uuid}{letak}")


def formulir_rencana(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    form: forms.Form,
    *,
    kata: str,
    versi: DokumenVersi | None = None,
) -> HttpResponse:
    """A form about a version of a plan; 422 where it comes back refused."""
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
