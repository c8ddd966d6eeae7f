"""The grid of a unit's year: shown whole, and saved many cells in one request."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.bersama.galat import GalatLayanan
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah import samakan_ribuan
from sakip.pengukuran.selectors import SelKisi
from sakip.pengukuran.services import AlamatLembar, HasilIsi, IsianSel, isi_realisasi
from sakip.web.akses import Akses, berizin
from sakip.web.kinerja import sebut_periode
from sakip.web.kiriman import baca_versi, tidak_lengkap
from sakip.web.pengukuran.isian import isi_hasil
from sakip.web.pengukuran.kata import MAKNA, ROMAWI, sebut_jendela, sebut_keadaan
from sakip.web.pengukuran.kiriman_baris import (
    HasilBaris,
    baca_teks,
    bentrok,
    menurut_bidang,
    polos,
    terpecah,
)
from sakip.web.stasiun import garis, pilihan_tahun

KUNCI = re.compile(r"([-a-zA-Z0-9_]+)~([1-4])~([0-9]{1,2})")
TERBANYAK = 1000  # cells of one paste: sixty indicators, twelve months and a bit


@dataclass(frozen=True, slots=True)
class SelKiriman:
    """One cell as it was sent: which, what was typed, and the version its sender saw."""

    kunci: str
    kode: str
    triwulan: int
    bulan: int | None
    teks: str
    versi: str


@dataclass(frozen=True, slots=True)
class Ketikan:
    """What a refused form held, by cell."""

    teks: Mapping[str, str]
    salah: Mapping[str, str]

    def nilai(self, s: SelKisi, nama: str = "teks") -> str:
        """What a field shows: what was typed, else what is stored."""
        lama = polos(s.isi.nilai.teks, s.butir.versi.jenis_nilai) if s.isi else ""
        teks = self.teks.get(s.kunci, lama)
        return teks if nama == "teks" else terpecah(teks)[nama]


@berizin(Tindakan.LIHAT_KINERJA)
def kisi_pengukuran(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """The year as a grid; a sent form saves each cell in it, and says of each what became of it."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    if request.method == "POST":
        akses.lingkup.wajib(Tindakan.ISI_PENGUKURAN, unit.jalur)
        return _simpan(request, akses, unit, tahun)
    return _halaman(request, akses, unit, tahun, Ketikan({}, {}))


def _halaman(
    request: HttpRequest, akses: Akses, unit: UnitTampak, tahun: int, ketikan: Ketikan
) -> HttpResponse:
    x = selectors.kisi_tahun(akses.lingkup, unit, tahun)
    pada = akses.lingkup.pada
    isi = {
        "unit": unit,
        "tahun": tahun,
        "stasiun": garis(akses, unit, tahun),
        "pilihan_tahun": pilihan_tahun(akses, "kisi_pengukuran", unit, tahun),
        "contoh": akses.instansi.contoh,
        "x": x,
        "romawi": ROMAWI,
        "awal": _awal_mengapa(akses, unit, tahun),
        "sebut_periode": sebut_periode,
        "ketikan": ketikan,
        "lembar": [
            (
                t,
                sebut_keadaan(t.lembar.keadaan) if t.lembar else "",
                MAKNA[t.lembar.keadaan] if t.lembar else "",
                sebut_jendela(t, pada),
            )
            for t in x.triwulan
        ],
    }
    status = 422 if ketikan.salah else 200
    return render(request, "web/pengukuran_kisi.html", isi, status=status)


def _simpan(request: HttpRequest, akses: Akses, unit: UnitTampak, tahun: int) -> HttpResponse:
    berangka = bool(request.headers.get("HX-Request"))
    kiriman = _baca(request.POST)
    if not berangka:
        kiriman = _yang_berubah(akses, unit, tahun, kiriman)
    jawab = [(k, _satu(akses, unit, tahun, k)) for k in kiriman]
    if berangka:
        return _jawaban(request, akses, unit, tahun, jawab)
    salah = {k.kunci: " ".join(h.salah.values()) for k, h in jawab if h.salah}
    if salah:
        tetap = Ketikan({k.kunci: k.teks for k in kiriman if k.kunci in salah}, salah)
        return _halaman(request, akses, unit, tahun, tetap)
    if jawab:
        kata = ngettext("%s sel tersimpan.", "%s sel tersimpan.", len(jawab)) % len(jawab)
        messages.success(request, kata)
    else:
        messages.info(request, _("Tidak ada yang berubah."))
    return redirect("web:kisi_pengukuran", akses.instansi.kode, tahun, unit.slug)


