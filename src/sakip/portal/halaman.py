"""Public pages: are promises kept?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sakip.beranda.selectors import publik as baca
from sakip.beranda.selectors import susun_seri
from sakip.manfaat.selectors import inovasi_publik, program_instansi
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, JenisUnit, Sifat
from sakip.portal.baca import Kunjungan, publik


@require_safe
def depan(request: HttpRequest) -> HttpResponse:
    """The governments that can be read here; straight on when there is only one. One query."""
    daftar = organisasi.daftar_instansi_publik()
    if len(daftar) == 1:
        return redirect("portal:instansi", daftar[0].kode)
    return render(request, "portal/depan.html", {"daftar": daftar})


@publik
def instansi(request: HttpRequest, ini: Kunjungan) -> HttpResponse:
    """A government: its recorded results with their sources, and the way to every unit."""
    pemda = organisasi.daftar_unit_publik(ini.instansi, ini.pada, [JenisUnit.PEMDA])
    unit = organisasi.daftar_unit_publik(ini.instansi, ini.pada, PERANGKAT_DAERAH)
    hasil = baca.hasil_luar_publik(pemda[0]) if pemda else []
    return render(
        request,
        "portal/instansi.html",
        {
            "pemda": pemda[0] if pemda else None,
            "seri": susun_seri(hasil) if hasil else None,
            "kecamatan": [u for u in unit if u.jenis == JenisUnit.KECAMATAN],
            "lain": [u for u in unit if u.jenis != JenisUnit.KECAMATAN],
            "pada": ini.pada,
        },
    )


@publik
def unit(request: HttpRequest, ini: Kunjungan, slug: str) -> HttpResponse:  # noqa: ARG001
    """The newest year in which something of the unit can be read, else this year."""
    satu = organisasi.unit_publik(ini.instansi, slug, ini.pada)
    tahun = [t for t in baca.tahun_terisi(satu) if t <= ini.pada.year]
    return redirect(
        "portal:unit_tahun", ini.instansi.kode, slug, tahun[0] if tahun else ini.pada.year
    )


@publik
def unit_tahun(request: HttpRequest, ini: Kunjungan, slug: str, tahun: int) -> HttpResponse:
    """A unit's year: promises, target against result, state of each number, documents."""
    satu = organisasi.unit_publik(ini.instansi, slug, ini.pada)
    if tahun > ini.pada.year + 1:
        raise Http404
    isi = baca.tahun_publik(satu, tahun, ini.pada)
    return render(
        request,
        "portal/unit_tahun.html",
        {
            "unit": satu,
            "tahun": tahun,
            "pada": ini.pada,
            "isi": isi,
            "lewat": tahun < ini.pada.year,
            "inovasi": [i for i in inovasi_publik([satu]) if i.inovasi.mulai.year <= tahun],
            "pilihan_tahun": [
                {
                    "judul": str(t),
                    "url": reverse("portal:unit_tahun", args=[ini.instansi.kode, slug, t]),
                    "aktif": t == tahun,
                }
                for t in sorted({*baca.tahun_terisi(satu), tahun}, reverse=True)
            ],
            "contoh": satu.sifat == Sifat.CONTOH or isi.contoh,
        },
    )


@publik
def kapasitas(request: HttpRequest, ini: Kunjungan) -> HttpResponse:
    """From what leaders learnt to what people feel: facts, lesson, innovation, effect."""
    semua = organisasi.daftar_unit_publik(ini.instansi, ini.pada, PERANGKAT_DAERAH)
    inovasi = inovasi_publik(semua)
    return render(
        request,
        "portal/kapasitas.html",
        {
            "program": [
                (p, [i for i in inovasi if i.inovasi.program_id == p.pk])
                for p in program_instansi(ini.instansi.pk)
            ],
            "contoh": any(i.inovasi.sifat == Sifat.CONTOH for i in inovasi),
        },
    )
