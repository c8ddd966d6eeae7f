"""App ``arsip``."""

from django.apps import AppConfig


class ArsipConfig(AppConfig):
    """App ``arsip``."""

    name = "sakip.arsip"
    label = "arsip"
    verbose_name = "Arsip"
