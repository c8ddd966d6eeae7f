"""Addresses of the look itself: the visitor's choices and the living style guide."""

from django.urls import path

from sakip.tampilan.gaya import gaya
from sakip.tampilan.pilihan import atur

app_name = "tampilan"
urlpatterns = [
    path("tampilan/atur/", atur, name="atur"),
    path("tampilan/gaya/", gaya, name="gaya"),
]