def _baca(data: QueryDict) -> list[SelKiriman]:
    """The cells of a form, in its order.

    What was pasted together was written in one way: where one of them proves that a comma parts
    the decimals, 1.000 beside it is a thousand.
    """
    hasil = []
    for nama in data:
        awal, _titik, kunci = nama.partition(".")
        cocok = KUNCI.fullmatch(kunci) if awal == "versi" else None
        if cocok is None:
            continue
        bulan = int(cocok[3])
        teks = baca_teks(data, kunci)
        hasil.append(
            SelKiriman(kunci, cocok[1], int(cocok[2]), bulan or None, teks, data.get(nama, ""))
        )
    if not hasil or len(hasil) > TERBANYAK:
        raise tidak_lengkap()
    if "tempel" in data:
        dibaca = samakan_ribuan([k.teks for k in hasil])
        hasil = [replace(k, teks=t) for k, t in zip(hasil, dibaca, strict=True)]
    return hasil


def _yang_berubah(
    akses: Akses, unit: UnitTampak, tahun: int, kiriman: Iterable[SelKiriman]
) -> list[SelKiriman]:
    """Without a script the whole grid is sent; what nobody touched is left alone."""
    x = selectors.kisi_tahun(akses.lingkup, unit, tahun)
    kosong = Ketikan({}, {})
    kini = {s.kunci: kosong.nilai(s) for b in x.baris for r in b.sel for s in (r, *r.bagian)}
    return [k for k in kiriman if k.teks.strip() != kini.get(k.kunci)]


def _satu(akses: Akses, unit: UnitTampak, tahun: int, k: SelKiriman) -> HasilBaris:
    """One cell through the service; a refusal is its own and stops no other cell."""
    h = HasilBaris()
    try:
        h.hasil = isi_realisasi(
            **akses.dasar,
            alamat=AlamatLembar(unit.slug, tahun, k.triwulan),
            indikator=k.kode,
            isian=IsianSel(teks=k.teks, hanya_angka=True),
            versi=baca_versi(k.versi),
            bulan=k.bulan,
        )
    except GalatLayanan as galat:
        h.salah = menurut_bidang(galat)
        h.bentrok = bentrok(galat)
    return h


def _jawaban(
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    jawab: list[tuple[SelKiriman, HasilBaris]],
) -> HttpResponse:
    """Of each cell: its version and text now, or its sentence; a sheet wants its own cell too."""
    lembar = request.POST.get("rupa") == "lembar"
    sel = {}
    for k, h in jawab:
        satu = _sel_json(h)
        if lembar and not k.bulan:
            alamat = AlamatLembar(unit.slug, tahun, k.triwulan)
            satu["hasil"] = render_to_string(
                "web/pengukuran_hasil.html",
                isi_hasil(akses, unit, alamat, k.kode, h),
                request,
                using="jinja2",
            )
        elif h.hasil is not None:
            satu["hasil"] = _capaian(request, akses, unit, tahun, h.hasil)
        sel[k.kunci] = satu
    return JsonResponse({"sel": sel})


def _sel_json(h: HasilBaris) -> dict[str, Any]:
    if h.hasil is None:
        satu: dict[str, Any] = {"salah": " ".join(h.salah.values())}
        if h.bentrok is not None:
            satu["bentrok"] = {
                "tersimpan": h.bentrok.tersimpan,
                "versi": h.bentrok.versi,
                "anda": h.bentrok.anda,
            }
        return satu
    r = h.hasil.realisasi
    return {"versi": r.versi, "teks": polos(r.teks, h.hasil.butir.versi.jenis_nilai)}


def _capaian(request: HttpRequest, akses: Akses, unit: UnitTampak, tahun: int, h: HasilIsi) -> str:
    """The mark under a cell as it stands now."""
    isi = {
        "m": h.mutakhir,
        "r": h.butir.realisasi.get(h.periode.pk),
        "awal": _awal_mengapa(akses, unit, tahun),
    }
    if h.mutakhir is None:
        return ""
    return render_to_string("web/pengukuran_kisi_capaian.html", isi, request, using="jinja2")


def _awal_mengapa(akses: Akses, unit: UnitTampak, tahun: int) -> str:
    """The address of an explanation without its id: a grid has hundreds of them."""
    return akses.alamat("mengapa", tahun, unit.slug, UUID(int=0)).removesuffix(f"{UUID(int=0)}/")
