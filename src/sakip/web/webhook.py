"""Webhooks: which addresses outside are told of events, and what was delivered to them."""

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
from sakip.kabar import selectors, services
from sakip.kabar.models import Webhook
from sakip.kabar.services.antar import PERISTIWA
from sakip.kabar.services.webhook import HIDUPKAN, MATIKAN, PUTAR
from sakip.kabar.tautan import rahasia_webhook
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman


class FormWebhook(forms.Form):
    """A new address outside."""

    nama = forms.CharField(label=gettext_lazy("Nama penerima"), max_length=80)
    alamat = forms.CharField(
        label=gettext_lazy("Alamat"),
        max_length=500,
        help_text=gettext_lazy("https:// dan alamat umum; jaringan dalam tidak dihubungi."),
        widget=forms.URLInput({"inputmode": "url", "autocomplete": "off"}),
    )
    peristiwa = forms.MultipleChoiceField(
        label=gettext_lazy("Peristiwa"),
        choices=list(PERISTIWA.items()),
        widget=forms.CheckboxSelectMultiple,
    )


@berizin(Tindakan.KELOLA_WEBHOOK)
def webhook(request: HttpRequest, akses: Akses) -> HttpResponse:
    """The webhooks of the caller's units and their log; a POST registers one."""
    form = FormWebhook(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            baru = services.daftarkan_webhook(**akses.dasar, **form.cleaned_data)
        except IsianTidakSah as galat:
            for k in galat.kesalahan:
                form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
        else:
            return _halaman(request, akses, FormWebhook(), baru)
    return _halaman(request, akses, form)


def _halaman(
    request: HttpRequest, akses: Akses, form: FormWebhook, baru: Webhook | None = None
) -> HttpResponse:
    """The page; right after registering or changing it, with the secret: this once and no more."""
    return render(
        request,
        "web/webhook.html",
        {
            "daftar": selectors.daftar_webhook(akses.lingkup),
            "antaran": selectors.antaran_terakhir(akses.lingkup),
            "peristiwa": PERISTIWA,
            "form": form,
            "baru": baru,
            "rahasia": rahasia_webhook(baru.uuid, baru.putaran) if baru else "",
            "unit": None,
            "contoh": akses.instansi.contoh,
        },
        status=422 if form.errors else 200,
    )


@berizin(Tindakan.KELOLA_WEBHOOK)
@require_POST
def ubah(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:
    """Switch a webhook off or on, or give it another secret."""
    tindakan = request.POST.get("tindakan", "")
    hasil = services.ubah_webhook(
        **akses.dasar, webhook=uuid, tindakan=tindakan, versi=versi_kiriman(request)
    )
    if tindakan == PUTAR:
        return _halaman(request, akses, FormWebhook(), hasil)
    kata = {MATIKAN: _("Webhook dimatikan."), HIDUPKAN: _("Webhook dihidupkan.")}
    messages.success(request, kata[tindakan])
    return redirect(akses.alamat("webhook"))
