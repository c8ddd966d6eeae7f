"""App ``perjanjian``."""

from django.apps import AppConfig


class PerjanjianConfig(AppConfig):
    """App ``perjanjian``."""

    name = "sakip.perjanjian"
    label = "perjanjian"
    verbose_name = "Perjanjian"
