"""App ``alur``."""

from django.apps import AppConfig


class AlurConfig(AppConfig):
    """App ``alur``."""

    name = "sakip.alur"
    label = "alur"
    verbose_name = "Alur"
