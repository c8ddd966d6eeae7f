"""Sign-in."""

from django.apps import AppConfig


class AkunConfig(AppConfig):
    """App ``akun``."""

    name = "sakip.akun"
    label = "akun"
    verbose_name = "Akun"
