"""The tree of units, and who holds which post."""

from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.evaluasi.selectors import daftar_pergantian
from sakip.evaluasi.services import terbitkan_serah_terima
from sakip.organisasi import selectors, services
from sakip.organisasi.models import JenisUnit, SifatPenugasan
from sakip.organisasi.selectors import UnitTampak
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman


@berizin(Tindakan.LIHAT_ORGANISASI)
def organisasi(request: HttpRequest, akses: Akses) -> HttpResponse:
    """All units in the caller's reach, as a tree that keys and screen readers can walk."""
    unit = selectors.daftar_unit(akses.lingkup, Tindakan.LIHAT_ORGANISASI)
    return render(
        request,
        "web/organisasi.html",
        {
            "pohon": _pohon(unit, akses.alamat("organisasi")),
            "jumlah": len(unit),
            "kecamatan": [u for u in unit if u.jenis == JenisUnit.KECAMATAN],
            "pada": akses.lingkup.pada,
        },
    )


def _pohon(unit: list[UnitTampak], awalan: str) -> list[dict[str, object]]:
    anak: dict[int | None, list[UnitTampak]] = {}
    ada = {u.id for u in unit}
    for u in unit:
        anak.setdefault(u.induk_id if u.induk_id in ada else None, []).append(u)
    jenis = dict(JenisUnit.choices)

    def simpul(u: UnitTampak) -> dict[str, object]:
        sebutan = str(jenis[u.jenis])
        keterangan = [
            # "Kecamatan Baros" says by itself what it is.
            *([] if u.nama.casefold().startswith(sebutan.casefold()) else [sebutan]),
            *([_("%s desa") % u.jumlah_desa] if u.jumlah_desa else []),
        ]
        return {
            "id": u.slug,
            "judul": u.nama,
            "keterangan": ", ".join(keterangan),
            "url": f"{awalan}{u.slug}/",
            "anak": [simpul(a) for a in anak.get(u.id, ())],
        }

    return [simpul(u) for u in anak.get(None, ())]


