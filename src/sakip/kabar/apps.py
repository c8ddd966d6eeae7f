"""App ``kabar``."""

from django.apps import AppConfig


class KabarConfig(AppConfig):
    """App ``kabar``."""

    name = "sakip.kabar"
    label = "kabar"
    verbose_name = "Kabar"
