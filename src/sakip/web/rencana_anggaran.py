"""The budget of a unit's year: its documents side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.pelaporan.selectors import serapan_unit
from sakip.perencanaan import selectors
from sakip.tampilan.format import rupiah
from sakip.web.akses import Akses, berizin
from sakip.web.stasiun import garis, pilihan_tahun


@berizin(Tindakan.LIHAT_RENCANA)
def anggaran(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """DPA, pergeseran and DPPA line by line, with what changed and what it pays for."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    dokumen = selectors.daftar_anggaran(akses.lingkup, unit, tahun)
    baris = selectors.baris_anggaran(akses.lingkup, unit, dokumen)
    jumlah = selectors.jumlah_anggaran(baris, len(dokumen))
    terserap, serapan = serapan_unit(akses.lingkup, unit, tahun) if dokumen else ([], None)
    return render(
        request,
        "web/anggaran.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "anggaran", unit, tahun),
            "contoh": any(d.sifat == Sifat.CONTOH for d in dokumen),
            "dokumen": dokumen,
            "baris": baris,
            "jumlah": jumlah,
            "terserap": terserap,
            "serapan": serapan,
            "judul": _judul(tahun, jumlah),
            "memuat": akses.lingkup.boleh(Tindakan.IMPOR_ANGGARAN, unit.jalur),
        },
    )


def _judul(tahun: int, jumlah: tuple[object, ...]) -> str:
    """The finding: how much there is, and whether it grew."""
    if not jumlah:
        return _("Anggaran %s belum dimuat") % tahun
    awal, kini = jumlah[0], jumlah[-1]
    sebut = {"tahun": tahun, "kini": rupiah(kini)}  # type: ignore[arg-type]
    if awal == kini:
        return _("Anggaran %(tahun)s %(kini)s") % sebut
    beda = kini - awal  # type: ignore[operator]
    pola = (
        _("Anggaran %(tahun)s %(kini)s, naik %(beda)s")
        if beda > 0
        else _("Anggaran %(tahun)s %(kini)s, turun %(beda)s")
    )
    return pola % (sebut | {"beda": rupiah(abs(beda))})
