"""App ``pengukuran``."""

from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    """App ``pengukuran``."""

    name = "sakip.pengukuran"
    label = "pengukuran"
    verbose_name = "Pengukuran"
