"""Django's entry to the look."""

from django.apps import AppConfig


class TampilanConfig(AppConfig):
    """Holds templates and static files; there are no models here."""

    name = "sakip.tampilan"
    label = "tampilan"
