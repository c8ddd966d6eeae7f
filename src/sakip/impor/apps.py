"""App ``impor``."""

from django.apps import AppConfig


class ImporConfig(AppConfig):
    """App ``impor``."""

    name = "sakip.impor"
    label = "impor"
    verbose_name = "Impor"
