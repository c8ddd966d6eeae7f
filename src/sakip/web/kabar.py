"""What concerns the caller: the inbox, how much of it is unread, and how it may reach him."""

from collections.abc import Hashable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.jam import saat_ini
from sakip.kabar import selectors, services
from sakip.kabar.kaidah import akhir_hening
from sakip.kabar.kirim import surel_siap
from sakip.kabar.models import AturKabar, JenisKabar, Ringkasan
from sakip.kabar.services.atur import IsianAtur, pelaku_tautan
from sakip.kabar.tautan import GARAM_HENTIKAN, GARAM_SAHKAN, IsiTautan, baca_tautan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import tidak_lengkap, versi_kiriman
from sakip.web.pecahan import TEMBOLOK, ingat


def _kunci(akses: Akses) -> tuple[Hashable, ...]:
    x = akses.lingkup
    return ("kabar", x.pengguna_id, x.instansi_id, x.pada, x.kewenangan, akses.tanda_kabar)


def lencana(akses: Akses) -> dict[str, Any]:
    """The bell of the header. No query: the number is there if this process counted it before.

    Otherwise the page asks for it afterwards, so that no page waits for it.
    """
    return {
        "url": akses.alamat("kabar"),
        "url_jumlah": akses.alamat("jumlah_kabar"),
        "jumlah": TEMBOLOK.ambil(_kunci(akses)) if akses.tanda_kabar else None,
    }


def _hitung(akses: Akses) -> int:
    def buat() -> int:
        return selectors.jumlah_belum_dibaca(akses.lingkup, akses.instansi)

    return ingat(_kunci(akses), buat, ukuran=400) if akses.tanda_kabar else buat()


@berizin(Tindakan.LIHAT_KINERJA)
def jumlah(request: HttpRequest, akses: Akses) -> HttpResponse:
    """The bell alone, with its number."""
    isi = lencana(akses) | {"jumlah": _hitung(akses)}
    return render(request, "web/lencana_kabar.html", {"lencana": isi})


@berizin(Tindakan.LIHAT_KINERJA)
def kabar(request: HttpRequest, akses: Akses) -> HttpResponse:
    """The inbox: what is unread, or everything (``?semua=1``). A POST marks items as read."""
    if request.method == "POST":
        kunci, sampai = request.POST.getlist("kunci"), _sampai(request)
        services.tandai_dibaca(**akses.dasar, kunci=kunci, sampai=sampai)
        return redirect(akses.alamat("kabar"))
    butir = selectors.daftar_kabar(akses.lingkup, akses.instansi)
    belum = [b for b in butir if not b.dibaca]
    if akses.tanda_kabar:
        ingat(_kunci(akses), lambda: len(belum), ukuran=400)
    semua = request.GET.get("semua") == "1"
    alamat = akses.alamat("kabar")
    return render(
        request,
        "web/kabar.html",
        {
            "butir": [(b, b.alamat(akses.instansi.kode)) for b in (butir if semua else belum)],
            "semua": semua,
            "ada": bool(butir),
            "belum": len(belum),
            "terbaru": max((b.saat for b in belum), default=akses.saat).isoformat(),
            "tab": [
                {
                    "judul": _("Belum dibaca"),
                    "url": alamat,
                    "aktif": not semua,
                    "jumlah": len(belum),
                },
                {
                    "judul": _("Semua"),
                    "url": f"{alamat}?semua=1",
                    "aktif": semua,
                    "jumlah": len(butir),
                },
            ],
            "boleh_webhook": akses.lingkup.boleh(Tindakan.KELOLA_WEBHOOK),
            "contoh": akses.instansi.contoh,
        },
    )


def _sampai(request: HttpRequest) -> datetime | None:
    """The newest item on the page from which everything was marked; ``None``: single ones."""
    if "sampai" not in request.POST:
        return None
    try:
        sampai = datetime.fromisoformat(request.POST["sampai"])
    except ValueError:
        raise tidak_lengkap() from None
    if sampai.tzinfo is None:
        raise tidak_lengkap()
    return sampai


