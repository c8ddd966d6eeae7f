"""The page of the head of the region: all agreements that wait for him, signed with one act."""

import re
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Sifat
from sakip.perjanjian import selectors, services
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import tidak_lengkap

BUTIR = re.compile(r"(?P<uuid>[0-9a-f-]{36}):(?P<versi>[1-9][0-9]{0,8})")


@berizin(Tindakan.TANDATANGANI_KEDUA)
def tanda_tangan(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """What waits for the second signature; a POST signs all that the page named."""
    if request.method != "POST":
        return _halaman(request, akses, tahun)
    try:
        hasil = services.tandatangani_kedua(
            **akses.dasar,
            perjanjian=_pilihan(request),
        )
    except (SyaratBelumTerpenuhi, IsianTidakSah, VersiUsang, PerpindahanTidakSah) as galat:
        return _halaman(request, akses, tahun, tolak=galat.pesan, status=galat.status)
    n = len(hasil)
    pesan = ngettext(
        "%(n)s perjanjian kinerja ditandatangani dan berlaku.",
        "%(n)s perjanjian kinerja ditandatangani dan berlaku.",
        n,
    )
    messages.success(request, pesan % {"n": n})
    return redirect("web:tanda_tangan", akses.instansi.kode, tahun)


def _pilihan(request: HttpRequest) -> list[tuple[UUID, int]]:
    hasil = []
    for teks in request.POST.getlist("perjanjian"):
        cocok = BUTIR.fullmatch(teks)
        if cocok is None:
            raise tidak_lengkap()
        hasil.append((UUID(cocok["uuid"]), int(cocok["versi"])))
    return hasil


def _halaman(
    request: HttpRequest, akses: Akses, tahun: int, *, tolak: str = "", status: int = 200
) -> HttpResponse:
    menunggu = selectors.menunggu_tanda_tangan(akses.lingkup, tahun)
    nama = {u.id: u for u in organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_PERJANJIAN)}
    return render(
        request,
        "web/perjanjian_tanda_tangan.html",
        {
            "tahun": tahun,
            "contoh": any(p.sifat == Sifat.CONTOH for p in menunggu),
            "menunggu": [(p, nama[p.unit_id]) for p in menunggu],
            "tolak": tolak,
        },
        status=status,
    )
