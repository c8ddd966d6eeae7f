"""The staff interface under ``/kerja/``."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """App ``web``: no tables of its own."""

    name = "sakip.web"
    label = "web"
