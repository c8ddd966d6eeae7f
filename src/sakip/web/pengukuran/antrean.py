"""Sheets that wait for the viewer: ticked together, done one by one, each with its own result."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.bersama.galat import GalatLayanan
from sakip.bersama.izin import Tindakan
from sakip.pengukuran import selectors, services
from sakip.pengukuran.selectors import Antre
from sakip.pengukuran.services import AlamatLembar
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import baca_versi
from sakip.web.pengukuran.kata import ROMAWI

LAYANAN: dict[str, Callable[..., object]] = {
    "verifikasi": services.verifikasi_pengukuran,
    "setujui": services.setujui_pengukuran,
    "telaah": services.telaah_pengukuran,
    "kunci": services.kunci_pengukuran,
}


@dataclass(frozen=True, slots=True)
class Hasil:
    """What became of one sheet of a joint act."""

    nama: str
    url: str
    kata: str
    berhasil: bool


def _sebut(tindakan: str) -> tuple[str, str, str]:
    """Heading, button and what is said of each sheet that went through."""
    return {
        "verifikasi": (
            _("Menunggu verifikasi Anda"),
            _("Verifikasi lembar yang dicentang"),
            _("terverifikasi"),
        ),
        "setujui": (
            _("Menunggu persetujuan Anda"),
            _("Setujui lembar yang dicentang"),
            _("disetujui"),
        ),
        "telaah": (
            _("Menunggu telaah Anda"),
            _("Nyatakan yang dicentang selesai ditelaah"),
            _("selesai ditelaah"),
        ),
        "kunci": (
            _("Ditelaah, menunggu penguncian"),
            _("Kunci lembar yang dicentang"),
            _("terkunci"),
        ),
    }[tindakan]


@berizin(Tindakan.LIHAT_KINERJA)
def periksa_pengukuran(request: HttpRequest, akses: Akses) -> HttpResponse:
    """The queue; a sent form does one act on each ticked sheet, one refusal undoes no other."""
    hasil: list[Hasil] = []
    if request.method == "POST":
        hasil = _bersama(request, akses, selectors.antrean(akses.lingkup))
    daftar = selectors.antrean(akses.lingkup)
    return render(
        request,
        "web/periksa_pengukuran.html",
        {
            "kelompok": [
                (t, *_sebut(t)[:2], [a for a in daftar if a.tindakan == t])
                for t in LAYANAN
                if any(a.tindakan == t for a in daftar)
            ],
            "temuan": _temuan(len(daftar)),
            "hasil": hasil,
            "contoh": akses.instansi.contoh,
            # Which group comes with its boxes ticked: works without a script.
            "centang": request.GET.get("centang", ""),
            "romawi": ROMAWI,
            "pada": akses.lingkup.pada,
        },
    )


def _temuan(banyak: int) -> str:
    if not banyak:
        return _("Tidak ada lembar yang menunggu Anda")
    return (
        ngettext("%s lembar pengukuran menunggu Anda", "%s lembar pengukuran menunggu Anda", banyak)
        % banyak
    )


def _bersama(request: HttpRequest, akses: Akses, daftar: list[Antre]) -> list[Hasil]:
    """Each ticked sheet through its own service, in its own transaction."""
    tindakan = request.POST.get("tindakan", "")
    dicentang = set(request.POST.getlist("lembar"))
    return [
        _satu(request, akses, a)
        for a in daftar
        if a.tindakan == tindakan and str(a.lembar.uuid) in dicentang
    ]


def _satu(request: HttpRequest, akses: Akses, a: Antre) -> Hasil:
    p = a.lembar.periode
    nama = _("%(unit)s, triwulan %(n)s %(tahun)s") % {
        "unit": a.unit.nama,
        "n": ROMAWI[p.nomor],
        "tahun": p.tahun,
    }
    url = akses.alamat("lembar_pengukuran", p.tahun, a.unit.slug, p.nomor)
    if a.peringatan:
        kata = _("berperingatan: buka lembarnya dan baca jawabannya satu per satu.")
        return Hasil(nama, url, kata, berhasil=False)
    try:
        LAYANAN[a.tindakan](
            **akses.dasar,
            alamat=AlamatLembar(a.unit.slug, p.tahun, p.nomor),
            versi=baca_versi(request.POST.get(f"versi.{a.lembar.uuid}", "")),
        )
    except GalatLayanan as galat:
        return Hasil(nama, url, galat.pesan, berhasil=False)
    return Hasil(nama, url, _sebut(a.tindakan)[2], berhasil=True)
