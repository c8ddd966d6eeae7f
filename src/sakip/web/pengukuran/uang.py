"""Money beside performance at the end of a quarter, with the grid on which it is entered."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah import nama_regulasi
from sakip.pengukuran.selectors import UangBerkinerja
from sakip.pengukuran.services import AlamatLembar, IsianSerapan, catat_serapan
from sakip.tampilan.format import persen
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import baca_versi
from sakip.web.pengukuran.kata import ROMAWI
from sakip.web.stasiun import garis


@berizin(Tindakan.LIHAT_KINERJA)
def uang_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Pagu, what was spent and what it moved; a sent form stores every changed line, or none."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    u = selectors.uang_berkinerja(akses.lingkup, unit, tahun, triwulan)
    if request.method != "POST":
        return _halaman(request, akses, unit, u)
    akses.lingkup.wajib(Tindakan.CATAT_SERAPAN, unit.jalur)
    try:
        tersimpan = catat_serapan(
            **akses.dasar,
            alamat=AlamatLembar(slug, tahun, triwulan),
            isian=list(_isian(request, u)),
        )
    except IsianTidakSah as galat:
        return _halaman(request, akses, unit, u, salah=galat.menurut_letak, status=galat.status)
    except (PerpindahanTidakSah, VersiUsang) as galat:
        return _halaman(request, akses, unit, u, tolak=galat.kalimat, status=galat.status)
    if tersimpan:
        kata = ngettext("%s baris tersimpan.", "%s baris tersimpan.", len(tersimpan))
        messages.success(request, kata % len(tersimpan))
    else:
        messages.info(request, _("Tidak ada yang berubah."))
    return redirect("web:uang_pengukuran", akses.instansi.kode, tahun, slug, triwulan)


def _isian(request: HttpRequest, u: UangBerkinerja) -> Iterator[IsianSerapan]:
    """Lines in which something stands; what was never filled stays unknown, not zero."""
    for b in u.uang.baris:
        if f"versi.{b.kode}" not in request.POST:
            continue
        rupiah = request.POST.get(f"rupiah.{b.kode}", "")
        volume = request.POST.get(f"volume.{b.kode}", "")
        if rupiah.strip() or volume.strip() or b.versi:
            yield IsianSerapan(b.kode, rupiah, volume, baca_versi(request.POST[f"versi.{b.kode}"]))


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    u: UangBerkinerja,
    *,
    salah: dict[str, str] | None = None,
    tolak: str = "",
    status: int = 200,
) -> HttpResponse:
    p = u.uang.periode
    mencatat = akses.lingkup.boleh(Tindakan.CATAT_SERAPAN, unit.jalur)
    halangan = selectors.halangan_serapan(akses.lingkup, unit, p) if mencatat else ""
    return render(
        request,
        "web/uang_pengukuran.html",
        {
            "unit": unit,
            "tahun": p.tahun,
            "n": p.nomor,
            "romawi": ROMAWI,
            "stasiun": garis(akses, unit, p.tahun),
            "contoh": akses.instansi.contoh,
            "u": u,
            "uang": u.uang,
            "temuan": _temuan(u),
            "halangan": halangan,
            "pilihan_triwulan": [
                {
                    "judul": _("Triwulan %s") % ROMAWI[n],
                    "url": akses.alamat("uang_pengukuran", p.tahun, unit.slug, n),
                    "aktif": n == p.nomor,
                }
                for n in range(1, 5)
            ],
            "menyunting": mencatat and not halangan,
            "ketikan": {k: v for k, v in request.POST.items() if "." in k},
            "salah": salah or {},
            "tolak": tolak,
            "uraian": list(_uraian(u)),
            "nama_regulasi": nama_regulasi(),
        },
        status=status,
    )


def _temuan(u: UangBerkinerja) -> str:
    """The finding: how much of the year's money went by the end of the quarter."""
    n = ROMAWI[u.uang.periode.nomor]
    if not u.uang.baris:
        return _("Anggaran %s belum dimuat") % u.uang.periode.tahun
    if u.uang.serapan is not None:
        return _("%(persen)s anggaran terserap sampai triwulan %(n)s") % {
            "persen": persen(u.uang.serapan),
            "n": n,
        }
    if u.uang.berisi:
        return _("Realisasi %(a)s dari %(b)s program diketahui sampai triwulan %(n)s") % {
            "a": u.uang.berisi,
            "b": len(u.uang.program),
            "n": n,
        }
    return _("Realisasi anggaran triwulan %s belum dicatat") % n


def _uraian(u: UangBerkinerja) -> Iterator[tuple[str, str, Any]]:
    """The explanations behind the efficiency of the whole and of its lines."""
    if u.nilai is not None:
        yield "nilai", _("Nilai efisiensi"), u.nilai
    elif u.efisiensi is not None:
        yield "semua", _("Seluruh anggaran"), u.efisiensi
    for b in u.uang.baris:
        if b.efisiensi is not None and b.efisiensi.nilai is not None:
            yield b.kode, f"{b.kode} {b.nama}", b.efisiensi
