"""The way in: governments, then what is due and where each living year stands."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sakip.alur.selectors import daftar_tugas
from sakip.beranda.selectors import enam_stasiun
from sakip.bersama.izin import Tindakan
from sakip.evaluasi.selectors import daftar_hasil
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.selectors import periode_unit
from sakip.web.akses import Akses, berizin
from sakip.web.jam import WIB, saat_ini


def akar(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """``/``: the staff interface, until the portal stands here."""
    return redirect("web:beranda")


@login_required
def beranda(request: HttpRequest) -> HttpResponse:
    """Which government? Straight on when there is only one."""
    assert request.user.pk is not None  # noqa: S101 - login_required saw to it
    daftar = organisasi.daftar_instansi(request.user.pk, saat_ini().astimezone(WIB).date())
    if len(daftar) == 1:
        return redirect("web:beranda_instansi", daftar[0].kode)
    return render(request, "web/pilih_instansi.html", {"daftar": daftar})


@berizin(Tindakan.LIHAT_KINERJA)
def beranda_instansi(request: HttpRequest, akses: Akses) -> HttpResponse:
    """What is due for the caller, and the six stations of the three living years."""
    unit = _unit_rumah(akses)
    semua = periode_unit(akses.lingkup, unit)
    hasil = daftar_hasil(akses.lingkup, unit)
    kini = akses.lingkup.pada.year
    return render(
        request,
        "web/beranda.html",
        {
            "unit": unit,
            "pada": akses.lingkup.pada,
            "tugas": [
                {"pola": t.pola, "isian": t.isian, "url": _alamat(akses, t.sasaran), "tugas": t}
                for t in daftar_tugas(akses.lingkup)
            ],
            "peran": sorted({k.peran.sebutan for k in akses.lingkup.kewenangan}),
            "tahun_hidup": [
                {
                    "tahun": t,
                    "url": reverse("web:unit_tahun", args=[akses.instansi.kode, t, unit.slug]),
                    "stasiun": [
                        {
                            "kode": s.kode,
                            "judul": s.judul,
                            "keadaan": s.keadaan,
                            "uraian": s.uraian,
                            "url": None,
                        }
                        for s in enam_stasiun(akses.lingkup, t, semua, hasil)
                    ],
                }
                for t in (kini - 1, kini, kini + 1)
            ],
            "tahun_berisi": sorted({p.tahun for p in semua}, reverse=True),
        },
    )


def _unit_rumah(akses: Akses) -> UnitTampak:
    """The unit the caller belongs to: the deepest on which he has a peran."""
    rumah = max(akses.lingkup.kewenangan, key=lambda k: k.jalur.count("."))
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_KINERJA)
    return next(u for u in unit if u.id == rumah.unit_id)


def _alamat(akses: Akses, sasaran: dict[str, str]) -> str | None:
    """Turn a task's symbolic place into an address."""
    if sasaran.get("halaman") == "impor":
        return reverse("web:impor", args=[akses.instansi.kode, sasaran["uuid"]])
    return None
