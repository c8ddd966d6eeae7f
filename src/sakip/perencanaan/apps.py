"""App ``perencanaan``."""

from django.apps import AppConfig


class PerencanaanConfig(AppConfig):
    """App ``perencanaan``."""

    name = "sakip.perencanaan"
    label = "perencanaan"
    verbose_name = "Perencanaan"