class FormAtur(forms.Form):
    """A person's preferences."""

    surel = forms.EmailField(
        label=gettext_lazy("Alamat surel"),
        required=False,
        max_length=254,
        help_text=gettext_lazy(
            "Hanya untuk mengirim ringkasan kepada Anda; tidak tampak bagi siapa pun."
        ),
    )
    ringkasan = forms.ChoiceField(
        label=gettext_lazy("Ringkasan lewat surel"), choices=Ringkasan.choices
    )
    hening_mulai = forms.TimeField(
        label=gettext_lazy("Jam hening mulai"),
        widget=forms.TimeInput({"type": "time"}, "%H:%M"),
        help_text=gettext_lazy("Selama jam hening tidak ada surel yang dikirim."),
    )
    hening_selesai = forms.TimeField(
        label=gettext_lazy("Jam hening selesai"), widget=forms.TimeInput({"type": "time"}, "%H:%M")
    )
    hening_libur = forms.BooleanField(
        label=gettext_lazy("Sabtu, Minggu dan hari libur juga hening"), required=False
    )
    jenis = forms.MultipleChoiceField(
        label=gettext_lazy("Kabar yang ingin Anda terima"),
        choices=JenisKabar.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)


@berizin(Tindakan.LIHAT_KINERJA)
def atur(request: HttpRequest, akses: Akses) -> HttpResponse:
    """The caller's own preferences; nobody else's have an address."""
    form = FormAtur(request.POST or None, initial=_awal(selectors.atur_kabar_saya(akses.lingkup)))
    if request.method == "POST":
        versi_kiriman(request)
        if form.is_valid() and _simpan(akses, form):
            messages.success(request, _("Pengaturan kabar tersimpan."))
            return redirect(akses.alamat("atur_kabar"))
    saya = selectors.atur_kabar_saya(akses.lingkup)
    lokal = selectors.setempat(akses.instansi, akses.saat)
    libur = selectors.libur_sekitar(akses.lingkup.pada)
    return render(
        request,
        "web/atur_kabar.html",
        {
            "form": form,
            "saya": saya,
            "siap": surel_siap(),
            "hening_sampai": akhir_hening(lokal, selectors.jam_hening(saya), libur),
            "kini": lokal,
            "contoh": akses.instansi.contoh,
        },
        status=422 if form.errors else 200,
    )


def _awal(saya: AturKabar) -> dict[str, Any]:
    return {
        "surel": saya.surel,
        "ringkasan": saya.ringkasan,
        "hening_mulai": saya.hening_mulai,
        "hening_selesai": saya.hening_selesai,
        "hening_libur": saya.hening_libur,
        "jenis": [j for j in JenisKabar.values if j not in saya.jenis_mati],
        "versi": saya.versi,
    }


def _simpan(akses: Akses, form: FormAtur) -> bool:
    isi = dict(form.cleaned_data)
    versi = isi.pop("versi")
    try:
        services.atur_kabar(**akses.dasar, isian=IsianAtur(**isi), versi=versi)
    except IsianTidakSah as galat:
        for k in galat.kesalahan:
            form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def sahkan(request: HttpRequest, tanda: str) -> HttpResponse:
    """The link that proves an address. Looking proves nothing: programs look at links too."""
    isi = baca_tautan(GARAM_SAHKAN, tanda, _tautan_salah())
    if request.method == "POST":
        services.sahkan_surel(**_atas_nama(isi), sidik=isi.sidik)
    return _halaman_tautan(request, isi, "sahkan")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def hentikan(request: HttpRequest, tanda: str) -> HttpResponse:
    """The link that stops the digest; mail programs post to it by themselves (RFC 8058).

    It needs no form secret: the signed address itself is what only the receiver has.
    """
    isi = baca_tautan(GARAM_HENTIKAN, tanda, _tautan_salah())
    if request.method == "POST":
        services.hentikan_ringkasan(**_atas_nama(isi))
    return _halaman_tautan(request, isi, "hentikan")


def _tautan_salah() -> str:
    return _("Tautan ini tidak berlaku lagi. Buka pengaturan kabar untuk meminta yang baru.")


def _atas_nama(isi: IsiTautan) -> dict[str, Any]:
    return {
        "oleh": pelaku_tautan(isi.pengguna),
        "saat": saat_ini(),
        "instansi": organisasi.instansi_menurut_kode(isi.kode),
    }


def _halaman_tautan(request: HttpRequest, isi: IsiTautan, guna: str) -> HttpResponse:
    instansi: Instansi = organisasi.instansi_menurut_kode(isi.kode)
    return render(
        request,
        "web/tautan_kabar.html",
        {"guna": guna, "sudah": request.method == "POST", "nama_instansi": instansi.nama},
    )
