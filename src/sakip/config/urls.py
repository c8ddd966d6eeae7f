"""All addresses, in three fronts that do not know each other."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("akun/", include("allauth.urls")),
    path("bahasa/", set_language, name="set_language"),
    path("", include("sakip.tampilan.urls")),
    path("", include("sakip.web.urls")),
]

handler400 = "sakip.web.galat.permintaan_salah"
handler403 = "sakip.web.galat.tidak_berizin"
handler404 = "sakip.web.galat.tidak_ditemukan"
handler429 = "sakip.web.galat.terlalu_banyak"  # asked for by allauth
handler500 = "sakip.web.galat.galat_server"
