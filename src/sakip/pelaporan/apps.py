"""App ``pelaporan``."""

from django.apps import AppConfig


class PelaporanConfig(AppConfig):
    """App ``pelaporan``."""

    name = "sakip.pelaporan"
    label = "pelaporan"
    verbose_name = "Pelaporan"
