"""The way in: governments, then what is due and where each living year stands."""

from dataclasses import asdict

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from sakip.alur.selectors import daftar_tugas
from sakip.beranda.selectors import Stasiun, enam_stasiun
from sakip.bersama.izin import Tindakan
from sakip.evaluasi.selectors import daftar_hasil
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.selectors import RingkasanPeriode, periode_instansi, periode_unit
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
                    "judul": judul,
                    "stasiun": tautkan(
                        enam_stasiun(akses.lingkup, t, semua, hasil),
                        reverse("web:unit_tahun", args=[akses.instansi.kode, t, unit.slug]),
                    ),
                }
                for t, judul in (
                    (kini - 1, _("%s: dilaporkan") % (kini - 1)),
                    (kini, _("%s: dijalankan") % kini),
                    (kini + 1, _("%s: direncanakan") % (kini + 1)),
                )
            ],
            "tahun_berisi": _tahun_berisi(akses, unit, semua),
        },
    )


def tautkan(stasiun: list[Stasiun], kinerja: str) -> list[dict[str, str | None]]:
    """Stations as the template wants them: those with a page of their own become links."""
    alamat = {"rencana": kinerja, "pengukuran": kinerja}
    return [asdict(s) | {"url": alamat.get(s.kode)} for s in stasiun]


def _tahun_berisi(
    akses: Akses, unit: UnitTampak, semua: list[RingkasanPeriode]
) -> list[dict[str, object]]:
    """Years with figures: of the own unit, or of all units for those above them."""
    kode = akses.instansi.kode
    if unit.induk_id is not None:
        tahun = {p.tahun for p in semua}
        return [
            {"tahun": t, "url": reverse("web:unit_tahun", args=[kode, t, unit.slug])}
            for t in sorted(tahun, reverse=True)
        ]
    tahun = {t for t, _jenis, _nomor, _pk in periode_instansi(akses.lingkup)}
    return [
        {"tahun": t, "url": reverse("web:pemda", args=[kode, t])}
        for t in sorted(tahun, reverse=True)
    ]


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
