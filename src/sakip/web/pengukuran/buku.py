"""A quarter in Excel: the workbook of a sheet to download, and to bring back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, Kesalahan, PerpindahanTidakSah
from sakip.bersama.izin import Tindakan
from sakip.impor.jenis import TanpaPerubahan
from sakip.impor.services import import_pratinjau
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.services.buku_pengukuran import (
    Salinan,
    buku_kerja,
    nama_berkas,
    sebab_tertutup,
)
from sakip.web.akses import Akses, berizin
from sakip.web.impor import baca_berkas
from sakip.web.pengukuran.kata import ROMAWI
from sakip.web.stasiun import garis
from sakip.web.tabel import XLSX


@berizin(Tindakan.ISI_PENGUKURAN)
def buku_pengukuran(
    request: HttpRequest,  # noqa: ARG001
    akses: Akses,
    tahun: int,
    slug: str,
    triwulan: int,
) -> HttpResponse:
    """The workbook of a sheet that can be filled today, with what stands on it."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    x = selectors.lembar_unit(akses.lingkup, unit, tahun, triwulan)
    if not x.sunting:
        raise PerpindahanTidakSah(sebab_tertutup(x))
    isi = buku_kerja(x, Salinan(akses.instansi, unit, akses.saat, akses.lingkup.pada))
    nama = nama_berkas(x, unit)
    return HttpResponse(
        isi, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{nama}"'}
    )


@berizin(Tindakan.ISI_PENGUKURAN)
def unggah_buku_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """Where a filled workbook is brought back; what it would change is shown before it is done."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    if request.method != "POST":
        return _halaman(request, akses, unit, tahun, triwulan)
    try:
        nama, isi = baca_berkas(request)
        bets = import_pratinjau(
            **akses.dasar,
            jenis="pengukuran",
            nama_berkas=nama,
            isi=isi,
            opsi={
                "sifat": Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
                "mau": {
                    "unit": slug,
                    "nama_unit": unit.nama,
                    "tahun": tahun,
                    "triwulan": triwulan,
                },
            },
        )
    except TanpaPerubahan as kabar:
        messages.info(request, kabar.pesan)
        return redirect("web:lembar_pengukuran", akses.instansi.kode, tahun, slug, triwulan)
    except IsianTidakSah as galat:
        salah = galat.kesalahan or (Kesalahan("berkas", galat.pesan),)
        return _halaman(request, akses, unit, tahun, triwulan, salah, galat.pesan)
    return redirect("web:impor", akses.instansi.kode, bets.uuid)


def _halaman(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    triwulan: int,
    kesalahan: tuple[Kesalahan, ...] = (),
    pesan: str = "",
) -> HttpResponse:
    x = selectors.lembar_unit(akses.lingkup, unit, tahun, triwulan)
    return render(
        request,
        "web/pengukuran_buku.html",
        {
            "unit": unit,
            "tahun": tahun,
            "n": triwulan,
            "romawi": ROMAWI,
            "stasiun": garis(akses, unit, tahun),
            "contoh": akses.instansi.contoh,
            "x": x,
            "sebab": "" if x.sunting else sebab_tertutup(x),
            "judul": _("Pengukuran triwulan %(n)s dengan Excel") % {"n": ROMAWI[triwulan]},
            "kesalahan": [{"id": f"id_{k.letak}", "pesan": k.pesan} for k in kesalahan],
            "pesan_galat": pesan,
        },
        status=422 if kesalahan else 200,
    )
