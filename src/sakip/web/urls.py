"""Addresses of the staff interface; they read like a sentence."""

from django.urls import URLPattern

app_name = "web"
urlpatterns: list[URLPattern] = []
