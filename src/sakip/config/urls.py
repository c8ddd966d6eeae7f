"""All addresses, in three fronts that do not know each other."""

from django.urls import include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from sakip.tampilan.alamat import daftarkan
from sakip.web.masuk import lupa_sandi, tanpa_surel

daftarkan()

# Accounts have no e-mail address. allauth's doors for one are shut before its own addresses come:
# what they would show or send has no meaning here. "Forgot the password" is a page of advice.
TANPA_SUREL = ("email/", "confirm-email/", "confirm-email/<path:sisa>")

urlpatterns = [
    # allauth would send people on from here to their e-mail addresses.
    path("akun/", RedirectView.as_view(url="/"), name="akun"),
    *(path(f"akun/{alamat}", tanpa_surel, name="tanpa_surel") for alamat in TANPA_SUREL),
    path("akun/password/reset/", lupa_sandi, name="lupa_sandi"),
    path("akun/", include("allauth.urls")),
    path("bahasa/", set_language, name="set_language"),
    path("", include("sakip.tampilan.urls")),
    path("", include("sakip.web.urls")),
    path("", include("sakip.portal.urls")),
]

handler400 = "sakip.web.galat.permintaan_salah"
handler403 = "sakip.web.galat.tidak_berizin"
handler404 = "sakip.web.galat.tidak_ditemukan"
handler429 = "sakip.web.galat.terlalu_banyak"  # asked for by allauth
handler500 = "sakip.web.galat.galat_server"
