"""App ``manfaat``."""

from django.apps import AppConfig


class ManfaatConfig(AppConfig):
    """App ``manfaat``."""

    name = "sakip.manfaat"
    label = "manfaat"
    verbose_name = "Manfaat"