class FormTugas(forms.Form):
    """Give a post to somebody."""

    pegawai = forms.ChoiceField(label=gettext_lazy("Pejabat"))
    sifat = forms.ChoiceField(label=gettext_lazy("Sifat"), choices=SifatPenugasan.choices)
    mulai = forms.DateField(
        label=gettext_lazy("Mulai"), widget=forms.DateInput(attrs={"type": "date"})
    )
    selesai = forms.DateField(
        label=gettext_lazy("Sampai dengan"),
        required=False,
        help_text=gettext_lazy("Kosongkan bila belum ditentukan."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    dasar = forms.CharField(
        label=gettext_lazy("Dasar"),
        help_text=gettext_lazy("Nomor dan tanggal keputusan atau surat perintah."),
        max_length=300,
    )


def _form(akses: Akses, data: object = None) -> FormTugas:
    form = FormTugas(data)  # type: ignore[arg-type]
    pilihan = [(str(p.uuid), p.nama) for p in selectors.daftar_pegawai(akses.lingkup)]
    form.fields["pegawai"].choices = [("", _("Pilih …")), *pilihan]  # type: ignore[attr-defined]
    return form


@berizin(Tindakan.LIHAT_ORGANISASI)
def unit(request: HttpRequest, akses: Akses, slug: str) -> HttpResponse:
    """One unit: what it is, its posts, who held them and when."""
    return _halaman_unit(request, akses, slug)


def _halaman_unit(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    slug: str,
    form: FormTugas | None = None,
    jabatan: UUID | None = None,
    status: int = 200,
) -> HttpResponse:
    ini = akses.unit(slug, Tindakan.LIHAT_ORGANISASI)
    mengatur = akses.lingkup.boleh(Tindakan.TUGASKAN_PEJABAT, ini.jalur)
    return render(
        request,
        "web/unit.html",
        {
            "unit": ini,
            "jenis": dict(JenisUnit.choices)[ini.jenis],
            "jabatan": [
                (j, j.kini(akses.lingkup.pada))
                for j in selectors.daftar_jabatan(akses.lingkup, ini)
            ],
            "pada": akses.lingkup.pada,
            "pergantian": daftar_pergantian(akses.lingkup, ini),
            "menyerahkan": akses.lingkup.boleh(Tindakan.TERBITKAN_SERAH_TERIMA, ini.jalur),
            "mengatur": mengatur,
            "menyusun": akses.lingkup.boleh(Tindakan.SUSUN_UNIT, ini.jalur) and not ini.arsip,
            "riwayat": selectors.riwayat_unit(akses.lingkup, ini),
            "kata_silsilah": kata_silsilah(),
            "form": form or (_form(akses) if mengatur else None),
            "jabatan_form": jabatan,
            "kini": akses.lingkup.pada,
            "hari_terakhir": lambda batas: batas - timedelta(days=1),
        },
        status=status,
    )


def kata_silsilah() -> dict[str, tuple[str, str]]:
    """How a unit came from another, and how it went over into one."""
    return {
        "gabung": (_("gabungan dari"), _("digabung ke")),
        "pecah": (_("pemekaran dari"), _("dimekarkan menjadi")),
    }


@berizin(Tindakan.TUGASKAN_PEJABAT)
def tugaskan(request: HttpRequest, akses: Akses, slug: str, uuid: UUID) -> HttpResponse:
    """Give a post to a person; on refusal the form comes back with all that was typed."""
    ini = akses.unit(slug, Tindakan.TUGASKAN_PEJABAT)
    jabatan = selectors.jabatan_di_unit(akses.lingkup, ini, uuid)
    if request.method != "POST":
        return redirect("web:unit", akses.instansi.kode, slug)
    form = _form(akses, request.POST)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            services.tugaskan_pejabat(
                **akses.dasar,
                jabatan=jabatan.uuid,
                pegawai=UUID(isi["pegawai"]),
                sifat=isi["sifat"],
                mulai=isi["mulai"],
                selesai=isi["selesai"],
                dasar=isi["dasar"],
            )
        except IsianTidakSah as galat:
            for k in galat.kesalahan:
                form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
        else:
            messages.success(request, _("Penugasan tersimpan."))
            return redirect("web:unit", akses.instansi.kode, slug)
    return _halaman_unit(request, akses, slug, form, uuid, status=422)


@berizin(Tindakan.TUGASKAN_PEJABAT)
@require_POST
def akhiri(request: HttpRequest, akses: Akses, slug: str, uuid: UUID) -> HttpResponse:
    """Let a holding end on a day."""
    ini = akses.unit(slug, Tindakan.TUGASKAN_PEJABAT)
    penugasan = selectors.penugasan_di_unit(akses.lingkup, ini, uuid)
    try:
        selesai = date.fromisoformat(request.POST.get("selesai", ""))
    except ValueError as sebab:
        raise IsianTidakSah.dari(
            _("Penugasan tidak diubah."), {"selesai": _("Isi tanggal berakhirnya.")}
        ) from sebab
    services.akhiri_penugasan(
        **akses.dasar,
        penugasan=penugasan.uuid,
        versi=versi_kiriman(request),
        selesai=selesai,
    )
    messages.success(request, _("Penugasan diakhiri."))
    return redirect("web:unit", akses.instansi.kode, slug)


@berizin(Tindakan.TERBITKAN_SERAH_TERIMA)
@require_POST
def serah_terima(request: HttpRequest, akses: Akses, slug: str, uuid: UUID) -> HttpResponse:
    """Issue the berita acara of a change of the unit's head."""
    dokumen = terbitkan_serah_terima(
        **akses.dasar,
        unit=slug,
        penugasan=uuid,
        catatan=request.POST.get("catatan", ""),
    )
    messages.success(request, _("Berita acara terbit dengan kode %s.") % dokumen.kode_periksa)
    return redirect("web:unit", akses.instansi.kode, slug)
