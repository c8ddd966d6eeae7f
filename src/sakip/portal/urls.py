"""Public addresses: /36.04/kecamatan-baros/2026/."""

from django.urls import path

from sakip.portal import halaman

app_name = "portal"
PEMDA = "<wilayah:kode>/"
urlpatterns = [
    path("", halaman.depan, name="depan"),
    path(PEMDA, halaman.instansi, name="instansi"),
    path(PEMDA + "kapasitas/", halaman.kapasitas, name="kapasitas"),
    path(PEMDA + "<slug:slug>/", halaman.unit, name="unit"),
    path(PEMDA + "<slug:slug>/<tahun:tahun>/", halaman.unit_tahun, name="unit_tahun"),
]
